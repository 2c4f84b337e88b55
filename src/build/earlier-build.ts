import { resolve } from 'node:path';
import * as z from 'zod';
import { errorText } from '../errors.ts';
import type { BuildDefinition, Provenance } from '../model/attribution.ts';
import type { ImageIdentity } from '../model/identity.ts';
import type { Environment, Exec, Log } from '../seams.ts';
import { type BuildReference, listBuilds } from './build-references.ts';
import { isRemoteContext } from './files.ts';
import type { Program } from './program.ts';
import { parseProvenance } from './provenance.ts';

/** A build that another step ran, as its builder remembers it. */
export interface EarlierBuild extends BuildDefinition {
  readonly buildArgs: readonly string[];
  readonly provenance: Provenance & { readonly dockerfile: NonNullable<Provenance['dockerfile']> };
  /** What it was built from, absolute. A remote context (a git repository) is taken to be checked out here. */
  readonly files: { readonly context: string; readonly file: string; readonly isRemote: boolean };
}

export interface SearchOptions {
  readonly exec: Exec;
  readonly log: Log;
  readonly environment: Environment;
  readonly workingDirectory: string;
  readonly buildx: Program;
}

/** An image can be weighed without: the builder is not waited for any longer. In milliseconds. */
const LONGEST_SEARCH = 10_000;
/** Builds that the builder is asked about, each by a process of its own. */
const MOST_CANDIDATES = 4;

/**
 * Finds the build that made an image in the history of its builder (`docker buildx history inspect`, buildx 0.20 and
 * newer). Only a build that names one of the image's digests among its results is believed.
 *
 * Which builds there were, buildx's own notes tell: to let the builder list them can crash a BuildKit before 0.29, and
 * the engine that it is part of (moby/buildkit#6614). To ask for one build is safe.
 *
 * @returns null where there is none, or where the builder does not tell; never rejects
 */
export async function findEarlierBuild(image: ImageIdentity, options: SearchOptions): Promise<EarlierBuild | null> {
  const ended = AbortSignal.timeout(LONGEST_SEARCH);
  const late = new Promise<never>((_, reject) => {
    ended.addEventListener('abort', () => reject(new Error('the builder did not answer in time')));
  });
  try {
    return await Promise.race([search(image, { ...options, ended }), late]);
  } catch (thrown) {
    options.log.debug(`The build of this image was not found: ${errorText(thrown)}`);
    return null;
  }
}

interface Search extends SearchOptions {
  readonly ended: AbortSignal;
}

async function search(image: ImageIdentity, options: Search): Promise<EarlierBuild | null> {
  const references = await listBuilds(options.environment);
  for (const reference of candidates(references, image.times)) {
    const found = await searchRecord(reference, image, options).catch((thrown: unknown) => {
      options.log.debug(`The builder does not tell about the build ${reference.id}: ${errorText(thrown)}`);
      return null;
    });
    if (found !== null) return found;
  }
  options.log.debug('No build that the builder remembers made this image.');
  return null;
}

/** The builds worth a question: the last that began before the image was named, or made; then the latest of all. */
function candidates(references: readonly BuildReference[], times: readonly string[]): readonly BuildReference[] {
  const latestFirst = references.toSorted((a, b) => b.started - a.started);
  const before = times.flatMap((time) =>
    latestFirst.filter(({ started }) => started <= Date.parse(time)).slice(0, MOST_CANDIDATES / 2),
  );
  return [...new Set([...before, ...latestFirst])].slice(0, MOST_CANDIDATES);
}

