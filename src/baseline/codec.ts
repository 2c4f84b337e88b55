import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { errorText } from '../errors.ts';
import { type DownloadMarks, maxMarks } from '../model/download-marks.ts';
import type { Digest, EntryKind, LayerIndex } from '../model/image.ts';
import type { MeasuredLayer } from '../model/measurement.ts';
import { entryPacker } from '../model/packed-entries.ts';
import { type BaselineRecord, recordDocument } from '../model/record.ts';

/**
 * A baseline record as files: `measurement.json`, `layers/<hex of the diffID>` for each distinct layer, and
 * `marks/<hex of the digest>` for each distinct blob whose marks are known, which records had not at first.
 *
 * A layer's file is zstd over sections, each a 32-bit little-endian length and that many bytes; one section per column
 * of its entries, in the order of `Columns`, then three of what was collected, which records had not at first: numbers
 * (the version, the count, each file's lengths), paths, contents. Numbers are LEB128 varints, texts latin1. Beside JSON
 * in gzip that is a quarter smaller (25,000 entries: 0.56 MB, most of it the hashes) and never exists as one large text.
 * Equal indexes give equal bytes, so that a store that addresses by content keeps each once. Totals are not written:
 * they are added up again and held against the measurement.
 *
 * Marks are a file of their own, since a layer has the same index from every source and other blobs: zstd over varints,
 * how many there are, then how far each is from the one before in the tar, then likewise in the blob.
 */
interface Columns<Column> {
  /** Characters that a path has in common with the one before. */
  readonly shared: Column;
  readonly pathLengths: Column;
  /** Paths without what they share. */
  readonly paths: Column;
  /** One byte each, an index of `kinds`. */
  readonly kinds: Column;
  readonly sizes: Column;
  /** Bytes, not hexadecimal digits; 0: no hash. */
  readonly hashLengths: Column;
  readonly hashes: Column;
  readonly modes: Column;
  readonly uids: Column;
  readonly gids: Column;
  /** One more than the length; 0: no link. */
  readonly linkLengths: Column;
  readonly links: Column;
}

/** Of which files are collected and what of them (src/packages/collected.ts): another version's say nothing. */
const collectedVersion = 3;

export type DecodedRecord =
  | { readonly kind: 'record'; readonly record: BaselineRecord }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A record's content by path, in the order in which it was written. */
export type RecordFiles = ReadonlyMap<string, Buffer>;

const documentPath = 'measurement.json';
const layerPath = (diffId: Digest) => `layers/${diffId.slice('sha256:'.length)}`;
const marksPath = (digest: Digest) => `marks/${digest.slice('sha256:'.length)}`;

/** Part of the format: add at the end only. */
const kinds: readonly EntryKind[] = ['file', 'directory', 'symlink', 'hardlink', 'other', 'whiteout', 'opaque'];

/** What a record from outside may make us allocate; an image of a million files needs a third of it. */
const limits = {
  documentBytes: 16 * 2 ** 20,
  layers: 1024,
  entries: 4_000_000,
  columnBytes: 256 * 2 ** 20,
  pathBytes: 256 * 2 ** 20,
};

export function encodeRecord({ version, measurement, trend, layers, marks }: BaselineRecord): Map<string, Buffer> {
  const document = Buffer.from(JSON.stringify({ version, measurement, trend }));
  const files = new Map<string, Buffer>([[documentPath, document]]);
  for (const index of layers.values()) files.set(layerPath(index.diffId), encodeIndex(index));
  for (const [digest, each] of marks) files.set(marksPath(digest), encodeMarks(each));
  return files;
}

/** Never throws: whatever is wrong with the files is the reason. */
export function decodeRecord(files: RecordFiles): DecodedRecord {
  try {
    return decodeFiles(files);
  } catch (error) {
    return { kind: 'unreadable', reason: errorText(error) };
  }
}

