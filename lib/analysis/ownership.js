import { collectedFile } from "../packages/collected.js";
import { packageKey } from "../packages/format.js";
import { packageFormats } from "../packages/index.js";
import { viewFiles } from "./file-view.js";
import { pathText } from "./path.js";
/** Null where that is not known: a layer's index comes from a version that collected other things. */
export function ownFiles(layers, fileSystem) {
    const view = viewFiles(layers, fileSystem);
    if (view === null)
        return null;
    const notes = unreadable(view);
    const claims = packageFormats.flatMap((format) => format.find(view, (sentence) => notes.push(sentence)));
    return { view, owners: settle(claims, view), packages: claims, notes };
}
/** What each package weighs; null where that is not known, as for `ownFiles`. */
export function findOwners(layers, fileSystem) {
    const owned = ownFiles(layers, fileSystem);
    if (owned === null)
        return null;
    const { owners, notes } = owned;
    const files = new Map();
    const unowned = [];
    for (const file of fileSystem.live) {
        const owner = owners.get(file);
        if (owner === undefined)
            unowned.push(file);
        else
            append(files, owner, file);
    }
    const packages = [...files].map(([{ manager, name, version, architecture }, owned]) => ({
        manager,
        name,
        version,
        architecture,
        ...weigh(owned),
    }));
    return { packages: packages.sort(bySize), unowned: byDirectory(unowned).sort(bySize), notes };
}
/** Files that tell of packages, but were larger than what is collected. */
function unreadable({ names, collected }) {
    return names
        .filter((name) => collectedFile(name) !== null && !collected.has(name))
        .map((name) => `${pathText(name)} tells of packages, but is too large to be read, or linked from elsewhere.`);
}
/** Each file to the first that claims it, what Python compiled to its module's. Equal packages are one. */
function settle(claims, { files, names }) {
    const packages = new Map();
    const owners = new Map();
    const ownerOfModule = (path) => {
        const source = compiledFrom(path);
        const file = source === null ? undefined : files.get(source);
        return file === undefined ? undefined : owners.get(file);
    };
    for (const claim of claims) {
        const key = packageKey(claim);
        const owner = packages.get(key) ?? claim;
        packages.set(key, owner);
        for (const path of claim.files) {
            const file = files.get(path);
            if (file !== undefined && !owners.has(file))
                owners.set(file, ownerOfModule(path) ?? owner);
        }
    }
    for (const name of names) {
        const file = files.get(name);
        const owner = ownerOfModule(name);
        if (file !== undefined && owner !== undefined && !owners.has(file))
            owners.set(file, owner);
    }
    return owners;
}
/** The module that Python compiled: `d/__pycache__/m.cpython-311.opt-1.pyc` (PEP 3147) and `d/m.pyc` come from `d/m.py`. */
export function compiledFrom(path) {
    if (!path.endsWith('.pyc'))
        return null;
    const [, directory = '', name] = /^(.*?)__pycache__\/([^/]+?)\.[^/]*\.pyc$/.exec(path) ?? [];
    return name === undefined ? path.slice(0, -1) : `${directory}${name}.py`;
}
function weigh(files) {
    const bytes = new Map();
    let diskBytes = 0;
    for (const { layer, entry } of files) {
        diskBytes += entry.size;
        bytes.set(layer, (bytes.get(layer) ?? 0) + entry.size);
    }
    const layers = [...bytes].map(([layer, held]) => ({ layer, diskBytes: held })).sort((a, b) => a.layer - b.layer);
    return { diskBytes, files: files.length, layers };
}
/** A directory with a smaller part of the rest is counted to the one above it. */
const smallestPart = 0.02;
/** Files by the directories that hold most of them; what is scattered goes to `/`. */
function byDirectory(files) {
    const threshold = smallestPart * files.reduce((sum, { entry }) => sum + entry.size, 0);
    const held = new Map();
    for (const file of files)
        append(held, parentOf(file.path), file);
    const rows = [];
    const pending = directoriesUp(held.keys());
    for (const directory of pending) {
        const own = held.get(directory) ?? [];
        const weight = weigh(own);
        if (own.length === 0)
            continue;
        if (directory === '' || (weight.diskBytes >= threshold && weight.diskBytes > 0)) {
            rows.push({ directory: pathText(directory), ...weight });
        }
        else
            for (const file of own)
                append(held, parentOf(directory), file);
    }
    return rows;
}
/** All directories on the way to these, the deepest first. */
function directoriesUp(directories) {
    const all = new Set(['']);
    for (let directory of directories) {
        for (; !all.has(directory); directory = parentOf(directory))
            all.add(directory);
    }
    const depths = [...all].map((path) => ({ path, depth: path === '' ? 0 : path.split('/').length }));
    return depths.sort((a, b) => b.depth - a.depth).map(({ path }) => path);
}
const parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
function append(lists, key, value) {
    const list = lists.get(key);
    if (list === undefined)
        lists.set(key, [value]);
    else
        list.push(value);
}
/** Largest first; those of one size by name, so that the same image gives the same rows. */
function bySize(a, b) {
    return b.diskBytes - a.diskBytes || (nameOf(a) < nameOf(b) ? -1 : 1);
}
const nameOf = (row) => 'directory' in row ? row.directory : `${row.name} ${row.version} ${row.architecture} ${row.manager}`;
