import type { Range } from '../model/dockerfile.ts';

/** A text put together from pieces of a file, which still knows where each of its characters stands there. */
export interface MappedText {
  readonly text: string;
  /** Where a piece begins: its index in `text`, its offset in the file. In the order of `text`. */
  readonly pieces: readonly { readonly index: number; readonly offset: number }[];
}

/** The piece of a file between two offsets. */
export function piece(file: string, start: number, end: number): MappedText {
  return { text: file.slice(start, end), pieces: [{ index: 0, offset: start }] };
}

export function join(parts: readonly MappedText[]): MappedText {
  const pieces: { index: number; offset: number }[] = [];
  let length = 0;
  for (const part of parts) {
    for (const { index, offset } of part.pieces) pieces.push({ index: index + length, offset });
    length += part.text.length;
  }
  return { text: parts.map(({ text }) => text).join(''), pieces };
}

export function slice(mapped: MappedText, start: number, end = mapped.text.length): MappedText {
  const inside = mapped.pieces.filter(({ index }) => index > start && index < end);
  const pieces = [{ index: start, offset: offsetOf(mapped, start) }, ...inside];
  return {
    text: mapped.text.slice(start, end),
    pieces: pieces.map(({ index, offset }) => ({ index: index - start, offset })),
  };
}

/** The index of the last element that is not above `value`, in an ascending list; 0 where there is none. */
function lastUpTo<T>(list: readonly T[], value: number, read: (item: T) => number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (read(list[middle] as T) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function offsetOf({ pieces }: MappedText, at: number): number {
  const { index, offset } = pieces[lastUpTo(pieces, at, (found) => found.index)] ?? { index: 0, offset: 0 };
  return offset + at - index;
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
    const line = lastUpTo(starts, offset, (start) => start);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
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
  const first = offsetOf(mapped, start);
  return locate(first, end > start ? offsetOf(mapped, end - 1) + 1 : first);
}
