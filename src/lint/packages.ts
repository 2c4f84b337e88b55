import { type FileSystem, type LiveFile, overlay } from '../analysis/filesystem.ts';
import { type OwnedFiles, ownFiles } from '../analysis/ownership.ts';
import type { LayerAttribution } from '../model/attribution.ts';
import type { Entry, ImageLayer } from '../model/image.ts';
import type { PackageManager } from '../model/packages.ts';
import { type DevelopmentInstaller, developmentFiles } from '../packages/development.ts';
import { readFact } from '../packages/facts.ts';
import { type Package, packageKey } from '../packages/format.ts';
import { type PackageGraph, packageGraph, type RelatedPackage } from '../packages/graph.ts';
import { type Loading, loadingOf } from '../packages/loading.ts';
import { type Mentions, mentionsIn } from '../packages/mentions.ts';
import { formatBytes } from '../units.ts';
import type { Claim } from './rule.ts';

/** The packages of the image as the rules see them. */
export interface InstalledPackages {
  /** Those of one manager. What the base image has stays, whoever asked for it. */
  graphOf(manager: PackageManager): PackageGraph;
  /** Whether the base image does not have it, in whichever version. */
  isAdded(found: Package): boolean;
  /** The packages of the base image that are there in another version, of every manager. */
  readonly upgraded: readonly Package[];
  /** Its files, where a line of the Dockerfile brought them: those of the base image can't be saved. */
  claimsOf(found: Package): readonly Claim[];
  /** Index of the layer that installed it; null: the base image, or not known. */
  layerOf(found: Package): number | null;
  /** Programs that scripts of the image name which no package brought (of those in src/packages/scripts.ts). */
  readonly namedByScripts: ReadonlySet<string>;
  /** How others load what it brings. */
  loadingOf(found: Package): Loading;
  /** Who names what; owners by the key of their package. */
  readonly mentions: () => Mentions;
  /** The files that an installer brought for development alone, by its own notes. */
  developmentOf(installer: DevelopmentInstaller): readonly Claim[];
}

/** Null where the layers' indexes don't know what was collected. */
export function installedPackages(
  layers: readonly ImageLayer[],
  attributions: readonly LayerAttribution[],
  fileSystem: FileSystem,
): InstalledPackages | null {
  const indexes = layers.map(({ index }) => index);
  const owned = ownFiles(indexes, fileSystem);
  const baseIndexes = indexes.filter((_index, at) => attributions[at]?.origin === 'base');
  const base = ownFiles(baseIndexes, overlay(baseIndexes));
  if (owned === null || base === null) return null;

  const inBase = new Set(base.packages.map(nameKey));
  const isAdded = (found: Package) => !inBase.has(nameKey(found));
  const unchanged = new Set(base.packages.map(packageKey));
  const isOwn = ({ layer }: LiveFile) => attributions[layer]?.origin !== 'base';
  const claims = claimsByPackage(owned, isOwn);
  const graphs = new Map<PackageManager, PackageGraph>();
  const graphOf = (manager: PackageManager): PackageGraph => {
    const graph =
      graphs.get(manager) ??
      packageGraph(
        owned.packages
          .filter((each) => each.manager === manager)
          .map((each) => (isAdded(each) ? each : asStaying(each))),
      );
    graphs.set(manager, graph);
    return graph;
  };
  let mentions: Mentions | null = null;
  const loadings = new Map<Package, Loading>();
  const claimsOf = (found: Package) => claims.get(packageKey(found)) ?? [];
  return {
    graphOf,
    isAdded,
    upgraded: owned.packages.filter((each) => !isAdded(each) && !unchanged.has(packageKey(each))),
    claimsOf,
    layerOf(found) {
      if (!isAdded(found)) return null;
      const own = claimsOf(found);
      // One that only names others has no files.
      return largestHolder(own.length > 0 ? own : neededBy(found, graphOf(found.manager)).flatMap(claimsOf));
    },
    namedByScripts: new Set(
      [...owned.view.collected].flatMap(([path, content]) =>
        ownerOf(owned, path) === null ? (readFact(content, 'programs') ?? []) : [],
      ),
    ),
    loadingOf(found) {
      const known = loadings.get(found) ?? loadingOf(found, owned.view);
      loadings.set(found, known);
      return known;
    },
    mentions() {
      mentions ??= mentionsIn(owned.view, (path) => ownerOf(owned, path));
      return mentions;
    },
    developmentOf(installer) {
      const files = developmentFiles(owned.view, installer).flatMap((name) => owned.view.files.get(name) ?? []);
      // Folders may be nested, and files linked.
      return [...new Set(files)].filter(isOwn).map(({ layer, entry }) => ({ layer, entry }));
    },
  };
}

