import type Docker from 'dockerode';
import * as z from 'zod';
import { errorText, UserError } from '../errors.ts';
import type {
  Digest,
  HistoryEntry,
  ImageConfig,
  ImageLayer,
  ImageSource,
  ImageStore,
  KnownLayers,
  SourceKind,
} from '../model/image.ts';
import { checkParts, imageOf, knownDownload, marksOf } from './assemble.ts';
import { errorCode } from './error-code.ts';
import { inspectManifests } from './inspect-manifests.ts';
import { MissingImage } from './missing.ts';
import {
  asDigest,
  chooseManifest,
  type Manifest,
  parseConfig,
  parseManifest,
  platformSchema,
  platformText,
  samePlatform,
} from './oci.ts';
import type { Reader, ReadImage, ReadOptions } from './reader.ts';
import { type PushEvent, watchPush } from './reading.ts';
import { readBySave } from './save.ts';
import { openSink, type PresentBlobs, type Sink } from './sink.ts';
import { removeStaleTags } from './stale-tags.ts';

/** An image of a Docker engine. */
export const dockerReader: Reader = {
  kind: 'docker',
  read: (source, options) => readEngine(options.docker(), source, options),
  platforms: (source, options) => enginePlatforms(options.docker(), source),
};

/** An image of Podman, by its service, which speaks the same API. */
export const podmanReader: Reader = {
  kind: 'podman',
  read: (source, options) => readEngine(options.podman(), source, options),
  platforms: (source, options) => enginePlatforms(options.podman(), source),
};

/** Not read at all where every layer is known, else pushed to the sink, else saved. */
async function readEngine(docker: Docker, source: ImageSource, options: ReadOptions): Promise<ReadImage> {
  const [facts, store] = await Promise.all([inspect(docker, source), storeOf(docker)]).catch((error: unknown) =>
    explain(error, source.kind),
  );
  const isWanted = options.platform === null || samePlatform(facts.platform, options.platform);
  const wanted = options.platform ?? facts.platform;
  const known = await options.known(isWanted ? facts.platform : wanted);
  if (isWanted && facts.diffIds.every((diffId) => known.has(diffId))) {
    return await readNothing(docker, source, store, facts, known);
  }
  const wantedOptions = { ...options, platform: wanted };
  if (!facts.tagged || !isLocal(docker)) return await readBySave(docker, source, store, wantedOptions);
  try {
    const layers = facts.diffIds.filter((diffId) => !known.has(diffId)).length;
    return await readByPush(docker, source, store, known, { ...wantedOptions, layers });
  } catch (error) {
    // What is wrong with the image would be so again.
    if (error instanceof UserError) throw error;
    options.log.notice(`The engine could not push to this process, so \`docker save\` is used: ${errorText(error)}`);
    return await readBySave(docker, source, store, wantedOptions);
  }
}

const listedManifests = z.object({
  Manifests: z
    .array(
      z.object({
        Kind: z.string(),
        Available: z.boolean(),
        ImageData: z.object({ Platform: platformSchema }).nullish(),
      }),
    )
    .nullish(),
});

async function enginePlatforms(docker: Docker, source: ImageSource): Promise<readonly (string | null)[]> {
  await inspect(docker, source).catch((error: unknown) => explain(error, source.kind));
  const answer = await inspectManifests(docker, source.reference);
  const listed = listedManifests.safeParse(answer).data?.Manifests ?? [];
  const platforms = listed.flatMap(({ Kind: kind, Available: available, ImageData: data }) =>
    kind === 'image' && available && data != null ? [platformText(data.Platform)] : [],
  );
  return platforms.length === 0 ? [null] : [...new Set(platforms)];
}

interface ImageFacts {
  readonly platform: string;
  readonly os: string;
  readonly architecture: string;
  readonly variant: string | null;
  readonly created: string | null;
  readonly user: string;
  readonly diffIds: readonly Digest[];
  /** Whether the image has a name of its own: without one, taking ours away again would delete it. */
  readonly tagged: boolean;
}

async function inspect(docker: Docker, { kind, reference }: ImageSource): Promise<ImageFacts> {
  const found = await docker
    .getImage(reference)
    .inspect()
    .catch((error: unknown) => {
      if (statusOf(error) !== 404) throw error;
      throw new MissingImage(`The ${wordsOf(kind).name} has no image ${reference}`, {
        hint: `Build or pull it first; \`${kind} image ls\` lists what there is. Sources of other kinds need their prefix.`,
        cause: error,
      });
    });
  const { Os: os, Architecture: architecture } = found;
  const variant = found.Variant || null;
  return {
    platform: platformText({ os, architecture, variant }),
    os,
    architecture,
    variant,
    created: found.Created || null,
    user: found.Config?.User ?? '',
    diffIds: (found.RootFS.Layers ?? []).map((layer) => engineDigest(layer)),
    tagged: (found.RepoTags ?? []).length > 0,
  };
}

