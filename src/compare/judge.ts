import type { Finding } from '../model/finding.ts';
import type { Baseline, ImageReport, Metric } from '../model/report.ts';
import type { Budgets } from '../model/settings.ts';
import { evaluateBudgets } from './budgets.ts';
import { assignCauses, sumCauses } from './causes.ts';
import { changesOf, compareSides } from './compare.ts';
import type { Side } from './side.ts';

export interface Case {
  readonly current: Side;
  readonly baseline: Baseline;
  /** The baseline's image; null: there is none. */
  readonly before: Side | null;
  readonly findings: readonly Finding[];
  readonly budgets: Budgets;
  readonly metric: Metric;
}

/** Everything that is to be said of one image. */
export function judge({ current, baseline, before, findings, budgets, metric }: Case): ImageReport {
  const comparison = before && compareSides(before, current, metric);
  const rows = before && comparison && assignCauses(comparison.rows, before, current, metric);
  const delta = comparison?.delta ?? null;
  const { measurement } = current;
  return {
    name: measurement.name,
    platform: measurement.platform,
    current: measurement,
    baseline,
    delta,
    causes: rows && sumCauses(rows),
    changes: changesOf(rows ?? [], metric),
    focus: null,
    budgets: evaluateBudgets(budgets, { metric, current: measurement, baseline: baseline.measurement, delta }),
    findings: [...findings],
  };
}
