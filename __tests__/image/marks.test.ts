import { createCipheriv, createHash } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { indexLayer } from '../../src/image/layer.ts';
import { markCollector } from '../../src/image/marks.ts';
import { downloadsOf, maxMarks } from '../../src/model/download-marks.ts';
import { blocks, endOfTar, makeTar, paxHeader, rawHeader } from '../support/tars.ts';

/** As the sources hand a blob over. */
async function* inPieces(bytes: Buffer, size = 64 * 1024): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The same in every run, and compressed by nothing. */
const noise = (seed: string, bytes: number): Buffer => {
  const key = createHash('sha256').update(seed).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(bytes));
};

/** Compressed to about half. */
const digits = (seed: string, bytes: number): Buffer => Buffer.from(noise(seed, bytes / 2).toString('hex'));

const inMembers = (parts: readonly Buffer[], compress: (part: Buffer) => Buffer) => Buffer.concat(parts.map(compress));

/** Bytes of the blob by path, as the layer's marks have them. */
async function downloads(blob: Buffer, pieceBytes?: number): Promise<Map<string, number>> {
  const { index, marks } = await indexLayer(inPieces(blob, pieceBytes), { diffId: null, digest: null, maxBytes: null });
  return new Map([...downloadsOf(index.entries, marks, () => true)].map(([{ path }, bytes]) => [path, bytes]));
}

const sum = (sizes: Iterable<number>) => [...sizes].reduce((total, size) => total + size, 0);

