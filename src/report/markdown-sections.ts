import type { Finding } from '../model/finding.ts';
import type { LintResult } from '../model/lint.ts';
import type { MeasuredLayer } from '../model/measurement.ts';
import type { Baseline, BudgetResult, ImageReport, Metric, Report, Size } from '../model/report.ts';
import { formatDelta } from '../units.ts';
import { budgetBar } from './bars.ts';
import { buildParts } from './build.ts';
import { costParts } from './cost.ts';
import { code, escapeText, link, truncate } from './escape.ts';
import {
  byPrice,
  bytesBy,
  byUrgency,
  deltaBy,
  deltaText,
  imageTone,
  isAdvice,
  plural,
  priceBy,
  shareText,
  sizeText,
  sum,
  sumSizes,
  type Tone,
  totalPrice,
} from './figures.ts';
import type { Lines, Links } from './links.ts';
import { type Column, details, list, table } from './markdown-blocks.ts';
import type { Plan } from './plan.ts';

/** What every section is made with. */
export interface Page {
  readonly report: Report;
  readonly links: Links;
  readonly plan: Plan;
}

export const icons: Readonly<Record<Tone, string>> = {
  pass: '✅',
  warn: '🟡',
  fail: '❌',
  accepted: '☑️',
  neutral: '⚪',
};

/** With its platform, where that tells it from others. */
export const imageLabel = ({ name, platform }: ImageReport, { report }: Page): string =>
  escapeText(truncate(name, 80)) + (commonPlatform(report) === null ? ` (${escapeText(truncate(platform, 40))})` : '');

/** The one platform of all images; null where there is no such. */
export function commonPlatform({ images }: Report): string | null {
  const [first, ...others] = images;
  return first !== undefined && others.every(({ platform }) => platform === first.platform) ? first.platform : null;
}

export const right = (title: string): Column => ({ title, align: 'right' });

/** The sizes of one image, for one that is alone. */
export function sizeTable(image: ImageReport, { report: { metric } }: Page): string {
  const compared = image.delta !== null;
  const row = (title: string, each: Metric) => [
    title,
    sizeText(bytesBy(each, image.current)),
    ...(compared ? [imageChange(image, each, metric)] : []),
  ];
  return table(
    [{ title: escapeText(truncate(image.platform, 40)) }, right('Size'), ...(compared ? [right('Change')] : [])],
    [row('Disk', 'disk'), row('Download', 'download')],
  );
}

/** One row per image and platform; those beyond `most` are added up in one row. */
export function imageTable(images: readonly ImageReport[], most: number, page: Page): string {
  const { report, links } = page;
  const baselines = commonBaseline(report) === null;
  const bars = report.images.some((image) => tightest(image) !== null);
  const shown = images.slice(0, most);
  const rest = images.slice(most);
  const columns = [
    { title: ' ' },
    { title: 'Image' },
    ...['Disk', 'Change'].map(right),
    ...(bars ? [{ title: 'Budget' }] : []),
    ...['Download', 'Change'].map(right),
    ...(baselines ? [{ title: 'Compared with' }] : []),
  ];
  const row = (icon: string, label: string, figures: readonly string[], bar: string, baseline: string) => [
    icon,
    label,
    ...figures.slice(0, 2),
    ...(bars ? [bar] : []),
    ...figures.slice(2),
    ...(baselines ? [baseline] : []),
  ];
  return table(columns, [
    ...shown.map((image) => {
      const figures = imageFigures(image, report.metric);
      const bar = barText(tightest(image));
      return row(
        icons[imageTone(image, report)],
        imageLabel(image, page),
        figures,
        bar,
        baselineText(image.baseline, links),
      );
    }),
    ...(rest.length > 0 ? [row('', plural(rest.length, 'more image'), restFigures(rest), '', '')] : []),
  ]);
}

/** The limit of which most is used; null where none is a limit on bytes. */
function tightest({ budgets }: ImageReport): Barred | null {
  const used = ({ actual, limitValue }: Barred) => actual / limitValue;
  return budgets
    .filter(hasBar)
    .reduce<Barred | null>((most, one) => (most && used(most) >= used(one) ? most : one), null);
}

const barText = (budget: Barred | null): string =>
  budget === null ? '' : code(budgetBar(budget.actual, budget.limitValue));

function imageFigures(image: ImageReport, metric: Metric): string[] {
  return (['disk', 'download'] as const).flatMap((each) => [
    sizeText(bytesBy(each, image.current)),
    image.delta === null ? '–' : imageChange(image, each, metric),
  ]);
}

function imageChange(image: ImageReport, shown: Metric, judged: Metric): string {
  const bytes = deltaBy(shown, image);
  if (bytes === null || bytes === 0) return bytes === null ? 'unknown' : 'no change';
  if (shown !== judged) return formatDelta(bytes);
  const share = shareText(image);
  return `**${formatDelta(bytes)}**${share === null ? '' : ` (${share})`}`;
}

