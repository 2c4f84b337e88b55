import type { Instruction } from '../model/dockerfile.ts';
import type { Severity } from '../model/finding.ts';
import type { PackageGraph, RelatedPackage } from '../packages/graph.ts';
import { normalisedName } from '../packages/requirement.ts';
import { type Install, type Installer, installsOf, lastRemovals, mayInstall, virtualName } from './installs.ts';
import { describePackages, type InstalledPackages } from './packages.ts';
import type { Draft, Rule } from './rule.ts';
import { instructionOf, instructionsOf, type LintLayer, type LintSubject } from './subject.ts';

/** Packages of which an image seldom has a use. */
export interface Unneeded {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly severity?: Severity;
  readonly managers: readonly Installer[];
  /** Whether a package is one of them, by its name. */
  readonly isMeant: (name: string, manager: Installer) => boolean;
  /** Whether the image, or what follows in the Dockerfile, seems to need it all the same. */
  readonly isUsed?: (name: string, use: Use) => boolean;
  /** Of those that an image has and that are meant, the ones that it does without; all of them unless given. */
  readonly choose?: (
    meant: readonly RelatedPackage[],
    image: { readonly subject: LintSubject; readonly installed: InstalledPackages; readonly manager: Installer },
  ) => readonly RelatedPackage[];
  /** What needs one of them but stays of use without: runtime libraries beside their headers. */
  readonly keeps?: (found: RelatedPackage, graph: PackageGraph) => readonly RelatedPackage[];
  /** `names`: set apart as code, with commas between. */
  readonly message: (names: string) => string;
  readonly fix?: (subject: LintSubject, found: Found) => Draft['fix'];
}

/** Where a package may be of use. */
export interface Use {
  readonly subject: LintSubject;
  /** Null: no image at hand, or it did not tell of its packages. */
  readonly installed: InstalledPackages | null;
  /** The instruction that installs it. */
  readonly instruction: Instruction;
}

/** What one instruction installs and the image does without. */
export interface Found {
  readonly manager: Installer;
  readonly instruction: Instruction;
  /** The commands that name any of it. */
  readonly installs: readonly Install[];
  readonly names: readonly string[];
  /** Names of what came with it, but is of use; null: not known, as no image is at hand. */
  readonly kept: readonly string[] | null;
}

/**
 * A rule about packages, priced by their files and by those of what came because of them alone. With an image at hand its
 * packages decide: what a script installs counts, and so does what it removes.
 */
export const unneededPackages = (unneeded: Unneeded): Rule => ({
  name: unneeded.name,
  aliases: unneeded.aliases,
  severity: unneeded.severity ?? 'info',
  check: (subject) => unneeded.managers.flatMap((manager) => checkManager(subject, manager, unneeded)),
});

function checkManager(subject: LintSubject, manager: Installer, unneeded: Unneeded): Draft[] {
  // What another stage installs may be copied.
  const runs = subject.dockerfile.stages.flatMap(({ instructions }) => instructions.filter(isRun));
  if (!runs.some((run) => mayInstall(run, manager))) return [];
  const isTraced = subject.layers?.some(({ location }) => location !== null) ?? false;
  const installed = isTraced ? subject.packages() : null;
  return installed === null
    ? instructionsOf(subject, 'RUN').flatMap((run) => checkText(subject, run, manager, unneeded))
    : checkImage(subject, installed, manager, unneeded);
}

const isRun = ({ keyword }: Instruction): boolean => keyword === 'RUN';

/** What a RUN says that it installs, and does not remove again. */
function checkText(subject: LintSubject, run: Instruction, manager: Installer, unneeded: Unneeded): Draft[] {
  const { isMeant, isUsed } = unneeded;
  const all = installsOf(run, manager);
  if (all.length === 0) return [];
  const use = { subject, installed: null, instruction: run };
  const places = new Map(run.commands.map((command, at) => [command, at]));
  const removals = lastRemovals(run, manager);
  const installs = all.map(({ command, names }) => {
    const isRemovedBehind = (name: string) => (removals.get(name) ?? -1) > (places.get(command) ?? 0);
    const virtual = virtualName(command);
    const stays = (name: string) => !isRemovedBehind(name) && (virtual === null || !isRemovedBehind(virtual));
    return { command, names: names.filter((name) => isMeant(name, manager) && stays(name) && !isUsed?.(name, use)) };
  });
  const found = foundBy(run, manager, installs, null);
  return found.names.length === 0 ? [] : [draftOf(subject, found, unneeded, null)];
}

