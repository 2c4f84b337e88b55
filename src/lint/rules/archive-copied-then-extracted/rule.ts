import type { Instruction, ShellCommand } from '../../../model/dockerfile.ts';
import { fileName, filesNamed, isArchive, unpackedBy } from '../../archives.ts';
import { evidenceOf } from '../../claims.ts';
import { programWords, runs } from '../../commands.ts';
import { copiesOf, imagePath, isWithin, mountInPlaceOf, sourcesOf, targetOf, workdirAt } from '../../copies.ts';
import { fixOfAll } from '../../edits.ts';
import { type Chain, fact, instructionsIn, lastNaming, placesIn } from '../../facts.ts';
import { insertFlag, removeCommand, removeInstruction } from '../../removals.ts';
import type { Claim, Draft, Rule } from '../../rule.ts';
import { type LintLayer, type LintSubject, layerOf } from '../../subject.ts';
import { runsBehind } from '../../use.ts';

export const archiveCopiedThenExtracted: Rule = {
  name: 'archive-copied-then-extracted',
  aliases: ['DL3010'],
  severity: 'warning',
  check: (subject) => copiesOf(subject).flatMap((copy) => checkCopy(subject, copy)),
};

function checkCopy(subject: LintSubject, copy: Instruction): Draft[] {
  const names = archivesOf(copy).filter((name) => isUnpackedBehind(subject, copy, name));
  if (names.length === 0) return [];
  const layer = layerOf(subject, copy);
  const claims = layer === null ? null : archivesIn(layer, names);
  return [
    {
      message:
        'an archive is copied into a layer, and unpacked into another: let ADD unpack it, or mount it where it is unpacked (`RUN --mount=type=bind,…`)',
      range: copy.range,
      claims,
      evidence: evidenceOf(claims),
      fix: fixOf(subject, copy),
    },
  ];
}

/** The names under which archives arrive. */
function archivesOf(copy: Instruction): string[] {
  const sources = sourcesOf(copy).filter(isArchive);
  const target = copy.words.at(-1)?.text ?? '';
  return sources.length === 1 && isArchive(target) ? [fileName(target)] : sources.map(fileName);
}

const isUnpackedBehind = ({ chain }: LintSubject, copy: Instruction, name: string): boolean =>
  (lastUnpackings(chain).get(name) ?? -1) > (placesIn(chain).get(copy) ?? -1);

/** The places of the last RUNs that unpack archives, by the names of these. */
const lastUnpackings = fact(
  (chain: Chain): ReadonlyMap<string, number> =>
    new Map(instructionsIn(chain).flatMap((run, at) => unpackedIn(run).map((word) => [fileName(word), at] as const))),
);

/** The archive as the command of a RUN names it that unpacks it. */
const unpackingOf = (run: Instruction, name: string): string | undefined =>
  unpackedIn(run).find((word) => fileName(word) === name);

const unpackedIn = ({ commands }: Instruction): string[] => commands.flatMap((command) => unpackedBy(command) ?? []);

/** A removal in a later layer hides them, and frees nothing. */
function archivesIn(layer: LintLayer, names: readonly string[]): Claim[] {
  const tests = names.map(filesNamed);
  return [...layer.live, ...layer.hidden.map(({ entry }) => entry)]
    .filter(({ path }) => tests.some((test) => test(path)))
    .map((entry) => ({ layer: layer.index, entry }));
}

/** A mount in place of the COPY, where the next RUN unpacks the archive and no other instruction speaks of it. */
function fixOf(subject: LintSubject, copy: Instruction): Draft['fix'] {
  const [name, ...others] = archivesOf(copy);
  const [run] = runsBehind(subject, copy);
  if (run === undefined || name === undefined || others.length > 0) return null;
  const path = pathInBoth(subject, copy, run, name);
  const mount = path === null ? null : mountInPlaceOf(copy, path);
  if (path === null || mount === null || isNamedBehind(subject, run, name)) return null;
  const removals = run.commands
    .filter((command) => mayRemove(subject, run, command, path))
    .map((command) => (removesIt(subject, run, command, path) ? removeCommand(subject, run, command) : null));
  const edits = [removeInstruction(subject, copy), insertFlag(subject, run, mount), ...removals];
  return fixOfAll(edits, false);
}

const isNamedBehind = ({ chain }: LintSubject, run: Instruction, name: string): boolean =>
  lastNaming(chain, name) > (placesIn(chain).get(run) ?? -1);

/** Where the COPY puts the archive, which is where the RUN looks for it; null where one of the two is not known. */
function pathInBoth(subject: LintSubject, copy: Instruction, run: Instruction, name: string): string | null {
  const target = targetOf(subject, copy);
  const word = unpackingOf(run, name);
  const path = word === undefined ? null : pathOf(subject, run, word);
  if (target === null || path === null) return null;
  const latin1 = Buffer.from(name).toString('latin1');
  return path === target || path === `${target === '' ? '' : `${target}/`}${latin1}` ? path : null;
}

/** Null where the shell may be elsewhere. */
const pathOf = (subject: LintSubject, run: Instruction, word: string): string | null =>
  imagePath(word, run.commands.some((each) => runs(each, ['cd', 'pushd'])) ? null : workdirAt(subject, run));

/** A mounted file can't be removed. What is not known may be meant. */
const mayRemove = (subject: LintSubject, run: Instruction, command: ShellCommand, path: string): boolean =>
  runs(command, ['rm']) &&
  removedWords(command).some((word) => {
    const removed = pathOf(subject, run, word.replace(/(?<=[^/])\/\*$/, ''));
    return removed === null || isWithin(removed, path);
  });

/** It and nothing else. */
const removesIt = (subject: LintSubject, run: Instruction, command: ShellCommand, path: string): boolean =>
  removedWords(command).every((word) => pathOf(subject, run, word) === path);

const removedWords = (command: ShellCommand): string[] =>
  programWords(command)
    .slice(1)
    .filter((word) => !word.startsWith('-'));
