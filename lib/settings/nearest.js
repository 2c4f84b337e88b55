/** For "did you mean": names are compared without case, `_` for `-`, and camelCase as kebab-case. */
/** The candidate that `word` was most likely meant to be; null where none is near. */
export function nearest(word, candidates) {
    const wanted = kebab(word.slice(0, maxLength));
    let best = null;
    let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
    for (const candidate of candidates) {
        const distance = editDistance(wanted, kebab(candidate));
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** ` (did you mean "…"?)`, or nothing where no candidate is near. */
export function suggestion(word, candidates, prefix = '') {
    const candidate = nearest(word, candidates);
    return candidate === null ? '' : ` (did you mean ${prefix}${candidate}?)`;
}
/** Longer words are cut: no name of ours is as long, and the comparison's cost is bounded. */
const maxLength = 40;
function kebab(name) {
    return name
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .replaceAll('_', '-')
        .toLowerCase();
}
/** Insertions, deletions, substitutions and swaps of neighbours ("optimal string alignment" distance). */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const same = a[row - 1] === b[column - 1];
            const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1), swapped ? at(beforeLast, column - 2) + 1 : Infinity));
        }
        beforeLast = last;
        last = current;
    }
    return at(last, b.length);
}
function at(row, column) {
    return row[column] ?? Infinity;
}
