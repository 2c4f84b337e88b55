import * as fc from 'fast-check';
import { packed, program, prose } from '../scripts/accuracy/filler.ts';
import type { Confirmation } from '../scripts/accuracy/measure.ts';
import { differenceOf, medianDifference, renderPage, wrongSigns } from '../scripts/accuracy/page.ts';

const confirmation = (
  predicted: number,
  saved: number,
  { download = null, ...over }: Partial<Confirmation> & { download?: number | null } = {},
): Confirmation => ({
  ...{ rule: 'log-files-shipped', line: 3, by: 'fix' },
  price: { diskBytes: predicted, downloadBytes: download, measured: true },
  saved: { diskBytes: saved, downloadBytes: download },
  ...over,
});

describe.each([
  ['prose', prose],
  ['program', program],
  ['packed', packed],
])('filler: %s', (_name, filler) => {
  it('is ASCII, as long as was asked for, and the same for the same seed alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 5000 }), (seed, bytes) => {
        const text = filler(seed, bytes);
        expect(Buffer.byteLength(text)).toBe(bytes);
        expect(text).toHaveLength(bytes);
        expect(filler(seed, bytes)).toBe(text);
        if (bytes > 100) expect(filler(`${seed}!`, bytes)).not.toBe(text);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a price beside what was saved', () => {
  it.each([
    [confirmation(1000, 1000), 0],
    [confirmation(1000, 1100), 0.1],
    [confirmation(1000, 900), -0.1],
    [confirmation(1000, -1000), -2],
  ])('is off by a part of the price', (found, expected) => {
    expect(differenceOf(found, 'diskBytes')).toBeCloseTo(expected);
  });

  it('is not compared where one of them is not known', () => {
    expect(differenceOf(confirmation(1000, 900), 'downloadBytes')).toBeNull();
  });

  it.each([
    [[1000, 1500, 900], 0.1],
    [[1000, 1500, 900, 700], 0.2],
    [[1300], 0.3],
  ])('in the median of %p', (saved, expected) => {
    const found = saved.map((bytes) => confirmation(1000, bytes));
    expect(medianDifference(found, 'diskBytes')).toBeCloseTo(expected);
  });

  it('has no median where nothing was measured', () => {
    expect(() => medianDifference([], 'diskBytes')).toThrow('nothing was measured');
  });

  it('has the wrong sign where the image did not get smaller in either way', () => {
    const larger = confirmation(1000, -1);
    const same = confirmation(1000, 0);
    const heavier = confirmation(1000, 900, { saved: { diskBytes: 900, downloadBytes: -4 } });
    expect(wrongSigns([larger, confirmation(1000, 10, { download: 5 }), same, heavier])).toEqual([
      larger,
      same,
      heavier,
    ]);
  });
});

it('tells in the page what was predicted, what was saved, and what was wrong', () => {
  const page = renderPage([
    confirmation(2_000_000, 2_000_000, { download: 400_000 }),
    confirmation(500_000, 600_000, { rule: 'gem-cache-or-docs-left-behind', by: 'hand', line: 7 }),
    confirmation(100_000, -100_000, { rule: 'chown-duplicates-files' }),
  ]);
  expect(page).toContain('smells of 3 rules');
  expect(page).toContain('On disk the median of the differences is 20% of the price; 1 of 3 are within 5 %.');
  expect(page).toContain('To download it is 0% of the price; 1 of 3 are within 5 %.');
  expect(page).toContain('do not make the image smaller: chown-duplicates-files (line 3).');
  expect(page).toContain('| 3 | its fix | 2 MB | 2 MB | 0% | 400 kB | 400 kB | 0% |');
  expect(page).toContain('| 7 | hand | 500 kB | 600 kB | +20% | – | – | – |');
});
