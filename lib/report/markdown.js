import { notableBuildParts } from "./build.js";
import { codeHtml, escapeText, truncate } from "./escape.js";
import { bytesBy, deltaBy, deltaText, imageTone, isUnchanged, plural, sizeText, sum, toneOf } from "./figures.js";
import { headline } from "./headline.js";
import { linksOf } from "./links.js";
import { blocks, details, list } from "./markdown-blocks.js";
import { causesLine, changesTitle, changeTable, changeTree, leadList } from "./markdown-changes.js";
import { fixDetails, shownFixes } from "./markdown-fixes.js";
import { baselineText, budgetList, commonBaseline, evidenceList, findingsTitle, findingTables, icons, imageLabel, imageTable, layersTitle, layerTable, measurementList, notedFindings, suppressedList, suppressedTitle, } from "./markdown-sections.js";
import { plans } from "./plan.js";
/**
 * A report as GitHub-flavoured Markdown, for a comment or a step summary.
 *
 * The first line is verdict, change and budget. What does not fit is left out piece by piece, and a last sentence says
 * what that was.
 */
export function renderMarkdown(report, { limit }) {
    const title = `### ${icons[toneOf(report)]} ${headline(report, escapeText)}\n`;
    const links = linksOf(report.repository);
    for (const plan of plans) {
        const text = title + body({ report, links, plan });
        if (Buffer.byteLength(text) <= limit)
            return text;
    }
    return title;
}
function body(page) {
    const { report, plan } = page;
    const notices = list(report.notices.slice(0, plan.notices).map((notice) => escapeText(truncate(notice, 500))));
    const cut = cutSentence(report, plan);
    const quiet = quietLine(page);
    if (quiet !== null)
        return `${blocks(quiet, ...report.images.map(buildLine), notices, cut)}\n`;
    return `\n${blocks(lead(page), comparison(page), ...openParts(page), notices, foldedPart(page), cut)}\n`;
}
/** All there is to say of one image that did not change. */
function quietLine({ report, links }) {
    const [image, ...others] = report.images;
    if (image === undefined || others.length > 0)
        return null;
    if (!isUnchanged(image) || notedFindings(image).length > 0 || report.verdict === 'fail')
        return null;
    const { diskBytes, downloadBytes } = image.current;
    const download = downloadBytes === null ? '' : `, ${sizeText(downloadBytes)} to download`;
    const platform = escapeText(truncate(image.platform, 40));
    const suppressed = image.suppressed.length === 0 ? '' : ` ${suppressedTitle(image)}.`;
    return `${sizeText(diskBytes)} on disk${download} (${platform}), the same as ${baselineText(image.baseline, links)}.${suppressed}`;
}
/** Of several images, each tells in its own section what is asked of it. */
function lead(page) {
    const [image, ...others] = page.report.images;
    return image === undefined || others.length > 0 || page.plan.sections === 0 ? '' : leadList(image, page);
}
/** Rows in the open; beyond them a table of images would bury what it is about. */
const openRows = 20;
/** What is compared with what, a row for each image; of several, those that did not change are folded. */
function comparison(page) {
    const { report, plan } = page;
    const images = ranked(report);
    const remarkable = images.length > 1 ? images.filter((image) => !isUnremarkable(image, report)) : images;
    const open = plan.images <= openRows ? images : remarkable.slice(0, openRows);
    const folded = images.filter((image) => !open.includes(image));
    return blocks(baselineSentences(page), open.length > 0 ? imageTable(open, plan.images, page) : '', folded.length > 0 ? details(foldedTitle(folded, report), imageTable(folded, plan.images - open.length, page)) : '');
}
/** Images over their budget first, then by growth. */
const ranked = (report) => report.images.toSorted((a, b) => urgency(b, report) - urgency(a, report) || growth(b) - growth(a));
/** What there is to say of each image beyond its row. */
function openParts(page) {
    const { report, plan } = page;
    const told = ranked(report).filter((image) => hasSection(image, report));
    const shown = told.slice(0, plan.sections);
    return shown.map((image) => (report.images.length > 1 ? section(image, page) : singleImage(image, page)));
}
function foldedPart(page) {
    const { images } = page.report;
    const [image, ...others] = images;
    if (image === undefined)
        return '';
    const budgets = page.plan.folded ? budgetList(image) : '';
    return blocks(...(others.length === 0 && page.plan.sections > 0
        ? [imageDetails(image, page), budgets === '' ? '' : details('Budgets', budgets)]
        : []), page.plan.folded ? details('How it was measured', measurementList(page)) : '');
}
const urgencies = { fail: 4, accepted: 3, warn: 2, neutral: 1, pass: 0 };
const urgency = (image, report) => urgencies[imageTone(image, report)];
const growth = (image) => image.delta?.diskBytes ?? 0;
const isUnremarkable = (image, report) => isUnchanged(image) && notedFindings(image).length === 0 && imageTone(image, report) === 'pass';
/** Of several images, those that did not change have nothing to add; the report file has their layers. */
const hasSection = (image, report) => report.images.length === 1 || !isUnremarkable(image, report);
function foldedTitle(images, report) {
    const size = sizeText(sum(images.map((image) => bytesBy(report.metric, image.current))));
    const unchanged = images.every((image) => isUnremarkable(image, report));
    return unchanged
        ? `${plural(images.length, 'image')} did not change (${size})`
        : `${plural(images.length, 'more image')} (${size})`;
}
/** What all images are compared with, and why some are compared with nothing. */
function baselineSentences({ report, links }) {
    const common = commonBaseline(report);
    const missing = report.images.filter((image) => image.delta === null && image.baseline.kind === 'none');
    const [first] = missing;
    return blocks(common === null ? '' : `Compared with ${baselineText(common, links)}.`, first === undefined ? '' : missingSentence(first, missing.length, report.images.length));
}
function missingSentence(image, missing, images) {
    const reason = image.baseline.reason?.trim().replace(/\.$/, '') || 'nothing is stored yet';
    const who = images === 1 ? 'No baseline' : `No baseline for ${missing} of ${images} images`;
    return (`${who}: ${escapeText(truncate(reason, 300))}. ` +
        'A push to the default branch that runs this step with `permissions: contents: write` records one.');
}
function singleImage(image, page) {
    return blocks(changesPart(image, page, '#### '), buildLine(image), findingsPart(image, page, '####'));
}
/** What the build took, where that is worth a look; the fold below has it always. */
function buildLine(image) {
    const text = notableBuildParts(image).join(' · ');
    return text.charAt(0).toUpperCase() + text.slice(1);
}
/** Under a path nothing changed: that is told too. */
function changesPart(image, page, heading) {
    const table = changeTable(image, page);
    if (table === '' && image.focus === null)
        return causesLine(image, page);
    const title = heading === '' && image.focus === null ? '' : heading + changesTitle(image, page);
    const tree = changeTree(image, page);
    return blocks(title, causesLine(image, page), table, tree === '' ? '' : details('Packages, directories and files behind it', tree));
}
/** One of several images: in the open where it is over its budget, else folded. */
function section(image, page) {
    const { metric } = page.report;
    const change = image.delta === null ? 'no baseline' : deltaText(deltaBy(metric, image));
    const content = blocks(budgetList(image), changesPart(image, page, ''), buildLine(image), findingsPart(image, page, '#####'), imageDetails(image, page));
    if (imageTone(image, page.report) === 'fail')
        return blocks(`#### ${imageLabel(image)}: ${change}`, content);
    const label = `${codeHtml(truncate(image.name, 80))} ${codeHtml(truncate(image.platform, 40))}`;
    const noted = notedFindings(image);
    const findings = noted.length > 0 ? `, ${findingsTitle(noted, metric)}` : '';
    return details(`${label}: ${change}${findings}`, content);
}
function findingsPart(image, page, heading) {
    const noted = notedFindings(image);
    const title = noted.length === 0 ? '' : `${heading} ${findingsTitle(noted, page.report.metric)}`;
    return blocks(title, ...findingTables(image, page), ...fixDetails(image, page));
}
function imageDetails(image, page) {
    const evidence = page.plan.folded ? evidenceList(image, page) : '';
    const suppressed = page.plan.folded && image.suppressed.length > 0;
    const layers = page.plan.layers > 0 && image.current.layers.length > 0;
    return blocks(evidence === '' ? '' : details('What the prices are made of', evidence), suppressed ? details(suppressedTitle(image), suppressedList(image, page)) : '', layers ? details(layersTitle(image), layerTable(image, page)) : '');
}
/** What the plan leaves out of this report, in words. */
function cutSentence(report, plan) {
    const { images } = report;
    const sections = images.filter((image) => hasSection(image, report)).length;
    const told = Math.min(sections, plan.sections);
    const cut = [
        images.length > plan.images ? `the rows of ${plural(images.length - plan.images, 'image')}` : '',
        told < sections ? `what changed in ${plural(sections - told, 'image')}` : '',
        ...(told > 0 ? cutInSections(report, plan) : []),
        report.notices.length > plan.notices ? plural(report.notices.length - plan.notices, 'notice') : '',
    ].filter((part) => part !== '');
    if (cut.length === 0)
        return '';
    return `Shortened to fit. Left out: ${cut.join('; ')}. The job's step summary and its \`report-json\` output have more.`;
}
const childrenOf = ({ changes }) => changes.reduce((total, { children }) => total + children.length, 0);
const shownFindings = (image, plan) => Math.min(notedFindings(image).length, plan.findings);
function cutInSections({ images, metric }, plan) {
    const some = (count, most) => images.some((image) => count(image) > most);
    return [
        plan.fixes === 0 && some((image) => shownFixes(image, metric).length, 0) ? 'fixes' : '',
        some((image) => image.current.layers.length, plan.layers)
            ? plan.layers > 0
                ? 'long tables of layers'
                : 'layers'
            : '',
        images.some((image) => image.findings.length > shownFindings(image, plan)) && !plan.folded
            ? 'the cheaper findings'
            : '',
        some(childrenOf, 0) && plan.tree.length < (plans[0]?.tree.length ?? 0)
            ? 'some of what lies behind the changes'
            : '',
        plan.folded ? '' : 'how it was measured',
    ];
}
