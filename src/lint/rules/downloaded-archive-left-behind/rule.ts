import type { Instruction, ShellCommand } from '../../../model/dockerfile.ts';
import { fileName, filesNamed, unpackedBy } from '../../archives.ts';
import { evidenceOf, keptFiles } from '../../claims.ts';
import { programWords, runs } from '../../commands.ts';
import { fixOfAll, insertCommand } from '../../edits.ts';
import { lastNaming, placesIn } from '../../facts.ts';
import type { Claim, Draft, Rule } from '../../rule.ts';
import { instructionsOf, type LintSubject, layerOf } from '../../subject.ts';

/** An archive that a RUN unpacks, as the last command that names it does. */
interface Unpacked {
  readonly word: string;
  readonly unpacker: ShellCommand;
  /** Which command of the RUN that is. */
  readonly at: number;
  readonly last: ShellCommand;
}

export const downloadedArchiveLeftBehind: Rule = {
  name: 'downloaded-archive-left-behind',
  aliases: [],
  severity: 'warning',
  check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => checkRun(subject, run)),
};

function checkRun(subject: LintSubject, run: Instruction): Draft[] {
  const layer = layerOf(subject, run);
  const unpacked = unpackedIn(run);
  const left = layer === null ? leftOf(unpacked, subject, run) : unpacked;
  const [first] = left;
  if (first === undefined) return [];
  const tests = left.map(({ word }) => filesNamed(word));
  const claims: Claim[] | null = layer === null ? null : keptFiles(layer, (path) => tests.some((test) => test(path)));
  return [
    {
      message:
        'the archive stays beside what was unpacked from it: remove it in the same RUN, or unpack what comes by a pipe',
      range: first.unpacker.range,
      claims,
      evidence: evidenceOf(claims),
      fix: fixOf(subject, run, left),
    },
  ];
}

function unpackedIn({ commands }: Instruction): Unpacked[] {
  const last = new Map(commands.flatMap((command) => command.words.map((word) => [word, command] as const)));
  const found = new Map<string, Unpacked>();
  for (const [at, unpacker] of commands.entries()) {
    const word = unpackedBy(unpacker);
    if (word === null || found.has(word)) continue;
    found.set(word, { word, unpacker, at, last: last.get(word) ?? unpacker });
  }
  return [...found.values()];
}

/** As far as the text can tell: fetched by a command before, and certainly not removed. */
function leftOf(unpacked: readonly Unpacked[], subject: LintSubject, run: Instruction): readonly Unpacked[] {
  if (run.flags.some(({ name, value }) => name === 'mount' && !value?.includes('type=bind'))) return [];
  const fetched = firstFetches(run);
  const lastRemoval = run.commands.findLastIndex(removesSomething);
  return unpacked.filter(({ word, at }) => {
    const isFetched = (fetched.get(fileName(word)) ?? at) < at;
    return isFetched && lastRemoval < at && !isNamedLater(subject, run, word);
  });
}

/** The places of the commands that fetch, by the names of what they fetch. */
function firstFetches({ commands }: Instruction): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [at, command] of commands.entries()) {
    if (!runs(command, ['curl', 'wget', 'aria2c'])) continue;
    for (const name of programWords(command).map(fileName)) if (!places.has(name)) places.set(name, at);
  }
  return places;
}

/** A removal by folders or patterns may well hit the archive, and one of a file most likely means it. */
const removesSomething = (command: ShellCommand): boolean => runs(command, ['rm', 'mv', 'find', 'shred']);

const isNamedLater = ({ chain }: LintSubject, run: Instruction, word: string): boolean =>
  lastNaming(chain, fileName(word)) > (placesIn(chain).get(run) ?? -1);

/** Removed by the name, and in the folder, by which the last command that needs it has it. */
function fixOf(subject: LintSubject, run: Instruction, left: readonly Unpacked[]): Draft['fix'] {
  const edits = left.map(({ word, last }) =>
    /^[\w./${}:@%+-]+$/.test(word) && !isNamedLater(subject, run, word)
      ? insertCommand(subject, run, last, `rm ${word.includes('$') ? `"${word}"` : word}`)
      : null,
  );
  return fixOfAll(edits, true);
}