const nameKey = ({ manager, name }: Package): string => `${manager} ${name}`;

/** The key of the package that has a file, by the name it was collected by; null for none. */
function ownerOf({ view, owners }: OwnedFiles, path: string): string | null {
  const file = view.files.get(path);
  const owner = file === undefined ? undefined : owners.get(file);
  return owner === undefined ? null : packageKey(owner);
}

const asStaying = (each: Package): Package =>
  each.relations === null ? each : { ...each, relations: { ...each.relations, automatic: false } };

const neededBy = ({ relations }: Package, graph: PackageGraph): RelatedPackage[] =>
  (relations?.needs ?? []).flatMap((names) => names.flatMap(graph.find));

function claimsByPackage(
  { owners, packages, view }: OwnedFiles,
  isOwn: (file: LiveFile) => boolean,
): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  const claim = (found: Package, { layer, entry }: LiveFile) => {
    const key = packageKey(found);
    const list = claims.get(key);
    if (list === undefined) claims.set(key, [{ layer, entry }]);
    else list.push({ layer, entry });
  };
  for (const [file, owner] of owners) if (isOwn(file)) claim(owner, file);
  const debian = new Map(packages.filter(({ manager }) => manager === 'dpkg').map((each) => [each.name, each]));
  if (debian.size === 0) return claims;
  for (const name of view.below('var/lib/dpkg/info')) {
    const file = view.files.get(name);
    const owner = debian.get(/\/([^/:]+)(?::[^/.]+)?\.\w+$/.exec(name)?.[1] ?? '');
    if (file !== undefined && owner !== undefined && isOwn(file)) claim(owner, file);
  }
  return claims;
}

/** Index of the layer that holds most of the bytes, by the number of files where they are empty; null for no files. */
function largestHolder(claims: readonly Claim[]): number | null {
  const held = new Map<number, number>();
  for (const { layer, entry } of claims) held.set(layer, (held.get(layer) ?? 0) + entry.size + 1);
  return (
    [...held].reduce<[number, number] | null>(
      (best, each) => (best !== null && best[1] >= each[1] ? best : each),
      null,
    )?.[0] ?? null
  );
}

const bytesOf = (entries: readonly Entry[]): number => entries.reduce((sum, { size }) => sum + size, 0);

/** `3 packages: gcc-12 (60 MB), cpp-12 (20 MB), gcc (30 kB)`: how many, and the largest five. */
export function describePackages(packages: readonly Package[], installed: InstalledPackages): string {
  const weighed = packages
    .map((each) => ({ name: each.name, bytes: bytesOf(installed.claimsOf(each).map(({ entry }) => entry)) }))
    .sort((a, b) => b.bytes - a.bytes);
  const largest = weighed.slice(0, 5);
  const count = `${packages.length} ${packages.length === 1 ? 'package' : 'packages'}`;
  const names = largest.map(({ name, bytes }) => `${name} (${formatBytes(bytes)})`).join(', ');
  return weighed.length <= largest.length ? `${count}: ${names}` : `${count}, among them ${names}`;
}
