import type { Entry, LayerIndex } from '../model/image.ts';
import type { Size } from '../model/report.ts';
import { estimateFiles, estimateShared, shareOut, type Weight } from './estimate.ts';
import { byPath, type Movable, pairMoves } from './moves.ts';
import { type NoiseKind, noiseOf } from './noise.ts';
import { type Owner, type Owners, packageKey } from './side.ts';

/** A path at which a row's layers differ, for one owner; the files there on both sides. */
export interface Leaf {
  /** Latin1, as in `Entry`. */
  readonly path: string;
  /** Null: no package's, or not known. */
  readonly owner: Owner | null;
  readonly noise: NoiseKind | null;
  /** What differs: the same content on both sides is not counted. Null: nothing on that side. */
  readonly before: Size | null;
  readonly after: Size | null;
  /** Bytes of content that came from `movedFrom`. */
  readonly movedBytes: number;
  /** Tells the content, where it is one file of one side; null otherwise, and for what is not looked for elsewhere. */
  readonly content: string | null;
  movedFrom: string | null;
  movedTo: string | null;
}

/** How the layers of a row differ, file by file. */
export interface Difference {
  /** Sorted by path. Where download sizes are not known, theirs are null. */
  readonly leaves: readonly Leaf[];
  /** Files that are on both sides with the same path and content. */
  readonly kept: readonly Entry[];
  /** Bytes to download for each byte on disk of what is kept; null: not known. */
  readonly keptRate: number | null;
}

/** One side of a row, the layers that the other side has too left out. */
export interface Layers {
  readonly indexes: readonly LayerIndex[];
  /** Of all of them; null where it is not known, or not to be compared. */
  readonly size: Size;
}

/** Who owns what on both sides; to be asked only where something differs. Null: not known. */
export type BothOwners = () => { readonly before: Owners; readonly after: Owners } | null;

/** Takes the layers of a row apart: what differs by path and owner, with what each file weighs. */
export function differenceOf(before: Layers, after: Layers, bothOwners: BothOwners): Difference {
  const { kept, gone, fresh } = matchFiles(before.indexes, after.indexes);
  const leaves = followMoves(leavesOf(gone, fresh, bothOwners)).sort(byPath);
  const [old, current] = [weightOf(before.size), weightOf(after.size)];
  if (old === null || current === null) return { leaves, kept, keptRate: null };
  const shared = sumOf(kept, ({ size }) => size) + sumOf(leaves, ({ movedBytes }) => movedBytes);
  const sharedDownload = estimateShared(shared, old, current);
  const [oldSizes, currentSizes] = [
    shareDownloads(leaves, 'before', old.downloadBytes - sharedDownload),
    shareDownloads(leaves, 'after', current.downloadBytes - sharedDownload),
  ];
  return {
    leaves: leaves.map((leaf, at) => ({ ...leaf, before: oldSizes[at] ?? null, after: currentSizes[at] ?? null })),
    kept,
    keptRate: shared === 0 ? 0 : sharedDownload / shared,
  };
}

const weightOf = ({ diskBytes, downloadBytes }: Size): Weight | null =>
  diskBytes === null || downloadBytes === null ? null : { diskBytes, downloadBytes };

/** What a packed entry tells, read once. */
interface Unmatched {
  readonly path: string;
  readonly size: number;
  readonly hash: string | null;
}

interface Matched {
  readonly kept: readonly Entry[];
  readonly gone: readonly Unmatched[];
  readonly fresh: readonly Unmatched[];
}

/** Takes out what is the same on both sides, file for file: a path may be in several layers, or in one tar twice. */
function matchFiles(before: readonly LayerIndex[], after: readonly LayerIndex[]): Matched {
  const waiting = new Map<string, Entry[]>();
  for (const entry of filesIn(before)) {
    const { path } = entry;
    const others = waiting.get(path);
    if (others === undefined) waiting.set(path, [entry]);
    else others.push(entry);
  }
  const kept: Entry[] = [];
  const fresh: Unmatched[] = [];
  for (const entry of filesIn(after)) {
    const { path, size, hash } = entry;
    const candidates = waiting.get(path) ?? [];
    const at = candidates.findIndex((candidate) => candidate.size === size && candidate.hash === hash);
    if (at < 0) fresh.push({ path, size, hash });
    else {
      kept.push(entry);
      candidates.splice(at, 1);
    }
  }
  const gone = [...waiting].flatMap(([path, entries]) => entries.map(({ size, hash }) => ({ path, size, hash })));
  return { kept, gone, fresh };
}

