import type { ImageReport, Metric, Report } from '../model/report.ts';
import type { CommentPolicy } from '../model/settings.ts';

/** Whether a report is worth a first comment. One that exists is kept up to date under every policy but `never`. */
export function deservesComment(policy: CommentPolicy, report: Report): boolean {
  switch (policy) {
    case 'always':
      return true;
    case 'on-change':
      return report.verdict !== 'pass' || report.images.some((image) => hasNews(image, report.metric));
    case 'on-failure':
      return report.verdict === 'fail' || report.verdict === 'accepted';
    case 'never':
      return false;
  }
}

/** A missing baseline and an unknown size are news: nobody can say that nothing changed. */
function hasNews({ delta, changes }: ImageReport, metric: Metric): boolean {
  const bytes = metric === 'disk' ? 'diskBytes' : 'downloadBytes';
  return delta === null || delta[bytes] !== 0 || changes.some((change) => change.delta[bytes] !== 0);
}
