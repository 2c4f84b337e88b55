import { formatPercentDelta } from "../units.js";
import { visible } from "./escape.js";
import { deltaText, plural, sizeText, totalPrice } from "./figures.js";
import { findingPlace } from "./terminal.js";
import { painter, terminalTable, wrap } from "./terminal-text.js";
/** What was fixed, or would be, and what was not and why. Ends with a line break. */
export function renderFixes({ fixed, deferred, unsafe, written }, options) {
    const paint = painter(options.color);
    const price = totalPrice(fixed, 'disk');
    const total = `${plural(fixed.length, 'fix', 'fixes')}${price > 0 ? `, ${sizeText(price)} to save` : ''}`;
    const rest = written || fixed.length === 0 ? '' : ': nothing was written';
    const lines = [
        ...fixed.map((finding) => `${written ? 'fixed' : 'fixable'} ${label(finding)}`),
        ...deferred.map((finding) => `for the next run, as another fix is in its way: ${label(finding)}`),
        ...unsafe.map((finding) => `fixable with --unsafe, if the image still works: ${label(finding)}`),
    ].map((line) => wrap(line, options.width));
    return `${[...lines, paint('bold', total + rest)].join('\n')}\n`;
}
function label(finding) {
    const price = finding.price === null ? '' : ` (${sizeText(finding.price.diskBytes)})`;
    return `${findingPlace(finding)} ${visible(finding.rule)}${price}`;
}
/** The diff as it is, for patch(1); on a terminal in colour, and with nothing in it that moves the cursor. */
export function renderDiff(diff, { color, width }) {
    if (!Number.isFinite(width))
        return diff;
    const paint = painter(color);
    return diff.replace(/[^\n]+/g, (line) => paintLine(visible(line.replace(/\r$/, '')), paint));
}
function paintLine(line, paint) {
    if (/^(?:---|\+\+\+) /.test(line))
        return paint('bold', line);
    if (line.startsWith('+'))
        return paint('green', line);
    return line.startsWith('-') ? paint('red', line) : line;
}
/** What was predicted beside what was measured. Ends with a line break. */
export function renderVerification({ fixes, together, holds }, options) {
    const paint = painter(options.color);
    const rows = [
        ...fixes.map(({ finding, ...saving }) => [...figures(saving), `${findingPlace(finding)} ${visible(finding.rule)}`]),
        [...figures(together), 'together'],
    ];
    const verdict = `the prediction ${holds ? 'holds' : 'does not hold'}${errorText(together)}`;
    return `${terminalTable(['PREDICTED', 'MEASURED', 'FIX'], rows, options.width, paint)}\n${paint(holds ? 'green' : 'red', verdict)}\n`;
}
const figures = ({ predicted, measured }) => [
    predicted === null ? '-' : deltaText(-predicted),
    measured === null ? '-' : deltaText(-measured),
];
function errorText({ predicted, measured }) {
    if (predicted === null)
        return ': there was none';
    return measured === null || predicted === 0 ? '' : `: ${formatPercentDelta((measured / predicted - 1) * 100)}`;
}
