import type { FileTree, TreePackage } from '../model/file-tree.ts';
import { type Owner, packageKey } from './side.ts';

/** A file, or many that were gathered. */
export interface Leaf {
  /** Latin1, as in `Entry`; empty for what was gathered. */
  readonly name: string;
  readonly hidden: boolean;
  /** How many of the image's it stands for. */
  files: number;
  bytes: number | null;
  before: number | null;
  owner: Owner | null;
}

export interface Directory {
  readonly name: string;
  readonly directories: Map<string, Directory>;
  /** By name; of those that a later layer hides, by name and a slash. */
  readonly leaves: Map<string, Leaf>;
  /** Of all below; set by `gatherSmall`. */
  weight: number;
}

export const newDirectory = (name: string): Directory => ({
  name,
  directories: new Map(),
  leaves: new Map(),
  weight: 0,
});

const newLeaf = (name: string, hidden: boolean): Leaf => ({
  name,
  hidden,
  files: 0,
  bytes: null,
  before: null,
  owner: null,
});

/**
 * The leaf at a path, made where it is not there.
 *
 * @param which of a path that a layer's tar holds twice; `any`: whichever is there, the one in sight first
 */
export function leafAt(top: Directory | undefined, path: string, which: 'live' | 'hidden' | 'any'): Leaf {
  if (top === undefined) throw new Error('a file lies in a layer that is not there');
  const slash = path.lastIndexOf('/');
  const { leaves } = slash < 0 ? top : directoryAt(top, path.slice(0, slash));
  const name = path.slice(slash + 1);
  const known = which === 'any' ? (leaves.get(name) ?? leaves.get(`${name}/`)) : leaves.get(keyOf(name, which));
  if (known !== undefined) return known;
  const leaf = newLeaf(name, which === 'hidden');
  leaves.set(keyOf(name, which), leaf);
  return leaf;
}

const keyOf = (name: string, which: 'live' | 'hidden' | 'any'): string => (which === 'hidden' ? `${name}/` : name);

function directoryAt(top: Directory, path: string): Directory {
  let directory = top;
  for (const name of path.split('/')) {
    const child = directory.directories.get(name) ?? newDirectory(name);
    directory.directories.set(name, child);
    directory = child;
  }
  return directory;
}

const weightOf = ({ bytes, before }: Leaf): number => Math.max(bytes ?? 0, before ?? 0);

/** Gathers what weighs least in the directories that are kept, so that at most some `most` nodes are. */
export function gatherSmall(layers: readonly Directory[], most: number): void {
  const directories = layers.flatMap(directoriesFrom);
  weigh(directories);
  const weights = Float64Array.from(
    directories.flatMap(({ weight, leaves }) => [weight, ...[...leaves.values()].map(weightOf)]),
  );
  if (weights.length <= most) return;
  const threshold = weights.sort()[weights.length - most] ?? 0;
  // Those above come first, so that what lies below a directory that goes is not looked at.
  const kept = [...layers];
  for (const directory of kept) {
    for (const child of gatherIn(directory, threshold)) kept.push(child);
  }
}

/** A directory and all below it, those above first. Nesting may be deeper than the stack. */
function directoriesFrom(top: Directory): readonly Directory[] {
  const all = [top];
  for (const directory of all) for (const child of directory.directories.values()) all.push(child);
  return all;
}

/** Sets weights. `directories`: those above before those below. */
function weigh(directories: readonly Directory[]): void {
  for (const directory of directories.toReversed()) {
    let weight = 0;
    for (const leaf of directory.leaves.values()) weight += weightOf(leaf);
    for (const child of directory.directories.values()) weight += child.weight;
    directory.weight = weight;
  }
}

/** Puts what weighs no more than the threshold into one leaf, and one for what is hidden; returns the directories that stay. */
function gatherIn(directory: Directory, threshold: number): Iterable<Directory> {
  const { directories, leaves } = directory;
  const gathered = { live: newLeaf('', false), hidden: newLeaf('', true) };
  const add = (leaf: Leaf) => addTo(leaf.hidden ? gathered.hidden : gathered.live, leaf);
  for (const [key, leaf] of leaves) {
    if (weightOf(leaf) > threshold) continue;
    add(leaf);
    leaves.delete(key);
  }
  for (const [name, child] of directories) {
    if (child.weight > threshold) continue;
    for (const { leaves } of directoriesFrom(child)) for (const leaf of leaves.values()) add(leaf);
    directories.delete(name);
  }
  for (const [key, sum] of [
    ['', gathered.live],
    ['/', gathered.hidden],
  ] as const) {
    if (sum.bytes !== null || sum.before !== null) leaves.set(key, sum);
  }
  return directories.values();
}

function addTo(sum: Leaf, leaf: Leaf): void {
  sum.files += leaf.files;
  if (leaf.bytes !== null) sum.bytes = (sum.bytes ?? 0) + leaf.bytes;
  if (leaf.before !== null) sum.before = (sum.before ?? 0) + leaf.before;
}

export interface TreeFacts {
  /** As `FileTree.gone`; null: there is nothing to compare with. */
  readonly gone: readonly number[] | null;
  readonly isOwned: boolean;
}

/** The tree as columns. */
export function packTree(layers: readonly Directory[], { gone, isOwned }: TreeFacts): FileTree {
  const names: string[] = [];
  const children: number[] = [];
  const leaves: Leaf[] = [];
  const pending: (Directory | Leaf)[] = layers.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    names.push(textOf(node.name));
    if ('leaves' in node) {
      children.push(node.directories.size + node.leaves.size);
      for (const below of [node.leaves, node.directories]) for (const child of below.values()) pending.push(child);
    } else {
      children.push(-1);
      leaves.push(node);
    }
  }
  const packages = packageList();
  return {
    names: names.join('/'),
    children,
    bytes: leaves.map(({ bytes }) => bytes),
    before: gone && leaves.flatMap(({ bytes, before }, at) => (bytes === before ? [] : [[at, before] as const])),
    hidden: leaves.flatMap(({ hidden }, at) => (hidden ? [at] : [])),
    owners: isOwned ? runsOf(leaves.map(({ owner }) => owner && packages.place(owner))) : null,
    packages: packages.all,
    gone: gone ?? [],
    gathered: leaves.flatMap(({ name, files }, at) => (name === '' ? [[at, files] as const] : [])),
  };
}

/** Read as UTF-8; most names are ASCII, which reads the same. */
const textOf = (name: string): string => (/^[ -~]*$/.test(name) ? name : Buffer.from(name, 'latin1').toString('utf8'));

/** Packages by the order in which they are met, whatever their architectures. */
function packageList() {
  const all: TreePackage[] = [];
  const places = new Map<string, number>();
  const place = (owner: Owner): number => {
    const { manager, name, version } = owner;
    const key = `${packageKey(owner)} ${version}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, all.length);
    return all.push({ manager, name, version }) - 1;
  };
  return { all, place };
}

function runsOf(values: readonly (number | null)[]): [value: number | null, length: number][] {
  const runs: [number | null, number][] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last !== undefined && last[0] === value) last[1]++;
    else runs.push([value, 1]);
  }
  return runs;
}
