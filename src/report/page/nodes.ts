import type { FileTree } from '../../model/file-tree.ts';
import type { Measurement } from '../../model/measurement.ts';

export type NodeKind =
  | 'image'
  | 'layer'
  | 'directory'
  | 'file'
  | 'gathered'
  | 'manager'
  | 'package'
  | 'unowned'
  /** What is left of an image whose files are not all told apart. */
  | 'rest';

/** A thing that has a place on the map: what it holds adds up to it. */
export interface TreeNode {
  readonly kind: NodeKind;
  /** As it comes from outside. */
  name: string;
  parent: TreeNode | null;
  children: TreeNode[];
  /** On disk. */
  bytes: number;
  /** In the baseline; meaningful where the image is compared. */
  before: number;
  /** Whether anything of it is there now, and was there before. */
  isThere: boolean;
  wasThere: boolean;
  /** Bytes that a later layer hides. */
  hidden: number;
  files: number;
  /** Of a file or directory: place among the tree's layers; null: in several. */
  readonly layer: number | null;
  /** Of a file: place in the tree's packages; null: no package's, or not known. */
  readonly owner: number | null;
}

export const newNode = (
  kind: NodeKind,
  name: string,
  place: Partial<Pick<TreeNode, 'layer' | 'owner'>> = {},
): TreeNode => ({
  kind,
  name,
  parent: null,
  children: [],
  bytes: 0,
  before: 0,
  isThere: false,
  wasThere: false,
  hidden: 0,
  files: 0,
  layer: null,
  owner: null,
  ...place,
});

export function adopt(parent: TreeNode, child: TreeNode): TreeNode {
  child.parent = parent;
  parent.children.push(child);
  return child;
}

/** Layer → directory → file. Directories that hold nothing but one other are one node with it. */
export function nodesByLayer(tree: FileTree, imageName: string): TreeNode {
  const root = newNode('image', imageName);
  const nodes = [root];
  const leaves = leafReader(tree);
  const names = tree.names.split('/');
  // Parents that still wait for children, with how many.
  const open: { readonly node: TreeNode; missing: number }[] = [];
  let layer = -1;
  tree.children.forEach((count, at) => {
    while (open.at(-1)?.missing === 0) open.pop();
    const above = open.at(-1);
    if (above !== undefined) above.missing--;
    else layer++;
    const node =
      count < 0
        ? leaves.next(names[at] ?? '', layer)
        : newNode(above === undefined ? 'layer' : 'directory', names[at] ?? '', { layer });
    adopt(above?.node ?? root, node);
    nodes.push(node);
    if (count >= 0) open.push({ node, missing: count });
  });
  addUp(nodes);
  return root;
}

/** Makes the nodes of a tree's leaves, in their order. */
function leafReader({ bytes, before, hidden, owners, gathered }: FileTree) {
  const changed = new Map(before ?? []);
  const isHidden = new Set(hidden);
  const counts = new Map(gathered);
  const ownerOf = ownersOf(owners);
  let at = -1;
  const next = (name: string, layer: number): TreeNode => {
    at++;
    const size = bytes[at] ?? null;
    const was = changed.has(at) ? (changed.get(at) ?? null) : before === null ? null : size;
    const files = counts.get(at);
    return Object.assign(newNode(files === undefined ? 'file' : 'gathered', name, { layer, owner: ownerOf(at) }), {
      bytes: size ?? 0,
      before: was ?? 0,
      isThere: size !== null,
      wasThere: was !== null,
      hidden: isHidden.has(at) ? (size ?? 0) : 0,
      files: size === null ? 0 : (files ?? 1),
    });
  };
  return { next };
}

/** Reads runs in their order. */
function ownersOf(runs: FileTree['owners']): (leaf: number) => number | null {
  let [run, end] = [-1, 0];
  return (leaf) => {
    while (runs !== null && leaf >= end && run + 1 < runs.length) end += runs[++run]?.[1] ?? 0;
    return runs?.[run]?.[0] ?? null;
  };
}

/** Adds all up, and joins directories that hold nothing else. `nodes`: parents before their children. */
function addUp(nodes: readonly TreeNode[]): void {
  for (const node of nodes.toReversed()) {
    const [only, ...others] = node.children;
    if (node.kind === 'directory' && only?.kind === 'directory' && others.length === 0) {
      node.name += `/${only.name}`;
      node.children = only.children;
      for (const child of node.children) child.parent = node;
    }
    addTo(node.parent, node);
  }
}

