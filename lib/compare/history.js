/** Enough to see where an image grew, few enough for a chart in a comment. */
const mostPoints = 30;
/**
 * The last sizes before `current`, oldest first.
 *
 * @param line the records before `current`, oldest first
 */
export function historyOf(line, current) {
    const earlier = line.filter(({ commit }) => commit !== current.commit);
    return earlier.slice(-mostPoints).map(({ commit, created, diskBytes, downloadBytes, store }) => ({
        commit,
        created,
        diskBytes,
        // Each store compresses in its own way.
        downloadBytes: store === current.store ? downloadBytes : null,
    }));
}
