import type { Instruction, ShellCommand } from '../model/dockerfile.ts';
import type { DevelopmentInstaller } from '../packages/development.ts';
import { evidenceOf } from './claims.ts';
import { programWords } from './commands.ts';
import { fixOfAll, insertOption } from './edits.ts';
import type { Draft, Rule } from './rule.ts';
import { instructionOf, type LintLayer, type LintSubject } from './subject.ts';
import { runsBehind } from './use.ts';

/** What an installer brings for development, unless it is told not to. */
export interface DevelopmentDependencies {
  readonly name: string;
  readonly installer: DevelopmentInstaller;
  readonly message: string;
  /** Whether a command installs what a project's files ask for, development included. */
  readonly isCulprit: (command: ShellCommand) => boolean;
  /** Leaves development out. */
  readonly option: string;
  /** Programs that may run what was installed for development. */
  readonly runners: readonly string[];
}

/**
 * A rule about dependencies of development, by the notes of what installed them; silent without an image, since nothing
 * else tells whether a project has any.
 */
export const developmentDependencies = (rule: DevelopmentDependencies): Rule => ({
  name: rule.name,
  aliases: [],
  severity: 'warning',
  check: (subject) => (mayHave(subject, rule) ? checkImage(subject, rule) : []),
});

/** What another stage installs may be copied. */
const mayHave = ({ dockerfile, layers }: LintSubject, { runners }: DevelopmentDependencies): boolean =>
  layers !== null &&
  dockerfile.stages.some(({ instructions }) =>
    instructions.some(({ commands }) => commands.some((command) => isRunner(command, runners))),
  );

const isRunner = (command: ShellCommand, runners: readonly string[]): boolean =>
  programWords(command).some((word) => runners.includes(word.replace(/^.*\//, '')));

/** One finding for each instruction whose layer holds some. */
function checkImage(subject: LintSubject, rule: DevelopmentDependencies): Draft[] {
  const claims = subject.packages()?.developmentOf(rule.installer) ?? [];
  return (subject.layers ?? []).flatMap((layer) => {
    const here = claims.filter((claim) => claim.layer === layer.index);
    return here.length === 0 ? [] : checkLayer(subject, layer, here, rule);
  });
}

function checkLayer(
  subject: LintSubject,
  layer: LintLayer,
  claims: NonNullable<Draft['claims']>,
  rule: DevelopmentDependencies,
): Draft[] {
  const instruction = instructionOf(subject, layer);
  if (instruction === null) return [];
  const culprits = instruction.commands.filter(rule.isCulprit);
  return [
    {
      message: rule.message,
      range: culprits.at(-1)?.range ?? instruction.range,
      claims,
      evidence: evidenceOf(claims),
      fix: fixOf(subject, instruction, culprits, rule),
    },
  ];
}

/** None where a build behind it may need what would be left out. */
function fixOf(
  subject: LintSubject,
  instruction: Instruction,
  culprits: readonly ShellCommand[],
  { option, runners }: DevelopmentDependencies,
): Draft['fix'] {
  const last = culprits.at(-1);
  if (last === undefined) return null;
  const behind = [
    ...instruction.commands.slice(instruction.commands.indexOf(last) + 1),
    ...runsBehind(subject, instruction).flatMap(({ commands }) => commands),
  ];
  if (behind.some((command) => isRunner(command, runners) && !programWords(command).includes('cache'))) return null;
  const edits = culprits.map((command) => insertOption(subject, command, option));
  return fixOfAll(edits, false);
}
