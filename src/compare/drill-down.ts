import { pathText } from '../analysis/path.ts';
import type { MeasuredLayer } from '../model/measurement.ts';
import type { Change, Metric, Size } from '../model/report.ts';
import type { LayerPair } from './align.ts';
import { type Branch, deltaOf, grow, rootOf } from './drill-tree.ts';
import {
  type BothOwners,
  type Difference,
  differenceOf,
  type Layers,
  type Leaf,
  type Matched,
  matchFiles,
  noteMoves,
} from './leaves.ts';
import { once } from './once.ts';
import { type Owner, packageKey, type Side } from './side.ts';
import { addSizes, isNothing, nothing, subtractSizes } from './size.ts';
import { storedAgain } from './stored-again.ts';
import { describePackage } from './versions.ts';

/** A row that is to be taken apart. */
export interface Drillable {
  readonly pairs: readonly LayerPair[];
  readonly delta: Size;
}

export interface DrillOptions {
  readonly before: Side;
  readonly after: Side;
  /** A layer's sizes as they may be compared. */
  readonly seen: (layer: MeasuredLayer) => Size;
  /** What matters is told by it. */
  readonly metric: Metric;
  /** Latin1, as in `Entry`: only the files at or below it are told of, and the rows add up to these. */
  readonly under?: string;
}

/**
 * The rows below each of these: packages, and for what no package owns directories, down to files; what moved; noise as
 * one row. Each level adds up to the one above, to the byte. Empty for a row without differences, and where a layer's
 * index is not known.
 *
 * Layers that both sides have are not looked into, and who owns what is asked for only where a file differs.
 */
export function drillDown(rows: readonly Drillable[], options: DrillOptions): Change[][] {
  const { before, after, seen, metric, under = '' } = options;
  const taken = rows.map(({ pairs, delta }) => {
    const weigh = delta.downloadBytes === null ? withoutDownload(seen) : seen;
    const [old, current] = [
      differingLayers(pairs, 'before', before, weigh),
      differingLayers(pairs, 'after', after, weigh),
    ];
    if (old === null || current === null) return null;
    return { delta, matched: matchFiles(old.indexes, current.indexes), old, current };
  });
  const bothOwners = ownersOfAll(
    taken.flatMap((row) => row?.matched ?? []),
    before,
    after,
  );
  const differences = taken.map(
    (row) => row && { delta: row.delta, difference: differenceOf(row.matched, row.old, row.current, bothOwners) },
  );
  // A file may have moved from elsewhere.
  noteMoves(differences.flatMap((known) => known?.difference.leaves.filter(isShown) ?? []));
  const trees = differences.map((known) => {
    if (known === null) return null;
    const difference = restricted(known.difference, under);
    const root = rootOf(difference.leaves.filter(isShown));
    return { delta: under === '' ? known.delta : root.delta, difference, root };
  });
  grow(
    trees.flatMap((tree) => tree?.root ?? []),
    metric,
  );
  const again = storedAgain(
    rows.map(({ pairs }, at) => ({ pairs, leaves: trees[at]?.root.leaves ?? [] })),
    after,
  );
  return trees.map((tree) => (tree === null ? [] : changesOf(tree, again, bothOwners)));
}

/** Who owns the files of these rows, on either side. */
function ownersOfAll(rows: readonly Matched[], before: Side, after: Side): BothOwners {
  return once(() => {
    const paths = new Set<string>();
    for (const { kept, gone, fresh } of rows) {
      if (gone.length + fresh.length === 0) continue;
      for (const files of [kept, gone, fresh]) for (const { path } of files) paths.add(path);
    }
    const [old, current] = [before.ownersAmong(paths), after.ownersAmong(paths)];
    return old && current && { before: old, after: current };
  });
}

function restricted(difference: Difference, under: string): Difference {
  if (under === '') return difference;
  const isUnder = ({ path }: { readonly path: string }) => path === under || path.startsWith(`${under}/`);
  return { ...difference, leaves: difference.leaves.filter(isUnder), kept: difference.kept.filter(isUnder) };
}