const foundBy = (
  instruction: Instruction,
  manager: Installer,
  installs: readonly Install[],
  kept: readonly string[] | null,
): Found => ({
  ...{ manager, instruction, kept },
  installs: installs.filter(({ names }) => names.length > 0),
  names: [...new Set(installs.flatMap(({ names }) => names))],
});

/** One finding for each instruction whose layer has some of them. */
function checkImage(
  subject: LintSubject,
  installed: InstalledPackages,
  manager: Installer,
  unneeded: Unneeded,
): Draft[] {
  const graph = installed.graphOf(manager);
  const layerOf = (each: RelatedPackage) => subject.layers?.[installed.layerOf(each) ?? -1] ?? null;
  const all = graph.packages.filter((each) => {
    const layer = layerOf(each);
    const instruction = layer === null ? null : instructionOf(subject, layer);
    if (instruction === null || each.relations.automatic === true || !isAnyMeant(each, graph, unneeded)) return false;
    return !unneeded.isUsed?.(nameOf(each), { subject, installed, instruction });
  });
  const meant = unneeded.choose?.(all, { subject, installed, manager }) ?? all;
  const kept = new Set(
    [...graph.closure(meant, { wants: true })].flatMap((each) => unneeded.keeps?.(each, graph) ?? []),
  );
  const gone = [...graph.onlyNeededBy(meant, kept)];
  return (subject.layers ?? []).flatMap((layer) => {
    const here = gone.filter((each) => layerOf(each) === layer);
    return here.length === 0
      ? []
      : checkLayer(subject, layer, { installed, manager, unneeded, here, meant: new Set(meant), kept: [...kept] });
  });
}

/** A virtual package of apk's is meant where one of those is that it was made for. */
function isAnyMeant(found: RelatedPackage, graph: PackageGraph, { isMeant }: Unneeded): boolean {
  const isOneMeant = (each: RelatedPackage) => isMeant(nameOf(each), each.manager as Installer);
  if (isOneMeant(found)) return true;
  return found.name.startsWith('.') && found.relations.needs.flat().flatMap(graph.find).some(isOneMeant);
}

/** As a Dockerfile's command has it, when it is read. */
const nameOf = ({ manager, name }: RelatedPackage): string => (manager === 'python' ? normalisedName(name) : name);

interface Gone {
  readonly installed: InstalledPackages;
  readonly manager: Installer;
  readonly unneeded: Unneeded;
  /** What goes of the layer at hand. */
  readonly here: readonly RelatedPackage[];
  /** What goes by its own name. */
  readonly meant: ReadonlySet<RelatedPackage>;
  readonly kept: readonly RelatedPackage[];
}

function checkLayer(subject: LintSubject, layer: LintLayer, gone: Gone): Draft[] {
  const { installed, manager, unneeded, here, meant, kept } = gone;
  const instruction = instructionOf(subject, layer);
  const names = here.filter((each) => meant.has(each)).map(nameOf);
  if (instruction === null || names.length === 0) return [];
  const isNamed = new Set(names);
  const installs = installsOf(instruction, manager).map((install) => ({
    ...install,
    names: install.names.filter((name) => isNamed.has(name) || isNamed.has(virtualName(install.command) ?? '')),
  }));
  const keptHere = kept.filter((each) => installed.layerOf(each) === layer.index && each.relations.automatic === true);
  const found = {
    ...foundBy(instruction, manager, installs, keptHere.map(nameOf)),
    names,
  };
  return [
    draftOf(subject, found, unneeded, {
      claims: here.flatMap(installed.claimsOf),
      evidence: [describePackages(here, installed)],
    }),
  ];
}

function draftOf(
  subject: LintSubject,
  found: Found,
  { message, fix }: Unneeded,
  priced: Pick<Draft, 'claims' | 'evidence'> | null,
): Draft {
  const all = installsOf(found.instruction, found.manager);
  const [install] = found.installs.length > 0 || all.length > 1 ? found.installs : all;
  return {
    message: message(listed(found.names)),
    range: install?.command.range ?? found.instruction.range,
    claims: priced?.claims ?? null,
    evidence: priced?.evidence ?? [],
    fix: fix?.(subject, found) ?? null,
  };
}

/** The first few names, set apart as code. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}
