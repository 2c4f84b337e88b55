import type { Dockerfile, Instruction, ShellCommand } from '../../../model/dockerfile.ts';
import { programWords } from '../../commands.ts';
import { fixOfAll, insertOption } from '../../edits.ts';
import { fact } from '../../facts.ts';
import { installsOf, mayInstall } from '../../installs.ts';
import { describePackages } from '../../packages.ts';
import type { Draft, Rule } from '../../rule.ts';
import { instructionsOf, type LintSubject, layerOf } from '../../subject.ts';

export const aptRecommendsInstalled: Rule = {
  name: 'apt-recommends-installed',
  aliases: ['DL3015', 'DS-0029'],
  severity: 'info',
  check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => checkRun(subject, run)),
};

function checkRun(subject: LintSubject, run: Instruction): Draft[] {
  const installs = installsOf(run, 'dpkg').map(({ command }) => command);
  const culprits = installs.filter((command) => !isSwitchedOff(command));
  // A script may install, too; but where all installs that are to be seen are switched off, there is nothing to say.
  if (culprits.length === 0 && (installs.length > 0 || !mayInstall(run, 'dpkg'))) return [];
  const found = priceOf(subject, run);
  if (found === null && (culprits.length === 0 || isConfigured(subject.dockerfile))) return [];
  return [
    {
      message:
        'apt installs what packages only recommend: pass `--no-install-recommends`, and name what you need of it yourself',
      range: culprits.at(-1)?.range ?? run.range,
      claims: found?.claims ?? null,
      evidence: found?.evidence ?? [],
      fix: fixOfAll(
        culprits.map((command) => insertOption(subject, command, optionOf(command))),
        false,
      ),
    },
  ];
}

/** Null where no image tells. */
function priceOf(subject: LintSubject, run: Instruction): Pick<Draft, 'claims' | 'evidence'> | null {
  const layer = layerOf(subject, run);
  const installed = layer === null ? null : subject.packages();
  if (layer === null || installed === null) return null;
  const recommended = [...installed.graphOf('dpkg').onlyWanted()].filter(
    (each) => installed.layerOf(each) === layer.index,
  );
  return { claims: recommended.flatMap(installed.claimsOf), evidence: [describePackages(recommended, installed)] };
}

/** By an option of the command; `-oAPT::Install-Recommends=0` is one. */
const isSwitchedOff = ({ words }: ShellCommand): boolean =>
  words.some((word) => /^--(?:no-install-recommends|without-recommends)$|^-R$|Install-Recommends=/i.test(word));

/** Whether the Dockerfile writes it to apt's configuration somewhere. */
const isConfigured = fact(({ text }: Dockerfile): boolean => /APT::Install-Recommends\b/i.test(text));

const optionOf = (command: ShellCommand): string =>
  programWords(command)[0] === 'aptitude' ? '--without-recommends' : '--no-install-recommends';