function decodeFiles(files: RecordFiles): DecodedRecord {
  const text = files.get(documentPath);
  if (text === undefined) throw new Error(`it has no ${documentPath}`);
  if (text.length > limits.documentBytes) throw new Error(`${documentPath} is larger than any that we write`);
  const json: unknown = parseJson(text);
  const version = versionOf(json);
  if (version > 1) return { kind: 'newer', version };

  const document = recordDocument.safeParse(json);
  if (!document.success) {
    const [issue] = document.error.issues;
    throw new Error(`${documentPath}: ${issue?.path.join('.') || 'document'}: ${issue?.message}`);
  }
  const measured = document.data.measurement.layers;
  const layers = decodeLayers(measured, files);
  return { kind: 'record', record: { ...document.data, layers, marks: decodeAllMarks(measured, files) } };
}

function parseJson(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString());
  } catch {
    throw new Error(`${documentPath} is not JSON`);
  }
}

function versionOf(json: unknown): number {
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : null;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    throw new Error(`${documentPath} states no version`);
  }
  return version;
}

function decodeLayers(measured: readonly MeasuredLayer[], files: RecordFiles): Map<Digest, LayerIndex> {
  if (measured.length > limits.layers) throw new Error(`it has more than ${limits.layers} layers`);
  const layers = new Map<Digest, LayerIndex>();
  const budget = { columnBytes: limits.columnBytes, entries: limits.entries, pathBytes: limits.pathBytes };
  for (const layer of measured) {
    const index = layers.get(layer.diffId) ?? decodeLayer(layer.diffId, files.get(layerPath(layer.diffId)), budget);
    if (index.diskBytes !== layer.diskBytes || index.files !== layer.files) {
      throw new Error(`the entries of layer ${layer.diffId} do not add up to its size`);
    }
    layers.set(layer.diffId, index);
  }
  return layers;
}

/** What is left of the limits for the layers to come. */
interface Budget {
  columnBytes: number;
  entries: number;
  pathBytes: number;
}

function decodeLayer(diffId: Digest, file: Buffer | undefined, budget: Budget): LayerIndex {
  if (file === undefined) throw new Error(`the index of layer ${diffId} is missing`);
  try {
    return decodeIndex(diffId, file, budget);
  } catch (error) {
    throw new Error(`the index of layer ${diffId} is damaged: ${errorText(error)}`);
  }
}

function decodeAllMarks(measured: readonly MeasuredLayer[], files: RecordFiles): Map<Digest, DownloadMarks> {
  const marks = new Map<Digest, DownloadMarks>();
  for (const { digest, downloadBytes } of measured) {
    const file = digest && files.get(marksPath(digest));
    if (digest === null || !file) continue;
    marks.set(digest, marks.get(digest) ?? decodeBlobMarks(digest, file, downloadBytes ?? 0));
  }
  return marks;
}

function decodeBlobMarks(digest: Digest, file: Buffer, blobBytes: number): DownloadMarks {
  try {
    const marks = decodeMarks(file);
    if ((marks.blobBytes.at(-1) ?? 0) > blobBytes) throw new Error('they go beyond its end');
    return marks;
  } catch (error) {
    throw new Error(`the marks of blob ${digest} are damaged: ${errorText(error)}`);
  }
}

function encodeMarks({ tarBytes, blobBytes }: DownloadMarks): Buffer {
  const numbers = byteWriter();
  numbers.varint(tarBytes.length);
  for (const column of [tarBytes, blobBytes]) {
    column.forEach((value, at) => {
      numbers.varint(value - (column[at - 1] ?? 0));
    });
  }
  return zstdCompressSync(numbers.written());
}

const longestVarint = 8;
/** The longest that we write. */
const maxMarksBytes = (1 + 2 * maxMarks) * longestVarint;

function decodeMarks(file: Buffer): DownloadMarks {
  const number = varintReader(zstdDecompressSync(file, { maxOutputLength: maxMarksBytes }));
  const count = number();
  if (count > maxMarks) throw new Error('too many marks');
  const column = () => {
    let sum = 0;
    return Float64Array.from({ length: count }, () => {
      sum += number();
      return sum;
    });
  };
  return { tarBytes: column(), blobBytes: column() };
}

