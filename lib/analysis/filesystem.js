import { UserError } from "../errors.js";
/**
 * A regular file's content, which lives as long as one of its names does. It is its own place in the tree, and becomes a
 * LiveFile as it is: of a million files each is one object. A class, so that none keeps its path as a text.
 */
class Content {
    entry;
    layer;
    names = 1;
    /** The entry of the first visible name; null until one is seen. */
    shown = null;
    links = null;
    constructor(entry, layer) {
        this.entry = entry;
        this.layer = layer;
    }
    get path() {
        return (this.shown ?? this.entry).path;
    }
    get content() {
        return this;
    }
    get children() {
        return null;
    }
}
const newDirectory = (entry) => ({ entry, content: null, children: new Map() });
const isDirectory = (node) => node?.children != null;
/**
 * Lays layers over one another as OCI image-spec, layer.md ("Applying Changesets") says. Takes time in proportion to the
 * entries and their depth.
 *
 * Whiteouts and opaque markers hide what lower layers hold, wherever they stand in the tar; both image stores' ways of
 * writing the same change give the same result.
 *
 * Throws a UserError where the paths are more than memory could hold: a tar of some megabytes may imply billions.
 */
export function overlay(layers, maxNodes = 5_000_000) {
    const tree = { root: newDirectory(null), nodes: 0, maxNodes };
    const { root } = tree;
    const dead = [];
    layers.forEach(({ entries }, layer) => {
        const removed = [];
        for (const entry of entries)
            hide(root, entry, removed);
        for (const entry of entries)
            place(tree, entry, layer, removed);
        for (const file of buried(root, removed, layer))
            dead.push(file);
    });
    return summarise(root, dead);
}
/** The contents whose last name the layer took away; each once, though it may have taken several. */
function* buried(root, removed, hiddenBy) {
    const seen = new Set();
    for (const { path, content } of removed) {
        if (content.names > 0 || seen.has(content))
            continue;
        seen.add(content);
        yield { path, layer: content.layer, hiddenBy, how: hidingAt(root, path, content), entry: content.entry };
    }
}
function hidingAt(root, path, content) {
    const successor = find(root, path)?.content ?? null;
    if (successor === null)
        return 'deleted';
    const same = successor.entry.hash === content.entry.hash && successor.entry.size === content.entry.size;
    return same ? 'metadata' : 'modified';
}
/** A whiteout takes its path away, an opaque marker everything below it. */
function hide(root, entry, removed) {
    // The path of a packed entry is made anew at every look, and most entries hide nothing.
    if (entry.kind === 'opaque') {
        const node = find(root, entry.path);
        if (node !== null)
            removeChildren(node, removed);
    }
    else if (entry.kind === 'whiteout') {
        const [directory, name] = splitPath(entry.path);
        const siblings = find(root, directory)?.children;
        const node = siblings?.get(name);
        if (node === undefined)
            return;
        remove(node, removed);
        siblings?.delete(name);
    }
}
function place(tree, entry, layer, removed) {
    const { kind, path } = entry;
    if (kind === 'whiteout' || kind === 'opaque')
        return;
    if (path === '') {
        tree.root.entry = entry;
        return;
    }
    const [directory, name] = splitPath(path);
    const siblings = makeDirectory(tree, directory, removed).children;
    // A link to a file that is not there names nothing; to itself, it changes nothing.
    const target = kind === 'hardlink' ? find(tree.root, entry.link ?? '') : null;
    const before = siblings.get(name);
    if (target !== null && target === before)
        return;
    if (before === undefined)
        countNode(tree);
    // A directory over a directory keeps its children; anything else takes their place.
    if (kind === 'directory' && isDirectory(before)) {
        before.entry = entry;
        return;
    }
    const node = newNode(entry, layer, target?.content ?? null);
    if (before !== undefined)
        remove(before, removed);
    siblings.set(before === undefined ? standalone(name) : name, node);
}
function newNode(entry, layer, linked) {
    if (entry.kind === 'file')
        return new Content(entry, layer);
    if (entry.kind === 'directory')
        return newDirectory(entry);
    if (linked !== null)
        linked.names++;
    return { entry, content: linked, children: null };
}
/** Takes the names of a node and of all below it away. */
function remove(node, removed) {
    dropName(node, removed);
    removeChildren(node, removed);
}
function dropName({ content, entry }, removed) {
    if (content === null || entry === null)
        return;
    content.names--;
    removed.push({ path: entry.path, content });
}
function removeChildren(top, removed) {
    for (const node of below(top))
        dropName(node, removed);
    top.children?.clear();
}
/** All nodes below one. Iterative: a hostile tar may nest deeper than the stack is. */
function* below(top) {
    const pending = [...(top.children?.values() ?? [])];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        yield node;
        if (node.children !== null)
            for (const child of node.children.values())
                pending.push(child);
    }
}
function find(root, path) {
    if (path === '')
        return root;
    let node = root;
    for (const name of path.split('/')) {
        const child = node.children?.get(name);
        if (child === undefined)
            return null;
        node = child;
    }
    return node;
}
/** The directory of a path, with those above it; a non-directory among them gives way, as it must to hold a child. */
function makeDirectory(tree, path, removed) {
    let node = tree.root;
    if (path === '')
        return node;
    for (const name of path.split('/')) {
        const child = node.children.get(name);
        if (isDirectory(child))
            node = child;
        else {
            if (child === undefined)
                countNode(tree);
            else
                dropName(child, removed);
            const made = newDirectory(null);
            node.children.set(standalone(name), made);
            node = made;
        }
    }
    return node;
}
function splitPath(path) {
    const slash = path.lastIndexOf('/');
    return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
}
function countNode(tree) {
    if (++tree.nodes > tree.maxNodes)
        throw tooManyPaths(tree.maxNodes);
}
/** A part of a text keeps all of it in memory (V8 takes 13 characters and more as a view): a name is to keep only itself. */
function standalone(name) {
    if (name.length < 13 || name.length > scratch.length)
        return name;
    return scratch.toString('latin1', 0, scratch.write(name, 'latin1'));
}
const scratch = Buffer.allocUnsafe(256);
const tooManyPaths = (limit) => new UserError(`The layers of the image hold more than ${limit} files and directories`, {
    hint: 'No image needs that many: look at what its layers hold.',
});
function summarise(root, dead) {
    const live = [];
    const symlinks = new Map();
    for (const { entry, content } of below(root)) {
        if (entry?.kind === 'symlink')
            symlinks.set(entry.path, entry.link ?? '');
        if (entry === null || content === null)
            continue;
        if (content.shown === null) {
            content.shown = entry;
            live.push(content);
        }
        else
            addLink(content, entry.path);
    }
    const liveBytes = sumBytes(live);
    const deadBytes = sumBytes(dead);
    return { live, dead, symlinks, liveBytes, deadBytes, totalBytes: liveBytes + deadBytes };
}
function addLink(content, path) {
    if (content.links === null)
        content.links = [path];
    else
        content.links.push(path);
}
function sumBytes(files) {
    let bytes = 0;
    for (const { entry } of files)
        bytes += entry.size;
    return bytes;
}
