import { createHash, hash } from 'node:crypto';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { errorText, UserError } from "../errors.js";
import { entryPacker } from "../model/packed-entries.js";
import { formatBytes } from "../units.js";
import { fileCollector } from "./collect.js";
import { errorCode } from "./error-code.js";
import { passedBuffers } from "./scavenge.js";
import { tarWriter } from "./tar.js";
import { isZstd, splitFrames } from "./zstd.js";
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
 * Of layers and of files. Measured with Node 24 on a CPU with SHA extensions: SHA-1 1.8 GiB/s, SHA-256 1.7 GiB/s. So
 * files get SHA-256 too: a pull request must not be able to make two contents look equal.
 */
const algorithm = 'sha256';
/** How a blob is compressed, by its first bytes (RFC 1952, RFC 8878). */
export function sniffCompression(head) {
    if (head.length >= 2 && head.readUInt16BE(0) === 0x1f8b)
        return 'gzip';
    return isZstd(head) ? 'zstd' : 'none';
}
/** Looks at the first bytes of a stream. */
export async function peek(source, bytes) {
    const rest = source[Symbol.asyncIterator]();
    const pieces = [];
    for (let length = 0; length < bytes;) {
        const next = await rest.next();
        if (next.done)
            break;
        pieces.push(next.value);
        length += next.value.length;
    }
    const whole = async function* () {
        try {
            yield* pieces;
            yield* { [Symbol.asyncIterator]: () => rest };
        }
        finally {
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
export async function indexLayer(blob, options) {
    try {
        return await readLayer(blob, options);
    }
    catch (error) {
        if (error instanceof UserError)
            throw error;
        const name = options.diffId ?? options.digest;
        throw new UserError(`${name === null ? 'A layer' : `Layer ${name}`} cannot be read: ${explain(error)}`, {
            hint: 'The image is damaged, or it was not written whole: build, pull or save it again.',
            cause: error,
        });
    }
}
async function readLayer(blob, options) {
    const { head, whole } = await peek(blob, 4);
    const compression = sniffCompression(head);
    const compressed = createHash(algorithm);
    let bytes = 0;
    const observe = async function* (source) {
        for await (const chunk of source) {
            bytes += chunk.length;
            compressed.update(chunk);
            passedBuffers(chunk.length);
            yield chunk;
        }
    };
    const content = contentIndex(options.maxBytes ?? maxLayerBytes);
    if (compression === 'none')
        await pipeline(whole, content.sink);
    else
        await pipeline(decompress(observe(whole), compression), content.sink);
    const { uncompressedBytes, ...index } = content.finish();
    const digest = compression === 'none' ? index.diffId : digestOf(compressed);
    verify('diffID', options.diffId, index.diffId);
    verify('digest', options.digest, digest);
    return { index, digest, bytes: compression === 'none' ? uncompressedBytes : bytes, compression };
}
/** Of a bomb, or of something very large that the user has to vouch for. */
export const tooLarge = (what, maxBytes) => new UserError(`${what} unpacks to more than ${formatBytes(maxBytes)}`, {
    hint: 'Where that is right, allow more: max-unpacked.',
});
const digestOf = (sum) => `sha256:${sum.digest('hex')}`;
function verify(what, expected, actual) {
    if (expected === null || expected === actual)
        return;
    throw new UserError(`A layer is not what the image says: its ${what} should be ${expected}, but its bytes give ${actual}`, {
        hint: 'The image is damaged or was tampered with: build, pull or save it again.',
    });
}
/** zlib's words for a stream that ends too early, and ours. */
function explain(error) {
    return errorCode(error) === 'Z_BUF_ERROR' ? 'its compressed data is truncated' : errorText(error);
}
/** The uncompressed bytes; throws what the decompressor or the source throw. */
export async function* decompress(source, compression) {
    const isGzip = compression === 'gzip';
    const decompressor = isGzip ? createGunzip({ chunkSize }) : createZstdDecompress({ chunkSize });
    const fed = pipeline(isGzip ? source : splitFrames(source), decompressor);
    // An error reaches the reader through the decompressor, which the pipeline destroys with it.
    fed.catch(() => undefined);
    yield* decompressor;
    await fed;
}
/** Hashes the uncompressed bytes and indexes the tar that they are. */
function contentIndex(maxBytes) {
    const sum = createHash(algorithm);
    const collector = entryCollector(maxBytes);
    const tar = tarWriter(collector.visitor);
    let uncompressedBytes = 0;
    const sink = new Writable({
        highWaterMark: chunkSize,
        write(chunk, _encoding, done) {
            uncompressedBytes += chunk.length;
            done(attempt(() => {
                if (uncompressedBytes > maxBytes)
                    throw tooLarge('A layer', maxBytes);
                sum.update(chunk);
                tar.write(chunk);
                passedBuffers(chunk.length);
            }));
        },
        final: (done) => done(attempt(() => tar.end())),
    });
    return { sink, finish: () => ({ diffId: digestOf(sum), ...collector.finish(), uncompressedBytes }) };
}
/** For a stream's callbacks: what was thrown, or null. */
function attempt(work) {
    try {
        work();
        return null;
    }
    catch (error) {
        return error instanceof Error ? error : new Error(errorText(error));
    }
}
/** Turns a tar's entries into a layer's, with the hash of each file's content. */
function entryCollector(maxBytes) {
    const entries = entryPacker();
    const collector = fileCollector();
    let diskBytes = 0;
    let textBytes = 0;
    let files = 0;
    let header = null;
    let path = '';
    let contentHash = null;
    return {
        visitor: {
            entry(next) {
                if (entries.count >= maxEntries)
                    throw new Error(`it has more than ${maxEntries} entries`);
                textBytes += checkedTextBytes(next);
                if (textBytes > maxTextBytes)
                    throw new Error(`its paths have more than ${maxTextBytes} bytes`);
                header = next;
                path = normalisePath(next.path);
                contentHash = next.sparseMap === '' ? null : createHash(algorithm).update(next.sparseMap, 'latin1');
                if (next.kind === 'file')
                    collector.begin(path, next);
            },
            content(piece) {
                if (header?.kind !== 'file')
                    return;
                collector.content(piece);
                // Most files lie in one chunk: hashing them in one call costs a quarter less.
                if (contentHash === null && piece.length === header.stored)
                    contentHash = hash(algorithm, piece, 'hex');
                else {
                    if (contentHash === null || typeof contentHash === 'string')
                        contentHash = createHash(algorithm);
                    contentHash.update(piece);
                }
            },
            entryEnd() {
                if (header === null)
                    return;
                const entry = toEntry(path, header, contentHash);
                entries.add(entry);
                diskBytes += entry.size;
                if (entry.kind === 'file') {
                    files++;
                    collector.end();
                }
                // The holes of a sparse file take no bytes of the blob.
                if (diskBytes > maxBytes)
                    throw tooLarge('A layer', maxBytes);
            },
        },
        finish: () => ({ diskBytes, files, entries: entries.finish(), collected: collector.collected }),
    };
}
function checkedTextBytes({ path, link }) {
    const linkLength = link?.length ?? 0;
    if (Math.max(path.length, linkLength) > maxPathBytes) {
        throw new Error(`it has a path of more than ${maxPathBytes} bytes`);
    }
    return path.length + linkLength;
}
const emptyHash = hash(algorithm, '', 'hex');
/** `path`: the header's, normalised. */
function toEntry(path, header, contentHash) {
    const { mode, uid, gid } = header;
    const whiteout = whiteoutOf(path);
    if (whiteout !== null)
        return { ...whiteout, size: 0, hash: null, mode, uid, gid, link: null };
    const link = header.kind === 'hardlink' ? normalisePath(header.link ?? '') : header.link;
    const content = typeof contentHash === 'object' && contentHash !== null ? contentHash.digest('hex') : contentHash;
    const fileHash = header.kind === 'file' ? (content ?? emptyHash) : null;
    return { path, kind: header.kind, size: header.size, hash: fileHash, mode, uid, gid, link };
}
const whiteoutPrefix = '.wh.';
const opaqueMarker = '.wh..wh..opq';
/** What a whiteout hides (OCI image-spec, layer.md "Whiteouts"); null for any other entry. */
function whiteoutOf(path) {
    const nameStart = path.lastIndexOf('/') + 1;
    if (!path.startsWith(whiteoutPrefix, nameStart))
        return null;
    const name = path.slice(nameStart + whiteoutPrefix.length);
    if (path.slice(nameStart) === opaqueMarker)
        return { path: path.slice(0, Math.max(0, nameStart - 1)), kind: 'opaque' };
    // A marker without a name hides nothing.
    return name === '' ? null : { path: path.slice(0, nameStart) + name, kind: 'whiteout' };
}
/** No `./`, no empty component, no slash at either end; `..` stays, as a name like any other. */
export function normalisePath(path) {
    if (!/^\/|^\.\/|^\.$|\/$|\/\.?\/|\/\.$/.test(path))
        return path;
    return path
        .split('/')
        .filter((component) => component !== '' && component !== '.')
        .join('/');
}
