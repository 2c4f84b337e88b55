import { alignLayers } from "./align.js";
import { drillDown, plainRow } from "./drill-down.js";
import { addSizes, isNothing, nothing, subtractSizes, weightOf } from "./size.js";
/** What changed from one image to another. Whose doing it is, is not said here: every row is the author's, by assumption. */
export function compareSides(before, after, metric) {
    const [old, current] = [before.measurement, after.measurement];
    const seen = sizeSeen(old, current);
    const rows = rowsOf(alignLayers(old.layers, current.layers), seen);
    const drillable = rows.map(({ pairs, change }) => ({ pairs, delta: change.delta }));
    const children = drillDown(drillable, { before, after, seen, metric });
    return {
        delta: deltaOf(old, current, metric),
        rows: rows.map(({ pairs, change }, at) => ({ pairs, change: { ...change, children: children[at] ?? [] } })),
    };
}
/** The rows where something changed, the largest change first. */
export const changesOf = (rows, metric) => rows
    .map(({ change }) => change)
    .filter(({ delta, children }) => !isNothing(delta) || children.length > 0)
    .sort((a, b) => weightOf(b.delta, metric) - weightOf(a.delta, metric));
/** How much larger `after` is; the percentage is of the metric. */
export function deltaOf(before, after, metric) {
    const seen = sizeSeen(before, after);
    const total = ({ layers }) => layers.map(seen).reduce(addSizes, nothing);
    const delta = subtractSizes(total(after), total(before));
    return {
        diskBytes: after.diskBytes - before.diskBytes,
        downloadBytes: delta.downloadBytes,
        percent: percentOf(metric, before, delta),
    };
}
/**
 * Download sizes are compared only where both came from the same image store: each compresses in its own way, so that
 * their difference would say nothing of the image.
 */
export function sizeSeen(before, after) {
    const sameStore = before.store === after.store;
    return ({ diskBytes, downloadBytes }) => ({ diskBytes, downloadBytes: sameStore ? downloadBytes : null });
}
function percentOf(metric, before, delta) {
    const [whole, part] = metric === 'disk' ? [before.diskBytes, delta.diskBytes] : [before.downloadBytes, delta.downloadBytes];
    return whole === null || part === null || whole === 0 ? null : (part / whole) * 100;
}
/** One row for each pair; the base image is one row, whatever its layers are. */
function rowsOf(pairs, seen) {
    const isBase = (pair) => (pair.after ?? pair.before)?.origin === 'base';
    const crossesOrigin = pairs.some(({ before, after }) => before !== null && after !== null && (before.origin === 'base') !== (after.origin === 'base'));
    // Layers that moved between base and own (the builder's image became the base, say) stay rows of their own.
    const base = crossesOrigin ? [] : pairs.filter(isBase);
    const own = crossesOrigin ? pairs : pairs.filter((pair) => !isBase(pair));
    return [...(base.length > 0 ? [rowOf(base, seen)] : []), ...own.map((pair) => rowOf([pair], seen))];
}
function rowOf(pairs, seen) {
    const sum = (side) => {
        const layers = pairs.flatMap((pair) => pair[side] ?? []);
        return layers.length === 0 ? null : layers.map(seen).reduce(addSizes, nothing);
    };
    const before = sum('before');
    const after = sum('after');
    const shown = pairs.findLast((pair) => pair.after !== null)?.after ?? pairs.at(-1)?.before;
    const change = {
        ...plainRow,
        kind: 'layer',
        label: shown?.instruction ?? (shown?.origin === 'base' ? 'base image' : `layer ${shown?.diffId ?? ''}`),
        location: shown?.location ?? null,
        before,
        after,
        delta: subtractSizes(after ?? nothing, before ?? nothing),
        children: [],
    };
    return { pairs, change };
}
