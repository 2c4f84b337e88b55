import { formatDelta } from "../units.js";
import { buildParts } from "./build.js";
import { code, escapeText, link, truncate } from "./escape.js";
import { byPrice, bytesBy, byUrgency, deltaBy, deltaText, imageTone, isAdvice, lintResults, plural, priceBy, shareText, sizeText, sum, sumSizes, totalPrice, } from "./figures.js";
import { details, list, table } from "./markdown-blocks.js";
export const icons = {
    pass: '✅',
    warn: '🟡',
    fail: '❌',
    accepted: '☑️',
    neutral: '⚪',
};
export const imageLabel = ({ name, platform }) => `${escapeText(truncate(name, 80))} (${escapeText(truncate(platform, 40))})`;
export const right = (title) => ({ title, align: 'right' });
/** One row per image and platform; those beyond `most` are added up in one row. */
export function imageTable(images, most, page) {
    const { report, links } = page;
    const several = report.images.length > 1;
    const baselines = commonBaseline(report) === null;
    const shown = images.slice(0, most);
    const rest = images.slice(most);
    const columns = [
        ...(several ? [{ title: ' ' }] : []),
        { title: 'Image' },
        ...['Disk', 'Change', 'Download', 'Change'].map(right),
        ...(baselines ? [{ title: 'Compared with' }] : []),
    ];
    const row = (icon, label, figures, baseline) => [
        ...(several ? [icon] : []),
        label,
        ...figures,
        ...(baselines ? [baseline] : []),
    ];
    return table(columns, [
        ...shown.map((image) => row(icons[imageTone(image, report)], imageLabel(image), imageFigures(image, report.metric), baselineText(image.baseline, links))),
        ...(rest.length > 0 ? [row('', plural(rest.length, 'more image'), restFigures(rest), '')] : []),
    ]);
}
function imageFigures(image, metric) {
    return ['disk', 'download'].flatMap((each) => [
        sizeText(bytesBy(each, image.current)),
        image.delta === null ? '–' : imageChange(image, each, metric),
    ]);
}
function imageChange(image, shown, judged) {
    const bytes = deltaBy(shown, image);
    if (bytes === null || bytes === 0)
        return bytes === null ? 'unknown' : 'no change';
    if (shown !== judged)
        return formatDelta(bytes);
    const share = shareText(image);
    return `**${formatDelta(bytes)}**${share === null ? '' : ` (${share})`}`;
}
function restFigures(images) {
    return ['disk', 'download'].flatMap((metric) => [
        sizeText(sum(images.map((image) => bytesBy(metric, image.current)))),
        deltaText(sum(images.map((image) => deltaBy(metric, image)))),
    ]);
}
/** The one commit that all of several images are compared with; null where there is no such. */
export function commonBaseline({ images }) {
    const [first, ...others] = images.map((image) => image.baseline);
    if (first === undefined || first.commit === null || others.length === 0)
        return null;
    const same = (other) => other.commit === first.commit && other.kind === first.kind && other.distance === first.distance;
    return others.every(same) ? first : null;
}
export function baselineText(baseline, links) {
    const { kind, commit, distance } = baseline;
    if (kind === 'none')
        return '–';
    const name = commit === null ? (baseline.measurement?.source.reference ?? kind) : commit.slice(0, 7);
    const shown = link(code(truncate(name, 60)), commit === null ? null : links.commit(commit));
    if (kind === 'ancestor')
        return `${shown}, ${distance === null ? 'an ancestor' : `${plural(distance, 'commit')} back`}`;
    return kind === 'rebuilt' ? `${shown}, rebuilt` : shown;
}
/** `Dockerfile:12`, linked to the lines at the measured commit, or at another one. */
export function place(lines, links, at) {
    return lines === null ? '–' : link(code(`${truncate(lines.file, 60)}:${lines.firstLine}`), links.lines(lines, at));
}
/** `3 findings, 41.2 MB to save`. */
export function findingsTitle(findings, metric) {
    const price = totalPrice(findings, metric);
    const saving = price === 0 ? '' : `, ${sizeText(price)} ${metric === 'disk' ? '' : 'of download '}to save`;
    return plural(findings.length, 'finding') + saving;
}
/** What a reader is asked to look at. */
export const notedFindings = ({ findings }) => findings.filter((finding) => !isAdvice(finding));
/** The most expensive findings in the open, the others and advice folded. */
export function findingTables(image, page) {
    const { report, plan } = page;
    const noted = byPrice(notedFindings(image), report.metric);
    const shown = noted.slice(0, plan.findings);
    const folded = plan.folded ? [...noted.slice(plan.findings), ...image.findings.filter(isAdvice)] : [];
    const title = findingsTitle(folded, report.metric);
    return [
        ...(shown.length > 0 ? [findingTable(shown, page)] : []),
        ...(folded.length > 0
            ? [details(shown.length > 0 ? title.replace('finding', 'more finding') : title, findingTable(folded, page))]
            : []),
    ];
}
function findingTable(findings, { report, links, plan }) {
    return table([right(report.metric === 'disk' ? 'Saves' : 'Saves (download)'), { title: 'Where' }, { title: 'Finding' }], findings.map((finding) => [
        priceText(finding, report.metric),
        place(finding.location, links),
        `${escapeText(truncate(finding.message, 2 * plan.text))} · ${code(truncate(finding.rule, 80))}`,
    ]));
}
function priceText(finding, metric) {
    const bytes = priceBy(metric, finding);
    if (finding.price === null || bytes === null)
        return '–';
    // Download bytes are always estimated, by the layer's own compression ratio.
    return `${finding.price.measured && metric === 'disk' ? '' : '≈ '}${sizeText(bytes)}`;
}
/** What the prices were made of. */
export function evidenceList(image, { report, links, plan }) {
    const told = byPrice(image.findings, report.metric).filter(({ evidence }) => evidence.length > 0);
    return list(told.slice(0, 50).map((finding) => {
        const evidence = finding.evidence.slice(0, 10).map((line) => escapeText(truncate(line, plan.text)));
        const where = finding.location === null ? '' : ` at ${place(finding.location, links)}`;
        return `${code(truncate(finding.rule, 80))}${where}: ${evidence.join('; ')}`;
    }));
}
/** Suppressed findings in the comment that a reader still takes in; the report as JSON has all. */
const mostSuppressed = 20;
export const suppressedTitle = ({ suppressed }) => `${plural(suppressed.length, 'finding')} suppressed`;
/** What was left out, with who asked for it and why. */
export function suppressedList({ suppressed }, { links, plan }) {
    const more = suppressed.length - mostSuppressed;
    const told = suppressed.slice(0, mostSuppressed).map(({ rule, location, by, reason }) => {
        const asked = place({ file: by.file, firstLine: by.line, lastLine: by.line }, links);
        const why = reason === null ? '' : `: ${escapeText(truncate(reason, plan.text))}`;
        return `${code(truncate(rule, 80))} at ${place(location, links)}, by ${asked}${why}`;
    });
    return list([...told, ...(more > 0 ? [`and ${more} more`] : [])]);
}
export function layersTitle({ current }) {
    const dead = current.deadBytes > 0 ? `, ${sizeText(current.deadBytes)} of them hidden by later layers` : '';
    return `${plural(current.layers.length, 'layer')}, ${sizeText(current.diskBytes)}${dead}`;
}
export function layerTable({ current }, { links, plan }) {
    const shown = current.layers.slice(0, plan.layers);
    const rest = current.layers.slice(plan.layers);
    const figures = (size) => [sizeText(size.diskBytes), sizeText(size.downloadBytes)];
    return table([right('Disk'), right('Download'), { title: 'Where' }, { title: 'Instruction' }], [
        ...shown.map((layer) => [...figures(layer), layerPlace(layer, links), layerLabel(layer, plan)]),
        ...(rest.length > 0 ? [[...figures(sumSizes(rest)), '', plural(rest.length, 'more layer')]] : []),
    ]);
}
const layerPlace = ({ location, origin }, links) => location === null && origin === 'base' ? 'base image' : place(location, links);
const layerLabel = ({ instruction, diffId }, plan) => code(instruction === null ? diffId.slice(0, 19) : truncate(instruction, plan.text));
const statusIcons = {
    pass: icons.pass,
    warn: icons.warn,
    fail: icons.fail,
    unknown: icons.neutral,
};
/** Budgets that a comment lists. */
const mostBudgets = 10;
export function budgetList(image) {
    const { budgets } = image;
    const more = budgets.length - mostBudgets;
    const told = byUrgency(budgets).slice(0, mostBudgets).map(budgetText);
    return list([
        ...told,
        ...(more > 0 ? [`and ${plural(more, 'more budget')}`] : []),
        ...lintResults(image).map(budgetText),
    ]);
}
export const budgetText = ({ status, message }) => `${statusIcons[status]} ${escapeText(truncate(message, 400))}`;
/** What the figures are, and where they come from. */
export function measurementList({ report, links }) {
    const sources = new Set(report.images.map(({ current }) => sourceText(current, report.images.length === 1)));
    const commit = report.repository?.commit ?? null;
    const at = commit === null ? '' : ` at ${link(code(commit.slice(0, 7)), links.commit(commit))}`;
    return list([
        'Disk: bytes of the regular files in the layers. Download: bytes of the compressed layers.' +
            ` Budgets hold for the ${report.metric} size.`,
        ...[...sources].slice(0, 5).map((source) => `Read from ${source}${at}.`),
        ...(report.images.length === 1 ? report.images.flatMap(buildSentence) : []),
        attributionText(report.images.flatMap(({ current }) => current.layers)),
        `${report.tool.name} ${escapeText(truncate(report.tool.version, 40))}, ${report.created.slice(0, 16).replace('T', ' ')} UTC.`,
    ]);
}
/** `Built in 41.2s, 75% of 4 steps cached.` */
function buildSentence(image) {
    const text = buildParts(image).join(', ');
    return text === '' ? [] : [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`];
}
const methods = {
    provenance: "by BuildKit's record of the build",
    history: "by the image's history",
    none: 'in no way, as nothing tells of them',
};
/** How it was found out which line made which layer. */
function attributionText(layers) {
    const counts = Map.groupBy(layers, ({ attribution }) => attribution);
    const parts = ['provenance', 'history', 'none'].flatMap((method) => {
        const count = counts.get(method)?.length ?? 0;
        return count === 0 ? [] : [`${plural(count, 'layer')} ${methods[method]}`];
    });
    return parts.length === 0 ? 'There are no layers.' : `Instructions were found for ${parts.join(', ')}.`;
}
function sourceText({ source, store }, named) {
    const name = named ? `${source.kind}:${truncate(source.reference, 120)}` : source.kind;
    return code(name) + (store === null ? '' : ` (${store} image store)`);
}
