import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, realpath, rm, stat } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { errorText, UserError } from "../errors.js";
import { errorCode } from "./error-code.js";
import { decompress, maxLayerBytes, normalisePath, sniffCompression, tooLarge } from "./layer.js";
import { tarSteps } from "./tar.js";
const chunkSize = 256 * 1024;
/** An image of a thousand layers, in the oldest format, has some thousands. */
const maxArchiveEntries = 100_000;
const maxMemberPathBytes = 4096;
const maxLinkSteps = 8;
/** The three operations, from the one that differs. */
function blobTree(name, locate, close) {
    const need = async (path) => {
        const extent = await locate(path);
        if (extent !== null)
            return extent;
        throw new UserError(`${name} lacks ${JSON.stringify(path)}`, {
            hint: 'The image was not written whole (some engines leave out layers that they share): save or build it again.',
        });
    };
    return {
        name,
        close,
        async size(path) {
            const extent = await locate(path);
            await extent?.release();
            return extent?.size ?? null;
        },
        async read(path, maxBytes) {
            const extent = await need(path);
            try {
                if (extent.size > maxBytes) {
                    throw new UserError(`${JSON.stringify(path)} of ${name} has ${extent.size} bytes; at most ${maxBytes} are read`);
                }
                return await readExactly(extent.file, extent.offset, extent.size);
            }
            finally {
                await extent.release();
            }
        },
        async stream(path) {
            return pieces(await need(path));
        },
    };
}
async function* pieces(extent) {
    try {
        for (let at = 0; at < extent.size; at += chunkSize) {
            yield await readExactly(extent.file, extent.offset + at, Math.min(chunkSize, extent.size - at));
        }
    }
    finally {
        await extent.release();
    }
}
async function readExactly(file, offset, bytes) {
    const buffer = await readUpTo(file, offset, bytes);
    if (buffer.length < bytes)
        throw new UserError('A file of the image ends too early', { hint: 'Write the image again.' });
    return buffer;
}
/** Fewer bytes at the end of the file. */
async function readUpTo(file, offset, bytes) {
    const buffer = Buffer.allocUnsafe(bytes);
    let filled = 0;
    while (filled < bytes) {
        const { bytesRead } = await file.read(buffer, filled, bytes - filled, offset + filled);
        if (bytesRead === 0)
            break;
        filled += bytesRead;
    }
    return buffer.subarray(0, filled);
}
/** A folder. Symbolic links are followed only where they stay inside of it. */
export async function openDirectory(root) {
    const realRoot = await realpath(root);
    const locate = async (path) => {
        const real = await realpath(join(realRoot, path)).catch(missingIsNull);
        if (real === null)
            return null;
        if (!real.startsWith(realRoot + sep)) {
            throw new UserError(`${JSON.stringify(path)} of ${root} leads outside of that folder`, {
                hint: 'Copy the layout with its links resolved (cp -rL) and measure the copy.',
            });
        }
        // A pipe or a device would block or never end.
        if (!(await stat(real)).isFile())
            return null;
        const file = await open(real, 'r');
        const { size } = await file.stat();
        return { file, offset: 0, size, release: () => file.close() };
    };
    return blobTree(root, locate, async () => undefined);
}
function missingIsNull(error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? ''))
        return null;
    throw error;
}
/**
 * A tar on disk: its headers are read once, its files at random. A compressed one is unpacked to `tempDir` first, and
 * removed by `close`.
 */
export async function openTar(path, options) {
    const unpacked = await unpack(path, options);
    const remove = async () => {
        if (unpacked !== null)
            await rm(unpacked, { force: true });
    };
    const file = await open(unpacked ?? path, 'r');
    try {
        const members = await scan(file);
        const locate = async (name) => {
            const member = resolveMember(members, name);
            return member && { file, offset: member.offset, size: member.size, release: async () => undefined };
        };
        return blobTree(path, locate, async () => {
            await file.close();
            await remove();
        });
    }
    catch (error) {
        await file.close();
        await remove();
        if (error instanceof UserError)
            throw error;
        throw new UserError(`${path} is not a readable image archive: ${errorText(error)}`, {
            hint: 'Write it again with `docker save`, or with buildx --output type=oci,dest=FILE.',
            cause: error,
        });
    }
}
/** Links of archives before Docker 25 point at another layer's tar; they resolve inside the archive alone. */
function resolveMember(members, name) {
    let path = normalisePath(name);
    for (let step = 0; step < maxLinkSteps; step++) {
        const member = members.get(path);
        if (member === undefined)
            return null;
        if (member.kind === 'file')
            return member;
        path = posix.normalize(member.target);
    }
    return null;
}
async function scan(file) {
    const members = new Map();
    const { size: end } = await file.stat();
    const steps = tarSteps();
    const nothing = Buffer.alloc(0);
    let answer = nothing;
    let header = null;
    let position = 0;
    for (let next = steps.next(answer); !next.done; next = steps.next(answer)) {
        const step = next.value;
        answer = nothing;
        switch (step.kind) {
            case 'entry':
                header = step.header;
                addMember(members, header, position);
                break;
            case 'end':
                break;
            case 'read':
                answer = await readUpTo(file, position, step.bytes);
                position += step.bytes;
                break;
            case 'content':
                position += step.bytes;
                if (position > end)
                    throw new Error('it is truncated');
                break;
            case 'skip':
                position += step.bytes;
                break;
        }
    }
    return members;
}
/** Tars may hold a path twice; the last one counts, as it does when they are unpacked. */
function addMember(members, header, offset) {
    if (members.size >= maxArchiveEntries)
        throw new Error(`it has more than ${maxArchiveEntries} entries`);
    if (Math.max(header.path.length, header.link?.length ?? 0) > maxMemberPathBytes) {
        throw new Error(`it has a path of more than ${maxMemberPathBytes} bytes`);
    }
    const path = normalisePath(header.path);
    if (header.kind === 'file')
        members.set(path, { kind: 'file', offset, size: header.stored });
    else if (header.kind === 'symlink') {
        members.set(path, { kind: 'link', target: posix.join(posix.dirname(path), header.link ?? '') });
    }
    else if (header.kind === 'hardlink')
        members.set(path, { kind: 'link', target: normalisePath(header.link ?? '') });
}
/** The path of the unpacked copy; null where the file is not compressed. */
async function unpack(path, { tempDir, maxUnpacked }) {
    const file = await open(path, 'r');
    const compression = sniffCompression(await readUpTo(file, 0, 4).finally(() => file.close()));
    if (compression === 'none')
        return null;
    const copy = join(tempDir, `image-${randomBytes(8).toString('hex')}.tar`);
    try {
        await pipeline(bounded(path, compression, maxUnpacked ?? maxLayerBytes), createWriteStream(copy, { flags: 'wx', mode: 0o600 }));
        return copy;
    }
    catch (error) {
        await rm(copy, { force: true });
        if (error instanceof UserError)
            throw error;
        throw new UserError(`${path} cannot be unpacked: ${errorText(error)}`, { hint: 'Write it again.', cause: error });
    }
}
async function* bounded(path, compression, maxBytes) {
    let bytes = 0;
    for await (const chunk of decompress(createReadStream(path), compression)) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            throw tooLarge(path, maxBytes);
        yield chunk;
    }
}
