import { diveRuleNames } from "../model/dive.js";
import { pathText } from "./path.js";
/**
 * The figures of wagoodman/dive 0.13 (dive/filetree/efficiency.go, file_tree.go; dive/image/image.go), computed from our
 * layer indexes as it computes them, with what is odd about them: a path's copies are all wasted, the visible one too;
 * a directory that is deleted is one path of the size of all below it; opaque markers do nothing; a file over a
 * directory keeps the directory's children; a whiteout of what is not there ends the reading of its layer.
 */
export function diveFigures(layers) {
    const paths = occurrences(layers);
    let smallest = 0;
    let all = 0;
    const inefficient = [];
    for (const [path, { count, sizeBytes, smallestBytes }] of paths) {
        smallest += smallestBytes;
        all += sizeBytes;
        if (count > 1)
            inefficient.push({ count, sizeBytes, file: pathText(path) });
    }
    const wastedBytes = inefficient.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const sizeOf = (some) => some.reduce((sum, { diskBytes }) => sum + diskBytes, 0);
    const userSizeBytes = sizeOf(layers.slice(1));
    return {
        efficiency: all === 0 ? 1 : smallest / all,
        wastedBytes,
        userWastedPercent: userSizeBytes === 0 ? null : wastedBytes / userSizeBytes,
        sizeBytes: sizeOf(layers),
        userSizeBytes,
        inefficientFiles: inefficient.sort((a, b) => b.sizeBytes - a.sizeBytes || (a.file < b.file ? -1 : 1)),
    };
}
/** dive's rules (runtime/ci/rule.go): a limit that is met to the digit passes. */
export function applyDiveRules(figures, rules) {
    return diveRuleNames.map((rule) => {
        const threshold = rules[rule];
        if (threshold === null)
            return { rule, threshold, status: 'skip' };
        return { rule, threshold, status: isBroken[rule](figures, threshold) ? 'fail' : 'pass' };
    });
}
const isBroken = {
    // Nothing added makes the ratio infinite where something is wasted, and not a number, which passes, where nothing is.
    highestUserWastedPercent: ({ wastedBytes, userSizeBytes }, most) => wastedBytes / userSizeBytes > most,
    highestWastedBytes: ({ wastedBytes }, most) => wastedBytes > most,
    lowestEfficiency: ({ efficiency }, least) => efficiency < least,
};
/**
 * How often each path is a leaf of a layer's tree, and with what sizes. In time and memory: in proportion to the entries,
 * with a tree of those alone that a whiteout could hide.
 */
