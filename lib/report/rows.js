import { weightOf } from "../compare/size.js";
import { isDust, isMoreThanDust } from "./dust.js";
import { bytesBy, plural, sumSizes } from "./figures.js";
/** The `count` largest of the rows that make up `whole`; sums of others stand last. */
export function largest(rows, whole, metric, count) {
    const { named, sums } = byName(rows.filter((row) => !isDust(row, metric)));
    const sorted = named.toSorted((a, b) => weightOf(b.delta, metric) - weightOf(a.delta, metric));
    const left = Math.max(0, sorted.length - count);
    const shown = left > 0 ? sorted.slice(0, count) : [...sorted, ...sums];
    const listed = sumSizes(shown.map(({ delta }) => delta));
    const delta = {
        diskBytes: difference(whole.diskBytes, listed.diskBytes),
        downloadBytes: difference(whole.downloadBytes, listed.downloadBytes),
    };
    const rest = { count: left > 0 && sums.length > 0 ? null : left, delta };
    return { shown, other: left > 0 || delta.diskBytes || (delta.downloadBytes && isMoreThanDust(delta)) ? rest : null };
}
/** The largest rows of an image, and what they leave of its change. */
export function largestChanges(image, metric, count) {
    const total = sumSizes(image.changes.map(({ delta }) => delta));
    // Below a path there is less than the image's change.
    return largest(image.changes, image.focus === null ? (image.delta ?? total) : total, metric, count);
}
const difference = (a, b) => (a === null || b === null ? null : a - b);
export const lineOf = (row, parent = null, level = 0) => ({
    level,
    row,
    parent,
    delta: row.delta,
    count: null,
});
const otherLine = ({ count, delta }, parent, level) => ({
    level,
    row: null,
    parent,
    delta,
    count,
});
/** A selection as lines, each followed by what `below` makes of it. */
export const linesOf = ({ shown, other }, below, parent = null, level = 0) => [
    ...shown.flatMap((row) => [lineOf(row, parent, level), ...below(row)]),
    ...(other === null ? [] : [otherLine(other, parent, level)]),
];
/** What lies below a row, level by level. */
export function linesBelow(row, metric, breadth, level = 1) {
    const most = breadth(level, row);
    if (most === 0 || row.children.length === 0)
        return [];
    const selection = largest(row.children, row.delta, metric, most);
    return linesOf(selection, (child) => linesBelow(child, metric, breadth, level + 1), row, level);
}
export const otherLabel = ({ count }) => (count ? `other (${plural(count, 'smaller change')})` : 'other');
/** A row that is less than this part of the largest beside it explains nothing. */
const leastShare = 0.1;
/** A row that is more than this part of its directory stands for it: `/var/lib/apt/lists`, not `/var`. */
const mostShare = 0.9;
/** The few rows below `row` that explain it best, the largest first. */
export function telling(row, metric, count) {
    const named = byName(row.children).named.map((child) => essenceOf(child, metric));
    const least = leastShare * named.reduce((most, child) => Math.max(most, weightOf(child.delta, metric)), 0);
    return named
        .filter((child) => weightOf(child.delta, metric) >= least)
        .toSorted((a, b) => weightOf(b.delta, metric) - weightOf(a.delta, metric))
        .slice(0, count);
}
function essenceOf(row, metric) {
    let essence = row;
    while (essence.kind === 'directory' && weightOf(essence.delta, metric) > 0) {
        const least = mostShare * weightOf(essence.delta, metric);
        // Two that undo each other may both be as large as what they lie in.
        const [heavy, ...others] = byName(essence.children).named.filter((child) => weightOf(child.delta, metric) >= least);
        if (heavy === undefined || others.length > 0)
            break;
        essence = heavy;
    }
    return essence;
}
/** A sum of others that comes to nothing tells nothing. */
const byName = (rows) => ({
    named: rows.filter(({ kind }) => kind !== 'other'),
    sums: rows.filter(({ kind, delta }) => kind === 'other' && (delta.diskBytes !== 0 || delta.downloadBytes)),
});
/** A row by its name and what became of it: `torch 2.1.0 → 2.3.0`, `/app/big.bin (new)`. */
export function describe(row, voice, parent = null) {
    if (row.kind === 'other')
        return voice.say(row.label);
    const fate = fateOf(row, voice);
    return voice.quote(nameOf(row, parent)) + (fate === '' ? '' : ` ${fate}`);
}
function nameOf({ kind, label, package: owner }, parent) {
    if (owner !== null)
        return packageName(owner);
    if (kind !== 'file' && kind !== 'directory')
        return label;
    const above = `${parent?.label ?? ''}/`;
    const name = parent?.kind === 'directory' && label.startsWith(above) ? label.slice(above.length) : label;
    return kind === 'directory' && !name.endsWith('/') ? `${name}/` : name;
}
function packageName({ name, before, after, direction }) {
    const versions = direction === 'same' ? [after] : [before, after];
    return [name, versions.filter((version) => version !== null).join(' → ')].filter((part) => part !== '').join(' ');
}
function fateOf(row, { quote }) {
    if (row.movedFrom !== null)
        return `moved from ${quote(row.movedFrom)}`;
    if (row.movedTo !== null)
        return `moved to ${quote(row.movedTo)}`;
    if (row.before === null)
        return '(new)';
    if (row.after === null)
        return '(removed)';
    return row.package?.direction === 'downgraded' ? '(downgraded)' : '';
}
const causeNames = { yours: null, base: 'base image', drift: 'drift' };
/** Whose doing, where it is not the author's, and what tells; empty below a layer, and where there is nothing to tell. */
export function causeText(row, { say }) {
    if (row.kind !== 'layer')
        return '';
    const told = isTold(row) ? say(withoutPrefix(row.evidence, `${row.label}: `)) : null;
    return [causeNames[row.cause], told].filter((part) => part !== null).join(': ');
}
/** A guess is told of elsewhere; that a line came or went is told beside its name. */
function isTold(row) {
    const isPlain = row.cause === 'yours' && (row.before === null || row.after === null);
    return row.evidence !== null && !row.assumed && !isPlain;
}
const withoutPrefix = (text, prefix) => text.startsWith(prefix) ? text.slice(prefix.length) : text;
/** Whose growth it is, where it is not all the author's: `your change +1 MB`, `base image +3.2 MB`, `drift 0 B`. */
export function causeParts({ causes }, metric) {
    if (causes === null)
        return [];
    const { yours, base, drift } = causes;
    if (!bytesBy(metric, base) && !bytesBy(metric, drift))
        return [];
    const parts = [
        ['your change', yours],
        ['base image', base],
        ['drift', drift],
    ];
    return parts.map(([name, size]) => [name, bytesBy(metric, size)]);
}
/** Rows whose cause nothing proves, by the reason. */
export function assumptions({ changes }) {
    const guesses = changes.filter(({ assumed, evidence }) => assumed && evidence !== null);
    const byReason = Map.groupBy(guesses, ({ evidence }) => evidence ?? '');
    return [...byReason].map(([evidence, rows]) => {
        const reason = withoutPrefix(evidence, 'Assumed: ');
        return { reason: reason.charAt(0).toLowerCase() + reason.slice(1), rows };
    });
}
/** The row that grew most; null where none grew. */
export function mostGrown({ changes }, metric) {
    const grown = changes.filter(({ delta }) => (bytesBy(metric, delta) ?? delta.diskBytes ?? 0) > 0);
    return grown.toSorted((a, b) => weightOf(b.delta, metric) - weightOf(a.delta, metric))[0] ?? null;
}
