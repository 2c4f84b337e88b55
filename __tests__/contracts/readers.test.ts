import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Docker from 'dockerode';
import { overlay } from '../../src/analysis/filesystem.ts';
import { listPlatforms, readImage } from '../../src/image/read.ts';
import type { ReadImage } from '../../src/image/reader.ts';
import { readers } from '../../src/image/readers.ts';
import { isPath } from '../../src/image/source.ts';
import type { Image, ImageSource, ImageStore, KnownLayer, KnownLayers } from '../../src/model/image.ts';
import {
  deleteFromRegistry,
  describeWithEngine,
  describeWithEngines,
  docker,
  type Engine,
  hasProgram,
  itLacks,
  programNeed,
  registryHost,
  removeImages,
  uniqueImage,
} from '../support/engines.ts';
import { type Podman, startPodman } from '../support/podman.ts';
import { type LayerRows, layersByPython, layersOf } from '../support/python-layers.ts';
import { readOptions, recordingLog } from '../support/read-options.ts';
import { smallRoot } from '../support/small-root.ts';
import { sha256 } from '../support/tars.ts';

jest.setTimeout(180_000);
const run = promisify(execFile);

/** Thousands of files, deletions, an opaque directory, rewrites, links, a name that is not UTF-8, a long one, an empty layer. */
const dockerfile = String.raw`${smallRoot}RUN mkdir /many && cd /many && for name in $(seq 3000); do echo $name >$name; done
RUN mkdir -p /app/data && head -c 100000 /dev/zero >/app/data/a && echo b >/app/data/b && ln /app/data/a /app/a
RUN printf x >"/app/$(printf '\377')" && printf y >"/app/$(printf '\376')" && mkdir -p "/app/$(printf 'd%.0s' $(seq 90))/ä"
RUN chown 7:7 /app/data/b && rm /app/a
RUN rm -rf /app/data && mkdir /app/data && echo c >/app/data/c
RUN rm -rf /many && echo gone >/many
RUN true
COPY . /copied/
`;

const sums = (layers: readonly LayerRows[]) =>
  layers.map(({ diffId, diskBytes, files, entries }) => [diffId, diskBytes, files, entries.length]);
const weigh = (image: Image) => sums(layersOf(image));

/** Every entry of every layer, as one hash for each: thousands are compared at once. */
const fingerprints = (layers: readonly LayerRows[]) =>
  layers.map(({ entries }) => sha256(Buffer.from(JSON.stringify(entries))));

const knownOf = ({ layers, store }: Image): KnownLayers =>
  new Map(layers.map((layer): [KnownLayer['diffId'], KnownLayer] => [layer.diffId, { ...layer, store }]));

const hasPodman = hasProgram('podman');
const hasSkopeo = hasProgram('skopeo');

/** The program that a source needs and that is not here; null where there is none. */
function missingProgram({ kind, reference }: ImageSource): string | null {
  if (kind === 'podman' && !hasPodman) return 'podman';
  return reference.startsWith('skopeo') && !hasSkopeo ? 'skopeo' : null;
}

function storeOf({ kind }: ImageSource, engine: Engine): ImageStore | null {
  if (kind === 'docker') return engine.store;
  return kind === 'podman' ? 'podman' : null;
}

const outcomes = new Map<string, unknown>();