function restFigures(images: readonly ImageReport[]): string[] {
  return (['disk', 'download'] as const).flatMap((metric) => [
    sizeText(sum(images.map((image) => bytesBy(metric, image.current)))),
    deltaText(sum(images.map((image) => deltaBy(metric, image)))),
  ]);
}

/** The one commit that all images are compared with; null where there is no such. */
export function commonBaseline({ images }: Report): Baseline | null {
  const [first, ...others] = images.map((image) => image.baseline);
  if (first === undefined || first.commit === null) return null;
  const same = (other: Baseline) =>
    other.commit === first.commit && other.kind === first.kind && other.distance === first.distance;
  return others.every(same) ? first : null;
}

export function baselineText(baseline: Baseline, links: Links): string {
  const { kind, commit, distance } = baseline;
  if (kind === 'none') return '–';
  const name = commit === null ? (baseline.measurement?.source.reference ?? kind) : commit.slice(0, 7);
  const shown = link(code(truncate(name, 60)), commit === null ? null : links.commit(commit));
  if (kind === 'ancestor')
    return `${shown}, ${distance === null ? 'an ancestor' : `${plural(distance, 'commit')} back`}`;
  return kind === 'rebuilt' ? `${shown}, rebuilt` : shown;
}

/** `Dockerfile:12`, linked to the lines at the measured commit, or at another one. */
export function place(lines: Lines | null, links: Links, at?: string | null): string {
  return lines === null ? '–' : link(code(`${truncate(lines.file, 60)}:${lines.firstLine}`), links.lines(lines, at));
}

/** `3 findings, 41.2 MB to save`. */
export function findingsTitle(findings: readonly Finding[], metric: Metric): string {
  const saving = totalPrice(findings, metric) === 0 ? '' : `, ${savingText(findings, metric)}`;
  return plural(findings.length, 'finding') + saving;
}

/** `41.2 MB to save`. */
export const savingText = (findings: readonly Finding[], metric: Metric): string =>
  `${sizeText(totalPrice(findings, metric))} ${metric === 'disk' ? '' : 'of download '}to save`;

/** What a reader is asked to look at. */
export const notedFindings = ({ findings }: ImageReport): Finding[] => findings.filter((finding) => !isAdvice(finding));

