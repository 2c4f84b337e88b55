import type { ImageReport, Report } from '../../src/model/report.ts';
import { measuredLayer, measurementOf } from '../support/measurements.ts';

export const commit = (digit: string) => digit.repeat(40);

/** An image of 1,200 bytes, 200 more than its baseline. */
export function sampleImage(over: Partial<ImageReport> = {}): ImageReport {
  const before = measurementOf([measuredLayer('one')], { commit: commit('b') });
  const current = measurementOf([measuredLayer('two', { diskBytes: 1200, downloadBytes: 500 })]);
  return {
    name: 'app',
    platform: 'linux/amd64',
    current,
    baseline: { kind: 'exact', commit: commit('b'), distance: 0, measurement: before, reason: null },
    delta: { diskBytes: 200, downloadBytes: 100, percent: 20 },
    causes: null,
    changes: [
      {
        kind: 'layer',
        label: 'RUN two',
        location: { file: 'Dockerfile', firstLine: 2, lastLine: 3, stage: null },
        before: { diskBytes: 1000, downloadBytes: 400 },
        after: { diskBytes: 1200, downloadBytes: 500 },
        delta: { diskBytes: 200, downloadBytes: 100 },
        cause: 'yours',
        evidence: null,
        assumed: true,
        package: null,
        movedFrom: null,
        movedTo: null,
        children: [],
      },
    ],
    focus: null,
    budgets: [],
    findings: [],
    ...over,
  };
}

/** The same image as its baseline. */
export const unchangedImage = () => sampleImage({ delta: { diskBytes: 0, downloadBytes: 0, percent: 0 }, changes: [] });

/** Never measured before. */
export const newImage = () =>
  sampleImage({
    baseline: { kind: 'none', commit: null, distance: null, measurement: null, reason: 'nothing is stored yet' },
    delta: null,
    changes: [],
  });

export function sampleReport(over: Partial<Report> = {}): Report {
  return {
    version: 1,
    tool: { name: 'image-size-gate', version: '1.0.0' },
    created: '2026-11-21T10:00:00.000Z',
    verdict: 'pass',
    reasons: [],
    notices: [],
    metric: 'disk',
    repository: null,
    images: [sampleImage()],
    ...over,
  };
}
