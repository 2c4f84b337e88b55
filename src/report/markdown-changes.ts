import { weightOf } from '../compare/size.ts';
import type { Change, ImageReport, Metric } from '../model/report.ts';
import { isDust } from './dust.ts';
import { code, escapeText, truncate } from './escape.ts';
import { bytesBy, deltaText, figureText, plural } from './figures.ts';
import type { Links } from './links.ts';
import { table } from './markdown-blocks.ts';
import { type Page, place, right } from './markdown-sections.ts';
import {
  assumptions,
  type Breadth,
  causeName,
  describe,
  evidenceText,
  type Line,
  largestChanges,
  lineOf,
  linesBelow,
  linesOf,
  otherLabel,
  telling,
  type Voice,
} from './rows.ts';

/** What changed, as Markdown. */

export const voiceOf = (text: number): Voice => ({
  quote: (name) => code(truncate(name, text)),
  say: (words) => escapeText(truncate(words, text)),
});

/** Download sizes are known of whole layers alone. */
export const isShare = ({ focus }: ImageReport, level: number): boolean => level > 0 || focus !== null;

/** What of it is a guess. */
export function assumedLine(image: ImageReport, { links, plan }: Page): string {
  const nameOf = ({ location, label }: Change) =>
    location === null ? code(truncate(label, 60)) : place(location, links);
  const parts = assumptions(image).map(
    ({ reason, rows }) => `${listed(rows.map(nameOf), ', ')} (${escapeText(truncate(reason, plan.text))})`,
  );
  return parts.length === 0 ? '' : `Assumed to be yours: ${listed(parts, '; ')}.`;
}

/** The first few, and how many more there are. */
function listed(items: readonly string[], separator: string): string {
  const more = items.length - 3;
  return [...items.slice(0, 3), ...(more > 0 ? [`and ${more} more`] : [])].join(separator);
}

/** With the sum, where it is only that below a path. */
export function changesTitle({ focus, delta }: ImageReport, { report: { metric }, plan }: Page): string {
  if (focus === null) return 'What changed';
  const whole = delta === null ? '' : ` of ${deltaText(bytesBy(metric, delta))}`;
  const part = figureText(focus.delta, metric, true);
  return `What changed below ${code(truncate(focus.path, plan.text))}: ${part}${whole}`;
}

/** Whether the lead tells all there is: one line, and at most one thing that explains it. */
export function tellsAll(image: ImageReport, { report: { metric }, plan }: Page): boolean {
  const { shown, other } = largestChanges(image, metric, plan.changes);
  const [row, ...others] = shown;
  return image.focus === null && row !== undefined && others.length === 0 && other === null && row.children.length <= 1;
}

/** What changed by Dockerfile line, the lines adding up to the image's change, and the rows that explain each. */
export function changeTable(image: ImageReport, page: Page): string {
  const { report, plan } = page;
  const below = (row: Change) => telling(row, report.metric, plan.children).map((child) => lineOf(child, row, 1));
  return lineTable(linesOf(largestChanges(image, report.metric, plan.changes), below), 'open', image, page);
}

/** Lines that were left out of the table, since they made the same files once more. */
export function dustLine({ changes }: ImageReport, { report: { metric } }: Page): string {
  const count = changes.filter((row) => isDust(row, metric)).length;
  return count === 0 ? '' : `Left out: ${plural(count, 'layer')} made anew with the same files.`;
}

/** What is less than this part of its layer is not taken apart further. */
const leastDrilled = 0.05;

/** The levels below each Dockerfile line; empty where these tell no more than `changeTable`. */
export function changeTree(image: ImageReport, page: Page): string {
  const { metric } = page.report;
  const { changes, children, tree } = page.plan;
  const { shown } = largestChanges(image, metric, changes);
  const rows = shown.filter((row) => row.children.length > 0);
  const breadthOf =
    (layer: Change): Breadth =>
    (level, parent) =>
      weightOf(parent.delta, metric) < leastDrilled * weightOf(layer.delta, metric) ? 0 : (tree[level - 1] ?? 0);
  const below = new Map(rows.map((row) => [row, linesBelow(row, metric, breadthOf(row))]));
  const tellsMore = rows.some((row) => (below.get(row)?.length ?? 0) > telling(row, metric, children).length);
  const lines = linesOf({ shown: rows, other: null }, (row) => below.get(row) ?? []);
  return tellsMore ? lineTable(lines, 'tree', image, page) : '';
}

/** In the open by the metric of the budgets alone, with whose doing it is; the tree by both. */
function lineTable(lines: readonly Line[], style: 'open' | 'tree', image: ImageReport, page: Page): string {
  if (lines.length === 0) return '';
  const nested = lines.some(({ level }) => level > 0);
  const causes = style === 'open' && lines.some(({ row }) => row !== null && row.cause !== 'yours');
  const metrics = metricsOf(lines, style, page.report.metric);
  const figures = ({ level, delta }: Line) =>
    metrics.map((metric) => {
      const text = figureText(delta, metric, isShare(image, level));
      return nested && level === 0 ? `**${text}**` : text;
    });
  const titles = metrics.map((metric) => right(metric === 'disk' ? 'Disk' : 'Download'));
  return table(
    [...titles, ...(causes ? [{ title: 'Whose' }] : []), { title: 'What' }],
    lines.map((line) => {
      const { row } = line;
      const why = style === 'tree' || row === null ? '' : evidenceText(row, voiceOf(page.plan.text));
      const whose = causes ? [row === null ? '' : causeName(row).replace(' ', '\u00a0')] : [];
      return [...figures(line), ...whose, lineText(line, image, page) + (why === '' ? '' : ` · ${why}`)];
    }),
  );
}

function metricsOf(lines: readonly Line[], style: 'open' | 'tree', judged: Metric): Metric[] {
  const downloads = lines.some(({ level, delta }) => level === 0 && delta.downloadBytes !== null);
  if (!downloads) return ['disk'];
  return style === 'tree' ? ['disk', 'download'] : [judged];
}

function lineText(line: Line, image: ImageReport, { links, plan }: Page): string {
  const { row, parent, level } = line;
  const indent = level === 0 ? '' : `${'&emsp;'.repeat(level - 1)}└ `;
  if (row === null) return indent + otherLabel(line);
  return indent + rowWhere(row, image, links) + describe(row, voiceOf(plan.text), parent);
}

/** The line in the Dockerfile, with a space; what was removed stands in the baseline's file alone. */
export function rowWhere({ location, after }: Change, { baseline }: ImageReport, links: Links): string {
  if (location === null) return '';
  return `${place(location, links, after === null ? baseline.commit : undefined)} `;
}
