import { holdAgainst } from '../../src/lint/threshold.ts';
import { type Finding, type Severity, severity } from '../../src/model/finding.ts';
import { sampleFinding } from '../support/report-samples.ts';

const found = (grade: Severity, bytes: number | null = null, firstLine = 3): Finding =>
  sampleFinding({
    rule: `${grade}-rule`,
    severity: grade,
    location: { file: 'Dockerfile', firstLine, lastLine: firstLine, firstColumn: 1, lastColumn: 2 },
    price: bytes === null ? null : { diskBytes: bytes, downloadBytes: null, measured: true },
  });

const all = severity.options.map((grade) => found(grade));

describe('findings held against a threshold', () => {
  it.each([
    ['error', 1],
    ['warning', 2],
    ['info', 3],
    ['none', 0],
  ] as const)('%s: %i of one of each severity reach it', (threshold, findings) => {
    const status = findings > 0 ? 'fail' : 'pass';
    expect(holdAgainst({ level: 'fail', threshold }, all)).toMatchObject({ threshold, findings, status });
  });

  it.each([
    ['warn', 'warn'],
    ['fail', 'fail'],
  ] as const)('%s is what it is to reach it', (level, status) => {
    expect(holdAgainst({ level, threshold: 'info' }, all)).toMatchObject({ level, status });
  });

  it.each(['off', 'report'] as const)('are not where the level is %s', (level) => {
    expect(holdAgainst({ level, threshold: 'info' }, all)).toBeNull();
  });

  it.each([
    ['nothing', 'warning', [], 'no finding of severity warning or worse'],
    ['nothing that counts', 'none', all, 'no finding counts'],
    ['an unpriced one', 'error', all, '1 finding of severity error: error-rule (Dockerfile:3)'],
    [
      'several, the most expensive by name',
      'info',
      [found('error'), found('info', 41_200_000, 9), found('warning', 100_000)],
      '3 findings of severity info or worse, 41.3 MB to save: info-rule (Dockerfile:9) and 2 more',
    ],
  ] as const)('are told: %s', (_name, threshold, findings, message) => {
    expect(holdAgainst({ level: 'fail', threshold }, findings)).toMatchObject({ message });
  });
});
