import type { Range } from '../model/dockerfile.ts';

/** A text put together from pieces of a file, which still knows where each of its characters stands there. */
export interface MappedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, its offset in the file. */
  readonly offsets: readonly number[];
}

export const emptyText: MappedText = { text: '', offsets: [] };

/** The piece of a file between two offsets. */
export function piece(file: string, start: number, end: number): MappedText {
  const text = file.slice(start, end);
  return { text, offsets: Array.from({ length: text.length }, (_, index) => start + index) };
}

export function join(pieces: readonly MappedText[]): MappedText {
  return { text: pieces.map(({ text }) => text).join(''), offsets: pieces.flatMap(({ offsets }) => offsets) };
}

export function slice(mapped: MappedText, start: number, end?: number): MappedText {
  return { text: mapped.text.slice(start, end), offsets: mapped.offsets.slice(start, end) };
}

/** Turns offsets in a file into lines and columns. */
export type Locate = (start: number, end: number) => Range;

/** The offsets at which the lines of a text begin. */
export function lineStarts(file: string): number[] {
  const starts = [0];
  for (let at = file.indexOf('\n'); at !== -1; at = file.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** `end` is the offset behind the last character. */
export function locator(starts: readonly number[]): Locate {
  const position = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return (start, end) => {
    const first = position(start);
    // The end belongs to the line of the last character, also where that is a line's last.
    const last = position(Math.max(start, end - 1));
    return {
      firstLine: first.line,
      firstColumn: first.column,
      lastLine: last.line,
      lastColumn: end > start ? last.column + 1 : last.column,
    };
  };
}

/** The place in the file of `mapped`'s characters from `start` up to `end`. */
export function rangeOf(mapped: MappedText, start: number, end: number, locate: Locate): Range {
  const first = mapped.offsets[start] ?? mapped.offsets.at(-1) ?? 0;
  const last = mapped.offsets[end - 1] ?? first;
  return locate(first, Math.max(first, last + 1));
}
