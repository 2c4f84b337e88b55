import * as fc from 'fast-check';
import { compareSides } from '../../src/compare/compare.ts';
import { focusOn } from '../../src/compare/focus.ts';
import type { Side } from '../../src/compare/side.ts';
import { dpkgFiles, drawn, type LayerSpec, sideOf } from '../support/sides.ts';

const focused = (path: string, before: Side, after: Side) =>
  focusOn(path, compareSides(before, after, 'disk').rows, before, after, 'disk');

const layer = (instruction: string, files: LayerSpec['files']): LayerSpec => ({ instruction, files });

const before = sideOf([
  layer('RUN apt-get install', {
    ...dpkgFiles('ssl', '3.0.11', 'usr/lib/ssl.so', 'usr/share/doc/ssl'),
    'usr/lib/ssl.so': [100, 'old'],
    'usr/share/doc/ssl': [40, 'old'],
  }),
  layer('COPY . /srv', { 'srv/a': [7, 'a'], 'srv/b': 5, srvice: 3 }),
]);
const after = sideOf([
  layer('RUN apt-get install', {
    ...dpkgFiles('ssl', '3.0.14', 'usr/lib/ssl.so', 'usr/share/doc/ssl'),
    'usr/lib/ssl.so': [150, 'new'],
    'usr/share/doc/ssl': [44, 'new'],
  }),
  layer('COPY . /srv', { 'srv/sub/a': [7, 'a'], 'srv/b': 5, 'srv/c': 20, srvice: [11, 'grown'] }),
]);

describe('below a path', () => {
  it.each<[string, string, number, string[]]>([
    [
      'a directory',
      '/usr/lib',
      50,
      ['layer RUN apt-get install 50', '  package ssl 50 upgraded 3.0.11 → 3.0.14', '    file /usr/lib/ssl.so 50'],
    ],
    [
      'a directory whose name begins another',
      '/srv',
      20,
      ['layer COPY . /srv 20', '  directory /srv 20', '    file /srv/c 20', '    file /srv/sub/a 0 from /srv/a'],
    ],
    ['a file', '/srvice', 8, ['layer COPY . /srv 8', '  file /srvice 8']],
    ['what moved in from elsewhere', '/srv/sub', 0, ['layer COPY . /srv 0', '  file /srv/sub/a 0 from /srv/a']],
    ['nothing', '/opt', 0, []],
  ])('are the rows of %s', (_, path, diskBytes, rows) => {
    const { changes, focus } = focused(path, before, after);
    expect(drawn(changes)).toEqual(rows);
    expect(focus).toMatchObject({ path, delta: { diskBytes } });
  });

  it('keep cause and evidence, and rows below them the cause', () => {
    const { rows } = compareSides(before, after, 'disk');
    const caused = rows.map((row) => ({
      ...row,
      change: { ...row.change, cause: 'drift' as const, evidence: 'unchanged', assumed: false },
    }));
    const [row] = focusOn('/usr', caused, before, after, 'disk').changes;
    expect(row).toMatchObject({ cause: 'drift', evidence: 'unchanged', assumed: false });
    expect(row?.children[0]).toMatchObject({ cause: 'drift', evidence: null, assumed: false });
  });

  it('are not known where the files of a layer are not', () => {
    const { measurement } = before;
    const forgotten: Side = { ...before, measurement, indexes: new Map(), owners: () => null, fileSystem: () => null };
    expect(focused('/usr', forgotten, after)).toEqual({
      changes: [],
      focus: { path: '/usr', delta: { diskBytes: null, downloadBytes: null } },
    });
  });
});

it('has every changed byte below one of the directories of the root, and all below the root', () => {
  const directories = ['bin', 'etc', 'usr'];
  const file = fc.record({
    path: fc
      .tuple(fc.constantFrom(...directories), fc.constantFrom('a', 'b', 'c/d', 'c/e'))
      .map((parts) => parts.join('/')),
    size: fc.nat(1_000),
  });
  const image = fc
    .array(fc.array(file, { maxLength: 6 }), { minLength: 1, maxLength: 3 })
    .map((layers) =>
      sideOf(
        layers.map((files, at) =>
          layer(`RUN ${at}`, Object.fromEntries(files.map(({ path, size }) => [path, [size, `${path} ${size}`]]))),
        ),
      ),
    );
  fc.assert(
    fc.property(image, image, (one, other) => {
      const bytesBelow = (path: string) => focused(path, one, other).focus?.delta.diskBytes ?? Number.NaN;
      const whole = compareSides(one, other, 'disk').delta.diskBytes;
      expect(bytesBelow('/')).toBe(whole);
      expect(directories.reduce((sum, name) => sum + bytesBelow(`/${name}`), 0)).toBe(whole);
    }),
  );
});
