import type { ImageReport, Report } from '../model/report.ts';
import { notableBuildParts } from './build.ts';
import { changesCost, costParts } from './cost.ts';
import { codeHtml, escapeText, link, truncate } from './escape.ts';
import { bytesBy, deltaBy, deltaText, imageTone, isUnchanged, plural, sizeText, sum, toneOf } from './figures.ts';
import { headline } from './headline.ts';
import { linksOf } from './links.ts';
import { blocks, details, list } from './markdown-blocks.ts';
import { assumedLine, changesTitle, changeTable, changeTree, dustLine, tellsAll } from './markdown-changes.ts';
import { fixDetails, shownFixes } from './markdown-fixes.ts';
import { historyDetails, trendSentence } from './markdown-history.ts';
import { budgetsInTheOpen, imagesInLead, imagesLead, leadList, whoseLine } from './markdown-lead.ts';
import {
  baselineText,
  budgetList,
  commonBaseline,
  commonPlatform,
  evidenceList,
  findingsTitle,
  findingTables,
  icons,
  imageLabel,
  imageTable,
  layersTitle,
  layerTable,
  measurementList,
  notedFindings,
  type Page,
  sizeTable,
  suppressedList,
  suppressedTitle,
} from './markdown-sections.ts';
import { type Plan, plans } from './plan.ts';

export interface MarkdownOptions {
  /** Bytes of UTF-8, of which there are never fewer than characters; at least 2,000. */
  readonly limit: number;
  /** Where all of the report is, for where not all of it fits. */
  readonly whole?: readonly Whereabouts[];
}

/** A place where a report is, in words, and a link to it; null: there is none to lead to. */
export interface Whereabouts {
  readonly name: string;
  readonly url: string | null;
}

/**
 * A report as GitHub-flavoured Markdown, for a comment or a step summary.
 *
 * The first line is verdict, change and budget; the next say whose doing it is, what grew and what to do, as an e-mail
 * shows them. What does not fit is left out piece by piece, and a last sentence says what that was.
 */
export function renderMarkdown(report: Report, { limit, whole = [] }: MarkdownOptions): string {
  const title = `### ${icons[toneOf(report)]} ${headline(report, escapeText)}\n`;
  const links = linksOf(report.repository);
  for (const plan of plans) {
    const text = title + body({ report, links, plan }, whole);
    if (Buffer.byteLength(text) <= limit) return text;
  }
  return title;
}

function body(page: Page, whole: readonly Whereabouts[]): string {
  const { report, plan } = page;
  const notices = list(report.notices.slice(0, plan.notices).map((notice) => escapeText(truncate(notice, 500))));
  const cut = cutSentence(report, plan, whole);
  const quiet = quietLine(page);
  if (quiet !== null) return `${blocks(quiet, ...report.images.map(expenses), notices, cut)}\n`;
  const [image, ...others] = report.images;
  if (image === undefined) return `\n${blocks(notices, cut)}\n`;
  const parts = others.length === 0 ? oneImage(image, notices, page) : severalImages(notices, page);
  const measured = plan.folded ? details('How it was measured', measurementList(page)) : '';
  return `\n${blocks(...parts, measured, cut)}\n`;
}

/** All there is to say of one image that did not change. */
function quietLine({ report, links }: Page): string | null {
  const [image, ...others] = report.images;
  if (image === undefined || others.length > 0) return null;
  if (!isUnchanged(image) || notedFindings(image).length > 0 || report.verdict === 'fail') return null;
  const { diskBytes, downloadBytes } = image.current;
  const download = downloadBytes === null ? '' : `, ${sizeText(downloadBytes)} to download`;
  const platform = escapeText(truncate(image.platform, 40));
  const suppressed = image.suppressed.length === 0 ? '' : ` ${suppressedTitle(image)}.`;
  return `${sizeText(diskBytes)} on disk${download} (${platform}), the same as ${baselineText(image.baseline, links)}.${suppressed}`;
}

function oneImage(image: ImageReport, notices: string, page: Page): string[] {
  const told = page.plan.sections > 0;
  return [
    told ? whoseLine([image], page) : '',
    told ? leadList(image, page) : '',
    missingSentence(page),
    sizeTable(image, page),
    sentences(baselineSentence(page), told ? trendSentence(image, page.report.metric) : ''),
    notices,
    ...(told
      ? [
          changesPart(image, page, '#### '),
          expenses(image),
          findingsPart(image, page, '####'),
          imageDetails(image, page),
        ]
      : []),
  ];
}

