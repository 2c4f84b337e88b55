import { parseDockerfile } from '../dockerfile/parse.ts';
import { stageChain } from '../dockerfile/stages.ts';
import type { LayerAttribution, Provenance, ProvenanceLayer } from '../model/attribution.ts';
import type { Dockerfile, Instruction, Stage } from '../model/dockerfile.ts';
import type { HistoryEntry, ImageConfig } from '../model/image.ts';
import type { Location } from '../model/measurement.ts';

export interface AttributionInput {
  readonly config: ImageConfig;
  readonly provenance: Provenance | null;
  /** The Dockerfile that the image was built from, with the path to show. */
  readonly dockerfile: Dockerfile | null;
  readonly target: string | null;
  /** Of the image. */
  readonly layerCount: number;
  /** `NAME=value`, for a FROM that names a stage by a variable. */
  readonly buildArgs?: readonly string[];
}

const UNKNOWN: LayerAttribution = { origin: null, instruction: null, location: null, attribution: 'none' };

function locationOf(instruction: Instruction, stage: Stage, file: string): Location {
  const { firstLine, lastLine } = instruction.range;
  return { file, firstLine, lastLine, stage: stage.name ?? String(stage.index) };
}

/** What BuildKit sets without being asked: a FROM may use it. */
function platformArgs({ os, architecture, variant }: ImageConfig): string[] {
  const platform = [os, architecture, ...(variant === null ? [] : [variant])].join('/');
  return [
    `TARGETPLATFORM=${platform}`,
    `TARGETOS=${os}`,
    `TARGETARCH=${architecture}`,
    `TARGETVARIANT=${variant ?? ''}`,
  ];
}

type Place = ProvenanceLayer['places'][number];

/** The instruction that covers a place, and its stage; of several stages, one that the image is built on. */
function findInstruction(
  places: readonly Place[],
  chain: readonly Stage[],
  dockerfile: Dockerfile,
): { instruction: Instruction; stage: Stage } | null {
  const covers = ({ range }: Instruction, place: Place) =>
    range.firstLine <= place.firstLine && place.firstLine <= range.lastLine;
  for (const stage of [...chain, ...dockerfile.stages]) {
    const instruction = stage.instructions.find((candidate) => places.some((place) => covers(candidate, place)));
    if (instruction !== undefined) return { instruction, stage };
  }
  return null;
}

function byProvenance(
  layers: readonly ProvenanceLayer[],
  dockerfile: Dockerfile | null,
  chain: readonly Stage[],
): readonly LayerAttribution[] {
  return layers.map(({ origin, places }) => {
    const found = dockerfile === null ? null : findInstruction(places, chain, dockerfile);
    if (dockerfile === null || found === null)
      return { origin, instruction: null, location: null, attribution: 'provenance' };
    const location = locationOf(found.instruction, found.stage, dockerfile.path);
    return { origin, instruction: found.instruction.text, location, attribution: 'provenance' };
  });
}

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A shell with its options as the front of a command: `/bin/sh -c `, `/bin/bash -o pipefail -c `. */
const SHELL = String.raw`\S*(?:sh|cmd|powershell)(?:\.exe)?(?: +(?:[-/][A-Za-z]\S*|pipefail))*? +(?:-[a-z]*c|/C|-Command) +`;
const SHELL_FRONT = new RegExp(`^${SHELL}`, 'is');
const SHELL_INSIDE = new RegExp(` ${SHELL}`, 'is');

/** `|2 A=x B=y z /bin/sh -c …`: what follows the build arguments; '' where their end cannot be told. */
function withoutBuildArgs(command: string): string {
  const count = /^\|(\d+) /.exec(command)?.[1];
  if (count === undefined) return command;
  const names = [...command.matchAll(/ [A-Za-z_]\w*=/g)];
  const lastName = names[Number(count) - 1];
  const from = count === '0' ? 0 : lastName?.index;
  const shell = from === undefined ? null : SHELL_INSIDE.exec(command.slice(from));
  return from === undefined || shell === null ? '' : command.slice(from + shell.index + 1);
}

/**
 * The instruction that a history entry tells of (`created_by`, image-spec config.md), on one line, without the values of
 * build arguments: BuildKit's `RUN |1 A=b /bin/sh -c … # buildkit`, and the classic builder's, Buildah's and Kaniko's.
 * Null where it tells nothing.
 */
