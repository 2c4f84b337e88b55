import type { Finding } from '../model/finding.ts';
import type { Measurement } from '../model/measurement.ts';
import type { Baseline, ImageReport, Metric } from '../model/report.ts';
import type { Budgets } from '../model/settings.ts';
import { evaluateBudgets } from './budgets.ts';
import { compareMeasurements } from './compare.ts';

export interface Case {
  readonly current: Measurement;
  readonly baseline: Baseline;
  readonly findings: readonly Finding[];
  readonly budgets: Budgets;
  readonly metric: Metric;
}

/** Everything that is to be said of one image. */
export function judge({ current, baseline, findings, budgets, metric }: Case): ImageReport {
  const before = baseline.measurement;
  const comparison = before === null ? null : compareMeasurements(before, current, metric);
  const delta = comparison?.delta ?? null;
  return {
    name: current.name,
    platform: current.platform,
    current,
    baseline,
    delta,
    causes: null,
    changes: [...(comparison?.changes ?? [])],
    budgets: evaluateBudgets(budgets, { metric, current, baseline: before, delta }),
    findings: [...findings],
  };
}