describe('the marks of a layer', () => {
  const files = [
    ...Array.from({ length: 10 }, (_, at) => ({
      name: `srv/${at}`,
      content: (at % 2 === 0 ? noise : digits)(`file ${at}`, 200_000 + 130_000 * (at % 7)),
    })),
    { name: 'srv/zeros', content: Buffer.alloc(5_000_000) },
  ];
  const last = { name: 'srv/last', content: 'with the end mark' };
  const tar = makeTar({ name: 'srv/', type: 'directory' }, ...files, last);

  it.each([
    // Headers, blocks, and the end mark.
    ['a plain tar', 2048, (bytes: Buffer) => bytes],
    // As many bytes as a piece has here at most.
    ['gzip', 32 * 1024, (bytes: Buffer) => gzipSync(bytes)],
    ['gzip at its fastest', 32 * 1024, (bytes: Buffer) => gzipSync(bytes, { level: 1 })],
    [
      'gzip in two members',
      32 * 1024,
      (bytes: Buffer) => inMembers([bytes.subarray(0, 1e6), bytes.subarray(1e6)], (part) => gzipSync(part)),
    ],
    // Blocks of 128 KiB are taken whole.
    ['zstd', 64 * 1024, (bytes: Buffer) => zstdCompressSync(bytes)],
    [
      'zstd in many frames',
      64 * 1024,
      (bytes: Buffer) =>
        inMembers(
          Array.from({ length: Math.ceil(bytes.length / 50_000) }, (_, at) =>
            bytes.subarray(50_000 * at, 50_000 * (at + 1)),
          ),
          (part) => zstdCompressSync(part),
        ),
    ],
  ])('tell what each file takes in %s', async (_name, bound, compress) => {
    const blob = compress(await tar);
    const found = await downloads(blob);
    for (const { name, content } of files) {
      expect(Math.abs((found.get(name) ?? 0) - compress(content).length)).toBeLessThan(bound);
    }
    expect(sum(found.values())).toBeLessThanOrEqual(blob.length + 1e-6);
    expect(sum(found.values())).toBeGreaterThan(0.999 * blob.length);
  });

  it.each([
    ['nothing', gzipSync('')],
    ['an end mark', gzipSync(endOfTar)],
  ])('give nothing to anybody in %s', async (_name, blob) => {
    expect(await downloads(blob)).toEqual(new Map());
  });

  it('give what follows the entries to none of them', async () => {
    const body = Buffer.concat([rawHeader({ name: 'f', size: 3 }), blocks('abc'), endOfTar]);
    const blob = Buffer.concat([gzipSync(body), gzipSync(noise('appended', 300_000))]);
    expect(sum((await downloads(blob)).values())).toBeLessThan(20_000);
  });

  it('hold what headers no index has', async () => {
    const parts = Array.from({ length: 50 }, (_, at) => [
      paxHeader(['comment', noise(`comment ${at}`, 3000).toString('base64')]),
      rawHeader({ name: `f${at}`, size: 100_000 }),
      blocks(digits(`f${at}`, 100_000)),
    ]).flat();
    const blob = gzipSync(Buffer.concat([...parts, endOfTar]));
    const found = await downloads(blob);
    expect(sum(found.values())).toBeGreaterThan(0.99 * blob.length);
    for (const bytes of found.values()) expect(bytes / (blob.length / 50)).toBeCloseTo(1, 0);
  });

  it('add up whatever stands in the tar, wherever the chunks break', async () => {
    const part = fc.oneof(
      fc.nat(40_000).map((size) => [rawHeader({ name: 'f', size }), blocks(noise('f', size))]),
      fc.nat(40_000).map((size) => [rawHeader({ name: '.wh.f', size }), blocks(noise('f', size))]),
      fc.nat(4000).map((size) => [rawHeader({ name: 'v', type: 'V', size }), blocks(noise('v', size))]),
      fc
        .nat(9000)
        .map((real) => [
          paxHeader(['GNU.sparse.realsize', String(real)]),
          rawHeader({ name: 's', size: 3 }),
          blocks('abc'),
        ]),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part), fc.integer({ min: 1000, max: 70_000 }), async (parts, pieceBytes) => {
        const blob = gzipSync(Buffer.concat([...parts.flat(), endOfTar]));
        const found = await indexLayer(inPieces(blob, pieceBytes), { diffId: null, digest: null, maxBytes: null });
        const bytes = [...downloadsOf(found.index.entries, found.marks, () => true).values()];
        expect(Math.min(0, ...bytes)).toBe(0);
        expect(sum(bytes)).toBeLessThanOrEqual(blob.length + 1e-6);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the collector of marks', () => {
  it('keeps every mark where there is room, and the last one always', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.nat(1000))), (steps) => {
        const collector = markCollector();
        let [tar, blob] = [0, 0];
        for (const [tarStep, blobStep] of steps) {
          tar += tarStep;
          blob += blobStep;
          collector.note(tar, blob);
        }
        const { tarBytes, blobBytes } = collector.finish();
        expect(tarBytes).toHaveLength(steps.length);
        expect([tarBytes.at(-1) ?? 0, blobBytes.at(-1) ?? 0]).toEqual([tar, blob]);
      }),
    );
  });

  it.each([maxMarks, maxMarks + 1, 2 * maxMarks, 2 * maxMarks + 1, 100_000])('thins %i of them evenly', (count) => {
    const collector = markCollector();
    for (let at = 1; at <= count; at++) collector.note(10 * at, at);
    const { tarBytes, blobBytes } = collector.finish();
    expect(tarBytes.length).toBeLessThanOrEqual(maxMarks);
    expect(tarBytes.length).toBeGreaterThanOrEqual(maxMarks / 2);
    expect([tarBytes.at(-1), blobBytes.at(-1)]).toEqual([10 * count, count]);
    const gaps = new Set(tarBytes.slice(1, -1).map((at, before) => at - (tarBytes[before] ?? 0)));
    expect(gaps.size).toBe(1);
    for (const [at, tar] of tarBytes.entries()) expect(blobBytes[at]).toBe(tar / 10);
  });

  it('takes no step back', () => {
    const collector = markCollector();
    for (const [tar, blob] of [
      [512, 100],
      [512, 200],
      [100, 300],
      [1024, 400],
    ] as const)
      collector.note(tar, blob);
    expect(collector.finish()).toEqual({
      tarBytes: Float64Array.of(512, 1024),
      blobBytes: Float64Array.of(100, 400),
    });
  });
});