const withoutDownload =
  (seen: DrillOptions['seen']): DrillOptions['seen'] =>
  (layer) => ({ ...seen(layer), downloadBytes: null });

/** Of one side, without the layers that the other side has too; null where an index is missing. */
function differingLayers(
  pairs: readonly LayerPair[],
  side: 'before' | 'after',
  { indexes: known, marks: blobs }: Side,
  seen: DrillOptions['seen'],
): Layers | null {
  const layers = pairs
    .filter(({ before, after }) => before?.diffId !== after?.diffId)
    .flatMap((pair) => pair[side] ?? []);
  const indexes = layers.flatMap(({ diffId }) => known.get(diffId) ?? []);
  if (indexes.length < layers.length) return null;
  const marks = layers.map(({ digest }) => (digest && blobs.get(digest)) ?? null);
  return { indexes, marks, size: layers.map(seen).reduce(addSizes, nothing) };
}

/** What moved, and what weighs more or less. Modes and times are not shown, nor other content that weighs the same. */
const isShown = (leaf: Leaf): boolean => leaf.movedFrom !== null || !isNothing(deltaOf([leaf]));

interface Tree {
  /** The layer's. */
  readonly delta: Size;
  readonly difference: Difference;
  readonly root: Branch;
}

function changesOf({ delta, difference, root }: Tree, again: ReadonlySet<Leaf>, bothOwners: BothOwners): Change[] {
  // Where there were too many rows, this one was not taken apart.
  if (root.children.length === 0 && root.leaves.length > 0) return [];
  const stayed = bytesStayed(root, difference, bothOwners);
  const changeOf = (branch: Branch): Change => {
    const { kind, label, owner, leaves, children } = branch;
    const bytesKept = stayed.get(branch) ?? null;
    const kept = sizeKept(bytesKept, difference.keptRate);
    const moves = movesOf(branch, bytesKept ?? 0);
    return {
      ...plainRow,
      kind,
      label,
      before: sizeOn('before', leaves, kept),
      after: sizeOn('after', leaves, kept),
      delta: branch.delta,
      package: kind === 'package' && owner !== null ? describePackage(owner, bothOwners()) : null,
      movedFrom: textOrNull(moves.from),
      movedTo: textOrNull(moves.to),
      storedAgain: kind !== 'other' && kept === null && leaves.every((leaf) => again.has(leaf)),
      children: children.map(changeOf),
    };
  };
  const rest = subtractSizes(delta, root.delta);
  return [...root.children.map(changeOf), ...(isNothing(rest) ? [] : [remainder(rest)])];
}

/** Where a file was, or is; a directory, where all that is told of it moved together and nothing else stayed in it. */
function movesOf({ kind, path, leaves }: Branch, bytesKept: number): { from: string | null; to: string | null } {
  const [first] = leaves;
  if (kind === 'file') return { from: first?.movedFrom ?? null, to: first?.movedTo ?? null };
  const stayed = bytesKept > leaves.reduce((bytes, { movedBytes }) => bytes + movedBytes, 0);
  if (kind !== 'directory' || path === null || stayed) return { from: null, to: null };
  const otherEnd = (end: 'movedFrom' | 'movedTo') => commonMove(path, leaves, end);
  return { from: otherEnd('movedFrom'), to: otherEnd('movedTo') };
}

/** The directory on the other end, of which each of these has the same place below it; null: there is no such. */
function commonMove(directory: string, leaves: readonly Leaf[], end: 'movedFrom' | 'movedTo'): string | null {
  const placeOf = ({ path }: Leaf) => path.slice(directory.length);
  const [first] = leaves;
  const other = first?.[end];
  if (first === undefined || !other?.endsWith(`/${placeOf(first)}`)) return null;
  const above = other.slice(0, -placeOf(first).length);
  return leaves.every((leaf) => leaf[end] === above + placeOf(leaf)) ? above.slice(0, -1) : null;
}

