import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { attribute, platformArgs } from './analysis/attribution.ts';
import { type FileSystem, overlay } from './analysis/filesystem.ts';
import { measure } from './analysis/measure.ts';
import { findUpstream, sumBuildArgs } from './analysis/upstream.ts';
import { buildImage, buildRedactor, removeTag } from './build/buildx.ts';
import { contextSums } from './build/context-sums.ts';
import { readBuildFiles } from './build/files.ts';
import { findBuildx } from './build/program.ts';
import { givenBuildArgs } from './build/secrets.ts';
import { parseDockerfile } from './dockerfile/parse.ts';
import { listPlatforms, readFirst } from './image/read.ts';
import { isPath, parseSource, type SourceCandidates, sniffPath } from './image/source.ts';
import type { LintContext } from './lint/subject.ts';
import { findMaking, type Making } from './making.ts';
import type { BuildDefinition, LayerAttribution } from './model/attribution.ts';
import type { Dockerfile } from './model/dockerfile.ts';
import type { Image, ImageSource, KnownLayers } from './model/image.ts';
import type { MeasuredLayer, Measurement } from './model/measurement.ts';
import type { Subject } from './model/settings.ts';
import type { Seams } from './seams.ts';
import { platformOf } from './settings/resolve.ts';

/** What is to be weighed, and what it is called. */
export interface Weighable {
  readonly subject: Subject;
  readonly name: string;
  readonly commit: string | null;
  /** Absolute. */
  readonly workingDirectory: string;
  /** The repository's root, absolute: paths are shown from there. */
  readonly root: string;
  readonly known: (platform: string) => Promise<KnownLayers>;
  /** What a layer may unpack to, in bytes; null: the readers' own bound. */
  readonly maxUnpacked: number | null;
}

/** An image, taken apart: everything that compare and lint need. */
export interface Weighed {
  readonly measurement: Measurement;
  readonly image: Image;
  /** One for each layer. */
  readonly attributions: readonly LayerAttribution[];
  readonly fileSystem: FileSystem;
  readonly dockerfile: Dockerfile | null;
  readonly definition: BuildDefinition;
  readonly context: LintContext | null;
}

/** Builds or finds an image, reads what is not known of it, and weighs it. Cleans up behind itself. */
export const weigh = (weighable: Weighable, seams: Seams): Promise<Weighed> =>
  weighAnd(weighable, seams, (weighed) => weighed);

/**
 * The same, and goes on with what was weighed while it is cleaned up behind: once an image is read its name is not needed
 * any more, and an engine of containerd's store takes 0.2 s to take it away.
 */
export async function weighAnd<T>(
  weighable: Weighable,
  seams: Seams,
  goOn: (weighed: Weighed) => T | Promise<T>,
): Promise<T> {
  const obtained = await obtain(weighable, seams);
  let released = Promise.resolve();
  try {
    const image = await read(obtained.sources, weighable, seams).finally(() => {
      released = obtained.release();
      // Told by the wait for it below.
      released.catch(() => undefined);
    });
    await requestsSent();
    // Before `making` is waited for: its processes work meanwhile.
    const fileSystem = overlay(image.layers.map(({ index }) => index));
    const making = await obtained.making;
    const dockerfile = dockerfileOf(making);
    const attributions = attributionsOf(image, dockerfile, making);
    const { name, commit } = weighable;
    const { build } = obtained;
    const { definition, files, provenance } = making;
    const measurement = measure({
      ...{ image, attributions, fileSystem, name, commit, created: seams.clock(), build },
      upstream: await upstreamOf(image, dockerfile, attributions, making),
      bases: provenance && [...provenance.bases],
      buildArgs: sumBuildArgs(definition.buildArgs),
    });
    return await goOn({ measurement, image, attributions, fileSystem, dockerfile, definition, context: files.context });
  } finally {
    await released;
  }
}

