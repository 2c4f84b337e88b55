import { pathResolver } from "../packages/resolve.js";
/** Null where a layer's index does not know what was collected. */
export function viewFiles(layers, { live, symlinks }) {
    const contents = layers.map(({ collected }) => collected);
    if (contents.includes(null))
        return null;
    const files = new Map();
    const collected = new Map();
    for (const file of live) {
        const content = contents[file.layer]?.get(file.entry.path);
        for (const name of [file.path, ...(file.links ?? [])])
            files.set(name, file);
        // The name that the layer has it by may be gone, and another name's content tells of no package.
        if (content !== undefined && files.get(file.entry.path) === file)
            collected.set(file.entry.path, content);
    }
    const names = [...files.keys()].sort();
    const resolve = pathResolver(symlinks);
    return {
        files,
        collected,
        names,
        has: (name) => files.has(name),
        *below(directory) {
            const prefix = directory === '' ? '' : `${directory}/`;
            for (let at = lowerBound(names, prefix); names[at]?.startsWith(prefix); at++)
                yield names[at] ?? '';
        },
        find(path) {
            const name = resolve(path);
            return name !== null && files.has(name) ? name : null;
        },
    };
}
/** Where the first name stands that is not before `text`. */
function lowerBound(names, text) {
    let low = 0;
    let high = names.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((names[middle] ?? '') < text)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
