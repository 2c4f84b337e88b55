import { diveRuleNames, } from "../model/dive.js";
import { formatPercent } from "../units.js";
import { truncate, visible } from "./escape.js";
import { sizeText } from "./figures.js";
import { painter, terminalTable, wrap } from "./terminal-text.js";
/** Text from an image: nothing in it moves the cursor, and it ends. */
const shown = (text) => truncate(visible(text), 1000);
/**
 * What dive 0.13 prints with `--ci` from its analysis on, line by line, so that what reads one log reads the other; then
 * our own figures. Ends with a line break.
 */
export function renderDive(report, rulesFile, options) {
    const paint = painter(options.color);
    const lines = [
        rulesFile === null ? '  Using default CI config' : `  Using CI config: ${shown(rulesFile)}`,
        `${paint('bold', 'Image Source:')} ${shown(report.image)}`,
        paint('bold', 'Analyzing image...'),
        `  efficiency: ${fixed(report.efficiency * 100, 4)} %`,
        `  wastedBytes: ${report.wastedBytes} bytes (${humanBytes(report.wastedBytes)})`,
        `  userWastedPercent: ${fixed(userWasted(report) * 100, 4)} %`,
        paint('bold', 'Inefficient Files:'),
        fileLine('Count', 'Wasted Space', 'File Path'),
        ...(report.inefficientFiles.length === 0 ? ['None'] : report.inefficientFiles.map(inefficientLine)),
        paint('bold', 'Results:'),
        ...report.results.map((result) => resultLine(result, report, paint)),
        paint(report.pass ? 'green' : 'red', totalLine(report)),
    ];
    return `${lines.join('\n')}\n\n${renderWaste(report.waste, options)}${differenceText(report, options)}`;
}
/** Infinite, or not a number, where dive divides by nothing. */
const userWasted = ({ wastedBytes, userSizeBytes }) => wastedBytes / userSizeBytes;
const fileLine = (count, space, path) => `${count.padStart(5)}  ${space.padStart(12)}  ${path}`;
const inefficientLine = ({ count, sizeBytes, file }) => fileLine(String(count), humanBytes(sizeBytes), shown(file));
const words = { pass: 'PASS', fail: 'FAIL', skip: 'SKIP' };
const styles = { pass: 'green', fail: 'red', skip: 'blue' };
function resultLine({ rule, status, threshold }, report, paint) {
    const front = `  ${paint(styles[status], words[status])}: ${rule}`;
    if (status === 'skip')
        return `${front}: rule disabled`;
    return status === 'pass' || threshold === null ? front : `${front}: ${failure[rule](report, shortest(threshold))}`;
}
const failure = {
    highestUserWastedPercent: (report, threshold) => 'too many bytes wasted, relative to the user bytes added ' +
        `(%-user-wasted-bytes=${shortest(userWasted(report))} > threshold=${threshold})`,
    highestWastedBytes: ({ wastedBytes }, threshold) => `too many bytes wasted (wasted-bytes=${wastedBytes} > threshold=${threshold})`,
    lowestEfficiency: ({ efficiency }, threshold) => `image efficiency is too low (efficiency=${shortest(efficiency)} < threshold=${threshold})`,
};
function totalLine({ pass, results }) {
    const count = (status) => results.filter((result) => result.status === status).length;
    const tally = `[Passed:${count('pass')}] [Failed:${count('fail')}] [Warn:0] [Skipped:${count('skip')}]`;
    return `Result:${pass ? 'PASS' : 'FAIL'} [Total:${diveRuleNames.length}] ${tally}`;
}
/** As Go prints a float's `%.Nf`: rounded to even where the decimal is exactly between two. */
function fixed(value, digits) {
    if (!Number.isFinite(value))
        return shortest(value);
    const exact = value.toFixed(100);
    const end = exact.indexOf('.') + 1 + digits;
    const isTie = /^50*$/.test(exact.slice(end)) && /[02468]\.?$/.test(exact.slice(0, end));
    return isTie ? exact.slice(0, end).replace(/\.$/, '') : value.toFixed(digits);
}
/** As Go prints a float's `%v`. */
function shortest(value) {
    if (!Number.isFinite(value))
        return Number.isNaN(value) ? 'NaN' : '+Inf';
    const isTiny = value !== 0 && value < 1e-4;
    return isTiny ? value.toExponential().replace(/e-(\d)$/, 'e-0$1') : String(value);
}
const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** As dustin/go-humanize prints bytes: `9.9 kB`, `10 kB`, `1000 kB`. */
function humanBytes(bytes) {
    if (bytes < 10)
        return `${bytes} B`;
    const power = units.findLastIndex((_, exponent) => bytes >= 1000 ** exponent);
    const value = Math.floor((bytes / 1000 ** power) * 10 + 0.5) / 10;
    return `${fixed(value, value < 10 ? 1 : 0)} ${units[power]}`;
}
const differences = "dive's figures differ, as it counts every copy of a path that several layers hold, the visible one too, and takes " +
    'no account of files that went with a directory that was deleted whole, or emptied, or gave way to a file.';
