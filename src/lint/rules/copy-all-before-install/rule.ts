import type { Instruction, ShellCommand, Stage } from '../../../model/dockerfile.ts';
import { programWords, runs } from '../../commands.ts';
import { copiesWholeContext } from '../../copies.ts';
import type { Draft, Rule } from '../../rule.ts';

export const copyAllBeforeInstall: Rule = {
  name: 'copy-all-before-install',
  aliases: [],
  severity: 'info',
  topic: 'practice',
  check: (subject) => subject.chain.flatMap(checkStage),
};

/** Of a stage only its first install counts: one behind it may be of what was made meanwhile. */
function checkStage({ instructions }: Stage): Draft[] {
  const install = instructions.find(({ commands }) => commands.some(installsByList));
  const copy = instructions
    .slice(0, install === undefined ? 0 : instructions.indexOf(install))
    .find((instruction) => isCopy(instruction) && copiesWholeContext(instruction));
  if (install === undefined || copy === undefined) return [];
  return [
    {
      message: `any change in the context makes line ${install.range.firstLine} install all dependencies again, and a new layer of them: copy their lists first, the rest behind the install`,
      range: copy.range,
      claims: null,
      evidence: [],
      fix: null,
    },
  ];
}

const isCopy = ({ keyword }: Instruction): boolean => keyword === 'COPY' || keyword === 'ADD';

const operandsOf = (command: ShellCommand): string[] =>
  programWords(command)
    .slice(1)
    .filter((word) => !word.startsWith('-'));

/** Whether it installs what a file lists, and needs nothing else of the context. */
function installsByList(command: ShellCommand): boolean {
  const words = programWords(command);
  const [subcommand, ...packages] = operandsOf(command);
  if (runs(command, ['npm', 'pnpm', 'bun'])) {
    return ['install', 'i', 'ci', 'clean-install'].includes(subcommand ?? '') && packages.length === 0;
  }
  if (runs(command, ['yarn']))
    return subcommand === undefined ? !words.includes('--version') : subcommand === 'install';
  if (runs(command, ['pip', 'pip3'])) return installsRequirements(words);
  const wanted = `${operandsOf(command).join(' ')} `;
  return byList.some(([program, name]) => runs(command, [program]) && wanted.startsWith(`${name} `));
}

/** `bundle install`, `go mod download` …, by program and first operands. `poetry install` takes the project as well. */
const byList: readonly (readonly [string, string])[] = [
  ['bundle', 'install'],
  ['composer', 'install'],
  ['go', 'mod download'],
  ['mix', 'deps.get'],
  ['pipenv', 'sync'],
];

/** `pip install -r FILE`, without the context itself (`.`, `-e .`). */
const installsRequirements = (words: readonly string[]): boolean =>
  words.includes('install') &&
  words.some((word) => /^(?:-r|--requirement)/.test(word)) &&
  !words.some((word) => /^\.(?:\[|\/?$)/.test(word));
