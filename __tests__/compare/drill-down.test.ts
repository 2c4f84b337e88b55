import * as fc from 'fast-check';
import { changesOf, compareSides } from '../../src/compare/compare.ts';
import type { Side } from '../../src/compare/side.ts';
import { tarBytesOf } from '../../src/model/download-marks.ts';
import type { Change, Metric, Size } from '../../src/model/report.ts';
import {
  anySide,
  anyUnmovedSide,
  dpkgFiles as dpkg,
  drawn,
  type LayerSpec,
  pythonFiles as python,
  sideOf,
} from '../support/sides.ts';

const base = (files: LayerSpec['files']): LayerSpec => ({ files, origin: 'base', instruction: 'FROM debian' });
const run = (files: LayerSpec['files'], instruction = 'RUN make'): LayerSpec => ({ files, instruction });

const rowsOf = (before: readonly LayerSpec[], after: readonly LayerSpec[]): string[] =>
  drawn(changesOf(compareSides(sideOf(before), sideOf(after), 'disk').rows, 'disk'));

const many = (count: number, directory: string, size: (at: number) => number): LayerSpec['files'] =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`${directory}/${String(at).padStart(2, '0')}`, size(at)]),
  );

describe('drillDown', () => {
  type Case = [name: string, before: LayerSpec[], after: LayerSpec[], rows: string[]];
  const cases: Case[] = [
    [
      'a file that grew, one that came and one that went',
      [run({ 'app/a': [10, '1'], 'app/b': 5, 'app/same': 7 })],
      [run({ 'app/a': [30, '2'], 'app/c': 6, 'app/same': 7 })],
      ['layer RUN make 21', '  directory /app 21', '    file /app/a 20', '    file /app/c 6', '    file /app/b -5'],
    ],
    [
      'directories without others by one path, as deep as they differ',
      [run({ 'srv/x/y/keep': 1 })],
      [run({ 'srv/x/y/keep': 1, 'srv/x/y/a': 1, 'srv/x/y/b': 2, 'srv/x/z/deep/c': 4, 'var/d': 8 })],
      [
        'layer RUN make 15',
        '  file /var/d 8',
        '  directory /srv/x 7',
        '    file /srv/x/z/deep/c 4',
        '    directory /srv/x/y 3',
        '      file /srv/x/y/b 2',
        '      file /srv/x/y/a 1',
      ],
    ],
    [
      'a package that was upgraded, with what of it changed',
      [
        base({
          ...dpkg('ssl', '3.0.11', 'usr/lib/ssl.so', 'usr/share/doc/ssl'),
          'usr/lib/ssl.so': [100, '11'],
          'usr/share/doc/ssl': 40,
        }),
      ],
      [
        base({
          ...dpkg('ssl', '3.0.14', 'usr/lib/ssl.so', 'usr/share/doc/ssl'),
          'usr/lib/ssl.so': [150, '14'],
          'usr/share/doc/ssl': 40,
        }),
      ],
      ['layer FROM debian 50', '  package ssl 50 upgraded 3.0.11 → 3.0.14', '    file /usr/lib/ssl.so 50'],
    ],
    [
      'a package that came, one that went',
      [run({ ...python('six', '1.16', 'six.py'), 'usr/lib/python3/site-packages/six.py': 30 })],
      [
        run({
          ...python('attrs', '23.1', 'attr/a.py', 'attr/b.py'),
          'usr/lib/python3/site-packages/attr/a.py': 10,
          'usr/lib/python3/site-packages/attr/b.py': 20,
        }),
      ],
      [
        'layer RUN make 21',
        '  package attrs 142 added - → 23.1',
        '    directory /usr/lib/python3/site-packages/attrs-23.1.dist-info 112',
        '      file /usr/lib/python3/site-packages/attrs-23.1.dist-info/RECORD 86',
        '      file /usr/lib/python3/site-packages/attrs-23.1.dist-info/METADATA 26',
        '    directory /usr/lib/python3/site-packages/attr 30',
        '      file /usr/lib/python3/site-packages/attr/b.py 20',
        '      file /usr/lib/python3/site-packages/attr/a.py 10',
        '  package six -121 removed 1.16 → -',
        '    directory /usr/lib/python3/site-packages/six-1.16.dist-info -91',
        '      file /usr/lib/python3/site-packages/six-1.16.dist-info/RECORD -67',
        '      file /usr/lib/python3/site-packages/six-1.16.dist-info/METADATA -24',
        '    file /usr/lib/python3/site-packages/six.py -30',
      ],
    ],
    [
      'an upgrade in a layer of its own over what lies below',
      [base({ ...dpkg('ssl', '3.0.11', 'usr/lib/ssl.so'), 'usr/lib/ssl.so': [100, '11'] })],
      [
        base({ ...dpkg('ssl', '3.0.11', 'usr/lib/ssl.so'), 'usr/lib/ssl.so': [100, '11'] }),
        run({ ...dpkg('ssl', '3.0.14', 'usr/lib/ssl.so'), 'usr/lib/ssl.so': [150, '14'] }, 'RUN apt-get upgrade'),
      ],
      [
        'layer RUN apt-get upgrade 224',
        '  package ssl 150 upgraded 3.0.11 → 3.0.14 again',
        '    file /usr/lib/ssl.so 150 again',
        '  other noise: package databases 74',
      ],
    ],
    [
      'files that a lower layer has, stored again as after a chown, and not one that is new there',
      [run({ 'app/a': 10, 'app/b': 20 }, 'COPY . /app')],
      [
        run({ 'app/a': 10, 'app/b': 20 }, 'COPY . /app'),
        run({ 'app/a': 10, 'app/b': [21, 'edited'], 'new/c': 5 }, 'RUN chown -R app /'),
      ],
      [
        'layer RUN chown -R app / 36',
        '  directory /app 31 again',
        '    file /app/b 21 again',
        '    file /app/a 10 again',
        '  file /new/c 5',
      ],
    ],
    [
      'files that came with a lower line, as new there and stored again above it',
      [run({ 'app/x': 1 })],
      [run({ 'app/x': 1 }), run({ 'app/m': 9 }, 'RUN head'), run({ 'app/m': 9 }, 'RUN chown')],
      ['layer RUN head 9', '  file /app/m 9', 'layer RUN chown 9', '  file /app/m 9 again'],
    ],
    [
      'a directory that was renamed, as a whole',
      [run({ 'srv/old/a': [10, 'a'], 'srv/old/sub/b': [20, 'b'], 'srv/old/sub/c': [30, 'c'], 'srv/keep': 7 })],
      [run({ 'srv/new/a': [10, 'a'], 'srv/new/sub/b': [20, 'b'], 'srv/new/sub/c': [30, 'c'], 'srv/keep': 7 })],
      [
        'layer RUN make 0',
        '  directory /srv/new 0 from /srv/old',
        '    file /srv/new/a 0 from /srv/old/a',
        '    directory /srv/new/sub 0 from /srv/old/sub',
        '      file /srv/new/sub/b 0 from /srv/old/sub/b',
        '      file /srv/new/sub/c 0 from /srv/old/sub/c',
      ],
    ],
    [
      'a directory into which some moved, not as renamed',
      [run({ 'srv/old/a': [10, 'a'], 'srv/old/b': [20, 'b'], 'srv/new/here': 7 })],
      [run({ 'srv/new/a': [10, 'a'], 'srv/new/b': [20, 'b'], 'srv/new/here': 7 })],
      [
        'layer RUN make 0',
        '  directory /srv/new 0',
        '    file /srv/new/a 0 from /srv/old/a',
        '    file /srv/new/b 0 from /srv/old/b',
      ],
    ],
    [
      'a file that moved within a layer, though nothing else did',
      [run({ 'old/model.bin': [1000, 'weights'], 'old/tiny': [0, ''] })],
      [run({ 'new/model.bin': [1000, 'weights'], 'new/tiny': [0, ''] })],
      ['layer RUN make 0', '  file /new/model.bin 0 from /old/model.bin'],
    ],
    [
      'a directory that was renamed, copies of one content in it',
      [run({ 'old/a/LICENSE': [5, 'mit'], 'old/b/LICENSE': [5, 'mit'], 'old/c': [9, 'c'] })],
      [run({ 'new/a/LICENSE': [5, 'mit'], 'new/b/LICENSE': [5, 'mit'], 'new/c': [9, 'c'] })],
      [
        'layer RUN make 0',
        '  directory /new 0 from /old',
        '    file /new/a/LICENSE 0 from /old/a/LICENSE',
        '    file /new/b/LICENSE 0 from /old/b/LICENSE',
        '    file /new/c 0 from /old/c',
      ],
    ],
    [
      'copies of which nobody knows which came from where as new',
      [run({ 'old/a': [5, 'mit'] })],
      [run({ 'new/b': [5, 'mit'], 'new/c': [5, 'mit'] })],
      ['layer RUN make 5', '  directory /new 10', '    file /new/b 5', '    file /new/c 5', '  file /old/a -5'],
    ],
    [
      'a file that moved from one layer to another, on both ends',
      [run({ 'a/x': [50, 'x'], 'a/y': 1 }, 'RUN one'), run({ 'b/z': 1 }, 'RUN two')],
      [run({ 'a/y': 1 }, 'RUN one'), run({ 'b/z': 1, 'b/x': [50, 'x'] }, 'RUN two')],
      ['layer RUN one -50', '  file /a/x -50 to /b/x', 'layer RUN two 50', '  file /b/x 50 from /a/x'],
    ],
    [
      'what is smaller than the ten that matter as one row',
      [run({})],
      [run(many(14, 'data', (at) => 100 - at))],
      [
        'layer RUN make 1309',
        '  directory /data 1309',
        '    file /data/00 100',
        '    file /data/01 99',
        '    file /data/02 98',
        '    file /data/03 97',
        '    file /data/04 96',
        '    file /data/05 95',
        '    file /data/06 94',
        '    file /data/07 93',
        '    file /data/08 92',
        '    file /data/09 91',
        '    other other (4 files) 354',
        '  other metadata and compression 0',
      ],
    ],
    [
      'eleven rows as they are',
      [run({})],
      [run(many(11, 'data', (at) => 100 - at))],
      [
        'layer RUN make 1045',
        '  directory /data 1045',
        '    file /data/00 100',
        '    file /data/01 99',
        '    file /data/02 98',
        '    file /data/03 97',
        '    file /data/04 96',
        '    file /data/05 95',
        '    file /data/06 94',
        '    file /data/07 93',
        '    file /data/08 92',
        '    file /data/09 91',
        '    file /data/10 90',
        '  other metadata and compression 0',
      ],
    ],
    [
      'noise as one row',
      [
        run({
          'var/lib/dpkg/status': [100, '1'],
          'var/log/dpkg.log': [10, '1'],
          'app/m.py': 10,
          'app/__pycache__/m.cpython-311.pyc': [50, '1'],
          'etc/ld.so.cache': [8, '1'],
        }),
      ],
      [
        run({
          'var/lib/dpkg/status': [120, '2'],
          'var/log/dpkg.log': [13, '2'],
          'app/m.py': 10,
          'app/__pycache__/m.cpython-311.pyc': [51, '2'],
          'etc/ld.so.cache': [9, '2'],
        }),
      ],
      ['layer RUN make 25', '  other noise: package databases, caches, logs, bytecode 25'],
    ],
    [
      'bytecode that came as what it is',
      [run({ 'app/m.py': 10 })],
      [run({ 'app/m.py': 10, 'app/__pycache__/m.cpython-311.pyc': 50 })],
      ['layer RUN make 50', '  file /app/__pycache__/m.cpython-311.pyc 50'],
    ],
    [
      'a row that stays as large, but not the same',
      [run({ 'a/x': 10 })],
      [run({ 'b/y': 10 })],
      ['layer RUN make 0', '  file /a/x -10', '  file /b/y 10'],
    ],
    [
      'nothing where only times changed',
      [{ ...run({ 'a/x': 10 }), salt: 'monday' }],
      [{ ...run({ 'a/x': 10 }), salt: 'tuesday' }],
      [],
    ],
    [
      'what a base image of several layers holds as one',
      [base({ 'a/x': [10, '1'] }), { ...base({ 'a/x': [20, '2'] }), salt: '2' }],
      [base({ 'a/x': [10, '1'] }), { ...base({ 'a/x': [25, '3'], 'a/y': 1 }), salt: '2' }],
      ['layer FROM debian 6', '  directory /a 6', '    file /a/x 5', '    file /a/y 1'],
    ],
    [
      'a path that is not UTF-8',
      [run({})],
      [run({ 'caf\xe9': 3 })],
      ['layer RUN make 3', '  file /caf� 3', '  other metadata and compression 0'],
    ],
    [
      'a file where a directory was',
      [run({ 'a/b': 3, 'a/c': 4 })],
      [run({ a: 10 })],
      ['layer RUN make 3', '  file /a 10', '  directory /a -7', '    file /a/c -4', '    file /a/b -3'],
    ],
  ];
  it.each(cases)('shows %s', (_name, before, after, expected) => {
    expect(rowsOf(before, after)).toEqual(expected);
  });

  const find = (before: readonly LayerSpec[], after: readonly LayerSpec[], label: string): Change => {
    const found = flat(changes(sideOf(before), sideOf(after))).find(({ row }) => row.label === label);
    if (found === undefined) throw new Error(`no row ${label}`);
    return found.row;
  };

  it('weighs packages and directories with what of them stayed', () => {
    const tool = (size: number) => ({
      ...dpkg('tool', '1', 'opt/tool/a', 'opt/tool/b'),
      'opt/tool/a': 40,
      'opt/tool/b': [size, `${size}`] as const,
    });
    const data = (files: LayerSpec['files']) => ({ 'srv/data/same': 1000, 'srv/data/deep/same': 10, ...files });
    const before = [run({ ...tool(5), ...data({}) })];
    const after = [run({ ...tool(9), ...data({ 'srv/data/x': 1, 'srv/data/y': 2 }) })];
    expect(find(before, after, 'tool')).toMatchObject({ before: { diskBytes: 45 }, after: { diskBytes: 49 } });
    expect(find(before, after, '/srv/data')).toMatchObject({ before: { diskBytes: 1010 }, after: { diskBytes: 1013 } });
    expect(find(before, after, '/srv/data/x')).toMatchObject({ before: null, after: { diskBytes: 1 } });
  });

  it('gives what came all that the layer grew by to download', () => {
    const [before, after] = [
      [{ ...run({ a: 1000 }), downloadBytes: 400 }],
      [{ ...run({ a: 1000, b: 50, c: 50 }), downloadBytes: 490 }],
    ];
    expect(find(before, after, '/b').delta).toEqual({ diskBytes: 50, downloadBytes: 45 });
    expect(find(before, after, '/c').delta).toEqual({ diskBytes: 50, downloadBytes: 45 });
  });

  it('tells by marks what files of a layer take that compress otherwise', () => {
    const marked = (files: Readonly<Record<string, number>>): LayerSpec => {
      const ends = Object.values(files).map((_, at, downloads) => downloads.slice(0, at + 1));
      const marks = {
        tarBytes: Float64Array.from(ends, ({ length }) => length * tarBytesOf({ size: 9000 })),
        blobBytes: Float64Array.from(ends, (downloads) => downloads.reduce((sum, bytes) => sum + bytes, 0)),
      };
      const sizes = Object.fromEntries(Object.keys(files).map((path) => [path, 9000]));
      return { ...run(sizes), downloadBytes: marks.blobBytes.at(-1) ?? 0, marks };
    };
    const deltas = (before: LayerSpec[], after: LayerSpec[]) =>
      flat(changes(sideOf(before), sideOf(after)))
        .filter(({ row }) => row.kind === 'file')
        .map(({ row }) => `${row.label} ${row.delta.downloadBytes}`);
    const [zeros, noise, both] = [{ zeros: 10 }, { noise: 8990 }, { app: 5000, noise: 8990 }];
    expect(deltas([], [marked({ ...zeros, ...noise })])).toEqual(['/noise 8990', '/zeros 10']);
    expect(deltas([marked({ app: 5000, ...zeros })], [marked(both)])).toEqual(['/noise 8990', '/zeros -10']);
  });

  it('takes nothing from what came for a file that another content of the same size is in', () => {
    const before = [{ ...run({ cache: [20_000, 'old'] }), downloadBytes: 2000 }];
    const after = [{ ...run({ cache: [20_000, 'new'], deb: 1000 }), downloadBytes: 2990 }];
    const [row] = changes(sideOf(before), sideOf(after));
    expect(row?.children).toMatchObject([{ label: '/deb', delta: { diskBytes: 1000, downloadBytes: 990 } }]);
    expect(row?.children).toHaveLength(1);
  });

  it('shows a file whose other content compresses worse', () => {
    const before = [{ ...run({ a: 500, data: [9000, 'zeros'] }), downloadBytes: 300 }];
    const after = [{ ...run({ a: 500, data: [9000, 'noise'] }), downloadBytes: 9300 }];
    const row = find(before, after, '/data');
    expect(row.delta.diskBytes).toBe(0);
    expect(row.delta.downloadBytes).toBeGreaterThan(8000);
  });

  it('says that no file is the reason where only the compression differs', () => {
    const before = [{ ...run({ a: 1000 }), downloadBytes: 400, salt: 'old' }];
    const after = [{ ...run({ a: 1000 }), downloadBytes: 390, salt: 'new' }];
    const [row] = changes(sideOf(before), sideOf(after));
    expect(row?.children).toMatchObject([
      { kind: 'other', label: 'metadata and compression', delta: { diskBytes: 0, downloadBytes: -10 } },
    ]);
  });

  it('does not know download sizes of two stores, nor what a layer without an index holds', () => {
    const [before, after] = [[run({ a: 1 })], [run({ a: 1, b: 2 })]];
    const [other] = changes(sideOf(before), sideOf(after, { store: 'classic' }));
    expect(other?.children).toMatchObject([{ label: '/b', delta: { diskBytes: 2, downloadBytes: null } }]);
    const [unknown] = changes({ ...sideOf(before), indexes: new Map() }, sideOf(after));
    expect(unknown).toMatchObject({ delta: { diskBytes: 2 }, children: [] });
  });

  it('asks neither for the file system nor for owners where the layers are the same', () => {
    const fail = () => {
      throw new Error('asked');
    };
    const side = { ...sideOf([run({ a: 1 })]), fileSystem: fail, owners: fail };
    expect(changes(side, { ...side })).toEqual([]);
    const touched = { ...sideOf([{ ...run({ a: 1 }), salt: 'touched' }]), fileSystem: fail, owners: fail };
    expect(changes(side, touched)).toEqual([]);
  });

  it('stays small, whatever is in the layers', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, at) => [
        `d${at % 12}/e${at % 13}/f${at % 11}/g${at % 14}/h${at % 17}/${at}`,
        at + 1,
      ]),
    );
    const deep = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${'x/'.repeat(at)}f`, at + 1]));
    const rows = flat(changes(sideOf([run({})]), sideOf([run({ ...wide, ...deep })])));
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows.length).toBeLessThan(2100);
    expect(Math.max(...rows.map(({ at }) => at.split(' > ').length))).toBeLessThanOrEqual(1 + 7);
  });

  const changes = (before: Side, after: Side, metric: Metric = 'disk'): Change[] =>
    changesOf(compareSides(before, after, metric).rows, metric);
  const metrics = fc.constantFrom<Metric>('disk', 'download');

  /** All rows with the path of labels that leads to them. */
  const flat = (rows: readonly Change[], above = ''): { readonly at: string; readonly row: Change }[] =>
    rows.flatMap((row) => {
      // The line of a layer may read otherwise on the other side.
      const at = `${above} > ${row.kind} ${row.kind === 'layer' ? '' : row.label}`;
      return [{ at, row }, ...flat(row.children, at)];
    });

  const total = (sizes: readonly Size[], of: keyof Size): number | null =>
    sizes.reduce<number | null>((sum, size) => (sum === null || size[of] === null ? null : sum + size[of]), 0);

  it('has levels that add up to the one above, by both metrics', () => {
    fc.assert(
      fc.property(anySide, anySide, metrics, (before, after, metric) => {
        for (const { at, row } of flat(changes(before, after, metric))) {
          if (row.children.length === 0) continue;
          const deltas = row.children.map(({ delta }) => delta);
          expect([at, total(deltas, 'diskBytes')]).toEqual([at, row.delta.diskBytes]);
          expect([at, total(deltas, 'downloadBytes')]).toEqual([at, row.delta.downloadBytes]);
        }
      }),
    );
  });

  it('has rows whose sizes differ by their delta, and none that is twice in a level', () => {
    fc.assert(
      fc.property(anySide, anySide, (before, after) => {
        const rows = flat(changes(before, after));
        for (const { at, row } of rows) {
          const grown = (row.after?.diskBytes ?? 0) - (row.before?.diskBytes ?? 0);
          expect([at, grown]).toEqual([at, row.delta.diskBytes]);
          const labels = row.children.map(({ kind, label }) => `${kind} ${label}`);
          expect(labels).toEqual([...new Set(labels)]);
        }
      }),
    );
  });

  it('has no rows for an image and itself, and the same rows every time', () => {
    fc.assert(
      fc.property(anySide, anySide, metrics, (before, after, metric) => {
        expect(changes(before, before, metric)).toEqual([]);
        expect(changes(before, after, metric)).toEqual(changes(before, after, metric));
      }),
    );
  });

  /** All rows as texts, by both metrics. */
  const texts = (rows: readonly Change[], sign: 1 | -1): string[] =>
    flat(rows)
      .map(({ at, row: { delta, movedFrom, movedTo } }) => {
        const sizes = [delta.diskBytes, delta.downloadBytes].map((bytes) => (bytes === null ? null : bytes * sign + 0));
        const moves = sign === 1 ? [movedFrom, movedTo] : [movedTo, movedFrom];
        return [at, ...sizes, ...moves].join(' | ');
      })
      .sort();

  it('says the opposite from the other end', () => {
    fc.assert(
      fc.property(anyUnmovedSide, anyUnmovedSide, metrics, (a, b, metric) => {
        expect(texts(changes(a, b, metric), 1)).toEqual(texts(changes(b, a, metric), -1));
      }),
    );
  });

  // It stands at its new path, which is another one from the other end.
  it('says of what moved within its row where it was, from either end', () => {
    const moved = (rows: readonly Change[]) =>
      flat(rows).flatMap(({ row }) => (row.movedFrom !== null && row.delta.diskBytes === 0 ? [row] : []));
    const wholly = (rows: readonly Change[]) => flat(rows).every(({ row }) => !row.label.startsWith('other ('));
    fc.assert(
      fc.property(anySide, anySide, (a, b) => {
        const [forth, back] = [changes(a, b), changes(b, a)];
        fc.pre(wholly(forth) && wholly(back));
        const there = moved(forth).map(({ label, movedFrom }) => `${movedFrom} → ${label}`);
        expect(there.sort()).toEqual(
          moved(back)
            .map(({ label, movedFrom }) => `${label} → ${movedFrom}`)
            .sort(),
        );
      }),
    );
  });
});
