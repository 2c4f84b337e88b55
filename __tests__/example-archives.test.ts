import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { type ExampleImage, makeExampleImages } from '../scripts/example-archives.ts';

const folder = join(__dirname, '..', 'examples', 'archives');
const maxBytes = 100_000;

async function filesOf(archive: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const entry of Readable.from([archive]).pipe(extract())) {
    files.set(entry.header.name, await buffer(entry));
  }
  return files;
}

const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** What a descriptor points at; its digest and size hold. */
function blob(files: ReadonlyMap<string, Buffer>, { digest, size }: { digest: string; size: number }): Buffer {
  const bytes = files.get(digest.replace('sha256:', 'blobs/sha256/'));
  if (bytes === undefined) throw new Error(`${digest} is not in the archive`);
  expect({ digest: digestOf(bytes), size: bytes.length }).toEqual({ digest, size });
  return bytes;
}

describe.each(['before', 'after'])('the archive %s', (name) => {
  const committed = readFileSync(join(folder, `${name}.oci.tar`));
  let made: ExampleImage;

  beforeAll(async () => {
    const image = (await makeExampleImages()).find((candidate) => candidate.name === name);
    if (image === undefined) throw new Error(`no example image ${name}`);
    made = image;
  });

  it('is small', () => {
    expect(committed.length).toBeLessThanOrEqual(maxBytes);
  });

  it('holds what the script makes, byte for byte once unpacked', async () => {
    const files = await filesOf(committed);
    const index = JSON.parse(String(files.get('index.json')));
    const manifest = JSON.parse(String(blob(files, index.manifests[0])));
    expect(index.manifests[0].annotations['org.opencontainers.image.ref.name']).toBe(name);
    expect(String(blob(files, manifest.config))).toBe(String(made.config));
    const layers = manifest.layers.map((descriptor: { digest: string; size: number }) =>
      gunzipSync(blob(files, descriptor)),
    );
    expect(layers.map(digestOf)).toEqual(JSON.parse(String(made.config)).rootfs.diff_ids);
    expect(layers.map(digestOf)).toEqual(made.layers.map(digestOf));
    expect(files.size).toBe(4 + 2 + layers.length); // oci-layout, index.json, two folders; manifest and config
  });

  it('has the Dockerfile that it says to be built from', () => {
    expect(readFileSync(join(folder, `${name}.Dockerfile`), 'utf8')).toBe(made.dockerfile);
  });
});

describe('the example images', () => {
  it('are the same each time', async () => {
    const [first, second] = await Promise.all([makeExampleImages(), makeExampleImages()]);
    expect(first.map(({ archive }) => digestOf(archive))).toEqual(second.map(({ archive }) => digestOf(archive)));
  });

  it('share their layers up to the COPY', async () => {
    const [before, after] = await makeExampleImages();
    expect(before?.layers.slice(0, 3).map(digestOf)).toEqual(after?.layers.slice(0, 3).map(digestOf));
    expect(after?.layers.length).toBe((before?.layers.length ?? 0) + 1);
  });
});