const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/** Sections in the open: of images over their budget, where there is more to say than the lead does. */
const openSections = 5;
/** More of them are folded once more. */
const mostFolds = 10;

/** The images that matter most, a row for each, and a section for each that changed. */
function severalImages(notices: string, page: Page): string[] {
  const { report, plan } = page;
  const images = ranked(report);
  const led = imagesInLead(images);
  const told = images.filter((image) => !isUnremarkable(image, report)).slice(0, plan.sections);
  const open = told
    .filter((image) => imageTone(image, report) === 'fail' && !(led.includes(image) && tellsAll(image, page)))
    .slice(0, openSections);
  const folds = told.filter((image) => !open.includes(image)).map((image) => foldedSection(image, page));
  return [
    whoseLine(images, page),
    imagesLead(led, images, page),
    missingSentence(page),
    baselineSentence(page),
    notices,
    ...imageTables(images, page),
    ...open.map((image) =>
      blocks(`#### ${imageLabel(image, page)}: ${changeText(image, report)}`, section(image, page)),
    ),
    ...(folds.length > mostFolds
      ? [details(`What changed in ${plural(folds.length, 'image')}`, blocks(...folds))]
      : folds),
  ];
}

/** Rows in the open; beyond them a table of images would bury what it is about. */
const openRows = 20;

/** What is compared with what, a row for each image; those that did not change are folded. */
function imageTables(images: readonly ImageReport[], page: Page): string[] {
  const { report, plan } = page;
  const remarkable = images.filter((image) => !isUnremarkable(image, report));
  const open = plan.images <= openRows ? images : remarkable.slice(0, openRows);
  const folded = images.filter((image) => !open.includes(image));
  return [
    open.length > 0 ? imageTable(open, plan.images, page) : '',
    folded.length > 0 ? details(foldedTitle(folded, report), imageTable(folded, plan.images - open.length, page)) : '',
  ];
}

/** Images over their budget first, then by growth. */
const ranked = (report: Report): ImageReport[] =>
  report.images.toSorted((a, b) => urgency(b, report) - urgency(a, report) || growth(b) - growth(a));

const urgencies = { fail: 4, accepted: 3, warn: 2, neutral: 1, pass: 0 } as const;
const urgency = (image: ImageReport, report: Report): number => urgencies[imageTone(image, report)];
const growth = (image: ImageReport): number => image.delta?.diskBytes ?? 0;

const isUnremarkable = (image: ImageReport, report: Report): boolean =>
  isUnchanged(image) && notedFindings(image).length === 0 && imageTone(image, report) === 'pass';

function foldedTitle(images: readonly ImageReport[], report: Report): string {
  const size = sizeText(sum(images.map((image) => bytesBy(report.metric, image.current))));
  const unchanged = images.every((image) => isUnremarkable(image, report));
  return unchanged
    ? `${plural(images.length, 'image')} did not change (${size})`
    : `${plural(images.length, 'more image')} (${size})`;
}

