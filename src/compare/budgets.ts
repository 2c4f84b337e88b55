import type { Measurement } from '../model/measurement.ts';
import type { BudgetResult, Metric, Verdict } from '../model/report.ts';
import type { Budgets, Limit } from '../model/settings.ts';
import { formatBytes, formatDistinctBytes, formatPercentDelta } from '../units.ts';
import type { Comparison } from './compare.ts';

export interface Weighing {
  readonly metric: Metric;
  readonly current: Measurement;
  /** Null: no baseline. */
  readonly baseline: Measurement | null;
  readonly delta: Comparison['delta'] | null;
}

/** Holds a measurement against every budget; none hides another. */
export function evaluateBudgets(budgets: Budgets, weighing: Weighing): BudgetResult[] {
  const results: BudgetResult[] = [];
  if (budgets.maxSize !== null) results.push(evaluateSize(budgets.maxSize, weighing));
  const { maxIncrease } = budgets;
  if (maxIncrease?.percent != null) results.push(evaluatePercent(maxIncrease.percent, weighing));
  if (maxIncrease?.bytes != null) results.push(evaluateIncrease(maxIncrease.bytes, weighing));
  return results;
}

/**
 * Growth never fails a push: what is merged is merged, and the record of it must be kept.
 * A budget that could not be held against anything does not fail either.
 */
export function verdictOf(results: readonly BudgetResult[], enforcement: 'gate' | 'record'): Verdict {
  const has = (status: BudgetResult['status']) => results.some((result) => result.status === status);
  if (has('fail')) return enforcement === 'gate' ? 'fail' : 'warn';
  return has('warn') ? 'warn' : 'pass';
}

const bytesOf = (metric: Metric, size: { diskBytes: number; downloadBytes: number | null }): number | null =>
  metric === 'disk' ? size.diskBytes : size.downloadBytes;

function evaluateSize(limit: Limit, { metric, current, baseline, delta }: Weighing): BudgetResult {
  const actual = bytesOf(metric, current);
  const result = {
    budget: 'max-size',
    limit: limit.text,
    metric,
    actualBytes: actual,
    limitBytes: limit.bytes,
  } as const;
  if (actual === null)
    return { ...result, status: 'unknown', message: `${metric} size is unknown: max-size was not checked` };
  const [shown, over] = formatDistinctBytes([actual, limit.bytes]);
  if (actual <= limit.bytes) return { ...result, status: 'pass', message: `${shown} is within max-size ${limit.text}` };
  const exceeds = `${shown} (${metric}) is ${formatBytes(actual - limit.bytes)} over max-size ${over}`;
  // An image that was too big already must not block everyone: only who makes it bigger fails.
  const growth = delta === null ? null : bytesOf(metric, delta);
  const before = baseline === null ? null : bytesOf(metric, baseline);
  const excused = before !== null && before > limit.bytes && growth !== null && growth <= 0;
  return excused
    ? { ...result, status: 'warn', message: `${exceeds}, as the baseline was already; it did not grow` }
    : { ...result, status: 'fail', message: exceeds };
}

function growthOf({ metric, baseline, delta }: Weighing): { bytes: number; percent: number | null } | string {
  if (baseline === null || delta === null) return 'there is no baseline';
  const bytes = bytesOf(metric, delta);
  if (bytes !== null) return { bytes, percent: delta.percent };
  return baseline.store === null ? `the ${metric} size is unknown` : `the baseline's ${metric} size can't be compared`;
}

function evaluatePercent(limit: number, weighing: Weighing): BudgetResult {
  const { metric, baseline } = weighing;
  const growth = growthOf(weighing);
  const text = `${limit}%`;
  const result = { budget: 'max-increase', limit: text, metric } as const;
  if (typeof growth === 'string') return unknownIncrease(result, growth);
  const before = (baseline && bytesOf(metric, baseline)) ?? 0;
  const limitBytes = Math.floor((before * limit) / 100);
  const grew = `grew by ${formatBytes(growth.bytes)}${growth.percent === null ? '' : ` (${formatPercentDelta(growth.percent)})`}`;
  return judgeIncrease({ ...result, actualBytes: growth.bytes, limitBytes }, grew);
}

function evaluateIncrease(limitBytes: number, weighing: Weighing): BudgetResult {
  const growth = growthOf(weighing);
  const [text] = formatDistinctBytes([limitBytes]);
  const result = { budget: 'max-increase', limit: text, metric: weighing.metric } as const;
  if (typeof growth === 'string') return unknownIncrease(result, growth);
  return judgeIncrease({ ...result, actualBytes: growth.bytes, limitBytes }, `grew by ${formatBytes(growth.bytes)}`);
}

type Subject = Pick<BudgetResult, 'budget' | 'limit' | 'metric'>;

const unknownIncrease = (subject: Subject, why: string): BudgetResult => ({
  ...subject,
  actualBytes: null,
  limitBytes: null,
  status: 'unknown',
  message: `max-increase ${subject.limit} was not checked: ${why}`,
});

function judgeIncrease(subject: Subject & { actualBytes: number; limitBytes: number }, grew: string): BudgetResult {
  const { actualBytes, limitBytes, limit } = subject;
  if (actualBytes <= limitBytes) {
    return {
      ...subject,
      status: 'pass',
      message: `${describeGrowth(actualBytes, grew)}: within max-increase ${limit}`,
    };
  }
  return {
    ...subject,
    status: 'fail',
    message: `${grew}: ${formatBytes(actualBytes - limitBytes)} over max-increase ${limit}`,
  };
}

function describeGrowth(bytes: number, grew: string): string {
  if (bytes > 0) return grew;
  return bytes === 0 ? 'did not grow' : `shrank by ${formatBytes(-bytes)}`;
}
