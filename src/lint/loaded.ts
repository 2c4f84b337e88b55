import type { Instruction } from '../model/dockerfile.ts';
import { packageKey } from '../packages/format.ts';
import type { PackageGraph, RelatedPackage } from '../packages/graph.ts';
import { distinctNames, words } from '../packages/names.ts';
import { type Installer, installsOf } from './installs.ts';
import type { InstalledPackages } from './packages.ts';
import type { LintSubject } from './subject.ts';
import { started } from './use.ts';

interface Image {
  readonly subject: LintSubject;
  readonly installed: InstalledPackages;
  readonly manager: Installer;
}

interface Limits {
  /** Names of which each may load what nobody can see: nothing is said of an image that has one. */
  readonly blinding: readonly string[];
  /** Whether files of packages can have one. */
  readonly areBlindingAnywhere: boolean;
  /** Whether nothing is said, too, where the program names no package at all: it may be none that can be read. */
  readonly hasToBeSeen: boolean;
}

/** Of packages that are asked for, those that can go without anything that stays missing what it loads. */
export function neverLoaded(
  asked: readonly RelatedPackage[],
  { subject, installed, manager }: Image,
  { blinding, areBlindingAnywhere, hasToBeSeen }: Limits,
): readonly RelatedPackage[] {
  const graph = installed.graphOf(manager);
  const mentions = installed.mentions();
  const inDockerfile = namesInDockerfile(subject, manager);
  const isNamedBy = (names: readonly string[], isCounted: (owner: string | null) => boolean): boolean =>
    names.some((name) => inDockerfile?.has(name)) || [...mentions.ownersOf(names)].some(isCounted);
  const isNamedByProgram = (names: readonly string[]) => isNamedBy(names, (owner) => owner === null);
  const isBlinded = areBlindingAnywhere ? isNamedBy(blinding, () => true) : isNamedByProgram(blinding);
  const isSeen = () =>
    graph.packages.some((each) => installed.isAdded(each) && isNamedByProgram(installed.loadingOf(each).names));

  if (!mentions.isComplete || inDockerfile === null || isBlinded) return [];
  if (hasToBeSeen && !isSeen()) return [];
  const candidates = asked.filter((each) => {
    const { names, isFoundOtherwise } = installed.loadingOf(each);
    return names.length > 0 && !isFoundOtherwise;
  });
  return without(candidates, graph, (each, gone) =>
    isNamedBy(installed.loadingOf(each).names, (owner) => owner === null || !gone.has(owner)),
  );
}

/** Real images need a few. */
const mostRounds = 50;

/**
 * The candidates that can go together: as long as something is loaded of what would go, those that it goes with stay, and
 * what stays may load more.
 */
function without(
  candidates: readonly RelatedPackage[],
  graph: PackageGraph,
  isLoaded: (each: RelatedPackage, gone: ReadonlySet<string>) => boolean,
): readonly RelatedPackage[] {
  const leadingTo = reverseOf(graph);
  let left = candidates;
  for (let round = 0; round < mostRounds; round++) {
    const gone = [...graph.onlyNeededBy(left)];
    const keys = new Set(gone.map(packageKey));
    const loaded = gone.filter((each) => isLoaded(each, keys));
    if (loaded.length === 0) return left.filter((each) => keys.has(packageKey(each)));
    const staying = leadingTo(loaded);
    left = left.filter((each) => !staying.has(each));
  }
  return [];
}

/** Everything that needs or wants one of some packages, or something that does, and so on; and those themselves. */
function reverseOf(graph: PackageGraph): (targets: readonly RelatedPackage[]) => ReadonlySet<RelatedPackage> {
  const users = new Map<RelatedPackage, RelatedPackage[]>();
  for (const user of graph.packages) {
    for (const name of [...user.relations.needs, ...user.relations.wants].flat()) {
      for (const used of graph.find(name)) {
        const known = users.get(used);
        if (known === undefined) users.set(used, [user]);
        else known.push(user);
      }
    }
  }
  return (targets) => {
    const reached = new Set(targets);
    // A set that grows while it is walked is walked to its new end.
    for (const each of reached) for (const user of users.get(each) ?? []) reached.add(user);
    return reached;
  };
}

/** What the Dockerfile names elsewhere than where it installs: what it starts, sets, or runs. Null: more than one can be. */
function namesInDockerfile({ chain }: LintSubject, manager: Installer): ReadonlySet<string> | null {
  const texts = chain.flatMap(({ instructions }) => instructions).map((instruction) => textOf(instruction, manager));
  return distinctNames(words(texts.join('\n')));
}

function textOf(instruction: Instruction, manager: Installer): string {
  const { keyword, text, commands } = instruction;
  if (keyword !== 'RUN') return [...started, 'ENV'].includes(keyword) ? text : '';
  if (commands.length === 0) return text;
  const installing = new Set(installsOf(instruction, manager).map(({ command }) => command));
  return commands
    .filter((command) => !installing.has(command))
    .flatMap(({ words: said, assignments }) => [...assignments, ...said])
    .join(' ');
}
