import type { Finding } from '../model/finding.ts';
import type { LintResult } from '../model/lint.ts';
import type { BudgetResult, ImageReport, Metric, Report, Size } from '../model/report.ts';
import { formatBytes, formatDelta, formatPercentDelta } from '../units.ts';
import { isDust, isMoreThanDust } from './dust.ts';

/** How a result is marked; `neutral`: there was nothing to hold it against. */
export type Tone = 'pass' | 'warn' | 'fail' | 'accepted' | 'neutral';

export const bytesBy = (metric: Metric, size: Size): number | null =>
  metric === 'disk' ? size.diskBytes : size.downloadBytes;

export const deltaBy = (metric: Metric, image: ImageReport): number | null =>
  image.delta === null ? null : bytesBy(metric, image.delta);

export const sizeText = (bytes: number | null): string => (bytes === null ? 'unknown' : formatBytes(bytes));

export const deltaText = (bytes: number | null): string => (bytes === null ? 'unknown' : formatDelta(bytes));

/** A change by one metric, `~` before a download size that is a share of a layer's: such are estimates. */
export function figureText(delta: Size, metric: Metric, isShare: boolean): string {
  const bytes = bytesBy(metric, delta);
  return isShare && metric === 'download' && bytes ? `~${formatDelta(bytes)}` : deltaText(bytes);
}

/** The change in percent; null where it is not known, or too small to be worth a word. */
export function shareText({ delta }: ImageReport): string | null {
  const percent = delta?.percent ?? null;
  return percent === null || Math.abs(percent) < 0.05 ? null : formatPercentDelta(percent);
}

export const plural = (count: number, noun: string, many = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : many}`;

/** What is unknown in a part is unknown in the whole. */
export function sum(parts: Iterable<number | null>): number | null {
  let total = 0;
  for (const part of parts) {
    if (part === null) return null;
    total += part;
  }
  return total;
}

export const sumSizes = (sizes: readonly Size[]): Size => ({
  diskBytes: sum(sizes.map((size) => size.diskBytes)),
  downloadBytes: sum(sizes.map((size) => size.downloadBytes)),
});

export function toneOf(report: Report): Tone {
  const compared = report.images.some((image) => image.delta !== null);
  return report.verdict === 'pass' && !compared ? 'neutral' : report.verdict;
}

/** What is broken first, then what could not be checked; else in their order. */
export const byUrgency = (budgets: readonly BudgetResult[]): BudgetResult[] =>
  budgets.toSorted((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status));

const urgency: readonly BudgetResult['status'][] = ['fail', 'warn', 'unknown', 'pass'];

/** What the findings make of the verdict, as one more thing beside the budgets; none where they are only told. */
export const lintResults = ({ lint }: ImageReport): LintResult[] => (lint === null ? [] : [lint]);

/** One image's part in the verdict, by its budgets and findings; the verdict itself is the report's. */
export function imageTone(image: ImageReport, report: Report): Tone {
  const has = (status: BudgetResult['status']) =>
    [...image.budgets, ...lintResults(image)].some((result) => result.status === status);
  if (has('fail')) return report.verdict === 'pass' ? 'warn' : report.verdict;
  if (has('warn')) return 'warn';
  return image.delta === null ? 'neutral' : 'pass';
}

/** The same files, and so the same size but for what putting them into layers anew makes of it. */
export const isUnchanged = ({ delta, changes }: ImageReport): boolean =>
  delta !== null &&
  delta.diskBytes === 0 &&
  (delta.downloadBytes === null || !isMoreThanDust(delta)) &&
  changes.every((change) => isDust(change, 'download'));

/** Null: not about size, or not known: what another base image saves on disk never is. */
export function priceBy(metric: Metric, { price, baseSaving }: Finding): number | null {
  if (price !== null) return bytesBy(metric, price);
  return metric === 'download' ? (baseSaving?.leastBytes ?? null) : null;
}

/**
 * The most expensive first, those without a price last; else in their order. What another base saves on disk is not
 * known: what it saves of download stands in for it, and is seldom more.
 */
export function byPrice(findings: readonly Finding[], metric: Metric): Finding[] {
  const rank = (finding: Finding) => priceBy(metric, finding) ?? finding.baseSaving?.leastBytes ?? -1;
  return findings.toSorted((a, b) => rank(b) - rank(a));
}

/** Whether a finding is information only, about no bytes: good to know, and nothing to stop for. */
export const isAdvice = ({ severity, price, baseSaving }: Finding): boolean =>
  severity === 'info' && price === null && baseSaving === null;

export const totalPrice = (findings: readonly Finding[], metric: Metric): number =>
  findings.reduce((total, finding) => total + (priceBy(metric, finding) ?? 0), 0);

/** Images of one Dockerfile find the same: it is told once, at its highest price. */
export function distinctFindings(images: readonly ImageReport[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of images.flatMap(({ findings }) => findings)) {
    const key = JSON.stringify([finding.rule, finding.location, finding.message]);
    const known = kept.get(key);
    if (known === undefined || (finding.price?.diskBytes ?? 0) > (known.price?.diskBytes ?? 0)) {
      kept.set(key, finding);
    }
  }
  return [...kept.values()];
}
