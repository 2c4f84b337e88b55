import type { Dockerfile, Instruction, Stage } from '../model/dockerfile.ts';
import type { DownloadSize, Entry, ImageLayer } from '../model/image.ts';
import type { Location } from '../model/measurement.ts';
import type { InstalledPackages } from './packages.ts';

/** A regular file that a later layer hides. */
export interface HiddenFile {
  readonly entry: Entry;
  /** Index of the layer that hides it. */
  readonly by: number;
  /** `metadata`: written again with the same content. */
  readonly how: 'deleted' | 'modified' | 'metadata';
}

/** A file that a layer wrote again with the content that it had below. */
export interface RewrittenFile {
  readonly entry: Entry;
  readonly ownerChanged: boolean;
  readonly modeChanged: boolean;
}

/** One layer as the rules see it. Paths are bytes as latin1, as in the index. */
export interface LintLayer {
  readonly index: number;
  readonly origin: 'base' | 'own' | null;
  readonly location: Location | null;
  readonly diskBytes: number;
  readonly downloadBytes: number | null;
  readonly marks: ImageLayer['marks'];
  /** All that its tar has, in its order. */
  readonly entries: readonly Entry[];
  /** Regular files that are still there at the end. */
  readonly live: readonly Entry[];
  /** The names of a live file, where that is not its own path alone (hard links). */
  readonly names: ReadonlyMap<Entry, readonly string[]>;
  readonly hidden: readonly HiddenFile[];
  readonly rewritten: readonly RewrittenFile[];
}

/** The build context as far as a rule needs it. */
export interface LintContext {
  /** The file that says what the context leaves out, as shown to the user; without one, where it belongs. */
  readonly ignoreFile: string;
  /** What it says; null: there is none. */
  readonly ignoreText: string | null;
}

/** The image of a registry that the target is built on. */
export interface LintBase {
  /** As FROM names it, its variables filled in. */
  readonly image: string;
  /** Of it and of what could take its place, by their names; what is not known is not there. */
  readonly sizes: ReadonlyMap<string, DownloadSize>;
}

/** What the rules look at. */
export interface LintSubject {
  readonly dockerfile: Dockerfile;
  /** The target's stages by FROM, the base-most first. What other stages leave behind costs nothing. */
  readonly chain: readonly Stage[];
  /** Null: no image at hand, so nothing has a price. */
  readonly layers: readonly LintLayer[] | null;
  /** Looked up when a rule first asks. Null: no image at hand, or what it tells of packages was not read. */
  readonly packages: () => InstalledPackages | null;
  /** Null: not on this machine (a git or an HTTP context). */
  readonly context: LintContext | null;
  /** What one layer may take on disk; unless given, there is no limit. */
  readonly maxLayerBytes?: number | null;
  /** Null: scratch, or a build argument that is not known names it. */
  readonly base: LintBase | null;
  /** Who the image runs as, as its config has it: '' is root. Null: no image at hand. */
  readonly user: string | null;
}

export const instructionsOf = (subject: LintSubject, keyword: string): Instruction[] =>
  subject.chain.flatMap((stage) => stage.instructions.filter((instruction) => instruction.keyword === keyword));

/** The layer that `instruction` made; null without an image, or where it made none that we know of. */
export function layerOf(subject: LintSubject, instruction: Instruction): LintLayer | null {
  const { firstLine } = instruction.range;
  const made = ({ origin, location }: LintLayer) => origin !== 'base' && location?.firstLine === firstLine;
  return subject.layers?.find(made) ?? null;
}

/** The instruction of the linted file that made `layer`; null where that is not known, and for the base image's. */
export function instructionOf(subject: LintSubject, { origin, location }: LintLayer): Instruction | null {
  if (location === null || origin === 'base') return null;
  const instructions = subject.chain.flatMap((stage) => stage.instructions);
  return instructions.find(({ range }) => range.firstLine === location.firstLine) ?? null;
}

/** `Dockerfile:4`, or `layer 3` where its line is not known. */
export const placeOf = ({ location, index }: LintLayer): string =>
  location === null ? `layer ${index + 1}` : `${location.file}:${location.firstLine}`;
