import * as fc from 'fast-check';
import { costOf } from '../../src/compare/cost.ts';
import type { CostPrices } from '../../src/model/settings.ts';

const GB = 1_000_000_000;
const cents = (amount: number) => amount * 10_000_000;
const prices: CostPrices = {
  currency: 'EUR',
  storagePerGbMonth: cents(10),
  transferPerGb: cents(9),
  pullsPerMonth: 2_000,
};

it.each<[string, CostPrices | null, number | null, number | null, ReturnType<typeof costOf>]>([
  ['no prices', null, GB, 0, null],
  [
    'all prices',
    prices,
    57_800_000,
    8_040_000,
    {
      currency: 'EUR',
      storagePerMonth: { total: 0.00578, delta: 0.000804 },
      transferPerPull: { total: 0.005202, delta: 0.000724 },
      transferPerMonth: { total: 10.404, delta: 1.4472 },
    },
  ],
  [
    'one price, and no baseline',
    { ...prices, transferPerGb: null, pullsPerMonth: null },
    GB,
    null,
    { currency: 'EUR', storagePerMonth: { total: 0.1, delta: null }, transferPerPull: null, transferPerMonth: null },
  ],
  [
    'a download size that is not known',
    { ...prices, pullsPerMonth: null },
    null,
    null,
    {
      currency: 'EUR',
      storagePerMonth: { total: null, delta: null },
      transferPerPull: { total: null, delta: null },
      transferPerMonth: null,
    },
  ],
])('%s', (_, given, bytes, delta, expected) => {
  expect(costOf(given, bytes, delta)).toEqual(expected);
});

it('is what decimals say, at any size and price, and the same for a loss as for a gain', () => {
  const bytes = fc.integer({ min: 0, max: 100_000 * GB });
  const price = fc.integer({ min: 0, max: 1_000_000 * GB });
  fc.assert(
    fc.property(bytes, price, (size, storagePerGbMonth) => {
      const figure = costOf({ ...prices, storagePerGbMonth }, size, -size)?.storagePerMonth;
      const exact = BigInt(size) * BigInt(storagePerGbMonth);
      const millionths = (exact + 500_000_000_000n) / 1_000_000_000_000n;
      expect(figure?.total).toBe(Number(millionths) / 1e6);
      expect(figure?.delta).toBe(figure?.total === 0 ? figure.delta : -(figure?.total ?? 0));
    }),
  );
});
