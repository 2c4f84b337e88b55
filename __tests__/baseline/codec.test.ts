import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { decodeRecord, encodeIndex, encodeRecord, type RecordFiles } from '../../src/baseline/codec.ts';
import { digestOf } from '../support/measurements.ts';
import { anyIndex, anyRecord, fileEntry, indexOf, plainDecoded, recordOf } from '../support/records.ts';

const commit = 'a'.repeat(40);
const layer = indexOf(digestOf('layer'), [
  { path: 'usr', kind: 'directory', size: 0, hash: null, mode: 0o755, uid: 0, gid: 0, link: null },
  fileEntry('usr/lib', 5),
  fileEntry('usr/lib64', 7, { uid: 2 ** 31 }),
  { path: 'usr/link', kind: 'symlink', size: 0, hash: null, mode: 0o777, uid: 0, gid: 0, link: '' },
]);
const layerFile = `layers/${layer.diffId.slice('sha256:'.length)}`;
const record = recordOf(commit, [layer]);

const marks = { tarBytes: Float64Array.of(1024, 2560), blobBytes: Float64Array.of(300, 700) };
const marked = recordOf(commit, [layer], [marks]);
const marksFile = [...encodeRecord(marked).keys()].at(-1) ?? '';

const decode = (files: RecordFiles) => plainDecoded(decodeRecord(files));

/** The record's files with the document or the layer's columns changed. */
function tampered(change: {
  document?: (json: Record<string, unknown>) => unknown;
  columns?: (raw: Buffer) => Buffer;
}) {
  const files = encodeRecord(record);
  if (change.document) {
    const json = JSON.parse(String(files.get('measurement.json')));
    files.set('measurement.json', Buffer.from(JSON.stringify(change.document(json))));
  }
  const columns = files.get(layerFile);
  if (change.columns && columns) files.set(layerFile, zstdCompressSync(change.columns(zstdDecompressSync(columns))));
  return files;
}

/** With the bytes of section `number` (the columns' order) in place of its own. */
function withSection(raw: Buffer, number: number, bytes: Buffer): Buffer {
  const sections: Buffer[] = [];
  for (let at = 0; at < raw.length; ) {
    const end = at + 4 + raw.readUInt32LE(at);
    sections.push(raw.subarray(at + 4, end));
    at = end;
  }
  sections[number] = bytes;
  return Buffer.concat(
    sections.flatMap((section) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(section.length);
      return [length, section];
    }),
  );
}