/** What comes next takes the processor: a turn for a connection before that, and one for its request. */
async function requestsSent(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

interface Obtained {
  readonly sources: SourceCandidates;
  /** Never rejects; looked up while the image is read. */
  readonly making: Promise<Making>;
  /** What the build took; null where there was none. */
  readonly build: Measurement['build'];
  /** Takes away what was only made to be read. */
  readonly release: () => Promise<void>;
}

async function obtain({ subject, name, workingDirectory, root }: Weighable, seams: Seams): Promise<Obtained> {
  if (subject.kind === 'image') {
    const sources = await candidatesOf(subject.reference, workingDirectory);
    const making = findMaking(sources, { subject, workingDirectory, root }, seams);
    return { sources, making, build: null, release: async () => {} };
  }
  const { context, file } = subject.build;
  const files = await readBuildFiles({ context, file, workingDirectory, root });
  const buildx = await findBuildx(seams.environment);
  const options = { ...seams, buildx, name, workingDirectory, dockerfile: files.dockerfilePath };
  const redact = await buildRedactor(subject.build, options);
  const { image, ownTag, provenance, figures } = await buildImage(subject.build, options);
  const source: ImageSource =
    image.kind === 'engine'
      ? { kind: 'docker', reference: image.reference }
      : { kind: 'oci-dir', reference: image.path };
  const release = async () => {
    if (ownTag !== null) await removeTag(ownTag, seams.docker(), seams.log);
    if (image.kind === 'oci-dir') await rm(image.path, { recursive: true, force: true });
  };
  const definition = { target: subject.build.target, buildArgs: givenBuildArgs(subject.build, seams.environment) };
  const making = Promise.resolve({ files, provenance, definition, redact });
  return { sources: [source], making, build: figures, release };
}

/** BuildKit's own copy is what was built; the file's path is what the user knows. */
function dockerfileOf({ files: { dockerfilePath, dockerfileText }, provenance }: Making): Dockerfile | null {
  const text = provenance?.dockerfile?.text ?? dockerfileText;
  return text === null ? null : parseDockerfile(dockerfilePath, text);
}

async function read(sources: SourceCandidates, weighable: Weighable, seams: Seams): Promise<Image> {
  const { subject, known, workingDirectory, maxUnpacked } = weighable;
  const [{ reference }] = sources;
  const platform = platformOf(subject);
  const { image, layersRead } = await readFirst(locate(sources, workingDirectory), {
    ...seams,
    known,
    platform,
    maxUnpacked,
  }).finally(() => seams.log.progress?.(null));
  seams.log.info(`Read ${layersRead} of ${image.layers.length} layers of ${reference}`);
  // Where the file lies on this machine is nobody's business.
  return { ...image, source: { ...image.source, reference } };
}

function locate([first, ...others]: SourceCandidates, workingDirectory: string): SourceCandidates {
  const absolute = (source: ImageSource): ImageSource =>
    isPath(source.kind) ? { ...source, reference: resolve(workingDirectory, source.reference) } : source;
  return [absolute(first), ...others.map(absolute)];
}

/** The platforms that an image is there for; null is the one of an image that has no choice. */
export async function platformsOf(
  reference: string,
  workingDirectory: string,
  seams: Seams,
): Promise<readonly (string | null)[]> {
  const sources = await candidatesOf(reference, workingDirectory);
  return await listPlatforms(locate(sources, workingDirectory), {
    ...seams,
    known: async () => new Map(),
    platform: null,
    maxUnpacked: null,
  });
}

const candidatesOf = (reference: string, workingDirectory: string): Promise<SourceCandidates> =>
  parseSource(reference, { sniff: (path) => sniffPath(resolve(workingDirectory, path)) });

function attributionsOf(
  { config, layers }: Image,
  dockerfile: Dockerfile | null,
  { provenance, definition, redact }: Making,
): readonly LayerAttribution[] {
  const { target, buildArgs } = definition;
  const found = attribute({ config, provenance, dockerfile, target, layerCount: layers.length, buildArgs });
  // What stands in the Dockerfile is no secret; what the history says of it holds the values that went in.
  return found.map((of) =>
    of.location === null && of.instruction !== null ? { ...of, instruction: redact(of.instruction) } : of,
  );
}

function upstreamOf(
  { config }: Image,
  dockerfile: Dockerfile | null,
  attributions: readonly LayerAttribution[],
  { definition: { buildArgs }, provenance, files: { places } }: Making,
): Promise<readonly MeasuredLayer['upstream'][]> {
  return findUpstream({
    ...{ dockerfile, attributions },
    buildArgs: buildArgs && [...platformArgs(config), ...buildArgs],
    bases: provenance?.bases ?? null,
    sumFiles: places === null ? async () => null : contextSums(places),
  });
}
