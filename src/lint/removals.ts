import type { Instruction, Range, ShellCommand } from '../model/dockerfile.ts';
import type { Edit } from './edits.ts';
import { between, endOf, textAt } from './places.ts';
import type { LintSubject } from './subject.ts';

/** What stands at `range` of the Dockerfile becomes `text`. */
export const replaceAt = (subject: LintSubject, range: Range, text: string): Edit => ({
  file: subject.dockerfile.path,
  ...range,
  text,
});

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
 * Takes a command of a RUN away, with what joins it to a neighbour: of `&&` and `;` the latter stays, since what stands
 * behind it runs in any case. Null where more stands between: a redirection, a bracket, a comment.
 */
export function removeCommand(subject: LintSubject, run: Instruction, command: ShellCommand): Edit | null {
  const at = run.commands.indexOf(command);
  const [before, after] = [run.commands[at - 1], run.commands[at + 1]];
  const isJoined = (one: Range, other: Range) => /^[\s\\]*(?:&&|;)[\s\\]*$/.test(textAt(subject, between(one, other)));
  const isFirst = before === undefined && isBlank(subject, between(scriptStart(run), command.range));
  const isLast = after === undefined && isBlank(subject, between(command.range, endOf(run.range)));
  if (!isFirst && (before === undefined || !isJoined(before.range, command.range))) return null;
  if (!isLast && (after === undefined || !isJoined(command.range, after.range))) return null;
  if (before !== undefined && (after === undefined || command.operator !== ';')) {
    return replaceAt(subject, between(before.range, endOf(command.range)), '');
  }
  if (after === undefined) return removeInstruction(subject, run);
  return replaceAt(subject, between(startOf(command.range), after.range), '');
}

const isBlank = (subject: LintSubject, range: Range): boolean => /^[\s\\]*$/.test(textAt(subject, range));

/** The place behind the keyword of a RUN and its flags. */
function scriptStart({ keyword, flags, range }: Instruction): Range {
  const keywordEnd = { ...range, lastLine: range.firstLine, lastColumn: range.firstColumn + keyword.length };
  return flags.at(-1)?.range ?? keywordEnd;
}

const startOf = (range: Range): Range => ({ ...range, lastLine: range.firstLine, lastColumn: range.firstColumn });
