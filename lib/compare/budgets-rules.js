import { formatBytes, formatDistinctBytes, formatDuration, formatPercent, formatPercentDelta } from "../units.js";
import { growthIn, isEstimated, sizesIn } from "./budgets-scope.js";
import { addedCandidates, fewest, growthCandidates, hidingCandidates, layerCandidates } from "./budgets-undo.js";
export const rules = {
    'max-size': holdSize,
    'max-increase': holdIncrease,
    'max-waste': holdWaste,
    'max-layers': holdLayers,
    'max-build-time': holdBuildTime,
    'min-cached-steps': holdCachedSteps,
};
export const named = ({ name, limit }) => `${name} ${limit.text}`;
/** A figure that is a share of a layer's download size is an estimate. */
const mark = ({ scope, metric }) => (isEstimated(scope, metric) ? '~' : '');
const isYours = ({ change }) => change.cause === 'yours';
const grownBy = ({ rows }, isIn = () => true) => rows.reduce((total, { row, bytes }) => total + (isIn(row) ? bytes : 0), 0);
/** A misspelt scope keeps every limit: that is said. */
const nothingThere = 'nothing of that is in the image';
/** For limits that nothing can be done about by undoing a line. */
const plainExcess = { excused: false, remedy: '', undo: () => [] };
function holdSize(budget, weighing) {
    const { scope, limit, metric } = budget;
    const { current } = weighing;
    const sizes = sizesIn(scope, metric, current);
    if (typeof sizes === 'string')
        return sizes;
    const figures = { actual: sizes.total, limitValue: limit.value };
    const [exact, over] = formatDistinctBytes([sizes.total, limit.value]);
    const shown = mark(budget) + exact;
    const excess = sizes.total - limit.value;
    if (excess <= 0) {
        const says = sizes.isEmpty ? `${nothingThere}: within` : `${shown} is within`;
        return { ...figures, says: `${says} ${named(budget)}`, excess: null };
    }
    const says = `${shown} (${metric}) is ${formatBytes(excess)} over max-size ${over}`;
    const growth = growthIn(scope, metric, weighing);
    const known = typeof growth === 'string' ? null : growth;
    const excused = known !== null && known.before > limit.value && grownBy(known) <= 0;
    const undone = known === null ? [] : fewest(growthCandidates(known, isYours, metric), excess);
    const leftOut = () => fewest(layerCandidates(sizes, current, metric), excess);
    const [remedy, undo] = undone.length > 0 ? ['undoing', () => undone] : ['leaving out', leftOut];
    return { ...figures, says, excess: { excused, remedy, undo } };
}
function holdIncrease(budget, weighing) {
    const { scope, limit, metric, counts } = budget;
    const growth = growthIn(scope, metric, weighing);
    if (typeof growth === 'string')
        return growth;
    const actual = counts === 'all' ? grownBy(growth) : grownBy(growth, isYours);
    const limitValue = limit.unit === 'percent' ? Math.floor((growth.before * limit.value) / 100) : limit.value;
    const whose = actual === grownBy(growth) ? '' : ' through your changes';
    const moved = growth.isEmpty ? nothingThere : movedText(budget, actual, growth.before) + whose;
    const excess = actual - limitValue;
    if (excess <= 0)
        return { actual, limitValue, says: `${moved}: within ${named(budget)}`, excess: null };
    const undo = () => fewest(growthCandidates(growth, isYours, metric), excess);
    const says = `${moved}: ${formatBytes(excess)} over ${named(budget)}`;
    return { actual, limitValue, says, excess: { excused: false, remedy: 'undoing', undo } };
}
/** `grew by 6 MB (+6%)`, `shrank by 6 MB`, `did not grow`; the share where the limit is one. */
function movedText(budget, bytes, before) {
    if (bytes === 0)
        return 'did not grow';
    const size = mark(budget) + formatBytes(Math.abs(bytes));
    if (bytes < 0)
        return `shrank by ${size}`;
    const isShare = budget.limit.unit === 'percent' && before > 0;
    return `grew by ${size}${isShare ? ` (${formatPercentDelta((bytes / before) * 100)})` : ''}`;
}
/** Hidden bytes; a percentage is of the image, by disk size. */
function holdWaste(budget, { current, before }) {
    const { deadBytes, diskBytes } = current.measurement;
    const limitOf = (whole) => budget.limit.unit === 'percent' ? Math.floor((whole * budget.limit.value) / 100) : budget.limit.value;
    const figures = { actual: deadBytes, limitValue: limitOf(diskBytes) };
    const share = diskBytes > 0 ? ` (${formatPercent((deadBytes / diskBytes) * 100)})` : '';
    const shown = `${formatBytes(deadBytes)}${budget.limit.unit === 'percent' ? share : ''} hidden by later layers`;
    const excess = deadBytes - figures.limitValue;
    if (excess <= 0)
        return { ...figures, says: `${shown} is within ${named(budget)}`, excess: null };
    const old = before?.measurement ?? null;
    const excused = old !== null && old.deadBytes > limitOf(old.diskBytes) && deadBytes <= old.deadBytes;
    const undo = () => fewest(hidingCandidates(current), excess);
    const says = `${shown} is ${formatBytes(excess)} over ${named(budget)}`;
    return { ...figures, says, excess: { excused, remedy: 'hiding nothing at', undo } };
}
function holdLayers(budget, { current, before, rows }) {
    const actual = current.measurement.layers.length;
    const limitValue = budget.limit.value;
    const excess = actual - limitValue;
    const shown = actual === 1 ? '1 layer is' : `${actual} layers are`;
    if (excess <= 0)
        return { actual, limitValue, says: `${shown} within ${named(budget)}`, excess: null };
    const old = before?.measurement.layers.length ?? 0;
    const excused = old > limitValue && actual <= old;
    const says = `${shown} ${excess} over ${named(budget)}`;
    return {
        actual,
        limitValue,
        says,
        excess: { excused, remedy: 'undoing', undo: () => fewest(addedCandidates(rows), excess) },
    };
}
const noBuild = 'the image was not built here';
function holdBuildTime(budget, { current }) {
    const { build } = current.measurement;
    if (build === null)
        return noBuild;
    const limitValue = budget.limit.value;
    const took = `the build took ${formatDuration(build.seconds)}`;
    const excess = build.seconds - limitValue;
    const figures = { actual: build.seconds, limitValue };
    return excess <= 0
        ? { ...figures, says: `${took}: within ${named(budget)}`, excess: null }
        : { ...figures, says: `${took}: ${formatDuration(excess)} over ${named(budget)}`, excess: plainExcess };
}
function holdCachedSteps(budget, { current }) {
    const { build } = current.measurement;
    if (build === null)
        return noBuild;
    const { steps, cachedSteps } = build;
    if (steps === 0)
        return 'the build had no steps';
    const needed = Math.ceil((steps * budget.limit.value) / 100);
    const figures = { actual: cachedSteps / steps, limitValue: budget.limit.value / 100 };
    const share = formatPercent((cachedSteps / steps) * 100);
    const shown = `${cachedSteps} of ${steps} steps (${share}) came from the cache`;
    const missing = needed - cachedSteps;
    if (missing <= 0)
        return { ...figures, says: `${shown}: enough for ${named(budget)}`, excess: null };
    const short = missing === 1 ? '1 step' : `${missing} steps`;
    return { ...figures, says: `${shown}: ${short} short of ${named(budget)}`, excess: plainExcess };
}
