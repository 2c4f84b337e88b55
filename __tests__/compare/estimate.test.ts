import * as fc from 'fast-check';
import { estimateFiles, estimateShared, shareOut } from '../../src/compare/estimate.ts';

describe('shareOut', () => {
  it.each([
    ['by weight', 100, [1, 3], [25, 75]],
    ['what does not divide evenly', 10, [1, 1, 1], [3, 4, 3]],
    ['nothing by no weight', 10, [0, 0], [0, 0]],
    ['among nobody', 10, [], []],
  ])('shares out %s', (_name, total, weights, shares) => {
    expect(shareOut(total, weights)).toEqual(shares);
  });

  it('gives away all that there is, and nobody less than nothing', () => {
    const bytes = fc.integer({ min: 0, max: 2 ** 40 });
    fc.assert(
      fc.property(bytes, fc.array(bytes, { minLength: 1 }), (total, weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        const shares = shareOut(total, weights);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('estimateShared', () => {
  const size = (diskBytes: number, downloadBytes: number, apartBytes: number | null = null) => ({
    ...{ diskBytes, downloadBytes, apartBytes },
  });
  it.each([
    ['nothing', 0, size(10, 5), size(20, 9), 0],
    ['what one side has alone, whatever came on the other', 1000, size(1000, 400), size(2000, 1390), 400],
    ['the side with less beside it', 900, size(1000, 500), size(9000, 900), 450],
    ['the mean where both have as much', 100, size(200, 100), size(200, 60), 40],
    ['what marks leave of the side with less beside it', 900, size(1000, 500, 400), size(9000, 900), 100],
    ['the mean of what marks and a rate leave', 100, size(200, 100, 70), size(200, 60), 30],
    ['nothing where marks leave none', 900, size(1000, 500, 600), size(9000, 900), 0],
    ['no more than either side downloads', 900, size(1000, 500), size(9000, 200), 200],
  ])('is told by %s', (_name, shared, before, after, expected) => {
    expect(estimateShared(shared, before, after)).toBe(expected);
    expect(estimateShared(shared, after, before)).toBe(expected);
  });
});

it('never says that files are larger compressed than in the tar', () => {
  expect(estimateFiles(5000, 100, 1)).toBe(612);
  expect(estimateFiles(50, 100, 1)).toBe(50);
  expect(estimateFiles(50, 0, 3)).toBe(0);
});
