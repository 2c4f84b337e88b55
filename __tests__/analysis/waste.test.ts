import * as fc from 'fast-check';
import { overlay } from '../../src/analysis/filesystem.ts';
import { wasteOf } from '../../src/analysis/waste.ts';
import type { LayerAttribution } from '../../src/model/attribution.ts';
import type { Entry, LayerIndex } from '../../src/model/image.ts';
import { dir, file, gone, hardlink, layer, opaque } from '../support/layers.ts';

const own = (line: number): LayerAttribution => ({
  origin: 'own',
  instruction: `RUN ${line}`,
  location: { file: 'Dockerfile', firstLine: line, lastLine: line, stage: '0' },
  attribution: 'provenance',
});
const base: LayerAttribution = { origin: 'base', instruction: null, location: null, attribution: 'provenance' };

const waste = (layers: readonly LayerIndex[], attributions: readonly LayerAttribution[] = []) =>
  wasteOf(overlay(layers), attributions);

const line = ({ layer: index, location }: { layer: number; location: { firstLine: number } | null }) =>
  location?.firstLine ?? `layer ${index}`;

const show = (layers: readonly LayerIndex[], attributions: readonly LayerAttribution[]) =>
  waste(layers, attributions).rows.map(
    ({ how, diskBytes, files, broughtBy, hiddenBy }) =>
      `${diskBytes} in ${files} ${how}: ${line(broughtBy)} by ${line(hiddenBy)}`,
  );

const lower = layer(dir('d'), file('d/a', 'aaaa'), file('d/b', 'bb'));

describe('waste', () => {
  it.each<{ name: string; layers: LayerIndex[]; rows: string[] }>([
    { name: 'nothing', layers: [lower], rows: [] },
    { name: 'a deleted file', layers: [lower, layer(gone('d/a'))], rows: ['4 in 1 deleted: 1 by 2'] },
    { name: 'a deleted directory', layers: [lower, layer(gone('d'))], rows: ['6 in 2 deleted: 1 by 2'] },
    {
      name: 'an emptied directory, as the classic store writes it',
      layers: [lower, layer(dir('d'), opaque('d'))],
      rows: ['6 in 2 deleted: 1 by 2'],
    },
    {
      name: 'an overwritten file, and one with other metadata',
      layers: [lower, layer(file('d/a', 'AAAA')), layer(file('d/b', 'bb'))],
      rows: ['4 in 1 modified: 1 by 2', '2 in 1 metadata: 1 by 3'],
    },
    {
      name: 'a file that gave way to a link',
      layers: [lower, layer(hardlink('d/a', 'd/b'))],
      rows: ['4 in 1 modified: 1 by 2'],
    },
    {
      name: 'a file that three lines wrote: each is blamed for what it hid',
      layers: [lower, layer(file('d/a', 'A')), layer(file('d/a', 'x')), layer(gone('d/a'))],
      rows: ['4 in 1 modified: 1 by 2', '1 in 1 modified: 2 by 3', '1 in 1 deleted: 3 by 4'],
    },
  ])('names the lines that brought and hid it: $name', ({ layers, rows }) => {
    expect(
      show(
        layers,
        layers.map((_, at) => own(at + 1)),
      ),
    ).toEqual(rows);
  });

  it('tells what the base image hid from what the lines did, though it was brought by the base', () => {
    const layers = [lower, layer(gone('d/b')), layer(gone('d/a'))];
    expect(waste(layers, [base, base, own(2)])).toMatchObject({
      hiddenBy: { base: 2, own: 4, unknown: 0 },
      rows: [
        { diskBytes: 4, broughtBy: { origin: 'base' }, hiddenBy: { origin: 'own', instruction: 'RUN 2' } },
        { diskBytes: 2, broughtBy: { origin: 'base' }, hiddenBy: { origin: 'base' } },
      ],
    });
    expect(waste(layers).hiddenBy).toEqual({ base: 0, own: 0, unknown: 6 });
  });

  it('is exact', () => {
    const layers = [lower, layer(gone('d/a'), file('d/b', 'b'), file('e', '0123456789'))];
    expect(waste(layers)).toMatchObject({
      liveBytes: 11,
      deadBytes: 6,
      efficiency: 11 / 17,
      how: { deleted: 4, modified: 2, metadata: 0 },
    });
    expect(waste([]).efficiency).toBe(1);
  });

  it('names the largest files of a row', () => {
    const many = layer(...[3, 1, 5, 2, 5].map((size, at) => file(`d/${at}`, 'x'.repeat(size))));
    expect(waste([many, layer(gone('d'))]).rows[0]?.largest).toEqual([
      { path: '/d/2', diskBytes: 5 },
      { path: '/d/4', diskBytes: 5 },
      { path: '/d/0', diskBytes: 3 },
    ]);
  });

  const path = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
  const entry: fc.Arbitrary<Entry> = fc.oneof(
    fc.tuple(path, fc.string({ maxLength: 5 })).map(([at, content]) => file(at, content)),
    fc.tuple(path, path).map(([at, to]) => hardlink(at, to)),
    path.map(dir),
    path.map(gone),
    path.map(opaque),
  );

  it('adds up in its rows and in each split, to the byte', () => {
    const origins = fc.array(fc.constantFrom<LayerAttribution>(base, own(1), { ...base, origin: null }), {
      minLength: 5,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(fc.array(entry, { maxLength: 8 }), { maxLength: 5 }), origins, (all, attributions) => {
        const layers = all.map((entries) => layer(...entries));
        const { liveBytes, deadBytes, how, hiddenBy, rows } = waste(layers, attributions);
        expect(liveBytes + deadBytes).toBe(layers.reduce((sum, { diskBytes }) => sum + diskBytes, 0));
        expect(rows.reduce((sum, { diskBytes }) => sum + diskBytes, 0)).toBe(deadBytes);
        expect(how.deleted + how.modified + how.metadata).toBe(deadBytes);
        expect(hiddenBy.base + hiddenBy.own + hiddenBy.unknown).toBe(deadBytes);
      }),
    );
  });
});