export function instructionOf(createdBy: string): string | null {
  const text = createdBy
    .trim()
    .replace(/\s# buildkit$/, '')
    .trim();
  const metadata = /^(?:\|\d+ .*? )?\S*sh -c #\(nop\)\s+(.*)$/s.exec(text)?.[1];
  if (metadata !== undefined) return folded(metadata) || null;
  const run = /^RUN (.*)$/s.exec(text)?.[1] ?? (/^\|\d+ /.test(text) || SHELL_FRONT.test(text) ? text : null);
  if (run !== null) return folded(`RUN ${withoutBuildArgs(run).replace(SHELL_FRONT, '')}`);
  const argument = /^ARG ([^=\s]+)/.exec(text)?.[1];
  return argument === undefined ? folded(text) || null : `ARG ${argument}`;
}

/** Instructions that always, or may, make a layer; all others make none. */
const MAKES_LAYER: Readonly<Record<string, 'always' | 'may'>> = {
  RUN: 'always',
  COPY: 'always',
  ADD: 'always',
  WORKDIR: 'may',
};

function fitsLayer({ emptyLayer }: HistoryEntry, keyword: string): boolean {
  const makes = MAKES_LAYER[keyword];
  return makes === 'may' || emptyLayer === (makes === undefined);
}

/** A RUN's own text as history has it: what stands behind its flags, or the here-document that is its script. */
function runText(instruction: Instruction, dockerfile: Dockerfile): string {
  if (instruction.form === 'exec') return folded(instruction.words.map(({ text }) => text).join(' '));
  const text = instruction.text
    .split(' ')
    .slice(1 + instruction.flags.length)
    .join(' ');
  if (!/^<<\S+$/.test(text)) return text;
  const { firstLine, lastLine } = instruction.range;
  return folded(
    dockerfile.text
      .split('\n')
      .slice(firstLine, lastLine - 1)
      .join(' '),
  );
}

/** Whether a history entry can be an instruction's. Copied paths may hold variables: they are compared without. */
function agrees(entry: HistoryEntry, instruction: Instruction, dockerfile: Dockerfile): boolean {
  const made = instructionOf(entry.createdBy);
  if (made === null || !fitsLayer(entry, instruction.keyword)) return false;
  if (!made.startsWith(`${instruction.keyword} `) && made !== instruction.keyword) return false;
  if (instruction.keyword !== 'RUN') return true;
  const text = runText(instruction, dockerfile);
  // A here-document of BuildKit's that is not the script itself stands in the entry with its body.
  return text.includes('<<')
    ? made.startsWith(`RUN ${text.slice(0, text.indexOf('<<')).trim()}`)
    : made === `RUN ${text}`;
}

interface Match {
  readonly instruction: Instruction;
  readonly stage: Stage;
}

/**
 * Aligns history and Dockerfile from the end, up to the first disagreement: ONBUILD triggers, or another Dockerfile.
 *
 * @returns for each history entry its instruction; `complete` where the Dockerfile's were all found
 */
function align(
  history: readonly HistoryEntry[],
  dockerfile: Dockerfile,
  chain: readonly Stage[],
): { matches: ReadonlyMap<number, Match>; complete: boolean } {
  const expected = chain.flatMap((stage) =>
    stage.instructions
      .filter(({ keyword }) => keyword !== 'FROM' && keyword !== 'ONBUILD')
      .map((instruction) => ({ instruction, stage })),
  );
  const matches = new Map<number, Match>();
  for (const [distance, match] of expected.toReversed().entries()) {
    const index = history.length - 1 - distance;
    const entry = history[index];
    if (entry === undefined || !agrees(entry, match.instruction, dockerfile)) return { matches, complete: false };
    matches.set(index, match);
  }
  return { matches, complete: true };
}

/** The layers below the Dockerfile's own: those of its FROM. */
function baseAttribution(dockerfile: Dockerfile, chain: readonly Stage[]): LayerAttribution | null {
  const [stage] = chain;
  const from = stage?.instructions[0];
  if (stage === undefined || from === undefined) return null;
  return {
    origin: 'base',
    instruction: from.text,
    location: locationOf(from, stage, dockerfile.path),
    attribution: 'history',
  };
}

function byHistory(
  history: readonly HistoryEntry[],
  layerCount: number,
  dockerfile: Dockerfile | null,
  chain: readonly Stage[],
): readonly LayerAttribution[] {
  const layers = [...history.entries()].filter(([, entry]) => !entry.emptyLayer);
  if (layers.length !== layerCount) return Array.from({ length: layerCount }, () => UNKNOWN);
  const alignment = dockerfile === null || chain.length === 0 ? null : align(history, dockerfile, chain);
  const base = dockerfile !== null && alignment?.complete ? baseAttribution(dockerfile, chain) : null;
  return layers.map(([index, entry]) => {
    const match = alignment?.matches.get(index);
    if (dockerfile !== null && match !== undefined) {
      const location = locationOf(match.instruction, match.stage, dockerfile.path);
      return { origin: 'own', instruction: match.instruction.text, location, attribution: 'history' };
    }
    const instruction = instructionOf(entry.createdBy);
    return base ?? (instruction === null ? UNKNOWN : { ...UNKNOWN, instruction, attribution: 'history' });
  });
}

/**
 * Says of each layer, base first, which Dockerfile instruction made it: by BuildKit's provenance where it covers the
 * image, else by the image's history, which is believed only as far as it agrees with the Dockerfile.
 */
export function attribute(input: AttributionInput): readonly LayerAttribution[] {
  const { config, provenance, target, layerCount, buildArgs = [] } = input;
  const built = provenance?.dockerfile ?? null;
  // What BuildKit built is right about the lines; the given file about the path.
  const isOther = built !== null && built.text !== input.dockerfile?.text;
  const dockerfile = isOther ? parseDockerfile(input.dockerfile?.path ?? built.filename, built.text) : input.dockerfile;
  const chain = dockerfile === null ? [] : stageChain(dockerfile, target, [...platformArgs(config), ...buildArgs]);
  return provenance !== null && provenance.layers.length === layerCount
    ? byProvenance(provenance.layers, dockerfile, chain)
    : byHistory(config.history, layerCount, dockerfile, chain);
}
