import { byPrice, isAdvice, priceBy, totalPrice } from '../../src/report/figures.ts';
import { sampleFinding } from '../support/report-samples.ts';

const price = (diskBytes: number) => ({ diskBytes, downloadBytes: diskBytes / 2, measured: true });
const cache = sampleFinding({ rule: 'cache', price: price(1000) });
const base = sampleFinding({ rule: 'base', price: null, baseSaving: { leastBytes: 3000, mostBytes: 5000 } });
const other = sampleFinding({ rule: 'other', price: null });

describe('what another base image saves', () => {
  it.each([
    ['no part of a sum on disk', 'disk', null, 1000],
    ['part of a sum of download by its least', 'download', 3000, 3500],
  ] as const)('is %s', (_name, metric, own, sum) => {
    expect(priceBy(metric, base)).toBe(own);
    expect(totalPrice([cache, base, other], metric)).toBe(sum);
  });

  it.each(['disk', 'download'] as const)('counts in the order by %s', (metric) => {
    expect(byPrice([other, cache, base], metric).map(({ rule }) => rule)).toEqual(['base', 'cache', 'other']);
  });

  it('is more than advice', () => {
    const info = (finding: typeof base) => isAdvice({ ...finding, severity: 'info' });
    expect([base, cache, other].map(info)).toEqual([false, false, true]);
  });
});
