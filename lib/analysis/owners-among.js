import { overlay } from "./filesystem.js";
import { compiledFrom, ownFiles } from "./ownership.js";
/**
 * As `ownFiles`, but of some paths alone (latin1, as in `Entry`): to lay an image of a million files over and to name
 * them all takes seconds and hundreds of megabytes, and a comparison asks about the few that differ. What the packages
 * are is known in full.
 */
export function ownFilesAmong(layers, paths) {
    const wanted = new Set();
    for (const path of paths) {
        addWithParents(wanted, path);
        const source = compiledFrom(path);
        if (source !== null)
            addWithParents(wanted, source);
    }
    for (const { collected } of layers)
        for (const path of collected?.keys() ?? [])
            addWithParents(wanted, path);
    const restricted = layers.map((layer) => ({
        ...layer,
        entries: layer.entries.filter((entry) => entry.kind !== 'file' || wanted.has(entry.path)),
    }));
    return ownFiles(restricted, overlay(restricted));
}
/** A file that stands where a directory of the path was, or came to be, hides it. */
function addWithParents(wanted, path) {
    for (let at = path; at !== '' && !wanted.has(at); at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
        wanted.add(at);
}