function addTo(sum: TreeNode | null, node: TreeNode): void {
  if (sum === null) return;
  sum.bytes += node.bytes;
  sum.before += node.before;
  sum.isThere ||= node.isThere;
  sum.wasThere ||= node.wasThere;
  sum.hidden += node.hidden;
  sum.files += node.files;
}

/** Manager → package → file; null where it is not known who owns what. What no package owns is shown by directory. */
export function nodesByPackage(tree: FileTree, byLayer: TreeNode): TreeNode | null {
  if (tree.owners === null) return null;
  const root = newNode('image', byLayer.name);
  const nodes = [root];
  const groups = new Map<string, TreeNode>();
  const group = (parent: TreeNode, kind: NodeKind, name: string, key: string): TreeNode => {
    const known = groups.get(key);
    if (known !== undefined) return known;
    const made = adopt(parent, newNode(kind, name));
    groups.set(key, made);
    nodes.push(made);
    return made;
  };
  const parentOf = (leaf: TreeNode): TreeNode => {
    if (leaf.kind === 'gathered') return group(root, 'rest', '', 'rest');
    const owner = leaf.owner === null ? undefined : tree.packages[leaf.owner];
    if (owner !== undefined) {
      const manager = group(root, 'manager', owner.manager, `m ${owner.manager}`);
      return group(manager, 'package', owner.name, `p ${owner.manager} ${owner.name}`);
    }
    let directory = group(root, 'unowned', '', 'unowned');
    let path = 'd ';
    for (const name of pathOf(leaf).split('/').slice(1, -1)) {
      path += `/${name}`;
      directory = group(directory, 'directory', name, path);
    }
    return directory;
  };
  for (const leaf of leavesBelow(byLayer)) {
    const name = leaf.owner === null ? leaf.name : pathOf(leaf);
    nodes.push(adopt(parentOf(leaf), { ...leaf, name }));
  }
  addUp(nodes);
  return root;
}

/** The layers, where no more is known; nothing is compared. */
export function layersOf({ name, layers }: Measurement): TreeNode {
  const root = newNode('image', name);
  const nodes = layers.map((layer, at) => adopt(root, weighing(newNode('layer', '', { layer: at }), layer)));
  addUp([root, ...nodes]);
  return root;
}

/** Who owns what, where a measurement says so; nothing is compared. */
export function packagesOf({ name, packages, unowned = [] }: Measurement): TreeNode | null {
  if (packages === undefined) return null;
  const root = newNode('image', name);
  const nodes = [root];
  for (const [manager, owned] of Map.groupBy(packages, (owner) => owner.manager)) {
    const group = adopt(root, newNode('manager', manager));
    nodes.push(group, ...owned.map((owner) => adopt(group, weighing(newNode('package', owner.name), owner))));
  }
  const rest = adopt(root, newNode('unowned', ''));
  nodes.push(rest, ...unowned.map((row) => adopt(rest, weighing(newNode('directory', row.directory.slice(1)), row))));
  addUp(nodes);
  return root;
}

const weighing = (node: TreeNode, { diskBytes, files }: { diskBytes: number; files: number }): TreeNode =>
  Object.assign(node, { bytes: diskBytes, files, isThere: true });

/** All below a node, those above first. Iterative: an image may nest deeper than the stack is. */
export function* below(top: TreeNode): Generator<TreeNode> {
  const pending = [...top.children];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    for (const child of node.children) pending.push(child);
  }
}

function* leavesBelow(top: TreeNode): Generator<TreeNode> {
  for (const node of below(top)) if (node.kind === 'file' || node.kind === 'gathered') yield node;
}

/** The node and those above it, the image first. */
export function lineTo(node: TreeNode): TreeNode[] {
  const line: TreeNode[] = [];
  for (let at: TreeNode | null = node; at !== null; at = at.parent) line.push(at);
  return line.reverse();
}

/** Where a file or directory lies in the image, absolute. */
export function pathOf(node: TreeNode): string {
  if (node.kind === 'file' && node.name.startsWith('/')) return node.name;
  const parts = lineTo(node).filter(({ kind }) => kind === 'directory' || kind === 'file');
  return `/${parts.map(({ name }) => name).join('/')}`;
}