/** What all images are made for and compared with. */
function baselineSentence({ report, links }: Page): string {
  const platform = report.images.length > 1 ? commonPlatform(report) : null;
  const common = commonBaseline(report);
  const made = platform === null ? '' : `${report.images.length} images for ${escapeText(truncate(platform, 40))}`;
  const compared = common === null ? '' : `compared with ${baselineText(common, links)}`;
  const sentence = [made, compared].filter((part) => part !== '').join(', ');
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** Why some images are compared with nothing. */
function missingSentence({ report: { images } }: Page): string {
  const missing = images.filter((image) => image.delta === null && image.baseline.kind === 'none');
  const [first] = missing;
  if (first === undefined) return '';
  const reason = first.baseline.reason?.trim().replace(/\.$/, '') || 'nothing is stored yet';
  const who = images.length === 1 ? 'No baseline' : `No baseline for ${missing.length} of ${images.length} images`;
  return (
    `${who}: ${escapeText(truncate(reason, 300))}. ` +
    'A push to the default branch that runs this step with `permissions: contents: write` records one.'
  );
}

/** Nothing where the lead has told it all. Under a path nothing changed: that is told too. */
function changesPart(image: ImageReport, page: Page, heading: '#### ' | ''): string {
  const table = tellsAll(image, page) ? '' : changeTable(image, page);
  const titled = image.focus !== null || (table !== '' && heading !== '');
  const tree = changeTree(image, page);
  return blocks(
    titled ? heading + changesTitle(image, page) : '',
    table,
    assumedLine(image, page),
    dustLine(image, page),
    tree === '' ? '' : details('Packages, directories and files behind it', tree),
  );
}

/** What the build took, where that is worth a look, and what its change costs; the fold below has both always. */
function expenses(image: ImageReport): string {
  const text = [...notableBuildParts(image), ...(changesCost(image) ? costParts(image) : [])].join(' · ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What there is to say of one of several images. */
const section = (image: ImageReport, page: Page): string =>
  blocks(
    whoseLine([image], page),
    leadList(image, page),
    changesPart(image, page, ''),
    expenses(image),
    findingsPart(image, page, '#####'),
    imageDetails(image, page),
  );

function foldedSection(image: ImageReport, page: Page): string {
  const { report } = page;
  const platform = commonPlatform(report) === null ? ` ${codeHtml(truncate(image.platform, 40))}` : '';
  const noted = notedFindings(image);
  const findings = noted.length > 0 ? `, ${findingsTitle(noted, report.metric)}` : '';
  const title = `${codeHtml(truncate(image.name, 80))}${platform}: ${changeText(image, report)}${findings}`;
  return details(title, section(image, page));
}

const changeText = (image: ImageReport, { metric }: Report): string =>
  image.delta === null ? 'no baseline' : deltaText(deltaBy(metric, image));

function findingsPart(image: ImageReport, page: Page, heading: '####' | '#####'): string {
  const noted = notedFindings(image);
  const title = noted.length === 0 ? '' : `${heading} ${findingsTitle(noted, page.report.metric)}`;
  return blocks(title, ...findingTables(image, page), ...fixDetails(image, page));
}

function imageDetails(image: ImageReport, page: Page): string {
  const { folded, layers } = page.plan;
  const open = budgetsInTheOpen(image);
  const budgets = image.budgets.filter((budget) => !open.includes(budget));
  const evidence = folded ? evidenceList(image, page) : '';
  return blocks(
    evidence === '' ? '' : details('What the prices are made of', evidence),
    folded && image.suppressed.length > 0 ? details(suppressedTitle(image), suppressedList(image, page)) : '',
    historyDetails(image, page),
    layers > 0 && image.current.layers.length > 0 ? details(layersTitle(image), layerTable(image, page)) : '',
    folded && budgets.length > 0 ? details(budgetsTitle(budgets.length, open.length), budgetList(budgets)) : '',
  );
}

const budgetsTitle = (count: number, open: number): string =>
  open === 0 ? plural(count, 'budget') : plural(count, 'more budget');

/** What the plan leaves out of this report, in words. */
function cutSentence(report: Report, plan: Plan, whole: readonly Whereabouts[]): string {
  const { images } = report;
  // Of several images, those that did not change have nothing to add to their row.
  const sections = images.filter((image) => images.length === 1 || !isUnremarkable(image, report)).length;
  const told = Math.min(sections, plan.sections);
  const cut = [
    images.length > plan.images ? `the rows of ${plural(images.length - plan.images, 'image')}` : '',
    told < sections ? `what changed in ${plural(sections - told, 'image')}` : '',
    ...(told > 0 ? cutInSections(report, plan) : []),
    report.notices.length > plan.notices ? plural(report.notices.length - plan.notices, 'notice') : '',
  ].filter((part) => part !== '');
  if (cut.length === 0) return '';
  const places = whole.map(({ name, url }) => link(escapeText(name), url)).join(', ');
  const where = places === '' ? 'what `html-file` and `report-file` write' : places;
  return `Shortened to fit. Left out: ${cut.join('; ')}. All of it: ${where}.`;
}

const childrenOf = ({ changes }: ImageReport): number =>
  changes.reduce((total, { children }) => total + children.length, 0);

const shownFindings = (image: ImageReport, plan: Plan): number => Math.min(notedFindings(image).length, plan.findings);

function cutInSections({ images, metric }: Report, plan: Plan): string[] {
  const some = (count: (image: ImageReport) => number, most: number) => images.some((image) => count(image) > most);
  return [
    plan.fixes === 0 && some((image) => shownFixes(image, metric).length, 0) ? 'fixes' : '',
    !plan.history && some((image) => image.history.length, 1) ? 'history' : '',
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
