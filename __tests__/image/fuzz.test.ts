import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { overlay } from '../../src/analysis/filesystem.ts';
import { indexLayer } from '../../src/image/layer.ts';
import { parseConfig, parseManifest } from '../../src/image/oci.ts';
import { readImage } from '../../src/image/read.ts';
import type { Digest, LayerIndex, SourceKind } from '../../src/model/image.ts';
import { readOptions } from '../support/read-options.ts';
import { fileEntry, indexOf, plainIndex } from '../support/records.ts';
import { blocks, endOfTar, makeTar, paxHeader, rawHeader, sha256 } from '../support/tars.ts';

/** A change of some bytes somewhere; positions are shares of the length, so that they fit any input. */
type Mutation =
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'drop' | 'repeat'; readonly at: number; readonly bytes: number }
  | { readonly kind: 'insert'; readonly at: number; readonly garbage: Buffer };

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const span = fc.constantFrom(1, 7, 512, 1024, 4096);
const garbage = fc.uint8Array({ minLength: 1, maxLength: 600 }).map((bytes) => Buffer.from(bytes));

const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('set' as const), at: share, byte: fc.nat(255) }),
    fc.record({ kind: fc.constant('cut' as const), at: share }),
    fc.record({ kind: fc.constantFrom('drop' as const, 'repeat' as const), at: share, bytes: span }),
    fc.record({ kind: fc.constant('insert' as const), at: share, garbage }),
  ),
  { minLength: 1, maxLength: 4 },
);

const mutate = (original: Buffer, changes: readonly Mutation[]): Buffer => changes.reduce(changed, original);

function changed(bytes: Buffer, change: Mutation): Buffer {
  const at = Math.floor(change.at * bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (change.kind) {
    case 'set':
      return Buffer.concat([before, Buffer.of(change.byte), after.subarray(1)]);
    case 'cut':
      return before;
    case 'drop':
      return Buffer.concat([before, after.subarray(change.bytes)]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, change.bytes), after]);
    case 'insert':
      return Buffer.concat([before, change.garbage, after]);
  }
}

async function* inPieces(bytes: Buffer, size = 4096): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What was read, or null where it was refused with words for the user; anything else thrown fails the test. */
async function attempt<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    expect(error).toMatchObject({ name: 'UserError' });
    return null;
  }
}

const readLayer = (bytes: Buffer, diffId: Digest | null = null, digest: Digest | null = null) =>
  attempt(indexLayer(inPieces(bytes), { diffId, digest, maxBytes: 2 ** 24 }));

function expectConsistent({ entries, diskBytes, files }: LayerIndex): void {
  const regular = entries.filter(({ kind }) => kind === 'file');
  expect(files).toBe(regular.length);
  expect(diskBytes).toBe(regular.reduce((sum, { size }) => sum + size, 0));
  const { liveBytes, deadBytes } = overlay([
    { diffId: sha256(Buffer.of()), diskBytes, files, entries, collected: null },
  ]);
  expect(liveBytes + deadBytes).toBe(diskBytes);
}