async function searchRecord(
  { builder, id }: BuildReference,
  image: ImageIdentity,
  options: Search,
): Promise<EarlierBuild | null> {
  const ask = async (args: readonly string[]): Promise<unknown> => {
    options.ended.throwIfAborted();
    const [program, ...first] = options.buildx;
    const command = [...first, 'history', '--builder', builder, 'inspect', ...args];
    const { exitCode, stdout, stderr } = await options.exec(program, command, { cwd: options.workingDirectory });
    if (exitCode !== 0) throw new Error(stderr.trim() || `exit code ${exitCode}`);
    return JSON.parse(stdout);
  };
  const record = buildRecord.parse(await ask(['--format', 'json', id]));
  const read = (digest: string) => ask(['attachment', id, digest]);
  return (await isResult(image, record.Attachments, read)) ? await earlierBuild(image, record, read, options) : null;
}

const pairs = z
  .array(z.object({ Name: z.string(), Value: z.string().default('') }))
  .nullish()
  .transform((all) => all ?? []);

/** `docker buildx history inspect --format json` (buildx, commands/history/inspect.go); what is empty is left out there. */
const buildRecord = z.object({
  Context: z.string().default(''),
  Dockerfile: z.string().default(''),
  Target: z.string().nullish(),
  BuildArgs: pairs,
  Attachments: z
    .array(z.object({ Digest: z.string(), Platform: z.string().nullish(), Type: z.string() }))
    .nullish()
    .transform((all) => all ?? []),
});
type BuildRecord = z.infer<typeof buildRecord>;
type Attachment = BuildRecord['Attachments'][number];

type ReadAttachment = (digest: string) => Promise<unknown>;

/**
 * Whether the image is what a record's build made. What a builder of its own loads into the classic store is there by
 * its config alone, which the manifest in the record names.
 */
async function isResult(
  { digests }: ImageIdentity,
  attachments: readonly Attachment[],
  read: ReadAttachment,
): Promise<boolean> {
  const isOurs = (digest: string) => digests.some((ours) => ours === digest);
  if (attachments.some(({ Digest }) => isOurs(Digest))) return true;
  for (const { Digest } of attachments.filter(({ Type }) => /\.manifest\.v\d\+json$/.test(Type))) {
    const manifest = manifestConfig.safeParse(await read(Digest)).data;
    if (manifest !== undefined && isOurs(manifest.config.digest)) return true;
  }
  return false;
}

const manifestConfig = z.object({ config: z.object({ digest: z.string() }) });

async function earlierBuild(
  { platform, layerCount }: ImageIdentity,
  { Context, Dockerfile, Target, BuildArgs, Attachments }: BuildRecord,
  read: ReadAttachment,
  { workingDirectory }: Search,
): Promise<EarlierBuild | null> {
  const digest = provenanceOf(platform, Attachments);
  const provenance = digest === null ? null : parseProvenance(await read(digest), layerCount);
  if (provenance === null || provenance.dockerfile === null) return null;
  const isRemote = Context === '' || isRemoteContext(Context);
  const context = resolve(workingDirectory, isRemote ? '.' : Context);
  return {
    provenance: { ...provenance, dockerfile: provenance.dockerfile },
    target: Target ?? null,
    buildArgs: BuildArgs.map(({ Name, Value }) => `${Name}=${Value}`),
    files: { context, file: resolve(context, Dockerfile || 'Dockerfile'), isRemote },
  };
}

/** The digest of the provenance for a platform; of a build for one platform it may name none. */
function provenanceOf(platform: string, attachments: readonly Attachment[]): string | null {
  const all = attachments.filter(({ Type }) => Type.startsWith('https://slsa.dev/provenance/'));
  const named = all.find(({ Platform }) => Platform != null && normalised(Platform) === normalised(platform));
  const [only, ...others] = all;
  const unnamed = others.length === 0 && !only?.Platform ? only : undefined;
  return (named ?? unnamed)?.Digest ?? null;
}

/** As containerd writes a platform (platforms, normalizeArch): buildx does so, an engine need not. */
const normalised = (platform: string): string =>
  platform.replace(/^linux\/arm64\/v8$/, 'linux/arm64').replace(/^linux\/arm$/, 'linux/arm/v7');
