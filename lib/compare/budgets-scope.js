import { globOf } from "./glob.js";
/** Sizes below a layer have a share of its download size, and no download size of their own. */
export const isEstimated = (scope, metric) => metric === 'download' && (scope?.kind === 'path' || scope?.kind === 'package');
/**
 * The bytes of an image that lie in a scope; in words why, where that is not known. The files of all layers count, those
 * too that a later layer hides: they are shipped, and the image's size counts them.
 */
export function sizesIn(scope, metric, side) {
    const { layers } = side.measurement;
    const sizes = layers.map((layer) => (metric === 'disk' ? layer.diskBytes : layer.downloadBytes));
    if (sizes.includes(null))
        return `the ${metric} size is unknown`;
    const known = sizes.map((size) => size ?? 0);
    if (scope === null || scope.kind === 'layer') {
        const inScope = layers.map(scope === null ? () => true : layerGlob(scope.pattern));
        const whole = known.map((size, at) => (inScope[at] ? size : 0));
        return scopedSizes(layers, whole, scope === null || inScope.includes(true));
    }
    const held = filesIn(scope, side);
    if (held === null)
        return `which ${scope.kind === 'path' ? 'files' : 'packages'} it holds is unknown`;
    const shares = layers.map(({ diskBytes }, at) => shareOf(held.byLayer[at] ?? 0, diskBytes, known[at] ?? 0));
    return scopedSizes(layers, shares, held.found);
}
function scopedSizes(layers, sizes, found) {
    return {
        byLayer: new Map(layers.map((layer, at) => [layer, sizes[at] ?? 0])),
        total: sizes.reduce((sum, size) => sum + size, 0),
        isEmpty: !found,
    };
}
/** What part of a layer's size, by either metric, belongs to some of its disk bytes. */
const shareOf = (bytes, layerBytes, layerSize) => layerBytes === 0 ? 0 : Math.round(layerSize * (bytes / layerBytes));
function filesIn(scope, side) {
    const fileSystem = side.fileSystem();
    const isIn = scope.kind === 'path' ? pathGlob(scope.pattern) : packageGlob(scope.pattern, side);
    if (fileSystem === null || isIn === null)
        return null;
    const byLayer = side.measurement.layers.map(() => 0);
    let found = false;
    const take = (layer, size) => {
        found = true;
        byLayer[layer] = (byLayer[layer] ?? 0) + size;
    };
    for (const { path, links, layer, entry } of fileSystem.live) {
        if (isIn(path) || links?.some(isIn))
            take(layer, entry.size);
    }
    for (const { path, layer, entry } of fileSystem.dead) {
        if (isIn(path))
            take(layer, entry.size);
    }
    return { byLayer, found };
}
/** Paths by their bytes, as entries have them; one without a wildcard means what lies below it, too. */
function pathGlob(pattern) {
    const path = Buffer.from(pattern.replace(/^\/+|\/+$/g, ''), 'utf8').toString('latin1');
    if (path.includes('*'))
        return globOf(path, '/');
    return (text) => path === '' || text === path || text.startsWith(`${path}/`);
}
/** Paths of the packages that a pattern names: `torch`, `python:torch`, `lib*`. */
function packageGlob(pattern, side) {
    const owners = side.owners();
    const [, manager = null, name = pattern] = /^([a-z]+):(.+)$/.exec(pattern) ?? [];
    const isNamed = globOf(name, null);
    return (owners &&
        ((path) => {
            const owner = owners.of(path);
            return owner !== null && (manager === null || owner.manager === manager) && isNamed(owner.name);
        }));
}
/** Layers by the Dockerfile's line (`Dockerfile:12`) or by the instruction (`RUN pip install *`). */
function layerGlob(pattern) {
    const [, file, line] = /^(\S+):(\d+)$/.exec(pattern) ?? [];
    if (file === undefined) {
        const isNamed = globOf(pattern, null);
        return ({ instruction }) => instruction !== null && isNamed(instruction);
    }
    const at = Number(line);
    return ({ location }) => location !== null &&
        (location.file === file || location.file.endsWith(`/${file}`)) &&
        location.firstLine <= at &&
        at <= location.lastLine;
}
/** The growth within a scope by rows; in words why, where it is not known. */
export function growthIn(scope, metric, { before, current, rows }) {
    if (before === null)
        return 'there is no baseline';
    const whole = scope?.kind === 'layer' ? null : scope;
    const after = sizesIn(whole, metric, current);
    if (typeof after === 'string')
        return after;
    // The same layers hold the same: what the baseline's hold need not be looked up.
    const isSame = metric === 'disk' && sameLayers(before.measurement, current.measurement);
    const old = isSame ? sameSizes(after, current.measurement, before.measurement) : sizesIn(whole, metric, before);
    if (typeof old === 'string')
        return `of the baseline, ${old}`;
    if (metric === 'download' && before.measurement.store !== current.measurement.store)
        return "the baseline's download size can't be compared";
    const isIn = scope?.kind === 'layer' ? pairGlob(scope.pattern) : () => true;
    const inScope = rows.map((row) => ({ row, pairs: row.pairs.filter(isIn) }));
    const sizeOf = (sizes, layer) => (layer && sizes.byLayer.get(layer)) ?? 0;
    const sum = (pairs, of) => pairs.reduce((total, pair) => total + of(pair), 0);
    const hasNoPair = inScope.every(({ pairs }) => pairs.length === 0);
    return {
        isEmpty: scope?.kind === 'layer' ? hasNoPair : after.isEmpty && old.isEmpty,
        before: sum(inScope.flatMap(({ pairs }) => pairs), (pair) => sizeOf(old, pair.before)),
        rows: inScope.map(({ row, pairs }) => ({
            row,
            bytes: sum(pairs, (pair) => sizeOf(after, pair.after) - sizeOf(old, pair.before)),
        })),
    };
}
/** A line's number is that of the image at hand; what is gone from there has its old one. */
function pairGlob(pattern) {
    const isIn = layerGlob(pattern);
    return ({ before, after }) => {
        const layer = after ?? before;
        return layer !== null && isIn(layer);
    };
}
const sameLayers = (one, other) => one.layers.length === other.layers.length &&
    one.layers.every(({ diffId }, at) => diffId === other.layers[at]?.diffId);
const sameSizes = (sizes, from, to) => ({
    ...sizes,
    byLayer: new Map(to.layers.map((layer, at) => [layer, sizes.byLayer.get(from.layers[at] ?? layer) ?? 0])),
});
