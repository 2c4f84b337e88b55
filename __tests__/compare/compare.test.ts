import * as fc from 'fast-check';
import { alignLayers } from '../../src/compare/align.ts';
import { changesOf, compareSides } from '../../src/compare/compare.ts';
import { recordSide } from '../../src/compare/side.ts';
import type { MeasuredLayer, Measurement } from '../../src/model/measurement.ts';
import type { Metric, Size } from '../../src/model/report.ts';
import { anyMeasurement, measuredLayer, measurementOf } from '../support/measurements.ts';

const base = (content: string, over: Partial<MeasuredLayer> = {}) =>
  measuredLayer(content, { origin: 'base', instruction: 'FROM debian', ...over });

/** Of measurements alone: no baseline has its layers' indexes. */
function compareMeasurements(before: Measurement, after: Measurement, metric: Metric) {
  const [old, current] = [before, after].map((measurement) =>
    recordSide({ measurement, layers: new Map(), marks: new Map() }),
  );
  if (old === undefined || current === undefined) throw new Error('two images are compared');
  const { delta, rows } = compareSides(old, current, metric);
  return { delta, changes: changesOf(rows, metric) };
}

describe('alignLayers', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((content) => measuredLayer(content)) as [
    MeasuredLayer,
    MeasuredLayer,
    MeasuredLayer,
  ];
  const [again, third] = [measuredLayer('a'), measuredLayer('a')];
  const edited = measuredLayer('b2', { instruction: 'RUN b' });
  const cases: [string, MeasuredLayer[], MeasuredLayer[], [MeasuredLayer | null, MeasuredLayer | null][]][] = [
    [
      'the same layers',
      [a, b],
      [a, b],
      [
        [a, a],
        [b, b],
      ],
    ],
    [
      'an instruction inserted in the middle',
      [a, c],
      [a, b, c],
      [
        [a, a],
        [null, b],
        [c, c],
      ],
    ],
    [
      'an instruction removed',
      [a, b, c],
      [a, c],
      [
        [a, a],
        [c, c],
        [b, null],
      ],
    ],
    [
      'instructions swapped',
      [a, b],
      [b, a],
      [
        [b, b],
        [a, a],
      ],
    ],
    [
      'another content for the same instruction',
      [a, b],
      [a, edited],
      [
        [a, a],
        [b, edited],
      ],
    ],
    [
      'content before instruction',
      [b, edited],
      [edited],
      [
        [edited, edited],
        [b, null],
      ],
    ],
    [
      'the empty layer, which repeats',
      [a, again, b],
      [a, again, third],
      [
        [a, a],
        [again, again],
        [null, third],
        [b, null],
      ],
    ],
  ];
  it.each(cases)('pairs %s', (_name, before, after, pairs) => {
    expect(alignLayers(before, after).map(({ before, after }) => [before, after])).toEqual(pairs);
  });

  it.each([
    ['a word added', 'RUN apt-get install -y curl', 'RUN apt-get install -y curl git', true],
    ['another command', 'RUN apt-get install -y curl', 'RUN make all', false],
    ['another keyword', 'COPY a b', 'ADD a b', false],
  ])('recognises an edited instruction: %s', (_name, old, edited, paired) => {
    const [first, second] = [measuredLayer('1', { instruction: old }), measuredLayer('2', { instruction: edited })];
    expect(alignLayers([first], [second])).toHaveLength(paired ? 1 : 2);
  });

  it('pairs an edited instruction with the one that is most like it', () => {
    const install = (words: string) => measuredLayer(words, { instruction: `RUN apt-get install -y ${words}` });
    const [one, two, edited] = [install('a b c d'), install('e f g h'), install('e f g h i')];
    expect(alignLayers([one, two], [edited])[0]).toEqual({ before: two, after: edited });
  });

  const inStage = (stage: string, content: string) =>
    measuredLayer(content, {
      instruction: 'RUN x',
      location: { file: 'Dockerfile', firstLine: 1, lastLine: 1, stage },
    });

  it('recognises a stage that was renamed', () => {
    const [build, builder] = [inStage('build', '1'), inStage('builder', '2')];
    expect(alignLayers([build], [builder])).toEqual([{ before: build, after: builder }]);
  });

  it('pairs the most alike first, whichever comes first', () => {
    const install = (words: string) => measuredLayer(words, { instruction: `RUN apt-get install ${words}` });
    const [old, closer, close] = [install('a b c d e'), install('a b c d e f'), install('a b c x y')];
    expect(alignLayers([old], [close, closer])).toEqual([
      { before: null, after: close },
      { before: old, after: closer },
    ]);
  });

  it('gives the same pairs from both ends', () => {
    const pairs = (one: Measurement, other: Measurement) =>
      alignLayers(one.layers, other.layers).map(({ before, after }) => [
        before && one.layers.indexOf(before),
        after && other.layers.indexOf(after),
      ]);
    fc.assert(
      fc.property(anyMeasurement, anyMeasurement, (a, b) => {
        const back = pairs(b, a).map(([before, after]) => JSON.stringify([after, before]));
        expect(new Set(back)).toEqual(new Set(pairs(a, b).map((pair) => JSON.stringify(pair))));
      }),
    );
  });

  it('keeps the same instruction of two stages apart', () => {
    const pairs = alignLayers([inStage('build', '1'), inStage('final', '2')], [inStage('final', '3')]);
    expect(pairs[0]?.before?.location?.stage).toBe('final');
  });
});

