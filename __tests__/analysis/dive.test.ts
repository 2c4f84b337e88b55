import * as fc from 'fast-check';
import { applyDiveRules, diveFigures } from '../../src/analysis/dive.ts';
import { overlay } from '../../src/analysis/filesystem.ts';
import type { DiveRules } from '../../src/model/dive.ts';
import type { Entry, LayerIndex } from '../../src/model/image.ts';
import { dir, file, gone, hardlink, layer, opaque } from '../support/layers.ts';
import { literalDive } from '../support/literal-dive.ts';

const lower = layer(dir('d'), file('d/a', 'aaaa'), file('d/b', 'bb'), hardlink('d/h', 'd/a'));

/** `count×bytes path`, as dive lists them. */
const show = (layers: readonly LayerIndex[]) => {
  const { efficiency, wastedBytes, inefficientFiles } = diveFigures(layers);
  return {
    efficiency,
    wastedBytes,
    paths: inefficientFiles.map(({ count, sizeBytes, file: path }) => `${count}×${sizeBytes} ${path}`),
  };
};

describe("dive's figures", () => {
  it.each<{ name: string; layers: LayerIndex[]; efficiency: number; wastedBytes: number; paths: string[] }>([
    { name: 'no layers', layers: [], efficiency: 1, wastedBytes: 0, paths: [] },
    { name: 'one layer', layers: [lower], efficiency: 1, wastedBytes: 0, paths: [] },
    {
      name: 'a file twice: both copies are wasted',
      layers: [lower, layer(file('d/a', 'aaa'))],
      efficiency: 5 / 9,
      wastedBytes: 7,
      paths: ['2×7 /d/a'],
    },
    {
      name: 'a deleted file: its whiteout is an occurrence without size',
      layers: [lower, layer(gone('d/a'))],
      efficiency: 2 / 6,
      wastedBytes: 4,
      paths: ['2×4 /d/a'],
    },
    {
      name: 'a deleted directory: one occurrence, of the size of all below',
      layers: [lower, layer(gone('d'))],
      efficiency: 1,
      wastedBytes: 0,
      paths: [],
    },
    {
      name: 'a directory that was deleted twice',
      layers: [lower, layer(gone('d')), layer(dir('d'), file('d/c', 'c')), layer(gone('d'))],
      efficiency: 8 / 14,
      wastedBytes: 7,
      paths: ['2×7 /d'],
    },
    {
      name: 'a directory that only its children imply weighs nothing when it goes',
      layers: [layer(file('d/a', 'aaaa')), layer(gone('d'))],
      efficiency: 1,
      wastedBytes: 0,
      paths: [],
    },
    {
      name: 'an opaque marker hides nothing',
      layers: [lower, layer(dir('d'), opaque('d')), layer(gone('d/b'))],
      efficiency: 4 / 6,
      wastedBytes: 2,
      paths: ['2×2 /d/b'],
    },
    {
      name: 'an opaque marker makes its directory, a leaf',
      layers: [layer(opaque('e')), layer(opaque('e'))],
      efficiency: 1,
      wastedBytes: 0,
      paths: ['2×0 /e'],
    },
    {
      name: 'a file over a directory: as long as it is one, a whiteout takes nothing; the children stay',
      layers: [lower, layer(file('d', 'x')), layer(gone('d')), layer(dir('d')), layer(gone('d'))],
      efficiency: 6 / 7,
      wastedBytes: 1,
      paths: ['4×1 /d'],
    },
    {
      name: 'a whiteout of nothing: what follows it in its layer is not read',
      layers: [layer(file('z', 'z')), layer(file('a', 'aa'), gone('b'), file('z', 'zz')), layer(file('z', 'zzz'))],
      efficiency: 1 / 4,
      wastedBytes: 4,
      paths: ['2×4 /z'],
    },
    {
      name: 'a path twice in a tar counts once, as it is last',
      layers: [layer(file('a', 'aaa'), file('a', 'a')), layer(file('a', 'aa'))],
      efficiency: 1 / 3,
      wastedBytes: 3,
      paths: ['2×3 /a'],
    },
    {
      name: 'a name before its own whiteout, in the order of names, goes with it',
      layers: [layer(file('+', 'x')), layer(gone('+'), file('+', 'y')), layer(file('+', 'z'), gone('+')), layer()],
      efficiency: 0,
      wastedBytes: 3,
      paths: ['4×3 /+'],
    },
  ])('$name', ({ layers, name: _name, ...expected }) => {
    expect(show(layers)).toEqual(expected);
  });

  it('weighs all layers, and those behind the first', () => {
    expect(diveFigures([lower, layer(file('d/a', 'aaa')), layer(file('x', 'x'))])).toMatchObject({
      sizeBytes: 10,
      userSizeBytes: 4,
      userWastedPercent: 7 / 4,
    });
  });

  it('knows no part of nothing', () => {
    expect(diveFigures([lower])).toMatchObject({ userSizeBytes: 0, userWastedPercent: null });
  });

  it('lists the largest first, then by path', () => {
    const twice = layer(file('b', '1'), file('a', '1'), file('c', '22'));
    expect(diveFigures([twice, twice]).inefficientFiles.map((each) => each.file)).toEqual(['/c', '/a', '/b']);
  });

  it('takes a tar that nests deeper than a stack', () => {
    const deep = Array.from({ length: 16_000 }, () => 'd').join('/');
    const layers = [layer(file(deep, 'x')), layer(gone(deep)), layer(gone('d'))];
    expect(diveFigures(layers).wastedBytes).toBe(1);
  });

  const name = fc.constantFrom('a', 'b', '+', '.x');
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
  const entry: fc.Arbitrary<Entry> = fc.oneof(
    fc.tuple(path, fc.string({ maxLength: 5 })).map(([at, content]) => file(at, content)),
    path.map(dir),
    path.map(gone),
    path.map(opaque),
  );
  const someLayers = fc
    .array(fc.array(entry, { maxLength: 8 }), { maxLength: 5 })
    .map((all) => all.map((each) => layer(...each)));

  it('are what its way gives when taken literally, whatever the layers', () => {
    fc.assert(
      fc.property(someLayers, (layers) => {
        const [ours, literal] = [show(layers), literalDive(layers)];
        expect(ours.efficiency).toBe(literal.efficiency);
        expect(ours.paths.toSorted()).toEqual(literal.paths.toSorted());
      }),
      { numRuns: 1000 },
    );
  });

  it('stays within its bounds, whatever the layers', () => {
    fc.assert(
      fc.property(someLayers, (layers) => {
        const { efficiency, wastedBytes, sizeBytes, inefficientFiles } = diveFigures(layers);
        expect(efficiency).toBeGreaterThanOrEqual(0);
        expect(efficiency).toBeLessThanOrEqual(1);
        expect(wastedBytes).toBe(inefficientFiles.reduce((sum, each) => sum + each.sizeBytes, 0));
        expect(sizeBytes).toBe(overlay(layers).totalBytes);
      }),
    );
  });

  it('wastes nothing where no path comes twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }).filter((text) => !/[/.]/.test(text))), (names) => {
        const layers = names.map((each, at) => layer(file(`${at}${each}`, each)));
        expect(diveFigures(layers)).toMatchObject({ efficiency: 1, wastedBytes: 0 });
      }),
    );
  });
});

