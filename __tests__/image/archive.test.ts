import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ReadOptions, readImage } from '../../src/image/read.ts';
import type { ReadImage } from '../../src/image/reader.ts';
import type { ImageSource, KnownLayer, SourceKind } from '../../src/model/image.ts';
import { readOptions } from '../support/read-options.ts';
import { makeTar, sha256, type TarEntry } from '../support/tars.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

async function read(kind: SourceKind, path: string, options: Partial<ReadOptions> = {}): Promise<ReadImage> {
  const source: ImageSource = { kind, reference: join(folder, path) };
  return await readImage(source, readOptions({ tempDir: folder, ...options }));
}

const platform = { os: 'linux', architecture: 'amd64' };
const blobName = (bytes: Buffer) => `blobs/sha256/${sha256(bytes).slice(7)}`;
const describeBlob = (bytes: Buffer, extra: object = {}) => ({ digest: sha256(bytes), size: bytes.length, ...extra });
const json = (value: unknown) => Buffer.from(JSON.stringify(value));

async function layers(): Promise<Buffer[]> {
  return [
    await makeTar({ name: 'a', content: 'aaa' }, { name: 'b', content: 'bb' }),
    await makeTar({ name: 'c', content: 'cccc' }),
  ];
}

const configOf = (tars: readonly Buffer[], extra: object = platform) =>
  json({ ...extra, rootfs: { type: 'layers', diff_ids: tars.map(sha256) } });

/** The files of an image in a layout, and the descriptor of its manifest. */
function ociImage(tars: readonly Buffer[], extra: object = platform) {
  const blobs = tars.map((tar) => gzipSync(tar));
  const config = configOf(tars, extra);
  const manifest = json({ config: describeBlob(config), layers: blobs.map((blob) => describeBlob(blob)) });
  return { files: [...blobs, config, manifest], descriptor: describeBlob(manifest, { platform: extra }), blobs };
}

const layout = (files: readonly Buffer[], manifests: readonly object[]): TarEntry[] => [
  ...files.map((bytes) => ({ name: blobName(bytes), content: bytes })),
  { name: 'index.json', content: JSON.stringify({ manifests }) },
];

const writeTar = async (name: string, entries: readonly TarEntry[]) =>
  await writeFile(join(folder, name), await makeTar(...entries));

async function writeFolder(name: string, entries: readonly TarEntry[]): Promise<void> {
  for (const entry of entries) {
    const path = join(folder, name, entry.name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, entry.content ?? '');
  }
}

const summary = ({ image, layersRead }: ReadImage) => ({
  platform: image.platform,
  read: layersRead,
  layers: image.layers.map(({ index, downloadBytes }) => [index.diskBytes, index.files, downloadBytes]),
});

it.each([
  ['a layer', (bytes: Buffer) => bytes, 'A layer unpacks'],
  ['the archive itself', (bytes: Buffer) => gzipSync(bytes), 'bomb unpacks'],
])('refuses %s that unpacks to more than it may, unless it may', async (_name, pack, message) => {
  const large = ociImage([await makeTar({ name: 'a', content: Buffer.alloc(1_000_000) })]);
  await writeFile(join(folder, 'bomb'), pack(await makeTar(...layout(large.files, [large.descriptor]))));
  await expect(read('oci-archive', 'bomb', { maxUnpacked: 2000 })).rejects.toThrow(message);
  expect(await readdir(folder)).toEqual(['bomb']);
  expect((await read('oci-archive', 'bomb', { maxUnpacked: 1_100_000 })).image.layers[0]?.index.diskBytes).toBe(
    1_000_000,
  );
});

