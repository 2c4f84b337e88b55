/**
 * Pairs what is gone with what is new where the content is the same: by content and name first (a directory was renamed),
 * then by content alone. Copies of one content are paired in the order of their paths, and only where as many came as
 * went: else it is not known which is which.
 */
export function pairMoves({ gone, fresh, contentOf, scopeOf }) {
    const pairs = [];
    const paired = new Set();
    const isLeft = (file) => !paired.has(file);
    for (const nameOf of [baseName, () => '']) {
        const keyOf = (file) => `${contentOf(file)} ${nameOf(file.path)}\n${scopeOf(file)}`;
        for (const [from, to] of pairEqual(gone.filter(isLeft), fresh.filter(isLeft), keyOf)) {
            paired.add(from).add(to);
            pairs.push([from, to]);
        }
    }
    return pairs;
}
function* pairEqual(gone, fresh, keyOf) {
    if (gone.length === 0 || fresh.length === 0)
        return;
    const arrived = Map.groupBy(fresh, keyOf);
    for (const [key, left] of Map.groupBy(gone, keyOf)) {
        const came = arrived.get(key)?.toSorted(byPath) ?? [];
        if (came.length !== left.length)
            continue;
        for (const [at, from] of left.toSorted(byPath).entries()) {
            const to = came[at];
            if (to !== undefined)
                yield [from, to];
        }
    }
}
const baseName = (path) => path.slice(path.lastIndexOf('/') + 1);
export const byPath = (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
