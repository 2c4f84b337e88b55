import { formatBytes, formatDelta, formatPercentDelta } from "../units.js";
import { isDust, isMoreThanDust } from "./dust.js";
export const bytesBy = (metric, size) => metric === 'disk' ? size.diskBytes : size.downloadBytes;
export const deltaBy = (metric, image) => image.delta === null ? null : bytesBy(metric, image.delta);
export const sizeText = (bytes) => (bytes === null ? 'unknown' : formatBytes(bytes));
export const deltaText = (bytes) => (bytes === null ? 'unknown' : formatDelta(bytes));
/** A change by one metric, `~` before a download size that was shared out by disk size: such are estimates. */
export function figureText(delta, metric, isShare) {
    const bytes = bytesBy(metric, delta);
    return isShare && metric === 'download' && bytes ? `~${formatDelta(bytes)}` : deltaText(bytes);
}
/** The change in percent; null where it is not known, or too small to be worth a word. */
export function shareText({ delta }) {
    const percent = delta?.percent ?? null;
    return percent === null || Math.abs(percent) < 0.05 ? null : formatPercentDelta(percent);
}
export const plural = (count, noun, many = `${noun}s`) => `${count} ${count === 1 ? noun : many}`;
/** What is unknown in a part is unknown in the whole. */
export function sum(parts) {
    let total = 0;
    for (const part of parts) {
        if (part === null)
            return null;
        total += part;
    }
    return total;
}
export const sumSizes = (sizes) => ({
    diskBytes: sum(sizes.map((size) => size.diskBytes)),
    downloadBytes: sum(sizes.map((size) => size.downloadBytes)),
});
export function toneOf(report) {
    const compared = report.images.some((image) => image.delta !== null);
    return report.verdict === 'pass' && !compared ? 'neutral' : report.verdict;
}
/** What is broken first, then what could not be checked; else in their order. */
export const byUrgency = (budgets) => budgets.toSorted((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status));
const urgency = ['fail', 'warn', 'unknown', 'pass'];
/** What the findings make of the verdict, as one more thing beside the budgets; none where they are only told. */
export const lintResults = ({ lint }) => (lint === null ? [] : [lint]);
/** One image's part in the verdict, by its budgets and findings; the verdict itself is the report's. */
export function imageTone(image, report) {
    const has = (status) => [...image.budgets, ...lintResults(image)].some((result) => result.status === status);
    if (has('fail'))
        return report.verdict === 'pass' ? 'warn' : report.verdict;
    if (has('warn'))
        return 'warn';
    return image.delta === null ? 'neutral' : 'pass';
}
/** The same files, and so the same size but for what putting them into layers anew makes of it. */
export const isUnchanged = ({ delta, changes }) => delta !== null &&
    delta.diskBytes === 0 &&
    (delta.downloadBytes === null || !isMoreThanDust(delta)) &&
    changes.every((change) => isDust(change, 'download'));
/** Null: not about size, or not known. */
export const priceBy = (metric, finding) => finding.price === null ? null : bytesBy(metric, finding.price);
/** The most expensive first, those without a price last; else in their order. */
export function byPrice(findings, metric) {
    return findings.toSorted((a, b) => (priceBy(metric, b) ?? -1) - (priceBy(metric, a) ?? -1));
}
/** Whether a finding is information only, about no bytes: good to know, and nothing to stop for. */
export const isAdvice = ({ severity, price }) => severity === 'info' && price === null;
export const totalPrice = (findings, metric) => findings.reduce((total, finding) => total + (priceBy(metric, finding) ?? 0), 0);
/** Images of one Dockerfile find the same: it is told once, at its highest price. */
export function distinctFindings(images) {
    const kept = new Map();
    for (const finding of images.flatMap(({ findings }) => findings)) {
        const key = JSON.stringify([finding.rule, finding.location, finding.message]);
        const known = kept.get(key);
        if (known === undefined || (finding.price?.diskBytes ?? 0) > (known.price?.diskBytes ?? 0)) {
            kept.set(key, finding);
        }
    }
    return [...kept.values()];
}
