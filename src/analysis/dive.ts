import type { DiveFigures, DiveResult, DiveRuleName, DiveRules } from '../model/dive.ts';
import { diveRuleNames } from '../model/dive.ts';
import type { Entry, LayerIndex } from '../model/image.ts';
import { pathText } from './path.ts';

/**
 * The figures of wagoodman/dive 0.13 (dive/filetree/efficiency.go, file_tree.go; dive/image/image.go), computed from our
 * layer indexes as it computes them, with what is odd about them: a path's copies are all wasted, the visible one too;
 * a directory that is deleted is one path of the size of all below it; opaque markers do nothing; a file over a
 * directory keeps the directory's children; a whiteout of what is not there ends the reading of its layer.
 */
export function diveFigures(layers: readonly LayerIndex[]): DiveFigures {
  const paths = occurrences(layers);
  let smallest = 0;
  let all = 0;
  const inefficient: DiveFigures['inefficientFiles'] = [];
  for (const [path, { count, sizeBytes, smallestBytes }] of paths) {
    smallest += smallestBytes;
    all += sizeBytes;
    if (count > 1) inefficient.push({ count, sizeBytes, file: pathText(path) });
  }
  const wastedBytes = inefficient.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const sizeOf = (some: readonly LayerIndex[]) => some.reduce((sum, { diskBytes }) => sum + diskBytes, 0);
  const userSizeBytes = sizeOf(layers.slice(1));
  return {
    efficiency: all === 0 ? 1 : smallest / all,
    wastedBytes,
    userWastedPercent: userSizeBytes === 0 ? null : wastedBytes / userSizeBytes,
    sizeBytes: sizeOf(layers),
    userSizeBytes,
    inefficientFiles: inefficient.sort((a, b) => b.sizeBytes - a.sizeBytes || (a.file < b.file ? -1 : 1)),
  };
}

/** dive's rules (runtime/ci/rule.go): a limit that is met to the digit passes. */
export function applyDiveRules(figures: DiveFigures, rules: DiveRules): DiveResult[] {
  return diveRuleNames.map((rule) => {
    const threshold = rules[rule];
    if (threshold === null) return { rule, threshold, status: 'skip' };
    return { rule, threshold, status: isBroken[rule](figures, threshold) ? 'fail' : 'pass' };
  });
}

const isBroken: Readonly<Record<DiveRuleName, (figures: DiveFigures, threshold: number) => boolean>> = {
  // Nothing added makes the ratio infinite where something is wasted, and not a number, which passes, where nothing is.
  highestUserWastedPercent: ({ wastedBytes, userSizeBytes }, most) => wastedBytes / userSizeBytes > most,
  highestWastedBytes: ({ wastedBytes }, most) => wastedBytes > most,
  lowestEfficiency: ({ efficiency }, least) => efficiency < least,
};

interface Occurrences {
  count: number;
  /** Of all of them. */
  sizeBytes: number;
  smallestBytes: number;
}

/** A place in the tree of a layer; a whiteout stands there under its name in the tar, with the path that it hides. */
interface Node {
  readonly path: string;
  sizeBytes: number;
  /** False too for a directory that only its children imply. */
  isDirectory: boolean;
  children: Map<string, Node> | null;
}

const whiteoutPrefix = '.wh.';

/** How often each path is a leaf of a layer's tree, and with what sizes. */
function occurrences(layers: readonly LayerIndex[]): ReadonlyMap<string, Occurrences> {
  const paths = new Map<string, Occurrences>();
  const lastWhiteout = layers.findLastIndex(({ entries }) => entries.some(({ kind }) => kind === 'whiteout'));
  // What the layers below add up to; whiteouts of the first layer are looked up in that layer itself.
  const below = layers[0] === undefined || lastWhiteout < 0 ? newNode('') : treeOf(layers[0].entries);
  for (const [index, { entries }] of layers.entries()) {
    const tree = treeOf(entries);
    for (const [name, { path, sizeBytes }] of leaves(tree)) {
      const size = name.startsWith(whiteoutPrefix) ? removedBytes(below, path) : sizeBytes;
      if (size === null) break;
      count(paths, path, size);
    }
    if (index < lastWhiteout) stack(below, tree);
  }
  return paths;
}

function count(paths: Map<string, Occurrences>, path: string, size: number): void {
  const known = paths.get(path);
  if (known === undefined) {
    paths.set(path, { count: 1, sizeBytes: size, smallestBytes: size });
    return;
  }
  known.count++;
  known.sizeBytes += size;
  known.smallestBytes = Math.min(known.smallestBytes, size);
}

const newNode = (path: string): Node => ({ path, sizeBytes: 0, isDirectory: false, children: null });

function treeOf(entries: readonly Entry[]): Node {
  const root = newNode('');
  for (const { kind, path, size } of entries) {
    if (path === '') continue;
    const slash = path.lastIndexOf('/');
    if (kind === 'whiteout') {
      const parent = makeNode(root, path.slice(0, Math.max(0, slash)));
      childOf(parent, whiteoutPrefix + path.slice(slash + 1), path);
      continue;
    }
    const node = makeNode(root, path);
    // The marker itself is left out; only the directory that holds it is made.
    if (kind === 'opaque') continue;
    node.sizeBytes = size;
    node.isDirectory = kind === 'directory';
  }
  return root;
}

function makeNode(root: Node, path: string): Node {
  let node = root;
  for (let from = 0; from < path.length; ) {
    const slash = path.indexOf('/', from);
    const to = slash < 0 ? path.length : slash;
    node = childOf(node, path.slice(from, to), to === path.length ? path : path.slice(0, to));
    from = to + 1;
  }
  return node;
}

function childOf(node: Node, name: string, path: string): Node {
  node.children ??= new Map();
  let child = node.children.get(name);
  if (child === undefined) {
    child = newNode(path);
    node.children.set(name, child);
  }
  return child;
}

/** By name, as bytes; that is what the order of UTF-16 units is for latin1. */
const sorted = (children: ReadonlyMap<string, Node>): [string, Node][] =>
  [...children].sort(([a], [b]) => (a < b ? -1 : 1));

/** The nodes without children and their names, in the order of their names. Iterative: a hostile tar nests deep. */
function* leaves(root: Node): Generator<[string, Node]> {
  const pending = root.children === null ? [] : sorted(root.children).reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { children } = next[1];
    if (children === null) yield next;
    else for (const child of sorted(children).reverse()) pending.push(child);
  }
}

/** What a whiteout takes away: the bytes of a directory, nothing of a file; null where there is neither. */
function removedBytes(root: Node, path: string): number | null {
  let top: Node | undefined = root;
  for (const name of path.split('/')) top = top?.children?.get(name);
  if (top === undefined) return null;
  if (!top.isDirectory) return 0;
  let bytes = 0;
  const pending = [top];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    bytes += node.sizeBytes;
    for (const child of node.children?.values() ?? []) pending.push(child);
  }
  return bytes;
}

/** Lays a layer's tree over those below it, which become one with it. */
function stack(below: Node, upper: Node): void {
  const pending: [Node, Node][] = [[below, upper]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [lower, { children }] = pair;
    if (children === null) continue;
    // The order matters where a layer holds a name and its whiteout.
    for (const [name, node] of sorted(children)) {
      if (name.startsWith(whiteoutPrefix)) {
        lower.children?.delete(name.slice(whiteoutPrefix.length));
        continue;
      }
      const kept = childOf(lower, name, node.path);
      kept.sizeBytes = node.sizeBytes;
      kept.isDirectory = node.isDirectory;
      pending.push([kept, node]);
    }
  }
}
