import * as fc from 'fast-check';
import { overlay } from '../../src/analysis/filesystem.ts';
import { findOwners } from '../../src/analysis/ownership.ts';
import type { Entry } from '../../src/model/image.ts';
import { digestOf } from '../support/measurements.ts';
import { ownersOf, packageRows, unownedRows } from '../support/ownership.ts';
import { fileEntry, indexOf } from '../support/records.ts';

const status = (name: string) => `Package: ${name}\nStatus: install ok installed\nVersion: 1\n`;

describe('ownership', () => {
  it('weighs a package in the layers that hold its files, not in the one that wrote the database', async () => {
    const list = { 'var/lib/dpkg/info/a.list': '/a/1\n/a/2\n' };
    const { packages } = await ownersOf(
      { ...list, 'a/1': 'x'.repeat(10), 'a/2': 'x'.repeat(10), 'var/lib/dpkg/status': status('b') },
      { 'a/2': 'x'.repeat(30) },
      { 'var/lib/dpkg/status': status('a') },
    );
    expect(packages).toEqual([
      {
        manager: 'dpkg',
        name: 'a',
        version: '1',
        architecture: null,
        diskBytes: 40,
        files: 2,
        layers: [
          { layer: 0, diskBytes: 10 },
          { layer: 1, diskBytes: 30 },
        ],
      },
    ]);
  });

  it('shows the rest by the directories that hold most of it, the scattered part at the top', async () => {
    const owners = await ownersOf({
      'opt/app/data/a': 'x'.repeat(3000),
      'opt/app/data/deep/b': 'x'.repeat(10),
      'opt/app/c': 'x'.repeat(900),
      'srv/x/y/z': 'x'.repeat(20),
      top: 'x'.repeat(30),
    });
    expect(packageRows(owners)).toEqual([]);
    expect(unownedRows(owners)).toEqual(['/opt/app/data 3010', '/opt/app 900', '/ 50']);
  });

  it('is not known where a layer does not know what it collected', () => {
    const known = indexOf(digestOf('a'), [fileEntry('a', 1)]);
    const unknown = indexOf(digestOf('b'), [fileEntry('b', 1)], null);
    expect(findOwners([known], overlay([known]))).not.toBeNull();
    expect(findOwners([known, unknown], overlay([known, unknown]))).toBeNull();
  });

  it('follows links to directories, as far as the kernel would', async () => {
    const list = '/lib64/x\n/loop/x\n/up/x\n/a/b/c\n';
    const owners = await ownersOf({
      lib64: '→ /usr/lib64',
      'usr/lib64': '→ lib',
      'usr/lib/x': 'x'.repeat(5),
      loop: '→ loop2',
      loop2: '→ loop',
      'var/up': 'x',
      up: '→ ../../../a',
      'a/x': 'x'.repeat(7),
      'var/lib/dpkg/status': status('a'),
      'var/lib/dpkg/info/a.list': list,
    });
    expect(packageRows(owners)).toEqual(['dpkg a 1 - 12']);
  });

  const path = fc
    .array(fc.constantFrom('usr', 'lib', 'node_modules', 'p', 'q.dist-info', '__pycache__', 'm.py', 'm.c.pyc'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.join('/'));
  const entry: fc.Arbitrary<Entry> = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(path, fc.nat(5000)).map(([name, size]) => fileEntry(name, size)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(path, path, fc.constantFrom('symlink' as const, 'hardlink' as const, 'whiteout' as const))
        .map(([name, link, kind]) => fileEntry(name, 0, { kind, hash: null, link: kind === 'whiteout' ? null : link })),
    },
  );
  const collected = fc
    .dictionary(
      fc.oneof(
        path.map((name) => `${name}/RECORD`),
        path.map((name) => `node_modules/${name}/package.json`),
        fc.constantFrom('var/lib/dpkg/status', 'var/lib/dpkg/info/a.list', 'lib/apk/db/installed', 'usr/lib/p'),
      ),
      fc.oneof(
        fc.array(path).map((paths) => paths.join('\n')),
        fc.array(path).map((paths) => `P:x\nF:\n${paths.map((name) => `R:${name}`).join('\n')}`),
        fc.constant(status('a')),
        fc.constantFrom('go\nx\n', 'rust\n\n', 'other', ''),
      ),
    )
    .map((files) => new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
  const layer = fc
    .record({ entries: fc.array(entry, { maxLength: 25 }), collected })
    .map(({ entries, collected: found }) =>
      indexOf(
        digestOf('layer'),
        [...entries, ...[...found].map(([name, text]) => fileEntry(name, text.length))],
        found,
      ),
    );

  it('adds up to the live bytes and files, in each layer, whatever the files claim', () => {
    fc.assert(
      fc.property(fc.array(layer, { maxLength: 4 }), (layers) => {
        const fileSystem = overlay(layers);
        const owners = findOwners(layers, fileSystem);
        const rows = [...(owners?.packages ?? []), ...(owners?.unowned ?? [])];
        expect(rows.reduce((sum, row) => sum + row.diskBytes, 0)).toBe(fileSystem.liveBytes);
        expect(rows.reduce((sum, row) => sum + row.files, 0)).toBe(fileSystem.live.length);
        layers.forEach((_, at) => {
          const held = rows.flatMap((row) => row.layers).filter(({ layer: of }) => of === at);
          const live = fileSystem.live.filter((file) => file.layer === at);
          expect(held.reduce((sum, { diskBytes }) => sum + diskBytes, 0)).toBe(
            live.reduce((sum, file) => sum + file.entry.size, 0),
          );
        });
      }),
    );
  });
});
