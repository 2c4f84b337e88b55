/** Linux's bound of symbolic links on the way to a file (path_resolution(7)), and of a path's bytes. */
const maxLinks = 40;
const maxPathBytes = 4096;
/**
 * Follows symbolic links in the directories of a path, but not a link that the path itself is. The result has no slash
 * in front; null where links lead round in a circle, or the path is longer than any can be.
 */
export function pathResolver(symlinks) {
    const directories = new Map();
    return (path) => {
        if (path.length > maxPathBytes)
            return null;
        const slash = path.lastIndexOf('/');
        const directory = path.slice(0, Math.max(0, slash));
        let resolved = directories.get(directory);
        if (resolved === undefined) {
            resolved = resolveDirectory(directory, symlinks);
            directories.set(directory, resolved);
        }
        const base = path.slice(slash + 1);
        return resolved === null ? null : resolved === '' ? base : `${resolved}/${base}`;
    };
}
function resolveDirectory(path, symlinks) {
    const pending = path.split('/').reverse();
    const done = [];
    let links = 0;
    for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
        if (part === '' || part === '.')
            continue;
        if (part === '..') {
            done.pop();
            continue;
        }
        done.push(part);
        const target = symlinks.get(done.join('/'));
        if (target === undefined)
            continue;
        links += 1;
        if (links > maxLinks || target.length > maxPathBytes)
            return null;
        if (target.startsWith('/'))
            done.length = 0;
        else
            done.pop();
        pending.push(...target.split('/').reverse());
    }
    return done.join('/');
}
