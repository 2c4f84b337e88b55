import type { Cost, CostFigure } from '../model/report.ts';
import type { CostPrices } from '../model/settings.ts';

/**
 * What an image costs by its download size, and what its change costs: a month in a registry, as if it shared no layer
 * with others, and to be pulled whole. Null: no prices.
 *
 * Exact to a millionth of the currency, where it is rounded: integers throughout.
 */
export function costOf(prices: CostPrices | null, downloadBytes: number | null, delta: number | null): Cost | null {
  if (prices === null) return null;
  const { currency, storagePerGbMonth, transferPerGb, pullsPerMonth } = prices;
  const figure = (price: number | null, times: number | null): CostFigure | null =>
    price === null || times === null
      ? null
      : { total: amount(downloadBytes, price, times), delta: amount(delta, price, times) };
  return {
    currency,
    storagePerMonth: figure(storagePerGbMonth, 1),
    transferPerPull: figure(transferPerGb, 1),
    transferPerMonth: figure(transferPerGb, pullsPerMonth),
  };
}

const bytesPerGb = 1_000_000_000n;
const billionthsPerMillionth = 1_000n;

/** @param price billionths of the currency for a GB */
function amount(bytes: number | null, price: number, times: number): number | null {
  if (bytes === null) return null;
  const exact = BigInt(bytes) * BigInt(price) * BigInt(times);
  return Number(rounded(exact, bytesPerGb * billionthsPerMillionth)) / 1e6;
}

/** Half away from zero, so that a loss is rounded as a gain is. */
function rounded(value: bigint, divisor: bigint): bigint {
  const half = value < 0n ? -divisor / 2n : divisor / 2n;
  return (value + half) / divisor;
}
