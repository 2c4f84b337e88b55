import * as fc from 'fast-check';
import { filesOf, type Owner, recordSide } from '../../src/compare/side.ts';
import { digestOf, measuredLayer, measurementOf } from '../support/measurements.ts';
import { fileEntry, indexOf, recordOf } from '../support/records.ts';
import { anySide, dpkgFiles, pythonFiles, sideOf } from '../support/sides.ts';

describe('a side', () => {
  it('tells of all files, what they belong to, and whether they are seen', () => {
    const side = sideOf([
      { files: { 'usr/bin/tool': [5, 'old'], 'usr/bin/free': 3, 'usr/lib/gone': 2 } },
      { files: { ...dpkgFiles('tool', '2', 'usr/bin/tool'), 'usr/bin/tool': [7, 'new'] } },
    ]);
    const files = [...(filesOf(side) ?? [])].filter(({ path }) => path.startsWith('usr/'));
    expect(
      files.map(({ path, layer, live, owner, entry }) => [path, layer, live, owner?.name ?? null, entry.size]).sort(),
    ).toEqual([
      ['usr/bin/free', 0, true, null, 3],
      ['usr/bin/tool', 0, false, 'tool', 5],
      ['usr/bin/tool', 1, true, 'tool', 7],
      ['usr/lib/gone', 0, true, null, 2],
    ]);
    expect(side.owners()?.versions({ manager: 'dpkg', name: 'tool' })).toEqual(['2']);
    expect(side.owners()?.versions({ manager: 'dpkg', name: 'other' })).toEqual([]);
  });

  it('does not know its files where the index of a layer is missing', () => {
    const measurement = measurementOf([measuredLayer('a')]);
    const side = recordSide({ measurement, layers: new Map(), marks: new Map() });
    expect([side.fileSystem(), side.owners(), filesOf(side)]).toEqual([null, null, null]);
  });

  it('knows its files, but not whose they are, where an index collected other things', () => {
    const side = recordSide(recordOf('a'.repeat(40), [indexOf(digestOf('a'), [fileEntry('a', 1)], null)]));
    expect(side.owners()).toBeNull();
    expect([...(filesOf(side) ?? [])]).toMatchObject([{ path: 'a', live: true, owner: null }]);
  });

  it('tells of some files what it tells of all', () => {
    fc.assert(
      fc.property(anySide, fc.nat(), (side, seed) => {
        const held = [...(filesOf(side) ?? [])].map(({ path }) => path);
        const some = new Set(held.filter((_, at) => (at + seed) % 3 === 0));
        const [all, among] = [side.owners(), side.ownersAmong(some)];
        for (const path of some) expect([path, named(among?.of(path))]).toEqual([path, named(all?.of(path))]);
        const packages = held.flatMap((path) => all?.of(path) ?? []);
        for (const owner of packages) expect(among?.versions(owner)).toEqual(all?.versions(owner));
      }),
    );
  });

  it('tells whose bytecode it is that is asked for without its module', () => {
    const side = sideOf([
      { files: { ...pythonFiles('six', '1.16', 'six.py'), [`${site}/six.py`]: 30 } },
      { files: { [bytecode]: 9 } },
    ]);
    expect(side.ownersAmong(new Set([bytecode]))?.of(bytecode)).toMatchObject({ name: 'six' });
  });
});

const site = 'usr/lib/python3/site-packages';
const bytecode = `${site}/__pycache__/six.cpython-311.pyc`;
const named = (owner: Owner | null | undefined) => owner && `${owner.manager} ${owner.name} ${owner.version}`;
