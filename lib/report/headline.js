import { formatBytes } from "../units.js";
import { truncate } from "./escape.js";
import { bytesBy, deltaBy, deltaText, isUnchanged, plural, shareText, sizeText, sum } from "./figures.js";
/** Verdict, change and budget on one line, in words. Bounded, whatever the report holds. */
export function headline(report, safe) {
    const [first, ...others] = report.images;
    if (first === undefined)
        return `no image was measured${unexplained(report, safe)}`;
    return others.length === 0 ? imageHeadline(first, report, safe) : imagesHeadline(report, safe);
}
function imageHeadline(image, report, safe) {
    const { metric } = report;
    const subject = safe(truncate(image.name, 80)) + (metric === 'download' ? "'s download" : '');
    const size = sizeText(bytesBy(metric, image.current));
    const delta = deltaBy(metric, image);
    const budgets = budgetClause(image, report, safe);
    if (image.delta === null)
        return `${subject}: ${size}${clause(', ', budgets)}, no baseline yet`;
    if (delta === null)
        return `${subject}: ${size}, change unknown${clause(', ', budgets)}`;
    const moves = image.changes.length > 0 ? ' in total' : '';
    if (delta === 0)
        return `${subject}: no change${moves} (${size})${clause(', ', budgets)}`;
    const share = shareText(image);
    const by = formatBytes(Math.abs(delta)) + (share === null ? '' : ` (${share})`);
    const moved = `${subject} ${delta > 0 ? 'grew' : 'shrank'} by ${by} to ${size}`;
    return moved + clause(budgets.startsWith('within') ? ', ' : ': ', budgets);
}
const clause = (separator, text) => (text === '' ? '' : separator + text);
function budgetClause(image, report, safe) {
    const broken = image.budgets.filter(({ status }) => status === 'fail' || status === 'warn');
    const findings = image.lint === null || image.lint.status === 'pass' ? [] : [lintClause(image.lint)];
    if (broken.length + findings.length > 0) {
        const still = broken.length > 0 && broken.every(({ excused }) => excused) ? 'still ' : '';
        const all = [...brokenLimits(broken, safe), ...findings].join(', ');
        return `${still}${all}${report.verdict === 'accepted' ? ', accepted' : ''}`;
    }
    const reason = unexplained(report, safe);
    if (reason !== '')
        return reason;
    const kept = image.budgets.filter(({ status }) => status === 'pass');
    const delta = deltaBy(report.metric, image);
    // A budget is no news where nothing grew.
    return kept.length === 0 || (delta !== null && delta <= 0) ? '' : `within ${limits(kept, safe)}`;
}
/** The first reason, where the verdict is not explained by a budget. */
function unexplained(report, safe) {
    const [reason] = report.reasons;
    return report.verdict === 'pass' || reason === undefined ? '' : safe(truncate(reason, 200));
}
/** `2 findings of severity warning or worse`. */
const lintClause = ({ findings, threshold }) => `${plural(findings, 'finding')} of severity ${threshold}${threshold === 'error' ? '' : ' or worse'}`;
function brokenLimits(broken, safe) {
    const [least, most] = [broken.filter(isLeast), broken.filter((budget) => !isLeast(budget))];
    const over = most.length === 0 ? [] : [`over ${limits(most, safe)}`];
    const short = least.length === 0 ? [] : [`short of ${limits(least, safe)}`];
    return [...over, ...short];
}
const isLeast = ({ budget }) => budget === 'min-cached-steps';
const maxLimits = 3;
function limits(budgets, safe) {
    const shown = budgets.slice(0, maxLimits).map((budget) => limitText(budget, safe));
    const more = budgets.length - shown.length;
    return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(' and ');
}
function limitText({ budget, scope, limit, unit, actual, limitValue }, safe) {
    const part = scope === null ? '' : ` for ${safe(truncate(scope.pattern, 60))}`;
    const text = `its ${limitWords[budget] ?? budget} of ${safe(truncate(limit, 40))}${part}`;
    if (unit !== 'bytes' || actual === null || limitValue === null || actual <= limitValue)
        return text;
    // "grew to 300 MB: over its maximum of 300MB" would puzzle.
    const ties = formatBytes(actual) === formatBytes(limitValue);
    return ties ? `${text} by ${formatBytes(actual - limitValue)}` : text;
}
const limitWords = {
    'max-size': 'maximum',
    'max-increase': 'budget',
};
function imagesHeadline(report, safe) {
    const { images, metric } = report;
    const over = images.filter(({ budgets }) => budgets.some(({ status }) => status === 'fail')).length;
    const subject = over > 0 ? `${over} of ${images.length} images over budget` : `${images.length} images`;
    const reason = over > 0 ? '' : unexplained(report, safe);
    const accepted = report.verdict === 'accepted' ? ', accepted' : '';
    return (subject + (over > 0 ? ', ' : ': ') + imagesChange(report) + toDownload(metric) + clause(': ', reason) + accepted);
}
const toDownload = (metric) => (metric === 'download' ? ' to download' : '');
function imagesChange({ images, metric }) {
    const total = sizeText(sum(images.map((image) => bytesBy(metric, image.current))));
    const compared = images.filter((image) => image.delta !== null);
    if (compared.length === 0)
        return `${total}, no baseline yet`;
    const missing = images.length - compared.length;
    const change = compared.every(isUnchanged)
        ? `no change (${total})`
        : `${deltaText(sum(compared.map((image) => deltaBy(metric, image))))} in all`;
    return change + (missing > 0 ? `, ${missing} without a baseline` : '');
}
