import type { ContentReader } from './binary-scanner.ts';
import { joinFacts, writeFact } from './facts.ts';

/** Libraries and addons by their names; programs are told by their mode. */
export const mayBeLibrary = (path: string): boolean => /\.so(?:\.[\w.]*)?$|\.node$/.test(path);

/**
 * Reads what a dynamically linked ELF file needs: `soname`, `needs`, and under `names` every other name of a library that
 * stands in it, since a program hands such names to dlopen(3). Null for anything else.
 *
 * The dynamic section points to names that mostly passed long before it. So whatever looks like a library's name is kept
 * with its place until the section tells which of them are needed; where it can't be read in one pass, all are `names`.
 * The result does not depend on how the bytes are cut into pieces.
 */
export function elfReader(): ContentReader {
  const tables = tableReader();
  const names = libraryNames();
  return {
    write(piece) {
      if (tables.isDynamic() === false) return;
      tables.write(piece);
      names.write(piece);
    },
    finish() {
      const told = tables.finish();
      const found = names.finish();
      if (told === null) return null;
      return found === null ? writeFact('unread') : factsOf(told, found);
    },
  };
}

/** Where a text stands in the file, and the text. */
interface PlacedName {
  readonly place: number;
  readonly text: string;
}

/** Places of texts, as the dynamic section has them. */
interface Dynamic {
  readonly soname: number | null;
  readonly needs: readonly number[];
}

const unknown: Dynamic = { soname: null, needs: [] };

function factsOf({ soname, needs }: Dynamic, found: readonly PlacedName[]): Buffer | null {
  const nameAt = (at: number): string[] => {
    const name = lastUpTo(at, found);
    return name === null || at >= name.place + name.text.length ? [] : [name.text.slice(at - name.place)];
  };
  const own = soname === null ? [] : nameAt(soname);
  const needed = new Set(needs.flatMap(nameAt));
  const others = new Set(found.map(({ text }) => baseName(text)));
  for (const name of [...own, ...needed]) others.delete(baseName(name));
  return joinFacts([
    own.length > 0 ? writeFact('soname', own) : null,
    needed.size > 0 ? writeFact('needs', needed) : null,
    others.size > 0 ? writeFact('names', others) : null,
  ]);
}

