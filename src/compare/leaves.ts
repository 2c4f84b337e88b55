import { type DownloadMarks, downloadsOf } from '../model/download-marks.ts';
import type { Entry, LayerIndex } from '../model/image.ts';
import type { Size } from '../model/report.ts';
import { estimateFiles, estimateShared, shareOut, type Weight } from './estimate.ts';
import { byPath, pairMoves } from './moves.ts';
import { type NoiseKind, noiseOf } from './noise.ts';
import { type Owner, type Owners, packageKey } from './side.ts';
import { addSizes, nothing } from './size.ts';

/**
 * A path at which a row's layers differ, for one owner; the files there on both sides. There may be a million: it is
 * filled in step by step, not copied.
 */
export interface Leaf {
  /** Latin1, as in `Entry`. */
  readonly path: string;
  /** Null: no package's, or not known. */
  readonly owner: Owner | null;
  noise: NoiseKind | null;
  /**
   * What differs: the same content on both sides is not counted. Null: nothing on that side. To download it is what the
   * blobs' marks say, or not known, until what the row's layers have is shared out.
   */
  before: Size | null;
  after: Size | null;
  /** The file, where there is one on one side only. */
  only: Entry | null;
  /** Bytes of content that came from `movedFrom`, another path of the row. */
  movedBytes: number;
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
  /** As the indexes; null where a blob's are not known. */
  readonly marks: readonly (DownloadMarks | null)[];
  /** Of all of them; null where it is not known, or not to be compared. */
  readonly size: Size;
}

/** Who owns what on both sides; to be asked only where something differs. Null: not known. */
export type BothOwners = () => { readonly before: Owners; readonly after: Owners } | null;

/** Takes the layers of a row apart: what differs by path and owner, with what each file weighs. */
export function differenceOf(matched: Matched, before: Layers, after: Layers, bothOwners: BothOwners): Difference {
  const { kept } = matched;
  const marked = { before: markedIn(before, matched.gone), after: markedIn(after, matched.fresh) };
  const leaves = followMoves(leavesOf(matched, marked, bothOwners)).sort(byPath);
  // What a file has on both sides weighs the same there; only where no file differs in size is all of it compared.
  const common = leaves.some(isResized) ? commonBytes : () => 0;
  const shared = sumOf(kept, ({ size }) => size) + sumOf(leaves, (leaf) => leaf.movedBytes + common(leaf));
  const apart = { before: apartOn(leaves, 'before', common), after: apartOn(leaves, 'after', common) };
  const [old, current] = [weightOf(before.size, apart.before), weightOf(after.size, apart.after)];
  if (old === null || current === null) return { leaves, kept, keptRate: null };
  const sharedDownload = estimateShared(shared, old, current);
  const keptRate = shared === 0 ? 0 : sharedDownload / shared;
  for (const [side, { downloadBytes }] of [['before', old] as const, ['after', current] as const]) {
    const spent = { downloadBytes: downloadBytes - sharedDownload, rate: keptRate, common, apart: apart[side] };
    shareDownloads(leaves, side, spent);
  }
  return { leaves, kept, keptRate };
}

const isResized = ({ before, after }: Leaf): boolean => (before?.diskBytes ?? 0) !== (after?.diskBytes ?? 0);

const commonBytes = ({ before, after }: Leaf): number => Math.min(before?.diskBytes ?? 0, after?.diskBytes ?? 0);

function weightOf({ diskBytes, downloadBytes }: Size, apart: readonly number[] | null): Weight | null {
  const apartBytes = apart && sumOf(apart, (bytes) => bytes);
  return diskBytes === null || downloadBytes === null ? null : { diskBytes, downloadBytes, apartBytes };
}

/** What the marks of a side's blobs say that these files take to download; null: not known of all blobs. */
function markedIn({ indexes, marks, size }: Layers, files: readonly Entry[]): ReadonlyMap<Entry, number> | null {
  if (size.downloadBytes === null || marks.includes(null)) return null;
  const found = new Map<Entry, number>();
  if (files.length === 0) return found;
  const wanted = new Set(files);
  indexes.forEach(({ entries }, at) => {
    const known = marks[at];
    if (!known) return;
    for (const [entry, bytes] of downloadsOf(entries, known, (each) => wanted.has(each))) found.set(entry, bytes);
  });
  return found;
}

/**
 * Bytes to download of what each leaf has on one side beyond what is common, by marks; in the order of those that are
 * there. Null: not known.
 */
function apartOn(
  leaves: readonly Leaf[],
  side: 'before' | 'after',
  common: (leaf: Leaf) => number,
): readonly number[] | null {
  const apart: number[] = [];
  for (const leaf of leaves) {
    const size = leaf[side];
    if (size === null) continue;
    const { diskBytes, downloadBytes } = size;
    if (diskBytes === null || downloadBytes === null) return null;
    apart.push(diskBytes === 0 ? 0 : (1 - common(leaf) / diskBytes) * downloadBytes);
  }
  return apart;
}

/** The files of a row's layers. */
export interface Matched {
  /** On both sides with the same path and content. */
  readonly kept: readonly Entry[];
  readonly gone: readonly Entry[];
  readonly fresh: readonly Entry[];
}

