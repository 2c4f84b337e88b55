import { createHash, type Hash, hash } from 'node:crypto';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { errorText, UserError } from '../errors.ts';
import { type DownloadMarks, tarBytesOf } from '../model/download-marks.ts';
import type { Digest, Entry, LayerIndex } from '../model/image.ts';
import { entryPacker } from '../model/packed-entries.ts';
import { formatBytes } from '../units.ts';
import { fileCollector } from './collect.ts';
import { errorCode } from './error-code.ts';
import { markCollector } from './marks.ts';
import { passedBuffers } from './scavenge.ts';
import { type TarHeader, type TarVisitor, tarWriter } from './tar.ts';
import { isZstd, splitFrames } from './zstd.ts';

/** What a layer may unpack to, 64 GiB: ten times the largest images seen. A bomb ends here, not at the disk's end. */
export const maxLayerBytes = 64 * 1024 ** 3;
/** A layer has at most some hundred thousand entries; these take the memory that a machine has for us. */
const maxEntries = 4_000_000;
/** Eight times what Linux takes in one call. */
const maxPathBytes = 32 * 1024;
/** Of all paths and links of a layer: 64 for each of that many entries. */
const maxTextBytes = 256 * 1024 ** 2;
/** The decompressors' own 16 KiB would cost a turn of the event loop for each. */
const chunkSize = 256 * 1024;
/**
 * A piece that goes into the decompressor is a mark's reach, and costs a turn of the event loop. So pieces are a part of
 * what came before, and few are smaller than those that sources hand over: of any layer some 200.
 */
const [leastPieceBytes, pieceParts] = [16 * 1024, 128] as const;

/**
 * Of layers and of files. Measured with Node 24 on a CPU with SHA extensions: SHA-1 1.8 GiB/s, SHA-256 1.7 GiB/s. So
 * files get SHA-256 too: a pull request must not be able to make two contents look equal.
 */
const algorithm = 'sha256';

export type Compression = 'none' | 'gzip' | 'zstd';

/** A layer blob, read. `digest` and `bytes` are of the blob as it came, compressed or not. */
export interface IndexedLayer {
  readonly index: LayerIndex;
  readonly digest: Digest;
  readonly bytes: number;
  readonly compression: Compression;
  readonly marks: DownloadMarks;
}

export interface IndexOptions {
  /** What the uncompressed bytes must hash to; null where it is not known yet. */
  readonly diffId: Digest | null;
  /** What the blob must hash to; null where it is not known. */
  readonly digest: Digest | null;
  /** Bound of the uncompressed bytes, and of what the files add up to; null: `maxLayerBytes`. */
  readonly maxBytes: number | null;
}

/** How a blob is compressed, by its first bytes (RFC 1952, RFC 8878). */
export function sniffCompression(head: Buffer): Compression {
  if (head.length >= 2 && head.readUInt16BE(0) === 0x1f8b) return 'gzip';
  return isZstd(head) ? 'zstd' : 'none';
}

export interface Peeked {
  /** The first bytes; fewer where there are no more. */
  readonly head: Buffer;
  /** All bytes, the first ones too; to be read once. */
  readonly whole: AsyncIterable<Buffer>;
}

/** Looks at the first bytes of a stream. */
export async function peek(source: AsyncIterable<Buffer>, bytes: number): Promise<Peeked> {
  const rest = source[Symbol.asyncIterator]();
  const pieces: Buffer[] = [];
  for (let length = 0; length < bytes; ) {
    const next = await rest.next();
    if (next.done) break;
    pieces.push(next.value);
    length += next.value.length;
  }
  const whole = async function* () {
    try {
      yield* pieces;
      yield* { [Symbol.asyncIterator]: () => rest };
    } finally {
      // Whoever stops among the first bytes lets go of the source too.
      await rest.return?.();
    }
  };
  return { head: Buffer.concat(pieces).subarray(0, bytes), whole: whole() };
}

/**
 * Reads a layer blob in one pass: gzip, zstd or plain tar. Holds no more of it than a chunk.
 *
 * Throws a UserError where the blob is truncated, corrupt, beyond its bound, or not what its digests say.
 */
export async function indexLayer(blob: AsyncIterable<Buffer>, options: IndexOptions): Promise<IndexedLayer> {
  try {
    return await readLayer(blob, options);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const name = options.diffId ?? options.digest;
    throw new UserError(`${name === null ? 'A layer' : `Layer ${name}`} cannot be read: ${explain(error)}`, {
      hint: 'The image is damaged, or it was not written whole: build, pull or save it again.',
      cause: error,
    });
  }
}

