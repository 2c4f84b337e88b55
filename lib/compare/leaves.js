import { estimateFiles, estimateShared, shareOut } from "./estimate.js";
import { byPath, pairMoves } from "./moves.js";
import { noiseOf } from "./noise.js";
import { packageKey } from "./side.js";
/** Takes the layers of a row apart: what differs by path and owner, with what each file weighs. */
export function differenceOf(matched, before, after, bothOwners) {
    const { kept } = matched;
    const leaves = followMoves(leavesOf(matched, bothOwners)).sort(byPath);
    const [old, current] = [weightOf(before), weightOf(after)];
    if (old === null || current === null)
        return { leaves, kept, keptRate: null };
    // What a file has on both sides weighs the same there; only where no file differs in size is all of it compared.
    const common = leaves.some(isResized) ? commonBytes : () => 0;
    const shared = sumOf(kept, ({ size }) => size) + sumOf(leaves, (leaf) => leaf.movedBytes + common(leaf));
    const sharedDownload = estimateShared(shared, old, current);
    const keptRate = shared === 0 ? 0 : sharedDownload / shared;
    for (const [side, { downloadBytes }] of [['before', old], ['after', current]]) {
        shareDownloads(leaves, side, { downloadBytes: downloadBytes - sharedDownload, rate: keptRate, common });
    }
    return { leaves, kept, keptRate };
}
const isResized = ({ before, after }) => (before?.diskBytes ?? 0) !== (after?.diskBytes ?? 0);
const commonBytes = ({ before, after }) => Math.min(before?.diskBytes ?? 0, after?.diskBytes ?? 0);
const weightOf = ({ diskBytes, downloadBytes }) => diskBytes === null || downloadBytes === null ? null : { diskBytes, downloadBytes };
/** Takes out what is the same on both sides, file for file: a path may be in several layers, or in one tar twice. */
export function matchFiles(before, after) {
    const [old, current] = [filesIn(before), filesIn(after)];
    // Most of a tar is often as it was, in the same order: then no path has to be kept in mind.
    const shorter = Math.min(old.length, current.length);
    let first = 0;
    while (first < shorter && isSame(old[first], current[first]))
        first++;
    let last = 0;
    while (last < shorter - first && isSame(old.at(-1 - last), current.at(-1 - last)))
        last++;
    const kept = [...current.slice(0, first), ...current.slice(current.length - last)];
    const waiting = Map.groupBy(old.slice(first, old.length - last), ({ path }) => path);
    const fresh = [];
    for (const entry of current.slice(first, current.length - last)) {
        const candidates = waiting.get(entry.path) ?? [];
        const at = candidates.findIndex((candidate) => isSame(candidate, entry));
        if (at < 0)
            fresh.push(entry);
        else {
            kept.push(entry);
            candidates.splice(at, 1);
        }
    }
    return { kept, gone: [...waiting.values()].flat(), fresh };
}
const filesIn = (layers) => layers.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'file'));
const isSame = (a, b) => a?.size === b?.size && a?.path === b?.path && a?.hash === b?.hash;
/** One for each path and owner. */
function leavesOf({ gone, fresh }, bothOwners) {
    if (gone.length === 0 && fresh.length === 0)
        return [];
    const owners = bothOwners();
    const leaves = new Map();
    const add = (side, entry) => {
        const { path, size } = entry;
        const owner = owners?.[side].of(path) ?? null;
        const key = owner === null ? '' : packageKey(owner);
        const ofOwner = leaves.get(key) ?? new Map();
        leaves.set(key, ofOwner);
        const leaf = ofOwner.get(path);
        if (leaf === undefined)
            ofOwner.set(path, newLeaf(owner, path, side, entry));
        else {
            leaf.only = null;
            leaf[side] = { diskBytes: (leaf[side]?.diskBytes ?? 0) + size, downloadBytes: null };
        }
    };
    for (const entry of gone)
        add('before', entry);
    for (const entry of fresh)
        add('after', entry);
    const found = [...leaves.values()].flatMap((ofOwner) => [...ofOwner.values()]);
    for (const leaf of found) {
        const { path, before, after, owner } = leaf;
        const sameVersion = () => owner === null || owners === null || isSameVersion(owner, owners);
        leaf.noise = noiseOf({ path, onBothSides: before !== null && after !== null, sameVersion });
    }
    return found;
}
function newLeaf(owner, path, side, entry) {
    const size = { diskBytes: entry.size, downloadBytes: null };
    const [before, after] = side === 'before' ? [size, null] : [null, size];
    return { path, owner, noise: null, before, after, only: entry, movedBytes: 0, movedFrom: null, movedTo: null };
}
const isSameVersion = (owner, { before, after }) => before.versions(owner).join('\n') === after.versions(owner).join('\n');
/** Files that moved within the row and stayed their owner's: one leaf at the new path, where nothing was added. */
function followMoves(leaves) {
    const origins = new Set();
    for (const [from, to] of findMoves(leaves, ({ owner }) => (owner === null ? '' : packageKey(owner)))) {
        origins.add(from);
        to.movedFrom = from.path;
        to.movedBytes = to.after?.diskBytes ?? 0;
        to.after = null;
        to.only = null;
    }
    return leaves.filter((leaf) => !origins.has(leaf));
}
/** Notes on both ends what moved from one row to another, or from one owner to another. */
export function noteMoves(leaves) {
    for (const [from, to] of findMoves(leaves, () => '')) {
        from.movedTo = to.path;
        to.movedFrom = from.path;
    }
}
/** Content of nothing is everywhere, and so is noise. */
function findMoves(leaves, scopeOf) {
    const movable = leaves.filter(({ only, noise }) => noise === null && only !== null && only.size > 0 && only.hash);
    return pairMoves({
        gone: movable.filter(({ after }) => after === null),
        fresh: movable.filter(({ before }) => before === null),
        contentOf: ({ only }) => `${only?.hash} ${only?.size}`,
        scopeOf,
    });
}
/** Gives the leaves their download sizes on one side: of what is common by its rate, of the rest by disk size. */
function shareDownloads(leaves, side, { downloadBytes, rate, common }) {
    const present = leaves.filter((leaf) => leaf[side] !== null);
    const weights = present.map((leaf) => (leaf[side]?.diskBytes ?? 0) - common(leaf));
    const weighing = weights.filter((weight) => weight > 0).length;
    const total = estimateFiles(downloadBytes, sumOf(weights, (weight) => weight), weighing);
    const shares = shareOut(total, weights);
    present.forEach((leaf, at) => {
        const diskBytes = leaf[side]?.diskBytes ?? 0;
        leaf[side] = { diskBytes, downloadBytes: Math.round(common(leaf) * rate) + (shares[at] ?? 0) };
    });
}
function sumOf(items, of) {
    let sum = 0;
    for (const item of items)
        sum += of(item);
    return sum;
}
