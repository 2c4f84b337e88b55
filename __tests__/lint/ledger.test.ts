import * as fc from 'fast-check';
import { lint } from '../../src/lint/lint.ts';
import { subjectOf } from '../support/lint-cases.ts';

/** A layer with pip's cache, which is a finding of its own, held against a limit. */
const pricesOf = (cache: number, others: number, maxLayerBytes: number) => {
  const findings = lint(
    subjectOf({
      ...{ name: '', maxLayerBytes, dockerfile: 'FROM debian\nRUN pip install six\n' },
      layers: { 2: { 'root/.cache/pip/x': cache, 'opt/x': others } },
    }),
  );
  const priceOf = (rule: string) => findings.find((each) => each.rule === rule)?.price?.diskBytes ?? null;
  return [priceOf('pip-cache-left-behind'), priceOf('layer-exceeds-budget')];
};

describe('what a layer takes above a limit', () => {
  it.each([
    ['all of it, where nothing else is found', 0, 1500, 1000, [null, 500]],
    ['what another finding has is not priced again', 600, 900, 500, [600, 400]],
    ['where another finding has all of it there is none', 600, 900, 1000, [600, null]],
  ])('%s', (_name, cache, others, limit, prices) => {
    expect(pricesOf(cache, others, limit)).toEqual(prices);
  });

  it('is never more than the layer, with all else', () => {
    const size = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(size, size, size, (cache, others, limit) => {
        const sum = pricesOf(cache, others, limit).reduce<number>((total, price) => total + (price ?? 0), 0);
        expect(sum).toBe(Math.max(cache, cache + others - limit));
      }),
    );
  });
});