const long = `${'directory/'.repeat(30)}file`;
const base256 = Buffer.from([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);

/** Every kind of header that container tools write. */
const corpus: readonly (readonly [name: string, tar: Promise<Buffer>])[] = [
  [
    'ustar and PAX',
    makeTar(
      { name: 'usr/', type: 'directory' },
      { name: 'usr/big', content: Buffer.alloc(9000, 'content ') },
      { name: 'usr/link', type: 'symlink', linkname: 'big' },
      { name: 'usr/hard', type: 'link', linkname: 'usr/big' },
      { name: `${long}ä`, content: 'pax' },
      { name: 'etc/.wh.gone' },
      { name: 'var/.wh..wh..opq' },
      { name: 'var/lib/dpkg/status', content: 'Package: a\nVersion: 1\n' },
    ),
  ],
  [
    'GNU, sparse and base-256',
    Promise.resolve(
      Buffer.concat([
        rawHeader({ name: '././@LongLink', type: 'L', size: long.length + 1, magic: 'ustar  \0' }),
        blocks(`${long}\0`),
        rawHeader({ name: 'short', size: 3, magic: 'ustar  \0' }),
        blocks('abc'),
        rawHeader({ name: 'f', size: base256 }),
        blocks('abc'),
        rawHeader({ name: 's', type: 'S', size: 3, magic: 'ustar  \0', fields: { 386: '512', 483: '00000010000' } }),
        blocks('abc'),
        paxHeader(['GNU.sparse.size', '4096'], ['GNU.sparse.map', '512,3']),
        rawHeader({ name: 'p', size: 3 }),
        blocks('abc'),
        endOfTar,
      ]),
    ),
  ],
];

const compressions = [
  ['plain', (bytes: Buffer) => bytes],
  ['gzip', (bytes: Buffer) => gzipSync(bytes)],
  ['zstd', (bytes: Buffer) => zstdCompressSync(bytes)],
] as const;

describe.each(corpus)('a damaged layer (%s)', (_name, made) => {
  it.each(compressions)('is refused or adds up (%s)', async (_compression, compress) => {
    const blob = compress(await made);
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const layer = await readLayer(mutate(blob, changes));
        if (layer !== null) expectConsistent(layer.index);
      }),
    );
  });

  it.each(compressions)('is never taken for the one that its digests name (%s)', async (_compression, compress) => {
    const tar = await made;
    const blob = compress(tar);
    const whole = await readLayer(blob);
    if (whole === null) throw new Error('the corpus itself cannot be read');
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const damaged = mutate(blob, changes);
        const byDigest = await readLayer(damaged, null, sha256(blob));
        expect(byDigest === null).toBe(!damaged.equals(blob));
        const byContent = await readLayer(damaged, sha256(tar));
        if (byContent !== null) expect(plainIndex(byContent.index)).toEqual(plainIndex(whole.index));
      }),
    );
  });
});

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const describeBlob = (bytes: Buffer) => ({ digest: sha256(bytes), size: bytes.length });
const blobName = (bytes: Buffer) => `blobs/sha256/${sha256(bytes).slice('sha256:'.length)}`;

interface Archive {
  readonly name: string;
  readonly kind: SourceKind;
  readonly bytes: Promise<Buffer>;
}

async function imageParts() {
  const tars = await Promise.all(corpus.map(([, tar]) => tar));
  const config = json({ os: 'linux', architecture: 'amd64', rootfs: { type: 'layers', diff_ids: tars.map(sha256) } });
  return { tars, config };
}

async function ociArchive(): Promise<Buffer> {
  const { tars, config } = await imageParts();
  const layers = tars.map((tar) => gzipSync(tar));
  const manifest = json({ config: describeBlob(config), layers: layers.map(describeBlob) });
  const files = [...layers, config, manifest].map((bytes) => ({ name: blobName(bytes), content: bytes }));
  const index = JSON.stringify({ manifests: [describeBlob(manifest)] });
  return await makeTar(...files, { name: 'index.json', content: index });
}

/** As Docker before 25 wrote it: names say nothing about content, and a layer may be a link. */
async function oldArchive(): Promise<Buffer> {
  const { tars, config } = await imageParts();
  const [first = Buffer.of(), second = Buffer.of()] = tars;
  const manifest = [{ Config: 'config.json', RepoTags: null, Layers: ['a/layer.tar', 'b/layer.tar'] }];
  return await makeTar(
    { name: 'a/layer.tar', content: first },
    { name: 'c/layer.tar', content: second },
    { name: 'b/layer.tar', type: 'symlink', linkname: '../c/layer.tar' },
    { name: 'config.json', content: config },
    { name: 'manifest.json', content: JSON.stringify(manifest) },
  );
}

const archives: readonly Archive[] = [
  { name: 'an OCI archive', kind: 'oci-archive', bytes: ociArchive() },
  { name: 'an OCI archive in gzip', kind: 'oci-archive', bytes: ociArchive().then((bytes) => gzipSync(bytes)) },
  { name: 'an archive of an old engine', kind: 'docker-archive', bytes: oldArchive() },
];

