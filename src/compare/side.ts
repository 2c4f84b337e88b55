import { type FileSystem, overlay } from '../analysis/filesystem.ts';
import { ownFilesAmong } from '../analysis/owners-among.ts';
import { type OwnedFiles, ownFiles } from '../analysis/ownership.ts';
import { type DownloadMarks, marksByBlob } from '../model/download-marks.ts';
import type { Digest, Entry, Image, LayerIndex } from '../model/image.ts';
import type { Measurement } from '../model/measurement.ts';
import type { BaselineRecord } from '../model/record.ts';
import type { Package } from '../packages/format.ts';
import { once } from './once.ts';

export type Owner = Pick<Package, 'manager' | 'name' | 'version'>;

/** One of the two images of a comparison. What lies behind the functions is computed at the first call, and once. */
export interface Side {
  readonly measurement: Measurement;
  /** What its layers hold; a layer that is not there was not kept, and is not looked into. */
  readonly indexes: ReadonlyMap<Digest, LayerIndex>;
  /** By blob digest; files of a layer whose blob is not there weigh what they take on disk. */
  readonly marks: ReadonlyMap<Digest, DownloadMarks>;
  /** Null where a layer's index is missing. */
  readonly fileSystem: () => FileSystem | null;
  /** Null where who owns what is not known: as above, or an index comes from a version that collected other things. */
  readonly owners: () => Owners | null;
  /** As `owners`, for these paths alone (latin1, as in `Entry`), which takes less by as much as they are fewer. */
  readonly ownersAmong: (paths: ReadonlySet<string>) => Owners | null;
}

export interface Owners {
  /**
   * The package of the file that is visible at a path (latin1, as in `Entry`); so what is hidden belongs to whom it would
   * belong to. Null: no package's.
   */
  readonly of: (path: string) => Owner | null;
  /** All versions of a package, each once, sorted; empty where it is not installed, null for one without a version. */
  readonly versions: (owner: Pick<Owner, 'manager' | 'name'>) => readonly (string | null)[];
}

/** An image as it was just read. */
export function weighedSide(weighed: {
  readonly measurement: Measurement;
  readonly image: Pick<Image, 'layers'>;
  readonly fileSystem: FileSystem;
}): Side {
  const { measurement, image, fileSystem } = weighed;
  const indexes = new Map(image.layers.map(({ diffId, index }) => [diffId, index]));
  return sideOf({ measurement, indexes, marks: marksByBlob(image.layers) }, () => fileSystem);
}

/** An image as a store kept it. */
export const recordSide = ({
  measurement,
  layers,
  marks,
}: Pick<BaselineRecord, 'measurement' | 'layers' | 'marks'>): Side =>
  sideOf({ measurement, indexes: layers, marks }, (all) => overlay(all));

function sideOf(
  held: Pick<Side, 'measurement' | 'indexes' | 'marks'>,
  layOver: (layers: readonly LayerIndex[]) => FileSystem,
): Side {
  const { measurement, indexes } = held;
  const layers = once(() => indexesOf(measurement, indexes));
  const fileSystem = once(() => {
    const all = layers();
    return all && layOver(all);
  });
  const owners = once(() => {
    const [all, files] = [layers(), fileSystem()];
    return all && files && ownersOf(ownFiles(all, files));
  });
  const ownersAmong = (paths: ReadonlySet<string>) => {
    const all = layers();
    return all && ownersOf(ownFilesAmong(all, paths));
  };
  return { ...held, fileSystem, owners, ownersAmong };
}

function indexesOf({ layers }: Measurement, indexes: Side['indexes']): readonly LayerIndex[] | null {
  const found = layers.flatMap(({ diffId }) => indexes.get(diffId) ?? []);
  return found.length === layers.length ? found : null;
}

function ownersOf(owned: OwnedFiles | null): Owners | null {
  if (owned === null) return null;
  const { view, owners, packages } = owned;
  const versions = new Map<string, Set<string | null>>();
  for (const owner of packages) {
    const key = packageKey(owner);
    versions.set(key, (versions.get(key) ?? new Set()).add(owner.version));
  }
  return {
    of: (path) => {
      const file = view.files.get(path);
      return (file && owners.get(file)) ?? null;
    },
    versions: (owner) => [...(versions.get(packageKey(owner)) ?? [])].sort(),
  };
}

/** A package whatever its version and architecture. A manager's name has no space. */
export const packageKey = ({ manager, name }: Pick<Owner, 'manager' | 'name'>): string => `${manager} ${name}`;

/** A regular file of a layer's tar. */
export interface HeldFile {
  /** Latin1, as in `Entry`. */
  readonly path: string;
  /** Position in the measurement's layers. */
  readonly layer: number;
  /** In the final file system; else a later layer hides it. */
  readonly live: boolean;
  /** Null: no package's, or not known (then `owners()` is null). */
  readonly owner: Owner | null;
  readonly entry: Entry;
}

/** All files of an image, whose sizes add up to its disk size; null where a layer's index is missing. */
export function filesOf({ fileSystem, owners }: Side): Iterable<HeldFile> | null {
  const files = fileSystem();
  return files && heldFiles(files, owners());
}

function* heldFiles({ live, dead }: FileSystem, owners: Owners | null): Generator<HeldFile> {
  for (const files of [live, dead]) {
    for (const { path, layer, entry } of files) {
      yield { path, layer, live: files === live, owner: owners?.of(path) ?? null, entry };
    }
  }
}
