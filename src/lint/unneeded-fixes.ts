import type { Range } from '../model/dockerfile.ts';
import { runs } from './commands.ts';
import { type Edit, insertCommand } from './edits.ts';
import { type Install, virtualName } from './installs.ts';
import { replaceAt, textAt } from './removals.ts';
import type { Draft } from './rule.ts';
import type { LintSubject } from './subject.ts';
import type { Found } from './unneeded.ts';
import { runsBehind } from './use.ts';

/** Leaves what is not needed out of the commands that name it; null where that is not to be seen, or nothing would be left. */
export function leaveOut(subject: LintSubject, { installs, names }: Found): Draft['fix'] {
  const isSeen = names.every((name) => installs.some((install) => install.names.includes(name)));
  if (!isSeen || installs.some(({ command }) => virtualName(command) !== null)) return null;
  const edits = installs.flatMap((install) => withoutNames(subject, install));
  return edits.every((edit) => edit !== null) ? { safe: false, edits } : null;
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
  const text = textAt(subject, command.range);
  const all = [...text.matchAll(/(?:[ \t]|\\\r?\n)+([^\s\\]+)(?=\s|\\|$)/g)];
  const places = names.map((name) => all.filter(([, word = '']) => word.split(/[=:/@<>~]/)[0] === name));
  const others = command.words.filter(
    (word) => !word.startsWith('-') && !names.includes(word.split(/[=:/@<>~]/)[0] ?? ''),
  );
  // The program and its subcommand are always left.
  if (others.length <= 2 + (command.words[0] === 'sudo' ? 1 : 0)) return [null];
  return places.map((found) => {
    const [match, ...more] = found;
    if (match === undefined || more.length > 0) return null;
    return replaceAt(subject, rangeWithin(command.range, text, match.index, match.index + match[0].length), '');
  });
}

/** The range of a part of the text that stands at `range`. */
function rangeWithin(range: Range, text: string, start: number, end: number): Range {
  const placeOf = (at: number) => {
    const lines = text.slice(0, at).split('\n');
    const column = (lines.at(-1) ?? '').length;
    return { line: range.firstLine + lines.length - 1, column: column + (lines.length === 1 ? range.firstColumn : 1) };
  };
  const [first, last] = [placeOf(start), placeOf(end)];
  return { firstLine: first.line, firstColumn: first.column, lastLine: last.line, lastColumn: last.column };
}
