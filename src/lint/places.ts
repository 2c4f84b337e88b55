import type { Range } from '../model/dockerfile.ts';
import { linesIn } from './facts.ts';
import type { LintSubject } from './subject.ts';

/** The place from the end of one range to the beginning of another. */
export const between = (before: Range, after: Range): Range => ({
  firstLine: before.lastLine,
  firstColumn: before.lastColumn,
  lastLine: after.firstLine,
  lastColumn: after.firstColumn,
});

/** The place behind a range's last character. */
export const endOf = (range: Range): Range => ({
  ...range,
  firstLine: range.lastLine,
  firstColumn: range.lastColumn,
});

export function textAt({ dockerfile }: LintSubject, range: Range): string {
  const lines = linesIn(dockerfile).slice(range.firstLine - 1, range.lastLine);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? range.firstColumn - 1 : 0, at === last ? range.lastColumn - 1 : undefined))
    .join('\n');
}
