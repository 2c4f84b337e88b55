import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, readFile, readlink } from 'node:fs/promises';
import { join, posix } from 'node:path';
import dockerignore from '@balena/dockerignore';
import { briefSum } from "../analysis/brief-sum.js";
const defaultLimits = { files: 20_000, bytes: 512 * 1024 * 1024, names: 200_000 };
const longestIgnoreFile = 64 * 1024;
const longestRead = 256 * 1024;
/** Files that are read at the same time. */
const atOnce = 16;
/**
 * Sums over the files that paths of a build context lead to, as COPY takes them: folders with all that is in them, `*`,
 * `?` and `[…]` as Go's filepath.Match has them, what .dockerignore names left out. A sum is over path, content and
 * whether a file is executable, never over times; a symbolic link is what it says, and is never followed.
 *
 * @returns sums by paths; null for what can't be read, lies behind a link or is too much. Never rejects.
 */
export function contextSums(places, limits = defaultLimits) {
    const left = { ...limits };
    const sums = new Map();
    let isIgnored = null;
    return async (paths) => {
        try {
            isIgnored ??= readIgnoreFile(places.ignoreFiles);
            const context = { folder: places.folder, left, sums, ignores: await isIgnored };
            const files = new Map();
            for (const path of paths) {
                for (const found of await matches(path, context))
                    await addRoot(found, files, context);
            }
            return briefSum(JSON.stringify(await sumAll(files, context)));
        }
        catch {
            return null;
        }
    };
}
/** The first that is there counts, as BuildKit takes `<Dockerfile>.dockerignore` before the other. */
async function readIgnoreFile(candidates) {
    for (const path of candidates) {
        const text = await readFile(path, 'utf8').catch((error) => {
            if (error.code === 'ENOENT')
                return null;
            throw error;
        });
        if (text === null)
            continue;
        if (text.length > longestIgnoreFile)
            throw new Error(`${path} is too long`);
        const patterns = dockerignore.default({ ignorecase: false }).add(text.replace(/^\uFEFF/, ''));
        return { path: (file) => patterns.ignores(file), hasExceptions: /^\s*!/m.test(text) };
    }
    return { path: () => false, hasExceptions: false };
}
function take(context, what, count) {
    context.left[what] -= count;
    if (context.left[what] < 0)
        throw new Error(`The build context has too many ${what}`);
}
/** What is in a folder of the context, which is no link and does not lie behind one. */
async function list(path, context) {
    const entries = await readdir(join(context.folder, path), { withFileTypes: true });
    take(context, 'names', entries.length);
    return entries;
}
const hasWildcard = (segment) => /[*?[\\]/.test(segment);
/** Paths that a pattern leads to, relative to the context; '' is the context itself. */
async function matches(pattern, context) {
    // As BuildKit cleans it: nothing leads out of the context.
    const segments = posix.normalize(`/${pattern}`).split('/').filter(Boolean);
    let found = [''];
    for (const segment of segments) {
        const next = await Promise.all(found.map((folder) => matchesIn(folder, segment, context)));
        found = next.flat();
    }
    return found;
}
async function matchesIn(folder, segment, context) {
    const isFolder = folder === '' || (await lstat(join(context.folder, folder))).isDirectory();
    if (!isFolder)
        throw new Error(`${folder} is a link, or no folder`);
    if (!hasWildcard(segment))
        return [posix.join(folder, segment)];
    const isMatch = segmentMatcher(segment);
    const entries = await list(folder, context);
    return entries.filter(({ name }) => isMatch(name)).map(({ name }) => posix.join(folder, name));
}
/** More are no pattern that people write, and may take for ever. */
const mostStars = 4;
/** Go's filepath.Match for one segment of a path. */
function segmentMatcher(segment) {
    if (segment.split('*').length - 1 > mostStars)
        throw new Error('too many wildcards');
    const source = segment.replace(/\\(.)|\[(\^?)([^\]]+)\]|./gs, (text, escaped, not, set) => {
        if (escaped !== undefined)
            return RegExp.escape(escaped);
        if (set !== undefined)
            return `[${not}${set.replace(/[[\]&]/g, '\\$&')}]`;
        if (text === '[')
            throw new Error('a pattern that is none');
        if (text === '*')
            return '[^/]*';
        return text === '?' ? '[^/]' : RegExp.escape(text);
    });
    const expression = new RegExp(`^(?:${source})$`, 'su');
    return (name) => expression.test(name);
}
async function addRoot(path, files, context) {
    const kind = await lstat(join(context.folder, path));
    // BuildKit follows it.
    if (kind.isSymbolicLink())
        throw new Error(`${path} is a link`);
    await addTree(path, kind, files, context);
}
/** Adds a file, or all files of a folder. */
async function addTree(path, kind, files, context) {
    const isLeftOut = path !== '' && context.ignores.path(path);
    if (isLeftOut && !context.ignores.hasExceptions)
        return;
    if (kind.isDirectory()) {
        for (const entry of await list(path, context))
            await addTree(posix.join(path, entry.name), entry, files, context);
    }
    else if (!isLeftOut && (kind.isFile() || kind.isSymbolicLink()))
        files.set(path, kind.isSymbolicLink());
}
/** Each file's path and sum, sorted. */
async function sumAll(files, context) {
    const paths = [...files.keys()].sort();
    const sums = [];
    for (let at = 0; at < paths.length; at += atOnce) {
        const group = paths.slice(at, at + atOnce).map(async (path) => {
            const sum = context.sums.get(path) ?? sumFile(path, files.get(path) === true, context);
            context.sums.set(path, sum);
            return [path, await sum];
        });
        sums.push(...(await Promise.all(group)));
    }
    return sums;
}
async function sumFile(path, isLink, context) {
    take(context, 'files', 1);
    const absolute = join(context.folder, path);
    if (isLink)
        return `link ${await readlink(absolute)}`;
    // Not through a link that came to stand there in the meantime.
    const file = await open(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
        const { size, mode } = await file.stat();
        take(context, 'bytes', size);
        const sum = createHash('sha256');
        const buffer = Buffer.allocUnsafe(Math.min(size, longestRead));
        for (let at = 0; at < size;) {
            const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, size - at), at);
            if (bytesRead === 0)
                break;
            sum.update(buffer.subarray(0, bytesRead));
            at += bytesRead;
        }
        return `${mode & 0o111 ? 'executable' : 'file'} ${sum.digest('hex')}`;
    }
    finally {
        await file.close();
    }
}
