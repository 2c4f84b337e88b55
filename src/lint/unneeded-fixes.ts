import type { Range, ShellCommand } from '../model/dockerfile.ts';
import { runs } from './commands.ts';
import { type Edit, fixOfAll, insertBehind, insertCommand } from './edits.ts';
import { linesIn } from './facts.ts';
import { applyEdits, moveEdits } from './fix-edits.ts';
import { type Install, virtualName } from './installs.ts';
import { textAt } from './places.ts';
import { replaceAt } from './removals.ts';
import type { Draft } from './rule.ts';
import type { LintSubject } from './subject.ts';
import type { Found } from './unneeded.ts';
import { runsBehind } from './use.ts';

/** Leaves what is not needed out of the commands that name it; null where that is not to be seen, or nothing would be left. */
export function leaveOut(subject: LintSubject, { installs, names }: Found): Draft['fix'] {
  const isSeen = names.every((name) => installs.some((install) => install.names.includes(name)));
  if (!isSeen || installs.some(({ command }) => virtualName(command) !== null)) return null;
  const edits = installs.flatMap((install) => withoutNames(subject, install));
  return fixOfAll(edits, false);
}

/**
 * What the RUN itself still needs is removed when it is done; where a later one may need it, there is no such edit. What
 * the RUN does not use is left out.
 */
export function removeAfterUse(subject: LintSubject, found: Found): Draft['fix'] {
  const { instruction, installs, kept } = found;
  if (kept === null || instruction.keyword !== 'RUN' || runsBehind(subject, instruction).length > 0) return null;
  const last = instruction.commands.at(-1);
  const install = installs.at(-1);
  if (last === undefined || install === undefined) return null;
  const behind = instruction.commands.slice(instruction.commands.indexOf(install.command) + 1);
  if (behind.every((command) => runs(command, ['rm', 'apt-get', 'apt', 'true']))) return leaveOut(subject, found);
  const edit = insertCommand(subject, instruction, last, removalOf(found, kept));
  return edit === null ? null : { safe: false, edits: [edit] };
}

/** Removes packages and what came with them, less what is of use. */
function removalOf({ manager, names }: Found, kept: readonly string[]): string {
  const [gone, stays] = [names.join(' '), kept.join(' ')];
  if (manager === 'apk') return `${stays && `apk add --no-cache ${stays} && `}apk del --no-cache ${gone}`;
  return `${stays && `apt-mark manual ${stays} && `}apt-get purge -y --auto-remove ${gone}`;
}

/** The edits that take the names out of a command; none of it where it would name nothing any more. */
function withoutNames(subject: LintSubject, { command, names }: Install): (Edit | null)[] {
  const others = command.words.filter((word) => !word.startsWith('-') && !names.includes(nameIn(word)));
  // The program and its subcommand are always left.
  if (others.length <= 2 + (command.words[0] === 'sudo' ? 1 : 0)) return [null];
  const edits = names.flatMap((name) => {
    const place = placeOf(subject, command, name);
    return place === null ? [] : [replaceAt(subject, place.withSpace, '')];
  });
  return edits.length < names.length || leavesBlankLine(subject, command.range, edits) ? [null] : edits;
}

/** A blank line behind one that goes on would be passed over: the next instruction would become a part of this one. */
function leavesBlankLine({ dockerfile }: LintSubject, { firstLine, lastLine }: Range, edits: readonly Edit[]): boolean {
  const text = linesIn(dockerfile)
    .slice(firstLine - 1, lastLine)
    .join('\n');
  const blankLines = (of: string) => of.match(/^[ \t\r]*$/gm)?.length ?? 0;
  return blankLines(applyEdits(text, moveEdits(edits, 1 - firstLine))) > blankLines(text);
}

/** Adds to a package's name in a command; null where the name does not stand there once. */
export function extendName(subject: LintSubject, command: ShellCommand, name: string, addition: string): Edit | null {
  const place = placeOf(subject, command, name);
  return place === null ? null : insertBehind(subject, place.name, addition);
}

/** Words with what stands before them, lines that go on with the next among it. */
const words = /(?<![ \t])(?:[ \t]|\\[ \t]*\r?\n)+([^\s\\]+)(?=\s|\\|$)/g;
const backtickWords = /(?<![ \t])(?:[ \t]|`[ \t]*\r?\n)+([^\s`]+)(?=\s|`|$)/g;

/** Where a command names a package; null where that is in quotes, or not once. */
function placeOf(
  subject: LintSubject,
  { range }: ShellCommand,
  name: string,
): { readonly name: Range; readonly withSpace: Range } | null {
  // What comments say is no word, and an escape at their end goes nowhere.
  const text = textAt(subject, range).replace(/(?<=\n)[ \t]*#[^\n]*/g, (comment) => '#'.repeat(comment.length));
  const pattern = subject.dockerfile.escape === '`' ? backtickWords : words;
  const [match, ...more] = [...text.matchAll(pattern)].filter(([, word = '']) => nameIn(word) === name);
  if (match === undefined || more.length > 0) return null;
  const [{ length }, word = ''] = match;
  const start = match.index + length - word.length;
  return {
    name: rangeWithin(range, text, start, start + name.length),
    withSpace: rangeWithin(range, text, match.index, match.index + length),
  };
}

const nameIn = (word: string): string => word.split(/[=:/@<>~[]/)[0] ?? '';

/** The range of a part of the text that stands at `range`. */
function rangeWithin(range: Range, text: string, start: number, end: number): Range {
  const positionOf = (at: number) => {
    const lines = text.slice(0, at).split('\n');
    const column = (lines.at(-1) ?? '').length;
    return { line: range.firstLine + lines.length - 1, column: column + (lines.length === 1 ? range.firstColumn : 1) };
  };
  const [first, last] = [positionOf(start), positionOf(end)];
  return { firstLine: first.line, firstColumn: first.column, lastLine: last.line, lastColumn: last.column };
}