describe('OCI layouts', () => {
  it('reads a folder and an archive alike', async () => {
    const { files, descriptor, blobs } = ociImage(await layers());
    await writeFolder('dir', layout(files, [descriptor]));
    await writeTar('oci', layout(files, [descriptor]));
    const expected = {
      platform: 'linux/amd64',
      read: 2,
      layers: [
        [5, 2, blobs[0]?.length],
        [4, 1, blobs[1]?.length],
      ],
    };
    expect(summary(await read('oci-dir', 'dir'))).toEqual(expected);
    expect(summary(await read('oci-archive', 'oci'))).toEqual(expected);
  });

  it('reads no known layer, not even one that is not there', async () => {
    const tars = await layers();
    const { files, descriptor } = ociImage(tars);
    await writeTar('whole', layout(files, [descriptor]));
    await writeTar('part', layout(files.slice(1), [descriptor]));
    const [lower] = (await read('oci-archive', 'whole')).image.layers;
    if (lower === undefined) throw new Error('no layer');
    const known = new Map<KnownLayer['diffId'], KnownLayer>([[lower.diffId, { ...lower, store: null }]]);
    const again = await read('oci-archive', 'part', { known: async () => known });
    expect(again.layersRead).toBe(1);
    expect(again.image.layers[0]).toEqual(lower);
    await expect(read('oci-archive', 'part')).rejects.toThrow(/lacks/);
  });

  it('takes the wanted platform of a nested index, and no attestation', async () => {
    const amd = ociImage(await layers());
    const arm = ociImage((await layers()).slice(1), { os: 'linux', architecture: 'arm64', variant: 'v8' });
    const attestation = ociImage([], { os: 'unknown', architecture: 'unknown' });
    const nested = json({ manifests: [amd.descriptor, arm.descriptor, attestation.descriptor] });
    const files = [...amd.files, ...arm.files, ...attestation.files, nested];
    await writeTar('oci', layout(files, [describeBlob(nested)]));
    expect((await read('oci-archive', 'oci', { platform: 'linux/arm64' })).image.layers).toHaveLength(1);
    expect((await read('oci-archive', 'oci', { platform: 'linux/amd64' })).image.layers).toHaveLength(2);
    await expect(read('oci-archive', 'oci', { platform: 'linux/s390x' })).rejects.toThrow(
      /no image for linux\/s390x; it lists: linux\/amd64, linux\/arm64\/v8$/,
    );
  });

  it('refuses two images', async () => {
    const one = ociImage(await layers());
    const other = ociImage((await layers()).slice(1));
    await writeTar('oci', layout([...one.files, ...other.files], [one.descriptor, other.descriptor]));
    await expect(read('oci-archive', 'oci', { platform: 'linux/amd64' })).rejects.toThrow('holds 2 images');
  });

  const evil = `sha256:../../${'a'.repeat(58)}`;
  it.each([
    ['a digest that is a path', (descriptor: object) => layout([], [{ ...descriptor, digest: evil }]), /not valid/],
    ['a manifest that is not there', (descriptor: object) => layout([], [descriptor]), /no image to measure/],
    ['an index that is no JSON', () => [{ name: 'index.json', content: '{' }], /is not JSON/],
    ['an index of nothing', () => layout([], []), /no image to measure; it lists: nothing/],
  ])('refuses %s', async (_name, entries, message) => {
    const { descriptor } = ociImage(await layers());
    await writeTar('oci', entries(descriptor));
    await expect(read('oci-archive', 'oci')).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(message),
    });
  });

  it('refuses a damaged manifest', async () => {
    const { files, descriptor } = ociImage(await layers());
    const entries = layout(files, [descriptor]).map((entry) =>
      entry.name.endsWith(descriptor.digest.slice(7)) ? { ...entry, content: `${entry.content} ` } : entry,
    );
    await writeTar('oci', entries);
    await expect(read('oci-archive', 'oci')).rejects.toThrow('is damaged');
  });

  it('does not follow a link out of the folder', async () => {
    const tars = await layers();
    const { files, descriptor } = ociImage(tars);
    await writeFolder('dir', layout(files.slice(1), [descriptor]));
    const [first = Buffer.alloc(0)] = files;
    await writeFile(join(folder, 'outside'), first);
    await symlink('../../../outside', join(folder, 'dir', blobName(first)));
    await expect(read('oci-dir', 'dir')).rejects.toThrow('leads outside of that folder');
  });
});