export function encodeIndex({ entries, collected }: LayerIndex): Buffer {
  const all = [...encodeEntries(entries), ...(collected === null ? [] : encodeCollected(collected))];
  return zstdCompressSync(Buffer.concat(all.flatMap((section) => [uint32(section.length), section])));
}

/** One pass, and no text of an entry outlives it: there may be a million. */
function encodeEntries(entries: LayerIndex['entries']): Buffer[] {
  const columns = {
    shared: byteWriter(),
    pathLengths: byteWriter(),
    paths: byteWriter(),
    kinds: byteWriter(),
    sizes: byteWriter(),
    hashLengths: byteWriter(),
    hashes: byteWriter(),
    modes: byteWriter(),
    uids: byteWriter(),
    gids: byteWriter(),
    linkLengths: byteWriter(),
    links: byteWriter(),
  } satisfies Columns<ByteWriter>;
  let before = '';
  for (const { path, kind, size, hash, mode, uid, gid, link } of entries) {
    const shared = sharedPrefix(before, path);
    columns.shared.varint(shared);
    columns.pathLengths.varint(path.length - shared);
    columns.paths.text(path.slice(shared), 'latin1');
    columns.kinds.varint(kinds.indexOf(kind));
    columns.sizes.varint(size);
    columns.hashLengths.varint((hash?.length ?? 0) / 2);
    columns.hashes.text(hash ?? '', 'hex');
    columns.modes.varint(mode);
    columns.uids.varint(uid);
    columns.gids.varint(gid);
    columns.linkLengths.varint(link === null ? 0 : link.length + 1);
    columns.links.text(link ?? '', 'latin1');
    before = path;
  }
  return columnOrder.map((name) => columns[name].written());
}

function encodeCollected(collected: ReadonlyMap<string, Buffer>): Buffer[] {
  const lengths = [...collected].flatMap(([path, content]) => [path.length, content.length]);
  const numbers = byteWriter();
  for (const number of [collectedVersion, collected.size, ...lengths]) numbers.varint(number);
  return [
    numbers.written(),
    Buffer.from([...collected.keys()].join(''), 'latin1'),
    Buffer.concat([...collected.values()]),
  ];
}

const columnOrder: readonly (keyof Columns<unknown>)[] = [
  'shared',
  'pathLengths',
  'paths',
  'kinds',
  'sizes',
  'hashLengths',
  'hashes',
  'modes',
  'uids',
  'gids',
  'linkLengths',
  'links',
];

function decodeIndex(diffId: Digest, file: Buffer, budget: Budget): LayerIndex {
  const content = zstdDecompressSync(file, { maxOutputLength: Math.max(1, budget.columnBytes) });
  budget.columnBytes -= content.length;
  const { section, isAtEnd } = sections(content);
  const shared = section();
  const pathLengths = section();
  const path = pathReader(varintReader(shared), varintReader(pathLengths), section(), budget);
  const kindCodes = section();
  budget.entries -= kindCodes.length;
  if (budget.entries < 0) throw new Error('too many entries');
  const size = varintReader(section());
  const hashLength = varintReader(section());
  const hash = bytesReader(section());
  const mode = varintReader(section());
  const uid = varintReader(section());
  const gid = varintReader(section());
  const linkLength = varintReader(section());
  const link = bytesReader(section());

  const entries = entryPacker();
  let diskBytes = 0;
  let files = 0;
  for (const code of kindCodes) {
    const entry = {
      path: path(),
      kind: kindOf(code),
      size: size(),
      hash: hash(hashLength(), 'hex') || null,
      mode: mode(),
      uid: uid(),
      gid: gid(),
      link: optional(linkLength(), (length) => link(length, 'latin1')),
    };
    if (entry.kind === 'file') files += 1;
    else if (entry.size !== 0) throw new Error('something that is not a file has a size');
    diskBytes += entry.size;
    entries.add(entry);
  }
  const collected = isAtEnd() ? null : decodeCollected(section(), section(), section());
  return { diffId, diskBytes, files, entries: entries.finish(), collected };
}

