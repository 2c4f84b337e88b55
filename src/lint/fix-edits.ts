import { lineStarts, locator } from '../dockerfile/mapped-text.ts';
import type { Edit } from './edits.ts';

/** The lines of a text with their ends; a text that ends with a line's end has no empty line behind it. */
export const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

/** What ends the lines of a text, by its first. */
export const newlineOf = (text: string): string => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');

/** `text` with the edits of one file made; line breaks within an edit are those that `text` has. */
export function applyEdits(text: string, edits: readonly Edit[], newline = newlineOf(text)): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, by } of replacements(text, edits, newline)) {
    parts.push(text.slice(at, from), by);
    at = to;
  }
  return parts.join('') + text.slice(at);
}

/** Lines and columns are 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where what stands at a place stands afterwards; null: gone. */
export type Moved = (place: Place) => Place | null;

/** Where edits of one file move what stands in it: an insertion goes before what begins at its place. */
export function movedBy(text: string, edits: readonly Edit[]): Moved {
  const newline = newlineOf(text);
  const offset = offsetsIn(text);
  const made = replacements(text, edits, newline);
  const locate = locator(lineStarts(applyEdits(text, edits, newline)));
  return ({ line, column }) => {
    const at = offset(line, column);
    const hides = ({ from, to, by }: Replacement) => from <= at && at < to && (from < at || by === '');
    if (made.some(hides)) return null;
    const growth = made
      .filter(({ to }) => to <= at)
      .reduce((sum, { from, to, by }) => sum + by.length - (to - from), 0);
    const { firstLine, firstColumn } = locate(at + growth, at + growth);
    return { line: firstLine, column: firstColumn };
  };
}

/** An edit by offsets: what stands from one to before the other becomes `by`. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

function replacements(text: string, edits: readonly Edit[], newline: string): Replacement[] {
  const offset = offsetsIn(text);
  return inOrder(edits).map((edit) => ({
    from: offset(edit.firstLine, firstColumn(edit)),
    to: offset(edit.lastLine, lastColumn(edit)),
    by: edit.text.replaceAll('\n', newline),
  }));
}

/** Offsets of places; what is behind the end of `text` is its end. */
function offsetsIn(text: string): (line: number, column: number) => number {
  const starts = lineStarts(text);
  return (line, column) => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
}

/** For a text whose lines are others of a larger one. */
export const moveEdits = (edits: readonly Edit[], lines: number): Edit[] =>
  edits.map((edit) => ({ ...edit, firstLine: edit.firstLine + lines, lastLine: edit.lastLine + lines }));

/** By the places where they begin. */
export const inOrder = (edits: readonly Edit[]): Edit[] =>
  edits.toSorted((a, b) => a.firstLine - b.firstLine || firstColumn(a) - firstColumn(b));

/** Whether two edits share a place, or one begins where the other ends: then neither can be made beside the other. */
export const touch = (one: Edit, other: Edit): boolean =>
  one.file === other.file && !endsBefore(one, other) && !endsBefore(other, one);

const endsBefore = (one: Edit, other: Edit): boolean =>
  one.lastLine < other.firstLine || (one.lastLine === other.firstLine && lastColumn(one) < firstColumn(other));

/** An edit without columns is about whole lines, but for the end of the last. */
const firstColumn = (edit: Edit): number => edit.firstColumn ?? 1;
const lastColumn = (edit: Edit): number => edit.lastColumn ?? Number.POSITIVE_INFINITY;
