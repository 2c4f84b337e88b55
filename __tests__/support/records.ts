import * as fc from 'fast-check';
import type { DecodedRecord } from '../../src/baseline/codec.ts';
import type { DownloadMarks } from '../../src/model/download-marks.ts';
import type { Digest, Entry, LayerIndex } from '../../src/model/image.ts';
import type { BaselineRecord } from '../../src/model/record.ts';
import { digestOf, measuredLayer, measurementOf } from './measurements.ts';

/** An index whose totals are those of its entries. */
export function indexOf(
  diffId: Digest,
  entries: readonly Entry[],
  collected: LayerIndex['collected'] = new Map(),
): LayerIndex {
  const files = entries.filter(({ kind }) => kind === 'file');
  const diskBytes = files.reduce((sum, { size }) => sum + size, 0);
  return { diffId, diskBytes, files: files.length, entries, collected };
}

export function fileEntry(path: string, size: number, over: Partial<Entry> = {}): Entry {
  const hash = digestOf(path).slice('sha256:'.length, 'sha256:'.length + 40);
  return { path, kind: 'file', size, hash, mode: 0o644, uid: 0, gid: 0, link: null, ...over };
}

/** A record whose measurement and indexes agree. */
export function recordOf(
  commit: string,
  indexes: readonly LayerIndex[],
  marks: readonly DownloadMarks[] = [],
): BaselineRecord {
  const layers = indexes.map(({ diffId, diskBytes, files }, at) =>
    measuredLayer('', {
      diffId,
      diskBytes,
      files,
      ...(marks[at] && { digest: blobOf(diffId), downloadBytes: marks[at].blobBytes.at(-1) ?? 0 }),
    }),
  );
  return {
    version: 1,
    measurement: measurementOf(layers, { commit }),
    trend: [],
    layers: new Map(indexes.map((index) => [index.diffId, index])),
    marks: new Map(indexes.flatMap(({ diffId }, at) => (marks[at] ? [[blobOf(diffId), marks[at]]] : []))),
  };
}

/** The digest of the blob that a layer is made to have. */
const blobOf = (diffId: Digest): Digest => digestOf(`blob of ${diffId}`);

/** The layers of an image that is measured as a record has it. */
export const imageLayersOf = ({ measurement, layers, marks }: BaselineRecord) =>
  measurement.layers.flatMap(({ diffId, digest }) => {
    const index = layers.get(diffId);
    return index === undefined ? [] : [{ diffId, digest, marks: (digest && marks.get(digest)) ?? null, index }];
  });

/** A small record; `text` decides its only layer's content. */
export function smallRecord(commit: string, text = commit): BaselineRecord {
  return recordOf(commit, [indexOf(digestOf(text), [fileEntry(`srv/${text}`, text.length)])]);
}

/** Every byte, as a tar may have it in a path. */
const latin1 = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) });
const path = fc.oneof(
  latin1,
  fc.array(fc.constantFrom('usr', 'lib', 'a', 'b'), { minLength: 1 }).map((parts) => parts.join('/')),
);
const id = fc.nat(2 ** 31 - 1);

const anyFile = fc.record({
  path,
  kind: fc.constant('file' as const),
  size: fc.oneof(fc.nat(1000), fc.integer({ min: 0, max: 2 ** 45 })),
  hash: fc.option(fc.stringMatching(/^([0-9a-f]{40}|[0-9a-f]{64})$/)),
  mode: fc.nat(0o7777),
  uid: id,
  gid: id,
  link: fc.constant(null),
});

const anyOther = fc.record({
  path,
  kind: fc.constantFrom('directory', 'symlink', 'hardlink', 'other', 'whiteout', 'opaque'),
  size: fc.constant(0),
  hash: fc.constant(null),
  mode: fc.nat(0o7777),
  uid: id,
  gid: id,
  link: fc.option(latin1),
});

export const anyIndex: fc.Arbitrary<LayerIndex> = fc
  .record({
    name: fc.string(),
    entries: fc.array(fc.oneof(anyFile, anyOther), { maxLength: 40 }),
    collected: fc.option(fc.array(fc.tuple(path, latin1)), { freq: 10 }),
  })
  .map(({ name, entries, collected }) =>
    indexOf(
      digestOf(name),
      entries,
      collected && new Map(collected.map(([path, content]) => [path, Buffer.from(content, 'latin1')])),
    ),
  );

const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 2 ** 30 }), fc.oneof(fc.nat(9), fc.nat(2 ** 30))));

export const anyMarks: fc.Arbitrary<DownloadMarks> = steps.map((gaps) => {
  let [tar, blob] = [0, 0];
  const marks = gaps.map(([tarGap, blobGap]) => {
    tar += tarGap;
    blob += blobGap;
    return { tar, blob };
  });
  return {
    tarBytes: Float64Array.from(marks, (mark) => mark.tar),
    blobBytes: Float64Array.from(marks, (mark) => mark.blob),
  };
});

export const anyRecord: fc.Arbitrary<BaselineRecord> = fc
  .tuple(
    fc.uniqueArray(anyIndex, { maxLength: 5, selector: ({ diffId }) => diffId }),
    fc.array(anyMarks, { maxLength: 5 }),
  )
  .map(([indexes, marks]) => recordOf('a'.repeat(40), indexes, marks));

/** Own properties, which a packed entry does not have, for comparisons. */
export const plainEntry = ({ path, kind, size, hash, mode, uid, gid, link }: Entry): Entry => ({
  path,
  kind,
  size,
  hash,
  mode,
  uid,
  gid,
  link,
});

export const plainIndex = (index: LayerIndex): LayerIndex => ({ ...index, entries: index.entries.map(plainEntry) });

/** Of a record that was decoded: with entries that can be compared. */
export function plainDecoded<T>(decoded: DecodedRecord | T): DecodedRecord | T {
  if (!isRecord(decoded)) return decoded;
  const layers = new Map([...decoded.record.layers].map(([diffId, index]) => [diffId, plainIndex(index)]));
  return { kind: 'record', record: { ...decoded.record, layers } };
}

const isRecord = (decoded: unknown): decoded is Extract<DecodedRecord, { kind: 'record' }> =>
  typeof decoded === 'object' && decoded !== null && 'record' in decoded;
