import { packageKey } from "./side.js";
const noParts = () => [];
/**
 * The smallest number of candidates that takes away `excess`, the largest first; empty where all of them do not. Where
 * one is enough, so may be a part of it.
 */
export function fewest(candidates, excess) {
    const taken = [];
    let left = excess;
    for (const candidate of candidates.filter(({ amount }) => amount > 0).sort(byAmount)) {
        if (left <= 0)
            break;
        taken.push(candidate);
        left -= candidate.amount;
    }
    if (left > 0)
        return [];
    const [only, ...others] = taken;
    const chosen = only !== undefined && others.length === 0 ? [narrowed(only, excess)] : taken;
    return chosen.map(({ kind, label, location, amount }) => ({ kind, label, location, amount }));
}
/** The deepest part that is enough by itself; a package is not taken apart. */
function narrowed(candidate, excess) {
    if (candidate.kind === 'package')
        return candidate;
    const [part] = candidate
        .parts()
        .filter(({ amount }) => amount >= excess)
        .sort(byAmount);
    return part === undefined ? candidate : narrowed({ ...part, location: part.location ?? candidate.location }, excess);
}
const byAmount = (a, b) => b.amount - a.amount || (a.label < b.label ? -1 : 1);
/** The author's rows that grew, with what grew in them where the whole of them counts. */
export function growthCandidates({ rows }, isAllowed, metric) {
    return rows
        .filter(({ row }) => isAllowed(row))
        .flatMap(({ row, bytes }) => {
        const candidate = candidateOf(row.change, metric);
        const isWhole = candidate?.amount === bytes;
        return candidate === null ? [] : [{ ...candidate, amount: bytes, parts: isWhole ? candidate.parts : noParts }];
    });
}
function candidateOf(change, metric) {
    const { kind, label, location, delta, children } = change;
    const amount = metric === 'disk' ? delta.diskBytes : delta.downloadBytes;
    if (kind === 'other')
        return null;
    const parts = () => children.flatMap((child) => candidateOf(child, metric) ?? []);
    return { kind, label, location, amount: amount ?? 0, parts };
}
/** The author's layers, by what of them lies in the scope, with the packages that they hold. */
export function layerCandidates({ byLayer }, side, metric) {
    return side.measurement.layers.flatMap((layer, at) => {
        const candidate = layerCandidate(layer, byLayer.get(layer) ?? 0);
        const isWhole = metric === 'disk' && candidate.amount === layer.diskBytes;
        return layer.origin === 'base'
            ? []
            : [{ ...candidate, parts: isWhole ? () => packageCandidates(side, at, layer) : noParts }];
    });
}
const layerCandidate = (layer, amount) => ({
    kind: 'layer',
    label: layer.instruction ?? `layer ${layer.diffId}`,
    location: layer.location,
    amount,
    parts: noParts,
});
function packageCandidates(side, at, { location }) {
    const [fileSystem, owners] = [side.fileSystem(), side.owners()];
    if (fileSystem === null || owners === null)
        return [];
    const found = new Map();
    for (const { path, layer, entry } of fileSystem.live) {
        const owner = layer === at ? owners.of(path) : null;
        if (owner === null)
            continue;
        const key = packageKey(owner);
        const amount = (found.get(key)?.amount ?? 0) + entry.size;
        found.set(key, { kind: 'package', label: owner.name, location, amount, parts: noParts });
    }
    return [...found.values()];
}
/** The author's lines that hide files, by what they hide. */
export function hidingCandidates({ measurement, fileSystem }) {
    const hidden = measurement.layers.map(() => 0);
    for (const { hiddenBy, entry } of fileSystem()?.dead ?? [])
        hidden[hiddenBy] = (hidden[hiddenBy] ?? 0) + entry.size;
    return measurement.layers.flatMap((layer, at) => layer.origin === 'base' ? [] : [layerCandidate(layer, hidden[at] ?? 0)]);
}
/** The layers that the author added. */
export const addedCandidates = (rows) => rows
    .filter(({ change, pairs }) => change.cause === 'yours' && pairs.every(({ before }) => before === null))
    .map(({ change, pairs }) => ({
    ...{ kind: 'layer', label: change.label, location: change.location },
    ...{ amount: pairs.length, parts: noParts },
}));
