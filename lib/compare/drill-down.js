import { pathText } from "../analysis/path.js";
import { deltaOf, grow, rootOf } from "./drill-tree.js";
import { differenceOf, matchFiles, noteMoves, } from "./leaves.js";
import { once } from "./once.js";
import { packageKey } from "./side.js";
import { addSizes, isNothing, nothing, subtractSizes } from "./size.js";
import { describePackage } from "./versions.js";
/**
 * The rows below each of these: packages, and for what no package owns directories, down to files; what moved; noise as
 * one row. Each level adds up to the one above, to the byte. Empty for a row without differences, and where a layer's
 * index is not known.
 *
 * Layers that both sides have are not looked into, and who owns what is asked for only where a file differs.
 */
export function drillDown(rows, options) {
    const { before, after, seen, metric, under = '' } = options;
    const taken = rows.map(({ pairs, delta }) => {
        const weigh = delta.downloadBytes === null ? withoutDownload(seen) : seen;
        const [old, current] = [
            differingLayers(pairs, 'before', before.indexes, weigh),
            differingLayers(pairs, 'after', after.indexes, weigh),
        ];
        if (old === null || current === null)
            return null;
        return { delta, matched: matchFiles(old.indexes, current.indexes), old: old.size, current: current.size };
    });
    const bothOwners = ownersOfAll(taken.flatMap((row) => row?.matched ?? []), before, after);
    const differences = taken.map((row) => row && { delta: row.delta, difference: differenceOf(row.matched, row.old, row.current, bothOwners) });
    // A file may have moved from elsewhere.
    noteMoves(differences.flatMap((known) => known?.difference.leaves.filter(isShown) ?? []));
    const trees = differences.map((known) => {
        if (known === null)
            return null;
        const difference = restricted(known.difference, under);
        const root = rootOf(difference.leaves.filter(isShown));
        return { delta: under === '' ? known.delta : root.delta, difference, root };
    });
    grow(trees.flatMap((tree) => tree?.root ?? []), metric);
    return trees.map((tree) => (tree === null ? [] : changesOf(tree, bothOwners)));
}
/** Who owns the files of these rows, on either side. */
function ownersOfAll(rows, before, after) {
    return once(() => {
        const paths = new Set();
        for (const { kept, gone, fresh } of rows) {
            if (gone.length + fresh.length === 0)
                continue;
            for (const files of [kept, gone, fresh])
                for (const { path } of files)
                    paths.add(path);
        }
        const [old, current] = [before.ownersAmong(paths), after.ownersAmong(paths)];
        return old && current && { before: old, after: current };
    });
}
function restricted(difference, under) {
    if (under === '')
        return difference;
    const isUnder = ({ path }) => path === under || path.startsWith(`${under}/`);
    return { ...difference, leaves: difference.leaves.filter(isUnder), kept: difference.kept.filter(isUnder) };
}
const withoutDownload = (seen) => (layer) => ({ ...seen(layer), downloadBytes: null });
/** Of one side, without the layers that the other side has too; null where an index is missing. */
function differingLayers(pairs, side, known, seen) {
    const layers = pairs
        .filter(({ before, after }) => before?.diffId !== after?.diffId)
        .flatMap((pair) => pair[side] ?? []);
    const indexes = layers.flatMap(({ diffId }) => known.get(diffId) ?? []);
    return indexes.length < layers.length ? null : { indexes, size: layers.map(seen).reduce(addSizes, nothing) };
}
/** What moved, and what weighs more or less. Modes and times are not shown, nor other content that weighs the same. */
const isShown = (leaf) => leaf.movedFrom !== null || !isNothing(deltaOf([leaf]));
function changesOf({ delta, difference, root }, bothOwners) {
    // Where there were too many rows, this one was not taken apart.
    if (root.children.length === 0 && root.leaves.length > 0)
        return [];
    const stayed = bytesStayed(root, difference, bothOwners);
    const changeOf = (branch) => {
        const { kind, label, owner, leaves, children } = branch;
        const kept = sizeKept(stayed.get(branch) ?? null, difference.keptRate);
        return {
            ...plainRow,
            kind,
            label,
            before: sizeOn('before', leaves, kept),
            after: sizeOn('after', leaves, kept),
            delta: branch.delta,
            package: kind === 'package' && owner !== null ? describePackage(owner, bothOwners()) : null,
            movedFrom: kind === 'file' ? textOrNull(leaves[0]?.movedFrom) : null,
            movedTo: kind === 'file' ? textOrNull(leaves[0]?.movedTo) : null,
            children: children.map(changeOf),
        };
    };
    const rest = subtractSizes(delta, root.delta);
    return [...root.children.map(changeOf), ...(isNothing(rest) ? [] : [remainder(rest)])];
}
/** What a row says before anybody has asked whose doing it is, or what became of it. */
export const plainRow = {
    location: null,
    cause: 'yours',
    evidence: null,
    assumed: true,
    package: null,
    movedFrom: null,
    movedTo: null,
};
const textOrNull = (path) => (path == null ? null : pathText(path));
/** What no file accounts for, and came or went: the layer's to download. */
const remainder = (delta) => ({
    ...plainRow,
    kind: 'other',
    label: 'metadata and compression',
    before: positive(subtractSizes(nothing, delta)),
    after: positive(delta),
    delta,
    children: [],
});
const positive = ({ diskBytes, downloadBytes }) => ({
    diskBytes: diskBytes && Math.max(0, diskBytes),
    downloadBytes: downloadBytes && Math.max(0, downloadBytes),
});
/** Bytes on disk that are the same on both sides, as a size; null: nothing is. */
const sizeKept = (diskBytes, rate) => diskBytes === null ? null : { diskBytes, downloadBytes: rate === null ? null : Math.round(diskBytes * rate) };
function sizeOn(side, leaves, kept) {
    const sizes = [...leaves.flatMap((leaf) => leaf[side] ?? []), ...(kept === null ? [] : [kept])];
    return sizes.length === 0 ? null : sizes.reduce(addSizes);
}
/** Bytes on disk that stayed, by the row that they belong to; a row where no file stayed is not among them. */
function bytesStayed(root, { kept, leaves }, bothOwners) {
    const stayed = new Map();
    const add = (branch, bytes) => stayed.set(branch, (stayed.get(branch) ?? 0) + bytes);
    for (const branch of branchesBelow(root)) {
        for (const leaf of branch.leaves)
            if (leaf.movedBytes > 0)
                add(branch, leaf.movedBytes);
    }
    const rowsOf = rowFinder(root, bothOwners);
    for (const { path, size } of kept)
        for (const branch of rowsOf(path))
            add(branch, size);
    for (const leaf of leaves) {
        if (!isShown(leaf))
            for (const branch of rowsOf(leaf.path))
                add(branch, leaf.after?.diskBytes ?? 0);
    }
    return stayed;
}
/** Finds the rows that stand for a file that stayed: its package's, its directories', and its own. */
function rowFinder(root, bothOwners) {
    const rows = [...branchesBelow(root)].filter(({ kind }) => kind !== 'other');
    const byPath = Map.groupBy(rows, ({ path }) => path);
    const packages = byPath.get(null) ?? [];
    // Files of a directory stand together in a tar.
    let last = null;
    return (path) => {
        const directory = path.slice(0, path.lastIndexOf('/') + 1);
        if (last?.directory !== directory) {
            last = { directory, above: [...directoriesUp(directory)].flatMap((above) => byPath.get(above) ?? []) };
        }
        const candidates = [...packages, ...last.above, ...(byPath.get(path) ?? [])];
        if (candidates.length === 0)
            return candidates;
        const owners = bothOwners();
        const owner = keyOf(owners?.after.of(path) ?? null);
        // What passed from one package to another stayed in neither.
        const stayed = owner === keyOf(owners?.before.of(path) ?? null);
        return stayed ? candidates.filter((row) => keyOf(row.owner) === owner) : [];
    };
}
const keyOf = (owner) => (owner === null ? '' : packageKey(owner));
/** A directory with those above it, each with a slash at its end. */
function* directoriesUp(directory) {
    for (let path = directory; path !== ''; path = path.slice(0, path.lastIndexOf('/', path.length - 2) + 1))
        yield path;
}
function* branchesBelow(top) {
    for (const child of top.children) {
        yield child;
        yield* branchesBelow(child);
    }
}
