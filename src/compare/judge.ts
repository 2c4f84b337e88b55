import type { LintOutcome } from '../model/lint.ts';
import type { TrendPoint } from '../model/record.ts';
import type { Baseline, ImageReport, Metric } from '../model/report.ts';
import type { Budget, CostPrices } from '../model/settings.ts';
import { evaluateBudgets } from './budgets.ts';
import { buildFigures } from './build-figures.ts';
import { assignCauses, sumCauses } from './causes.ts';
import { changesOf, compareSides } from './compare.ts';
import { costOf } from './cost.ts';
import { focusOn } from './focus.ts';
import { historyOf } from './history.ts';
import type { Side } from './side.ts';
import { longTermChanges } from './slow-drift.ts';

export interface Case {
  readonly current: Side;
  readonly baseline: Baseline;
  /** The baseline's image; null: there is none. */
  readonly before: Side | null;
  /** The records that led here, oldest first, the baseline's last; empty where none are known. */
  readonly line: readonly TrendPoint[];
  readonly lint: LintOutcome;
  readonly budgets: readonly Budget[];
  readonly metric: Metric;
  /** Null: none are given. */
  readonly cost: CostPrices | null;
  /** Where in the image to tell of changes; null: everywhere. Figures, causes and budgets are the whole image's. */
  readonly path: string | null;
}

/** Everything that is to be said of one image. */
export function judge({ current, baseline, before, line, lint, budgets, metric, cost, path }: Case): ImageReport {
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
    ...(before && rows && path !== null
      ? focusOn(path, rows, before, current, metric)
      : { changes: changesOf(rows ?? [], metric), focus: null }),
    budgets: evaluateBudgets(budgets, { current, before, rows: rows ?? [] }),
    longTerm: longTermChanges(line, measurement, metric, budgets),
    history: historyOf(line, measurement),
    build: buildFigures(measurement, baseline.measurement),
    cost: costOf(cost, measurement.downloadBytes, delta?.downloadBytes ?? null),
    findings: [...lint.findings],
    suppressed: [...lint.suppressed],
    lint: lint.result,
  };
}
