import type { ImageReport, Report } from '../model/report.ts';
import { codeHtml, escapeText, truncate } from './escape.ts';
import { bytesBy, deltaBy, deltaText, imageTone, isUnchanged, plural, sizeText, sum, toneOf } from './figures.ts';
import { headline } from './headline.ts';
import { linksOf } from './links.ts';
import { blocks, details, list } from './markdown-blocks.ts';
import {
  baselineText,
  budgetList,
  causesLine,
  changeTable,
  commonBaseline,
  evidenceList,
  findingsTitle,
  findingTables,
  icons,
  imageLabel,
  imageTable,
  layersTitle,
  layerTable,
  measurementList,
  type Page,
} from './markdown-sections.ts';
import { type Plan, plans } from './plan.ts';

export interface MarkdownOptions {
  /** Bytes of UTF-8, of which there are never fewer than characters; at least 2,000. */
  readonly limit: number;
}

/**
 * A report as GitHub-flavoured Markdown, for a comment or a step summary.
 *
 * The first line is verdict, change and budget. What does not fit is left out piece by piece, and a last sentence says
 * what that was.
 */
export function renderMarkdown(report: Report, { limit }: MarkdownOptions): string {
  const title = `### ${icons[toneOf(report)]} ${headline(report, escapeText)}\n`;
  const links = linksOf(report.repository);
  for (const plan of plans) {
    const text = title + body({ report, links, plan });
    if (Buffer.byteLength(text) <= limit) return text;
  }
  return title;
}

function body(page: Page): string {
  const { report, plan } = page;
  const notices = list(report.notices.slice(0, plan.notices).map((notice) => escapeText(truncate(notice, 500))));
  const cut = cutSentence(report, plan);
  const quiet = quietLine(page);
  if (quiet !== null) return `${blocks(quiet, notices, cut)}\n`;
  return `\n${blocks(comparison(page), ...imageParts(page), notices, measured(page), cut)}\n`;
}

/** All there is to say of one image that did not change. */
function quietLine({ report, links }: Page): string | null {
  const [image, ...others] = report.images;
  if (image === undefined || others.length > 0) return null;
  if (!isUnchanged(image) || image.findings.length > 0 || report.verdict === 'fail') return null;
  const { diskBytes, downloadBytes } = image.current;
  const download = downloadBytes === null ? '' : `, ${sizeText(downloadBytes)} to download`;
  const platform = escapeText(truncate(image.platform, 40));
  return `${sizeText(diskBytes)} on disk${download} (${platform}), the same as ${baselineText(image.baseline, links)}.`;
}

/** What is compared with what, a row for each image. */
function comparison(page: Page): string {
  const { report } = page;
  const images = ranked(report);
  const folded = images.length > 1 ? images.filter((image) => isUnremarkable(image, report)) : [];
  const shown = images.filter((image) => !folded.includes(image));
  return blocks(
    baselineSentences(page),
    shown.length > 0 ? imageTable(shown, page) : '',
    folded.length > 0 ? details(unchangedTitle(folded, report), imageTable(folded, page)) : '',
  );
}

/** Images over their budget first, then by growth. */
const ranked = (report: Report): ImageReport[] =>
  report.images.toSorted((a, b) => urgency(b, report) - urgency(a, report) || growth(b) - growth(a));

/** What there is to say of each image beyond its row. */
function imageParts(page: Page): string[] {
  const { report, plan } = page;
  const told = ranked(report)
    .filter((image) => hasSection(image, report))
    .slice(0, plan.sections);
  if (report.images.length > 1) return told.map((image) => section(image, page));
  return told.flatMap((image) => [imageBody(image, page, '####'), imageDetails(image, page)]);
}

const measured = (page: Page): string =>
  page.plan.folded && page.report.images.length > 0 ? details('How it was measured', measurementList(page)) : '';

const urgencies = { fail: 4, accepted: 3, warn: 2, neutral: 1, pass: 0 } as const;
const urgency = (image: ImageReport, report: Report): number => urgencies[imageTone(image, report)];
const growth = (image: ImageReport): number => image.delta?.diskBytes ?? 0;

const isUnremarkable = (image: ImageReport, report: Report): boolean =>
  isUnchanged(image) && image.findings.length === 0 && imageTone(image, report) === 'pass';

