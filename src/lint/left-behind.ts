import type { Instruction, ShellCommand } from '../model/dockerfile.ts';
import { evidenceOf, keptFiles } from './claims.ts';
import { type Edit, fixOfAll, insertCommand, insertOption } from './edits.ts';
import { type Chain, fact, instructionsIn } from './facts.ts';
import { type Folder, filesIn, isMounted, type PathTest, removes } from './folders.ts';
import type { Claim, Draft, Rule } from './rule.ts';
import { instructionsOf, type LintSubject, layerOf } from './subject.ts';

/** How to do without it: by an option of each command that leaves something, or by a command behind the last. */
export type Remedy = { readonly option: string } | { readonly command: string };

/** What a program keeps for its next run, which an image does not have. */
export interface Leftover {
  /** Says what stays, and how to do without. */
  readonly message: string;
  /** Where it is. Mounting or removing one of them is a remedy, too. */
  readonly folders: readonly Folder[];
  /** Which files it is, where that is not all of `folders`. */
  readonly files?: PathTest;
  /** Whether a command of `run` leaves it, as far as the text can tell. */
  readonly isLeftBy: (command: ShellCommand, run: Instruction, subject: LintSubject) => boolean;
  /** Whether a command behind that one takes it away. */
  readonly isCleanedBy?: (command: ShellCommand) => boolean;
  /** Variables that switch it off or put it elsewhere. */
  readonly settings?: readonly string[];
  /** Whether the image is made to use it all the same. Asked only where there is some. */
  readonly isNeeded?: (subject: LintSubject) => boolean;
  /** For the commands that leave it, and what they left (null: no image at hand); null: there is no telling. */
  readonly remedy: (
    culprits: readonly [ShellCommand, ...ShellCommand[]],
    claims: readonly Claim[] | null,
  ) => Remedy | null;
  /** Whether the remedy can break nothing; true unless given. */
  readonly isSafe?: boolean;
}

export interface LeftBehind {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly leftovers: readonly Leftover[];
}

/**
 * A rule about what RUNs leave behind. With a layer at hand its files decide: a cleanup in a script counts, and so does
 * what a script leaves.
 */
export const leftBehind = ({ name, aliases, leftovers }: LeftBehind): Rule => {
  const all = leftovers.map((leftover) => ({ ...leftover, files: leftover.files ?? filesIn(leftover.folders) }));
  return {
    name,
    aliases,
    severity: 'warning',
    check: (subject) =>
      instructionsOf(subject, 'RUN').flatMap((run) => all.flatMap((leftover) => checkRun(subject, run, leftover))),
  };
};

function checkRun(subject: LintSubject, run: Instruction, leftover: Leftover & { files: PathTest }): Draft[] {
  const layer = layerOf(subject, run);
  const culprits = culpritsOf(subject, run, leftover);
  const last = culprits?.at(-1);
  if (layer === null && last === undefined) return [];
  const claims = layer === null ? null : keptFiles(layer, leftover.files);
  if (claims?.length === 0 || leftover.isNeeded?.(subject)) return [];
  return [
    {
      message: leftover.message,
      range: last?.range ?? run.range,
      claims,
      evidence: evidenceOf(claims),
      fix: culprits === null ? null : fixOf(subject, run, culprits, claims, leftover),
    },
  ];
}

/** The commands that leave it, where nothing behind the last of them takes it away; null: none. */
function culpritsOf(
  subject: LintSubject,
  run: Instruction,
  { folders, isLeftBy, isCleanedBy, settings = [] }: Leftover,
): [ShellCommand, ...ShellCommand[]] | null {
  const [first, ...others] = run.commands.filter(
    (command) =>
      isLeftBy(command, run, subject) && !command.assignments.some((assignment) => sets(assignment, settings)),
  );
  if (first === undefined || folders.some((folder) => isMounted(run, folder))) return null;
  if (isSet(subject, run, settings)) return null;
  const last = others.at(-1) ?? first;
  const isCleaned = run.commands
    .slice(run.commands.indexOf(last) + 1)
    .some((command) => isCleanedBy?.(command) || folders.some((folder) => removes(command, folder)));
  return isCleaned ? null : [first, ...others];
}

/** Whether a RUN inherits one of `settings`, or exports it itself. */
const isSet = (subject: LintSubject, run: Instruction, settings: readonly string[]): boolean =>
  inherits(subject, run, settings) ||
  run.commands.some(({ words }) => words[0] === 'export' && words.some((word) => sets(word, settings)));

/** Whether an ENV or ARG before an instruction names one of `settings`. */
export const inherits = ({ chain }: LintSubject, { range }: Instruction, settings: readonly string[]): boolean =>
  settings.some((name) => (firstSettings(chain).get(name) ?? Number.POSITIVE_INFINITY) < range.firstLine);

/** The line of the first ENV or ARG that says `NAME=value`, or in the old form `NAME` and `value`. */
const firstSettings = fact((chain: Chain): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  for (const { keyword, words, range } of instructionsIn(chain)) {
    if (keyword !== 'ENV' && keyword !== 'ARG') continue;
    for (const { text } of words) {
      const [name = ''] = text.split('=', 1);
      if (!lines.has(name)) lines.set(name, range.firstLine);
    }
  }
  return lines;
});

const sets = (word: string, names: readonly string[]): boolean =>
  names.some((name) => word === name || word.startsWith(`${name}=`));

function fixOf(
  subject: LintSubject,
  run: Instruction,
  culprits: readonly [ShellCommand, ...ShellCommand[]],
  claims: readonly Claim[] | null,
  { remedy, isSafe = true }: Leftover,
): Draft['fix'] {
  const found = remedy(culprits, claims);
  if (found === null) return null;
  const edits: (Edit | null)[] =
    'option' in found
      ? culprits.map((command) => insertOption(subject, command, found.option))
      : [insertCommand(subject, run, culprits.at(-1) ?? culprits[0], found.command)];
  return fixOfAll(edits, isSafe);
}
