import { packageKey } from "./side.js";
export const newDirectory = (name) => ({
    name,
    directories: new Map(),
    leaves: new Map(),
    weight: 0,
});
const newLeaf = (name, hidden) => ({
    name,
    hidden,
    files: 1,
    bytes: null,
    before: null,
    owner: null,
});
/**
 * The leaf at a path, made where it is not there.
 *
 * @param which of a path that a layer's tar holds twice; `any`: whichever is there, the one in sight first
 */
export function leafAt(top, path, which) {
    if (top === undefined)
        throw new Error('a file lies in a layer that is not there');
    const slash = path.lastIndexOf('/');
    const { leaves } = slash < 0 ? top : directoryAt(top, path.slice(0, slash));
    const name = path.slice(slash + 1);
    const known = which === 'any' ? (leaves.get(name) ?? leaves.get(`${name}/`)) : leaves.get(keyOf(name, which));
    if (known !== undefined)
        return known;
    const leaf = newLeaf(name, which === 'hidden');
    leaves.set(keyOf(name, which), leaf);
    return leaf;
}
const keyOf = (name, which) => (which === 'hidden' ? `${name}/` : name);
function directoryAt(top, path) {
    let directory = top;
    for (const name of path.split('/')) {
        const child = directory.directories.get(name) ?? newDirectory(name);
        directory.directories.set(name, child);
        directory = child;
    }
    return directory;
}
const weightOf = ({ bytes, before }) => Math.max(bytes ?? 0, before ?? 0);
/** Gathers what weighs least in the directories that are kept, so that at most some `most` nodes are. */
export function gatherSmall(layers, most) {
    const directories = layers.flatMap((layer) => weigh(layer));
    const weights = Float64Array.from(directories.flatMap(({ weight, leaves }) => [weight, ...[...leaves.values()].map(weightOf)]));
    if (weights.length <= most)
        return;
    const threshold = weights.sort()[weights.length - most] ?? 0;
    // Those above come first, so that what lies below a directory that goes is not looked at.
    const kept = [...layers];
    for (const directory of kept) {
        for (const child of gatherIn(directory, threshold))
            kept.push(child);
    }
}
/** Sets the weights of all directories from `top` on; returns them, those above first. Nesting may be deeper than the stack. */
function weigh(top) {
    const all = [top];
    for (const directory of all)
        for (const child of directory.directories.values())
            all.push(child);
    for (const directory of all.toReversed()) {
        for (const leaf of directory.leaves.values())
            directory.weight += weightOf(leaf);
        for (const child of directory.directories.values())
            directory.weight += child.weight;
    }
    return all;
}
/** Puts what weighs no more than the threshold into one leaf, and one for what is hidden; returns the directories that stay. */
function gatherIn(directory, threshold) {
    const { directories, leaves } = directory;
    const gathered = { live: newLeaf('', false), hidden: newLeaf('', true) };
    const add = (leaf) => addTo(leaf.hidden ? gathered.hidden : gathered.live, leaf);
    gathered.live.files = gathered.hidden.files = 0;
    for (const [key, leaf] of leaves) {
        if (weightOf(leaf) > threshold)
            continue;
        add(leaf);
        leaves.delete(key);
    }
    for (const [name, child] of directories) {
        if (child.weight > threshold)
            continue;
        for (const { leaves } of weigh(child))
            for (const leaf of leaves.values())
                add(leaf);
        directories.delete(name);
    }
    if (gathered.live.files > 0)
        leaves.set('', gathered.live);
    if (gathered.hidden.files > 0)
        leaves.set('/', gathered.hidden);
    return directories.values();
}
function addTo(sum, leaf) {
    sum.files += leaf.files;
    if (leaf.bytes !== null)
        sum.bytes = (sum.bytes ?? 0) + leaf.bytes;
    if (leaf.before !== null)
        sum.before = (sum.before ?? 0) + leaf.before;
}
/** The tree as columns. */
export function packTree(layers, { gone, isOwned }) {
    const names = [];
    const children = [];
    const leaves = [];
    const pending = layers.toReversed();
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        names.push(textOf(node.name));
        if ('leaves' in node) {
            children.push(node.directories.size + node.leaves.size);
            for (const below of [node.leaves, node.directories])
                for (const child of below.values())
                    pending.push(child);
        }
        else {
            children.push(-1);
            leaves.push(node);
        }
    }
    const packages = packageList();
    return {
        names: names.join('/'),
        children,
        bytes: leaves.map(({ bytes }) => bytes),
        before: gone && leaves.flatMap(({ bytes, before }, at) => (bytes === before ? [] : [[at, before]])),
        hidden: leaves.flatMap(({ hidden }, at) => (hidden ? [at] : [])),
        owners: isOwned ? runsOf(leaves.map(({ owner }) => owner && packages.place(owner))) : null,
        packages: packages.all,
        gone: gone ?? [],
        gathered: leaves.flatMap(({ name, files }, at) => (name === '' ? [[at, files]] : [])),
    };
}
/** Read as UTF-8; most names are ASCII, which reads the same. */
const textOf = (name) => (/^[ -~]*$/.test(name) ? name : Buffer.from(name, 'latin1').toString('utf8'));
/** Packages by the order in which they are met, whatever their architectures. */
function packageList() {
    const all = [];
    const places = new Map();
    const place = (owner) => {
        const { manager, name, version } = owner;
        const key = `${packageKey(owner)} ${version}`;
        const known = places.get(key);
        if (known !== undefined)
            return known;
        places.set(key, all.length);
        return all.push({ manager, name, version }) - 1;
    };
    return { all, place };
}
function runsOf(values) {
    const runs = [];
    for (const value of values) {
        const last = runs.at(-1);
        if (last !== undefined && last[0] === value)
            last[1]++;
        else
            runs.push([value, 1]);
    }
    return runs;
}