/** Of several images, those that did not change have nothing to add; the report file has their layers. */
const hasSection = (image: ImageReport, report: Report): boolean =>
  report.images.length === 1 || !isUnremarkable(image, report);

function unchangedTitle(images: readonly ImageReport[], { metric }: Report): string {
  const size = sizeText(sum(images.map((image) => bytesBy(metric, image.current))));
  return `${plural(images.length, 'image')} did not change (${size})`;
}

/** What all images are compared with, and why some are compared with nothing. */
function baselineSentences({ report, links }: Page): string {
  const common = commonBaseline(report);
  const missing = report.images.filter((image) => image.delta === null && image.baseline.kind === 'none');
  const [first] = missing;
  return blocks(
    common === null ? '' : `Compared with ${baselineText(common, links)}.`,
    first === undefined ? '' : missingSentence(first, missing.length, report.images.length),
  );
}

function missingSentence(image: ImageReport, missing: number, images: number): string {
  const reason = image.baseline.reason?.trim().replace(/\.$/, '') || 'nothing is stored yet';
  const who = images === 1 ? 'No baseline' : `No baseline for ${missing} of ${images} images`;
  return (
    `${who}: ${escapeText(truncate(reason, 300))}. ` +
    'A push to the default branch that runs this step with `permissions: contents: write` records one.'
  );
}

/** One of several images: in the open where it is over its budget, else folded. */
function section(image: ImageReport, page: Page): string {
  const delta = deltaBy(page.report.metric, image);
  const change = image.delta === null ? 'no baseline' : delta === 0 ? 'no change' : deltaText(delta);
  const findings = image.findings.length > 0 ? `, ${findingsTitle(image.findings, page.report.metric)}` : '';
  const content = blocks(imageBody(image, page, '#####'), imageDetails(image, page));
  if (imageTone(image, page.report) === 'fail') {
    return blocks(`#### ${imageLabel(image)}: ${change}`, content);
  }
  const label = `${codeHtml(truncate(image.name, 80))} ${codeHtml(truncate(image.platform, 40))}`;
  return details(`${label}: ${change}${findings}`, content);
}

function imageBody(image: ImageReport, page: Page, heading: string): string {
  const changes = changeTable(image, page);
  const findings = findingTables(image, page);
  return blocks(
    changes === '' ? '' : `${heading} What changed`,
    causesLine(image, page),
    changes,
    findings.length === 0 ? '' : `${heading} ${findingsTitle(image.findings, page.report.metric)}`,
    ...findings,
  );
}

function imageDetails(image: ImageReport, page: Page): string {
  const { plan } = page;
  const budgets = plan.folded ? budgetList(image) : '';
  const evidence = plan.folded ? evidenceList(image, page) : '';
  return blocks(
    evidence === '' ? '' : details('What the prices are made of', evidence),
    plan.layers > 0 && image.current.layers.length > 0 ? details(layersTitle(image), layerTable(image, page)) : '',
    budgets === '' ? '' : details('Budgets', budgets),
  );
}

/** What the plan leaves out of this report, in words. */
function cutSentence(report: Report, plan: Plan): string {
  const { images } = report;
  const sections = images.filter((image) => hasSection(image, report)).length;
  const told = Math.min(sections, plan.sections);
  const cut = [
    images.length > plan.images ? `the rows of ${plural(images.length - plan.images, 'image')}` : '',
    told < sections ? `what changed in ${plural(sections - told, 'image')}` : '',
    ...(told > 0 ? cutInSections(images, plan) : []),
    report.notices.length > plan.notices ? plural(report.notices.length - plan.notices, 'notice') : '',
  ].filter((part) => part !== '');
  if (cut.length === 0) return '';
  return `Shortened to fit, without ${cut.join(', ')}. The job's step summary and its \`report-json\` output have more.`;
}

function cutInSections(images: readonly ImageReport[], plan: Plan): string[] {
  const some = (count: (image: ImageReport) => number, most: number) => images.some((image) => count(image) > most);
  return [
    some((image) => image.current.layers.length, plan.layers)
      ? plan.layers > 0
        ? 'long tables of layers'
        : 'layers'
      : '',
    some((image) => image.findings.length, plan.findings) && !plan.folded ? 'the cheaper findings' : '',
    plan.folded ? '' : 'budgets and evidence',
  ];
}