function engineDigest(text: string): Digest {
  const digest = asDigest(text);
  if (digest === null)
    throw new UserError(`The engine calls a layer ${JSON.stringify(text)}, which is no SHA-256 digest`);
  return digest;
}

/** The containerd store names its snapshotter's type; the graph drivers have none (moby, daemon/info.go). */
async function storeOf(docker: Docker): Promise<ImageStore> {
  const [{ DriverStatus: status }, { Components: components }] = await Promise.all([docker.info(), docker.version()]);
  if ((components ?? []).some(({ Name: name }) => name === 'Podman Engine')) return 'podman';
  const usesSnapshotter = JSON.stringify(status ?? []).includes('io.containerd.snapshotter.');
  return usesSnapshotter ? 'containerd' : 'classic';
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : null;
}

interface EngineWords {
  readonly name: string;
  /** For a user who may not talk to it. */
  readonly permission: string;
  /** Where none answers. */
  readonly start: string;
}

const dockerWords: EngineWords = {
  name: 'Docker engine',
  permission: 'Add the user to the group `docker`, or run as one that is in it.',
  start: 'Start Docker, or set DOCKER_HOST.',
};

const podmanWords: EngineWords = {
  name: 'Podman service',
  permission: "Set CONTAINER_HOST to the user's own service.",
  start: 'Start it (systemctl --user start podman.socket), or set CONTAINER_HOST.',
};

const wordsOf = (kind: SourceKind): EngineWords => (kind === 'podman' ? podmanWords : dockerWords);

/** An engine that does not answer, in the user's words. */
function explain(error: unknown, kind: SourceKind): never {
  const { name, permission, start } = wordsOf(kind);
  const code = errorCode(error);
  if (code === 'EACCES' || code === 'EPERM') {
    throw new UserError(`This user may not talk to the ${name}: permission denied on its socket`, {
      hint: permission,
      cause: error,
    });
  }
  if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') {
    throw new MissingImage(`No ${name} answers: ${errorText(error)}`, {
      hint: `${start} An image can also be read from a file: docker-archive:FILE, oci-archive:FILE.`,
      cause: error,
    });
  }
  throw error;
}

/** Only an engine on this machine can reach our loopback. */
function isLocal(docker: Docker): boolean {
  const modem: object = docker.modem;
  if ('socketPath' in modem && modem.socketPath) return true;
  if ('protocol' in modem && modem.protocol === 'ssh') return false;
  const host = 'host' in modem ? String(modem.host).replace(/^\w+:\/\//, '') : '';
  return /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);
}

/** Every layer is known: the engine is asked for nothing but words. */
async function readNothing(
  docker: Docker,
  source: ImageSource,
  store: ImageStore,
  facts: ImageFacts,
  known: KnownLayers,
): Promise<ReadImage> {
  const { os, architecture, variant, created, user, diffIds } = facts;
  const history = engineHistory(await docker.getImage(source.reference).history(), diffIds.length);
  const config: ImageConfig = { os, architecture, variant, created, user, diffIds, history };
  const layers = diffIds.flatMap((diffId): ImageLayer[] => {
    const layer = known.get(diffId);
    return layer === undefined ? [] : [{ diffId, ...knownDownload(layer, store), index: layer.index }];
  });
  return { image: imageOf({ source, store, config }, layers), layersRead: 0 };
}

