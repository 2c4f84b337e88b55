import { UserError } from '../errors.ts';
import type { Entry, LayerIndex } from '../model/image.ts';

/** Content of the final file system. */
export interface LiveFile {
  /** One of its names that are visible; latin1, as in `Entry`. */
  readonly path: string;
  /** Its further visible names (hard links); null where it has none, as nearly all have. */
  readonly links: readonly string[] | null;
  /** Index of the layer that holds the content. */
  readonly layer: number;
  readonly entry: Entry;
}

/**
 * How content came to be hidden, by what stands at its path when the hiding layer is applied: a file of the same content
 * (chmod, chown, touch: `metadata`), a file of other content (`modified`), no file any more (`deleted`).
 */
export type Hiding = 'deleted' | 'modified' | 'metadata';

/** Content that is in a layer but not in the final file system. */
export interface DeadFile {
  readonly path: string;
  readonly layer: number;
  /** Index of the layer that hid the content's last name; `layer` itself where its tar holds a path twice. */
  readonly hiddenBy: number;
  readonly how: Hiding;
  readonly entry: Entry;
}

/** The layers' tars laid over one another. `totalBytes = liveBytes + deadBytes`, and is the layers' disk size. */
export interface FileSystem {
  readonly live: readonly LiveFile[];
  readonly dead: readonly DeadFile[];
  /** Visible symbolic links and their targets as written. */
  readonly symlinks: ReadonlyMap<string, string>;
  readonly liveBytes: number;
  readonly deadBytes: number;
  readonly totalBytes: number;
}

/** A path's place in the tree. */
interface Node {
  /** Null: a directory that only its children imply. */
  readonly entry: Entry | null;
  readonly content: Content | null;
  readonly children: Map<string, Node> | null;
}

/**
 * A regular file's content, which lives as long as one of its names does. It is its own place in the tree, and becomes a
 * LiveFile as it is: of a million files each is one object. A class, so that none keeps its path as a text.
 */
class Content implements LiveFile, Node {
  readonly entry: Entry;
  readonly layer: number;
  names = 1;
  /** The entry of the first visible name; null until one is seen. */
  shown: Entry | null = null;
  links: string[] | null = null;

  constructor(entry: Entry, layer: number) {
    this.entry = entry;
    this.layer = layer;
  }

  get path(): string {
    return (this.shown ?? this.entry).path;
  }

  get content(): Content {
    return this;
  }

  get children(): null {
    return null;
  }
}

interface Directory extends Node {
  entry: Entry | null;
  readonly content: null;
  readonly children: Map<string, Node>;
}

interface Tree {
  readonly root: Directory;
  /** All that were ever made, and how many may be. */
  nodes: number;
  readonly maxNodes: number;
  /**
   * The directory that was asked for last, as a tar has a directory's files together. What an entry takes away lies below
   * the directory that it is put into; null where whiteouts may have taken that.
   */
  recent: { readonly path: string; readonly directory: Directory } | null;
}

/** A name that the layer at hand took away. */
interface Removed {
  readonly path: string;
  readonly content: Content;
}

const newDirectory = (entry: Entry | null): Directory => ({ entry, content: null, children: new Map() });

const isDirectory = (node: Node | undefined): node is Directory => node?.children != null;

/**
 * Lays layers over one another as OCI image-spec, layer.md ("Applying Changesets") says. Takes time in proportion to the
 * entries and their depth.
 *
 * Whiteouts and opaque markers hide what lower layers hold, wherever they stand in the tar; both image stores' ways of
 * writing the same change give the same result.
 *
 * Throws a UserError where the paths are more than memory could hold: a tar of some megabytes may imply billions.
 */
export function overlay(layers: readonly LayerIndex[], maxNodes = 5_000_000): FileSystem {
  const tree: Tree = { root: newDirectory(null), nodes: 0, maxNodes, recent: null };
  const { root } = tree;
  const dead: DeadFile[] = [];
  layers.forEach(({ entries }, layer) => {
    const removed: Removed[] = [];
    for (const entry of entries) hide(root, entry, removed);
    tree.recent = null;
    for (const entry of entries) place(tree, entry, layer, removed);
    for (const file of buried(root, removed, layer)) dead.push(file);
  });
  return summarise(root, dead);
}

/** The contents whose last name the layer took away; each once, though it may have taken several. */
function* buried(root: Node, removed: readonly Removed[], hiddenBy: number): Generator<DeadFile> {
  const seen = new Set<Content>();
  for (const { path, content } of removed) {
    if (content.names > 0 || seen.has(content)) continue;
    seen.add(content);
    yield { path, layer: content.layer, hiddenBy, how: hidingAt(root, path, content), entry: content.entry };
  }
}

function hidingAt(root: Node, path: string, content: Content): Hiding {
  const successor = find(root, path)?.content ?? null;
  if (successor === null) return 'deleted';
  const same = successor.entry.hash === content.entry.hash && successor.entry.size === content.entry.size;
  return same ? 'metadata' : 'modified';
}

