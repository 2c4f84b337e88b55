/** Points that a record carries, and so the records of a line that are worth keeping. */
const longestTrend = 200;
/** The record of a measurement whose line goes on from `previous`. */
export function makeRecord(measurement, layers, previous) {
    return { version: 1, measurement, trend: lineTo(previous).slice(-longestTrend), layers };
}
/** The commits whose records the line has outgrown with a record that goes on from `previous`. */
export function outgrown(previous) {
    return lineTo(previous)
        .slice(0, -longestTrend)
        .map(({ commit }) => commit);
}
/** Oldest first, `previous` last; a commit that was measured again stands at its latest place. */
export function lineTo(previous) {
    if (previous === null)
        return [];
    const { commit, created, diskBytes, downloadBytes, store } = previous.measurement;
    if (commit === null)
        return previous.trend;
    const point = { commit, created, diskBytes, downloadBytes, store };
    return [...previous.trend.filter((earlier) => earlier.commit !== commit), point];
}
