import type { ImageReport, Report } from '../model/report.ts';
import { version } from '../version.ts';
import { verdictOf } from './budgets.ts';

export interface ReportParts extends Pick<Report, 'images' | 'metric' | 'notices' | 'repository'> {
  /** Whether a broken budget fails or is only said. */
  readonly enforcement: 'gate' | 'record';
  readonly created: Date;
}

/** The report of a run, with the verdict on all of its images. */
export function assembleReport({ images, metric, notices, repository, enforcement, created }: ReportParts): Report {
  const results = images.flatMap(({ budgets }) => budgets);
  return {
    version: 1,
    tool: { name: 'image-size-gate', version },
    created: created.toISOString(),
    verdict: verdictOf(results, enforcement),
    reasons: images.flatMap(reasonsOf),
    notices: [...notices, ...images.flatMap(slowDriftOf)],
    metric,
    repository,
    images,
  };
}

/** One sentence for each budget that is not met. */
const reasonsOf = ({ name, budgets }: ImageReport): string[] =>
  budgets.filter(({ status }) => status === 'fail' || status === 'warn').map(({ message }) => `${name}: ${message}`);

/** Growth in steps that a budget each let pass: said, and never failed. */
const slowDriftOf = ({ name, longTerm }: ImageReport): string[] =>
  longTerm.filter(({ exceeds }) => exceeds).map(({ message }) => `${name}: ${message}`);
