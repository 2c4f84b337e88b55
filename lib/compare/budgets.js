import { formatBytes, formatDelta } from "../units.js";
import { named, rules } from "./budgets-rules.js";
import { isEstimated } from "./budgets-scope.js";
/** Holds an image against every budget; none hides another. Results stand in the order of the budgets. */
export function evaluateBudgets(budgets, weighing) {
    return budgets.map((budget) => {
        const outcome = rules[budget.name](budget, weighing);
        return typeof outcome === 'string' ? unknownResult(budget, outcome) : resultOf(budget, outcome);
    });
}
/**
 * Growth never fails a push: what is merged is merged, and the record of it must be kept.
 * What could not be held against anything does not fail either.
 */
export function verdictOf(results, enforcement) {
    const has = (status) => results.some((result) => result.status === status);
    if (has('fail'))
        return enforcement === 'gate' ? 'fail' : 'warn';
    return has('warn') ? 'warn' : 'pass';
}
const units = {
    'max-size': 'bytes',
    'max-increase': 'bytes',
    'max-waste': 'bytes',
    'max-layers': 'layers',
    'max-build-time': 'seconds',
    'min-cached-steps': 'share',
};
function termsOf({ name, scope, limit, level, counts, metric }) {
    const unit = units[name];
    // What is hidden is known in disk bytes alone.
    const ofBytes = name === 'max-waste' ? 'disk' : metric;
    return {
        ...{ budget: name, scope, limit: limit.text, level, unit },
        counts: name === 'max-increase' ? counts : null,
        metric: unit === 'bytes' ? ofBytes : null,
        estimated: isEstimated(scope, metric),
    };
}
const unknownResult = (budget, why) => ({
    ...termsOf(budget),
    ...{ actual: null, limitValue: null, status: 'unknown', excused: false, undo: [] },
    message: `${prefixOf(budget.scope)}${named(budget)} was not checked: ${why}`,
});
function resultOf(budget, { actual, limitValue, says, excess }) {
    const result = { ...termsOf(budget), actual, limitValue };
    const message = prefixOf(budget.scope) + says;
    if (excess === null)
        return { ...result, status: 'pass', excused: false, undo: [], message };
    const { excused, remedy, undo } = excess;
    if (excused) {
        const why = ', as the baseline was already; it did not grow';
        return { ...result, status: 'warn', excused, undo: [], message: message + why };
    }
    const undone = undo();
    const status = budget.level;
    return { ...result, status, excused, undo: [...undone], message: message + remedyText(budget, remedy, undone) };
}
function prefixOf(scope) {
    if (scope === null)
        return '';
    return `${scope.kind === 'path' ? '' : `${scope.kind} `}${scope.pattern}: `;
}
/** Of what is to be undone the message names so many; the result has all of it. */
const maxNamed = 3;
function remedyText(budget, remedy, undo) {
    if (undo.length === 0)
        return '';
    const shown = undo.slice(0, maxNamed).map((one) => undoingText(budget, one));
    const more = undo.length - shown.length;
    const [last = '', ...before] = [...shown, ...(more > 0 ? [`${more} more`] : [])].reverse();
    const list = before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
    return `; ${remedy} ${list} gets below it`;
}
/** ``Dockerfile:12 (`RUN pip install …`, +31 MB)``, `torch (Dockerfile:12, +29 MB)`. */
function undoingText({ name }, { kind, label, location, amount }) {
    const place = location === null ? [] : [`${location.file}:${location.firstLine}`];
    const size = name === 'max-increase' ? formatDelta(amount) : formatBytes(amount);
    const by = name === 'max-layers' ? [] : [size];
    const [first = '', ...others] = kind === 'layer' ? [...place, `\`${cut(label)}\``, ...by] : [cut(label), ...place, ...by];
    return others.length === 0 ? first : `${first} (${others.join(', ')})`;
}
const longestLabel = 40;
const cut = (label) => label.length > longestLabel ? `${label.slice(0, longestLabel - 2).trimEnd()} …` : label;