function* filesIn(layers: readonly LayerIndex[]): Generator<Entry> {
  for (const { entries } of layers) {
    for (const entry of entries) if (entry.kind === 'file') yield entry;
  }
}

/** One for each path and owner. */
function leavesOf(gone: readonly Unmatched[], fresh: readonly Unmatched[], bothOwners: BothOwners): Leaf[] {
  if (gone.length === 0 && fresh.length === 0) return [];
  const owners = bothOwners();
  const leaves = new Map<string, LeafDraft>();
  const add = (side: 'before' | 'after', { path, size, hash }: Unmatched) => {
    const owner = owners?.[side].of(path) ?? null;
    const key = `${owner === null ? '' : packageKey(owner)}\n${path}`;
    const leaf = leaves.get(key);
    if (leaf === undefined) {
      const content = hash && `${hash} ${size}`;
      leaves.set(key, { path, owner, content, before: null, after: null, [side]: size });
    } else leaves.set(key, { ...leaf, content: null, [side]: (leaf[side] ?? 0) + size });
  };
  for (const file of gone) add('before', file);
  for (const file of fresh) add('after', file);
  const sameVersion = (owner: Owner | null) =>
    owner === null ||
    owners === null ||
    owners.before.versions(owner).join('\n') === owners.after.versions(owner).join('\n');
  return [...leaves.values()].map((draft) => finishLeaf(draft, () => sameVersion(draft.owner)));
}

interface LeafDraft {
  readonly path: string;
  readonly owner: Owner | null;
  readonly content: string | null;
  /** Bytes on disk; null: nothing there. */
  readonly before: number | null;
  readonly after: number | null;
}

function finishLeaf({ path, owner, content, before, after }: LeafDraft, sameVersion: () => boolean): Leaf {
  const noise = noiseOf({ path, onBothSides: before !== null && after !== null, sameVersion });
  const onDisk = (bytes: number | null): Size | null =>
    bytes === null ? null : { diskBytes: bytes, downloadBytes: null };
  const isMovable = (before ?? after) !== 0 && noise === null;
  return {
    path,
    owner,
    noise,
    before: onDisk(before),
    after: onDisk(after),
    movedBytes: 0,
    content: isMovable ? content : null,
    movedFrom: null,
    movedTo: null,
  };
}

/** Files that moved within the row and stayed their owner's: one leaf at the new path, where nothing was added. */
function followMoves(leaves: readonly Leaf[]): Leaf[] {
  const moves = findMoves(leaves, ({ owner }) => (owner === null ? '' : packageKey(owner)));
  if (moves.length === 0) return [...leaves];
  const origins = new Set(moves.map(([from]) => from));
  const sources = new Map(moves.map(([from, to]) => [to, from]));
  return leaves
    .filter((leaf) => !origins.has(leaf))
    .map((leaf) => {
      const from = sources.get(leaf);
      if (from === undefined) return leaf;
      const movedBytes = leaf.after?.diskBytes ?? 0;
      return { ...leaf, after: null, movedBytes, content: null, movedFrom: from.path };
    });
}

/** Notes on both ends what moved from one row to another, or from one owner to another. */
export function noteMoves(leaves: readonly Leaf[]): void {
  for (const [from, to] of findMoves(leaves, () => '')) {
    from.movedTo = to.path;
    to.movedFrom = from.path;
  }
}

type MovableLeaf = Leaf & Movable;

function findMoves(leaves: readonly Leaf[], scopeOf: (leaf: Leaf) => string): [Leaf, Leaf][] {
  const movable = leaves.filter((leaf): leaf is MovableLeaf => leaf.content !== null);
  const gone = movable.filter(({ after }) => after === null);
  const fresh = movable.filter(({ before }) => before === null);
  return pairMoves(gone, fresh, scopeOf);
}

/** The leaves' sizes on one side, with their shares of what that side's layers spend on them. */
function shareDownloads(leaves: readonly Leaf[], side: 'before' | 'after', downloadBytes: number): (Size | null)[] {
  const present = leaves.filter((leaf) => leaf[side] !== null).length;
  const weights = leaves.map((leaf) => leaf[side]?.diskBytes ?? 0);
  const total = estimateFiles(
    downloadBytes,
    sumOf(weights, (bytes) => bytes),
    present,
  );
  const shares = shareOut(total, weights);
  return leaves.map((leaf, at) => {
    const size = leaf[side];
    return size && { diskBytes: size.diskBytes, downloadBytes: shares[at] ?? 0 };
  });
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += of(item);
  return sum;
}
