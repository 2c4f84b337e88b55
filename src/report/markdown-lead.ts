import type { BudgetResult, Change, ImageReport } from '../model/report.ts';
import { escapeText, truncate } from './escape.ts';
import {
  byPrice,
  bytesBy,
  byUrgency,
  deltaBy,
  deltaText,
  distinctFindings,
  figureText,
  imageTone,
  isUnchanged,
  lintResults,
  plural,
  priceBy,
  shareText,
  sizeText,
} from './figures.ts';
import { list } from './markdown-blocks.ts';
import { isShare, rowWhere, tellsAll, voiceOf } from './markdown-changes.ts';
import {
  budgetText,
  hasBar,
  icons,
  imageLabel,
  lintText,
  notedFindings,
  type Page,
  place,
  savingText,
} from './markdown-sections.ts';
import { assumptions, causeParts, causesOfAll, causeText, describe, leadingRows, telling } from './rows.ts';

/** The first lines below the headline, which a reader of an e-mail sees: whose doing it is, what grew, what to do. */

/** Empty where it is not known whose doing it is, or where it is only assumed. */
export function whoseLine(images: readonly ImageReport[], { report: { metric } }: Page): string {
  const causes = causesOfAll(images);
  const [first, ...others] = causeParts({ causes }, metric).filter(([, bytes]) => bytes !== 0);
  if (first === undefined) {
    const moved = causes !== null && bytesBy(metric, causes.yours);
    return moved && images.every((image) => assumptions(image).length === 0) ? 'All of it is your change.' : '';
  }
  const [name, bytes] = first;
  const rest = others.map(([other, of]) => ` · ${other} ${deltaText(of)}`).join('');
  const own = `**Your change ${deltaText(bytes)}**`;
  return (name === 'your change' ? own : `**Not your change**: ${name} ${deltaText(bytes)}`) + rest;
}

/** What moved an image most and by what, its budgets as far as they matter, and what there is to save. */
export const leadList = (image: ImageReport, page: Page): string =>
  list([
    ...leadingRows(image, page.report.metric).map((row) => movedText(row, image, page)),
    ...budgetsInTheOpen(image).map(budgetText),
    ...lintResults(image)
      .filter(({ status }) => status !== 'pass')
      .map(lintText),
    ...savings([image], page),
  ]);

/** Images that a reader is told of before the table. */
const mostImages = 3;

/** Of several images, the first of those that changed. */
export const imagesInLead = (ranked: readonly ImageReport[]): readonly ImageReport[] =>
  ranked.filter((image) => image.delta !== null && !isUnchanged(image)).slice(0, mostImages);

/** What moved these images most, and what there is to save in all of them. */
export function imagesLead(led: readonly ImageReport[], all: readonly ImageReport[], page: Page): string {
  const { metric } = page.report;
  return list([
    ...led.map((image) => {
      const share = shareText(image);
      const change = `**${deltaText(deltaBy(metric, image))}**${share === null ? '' : ` (${share})`}`;
      const [row] = leadingRows(image, metric);
      const by = row === undefined ? '' : `: ${rowText(row, image, page)}`;
      return `${icons[imageTone(image, page.report)]} ${imageLabel(image, page)} ${change}${by}`;
    }),
    ...savings(all, page),
  ]);
}

/** Limits that are broken, and of those that are kept the first few whose use is a picture. */
const mostBroken = 3;
const mostKept = 2;

export function budgetsInTheOpen({ budgets, delta }: ImageReport): BudgetResult[] {
  const { broken = [], kept = [] } = Object.groupBy(byUrgency(budgets), ({ status }) =>
    status === 'fail' || status === 'warn' ? 'broken' : 'kept',
  );
  const grew = delta === null || (delta.diskBytes ?? 0) > 0;
  const pictured = grew ? kept.filter((budget) => budget.status === 'pass' && hasBar(budget)) : [];
  return [...broken.slice(0, mostBroken), ...pictured.slice(0, mostKept)];
}

function movedText(row: Change, image: ImageReport, page: Page): string {
  const known = tellsAll(image, page) ? row : { ...row, evidence: null };
  const why = causeText(known, voiceOf(page.plan.text));
  const figure = `**${figureText(row.delta, page.report.metric, isShare(image, 0))}**`;
  return `${figure} ${rowText(row, image, page)}${why === '' ? '' : ` · ${why}`}`;
}

/** `Dockerfile:9 RUN pip install …: torch 2.1.0 → 2.3.0 +29 MB`. */
function rowText(row: Change, image: ImageReport, { report: { metric }, links }: Page): string {
  const voice = voiceOf(60);
  const by = telling(row, metric, 1).map(
    (child) => `${describe(child, voice)} ${figureText(child.delta, metric, true)}`,
  );
  return [rowWhere(row, image, links) + describe(row, voice), ...by].join(': ');
}

/** `41.2 MB to save by 4 findings, 20.1 MB of it at Dockerfile:4: apt's package lists stay in the layer`. */
function savings(images: readonly ImageReport[], { report: { metric }, links, plan }: Page): string[] {
  const noted = images.map((image) => ({ ...image, findings: notedFindings(image) }));
  const findings = distinctFindings(noted);
  const [dearest, ...others] = byPrice(findings, metric);
  const price = dearest === undefined ? null : priceBy(metric, dearest);
  if (dearest === undefined || !price) return [];
  const part = others.length > 0 ? `${sizeText(price)} of it ` : '';
  const by = `by ${plural(findings.length, 'finding')}, ${part}at ${place(dearest.location, links)}`;
  return [`**${savingText(findings, metric)}** ${by}: ${escapeText(truncate(dearest.message, 2 * plan.text))}`];
}