/** Takes out what is the same on both sides, file for file: a path may be in several layers, or in one tar twice. */
export function matchFiles(before: readonly LayerIndex[], after: readonly LayerIndex[]): Matched {
  const [old, current] = [filesIn(before), filesIn(after)];
  // Most of a tar is often as it was, in the same order: then no path has to be kept in mind.
  const shorter = Math.min(old.length, current.length);
  let first = 0;
  while (first < shorter && isSame(old[first], current[first])) first++;
  let last = 0;
  while (last < shorter - first && isSame(old.at(-1 - last), current.at(-1 - last))) last++;
  const kept = [...current.slice(0, first), ...current.slice(current.length - last)];
  const waiting = Map.groupBy(old.slice(first, old.length - last), ({ path }) => path);
  const fresh: Entry[] = [];
  for (const entry of current.slice(first, current.length - last)) {
    const candidates = waiting.get(entry.path) ?? [];
    const at = candidates.findIndex((candidate) => isSame(candidate, entry));
    if (at < 0) fresh.push(entry);
    else {
      kept.push(entry);
      candidates.splice(at, 1);
    }
  }
  return { kept, gone: [...waiting.values()].flat(), fresh };
}

const filesIn = (layers: readonly LayerIndex[]): Entry[] =>
  layers.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'file'));

const isSame = (a: Entry | undefined, b: Entry | undefined): boolean =>
  a?.size === b?.size && a?.path === b?.path && a?.hash === b?.hash;

type Marked = Readonly<Record<'before' | 'after', ReadonlyMap<Entry, number> | null>>;

/** One for each path and owner. */
function leavesOf({ gone, fresh }: Matched, marked: Marked, bothOwners: BothOwners): Leaf[] {
  if (gone.length === 0 && fresh.length === 0) return [];
  const owners = bothOwners();
  const leaves = new Map<string, Map<string, Leaf>>();
  const add = (side: 'before' | 'after', entry: Entry) => {
    const { path } = entry;
    const size = { diskBytes: entry.size, downloadBytes: marked[side]?.get(entry) ?? null };
    const owner = owners?.[side].of(path) ?? null;
    const key = owner === null ? '' : packageKey(owner);
    const ofOwner = leaves.get(key) ?? new Map<string, Leaf>();
    leaves.set(key, ofOwner);
    const leaf = ofOwner.get(path);
    if (leaf === undefined) ofOwner.set(path, newLeaf(owner, path, side, entry, size));
    else {
      leaf.only = null;
      leaf[side] = addSizes(leaf[side] ?? nothing, size);
    }
  };
  for (const entry of gone) add('before', entry);
  for (const entry of fresh) add('after', entry);
  const found = [...leaves.values()].flatMap((ofOwner) => [...ofOwner.values()]);
  for (const leaf of found) {
    const { path, before, after, owner } = leaf;
    const sameVersion = () => owner === null || owners === null || isSameVersion(owner, owners);
    leaf.noise = noiseOf({ path, onBothSides: before !== null && after !== null, sameVersion });
  }
  return found;
}

function newLeaf(owner: Owner | null, path: string, side: 'before' | 'after', entry: Entry, size: Size): Leaf {
  const [before, after] = side === 'before' ? [size, null] : [null, size];
  return { path, owner, noise: null, before, after, only: entry, movedBytes: 0, movedFrom: null, movedTo: null };
}

type KnownOwners = NonNullable<ReturnType<BothOwners>>;

const isSameVersion = (owner: Owner, { before, after }: KnownOwners): boolean =>
  before.versions(owner).join('\n') === after.versions(owner).join('\n');

/** Files that moved within the row and stayed their owner's: one leaf at the new path, where nothing was added. */
function followMoves(leaves: readonly Leaf[]): Leaf[] {
  const origins = new Set<Leaf>();
  for (const [from, to] of findMoves(leaves, ({ owner }) => (owner === null ? '' : packageKey(owner)))) {
    origins.add(from);
    to.movedFrom = from.path;
    to.movedBytes = to.after?.diskBytes ?? 0;
    to.after = null;
    to.only = null;
  }
  return leaves.filter((leaf) => !origins.has(leaf));
}

/** Notes on both ends what moved from one row to another, or from one owner to another. */
export function noteMoves(leaves: readonly Leaf[]): void {
  for (const [from, to] of findMoves(leaves, () => '')) {
    from.movedTo = to.path;
    to.movedFrom = from.path;
  }
}

/** Content of nothing is everywhere, and so is noise. */
function findMoves(leaves: readonly Leaf[], scopeOf: (leaf: Leaf) => string): [Leaf, Leaf][] {
  const movable = leaves.filter(({ only, noise }) => noise === null && only !== null && only.size > 0 && only.hash);
  return pairMoves({
    gone: movable.filter(({ after }) => after === null),
    fresh: movable.filter(({ before }) => before === null),
    contentOf: ({ only }) => `${only?.hash} ${only?.size}`,
    scopeOf,
  });
}

interface Spent {
  /** What a side's layers spend on what the other side does not have. */
  readonly downloadBytes: number;
  /** Bytes to download for each byte on disk that is common to both sides. */
  readonly rate: number;
  readonly common: (leaf: Leaf) => number;
  /** As `apartOn` says. */
  readonly apart: readonly number[] | null;
}

/** Gives the leaves their download sizes on one side: of what is common by its rate, of the rest by marks or disk size. */
function shareDownloads(
  leaves: readonly Leaf[],
  side: 'before' | 'after',
  { downloadBytes, rate, common, apart }: Spent,
): void {
  const present = leaves.filter((leaf) => leaf[side] !== null);
  const weights = present.map((leaf) => (leaf[side]?.diskBytes ?? 0) - common(leaf));
  const weighing = weights.filter((weight) => weight > 0).length;
  const total = estimateFiles(
    downloadBytes,
    sumOf(weights, (weight) => weight),
    weighing,
  );
  const shares = shareOut(total, apart ?? weights);
  present.forEach((leaf, at) => {
    const diskBytes = leaf[side]?.diskBytes ?? 0;
    leaf[side] = { diskBytes, downloadBytes: Math.round(common(leaf) * rate) + (shares[at] ?? 0) };
  });
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += of(item);
  return sum;
}
