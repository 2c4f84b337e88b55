import { resolve } from 'node:path';
import * as z from 'zod';
import { errorText } from '../errors.ts';
import type { BuildDefinition, Provenance } from '../model/attribution.ts';
import type { ImageIdentity } from '../model/identity.ts';
import type { Exec, Log } from '../seams.ts';
import { isRemoteContext } from './files.ts';
import { parseProvenance } from './provenance.ts';

/** A build that another step ran, as its builder remembers it. */
export interface EarlierBuild extends BuildDefinition {
  readonly provenance: Provenance & { readonly dockerfile: NonNullable<Provenance['dockerfile']> };
  /** What it was built from, absolute; null where that was not this machine's. */
  readonly files: { readonly context: string; readonly file: string } | null;
}

export interface SearchOptions {
  readonly exec: Exec;
  readonly log: Log;
  readonly workingDirectory: string;
}

/** An image can be weighed without: the builder is not waited for any longer. In milliseconds. */
const LONGEST_SEARCH = 5_000;
/** Records that are looked at, each by a process of its own. */
const MOST_CANDIDATES = 4;
/** The engine's own builder, which `docker build` uses whatever builder buildx is set to. */
const ENGINE_BUILDER = 'default';

/**
 * Finds the build that made an image in the history of the builder (`docker buildx history`, buildx 0.20 and newer).
 * Only a record that names one of the image's digests among its results is believed.
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
  const current = await inspectCurrent(options);
  const builders = current.driver === 'docker' ? [current] : [current, engineBuilder];
  for (const builder of builders.filter(({ isRunning }) => isRunning)) {
    const found = await searchBuilder(builder, image, options).catch((thrown: unknown) => {
      options.log.debug(`The history of the builder ${builder.name} cannot be read: ${errorText(thrown)}`);
      return null;
    });
    if (found !== null) return found;
  }
  options.log.debug('No build in the history of the builder made this image.');
  return null;
}

/** What a command of buildx prints. */
async function ask(args: readonly string[], { exec, workingDirectory, ended }: Search): Promise<string> {
  ended.throwIfAborted();
  const { exitCode, stdout, stderr } = await exec('docker', ['buildx', ...args], { cwd: workingDirectory });
  if (exitCode !== 0) throw new Error(stderr.trim() || `exit code ${exitCode}`);
  return stdout;
}

interface HistoryBuilder {
  readonly name: string;
  readonly driver: string;
  /** One that does not run would be started by the question for its history. */
  readonly isRunning: boolean;
}

const engineBuilder: HistoryBuilder = { name: ENGINE_BUILDER, driver: 'docker', isRunning: true };

async function inspectCurrent(options: Search): Promise<HistoryBuilder> {
  const inspected = await ask(['inspect'], options);
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(\\S+)`, 'm').exec(inspected)?.[1] ?? '';
  return { name: field('Name'), driver: field('Driver'), isRunning: field('Status') === 'running' };
}

async function searchBuilder(
  builder: HistoryBuilder,
  image: ImageIdentity,
  options: Search,
): Promise<EarlierBuild | null> {
  const history = ['history', '--builder', builder.name] as const;
  const records = parseRecords(await ask([...history, 'ls', '--format', 'json'], options));
  for (const { ref } of candidates(records, image.times)) {
    const inspect = [...history, 'inspect'] as const;
    const record = recordDetails.parse(JSON.parse(await ask([...inspect, '--format', 'json', ref], options)));
    const read = async (digest: string): Promise<unknown> =>
      JSON.parse(await ask([...inspect, 'attachment', ref, digest], options));
    if (await isResult(image, record.Attachments, builder, read))
      return await earlierBuild(image, record, read, options);
  }
  return null;
}

/** A line of `docker buildx history ls --format json` (buildx, commands/history/ls.go). */
const listedRecord = z.object({
  ref: z.string(),
  status: z.literal('Completed'),
  created_at: z.string(),
  completed_at: z.string(),
});

interface BuildRecord {
  /** Without the builder's and the node's name. */
  readonly ref: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly completed: number;
}

function parseRecords(lines: string): readonly BuildRecord[] {
  return lines.split('\n').flatMap((line) => {
    const record = line === '' ? undefined : listedRecord.safeParse(JSON.parse(line)).data;
    if (record === undefined) return [];
    const ref = record.ref.slice(record.ref.lastIndexOf('/') + 1);
    const [started, completed] = [Date.parse(record.created_at), Date.parse(record.completed_at)];
    return /^\w+$/.test(ref) ? [{ ref, started, completed }] : [];
  });
}

/** The records worth a look: what ran when the image was named or made; then, as its name may be younger, the latest. */
function candidates(records: readonly BuildRecord[], times: readonly string[]): readonly BuildRecord[] {
  const latestFirst = records.toSorted((a, b) => b.completed - a.completed);
  const during = times.flatMap((time) => {
    const at = Date.parse(time);
    return latestFirst.filter(({ started, completed }) => started <= at && at <= completed);
  });
  return [...new Set([...during, ...latestFirst])].slice(0, MOST_CANDIDATES);
}

const pairs = z
  .array(z.object({ Name: z.string(), Value: z.string().default('') }))
  .nullish()
  .transform((all) => all ?? []);

/** `docker buildx history inspect --format json` (buildx, commands/history/inspect.go); what is empty is left out there. */
const recordDetails = z.object({
  Context: z.string().default(''),
  Dockerfile: z.string().default(''),
  Target: z.string().nullish(),
  BuildArgs: pairs,
  Attachments: z
    .array(z.object({ Digest: z.string(), Platform: z.string().nullish(), Type: z.string() }))
    .nullish()
    .transform((all) => all ?? []),
});
type RecordDetails = z.infer<typeof recordDetails>;
type Attachment = RecordDetails['Attachments'][number];

type ReadAttachment = (digest: string) => Promise<unknown>;

/**
 * Whether the image is what a record's build made. An image that a builder of its own loaded into the classic store is
 * there by its config alone, which the manifest in the record names.
 */
async function isResult(
  { digests }: ImageIdentity,
  attachments: readonly Attachment[],
  { driver }: HistoryBuilder,
  read: ReadAttachment,
): Promise<boolean> {
  const isOurs = (digest: string) => digests.some((ours) => ours === digest);
  if (attachments.some(({ Digest }) => isOurs(Digest))) return true;
  if (driver === 'docker') return false;
  for (const { Digest } of attachments.filter(({ Type }) => /\.(?:image\.)?manifest\.v\d\+json$/.test(Type))) {
    const manifest = manifestConfig.safeParse(await read(Digest)).data;
    if (manifest !== undefined && isOurs(manifest.config.digest)) return true;
  }
  return false;
}

const manifestConfig = z.object({ config: z.object({ digest: z.string() }) });

async function earlierBuild(
  { platform, layerCount }: ImageIdentity,
  { Context, Dockerfile, Target, BuildArgs, Attachments }: RecordDetails,
  read: ReadAttachment,
  { workingDirectory }: Search,
): Promise<EarlierBuild | null> {
  const digest = provenanceOf(platform, Attachments);
  const provenance = digest === null ? null : parseProvenance(await read(digest), layerCount);
  if (provenance === null || provenance.dockerfile === null) return null;
  const context = Context === '' || isRemoteContext(Context) ? null : resolve(workingDirectory, Context);
  return {
    provenance: { ...provenance, dockerfile: provenance.dockerfile },
    target: Target ?? null,
    buildArgs: BuildArgs.map(({ Name, Value }) => `${Name}=${Value}`),
    files: context === null ? null : { context, file: resolve(context, Dockerfile || 'Dockerfile') },
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