describe('docker archives', () => {
  const manifest = (config: string, paths: readonly string[]) => ({
    name: 'manifest.json',
    content: JSON.stringify([{ Config: config, RepoTags: null, Layers: paths }]),
  });

  it('reads one of Docker before 25, with a layer twice as a symbolic link', async () => {
    const [lower = Buffer.alloc(0), upper = Buffer.alloc(0)] = await layers();
    await writeTar('old', [
      { name: 'one/layer.tar', content: lower },
      { name: 'two/layer.tar', content: upper },
      { name: 'three/layer.tar', type: 'symlink', linkname: '../one/layer.tar' },
      { name: 'config.json', content: configOf([lower, upper, lower]) },
      manifest('config.json', ['one/layer.tar', 'two/layer.tar', 'three/layer.tar']),
    ]);
    expect(summary(await read('docker-archive', 'old'))).toEqual({
      platform: 'linux/amd64',
      read: 2,
      layers: [
        [5, 2, null],
        [4, 1, null],
        [5, 2, null],
      ],
    });
  });

  it('reads one of kaniko, compressed layers and a config without a suffix', async () => {
    const tars = await layers();
    const blobs = tars.map((tar) => gzipSync(tar));
    const config = configOf(tars);
    const paths = blobs.map((blob) => `${sha256(blob).slice(7)}.tar.gz`);
    await writeTar('kaniko', [
      { name: sha256(config), content: config },
      ...blobs.map((content, at) => ({ name: paths[at] ?? '', content })),
      manifest(sha256(config), paths),
    ]);
    const { image } = await read('docker-archive', 'kaniko');
    expect(image.layers.map(({ digest, downloadBytes }) => [digest, downloadBytes])).toEqual(
      blobs.map((blob) => [sha256(blob), blob.length]),
    );
  });

  it('reads a compressed archive, and leaves nothing behind', async () => {
    const tars = await layers();
    const entries = [
      { name: 'c', content: configOf(tars) },
      ...tars.map((content, at) => ({ name: `${at}.tar`, content })),
    ];
    await writeFile(join(folder, 'a.tgz'), gzipSync(await makeTar(...entries, manifest('c', ['0.tar', '1.tar']))));
    expect(summary(await read('docker-archive', 'a.tgz')).read).toBe(2);
    expect(await readdir(folder)).toEqual(['a.tgz']);
  });

  it.each([
    ['a layer that leads out of the archive', '../../../../etc/passwd', /lacks/],
    ['a layer that links to itself', 'loop', /lacks/],
    ['a layer that is not there', 'missing.tar', /lacks/],
    ['a layer that is another', '1.tar', /its diffID should be/],
  ])('refuses %s', async (_name, path, message) => {
    const [lower = Buffer.alloc(0), upper = Buffer.alloc(0)] = await layers();
    await writeTar('archive', [
      { name: 'loop', type: 'symlink', linkname: 'loop' },
      { name: '1.tar', content: upper },
      { name: 'c', content: configOf([lower]) },
      manifest('c', [path]),
    ]);
    await expect(read('docker-archive', 'archive')).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(message),
    });
  });

  it('refuses layers that the config does not name', async () => {
    const [lower = Buffer.alloc(0)] = await layers();
    await writeTar('archive', [
      { name: '0.tar', content: lower },
      { name: 'c', content: configOf([lower]) },
      manifest('c', ['0.tar', '0.tar']),
    ]);
    await expect(read('docker-archive', 'archive')).rejects.toThrow('has 2 layers, but its config names 1');
  });

  it('refuses a truncated archive', async () => {
    const bytes = await makeTar({ name: 'manifest.json', content: 'x'.repeat(5000) });
    await writeFile(join(folder, 'cut'), bytes.subarray(0, 3000));
    await expect(read('docker-archive', 'cut')).rejects.toThrow('it is truncated');
  });
});