/** A whiteout takes its path away, an opaque marker everything below it. */
function hide(root: Directory, entry: Entry, removed: Removed[]): void {
  // The path of a packed entry is made anew at every look, and most entries hide nothing.
  if (entry.kind === 'opaque') {
    const node = find(root, entry.path);
    if (node !== null) removeChildren(node, removed);
  } else if (entry.kind === 'whiteout') {
    const [directory, name] = splitPath(entry.path);
    const siblings = find(root, directory)?.children;
    const node = siblings?.get(name);
    if (node === undefined) return;
    remove(node, removed);
    siblings?.delete(name);
  }
}

function place(tree: Tree, entry: Entry, layer: number, removed: Removed[]): void {
  const { kind, path } = entry;
  if (kind === 'whiteout' || kind === 'opaque') return;
  if (path === '') {
    tree.root.entry = entry;
    return;
  }
  const [directory, name] = splitPath(path);
  const siblings = directoryAt(tree, directory, removed).children;
  // A link to a file that is not there names nothing; to itself, it changes nothing.
  const target = kind === 'hardlink' ? find(tree.root, entry.link ?? '') : null;
  const before = siblings.get(name);
  if (target !== null && target === before) return;
  if (before === undefined) countNode(tree);
  // A directory over a directory keeps its children; anything else takes their place.
  if (kind === 'directory' && isDirectory(before)) {
    before.entry = entry;
    return;
  }
  const node = newNode(entry, layer, target?.content ?? null);
  if (before !== undefined) remove(before, removed);
  siblings.set(before === undefined ? standalone(name) : name, node);
}

function newNode(entry: Entry, layer: number, linked: Content | null): Node {
  if (entry.kind === 'file') return new Content(entry, layer);
  if (entry.kind === 'directory') return newDirectory(entry);
  if (linked !== null) linked.names++;
  return { entry, content: linked, children: null };
}

/** Takes the names of a node and of all below it away. */
function remove(node: Node, removed: Removed[]): void {
  dropName(node, removed);
  removeChildren(node, removed);
}

function dropName({ content, entry }: Node, removed: Removed[]): void {
  if (content === null || entry === null) return;
  content.names--;
  removed.push({ path: entry.path, content });
}

function removeChildren(top: Node, removed: Removed[]): void {
  for (const node of below(top)) dropName(node, removed);
  top.children?.clear();
}

/** All nodes below one. Iterative: a hostile tar may nest deeper than the stack is. */
function* below(top: Node): Generator<Node> {
  const pending = [...(top.children?.values() ?? [])];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    if (node.children !== null) for (const child of node.children.values()) pending.push(child);
  }
}

function find(root: Node, path: string): Node | null {
  if (path === '') return root;
  let node: Node = root;
  for (const name of path.split('/')) {
    const child = node.children?.get(name);
    if (child === undefined) return null;
    node = child;
  }
  return node;
}

function directoryAt(tree: Tree, path: string, removed: Removed[]): Directory {
  if (tree.recent?.path !== path) tree.recent = { path, directory: makeDirectory(tree, path, removed) };
  return tree.recent.directory;
}

/** The directory of a path, with those above it; a non-directory among them gives way, as it must to hold a child. */
function makeDirectory(tree: Tree, path: string, removed: Removed[]): Directory {
  let node = tree.root;
  if (path === '') return node;
  for (const name of path.split('/')) {
    const child = node.children.get(name);
    if (isDirectory(child)) node = child;
    else {
      if (child === undefined) countNode(tree);
      else dropName(child, removed);
      const made = newDirectory(null);
      node.children.set(standalone(name), made);
      node = made;
    }
  }
  return node;
}

function splitPath(path: string): readonly [directory: string, name: string] {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
}

function countNode(tree: Tree): void {
  if (++tree.nodes > tree.maxNodes) throw tooManyPaths(tree.maxNodes);
}

/** A part of a text keeps all of it in memory (V8 takes 13 characters and more as a view): a name is to keep only itself. */
function standalone(name: string): string {
  if (name.length < 13 || name.length > scratch.length) return name;
  return scratch.toString('latin1', 0, scratch.write(name, 'latin1'));
}

const scratch = Buffer.allocUnsafe(256);

const tooManyPaths = (limit: number) =>
  new UserError(`The layers of the image hold more than ${limit} files and directories`, {
    hint: 'No image needs that many: look at what its layers hold.',
  });

function summarise(root: Node, dead: readonly DeadFile[]): FileSystem {
  const live: Content[] = [];
  const symlinks = new Map<string, string>();
  for (const { entry, content } of below(root)) {
    if (entry?.kind === 'symlink') symlinks.set(entry.path, entry.link ?? '');
    if (entry === null || content === null) continue;
    if (content.shown === null) {
      content.shown = entry;
      live.push(content);
    } else addLink(content, entry.path);
  }
  const liveBytes = sumBytes(live);
  const deadBytes = sumBytes(dead);
  return { live, dead, symlinks, liveBytes, deadBytes, totalBytes: liveBytes + deadBytes };
}

function addLink(content: Content, path: string): void {
  if (content.links === null) content.links = [path];
  else content.links.push(path);
}

function sumBytes(files: readonly { readonly entry: Entry }[]): number {
  let bytes = 0;
  for (const { entry } of files) bytes += entry.size;
  return bytes;
}