/** Null where another version collected. */
function decodeCollected(numbers: Buffer, paths: Buffer, contents: Buffer): Map<string, Buffer> | null {
  const number = varintReader(numbers);
  if (number() !== collectedVersion) return null;
  const path = bytesReader(paths);
  const content = bytesReader(contents);
  const collected = new Map<string, Buffer>();
  for (let count = number(); count > 0; count -= 1) {
    // A copy: a part of the section would keep all of it alive.
    collected.set(path(number(), 'latin1'), Buffer.from(content(number(), 'latin1'), 'latin1'));
  }
  return collected;
}

function kindOf(code: number): EntryKind {
  const kind = kinds[code];
  if (kind === undefined) throw new Error('unknown kind of entry');
  return kind;
}

/** A length is written as one more, so that 0 can say that there is nothing. */
function optional<T>(lengthAndOne: number, read: (length: number) => T): T | null {
  return lengthAndOne === 0 ? null : read(lengthAndOne - 1);
}

function sharedPrefix(before: string, path: string): number {
  const end = Math.min(before.length, path.length);
  let at = 0;
  while (at < end && before.charCodeAt(at) === path.charCodeAt(at)) at += 1;
  return at;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

interface ByteWriter {
  /** LEB128; arithmetic instead of shifts, since sizes go beyond 32 bits. */
  varint(value: number): void;
  text(text: string, encoding: 'hex' | 'latin1'): void;
  written(): Buffer;
}

function byteWriter(): ByteWriter {
  let bytes = Buffer.allocUnsafe(256);
  let end = 0;
  const makeRoom = (added: number) => {
    if (end + added > bytes.length) bytes = Buffer.concat([bytes], Math.max(bytes.length * 2, end + added));
  };
  return {
    varint(value) {
      makeRoom(longestVarint);
      let rest = value;
      for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes[end++] = (rest % 0x80) | 0x80;
      bytes[end++] = rest;
    },
    text(text, encoding) {
      makeRoom(text.length);
      end += bytes.write(text, end, encoding);
    },
    written: () => bytes.subarray(0, end),
  };
}

function sections(content: Buffer): { readonly section: () => Buffer; readonly isAtEnd: () => boolean } {
  let at = 0;
  const section = () => {
    const start = at + 4;
    const length = start <= content.length ? content.readUInt32LE(at) : Number.POSITIVE_INFINITY;
    at = start + length;
    if (at > content.length) throw new Error('a column is cut off');
    return content.subarray(start, at);
  };
  return { section, isAtEnd: () => at === content.length };
}

function varintReader(bytes: Buffer): () => number {
  let at = 0;
  return () => {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error('a column is cut off');
      value += (byte & 0x7f) * scale;
      if (!Number.isSafeInteger(value)) throw new Error('a number is too large');
      if (byte < 0x80) return value;
    }
  };
}

function bytesReader(bytes: Buffer): (length: number, encoding: 'hex' | 'latin1') => string {
  let at = 0;
  return (length, encoding) => {
    const start = at;
    at += length;
    if (at > bytes.length) throw new Error('a column is cut off');
    return bytes.toString(encoding, start, at);
  };
}

/** Builds each path in one buffer: `before.slice(…) + suffix` would keep the whole chain of earlier strings alive. */
function pathReader(shared: () => number, lengths: () => number, suffixes: Buffer, budget: Budget): () => string {
  let path = Buffer.alloc(4096);
  let length = 0;
  let at = 0;
  return () => {
    const keep = shared();
    const added = lengths();
    if (keep > length || at + added > suffixes.length) throw new Error('a path is cut off');
    length = keep + added;
    budget.pathBytes -= length;
    if (budget.pathBytes < 0) throw new Error('the paths are too long');
    if (length > path.length) path = Buffer.concat([path, Buffer.alloc(length)]);
    suffixes.copy(path, keep, at, at + added);
    at += added;
    return path.toString('latin1', 0, length);
  };
}
