import { pathText } from "../analysis/path.js";
import { noiseLabel } from "./noise.js";
import { packageKey } from "./side.js";
import { addSizes, nothing, subtractSizes, weightOf } from "./size.js";
/** Rows of a level that are shown for themselves; the others are one row. */
const rowsShown = 10;
/** Levels of rows below a layer. */
const maxDepth = 6;
/** Rows below the layers of an image; where there are more, the smallest are not taken apart. */
const maxRows = 2000;
/** The layer's own branch, which `grow` takes apart. */
export const rootOf = (leaves) => branch('layer', leaves, { label: '', path: null, owner: null });
/** Gives branches their children, level by level, the largest change first, within bounds. */
export function grow(roots, metric) {
    let level = roots;
    let rows = 0;
    for (let depth = 0; depth < maxDepth; depth++) {
        for (const parent of level.toSorted(byWeight(metric))) {
            if (rows >= maxRows)
                return;
            parent.children = childrenOf(parent, metric);
            rows += parent.children.length;
        }
        level = level.flatMap(({ children }) => children);
    }
}
function childrenOf(parent, metric) {
    const { kind, leaves } = parent;
    if (kind === 'layer')
        return childrenOfLayer(leaves, metric);
    if (kind === 'package' || kind === 'directory')
        return foldSmallest(partition(leaves, directoryOf(leaves)), metric);
    return [];
}
/** Packages, and what belongs to none by its directories; noise is one row. */
function childrenOfLayer(leaves, metric) {
    const { noise = [], rest = [] } = Object.groupBy(leaves, (leaf) => (leaf.noise === null ? 'rest' : 'noise'));
    const owned = Map.groupBy(rest, ({ owner }) => (owner === null ? null : packageKey(owner)));
    const packages = [...owned.values()].flatMap((files) => {
        const owner = files[0]?.owner ?? null;
        return owner === null ? [] : [branch('package', files, { label: owner.name, path: null, owner })];
    });
    const rows = foldSmallest([...packages, ...partition(owned.get(null) ?? [], '')], metric);
    return noise.length === 0 ? rows : [...rows, noiseBranch(noise)];
}
function noiseBranch(leaves) {
    const label = noiseLabel(new Set(leaves.flatMap(({ noise }) => noise ?? [])));
    return branch('other', leaves, { label, path: null, owner: null });
}
/**
 * Files and directories in a directory. One that holds but one directory is not shown: its content is, by the longer path.
 *
 * @param directory with a slash at its end, or empty
 */
function partition(leaves, directory) {
    const nameOf = ({ path }) => path.slice(0, path.indexOf('/', directory.length) + 1 || path.length + 1);
    return [...Map.groupBy(leaves, nameOf).values()].map((part) => {
        const [first] = part;
        const owner = first?.owner ?? null;
        if (part.length > 1 || first === undefined) {
            const path = directoryOf(part);
            return branch('directory', part, { label: pathText(path.slice(0, -1)), path, owner });
        }
        return branch('file', part, { label: pathText(first.path), path: first.path, owner });
    });
}
/** The deepest directory that holds all of these, with a slash at its end; empty: the root. Takes them sorted. */
function directoryOf(leaves) {
    const [first = '', last = ''] = [leaves[0]?.path, leaves.at(-1)?.path];
    let length = 0;
    for (let at = 0; at < first.length && first[at] === last[at]; at++)
        if (first[at] === '/')
            length = at + 1;
    return first.slice(0, length);
}
function foldSmallest(branches, metric) {
    const sorted = branches.toSorted(byWeight(metric));
    // One row more says more than "other" would.
    if (sorted.length <= rowsShown + 1)
        return sorted;
    const leaves = sorted.slice(rowsShown).flatMap((part) => part.leaves);
    const label = `other (${leaves.length} files)`;
    return [...sorted.slice(0, rowsShown), branch('other', leaves, { label, path: null, owner: null })];
}
const branch = (kind, leaves, of) => ({ kind, ...of, leaves, delta: deltaOf(leaves), children: [] });
/** By how much these grew, together. */
export function deltaOf(leaves) {
    const sum = (side) => leaves.map((leaf) => leaf[side] ?? nothing).reduce(addSizes, nothing);
    return subtractSizes(sum('after'), sum('before'));
}
/** The largest change first; equal ones by their names, so that the same images give the same rows. */
const byWeight = (metric) => (a, b) => weightOf(b.delta, metric) - weightOf(a.delta, metric) || compareTexts(a.label, b.label);
const compareTexts = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
