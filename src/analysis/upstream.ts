import { type Source, upstreamTracer } from '../dockerfile/upstream.ts';
import { givenVariables } from '../dockerfile/variables.ts';
import type { LayerAttribution } from '../model/attribution.ts';
import type { Dockerfile, Instruction, Stage } from '../model/dockerfile.ts';
import type { BaseImage, Location, Measurement, UpstreamLine } from '../model/measurement.ts';
import { briefSum } from './brief-sum.ts';

export interface UpstreamInput {
  /** The one that the attributions are of. */
  readonly dockerfile: Dockerfile | null;
  readonly attributions: readonly LayerAttribution[];
  /** `NAME=value`, the platform's included; null: the build is not known, and nothing is told. */
  readonly buildArgs: readonly string[] | null;
  readonly bases: readonly BaseImage[] | null;
  /** A short sum of the files that paths of the build context lead to, as COPY takes them; null: not known. */
  readonly sumFiles: (paths: readonly string[]) => Promise<string | null>;
}

/** Lines of so many characters in all are told, then none. */
const mostCharacters = 2 ** 20;
/** What a line takes beside its text, roughly. */
const placeCharacters = 150;

/** The lines that decide what each layer holds (`MeasuredLayer.upstream`), one list for each layer. */
export async function findUpstream(input: UpstreamInput): Promise<readonly (UpstreamLine[] | null)[]> {
  const { attributions, dockerfile, buildArgs } = input;
  const contents = new Map<Instruction, Promise<string | null>>();
  let characters = 0;
  const trace = dockerfile && buildArgs && upstreamTracer(dockerfile, buildArgs);
  const linesOf = async ({ location }: LayerAttribution): Promise<UpstreamLine[] | null> => {
    const made = dockerfile && location && findMade(dockerfile, location);
    const traced = made && trace?.(made.stage, made.instruction);
    if (!dockerfile || !traced) return null;
    characters += traced.reduce((sum, { instruction }) => sum + instruction.text.length + placeCharacters, 0);
    if (characters > mostCharacters) return null;
    const lines: UpstreamLine[] = [];
    for (const { instruction, stage, sources } of traced) {
      // A line of several layers is read once.
      const content = contents.get(instruction) ?? contentOf(sources, input);
      contents.set(instruction, content);
      const location = locationOf(instruction, stage, dockerfile);
      lines.push({ location, instruction: instruction.text, content: await content });
    }
    return lines;
  };
  const found: (UpstreamLine[] | null)[] = [];
  for (const attribution of attributions) found.push(await linesOf(attribution));
  return found;
}

function findMade(
  { stages }: Dockerfile,
  { firstLine, stage: name }: Location,
): { readonly stage: Stage; readonly instruction: Instruction } | null {
  for (const stage of stages.filter((candidate) => nameOf(candidate) === name)) {
    const instruction = stage.instructions.find(({ range }) => range.firstLine === firstLine);
    if (instruction !== undefined) return { stage, instruction };
  }
  return null;
}

const nameOf = ({ name, index }: Stage): string => name ?? String(index);

function locationOf({ range }: Instruction, stage: Stage | null, { path }: Dockerfile): Location {
  const { firstLine, lastLine } = range;
  return { file: path, firstLine, lastLine, stage: stage && nameOf(stage) };
}

/** `UpstreamLine.content` of what a line takes: one word for each source, stages left out; null where one is not known. */
async function contentOf(sources: readonly Source[], input: UpstreamInput): Promise<string | null> {
  const words: string[] = [];
  for (const source of sources) {
    if (source.kind === 'stage') continue;
    const word = await wordOf(source, input);
    if (word === null) return null;
    words.push(word);
  }
  return words.join(' ');
}

async function wordOf(
  source: Exclude<Source, { kind: 'stage' }>,
  { bases, sumFiles }: UpstreamInput,
): Promise<string | null> {
  switch (source.kind) {
    case 'image':
      return source.reference === null ? null : digestsOf(source.reference, bases ?? []);
    case 'context': {
      const sum = source.paths === null ? null : await sumFiles(source.paths);
      return sum === null ? null : `files:${sum}`;
    }
    case 'text':
      return `files:${briefSum(source.text)}`;
  }
}

/** A build for several platforms may take one image under several digests. */
function digestsOf(reference: string, bases: readonly BaseImage[]): string | null {
  const pinned = /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1];
  if (pinned !== undefined) return pinned;
  const name = familiarName(reference);
  const digests = bases.filter((base) => familiarName(base.reference) === name).map(({ digest }) => digest);
  return digests.length === 0 ? null : digests.sort().join(' ');
}

/** `docker.io/library/python` is `python:latest` (distribution/reference, FamiliarString). */
function familiarName(reference: string): string {
  const short = reference.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\/(?=[^/]+$)/, '');
  return /:[^/]+$/.test(short) ? short : `${short}:latest`;
}

/**
 * `Measurement.buildArgs`; of a name that is given twice the last counts, as for buildx.
 *
 * @param buildArgs `NAME=value`; null: not known
 */
export function sumBuildArgs(buildArgs: readonly string[] | null): Measurement['buildArgs'] {
  if (buildArgs === null) return null;
  return Object.fromEntries(Array.from(givenVariables(buildArgs), ([name, value]) => [name, briefSum(name, value)]));
}