/** The most expensive findings in the open, the others and advice folded. */
export function findingTables(image: ImageReport, page: Page): string[] {
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

function findingTable(findings: readonly Finding[], { report, links, plan }: Page): string {
  return table(
    [right(report.metric === 'disk' ? 'Saves' : 'Saves (download)'), { title: 'Where' }, { title: 'Finding' }],
    findings.map((finding) => [
      priceText(finding, report.metric),
      place(finding.location, links),
      `${escapeText(truncate(finding.message, 2 * plan.text))} · ${code(truncate(finding.rule, 80))}`,
    ]),
  );
}

function priceText(finding: Finding, metric: Metric): string {
  const bytes = priceBy(metric, finding);
  if (bytes === null) return '–';
  // Of files download bytes are always estimated, to within a piece of the layer's blob; a base image's are exact.
  const isEstimate = finding.price !== null && (metric === 'download' || !finding.price.measured);
  return `${isEstimate ? '≈ ' : ''}${sizeText(bytes)}`;
}

/** What the prices were made of. */
export function evidenceList(image: ImageReport, { report, links, plan }: Page): string {
  const told = byPrice(image.findings, report.metric).filter(({ evidence }) => evidence.length > 0);
  return list(
    told.slice(0, 50).map((finding) => {
      const evidence = finding.evidence.slice(0, 10).map((line) => escapeText(truncate(line, plan.text)));
      const where = finding.location === null ? '' : ` at ${place(finding.location, links)}`;
      return `${code(truncate(finding.rule, 80))}${where}: ${evidence.join('; ')}`;
    }),
  );
}

/** Suppressed findings in the comment that a reader still takes in; the report as JSON has all. */
const mostSuppressed = 20;

export const suppressedTitle = ({ suppressed }: ImageReport): string =>
  `${plural(suppressed.length, 'finding')} suppressed`;

/** What was left out, with who asked for it and why. */
export function suppressedList({ suppressed }: ImageReport, { links, plan }: Page): string {
  const more = suppressed.length - mostSuppressed;
  const told = suppressed.slice(0, mostSuppressed).map(({ rule, location, by, reason }) => {
    const asked = place({ file: by.file, firstLine: by.line, lastLine: by.line }, links);
    const why = reason === null ? '' : `: ${escapeText(truncate(reason, plan.text))}`;
    return `${code(truncate(rule, 80))} at ${place(location, links)}, by ${asked}${why}`;
  });
  return list([...told, ...(more > 0 ? [`and ${more} more`] : [])]);
}

export function layersTitle({ current }: ImageReport): string {
  const dead = current.deadBytes > 0 ? `, ${sizeText(current.deadBytes)} of them hidden by later layers` : '';
  return `${plural(current.layers.length, 'layer')}, ${sizeText(current.diskBytes)}${dead}`;
}

export function layerTable({ current }: ImageReport, { links, plan }: Page): string {
  const shown = current.layers.slice(0, plan.layers);
  const rest = current.layers.slice(plan.layers);
  const figures = (size: Size) => [sizeText(size.diskBytes), sizeText(size.downloadBytes)];
  return table(
    [right('Disk'), right('Download'), { title: 'Where' }, { title: 'Instruction' }],
    [
      ...shown.map((layer) => [...figures(layer), layerPlace(layer, links), layerLabel(layer, plan)]),
      ...(rest.length > 0 ? [[...figures(sumSizes(rest)), '', plural(rest.length, 'more layer')]] : []),
    ],
  );
}

const layerPlace = ({ location, origin }: MeasuredLayer, links: Links): string =>
  location === null && origin === 'base' ? 'base image' : place(location, links);

const layerLabel = ({ instruction, diffId }: MeasuredLayer, plan: Plan): string =>
  code(instruction === null ? diffId.slice(0, 19) : truncate(instruction, plan.text));

const statusIcons: Readonly<Record<BudgetResult['status'], string>> = {
  pass: icons.pass,
  warn: icons.warn,
  fail: icons.fail,
  unknown: icons.neutral,
};

/** Budgets that a comment lists. */
const mostBudgets = 10;

export function budgetList(budgets: readonly BudgetResult[]): string {
  const more = budgets.length - mostBudgets;
  const told = byUrgency(budgets).slice(0, mostBudgets).map(budgetText);
  return list([...told, ...(more > 0 ? [`and ${plural(more, 'more budget')}`] : [])]);
}

export function budgetText(budget: BudgetResult): string {
  const { status, message } = budget;
  const bar = hasBar(budget) ? ` ${barText(budget)}` : '';
  return `${statusIcons[status]}${bar} ${escapeText(truncate(message, 400))}`;
}

export const lintText = ({ status, message }: LintResult): string =>
  `${statusIcons[status]} ${escapeText(truncate(message, 400))}`;

type Barred = BudgetResult & { readonly actual: number; readonly limitValue: number };

/** Whether there is something of a limit on bytes that is used. */
export const hasBar = (budget: BudgetResult): budget is Barred =>
  budget.unit === 'bytes' && budget.limitValue !== null && budget.actual !== null && budget.actual > 0;

/** What the figures are, and where they come from. */
export function measurementList({ report, links }: Page): string {
  const sources = new Set(report.images.map(({ current }) => sourceText(current, report.images.length === 1)));
  const commit = report.repository?.commit ?? null;
  const at = commit === null ? '' : ` at ${link(code(commit.slice(0, 7)), links.commit(commit))}`;
  return list([
    'Disk: bytes of the regular files in the layers. Download: bytes of the compressed layers.' +
      ` Budgets hold for the ${report.metric} size.`,
    ...[...sources].slice(0, 5).map((source) => `Read from ${source}${at}.`),
    ...(report.images.length === 1
      ? report.images.flatMap((image) => [...sentence(buildParts(image)), ...sentence(costParts(image))])
      : []),
    attributionText(report.images.flatMap(({ current }) => current.layers)),
    `${report.tool.name} ${escapeText(truncate(report.tool.version, 40))}, ${report.created.slice(0, 16).replace('T', ' ')} UTC.`,
  ]);
}

/** `Built in 41.2s, 75% of 4 steps cached.` */
function sentence(parts: readonly string[]): string[] {
  const text = parts.join(', ');
  return text === '' ? [] : [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`];
}

const methods = {
  provenance: "by BuildKit's record of the build",
  history: "by the image's history",
  none: 'in no way, as nothing tells of them',
} as const;

/** How it was found out which line made which layer. */
function attributionText(layers: ImageReport['current']['layers']): string {
  const counts = Map.groupBy(layers, ({ attribution }) => attribution);
  const parts = (['provenance', 'history', 'none'] as const).flatMap((method) => {
    const count = counts.get(method)?.length ?? 0;
    return count === 0 ? [] : [`${plural(count, 'layer')} ${methods[method]}`];
  });
  return parts.length === 0 ? 'There are no layers.' : `Instructions were found for ${parts.join(', ')}.`;
}

function sourceText({ source, store }: ImageReport['current'], named: boolean): string {
  const name = named ? `${source.kind}:${truncate(source.reference, 120)}` : source.kind;
  return code(name) + (store === null ? '' : ` (${store} image store)`);
}
