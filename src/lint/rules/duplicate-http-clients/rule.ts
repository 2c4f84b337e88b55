import type { PackageGraph, RelatedPackage } from '../../../packages/graph.ts';
import { normalisedName } from '../../../packages/requirement.ts';
import type { InstalledPackages } from '../../packages.ts';
import type { Rule } from '../../rule.ts';
import { unneededPackages } from '../../unneeded.ts';

const clients = ['httpx', 'requests'];

export const duplicateHttpClients: Rule = unneededPackages({
  name: 'duplicate-http-clients',
  aliases: [],
  managers: ['python'],
  isMeant: (name) => clients.includes(name),
  isUsed: (_name, { installed }) => installed === null,
  choose: (found, { installed, manager }) => spareOf(found, installed.graphOf(manager), installed),
  message: (names) =>
    `${names}: httpx and requests do the same, and nothing else needs either: write the program with one of them`,
});

/** The one that is the smaller with all that came because of it; none where something needs either, or one is not there. */
function spareOf(
  found: readonly RelatedPackage[],
  graph: PackageGraph,
  installed: InstalledPackages,
): readonly RelatedPackage[] {
  if (new Set(found.map(({ name }) => normalisedName(name))).size < clients.length) return [];
  const others = graph.packages.filter((each) => !found.includes(each));
  const needed = graph.closure(others, { wants: true });
  if (found.some((each) => needed.has(each))) return [];
  const bytes = (each: RelatedPackage): number =>
    [...graph.onlyNeededBy([each])].flatMap(installed.claimsOf).reduce((sum, { entry }) => sum + entry.size, 0);
  return found.toSorted((a, b) => bytes(a) - bytes(b)).slice(0, 1);
}
