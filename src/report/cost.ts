import type { CostFigure, ImageReport } from '../model/report.ts';

/** `storage 0.0035 EUR a month (+0.0005)`, `transfer 0.0052 EUR a pull`; empty: there are no prices, or no download size. */
export function costParts({ cost }: ImageReport): string[] {
  if (cost === null) return [];
  const part = (what: string, figure: CostFigure | null, per: string) =>
    figure === null || figure.total === null
      ? []
      : [`${what} ${money(figure.total)} ${cost.currency} ${per}${change(figure.delta)}`];
  return [
    ...part('storage', cost.storagePerMonth, 'a month'),
    ...part('transfer', cost.transferPerPull, 'a pull'),
    ...part('all pulls', cost.transferPerMonth, 'a month'),
  ];
}

export const changesCost = ({ cost }: ImageReport): boolean =>
  [cost?.storagePerMonth, cost?.transferPerPull, cost?.transferPerMonth].some((figure) => figure?.delta);

const change = (delta: number | null): string => (delta ? ` (${delta > 0 ? '+' : ''}${money(delta)})` : '');

/** Cents; two digits of what is less than one of the currency. */
function money(amount: number): string {
  if (Math.abs(amount) >= 1)
    return amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return String(Number(amount.toPrecision(2)));
}
