import type { Instruction, Range, ShellCommand } from '../model/dockerfile.ts';
import type { Edit } from './edits.ts';
import { linesIn } from './facts.ts';
import type { LintSubject } from './subject.ts';

/** What stands at `range` of the Dockerfile becomes `text`. */
export const replaceAt = (subject: LintSubject, range: Range, text: string): Edit => ({
  file: subject.dockerfile.path,
  ...range,
  text,
});

/** The place from the end of one range to the beginning of another. */
export const between = (before: Range, after: Range): Range => ({
  firstLine: before.lastLine,
  firstColumn: before.lastColumn,
  lastLine: after.firstLine,
  lastColumn: after.firstColumn,
});

export function textAt({ dockerfile }: LintSubject, range: Range): string {
  const lines = linesIn(dockerfile).slice(range.firstLine - 1, range.lastLine);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? range.firstColumn - 1 : 0, at === last ? range.lastColumn - 1 : undefined))
    .join('\n');
}

/** Puts a flag behind the keyword. */
export function insertFlag(subject: LintSubject, { keyword, range }: Instruction, flag: string): Edit {
  const column = range.firstColumn + keyword.length;
  const place = { firstLine: range.firstLine, firstColumn: column, lastLine: range.firstLine, lastColumn: column };
  return replaceAt(subject, place, ` ${flag}`);
}

/** Takes an instruction away, its lines with it. */
export const removeInstruction = (subject: LintSubject, { range }: Instruction): Edit =>
  replaceAt(subject, { firstLine: range.firstLine, firstColumn: 1, lastLine: range.lastLine + 1, lastColumn: 1 }, '');

/**
 * Takes a command of a RUN away, with what joins it to its neighbour. Null where more than `&&` or `;` stands between: a
 * redirection, a bracket, a comment.
 */
export function removeCommand(subject: LintSubject, run: Instruction, command: ShellCommand): Edit | null {
  const at = run.commands.indexOf(command);
  const [before, after] = [run.commands[at - 1], run.commands[at + 1]];
  const isJoined = (one: Range, other: Range) => /^[\s\\]*(?:&&|;)[\s\\]*$/.test(textAt(subject, between(one, other)));
  const end = { ...run.range, firstLine: run.range.lastLine, firstColumn: run.range.lastColumn };
  const isLast = after === undefined && textAt(subject, between(command.range, end)).trim() === '';
  if (!isLast && (after === undefined || !isJoined(command.range, after.range))) return null;
  if (before !== undefined) {
    if (!isJoined(before.range, command.range)) return null;
    const { lastLine, lastColumn } = command.range;
    return replaceAt(subject, { ...between(before.range, command.range), lastLine, lastColumn }, '');
  }
  if (after === undefined) return removeInstruction(subject, run);
  const { firstLine, firstColumn } = command.range;
  return replaceAt(subject, { ...between(command.range, after.range), firstLine, firstColumn }, '');
}
