import { posix } from 'node:path';
import type { Instruction, ShellCommand } from '../../../model/dockerfile.ts';
import { describeFiles } from '../../claims.ts';
import { programWords, runs } from '../../commands.ts';
import { copiesOf, imagePath, isWithin, mountInPlaceOf, sourcesOf, targetOf, workdirAt } from '../../copies.ts';
import { fact } from '../../facts.ts';
import { insertFlag, removeCommand, removeInstruction } from '../../removals.ts';
import type { Draft, Rule } from '../../rule.ts';
import { type HiddenFile, instructionsOf, type LintLayer, type LintSubject, layerOf, placeOf } from '../../subject.ts';
import { runsBehind } from '../../use.ts';

export const copiedWheelsNeverFreed: Rule = {
  name: 'copied-wheels-never-freed',
  aliases: [],
  severity: 'warning',
  check: (subject) => copiesOf(subject).flatMap((copy) => checkCopy(subject, copy)),
};

function checkCopy(subject: LintSubject, copy: Instruction): Draft[] {
  const layer = layerOf(subject, copy);
  const removal = findRemoval(subject, copy);
  if (layer === null && removal === null) return [];
  const deleted = layer?.hidden.filter(({ how, by }) => how === 'deleted' && by !== layer.index) ?? null;
  return [
    {
      message:
        'what is copied here is deleted by a later instruction, which frees nothing: mount it where it is needed (`RUN --mount=type=bind,…`) instead',
      range: copy.range,
      claims: layer === null || deleted === null ? null : deleted.map(({ entry }) => ({ layer: layer.index, entry })),
      evidence: deleted === null ? [] : evidenceOf(deleted, subject.layers ?? []),
      fix: removal === null ? null : fixOf(subject, copy, removal),
    },
  ];
}

const evidenceOf = (deleted: readonly HiddenFile[], layers: readonly LintLayer[]): string[] =>
  layers.flatMap((layer) => {
    const entries = deleted.filter(({ by }) => by === layer.index).map(({ entry }) => entry);
    return entries.length === 0 ? [] : [`deleted by ${placeOf(layer)}: ${describeFiles(entries)}`];
  });

/** A command of a RUN that removes something. */
interface Removal {
  readonly run: Instruction;
  readonly command: ShellCommand;
  /** As far as they are known, as layers write them. */
  readonly paths: readonly string[];
}

/** The `rm` in a later RUN that takes away all that a COPY brought. */
function findRemoval(subject: LintSubject, copy: Instruction): Removal | null {
  const landed = landedPaths(subject, copy);
  if (landed.length === 0) return null;
  const removesAll = ({ run, paths }: Removal) =>
    run.range.firstLine > copy.range.firstLine &&
    landed.every((path) => paths.some((folder) => folder !== '' && isWithin(folder, path)));
  return removalsIn(subject).find(removesAll) ?? null;
}

const removalsIn = fact((subject: LintSubject): readonly Removal[] =>
  instructionsOf(subject, 'RUN').flatMap((run) => {
    const removals = run.commands.filter((command) => runs(command, ['rm']));
    // A `cd` before it may lead anywhere.
    const moves = run.commands.some((each) => runs(each, ['cd', 'pushd']));
    const workdir = moves ? null : workdirAt(subject, run);
    return removals.map((command) => ({ run, command, paths: removedPaths(command, workdir) }));
  }),
);

/** Where its files are: the target, or paths in it where that is a folder which may hold others; none if not known. */
function landedPaths(subject: LintSubject, copy: Instruction): string[] {
  const target = targetOf(subject, copy);
  if (target === null || target === '') return [];
  const isFolder = /(?:\/|^|\/\.)\.?$/.test(copy.words.at(-1)?.text ?? '');
  const names = sourcesOf(copy).map((source) => posix.basename(source));
  const areFiles = names.every((name) => /^[^*?[$]+\.\w+$/.test(name));
  return isFolder && areFiles ? names.map((name) => `${target}/${name}`) : [target];
}

/** `/tmp/*` takes away what is in `/tmp`. */
const removedPaths = (command: ShellCommand, workdir: string | null): string[] =>
  programWords(command)
    .slice(1)
    .filter((word) => !word.startsWith('-'))
    .flatMap((word) => imagePath(word.replace(/(?<=[^/])\/\*$/, ''), workdir) ?? []);

/** A mount in place of the COPY, where the RUN that deletes is the only one that can see what was copied. */
function fixOf(subject: LintSubject, copy: Instruction, { run, command }: Removal): Draft['fix'] {
  const target = targetOf(subject, copy);
  // With a slash at its end the target may be the folder of a file, or what becomes of a folder.
  const isExact = !/\/$|^\.$/.test(copy.words.at(-1)?.text ?? '');
  const mount = target === null || !isExact ? null : mountInPlaceOf(copy, target);
  const words = programWords(command).slice(1);
  const removesOne = words.filter((word) => !word.startsWith('-')).length === 1;
  const isNext = runsBehind(subject, copy)[0] === run;
  // Alone, the `rm` uses nothing.
  const removal = removesOne && isNext && run.commands.length > 1 ? removeCommand(subject, run, command) : null;
  if (mount === null || removal === null) return null;
  return { safe: false, edits: [removeInstruction(subject, copy), insertFlag(subject, run, mount), removal] };
}