/** The last name, by their places, that begins at `place` or before. */
function lastUpTo(place: number, found: readonly PlacedName[]): PlacedName | null {
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((found[middle]?.place ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return found[low - 1] ?? null;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const maxNameBytes = 255;
/** Of one file; a hundred times what real ones have. */
const maxNames = 4096;
const mark = Buffer.from('.so');
const libraryName = /[\w+~-]\.so(?:\.[\w.+~-]*)?$/;

/** Collects what looks like the name of a shared library; null where that is more than any real file has. */
function libraryNames() {
  const found: PlacedName[] = [];
  /** The last bytes, whose names may go on. */
  let rest = Buffer.of();
  /** From where on marks of `rest` were not looked at. */
  let fresh = 0;
  let offset = 0;
  /** Where the last name ended: what has many marks is one. */
  let lastEnd = 0;

  /** Looks at the marks from `start` to `end`; `place`: of the first byte in the file. */
  const scan = (data: Buffer, place: number, start: number, end: number): void => {
    const next = (from: number) => data.indexOf(mark, Math.max(from, lastEnd - place));
    for (let at = next(start); at >= 0 && at < end; at = next(at + mark.length)) {
      if (found.length > maxNames) return;
      const [first, last] = [edgeOfName(data, at, -1), edgeOfName(data, at, 1)];
      const text = data.toString('latin1', first, last);
      if (libraryName.test(text)) found.push({ place: place + first, text });
      lastEnd = place + last;
    }
  };

  return {
    write(piece: Buffer): void {
      // Only the seam is copied: the pieces are most of what streams by.
      const isLong = piece.length > 2 * maxNameBytes;
      const seam = Buffer.concat([rest, isLong ? piece.subarray(0, 2 * maxNameBytes) : piece]);
      const seamEnd = Math.max(fresh, seam.length - maxNameBytes);
      scan(seam, offset - rest.length, fresh, seamEnd);
      if (isLong) scan(piece, offset, maxNameBytes, piece.length - maxNameBytes);
      offset += piece.length;
      rest = isLong
        ? Buffer.from(piece.subarray(-2 * maxNameBytes))
        : seam.subarray(Math.max(0, seamEnd - maxNameBytes));
      fresh = isLong ? maxNameBytes : Math.min(seamEnd, maxNameBytes);
    },
    finish(): readonly PlacedName[] | null {
      scan(rest, offset - rest.length, fresh, rest.length);
      return found.length > maxNames ? null : found;
    },
  };
}

/** The first byte of the name around `at`, or the one behind its last. */
function edgeOfName(data: Buffer, at: number, step: 1 | -1): number {
  const limit = at + step * maxNameBytes;
  let edge = at;
  while (edge !== limit && isNameByte(data[step === 1 ? edge : edge - 1])) edge += step;
  return edge;
}

/** By byte: whether names have it. */
const inNames = new Uint8Array(256);
for (const byte of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.+~@$/-'))
  inNames[byte] = 1;
const isNameByte = (byte: number | undefined): boolean => byte !== undefined && inNames[byte] === 1;

/** A run of a file's bytes. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands here is at hand whatever comes later. */
const headBytes = 4096;

/** Feeds `dynamicSteps` with the tables that it asks for, while they stream by. */
function tableReader() {
  const steps = dynamicSteps();
  let head: Buffer | null = Buffer.of();
  let offset = 0;
  let wanted: Span | null = null;
  let pieces: Buffer[] = [];
  let result: Dynamic | null | undefined;

  const take = (step: IteratorResult<Span, Dynamic | null>): void => {
    pieces = [];
    wanted = step.done ? null : step.value;
    if (step.done) result = step.value;
  };

  const begin = (start: Buffer): void => {
    head = null;
    take(steps.next(null));
    while (wanted !== null && wanted.end <= Math.min(headBytes, start.length)) {
      take(steps.next(start.subarray(wanted.start, wanted.end)));
    }
    follow(start);
  };

  const follow = (piece: Buffer): void => {
    while (wanted !== null) {
      const had = pieces.reduce((sum, { length }) => sum + length, 0);
      const part = piece.subarray(Math.max(0, wanted.start + had - offset), Math.max(0, wanted.end - offset));
      // A copy: the stream's own buffer would stay.
      pieces.push(Buffer.from(part));
      if (had + part.length < wanted.end - wanted.start) break;
      take(steps.next(Buffer.concat(pieces)));
    }
    offset += piece.length;
  };

  return {
    /** Whether this is a dynamically linked ELF file; undefined: not known yet. */
    isDynamic: (): boolean | undefined => (result === undefined ? undefined : result !== null),
    write(piece: Buffer): void {
      if (result !== undefined) return;
      const start = head === null || head.length === 0 ? piece : Buffer.concat([head, piece]);
      if (head === null) follow(piece);
      else if (start.length < headBytes) head = Buffer.from(start);
      else begin(start);
    },
    /** Null: it is none. */
    finish(): Dynamic | null {
      if (head !== null) begin(head);
      while (result === undefined) take(steps.next(null));
      return result;
    },
  };
}

/** Of program headers, or of a dynamic section: real ones have some hundred entries. */
const maxTableBytes = 64 * 1024;
const headerBytes = 64;
const magic = Buffer.from('\x7fELF', 'latin1');

/**
 * Asks for the tables of an ELF file (elf(5)), each told of by the one before: header, program headers, dynamic section.
 * Is answered with their bytes, or null where the file ends before. Gives null where it is no such file.
 */
function* dynamicSteps(): Generator<Span, Dynamic | null, Buffer | null> {
  const header = yield { start: 0, end: headerBytes };
  const layout = header === null ? null : readLayout(header);
  if (layout === null) return null;
  const { segments: segmentsSpan, numbers } = layout;
  if (!isAhead(segmentsSpan, headerBytes)) return unknown;
  const table = yield segmentsSpan;
  const segments = table === null ? null : readSegments(table, numbers);
  if (segments === null) return unknown;
  const dynamic = segments.find(({ type }) => type === 'dynamic');
  if (dynamic === undefined) return null;
  const span = { start: dynamic.offset, end: dynamic.offset + dynamic.bytes };
  if (!isAhead(span, segmentsSpan.end)) return unknown;
  const section = yield span;
  return section === null ? unknown : readDynamic(section, segments, numbers);
}

/** Whether a table can still be read when the one that tells of it ends at `end`. */
const isAhead = (span: Span, end: number): boolean =>
  span.end - span.start <= maxTableBytes &&
  (span.start >= end || (span.end <= headBytes && end <= headBytes && span.start >= 0));

/** How a file writes numbers. */
interface Numbers {
  readonly is64Bit: boolean;
  /** Of an address or an offset: 4 or 8 bytes. */
  word(table: Buffer, at: number): number;
  half(table: Buffer, at: number): number;
  /** Of a segment's type. */
  int(table: Buffer, at: number): number;
}

function numbersOf(is64Bit: boolean, isLittle: boolean): Numbers {
  const int = (table: Buffer, at: number) => (isLittle ? table.readUInt32LE(at) : table.readUInt32BE(at));
  const long = (table: Buffer, at: number) => Number(isLittle ? table.readBigUInt64LE(at) : table.readBigUInt64BE(at));
  return {
    is64Bit,
    int,
    word: is64Bit ? long : int,
    half: (table, at) => (isLittle ? table.readUInt16LE(at) : table.readUInt16BE(at)),
  };
}

function readLayout(header: Buffer): { readonly segments: Span; readonly numbers: Numbers } | null {
  const [width, order] = [header[4], header[5]];
  const isKnown = (width === 1 || width === 2) && (order === 1 || order === 2);
  if (!isKnown || !header.subarray(0, magic.length).equals(magic)) return null;
  const is64Bit = width === 2;
  const numbers = numbersOf(is64Bit, order === 1);
  const start = numbers.word(header, is64Bit ? 32 : 28);
  const [entryBytes, count] = (is64Bit ? [54, 56] : [42, 44]).map((at) => numbers.half(header, at)) as [number, number];
  if (entryBytes !== segmentBytes(numbers) || count === 0) return null;
  return { numbers, segments: { start, end: start + entryBytes * count } };
}

interface Segment {
  readonly type: 'load' | 'dynamic' | 'other';
  readonly offset: number;
  readonly address: number;
  readonly bytes: number;
}

const segmentBytes = ({ is64Bit }: Numbers): number => (is64Bit ? 56 : 32);

function readSegments(table: Buffer, numbers: Numbers): Segment[] {
  const [offset, address, bytes] = numbers.is64Bit ? [8, 16, 32] : [4, 8, 16];
  return placesOf(table, segmentBytes(numbers)).map((at) => ({
    type: ({ 1: 'load', 2: 'dynamic' } as const)[numbers.int(table, at)] ?? 'other',
    offset: numbers.word(table, at + offset),
    address: numbers.word(table, at + address),
    bytes: numbers.word(table, at + bytes),
  }));
}

const tags = { end: 0, needed: 1, texts: 5, soname: 14 };

/** Null places where the section does not tell, or the file does not hold, the texts that it points to. */
function readDynamic(section: Buffer, segments: readonly Segment[], numbers: Numbers): Dynamic {
  const half = numbers.is64Bit ? 8 : 4;
  const entries = placesOf(section, 2 * half).map((at) => ({
    tag: numbers.word(section, at),
    value: numbers.word(section, at + half),
  }));
  const end = entries.findIndex(({ tag }) => tag === tags.end);
  const told = end < 0 ? entries : entries.slice(0, end);
  const texts = placeOf(told.find(({ tag }) => tag === tags.texts)?.value ?? null, segments);
  if (texts === null) return unknown;
  const valuesOf = (wanted: number) => told.filter(({ tag }) => tag === wanted).map(({ value }) => texts + value);
  return { soname: valuesOf(tags.soname)[0] ?? null, needs: valuesOf(tags.needed) };
}

/** Where in the file that stands which a segment brings to `address`. */
function placeOf(address: number | null, segments: readonly Segment[]): number | null {
  if (address === null) return null;
  const holds = (segment: Segment) => segment.address <= address && address < segment.address + segment.bytes;
  const segment = segments.find((each) => each.type === 'load' && holds(each));
  return segment === undefined ? null : address - segment.address + segment.offset;
}

/** Where the entries of a table begin. */
const placesOf = (table: Buffer, bytes: number): number[] =>
  Array.from({ length: Math.floor(table.length / bytes) }, (_, at) => at * bytes);
