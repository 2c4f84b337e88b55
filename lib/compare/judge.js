import { evaluateBudgets } from "./budgets.js";
import { buildFigures } from "./build-figures.js";
import { assignCauses, sumCauses } from "./causes.js";
import { changesOf, compareSides } from "./compare.js";
import { focusOn } from "./focus.js";
import { historyOf } from "./history.js";
import { longTermChanges } from "./slow-drift.js";
/** Everything that is to be said of one image. */
export function judge({ current, baseline, before, line, lint, budgets, metric, path }) {
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
        findings: [...lint.findings],
        suppressed: [...lint.suppressed],
        lint: lint.result,
    };
}