describeWithEngines('every reader', (engine: Engine) => {
  const name = uniqueImage('readers');
  const changed = uniqueImage('readers');
  const { log, notices } = recordingLog();
  let folder = '';
  let untagged = '';
  let reference: ReadImage;
  let expected: readonly LayerRows[];
  let podman: Podman | null = null;

  const read = async (source: ImageSource, known: KnownLayers = new Map()): Promise<ReadImage> =>
    await readImage(
      source,
      readOptions({
        docker: () => new Docker({ socketPath: engine.host.replace('unix://', '') }),
        podman: () => new Docker({ socketPath: podman?.socket ?? 'none' }),
        known: async () => known,
        tempDir: join(folder, 'temp'),
        fetch: globalThis.fetch,
        log,
      }),
    );

  /** Builds with the Dockerfile outside of the context, so that a change to it is none to COPY; gives the image's ID. */
  const build = async (tag: string | null, extra = ''): Promise<string> => {
    const [file, metadata] = [join(folder, 'Dockerfile'), join(folder, 'metadata.json')];
    await writeFile(file, dockerfile + extra);
    await docker(engine, [
      ...['buildx', 'build', '--provenance=false', '--load', '--file', file, '--metadata-file', metadata],
      ...(tag === null ? [] : ['--tag', tag]),
      join(folder, 'context'),
    ]);
    return JSON.parse(await readFile(metadata, 'utf8'))['containerimage.digest'];
  };

  /** Leaves no name behind in the engine. */
  const push = async (remote: string): Promise<void> => {
    await docker(engine, ['tag', name, remote]);
    try {
      await docker(engine, ['push', '--quiet', remote]);
    } finally {
      await docker(engine, ['image', 'rm', '--no-prune', remote]);
    }
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readers-'));
    for (const each of ['context', 'temp', 'dir']) await mkdir(join(folder, each));
    await writeFile(join(folder, 'context/file'), 'copied');
    await build(name);
    await docker(engine, ['save', '--output', join(folder, 'save.tar'), name]);
    expected = await layersByPython(join(folder, 'save.tar'));
    await run('tar', ['-xf', join(folder, 'save.tar'), '-C', join(folder, 'dir')]);
    await push(`${registryHost}/${name}`);
    if (hasPodman) {
      await mkdir(join(folder, 'podman'));
      podman = await startPodman(join(folder, 'podman'));
      podman.run('load', '--input', join(folder, 'save.tar'));
    }
    if (hasSkopeo) {
      for (const kind of ['docker-archive', 'oci-archive', 'oci']) {
        const target = `${kind}:${join(folder, `skopeo-${kind}`)}`;
        await run('skopeo', ['--insecure-policy', 'copy', `docker-archive:${join(folder, 'save.tar')}`, target]);
      }
    }
    untagged = await build(null, 'RUN echo untagged >/untagged\n');
    await build(changed, 'RUN echo changed >/changed\n');
    reference = await read({ kind: 'docker', reference: name });
  });

  afterAll(async () => {
    await podman?.stop();
    await removeImages(engine, [name, changed]);
    await deleteFromRegistry(`${registryHost}/${name}`);
    if (untagged !== '') await removeImages(engine, [untagged]);
    await rm(folder, { recursive: true });
  });

  const sources: readonly ImageSource[] = [
    { kind: 'docker', reference: name },
    { kind: 'podman', reference: `docker.io/${name}` },
    { kind: 'registry', reference: `${registryHost}/${name}` },
    { kind: 'docker-archive', reference: 'save.tar' },
    { kind: 'oci-archive', reference: 'save.tar' },
    { kind: 'oci-dir', reference: 'dir' },
    { kind: 'docker-archive', reference: 'skopeo-docker-archive' },
    { kind: 'oci-archive', reference: 'skopeo-oci-archive' },
    { kind: 'oci-dir', reference: 'skopeo-oci' },
  ];
  const located = (source: ImageSource): ImageSource =>
    isPath(source.kind) ? { ...source, reference: join(folder, source.reference) } : source;

  it('is in the table', () => {
    expect([...new Set(sources.map(({ kind }) => kind))]).toEqual(readers.map(({ kind }) => kind));
  });

  /** Every source in turn. */
  const itOfEach = (title: string, test: (source: ImageSource) => Promise<void>): void => {
    for (const source of sources) {
      const missing = missingProgram(source);
      const of = `${title}: ${source.kind}${source.reference.startsWith('skopeo') ? " of skopeo's" : ''}`;
      if (missing === null) it(of, () => test(source));
      else itLacks(of, programNeed(missing));
    }
  };

  itOfEach('gives the same layers, as Python reads them', async (source) => {
    const { image, layersRead } = await read(located(source));
    expect(weigh(image)).toEqual(sums(expected));
    expect(fingerprints(layersOf(image))).toEqual(fingerprints(expected));
    expect(image.config.diffIds).toEqual(reference.image.config.diffIds);
    expect(image.platform).toBe(reference.image.platform);
    expect(layersRead).toBe(new Set(image.config.diffIds).size);
    expect(image.store).toBe(storeOf(source, engine));
  });

  itOfEach('reads nothing where all is known', async (source) => {
    const { image, layersRead } = await read(located(source), knownOf(reference.image));
    expect(layersRead).toBe(0);
    expect(weigh(image)).toEqual(weigh(reference.image));
  });

  itOfEach('reads the one layer that is not known', async (source) => {
    const [, ...others] = [...knownOf(reference.image)].toReversed();
    const { image, layersRead } = await read(located(source), new Map(others));
    expect(layersRead).toBe(1);
    expect(weigh(image)).toEqual(weigh(reference.image));
  });

  it('has download sizes from the engine, and keeps them where nothing is read', async () => {
    expect(
      reference.image.layers.every(({ digest, downloadBytes }) => digest !== null && (downloadBytes ?? 0) > 0),
    ).toBe(true);
    const { image } = await read({ kind: 'docker', reference: name }, knownOf(reference.image));
    expect(image.layers).toEqual(reference.image.layers);
    expect(image.config.history).toEqual(reference.image.config.history);
    const elsewhere = new Map([...knownOf(reference.image)].map(([id, layer]) => [id, { ...layer, store: null }]));
    const { image: other } = await read({ kind: 'docker', reference: name }, elsewhere);
    expect(other.layers.map(({ downloadBytes }) => downloadBytes)).toEqual(other.layers.map(() => null));
  });

  it('reads the one layer that changed', async () => {
    const { image, layersRead } = await read({ kind: 'docker', reference: changed }, knownOf(reference.image));
    expect(layersRead).toBe(1);
    expect(image.layers.at(-1)?.index.entries.map(({ path }) => path)).toContain('changed');
    expect(image.layers.every(({ downloadBytes }) => downloadBytes !== null)).toBe(true);
  });

  it('saves an image that has no name, and does not delete it', async () => {
    const { image } = await read({ kind: 'docker', reference: untagged });
    expect(image.layers.at(-1)?.index.entries.map(({ path }) => path)).toContain('untagged');
    await docker(engine, ['image', 'inspect', untagged]);
  });

  it('leaves no tag, no file and no notice behind', async () => {
    const { stdout } = await docker(engine, ['image', 'inspect', '--format', '{{json .RepoTags}}', name]);
    expect(JSON.parse(stdout)).toEqual([name]);
    expect(await readdir(join(folder, 'temp'))).toEqual([]);
    expect(notices).toEqual([]);
  });

  it('takes away the tag that a killed run left', async () => {
    const stale = `127.0.0.1:1/image-size-gate/${randomBytes(16).toString('hex')}:image`;
    await docker(engine, ['image', 'tag', name, stale]);
    await read({ kind: 'docker', reference: name });
    const { stdout } = await docker(engine, ['image', 'inspect', '--format', '{{json .RepoTags}}', name]);
    expect(JSON.parse(stdout)).toEqual([name]);
  });

  it('says that there is no such image', async () => {
    const missing = read({ kind: 'docker', reference: 'test/no-such-image:ever' });
    await expect(missing).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('has no image'),
    });
  });

  it('finds the same file system, whichever store wrote it', () => {
    const { live, dead, liveBytes, deadBytes } = overlay(reference.image.layers.map(({ index }) => index));
    outcomes.set(engine.store, {
      liveBytes,
      deadBytes,
      live: live.map(({ path, layer }) => `${path}@${layer}`).toSorted(),
      dead: dead.map(({ path, layer, hiddenBy, how }) => `${path}@${layer} ${how} by ${hiddenBy}`).toSorted(),
    });
    const [one, other = one] = outcomes.values();
    expect(other).toEqual(one);
    expect(dead.map(({ path, how }) => `${path} ${how}`)).toEqual(
      expect.arrayContaining(['app/data/b metadata', 'app/data/a deleted', 'app/data/b deleted']),
    );
  });
});