describe('a damaged archive', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
  });
  afterAll(async () => await rm(folder, { recursive: true }));

  async function readArchive(kind: SourceKind, bytes: Buffer) {
    const reference = join(folder, 'image.tar');
    await writeFile(reference, bytes);
    const read = await attempt(readImage({ kind, reference }, readOptions({ tempDir: folder })));
    expect(await readdir(folder)).toEqual(['image.tar']);
    return read?.image.layers.map(({ index }) => plainIndex(index)) ?? null;
  }

  it.each(archives)('is refused, or has the layers that it had ($name)', async ({ kind, bytes }) => {
    const archive = await bytes;
    const whole = await readArchive(kind, archive);
    expect(whole).toHaveLength(2);
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const read = await readArchive(kind, mutate(archive, changes));
        if (read !== null) expect(read).toEqual(whole);
      }),
    );
  });
});

describe('documents of an image', () => {
  const digest = sha256(Buffer.of());
  const documents = fc.oneof(
    fc.json(),
    mutations.map((changes) => mutate(json({ config: { digest, size: 1 }, layers: [{ digest, size: 1 }] }), changes)),
    mutations.map((changes) => mutate(json({ manifests: [{ digest, size: 1, platform: null }] }), changes)),
    mutations.map((changes) =>
      mutate(json({ os: 'linux', architecture: 'amd64', rootfs: { diff_ids: [digest] } }), changes),
    ),
    fc.nat(20_000).map((depth) => '['.repeat(depth)),
    fc.nat(20_000).map((depth) => `{"manifests":${'['.repeat(depth)}${']'.repeat(depth)}}`),
  );

  it.each([
    ['a manifest', parseManifest],
    ['a config', parseConfig],
  ])('are refused with words, or are %s', async (_name, parse) => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        await attempt(Promise.resolve().then(() => parse(Buffer.from(document), 'The document')));
      }),
    );
  });
});

describe('absurd layers', () => {
  it('lays 200,000 whiteouts over 200,000 files', () => {
    const paths = Array.from({ length: 200_000 }, (_, at) => `d/${at}`);
    const lower = indexOf(
      sha256(Buffer.of()),
      paths.map((path) => fileEntry(path, 1, { hash: null })),
    );
    const gone = { kind: 'whiteout', hash: null } as const;
    const upper = indexOf(
      sha256(Buffer.of()),
      paths.map((path) => fileEntry(path, 0, gone)),
    );
    expect(overlay([lower, upper])).toMatchObject({ liveBytes: 0, deadBytes: 200_000, totalBytes: 200_000 });
  });

  it('reads a path of 16,000 directories', async () => {
    const path = `${'d/'.repeat(16_000)}f`;
    const tar = Buffer.concat([paxHeader(['path', path]), rawHeader({ name: 'f', size: 1 }), blocks('x'), endOfTar]);
    const layer = await readLayer(tar);
    if (layer === null) throw new Error('not read');
    expect(overlay([layer.index]).live.map((file) => file.path)).toEqual([path]);
    const gone = await readLayer(Buffer.concat([rawHeader({ name: '.wh.d' }), endOfTar]));
    if (gone === null) throw new Error('not read');
    expect(overlay([layer.index, gone.index])).toMatchObject({ liveBytes: 0, deadBytes: 1 });
  });

  it('does not hold more directories than it may', async () => {
    const deep = (at: number) => paxHeader(['path', `${at}/${'d/'.repeat(1000)}f`]);
    const tar = Buffer.concat(Array.from({ length: 20 }, (_, at) => [deep(at), rawHeader({ name: 'f' })]).flat());
    const layer = await readLayer(tar);
    if (layer === null) throw new Error('not read');
    expect(overlay([layer.index]).live).toHaveLength(20);
    expect(() => overlay([layer.index], 20_000)).toThrow('hold more than 20000 files and directories');
  });
});
