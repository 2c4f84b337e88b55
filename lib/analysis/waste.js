import { pathText } from "./path.js";
/** Files that a row names. */
const largestFiles = 3;
/**
 * What the layers hold and no container sees: which line brought it, which hid it, and how. Rows add up to the dead
 * bytes, and each split does.
 *
 * @param attributions one for each layer, base first
 */
export function wasteOf(fileSystem, attributions) {
    const { liveBytes, deadBytes, totalBytes, dead } = fileSystem;
    const rows = [...groups(dead).values()].map((files) => rowOf(files, attributions)).sort(byBytes);
    const sum = (which) => rows.reduce((total, row) => total + (which(row) ? row.diskBytes : 0), 0);
    return {
        liveBytes,
        deadBytes,
        efficiency: totalBytes === 0 ? 1 : liveBytes / totalBytes,
        how: {
            deleted: sum(({ how }) => how === 'deleted'),
            modified: sum(({ how }) => how === 'modified'),
            metadata: sum(({ how }) => how === 'metadata'),
        },
        hiddenBy: {
            base: sum(({ hiddenBy }) => hiddenBy.origin === 'base'),
            own: sum(({ hiddenBy }) => hiddenBy.origin === 'own'),
            unknown: sum(({ hiddenBy }) => hiddenBy.origin === null),
        },
        rows,
    };
}
/** Of the same two layers, hidden the same way. */
function groups(dead) {
    const found = new Map();
    for (const file of dead) {
        const key = `${file.layer} ${file.hiddenBy} ${file.how}`;
        const group = found.get(key);
        if (group === undefined)
            found.set(key, [file]);
        else
            group.push(file);
    }
    return found;
}
function rowOf(files, attributions) {
    const [{ how, layer, hiddenBy }] = files;
    return {
        how,
        diskBytes: files.reduce((sum, { entry }) => sum + entry.size, 0),
        files: files.length,
        broughtBy: placeOf(layer, attributions),
        hiddenBy: placeOf(hiddenBy, attributions),
        largest: files
            .toSorted((a, b) => b.entry.size - a.entry.size || (a.path < b.path ? -1 : 1))
            .slice(0, largestFiles)
            .map(({ path, entry }) => ({ path: pathText(path), diskBytes: entry.size })),
    };
}
function placeOf(layer, attributions) {
    const { origin = null, instruction = null, location = null } = attributions[layer] ?? {};
    return { layer, origin, instruction, location };
}
const byBytes = (a, b) => b.diskBytes - a.diskBytes || a.broughtBy.layer - b.broughtBy.layer || a.hiddenBy.layer - b.hiddenBy.layer;
