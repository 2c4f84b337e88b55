import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { Digest } from '../../src/model/image.ts';
import type { MeasuredLayer, Measurement } from '../../src/model/measurement.ts';

/** A digest that stands for `text`. */
export const digestOf = (text: string): Digest => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** A layer as a build of ours leaves it; `content` decides its diffID. */
export function measuredLayer(content: string, over: Partial<MeasuredLayer> = {}): MeasuredLayer {
  return {
    diffId: digestOf(content),
    digest: digestOf(`blob of ${content}`),
    diskBytes: 1000,
    downloadBytes: 400,
    files: 1,
    origin: 'own',
    instruction: `RUN ${content}`,
    location: { file: 'Dockerfile', firstLine: 2, lastLine: 2, stage: null },
    attribution: 'provenance',
    upstream: null,
    ...over,
  };
}

/** A measurement whose totals are those of its layers. */
export function measurementOf(layers: MeasuredLayer[], over: Partial<Measurement> = {}): Measurement {
  const downloads = layers.map((layer) => layer.downloadBytes);
  return {
    version: 1,
    name: 'app',
    platform: 'linux/amd64',
    source: { kind: 'docker', reference: 'app:latest' },
    store: 'containerd',
    commit: null,
    created: '2026-11-01T00:00:00Z',
    diskBytes: layers.reduce((sum, layer) => sum + layer.diskBytes, 0),
    downloadBytes: downloads.reduce<number | null>(
      (sum, size) => (sum === null || size === null ? null : sum + size),
      0,
    ),
    deadBytes: 0,
    files: layers.reduce((sum, layer) => sum + layer.files, 0),
    layers,
    bases: null,
    buildArgs: null,
    build: null,
    ...over,
  };
}

/** Images that share some content, some instructions and some stages with each other. */
export const anyMeasurement: fc.Arbitrary<Measurement> = fc
  .array(
    fc.record({
      content: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      instruction: fc.option(fc.constantFrom('RUN one', 'RUN two', 'RUN one two', 'RUN two three', 'COPY . .')),
      origin: fc.constantFrom('base' as const, 'own' as const, null),
      stage: fc.option(fc.constantFrom('build', 'final')),
      downloadBytes: fc.option(fc.nat(1_000_000), { freq: 20 }),
      salt: fc.nat(3),
    }),
    { maxLength: 8 },
  )
  .map((layers) =>
    measurementOf(
      layers.map(({ content, salt, stage, ...rest }) =>
        measuredLayer(`${content}${salt}`, {
          ...rest,
          // Equal content has an equal size.
          diskBytes: content.charCodeAt(0) * 1000 + salt,
          location: stage === null ? null : { file: 'Dockerfile', firstLine: 1, lastLine: 1, stage },
        }),
      ),
    ),
  );
