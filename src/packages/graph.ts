import { type Alternatives, type Package, packageKey, type Relations } from './format.ts';

/**
 * Which installed package is there because of which. Alternatives that are installed count all: what may be needed is
 * never taken for unneeded.
 */
export interface PackageGraph {
  /** Equal packages are one, by what all of them say. */
  readonly packages: readonly RelatedPackage[];
  find(name: string): readonly RelatedPackage[];
  /** `named`, what they need, what that needs in turn, and so on; with `wants` what any of it wants, too. */
  closure(named: Iterable<RelatedPackage>, options: { readonly wants: boolean }): ReadonlySet<RelatedPackage>;
  /**
   * What would go, were `named` not asked for: those of them, and of what came because of them, that nothing needs or
   * wants of what stays. `kept` stay whoever asked for them.
   */
  onlyNeededBy(named: Iterable<RelatedPackage>, kept?: ReadonlySet<RelatedPackage>): ReadonlySet<RelatedPackage>;
  /** What came because something wants it, and nothing needs that stays without it. */
  onlyWanted(): ReadonlySet<RelatedPackage>;
}

/** A package whose manager tells of its relations. */
export interface RelatedPackage extends Package {
  readonly relations: Relations;
}

/** The packages of one manager: names mean nothing to another. Those without relations are left out. */
export function packageGraph(found: readonly Package[]): PackageGraph {
  const packages = mergeEqual(found.filter(isRelated));
  const byName = new Map<string, RelatedPackage[]>();
  for (const each of packages) {
    for (const name of new Set(each.relations.provides)) append(byName, name, each);
  }
  const find = (name: string) => byName.get(name) ?? [];
  const targets = (groups: readonly Alternatives[]) => groups.flatMap((names) => names.flatMap(find));

  const closure: PackageGraph['closure'] = (named, { wants }) => {
    const reached = new Set(named);
    // A set that grows while it is walked is walked to its new end.
    for (const { relations } of reached) {
      for (const next of targets(relations.needs)) reached.add(next);
      if (wants) for (const next of targets(relations.wants)) reached.add(next);
    }
    return reached;
  };

  return {
    packages,
    find,
    closure,
    onlyNeededBy(named, kept = new Set()) {
      const dropped = new Set(named);
      const affected = closure(dropped, { wants: true });
      const isKept = (each: RelatedPackage) =>
        !affected.has(each) || each.relations.essential || kept.has(each) || (wasAskedFor(each) && !dropped.has(each));
      const staying = closure(packages.filter(isKept), { wants: true });
      return new Set([...affected].filter((each) => !staying.has(each)));
    },
    onlyWanted() {
      const explained = closure(packages.filter(wasAskedFor), { wants: true });
      const kept = packages.filter((each) => !explained.has(each) || wasAskedFor(each) || each.relations.essential);
      const needed = closure(kept, { wants: false });
      return new Set([...explained].filter((each) => !needed.has(each)));
    },
  };
}

/** Or may have been. */
const wasAskedFor = ({ relations }: RelatedPackage): boolean => relations.automatic !== true;

const isRelated = (each: Package): each is RelatedPackage => each.relations !== null;

function mergeEqual(packages: readonly RelatedPackage[]): RelatedPackage[] {
  const merged = new Map<string, RelatedPackage>();
  for (const each of packages) {
    const other = merged.get(packageKey(each));
    merged.set(packageKey(each), other === undefined ? each : merge(other, each));
  }
  return [...merged.values()];
}

const merge = (one: RelatedPackage, other: RelatedPackage): RelatedPackage => ({
  ...one,
  files: [...one.files, ...other.files],
  relations: {
    needs: [...one.relations.needs, ...other.relations.needs],
    wants: [...one.relations.wants, ...other.relations.wants],
    provides: [...one.relations.provides, ...other.relations.provides],
    automatic: one.relations.automatic === other.relations.automatic ? one.relations.automatic : null,
    essential: one.relations.essential || other.relations.essential,
  },
});

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