describe('a record', () => {
  it('comes back as it went, whatever bytes its paths hold', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        expect(decode(encodeRecord(any))).toEqual({ kind: 'record', record: any });
      }),
    );
  });

  it('is measurement.json and a file for each distinct layer', () => {
    const twice = { ...record, measurement: { ...record.measurement } };
    twice.measurement.layers = [...record.measurement.layers, ...record.measurement.layers];
    const files = encodeRecord(twice);
    expect([...files.keys()]).toEqual(['measurement.json', layerFile]);
    expect(decode(files)).toEqual({ kind: 'record', record: twice });
  });

  it('has equal bytes for equal layers, whatever the record', () => {
    fc.assert(
      fc.property(anyIndex, (index) => {
        const other = recordOf('b'.repeat(40), [index, indexOf(digestOf('another'), [])]);
        const file = `layers/${index.diffId.slice('sha256:'.length)}`;
        expect(encodeRecord(other).get(file)).toEqual(encodeIndex(structuredClone(index)));
      }),
    );
  });

  it('is also a file for each distinct blob whose marks are known', () => {
    const layers = [...marked.measurement.layers, ...marked.measurement.layers];
    const twice = { ...marked, measurement: { ...marked.measurement, layers } };
    const files = encodeRecord(twice);
    expect([...files.keys()]).toEqual(['measurement.json', layerFile, marksFile]);
    expect(marksFile).toBe(`marks/${marked.measurement.layers[0]?.digest?.slice('sha256:'.length)}`);
    expect(decode(files)).toEqual({ kind: 'record', record: twice });
  });

  it('of a version that had no marks has none', () => {
    const files = encodeRecord(marked);
    files.delete(marksFile);
    expect(decode(files)).toEqual({ kind: 'record', record: { ...marked, marks: new Map() } });
  });

  it('does not know the marks of a blob that is none of the measurement', () => {
    const other = new Map(encodeRecord(record)).set(marksFile, Buffer.from('not even looked at'));
    expect(decode(other)).toEqual({ kind: 'record', record });
  });

  it('keeps the order of entries, for which a tar has reasons', () => {
    const index = indexOf(digestOf('order'), [fileEntry('b', 1), fileEntry('a', 1), fileEntry('b', 2)]);
    const decoded = decode(encodeRecord(recordOf(commit, [index])));
    expect(decoded.kind === 'record' && decoded.record.layers.get(index.diffId)).toEqual(index);
  });

  it('of a version that collected other things, or nothing yet, does not know what was collected', () => {
    const collecting = indexOf(
      digestOf('collected'),
      [],
      new Map([['var/lib/dpkg/status', Buffer.from('Package: a')]]),
    );
    const encoded = encodeRecord(recordOf(commit, [collecting]));
    const [, path = ''] = [...encoded.keys()];
    const raw = zstdDecompressSync(encoded.get(path) ?? Buffer.of());
    const collectedOf = (columns: Buffer) => {
      const decoded = decodeRecord(new Map(encoded).set(path, zstdCompressSync(columns)));
      return decoded.kind === 'record' ? decoded.record.layers.get(collecting.diffId)?.collected : decoded;
    };
    expect(collectedOf(raw)).toEqual(collecting.collected);
    expect(collectedOf(withSection(raw, 12, Buffer.from([1, 0])))).toBeNull();
    expect(collectedOf(raw.subarray(0, 12 * 4))).toBeNull();
  });

  it('tells that it is newer before it looks at anything else', () => {
    const files = tampered({ document: () => ({ version: 2, measurement: 'not what we know' }) });
    files.delete(layerFile);
    expect(decodeRecord(files)).toEqual({ kind: 'newer', version: 2 });
  });
});