describe('compareSides', () => {
  it('shows what grew by its line, the largest first', () => {
    const before = measurementOf([base('base'), measuredLayer('deps', { diskBytes: 5000 }), measuredLayer('gone')]);
    const after = measurementOf([
      base('base'),
      measuredLayer('deps+', { instruction: 'RUN deps', diskBytes: 9000 }),
      measuredLayer('new', { diskBytes: 100 }),
    ]);
    const { delta, changes } = compareMeasurements(before, after, 'disk');
    expect(delta).toEqual({ diskBytes: 3100, downloadBytes: 0, percent: (3100 / 7000) * 100 });
    expect(
      changes.map(({ label, delta, before, after }) => [label, delta.diskBytes, before === null, after === null]),
    ).toEqual([
      ['RUN deps', 4000, false, false],
      ['RUN gone', -1000, false, true],
      ['RUN new', 100, true, false],
    ]);
  });

  it('shows a new base image as one row', () => {
    const before = measurementOf([base('x', { diskBytes: 10 }), base('y', { diskBytes: 20 }), measuredLayer('app')]);
    const after = measurementOf([base('z', { diskBytes: 35, instruction: 'FROM debian:13' }), measuredLayer('app')]);
    expect(compareMeasurements(before, after, 'disk').changes).toMatchObject([
      { label: 'FROM debian:13', before: { diskBytes: 30 }, after: { diskBytes: 35 }, delta: { diskBytes: 5 } },
    ]);
  });

  it('never compares download sizes of two stores', () => {
    const layers = [measuredLayer('a')];
    const { delta, changes } = compareMeasurements(
      measurementOf(layers, { store: 'classic' }),
      measurementOf([measuredLayer('a', { downloadBytes: 1 })]),
      'disk',
    );
    expect({ delta, changes }).toEqual({ delta: { diskBytes: 0, downloadBytes: null, percent: 0 }, changes: [] });
  });

  it.each(['disk', 'download'] as const)('has no percentage of nothing (%s)', (metric) => {
    expect(
      compareMeasurements(measurementOf([]), measurementOf([measuredLayer('a')]), metric).delta.percent,
    ).toBeNull();
  });

  const total = (rows: readonly { delta: Size }[], of: keyof Size) =>
    rows.reduce<number | null>((sum, { delta }) => (sum === null || delta[of] === null ? null : sum + delta[of]), 0);

  it('has rows that add up to the delta', () => {
    fc.assert(
      fc.property(anyMeasurement, anyMeasurement, (before, after) => {
        const { delta, changes } = compareMeasurements(before, after, 'disk');
        expect(delta.diskBytes).toBe(after.diskBytes - before.diskBytes);
        expect(total(changes, 'diskBytes')).toBe(delta.diskBytes);
        if (delta.downloadBytes !== null) expect(total(changes, 'downloadBytes')).toBe(delta.downloadBytes);
        if (before.downloadBytes !== null && after.downloadBytes !== null) {
          expect(delta.downloadBytes).toBe(after.downloadBytes - before.downloadBytes);
        }
      }),
    );
  });

  it('has no rows for an image and itself', () => {
    fc.assert(
      fc.property(anyMeasurement, (image) => {
        expect(compareMeasurements(image, image, 'download').changes).toEqual([]);
      }),
    );
  });

  it('is antisymmetric', () => {
    fc.assert(
      fc.property(anyMeasurement, anyMeasurement, (a, b) => {
        const forth = compareMeasurements(a, b, 'disk').delta;
        const back = compareMeasurements(b, a, 'disk').delta;
        expect(forth.diskBytes + back.diskBytes).toBe(0);
        expect((forth.downloadBytes ?? 0) + (back.downloadBytes ?? 0)).toBe(0);
      }),
    );
  });
});