const differenceText = ({ wastedBytes, waste }, { width }) => wastedBytes === waste.deadBytes ? '' : `\n${wrap(differences, width)}\n`;
/** Rows of a table in the terminal that a reader still takes in. */
const longestTable = 20;
/** What the layers hold and no container sees, by the lines that brought and hid it. Ends with a line break. */
export function renderWaste(waste, { color, width }) {
    const paint = painter(color);
    const { deadBytes, liveBytes, rows } = waste;
    const summary = deadBytes === 0
        ? 'nothing is hidden by later layers: efficiency 100%'
        : `${sizeText(deadBytes)} of ${sizeText(deadBytes + liveBytes)} are hidden by later layers` +
            `${partsText(waste)}: efficiency ${formatPercent(waste.efficiency * 100)}`;
    const heavy = rows.filter(({ diskBytes }) => diskBytes > 0);
    const cells = heavy
        .slice(0, longestTable)
        .map(({ diskBytes, files, how, broughtBy, hiddenBy }) => [
        sizeText(diskBytes),
        String(files),
        hows[how],
        { path: placeText(broughtBy) },
        `${placeText(hiddenBy)}${hiddenBy.instruction === null || hiddenBy.location === null ? '' : `  ${shown(hiddenBy.instruction)}`}`,
    ]);
    const rest = heavy.slice(longestTable).reduce((sum, { diskBytes }) => sum + diskBytes, 0);
    const other = rest > 0 ? [[sizeText(rest), '', 'other', '', '']] : [];
    const table = terminalTable(['DISK', 'FILES', 'HOW', 'BROUGHT BY', 'HIDDEN BY'], [...cells, ...other], width, paint);
    return `${[wrap(summary, width, (line) => paint('bold', line)), ...(cells.length > 0 ? [table] : [])].join('\n')}\n`;
}
const hows = {
    deleted: 'deleted',
    modified: 'overwritten',
    metadata: 'metadata',
};
/** ` (20 MB deleted, 1 MB overwritten; 3 MB of it within the base image)`. */
function partsText({ how, hiddenBy }) {
    const parts = [
        [how.deleted, 'deleted'],
        [how.modified, 'overwritten'],
        [how.metadata, 'rewritten for metadata alone'],
    ];
    const list = parts.flatMap(([bytes, word]) => (bytes > 0 ? [`${sizeText(bytes)} ${word}`] : []));
    const base = hiddenBy.base > 0 ? `; ${sizeText(hiddenBy.base)} of it within the base image` : '';
    return ` (${list.join(', ')}${base})`;
}
function placeText({ layer, origin, instruction, location }) {
    if (origin === 'base')
        return 'base image';
    if (location !== null)
        return `${shown(location.file)}:${location.firstLine}`;
    return instruction === null ? `layer ${layer + 1}` : shown(instruction);
}
