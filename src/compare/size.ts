import type { Metric, Size } from '../model/report.ts';

export const nothing: Size = { diskBytes: 0, downloadBytes: 0 };

/** What is unknown in a part is unknown in the whole. */
export const addSizes = (a: Size, b: Size): Size => combine(a, b, (x, y) => x + y);

export const subtractSizes = (a: Size, b: Size): Size => combine(a, b, (x, y) => x - y);

function combine(a: Size, b: Size, operation: (x: number, y: number) => number): Size {
  const known = (x: number | null, y: number | null) => (x === null || y === null ? null : operation(x, y));
  return {
    diskBytes: known(a.diskBytes, b.diskBytes),
    downloadBytes: known(a.downloadBytes, b.downloadBytes),
  };
}

/** Whether neither size differs from 0, as far as is known. */
export const isNothing = ({ diskBytes, downloadBytes }: Size): boolean => !diskBytes && !downloadBytes;

/** How much a delta matters: by the metric, by disk where that is not known. */
export function weightOf(delta: Size, metric: Metric): number {
  const first = metric === 'disk' ? delta.diskBytes : delta.downloadBytes;
  return Math.abs(first ?? delta.diskBytes ?? 0);
}