describe("dive's rules", () => {
  const figures = diveFigures([lower, layer(file('d/a', 'aaa'), file('e', '1234567'))]);
  const off: DiveRules = { lowestEfficiency: null, highestWastedBytes: null, highestUserWastedPercent: null };
  const statuses = (rules: Partial<DiveRules>, of = figures) =>
    applyDiveRules(of, { ...off, ...rules }).map(({ status }) => status);

  it('measures what they judge', () => {
    expect(figures).toMatchObject({ efficiency: 12 / 16, wastedBytes: 7, userWastedPercent: 7 / 10 });
  });

  it.each<[string, Partial<DiveRules>, string[]]>([
    ['all disabled', {}, ['skip', 'skip', 'skip']],
    [
      'met to the digit',
      { lowestEfficiency: 0.75, highestWastedBytes: 7, highestUserWastedPercent: 0.7 },
      ['pass', 'pass', 'pass'],
    ],
    [
      'just broken',
      { lowestEfficiency: 0.7500001, highestWastedBytes: 6, highestUserWastedPercent: 0.6999999 },
      ['fail', 'fail', 'fail'],
    ],
    ['nothing allowed', { highestWastedBytes: 0 }, ['skip', 'fail', 'skip']],
  ])('%s', (_name, rules, expected) => {
    expect(statuses(rules)).toEqual(expected);
  });

  it('lets pass what is no number, and fails what is infinite', () => {
    const rule = { highestUserWastedPercent: 1 };
    expect(statuses(rule, diveFigures([lower]))).toEqual(['pass', 'skip', 'skip']);
    expect(statuses(rule, diveFigures([lower, layer(gone('d/a'))]))).toEqual(['fail', 'skip', 'skip']);
  });
});