const metadataOnly =
  /^(\/bin\/sh -c #\(nop\) +)?(ARG|CMD|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|SHELL|STOPSIGNAL|USER|VOLUME)\b/;

/**
 * An image's history as its config has it, from the engine's `/history`: newest first there, and without
 * `empty_layer`. An entry with bytes has a layer; of those without, the ones whose instruction makes none are empty.
 * Where that does not come to the number of layers, the history is not known: none.
 */
export function engineHistory(
  entries: readonly { readonly CreatedBy: string; readonly Size: number }[],
  layers: number,
): readonly HistoryEntry[] {
  const history = entries.toReversed().map(({ CreatedBy, Size }) => ({
    createdBy: CreatedBy,
    emptyLayer: Size === 0 && metadataOnly.test(CreatedBy),
  }));
  return history.filter((entry) => !entry.emptyLayer).length === layers ? history : [];
}

async function readByPush(
  docker: Docker,
  source: ImageSource,
  store: ImageStore,
  known: KnownLayers,
  { platform, layers, maxUnpacked, log }: ReadOptions & { readonly platform: string; readonly layers: number },
): Promise<ReadImage> {
  const sink = await openSink(presentBlobs(known, store), maxUnpacked);
  const cleaned = removeStaleTags(docker).catch((error: unknown) =>
    log.debug(`The tags that killed runs left could not be removed: ${errorText(error)}`),
  );
  try {
    await push(docker, source.reference, sink, watchPush(source, layers, log)).catch((error: unknown) => {
      throw sink.refused() ?? error;
    });
    return joinPushed(sink, source, store, known, platform);
  } finally {
    await cleaned;
    await sink.close();
  }
}

/**
 * What need not be sent. Podman compresses anew for every registry, and asks for the uncompressed layer first; what it is
 * answered then stands in its manifest.
 */
function presentBlobs(known: KnownLayers, store: ImageStore): PresentBlobs {
  const present = new Map<Digest, number>();
  for (const { diffId, digest, downloadBytes } of known.values()) {
    if (store === 'podman') present.set(diffId, downloadBytes ?? 0);
    else if (digest !== null && downloadBytes !== null) present.set(digest, downloadBytes);
  }
  return present;
}

/** Docker takes loopback for granted to be plain HTTP; Podman has to be told. */
const pushOptions = { authconfig: {}, tlsVerify: false };

/** What the engine did not do, which another way out of it may mend; a UserError is about the image. */
const notPushed = (what: string) => new Error(`it pushed no ${what}`);

/** Tags the image with the sink's name, pushes it, and takes the tag away again, whatever came of it. */
async function push(docker: Docker, reference: string, sink: Sink, watch: (event: PushEvent) => void): Promise<void> {
  const { repository, tag } = sink;
  await docker.getImage(reference).tag({ repo: repository, tag });
  const ours = docker.getImage(`${repository}:${tag}`);
  try {
    const progress = await ours.push(pushOptions);
    await new Promise<void>((resolve, reject) => {
      const finish = (error: Error | null, events: readonly { error?: string }[]) => {
        const failed = events.find((event) => event.error !== undefined);
        if (error !== null) reject(error);
        else if (failed?.error !== undefined) reject(new Error(failed.error));
        else resolve();
      };
      docker.modem.followProgress(progress, finish, watch);
    });
  } finally {
    await ours.remove({ noprune: true });
  }
}

function joinPushed(
  sink: Sink,
  source: ImageSource,
  store: ImageStore,
  known: KnownLayers,
  platform: string,
): ReadImage {
  const manifest = pushedManifest(sink, platform);
  const config = parseConfig(pushedConfig(sink, manifest.config.digest), `The config of ${source.reference}`);
  checkParts(config, manifest.layers.length, platform, source);
  const read = new Set<Digest>();
  const layers = manifest.layers.map(({ digest, size }, position): ImageLayer => {
    const diffId = config.diffIds[position];
    if (diffId === undefined) throw notPushed(`diffID of layer ${digest}`);
    const received = sink.received.get(digest);
    if (received?.kind === 'layer') {
      const { index, marks } = received.layer;
      if (index.diffId !== diffId) throw new UserError(`Layer ${digest} unpacks to ${index.diffId}, not to ${diffId}`);
      // What the engine sent unasked is no news.
      if (!known.has(diffId)) read.add(diffId);
      return { diffId, digest, downloadBytes: size, marks, index };
    }
    const before = known.get(diffId);
    if (before === undefined) throw notPushed(`layer ${digest}`);
    const download =
      store === 'podman'
        ? knownDownload(before, store)
        : { digest, downloadBytes: size, marks: marksOf(digest, before) };
    return { diffId, ...download, index: before.index };
  });
  return { image: imageOf({ source, store, config }, layers), layersRead: read.size };
}

function pushedManifest(sink: Sink, platform: string | null): Manifest & { readonly kind: 'image' } {
  const tagged = sink.tagged();
  if (tagged === null) throw notPushed('manifest');
  const manifest = parseManifest(tagged, 'The pushed manifest');
  if (manifest.kind === 'image') return manifest;
  const held = (digest: Digest) => sink.manifests.has(digest);
  const { digest } = chooseManifest(manifest.manifests, platform, held, 'The pushed index');
  const chosen = parseManifest(sink.manifests.get(digest) ?? Buffer.alloc(0), `The pushed manifest ${digest}`);
  if (chosen.kind === 'index') throw notPushed('manifest, but an index within an index');
  return chosen;
}

function pushedConfig(sink: Sink, digest: Digest): Buffer {
  const received = sink.received.get(digest);
  if (received?.kind !== 'document' || received.bytes === null) throw notPushed(`config ${digest}`);
  return received.bytes;
}