async function readLayer(blob: AsyncIterable<Buffer>, options: IndexOptions): Promise<IndexedLayer> {
  const { head, whole } = await peek(blob, 4);
  const compression = sniffCompression(head);
  const compressed = createHash(algorithm);
  let bytes = 0;
  const observe = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      bytes += chunk.length;
      compressed.update(chunk);
      passedBuffers(chunk.length);
      yield* piecesOf(chunk, bytes - chunk.length);
    }
  };
  let taken = 0;
  const take = (blobBytes: number) => {
    taken = blobBytes;
  };
  const content = contentIndex(
    options.maxBytes ?? maxLayerBytes,
    compression === 'none' ? (uncompressed) => uncompressed : () => taken,
  );
  if (compression === 'none') await pipeline(whole, content.sink);
  else await pipeline(decompress(observe(whole), compression, take), content.sink);
  const { index, marks, uncompressedBytes } = content.finish();
  const digest = compression === 'none' ? index.diffId : digestOf(compressed);
  verify('diffID', options.diffId, index.diffId);
  verify('digest', options.digest, digest);
  return { index, digest, bytes: compression === 'none' ? uncompressedBytes : bytes, compression, marks };
}

/** `before`: bytes of the blob before this chunk. */
function* piecesOf(chunk: Buffer, before: number): Generator<Buffer> {
  for (let at = 0; at < chunk.length; ) {
    const end = at + Math.max(leastPieceBytes, Math.floor((before + at) / pieceParts));
    yield chunk.subarray(at, end);
    at = end;
  }
}

/** Of a bomb, or of something very large that the user has to vouch for. */
export const tooLarge = (what: string, maxBytes: number) =>
  new UserError(`${what} unpacks to more than ${formatBytes(maxBytes)}`, {
    hint: 'Where that is right, allow more: max-unpacked.',
  });

const digestOf = (sum: Hash): Digest => `sha256:${sum.digest('hex')}`;

function verify(what: 'diffID' | 'digest', expected: Digest | null, actual: Digest): void {
  if (expected === null || expected === actual) return;
  throw new UserError(
    `A layer is not what the image says: its ${what} should be ${expected}, but its bytes give ${actual}`,
    {
      hint: 'The image is damaged or was tampered with: build, pull or save it again.',
    },
  );
}

/** zlib's words for a stream that ends too early, and ours. */
function explain(error: unknown): string {
  return errorCode(error) === 'Z_BUF_ERROR' ? 'its compressed data is truncated' : errorText(error);
}

/**
 * The uncompressed bytes; throws what the decompressor or the source throw.
 *
 * @param take is told, before each chunk, how many bytes of the source all chunks up to it were made of
 */
export async function* decompress(
  source: AsyncIterable<Buffer>,
  compression: 'gzip' | 'zstd',
  take: (sourceBytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const isGzip = compression === 'gzip';
  const decompressor = isGzip ? createGunzip({ chunkSize }) : createZstdDecompress({ chunkSize });
  const fed = pipeline(isGzip ? source : splitFrames(source), decompressor);
  // An error reaches the reader through the decompressor, which the pipeline destroys with it.
  fed.catch(() => undefined);
  for await (const chunk of decompressor) {
    // A chunk is all that has come out; the next piece goes in while this one is looked at, and counts when it is done.
    take(decompressor.bytesWritten);
    yield chunk;
  }
  await fed;
}

interface ContentIndex {
  readonly sink: Writable;
  /** To be called when the sink has finished. */
  finish(): { readonly index: LayerIndex; readonly marks: DownloadMarks; readonly uncompressedBytes: number };
}

/**
 * Hashes the uncompressed bytes and indexes the tar that they are.
 *
 * @param blobBytes how many bytes of the blob the uncompressed ones so far were made of
 */
function contentIndex(maxBytes: number, blobBytes: (uncompressedBytes: number) => number): ContentIndex {
  const sum = createHash(algorithm);
  const collector = entryCollector(maxBytes);
  const marks = markCollector();
  const tar = tarWriter(collector.visitor);
  let uncompressedBytes = 0;
  const sink = new Writable({
    highWaterMark: chunkSize,
    write(chunk: Buffer, _encoding, done) {
      uncompressedBytes += chunk.length;
      done(
        attempt(() => {
          if (uncompressedBytes > maxBytes) throw tooLarge('A layer', maxBytes);
          sum.update(chunk);
          tar.write(chunk);
          marks.note(collector.position(), blobBytes(uncompressedBytes));
          passedBuffers(chunk.length);
        }),
      );
    },
    final: (done) => done(attempt(() => tar.end())),
  });
  return {
    sink,
    finish: () => ({
      index: { diffId: digestOf(sum), ...collector.finish() },
      marks: marks.finish(),
      uncompressedBytes,
    }),
  };
}

/** For a stream's callbacks: what was thrown, or null. */
function attempt(work: () => void): Error | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(errorText(error));
  }
}

