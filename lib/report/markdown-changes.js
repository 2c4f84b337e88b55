import { weightOf } from "../compare/size.js";
import { code, escapeText, truncate } from "./escape.js";
import { bytesBy, deltaText, figureText, lintResults } from "./figures.js";
import { blocks, list, table } from "./markdown-blocks.js";
import { budgetText, place, right } from "./markdown-sections.js";
import { assumptions, causeParts, causeText, describe, largestChanges, lineOf, linesBelow, linesOf, mostGrown, otherLabel, telling, } from "./rows.js";
/** What changed, as Markdown. */
const voiceOf = (text) => ({
    quote: (name) => code(truncate(name, text)),
    say: (words) => escapeText(truncate(words, text)),
});
/** What grew most and by what, then what is asked of the author: a reader need not go on. */
export function leadList(image, page) {
    const grown = mostGrown(image, page.report.metric);
    const isBroken = ({ status }) => status === 'fail' || status === 'warn';
    return list([
        ...(grown === null ? [] : [grownText(grown, image, page)]),
        ...image.budgets.filter(isBroken).slice(0, 3).map(budgetText),
        ...lintResults(image).filter(isBroken).map(budgetText),
    ]);
}
function grownText(row, image, { report: { metric }, links }) {
    const voice = voiceOf(60);
    const where = row.location === null ? '' : `${place(row.location, links)} `;
    const by = telling(row, metric, 1).map((child) => `${describe(child, voice)} ${figureText(child.delta, metric, true)}`);
    const whose = row.cause === 'yours' ? '' : ` (${causeText({ ...row, evidence: null }, voice)})`;
    const what = `**${figureText(row.delta, metric, isShare(image, 0))}** ${where}${describe(row, voice)}${whose}`;
    return [what, ...by].join(': ');
}
/** Download sizes are known of whole layers alone. */
const isShare = ({ focus }, level) => level > 0 || focus !== null;
/** Whose growth it is, where it is not all the author's, and what of it is a guess. */
export function causesLine(image, page) {
    const parts = causeParts(image, page.report.metric).map(([name, bytes]) => `${name} ${deltaText(bytes)}`);
    const sentence = parts.join(' · ');
    return blocks(sentence.charAt(0).toUpperCase() + sentence.slice(1), assumedLine(image, page));
}
function assumedLine(image, { links, plan }) {
    const nameOf = ({ location, label }) => location === null ? code(truncate(label, 60)) : place(location, links);
    const parts = assumptions(image).map(({ reason, rows }) => `${listed(rows.map(nameOf), ', ')} (${escapeText(truncate(reason, plan.text))})`);
    return parts.length === 0 ? '' : `Assumed to be yours: ${listed(parts, '; ')}.`;
}
/** The first few, and how many more there are. */
function listed(items, separator) {
    const more = items.length - 3;
    return [...items.slice(0, 3), ...(more > 0 ? [`and ${more} more`] : [])].join(separator);
}
/** With the sum, where it is only that below a path. */
export function changesTitle({ focus, delta }, { report: { metric }, plan }) {
    if (focus === null)
        return 'What changed';
    const whole = delta === null ? '' : ` of ${deltaText(bytesBy(metric, delta))}`;
    const part = figureText(focus.delta, metric, true);
    return `What changed below ${code(truncate(focus.path, plan.text))}: ${part}${whole}`;
}
/** What changed by Dockerfile line, the lines adding up to the image's change, and the rows that explain each. */
export function changeTable(image, page) {
    const { report, plan } = page;
    const below = (row) => telling(row, report.metric, plan.children).map((child) => lineOf(child, row, 1));
    return lineTable(linesOf(largestChanges(image, report.metric, plan.changes), below), 'with causes', image, page);
}
/** What is less than this part of its layer is not taken apart further. */
const leastDrilled = 0.05;
/** The levels below each Dockerfile line; empty where these tell no more than `changeTable`. */
export function changeTree(image, page) {
    const { metric } = page.report;
    const { changes, children, tree } = page.plan;
    const { shown } = largestChanges(image, metric, changes);
    const rows = shown.filter((row) => row.children.length > 0);
    const breadthOf = (layer) => (level, parent) => weightOf(parent.delta, metric) < leastDrilled * weightOf(layer.delta, metric) ? 0 : (tree[level - 1] ?? 0);
    const below = new Map(rows.map((row) => [row, linesBelow(row, metric, breadthOf(row))]));
    const tellsMore = rows.some((row) => (below.get(row)?.length ?? 0) > telling(row, metric, children).length);
    const lines = linesOf({ shown: rows, other: null }, (row) => below.get(row) ?? []);
    return tellsMore ? lineTable(lines, 'plain', image, page) : '';
}
function lineTable(lines, style, image, page) {
    if (lines.length === 0)
        return '';
    const nested = lines.some(({ level }) => level > 0);
    const downloads = lines.some(({ level, delta }) => level === 0 && delta.downloadBytes !== null);
    const metrics = downloads ? ['disk', 'download'] : ['disk'];
    const figures = ({ level, delta }) => metrics.map((metric) => {
        const text = figureText(delta, metric, isShare(image, level));
        return nested && level === 0 ? `**${text}**` : text;
    });
    return table([...metrics.map((metric) => right(metric === 'disk' ? 'Disk' : 'Download')), { title: 'What' }], lines.map((line) => {
        const why = style === 'plain' || line.row === null ? '' : causeText(line.row, voiceOf(page.plan.text));
        return [...figures(line), lineText(line, image, page) + (why === '' ? '' : ` · ${why}`)];
    }));
}
function lineText(line, image, { links, plan }) {
    const { row, parent, level } = line;
    const voice = voiceOf(plan.text);
    const indent = level === 0 ? '' : `${'&emsp;'.repeat(level - 1)}└ `;
    if (row === null)
        return indent + otherLabel(line);
    // What was removed stands in the baseline's file alone.
    const at = row.after === null ? image.baseline.commit : undefined;
    const where = row.location === null ? '' : `${place(row.location, links, at)} `;
    return indent + where + describe(row, voice, parent);
}
