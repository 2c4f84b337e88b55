import type { ImageReport, Report } from '../model/report.ts';
import { version } from '../version.ts';
import { verdictOf } from './budgets.ts';

export interface ReportParts extends Pick<Report, 'images' | 'metric' | 'notices' | 'repository'> {
  /** Whether what is not met fails or is only said. */
  readonly enforcement: 'gate' | 'record';
  readonly created: Date;
}

/** The report of a run, with the verdict on all of its images. */
export function assembleReport({ images, metric, notices, repository, enforcement, created }: ReportParts): Report {
  return {
    version: 1,
    tool: { name: 'image-size-gate', version },
    created: created.toISOString(),
    verdict: verdictOf(images.flatMap(resultsOf), enforcement),
    reasons: images.flatMap(reasonsOf),
    notices: [...notices, ...images.flatMap(slowDriftOf)],
    metric,
    repository,
    images,
  };
}

/** All that makes the verdict: one hides no other. */
const resultsOf = ({ budgets, lint }: ImageReport) => [...budgets, ...(lint === null ? [] : [lint])];

/** One sentence for each that is not met. */
const reasonsOf = (image: ImageReport): string[] =>
  resultsOf(image)
    .filter(({ status }) => status === 'fail' || status === 'warn')
    .map(({ message }) => `${image.name}: ${message}`);

/** Growth in steps that a budget each let pass: said, and never failed. */
const slowDriftOf = ({ name, longTerm }: ImageReport): string[] =>
  longTerm.filter(({ exceeds }) => exceeds).map(({ message }) => `${name}: ${message}`);