function occurrences(layers) {
    const paths = new Map();
    const hidden = hiddenPaths(layers);
    let below = null;
    for (const { entries } of layers) {
        const tree = treeOf(entries.filter(({ path }) => isWithin(hidden, path)));
        // dive looks the first layer's whiteouts up in that layer.
        below ??= tree;
        countLeaves(entries, below, paths);
        stack(below, tree);
    }
    return paths;
}
const newTrie = () => ({ isEnd: false, children: null });
function extend(trie, path) {
    let node = trie;
    for (const name of path === '' ? [] : path.split('/')) {
        node.children ??= new Map();
        let child = node.children.get(name);
        if (child === undefined) {
            child = newTrie();
            node.children.set(name, child);
        }
        node = child;
    }
    return node;
}
function hiddenPaths(layers) {
    const hidden = newTrie();
    for (const { entries } of layers)
        for (const { kind, path } of entries)
            if (kind === 'whiteout')
                extend(hidden, path).isEnd = true;
    return hidden;
}
/** Whether a path ends in the trie, or lies below one that does. */
function isWithin(trie, path) {
    if (trie.children === null)
        return false;
    let node = trie;
    for (const name of path.split('/')) {
        node = node.children?.get(name);
        if (node === undefined || node.isEnd)
            return node !== undefined;
    }
    return false;
}
function isIn(trie, path) {
    let node = trie;
    for (const name of path.split('/')) {
        node = node.children?.get(name);
        if (node === undefined)
            return false;
    }
    return true;
}
function countLeaves(entries, below, paths) {
    const parents = newTrie();
    // A path that a tar holds twice is what it is last; an opaque marker is left out, but its directory is made.
    const sizes = new Map();
    const removed = new Map();
    for (const { kind, path, size } of entries) {
        if (path === '')
            continue;
        extend(parents, parentOf(path));
        if (kind === 'whiteout')
            removed.set(path, removedBytes(below, path));
        else if (kind !== 'opaque')
            sizes.set(path, size);
        else if (!sizes.has(path))
            sizes.set(path, 0);
    }
    const end = firstMissing(removed);
    const isCounted = (rawPath) => end === null || isBefore(rawPath, end);
    for (const [path, size] of sizes)
        if (!isIn(parents, path) && isCounted(path))
            count(paths, path, size);
    for (const [path, size] of removed)
        if (size !== null && isCounted(rawPathOf(path)))
            count(paths, path, size);
}
const parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const whiteoutPrefix = '.wh.';
/** Where a whiteout stands in the tar. */
function rawPathOf(path) {
    const name = path.lastIndexOf('/') + 1;
    return path.slice(0, name) + whiteoutPrefix + path.slice(name);
}
/** Where dive gives a layer up. */
function firstMissing(removed) {
    let first = null;
    for (const [path, size] of removed) {
        const rawPath = rawPathOf(path);
        if (size === null && (first === null || isBefore(rawPath, first)))
            first = rawPath;
    }
    return first;
}
/** The order in which dive visits leaves: name by name, as bytes; that is what UTF-16 units are for latin1. */
function isBefore(path, other) {
    const others = other.split('/');
    for (const [at, name] of path.split('/').entries()) {
        const otherName = others[at] ?? '';
        if (name !== otherName)
            return name < otherName;
    }
    return false;
}
function count(paths, path, size) {
    const known = paths.get(path);
    if (known === undefined) {
        paths.set(path, { count: 1, sizeBytes: size, smallestBytes: size });
        return;
    }
    known.count++;
    known.sizeBytes += size;
    known.smallestBytes = Math.min(known.smallestBytes, size);
}
const newNode = () => ({ sizeBytes: 0, isDirectory: false, children: null });
function treeOf(entries) {
    const root = newNode();
    for (const { kind, path, size } of entries) {
        if (path === '')
            continue;
        let node = root;
        for (const name of (kind === 'whiteout' ? rawPathOf(path) : path).split('/'))
            node = childOf(node, name);
        if (kind === 'whiteout' || kind === 'opaque')
            continue;
        node.sizeBytes = size;
        node.isDirectory = kind === 'directory';
    }
    return root;
}
function childOf(node, name) {
    node.children ??= new Map();
    let child = node.children.get(name);
    if (child === undefined) {
        child = newNode();
        node.children.set(name, child);
    }
    return child;
}
/** What a whiteout takes away: the bytes of a directory, nothing of a file; null where there is neither. */
function removedBytes(root, path) {
    let top = root;
    for (const name of path.split('/'))
        top = top?.children?.get(name);
    if (top === undefined)
        return null;
    if (!top.isDirectory)
        return 0;
    let bytes = 0;
    const pending = [top];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        bytes += node.sizeBytes;
        for (const child of node.children?.values() ?? [])
            pending.push(child);
    }
    return bytes;
}
/**
 * Lays a layer's tree over those below it, which become one with it. Iterative: a hostile tar nests deep. The first
 * layer is laid over itself, as dive does: what it holds and hides at once goes, or comes back, in the order of names.
 */
function stack(below, upper) {
    const pending = [[below, upper]];
    for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
        const [lower, { children }] = pair;
        if (children === null)
            continue;
        for (const [name, node] of [...children].sort(([a], [b]) => (a < b ? -1 : 1))) {
            if (name.startsWith(whiteoutPrefix)) {
                lower.children?.delete(name.slice(whiteoutPrefix.length));
                continue;
            }
            const kept = childOf(lower, name);
            kept.sizeBytes = node.sizeBytes;
            kept.isDirectory = node.isDirectory;
            pending.push([kept, node]);
        }
    }
}
