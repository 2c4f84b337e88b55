import type { ImageReport, Metric } from '../model/report.ts';
import { sparkline } from './bars.ts';
import { code, codeBlock, escapeText, link, truncate } from './escape.ts';
import { bytesBy, deltaText, plural, sizeText } from './figures.ts';
import { blocks, details, list, table } from './markdown-blocks.ts';
import { type Page, right } from './markdown-sections.ts';

/** How an image came to its size, by the metric of the budgets. */

interface Point {
  /** Null: what was measured now. */
  readonly commit: string | null;
  readonly created: string;
  readonly bytes: number;
}

/** Fewer are no history: the comparison tells as much. */
const leastPoints = 3;

/** Oldest first, the measured size last; what is not known is left out. Empty where too few are known. */
function pointsOf({ history, current }: ImageReport, metric: Metric): Point[] {
  const points = [...history, { ...current, commit: null }].flatMap(({ commit, created, ...size }) => {
    const bytes = bytesBy(metric, size);
    return bytes === null ? [] : [{ commit, created, bytes }];
  });
  return points.at(-1)?.commit === null && points.length >= leastPoints ? points : [];
}

const spanText = (points: readonly Point[]): string =>
  `${sizeText(points[0]?.bytes ?? null)} to ${sizeText(points.at(-1)?.bytes ?? null)}`;

/** ``The last 12 records and this: `▁▁▂█`, 98 MB to 145 MB.`` Empty where the size never changed. */
export function trendSentence(image: ImageReport, metric: Metric): string {
  const points = pointsOf(image, metric);
  const moved = points.some(({ bytes }) => bytes !== points[0]?.bytes);
  const line = code(sparkline(points.map(({ bytes }) => bytes)));
  return moved ? `The last ${points.length - 1} records and this: ${line}, ${spanText(points)}.` : '';
}

/** A fold with a chart, the change over longer times, and the last sizes in figures. */
export function historyDetails(image: ImageReport, page: Page): string {
  const points = pointsOf(image, page.report.metric);
  if (!page.plan.history || points.length === 0) return '';
  return details(
    `History: ${spanText(points)} over ${plural(points.length - 1, 'record')}`,
    blocks(
      codeBlock(chart(points, page.report.metric), 'mermaid'),
      list(image.longTerm.map(({ message }) => escapeText(truncate(message, 300)))),
      pointTable(points, page),
    ),
  );
}

/**
 * A chart by Mermaid, a line over the records. It holds figures only, no text from outside. The colour is set because
 * Mermaid's own is next to invisible on white; this one shows on black too.
 */
function chart(points: readonly Point[], metric: Metric): string {
  const megabytes = points.map(({ bytes }) => bytes / 1e6);
  const [least, most] = [Math.min(...megabytes), Math.max(...megabytes)];
  // A scale from 0 would hide every step; one of the steps alone would make mountains of them.
  const margin = Math.max(0.2 * (most - least), 0.02 * most);
  return [
    '%%{init: {"xyChart": {"height": 280}, "themeVariables": {"xyChart": {"plotColorPalette": "#2f81f7"}}}}%%',
    'xychart-beta',
    `  x-axis "Records before this one" ${1 - points.length} --> 0`,
    `  y-axis "MB ${metric === 'disk' ? 'on disk' : 'to download'}" ${figure(Math.max(0, least - margin))} --> ${figure(most + margin)}`,
    `  line [${megabytes.map(figure).join(', ')}]`,
  ].join('\n');
}

/** Mermaid reads no exponents. */
const figure = (value: number): string => String(Number(value.toFixed(value < 10 ? 6 : 2)));

/** Of those in the chart, in figures. */
const mostRows = 10;

function pointTable(points: readonly Point[], { links }: Page): string {
  const rows = points.map(({ commit, created, bytes }, at) => {
    const before = points[at - 1];
    return [
      commit === null ? 'this one' : link(code(commit.slice(0, 7)), links.commit(commit)),
      created.slice(0, 10),
      sizeText(bytes),
      before === undefined ? '–' : deltaText(bytes - before.bytes),
    ];
  });
  return table(
    [{ title: 'Commit' }, { title: 'Date' }, right('Size'), right('Change')],
    rows.slice(-mostRows).reverse(),
  );
}