/** Only the containerd store keeps several platforms of an image. */
describeWithEngine('containerd', 'every platform of an image', (engine: Engine) => {
  const name = uniqueImage('readers');
  const remote = `${registryHost}/${name}`;
  const both = ['linux/amd64', 'linux/arm64'];
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readers-'));
    const file =
      'FROM scratch AS linux-amd64\nCOPY a /a\nFROM scratch AS linux-arm64\nCOPY b /b\nFROM linux-$TARGETARCH\n';
    for (const [path, content] of Object.entries({ Dockerfile: file, a: 'amd', b: 'arm64' })) {
      await writeFile(join(folder, path), content);
    }
    const build = ['buildx', 'build', '--provenance=mode=max', '--platform', both.join(','), '--tag'];
    await docker(engine, [...build, name, '--load', folder]);
    await docker(engine, [...build, remote, '--push', folder]);
    await docker(engine, ['save', '--output', join(folder, 'save.tar'), name]);
    await mkdir(join(folder, 'dir'));
    await run('tar', ['-xf', join(folder, 'save.tar'), '-C', join(folder, 'dir')]);
  });

  afterAll(async () => {
    await removeImages(engine, [name, remote]);
    await deleteFromRegistry(remote);
    await rm(folder, { recursive: true });
  });

  it.each<ImageSource>([
    { kind: 'docker', reference: name },
    { kind: 'registry', reference: remote },
    { kind: 'docker-archive', reference: 'save.tar' },
    { kind: 'oci-archive', reference: 'save.tar' },
    { kind: 'oci-dir', reference: 'dir' },
  ])('is listed and read: $kind', async (source) => {
    const located = isPath(source.kind) ? { ...source, reference: join(folder, source.reference) } : source;
    const { log, notices } = recordingLog();
    const options = readOptions({
      tempDir: folder,
      docker: () => new Docker({ socketPath: engine.host.replace('unix://', '') }),
      fetch: globalThis.fetch,
      log,
    });
    const platforms = await listPlatforms([located], options);
    expect(platforms.toSorted()).toEqual(both);
    const files = await Promise.all(
      both.map(async (platform) => {
        const { image } = await readImage(located, { ...options, platform });
        return [
          image.platform,
          ...image.layers.flatMap(({ index }) => index.entries.map(({ path, size }) => `${path} ${size}`)),
        ];
      }),
    );
    expect(files).toEqual([
      ['linux/amd64', 'a 3'],
      ['linux/arm64', 'b 5'],
    ]);
    expect(notices).toEqual([]);
  });
});