interface EntryCollector {
  readonly visitor: TarVisitor;
  /** How far the entries are read, as `DownloadMarks.tarBytes` counts. */
  position(): number;
  finish(): Pick<LayerIndex, 'diskBytes' | 'files' | 'entries' | 'collected'>;
}

/** Turns a tar's entries into a layer's, with the hash of each file's content. */
function entryCollector(maxBytes: number): EntryCollector {
  const entries = entryPacker();
  const collector = fileCollector();
  let diskBytes = 0;
  let textBytes = 0;
  let files = 0;
  let header: TarHeader | null = null;
  let path = '';
  let contentHash: string | Hash | null = null;
  /** Of the entries that have ended. */
  let tarBytes = 0;
  /** Of the one that has begun, so far and as a whole: both are 0 where none has. */
  let [begun, extent] = [0, 0];

  return {
    visitor: {
      entry(next) {
        if (entries.count >= maxEntries) throw new Error(`it has more than ${maxEntries} entries`);
        textBytes += checkedTextBytes(next);
        if (textBytes > maxTextBytes) throw new Error(`its paths have more than ${maxTextBytes} bytes`);
        header = next;
        path = normalisePath(next.path);
        contentHash = next.sparseMap === '' ? null : createHash(algorithm).update(next.sparseMap, 'latin1');
        [begun, extent] = [tarBytesOf({ size: 0 }), tarBytesOf(next)];
        if (next.kind === 'file') collector.begin(path, next);
      },
      content(piece) {
        begun += piece.length;
        if (header?.kind !== 'file') return;
        collector.content(piece);
        // Most files lie in one chunk: hashing them in one call costs a quarter less.
        if (contentHash === null && piece.length === header.stored) contentHash = hash(algorithm, piece, 'hex');
        else {
          if (contentHash === null || typeof contentHash === 'string') contentHash = createHash(algorithm);
          contentHash.update(piece);
        }
      },
      entryEnd() {
        if (header === null) return;
        const entry = toEntry(path, header, contentHash);
        entries.add(entry);
        tarBytes += tarBytesOf(entry);
        [begun, extent] = [0, 0];
        diskBytes += entry.size;
        if (entry.kind === 'file') {
          files++;
          collector.end();
        }
        // The holes of a sparse file take no bytes of the blob.
        if (diskBytes > maxBytes) throw tooLarge('A layer', maxBytes);
      },
    },
    position: () => tarBytes + Math.min(begun, extent),
    finish: () => ({ diskBytes, files, entries: entries.finish(), collected: collector.collected }),
  };
}

function checkedTextBytes({ path, link }: TarHeader): number {
  const linkLength = link?.length ?? 0;
  if (Math.max(path.length, linkLength) > maxPathBytes) {
    throw new Error(`it has a path of more than ${maxPathBytes} bytes`);
  }
  return path.length + linkLength;
}

const emptyHash = hash(algorithm, '', 'hex');

/** `path`: the header's, normalised. */
function toEntry(path: string, header: TarHeader, contentHash: string | Hash | null): Entry {
  const { mode, uid, gid } = header;
  const whiteout = whiteoutOf(path);
  if (whiteout !== null) return { ...whiteout, size: 0, hash: null, mode, uid, gid, link: null };
  const link = header.kind === 'hardlink' ? normalisePath(header.link ?? '') : header.link;
  const content = typeof contentHash === 'object' && contentHash !== null ? contentHash.digest('hex') : contentHash;
  const fileHash = header.kind === 'file' ? (content ?? emptyHash) : null;
  return { path, kind: header.kind, size: header.size, hash: fileHash, mode, uid, gid, link };
}

const whiteoutPrefix = '.wh.';
const opaqueMarker = '.wh..wh..opq';

/** What a whiteout hides (OCI image-spec, layer.md "Whiteouts"); null for any other entry. */
function whiteoutOf(path: string): { readonly path: string; readonly kind: 'whiteout' | 'opaque' } | null {
  const nameStart = path.lastIndexOf('/') + 1;
  if (!path.startsWith(whiteoutPrefix, nameStart)) return null;
  const name = path.slice(nameStart + whiteoutPrefix.length);
  if (path.slice(nameStart) === opaqueMarker)
    return { path: path.slice(0, Math.max(0, nameStart - 1)), kind: 'opaque' };
  // A marker without a name hides nothing.
  return name === '' ? null : { path: path.slice(0, nameStart) + name, kind: 'whiteout' };
}

/** No `./`, no empty component, no slash at either end; `..` stays, as a name like any other. */
export function normalisePath(path: string): string {
  if (!/^\/|^\.\/|^\.$|\/$|\/\.?\/|\/\.$/.test(path)) return path;
  return path
    .split('/')
    .filter((component) => component !== '' && component !== '.')
    .join('/');
}
