import { formatDelta, formatPercentDelta } from "../units.js";
/** How far back the older records lie. */
const recordsBack = 100;
const daysBack = 30;
const dayInMilliseconds = 24 * 60 * 60 * 1000;
/**
 * What changed since the record 100 records back and the newest one that is 30 days old or older: many steps, each within
 * its budget, may add up to more than it. Nothing is said of what the line does not reach back to.
 *
 * @param line the records before `current`, oldest first; the baseline's is the last
 * @param budgets those on the image's growth that hold for one step
 */
export function longTermChanges(line, current, metric, budgets) {
    const earlier = line.filter(({ commit }) => commit !== current.commit);
    const now = Date.parse(current.created);
    const age = ({ created }) => (now - Date.parse(created)) / dayInMilliseconds;
    const places = [earlier.length - recordsBack, earlier.findLastIndex((point) => age(point) >= daysBack)];
    const found = [...new Set(places)].filter((place) => place >= 0);
    return found.flatMap((place) => {
        const point = earlier[place];
        if (point === undefined)
            return [];
        const since = { records: earlier.length - place, days: Math.max(0, Math.floor(age(point))) };
        return [changeSince(point, since, current, metric, budgets)];
    });
}
function changeSince(point, since, current, metric, budgets) {
    const { commit, created } = point;
    const delta = { diskBytes: current.diskBytes - point.diskBytes, downloadBytes: downloadDelta(point, current) };
    const [grown, before] = metric === 'disk' ? [delta.diskBytes, point.diskBytes] : [delta.downloadBytes, point.downloadBytes];
    const percent = grown === null || before === null || before === 0 ? null : (grown / before) * 100;
    const broken = grown === null ? undefined : budgets.find((budget) => isExceeded(budget, metric, grown, percent));
    const over = broken === undefined ? '' : `: in sum more than max-increase ${broken.limit.text}`;
    const records = since.records === 1 ? 'record' : `${since.records} records`;
    return {
        ...{ commit, created, ...since, delta, percent },
        exceeds: broken !== undefined,
        message: `${movedText(grown, percent)} over the last ${records}, since ${commit.slice(0, 7)} (${created.slice(0, 10)})${over}`,
    };
}
/** Each store compresses in its own way: a difference between two would say nothing of the image. */
const downloadDelta = (point, { store, downloadBytes }) => point.downloadBytes === null || downloadBytes === null || point.store !== store
    ? null
    : downloadBytes - point.downloadBytes;
function isExceeded({ name, scope, limit, ...budget }, metric, grown, percent) {
    if (name !== 'max-increase' || scope !== null || budget.metric !== metric)
        return false;
    return limit.unit === 'percent' ? percent !== null && percent > limit.value : grown > limit.value;
}
function movedText(bytes, percent) {
    if (bytes === null)
        return 'an unknown change';
    const share = percent === null ? '' : ` (${formatPercentDelta(percent)})`;
    return bytes === 0 ? 'no change' : formatDelta(bytes) + share;
}
