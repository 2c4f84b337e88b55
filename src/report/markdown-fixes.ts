import type { ChangedLines, Finding } from '../model/finding.ts';
import type { ImageReport, Metric } from '../model/report.ts';
import { codeBlock, codeHtml, truncate } from './escape.ts';
import { byPrice, imageTone, priceBy, sizeText } from './figures.ts';
import { details } from './markdown-blocks.ts';
import type { Page } from './markdown-sections.ts';

/**
 * The fixes of an image's most expensive findings, each as a diff that is folded, but for the first where the image fails:
 * then that is what to do. What costs nothing needs none here.
 */
export const fixDetails = (image: ImageReport, { report, plan }: Page): string[] =>
  shownFixes(image, report.metric)
    .slice(0, plan.fixes)
    .map((finding, at) => {
      const state = at === 0 && imageTone(image, report) === 'fail' ? 'open' : 'folded';
      return details(title(finding, report.metric), codeBlock(diffText(finding), 'diff'), state);
    });

/** The most expensive first. */
export const shownFixes = ({ findings }: ImageReport, metric: Metric): Finding[] =>
  byPrice(findings, metric).filter(
    (finding) => (priceBy(metric, finding) ?? 0) > 0 && (finding.fix?.lines?.length ?? 0) > 0,
  );

function title(finding: Finding, metric: Metric): string {
  const { rule, location, fix } = finding;
  const where = location === null ? '' : ` at ${codeHtml(`${truncate(location.file, 60)}:${location.firstLine}`)}`;
  const caution = fix?.safe === true ? '' : '; try the image afterwards';
  return `Fix for ${codeHtml(truncate(rule, 80))}${where}, ${sizeText(priceBy(metric, finding))}${caution}`;
}

/** More of a fix is in the report, and in what `image-size-gate fix` prints. */
const mostLines = 30;
const longestLine = 200;

function diffText({ fix, location }: Finding): string {
  const lines = (fix?.lines ?? []).flatMap((change) => changeText(change, location?.file ?? null));
  const more = lines.length > mostLines ? [`… ${lines.length - mostLines} more lines`] : [];
  return [...lines.slice(0, mostLines), ...more].join('\n');
}

/** The file is named where it is not the one that the finding is in. */
function changeText({ file, firstLine, before, after }: ChangedLines, known: string | null): string[] {
  return [
    ...(file === known ? [] : [`+++ ${truncate(file, longestLine)}`]),
    `@@ -${firstLine},${before.length} +${firstLine},${after.length} @@`,
    ...before.map((line) => `-${truncate(line, longestLine)}`),
    ...after.map((line) => `+${truncate(line, longestLine)}`),
  ];
}