/** What a row says before anybody has asked whose doing it is, or what became of it. */
export const plainRow = {
  location: null,
  cause: 'yours',
  evidence: null,
  assumed: true,
  package: null,
  movedFrom: null,
  movedTo: null,
  storedAgain: false,
} as const;

const textOrNull = (path: string | null | undefined): string | null => (path == null ? null : pathText(path));

/** What no file accounts for, and came or went: the layer's to download. */
const remainder = (delta: Size): Change => ({
  ...plainRow,
  kind: 'other',
  label: 'metadata and compression',
  before: positive(subtractSizes(nothing, delta)),
  after: positive(delta),
  delta,
  children: [],
});

const positive = ({ diskBytes, downloadBytes }: Size): Size => ({
  diskBytes: diskBytes && Math.max(0, diskBytes),
  downloadBytes: downloadBytes && Math.max(0, downloadBytes),
});

/** Bytes on disk that are the same on both sides, as a size; null: nothing is. */
const sizeKept = (diskBytes: number | null, rate: number | null): Size | null =>
  diskBytes === null ? null : { diskBytes, downloadBytes: rate === null ? null : Math.round(diskBytes * rate) };

function sizeOn(side: 'before' | 'after', leaves: readonly Leaf[], kept: Size | null): Size | null {
  const sizes = [...leaves.flatMap((leaf) => leaf[side] ?? []), ...(kept === null ? [] : [kept])];
  return sizes.length === 0 ? null : sizes.reduce(addSizes);
}

/** Bytes on disk that stayed, by the row that they belong to; a row where no file stayed is not among them. */
function bytesStayed(root: Branch, { kept, leaves }: Difference, bothOwners: BothOwners): ReadonlyMap<Branch, number> {
  const stayed = new Map<Branch, number>();
  const add = (branch: Branch, bytes: number) => stayed.set(branch, (stayed.get(branch) ?? 0) + bytes);
  for (const branch of branchesBelow(root)) {
    for (const leaf of branch.leaves) if (leaf.movedBytes > 0) add(branch, leaf.movedBytes);
  }
  const rowsOf = rowFinder(root, bothOwners);
  for (const { path, size } of kept) for (const branch of rowsOf(path)) add(branch, size);
  for (const leaf of leaves) {
    if (!isShown(leaf)) for (const branch of rowsOf(leaf.path)) add(branch, leaf.after?.diskBytes ?? 0);
  }
  return stayed;
}

/** Finds the rows that stand for a file that stayed: its package's, its directories', and its own. */
function rowFinder(root: Branch, bothOwners: BothOwners): (path: string) => readonly Branch[] {
  const rows = [...branchesBelow(root)].filter(({ kind }) => kind !== 'other');
  const byPath = Map.groupBy(rows, ({ path }) => path);
  const packages = byPath.get(null) ?? [];
  // Files of a directory stand together in a tar.
  let last: { readonly directory: string; readonly above: readonly Branch[] } | null = null;
  return (path) => {
    const directory = path.slice(0, path.lastIndexOf('/') + 1);
    if (last?.directory !== directory) {
      last = { directory, above: [...directoriesUp(directory)].flatMap((above) => byPath.get(above) ?? []) };
    }
    const candidates = [...packages, ...last.above, ...(byPath.get(path) ?? [])];
    if (candidates.length === 0) return candidates;
    const owners = bothOwners();
    const owner = keyOf(owners?.after.of(path) ?? null);
    // What passed from one package to another stayed in neither.
    const stayed = owner === keyOf(owners?.before.of(path) ?? null);
    return stayed ? candidates.filter((row) => keyOf(row.owner) === owner) : [];
  };
}

const keyOf = (owner: Owner | null): string => (owner === null ? '' : packageKey(owner));

/** A directory with those above it, each with a slash at its end. */
function* directoriesUp(directory: string): Generator<string> {
  for (let path = directory; path !== ''; path = path.slice(0, path.lastIndexOf('/', path.length - 2) + 1)) yield path;
}

function* branchesBelow(top: Branch): Generator<Branch> {
  for (const child of top.children) {
    yield child;
    yield* branchesBelow(child);
  }
}