describe('a record from outside that cannot be used', () => {
  const withMarks = (content: Buffer) => new Map(encodeRecord(marked)).set(marksFile, content);
  const manyVarints = (value: number) => Buffer.from([value, value, value, value]);
  const cases: readonly [name: string, files: ReadonlyMap<string, Buffer>, reason: RegExp][] = [
    ['nothing', new Map(), /it has no measurement\.json/],
    ['text', new Map([['measurement.json', Buffer.from('<html>')]]), /is not JSON/],
    ['null', new Map([['measurement.json', Buffer.from('null')]]), /states no version/],
    ['a version that is no number', tampered({ document: (json) => ({ ...json, version: '1' }) }), /states no version/],
    ['a version 0', tampered({ document: (json) => ({ ...json, version: 0 }) }), /states no version/],
    ['no measurement', tampered({ document: () => ({ version: 1, trend: [] }) }), /measurement\.json: measurement: /],
    [
      'a trend without end',
      tampered({
        document: (json) => ({
          ...json,
          trend: Array(201).fill({ commit, created: '2026-01-01T00:00:00Z', diskBytes: 1, downloadBytes: 1 }),
        }),
      }),
      /measurement\.json: trend: /,
    ],
    ['a large document', new Map([['measurement.json', Buffer.alloc(17 * 2 ** 20, ' ')]]), /larger than any/],
    ['no index', new Map([...encodeRecord(record)].slice(0, 1)), /the index of layer sha256:\w+ is missing/],
    ['an index that is no zstd', new Map([...encodeRecord(record)]).set(layerFile, Buffer.from('zstd')), /damaged/],
    [
      'an index that is cut',
      new Map([...encodeRecord(record)]).set(
        layerFile,
        (encodeRecord(record).get(layerFile) ?? Buffer.of()).subarray(0, 30),
      ),
      /damaged/,
    ],
    [
      'a bomb',
      new Map(encodeRecord(record)).set(layerFile, zstdCompressSync(Buffer.alloc(300 * 2 ** 20))),
      /larger than/,
    ],
    ['columns that end early', tampered({ columns: (raw) => raw.subarray(0, raw.length - 1) }), /a column is cut off/],
    [
      'sizes that do not add up',
      tampered({ columns: (raw) => withSection(raw, 4, Buffer.from([0, 5, 8, 0])) }),
      /add up/,
    ],
    [
      'collected content that ends early',
      tampered({ columns: (raw) => withSection(raw, 12, Buffer.from([3, 1, 0, 9])) }),
      /a column is cut off/,
    ],
    ['too few sizes', tampered({ columns: (raw) => withSection(raw, 4, Buffer.from([0, 5])) }), /a column is cut off/],
    ['a directory with a size', tampered({ columns: (raw) => withSection(raw, 4, manyVarints(4)) }), /not a file/],
    ['an unknown kind', tampered({ columns: (raw) => withSection(raw, 3, manyVarints(9)) }), /unknown kind/],
    [
      'a path that shares what is not there',
      tampered({ columns: (raw) => withSection(raw, 0, manyVarints(9)) }),
      /path/,
    ],
    [
      'a number beyond what counts exactly',
      tampered({ columns: (raw) => withSection(raw, 7, Buffer.alloc(40, 0xff)) }),
      /a number is too large/,
    ],
    [
      'paths that grow without end',
      tampered({
        // Each path shares all of the one before and adds a little: 64 KiB of text for three bytes.
        columns: (raw) => {
          const count = 20_000;
          const long = Buffer.concat([Buffer.from([0x80, 0x80, 0x04]), Buffer.alloc(count - 1)]);
          const shares = Buffer.concat([Buffer.from([0]), ...Array(count - 1).fill(Buffer.from([0x80, 0x80, 0x04]))]);
          const zeros = Buffer.alloc(count);
          const columns: [number, Buffer][] = [
            [0, shares],
            [1, long],
            [2, Buffer.alloc(2 ** 16, 'a')],
            [3, zeros],
            ...[4, 5, 7, 8, 9, 10].map((number): [number, Buffer] => [number, zeros]),
          ];
          return columns.reduce((left, [number, bytes]) => withSection(left, number, bytes), raw);
        },
      }),
      /the paths are too long/,
    ],
    [
      'entries without end',
      tampered({ columns: (raw) => withSection(raw, 3, Buffer.alloc(4_000_001)) }),
      /too many entries/,
    ],
    ['marks that are no zstd', withMarks(Buffer.from('zstd')), /the marks of blob sha256:\w+ are damaged/],
    ['a bomb of marks', withMarks(zstdCompressSync(Buffer.alloc(2 ** 20))), /are damaged: .*larger than/],
    ['marks that are cut', withMarks(zstdCompressSync(Buffer.from([2, 9, 9, 9]))), /a column is cut off/],
    ['no count of marks', withMarks(zstdCompressSync(Buffer.alloc(0))), /a column is cut off/],
    [
      'marks without end',
      withMarks(zstdCompressSync(Buffer.concat([Buffer.from([0x81, 0x20]), Buffer.alloc(8194, 1)]))),
      /too many marks/,
    ],
    [
      'marks beyond the end of their blob',
      withMarks(zstdCompressSync(Buffer.from([1, 1, 0xbd, 5]))),
      /are damaged: they go beyond its end/,
    ],
  ];
  it.each(cases)('%s', (_, files, reason) => {
    const decoded = decodeRecord(files);
    expect(decoded.kind === 'unreadable' && decoded.reason).toMatch(reason);
  });

  it('never throws, whatever byte was changed', () => {
    const files = encodeRecord(marked);
    const names = [...files.keys()];
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(255), (file, at, byte) => {
        const name = names[file % names.length] ?? '';
        const raw = files.get(name) ?? Buffer.of();
        const content = name === 'measurement.json' ? Buffer.from(raw) : zstdDecompressSync(raw);
        content[at % content.length] = byte;
        const changed = new Map(files).set(name, name === 'measurement.json' ? content : zstdCompressSync(content));
        expect(['record', 'newer', 'unreadable']).toContain(decodeRecord(changed).kind);
      }),
    );
  });
});
