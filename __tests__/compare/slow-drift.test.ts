import { assembleReport } from '../../src/compare/assemble-report.ts';
import { longTermChanges } from '../../src/compare/slow-drift.ts';
import type { TrendPoint } from '../../src/model/record.ts';
import type { Budget } from '../../src/model/settings.ts';
import { measuredLayer, measurementOf } from '../support/measurements.ts';
import { sampleBudget, sampleImage } from '../support/report-samples.ts';

const commitAt = (number: number) => number.toString(16).padStart(40, '0');
const now = Date.parse('2026-11-21T00:00:00Z');
const day = 24 * 3600 * 1000;

/** Records at a steady pace, each 1,000 bytes larger than the one before; the last is one step before now. */
const line = (count: number, daysApart: number, over: Partial<TrendPoint> = {}): TrendPoint[] =>
  Array.from({ length: count }, (_, at) => ({
    commit: commitAt(at),
    created: new Date(now - (count - at) * daysApart * day).toISOString(),
    diskBytes: 100_000 + at * 1000,
    downloadBytes: 50_000 + at * 500,
    store: 'containerd',
    ...over,
  }));

const current = (diskBytes: number, commit: string | null = commitAt(999)) =>
  measurementOf([measuredLayer('now', { diskBytes, downloadBytes: diskBytes / 2 })], {
    commit,
    created: new Date(now).toISOString(),
  });

const limit = (text: string, unit: 'percent' | 'bytes', value: number, over: Partial<Budget> = {}): Budget => ({
  ...{ name: 'max-increase', scope: null, metric: 'disk', counts: 'yours', level: 'fail' },
  limit: { text, unit, value },
  ...over,
});
const fivePercent = limit('5%', 'percent', 5);

describe('longTermChanges', () => {
  it.each<[string, TrendPoint[], [records: number, days: number][]]>([
    ['nothing', [], []],
    ['a young line', line(20, 1), []],
    ['30 days', line(40, 1), [[30, 30]]],
    ['30 days, of records that lie days apart', line(10, 7), [[5, 35]]],
    ['100 records', line(150, 0.1), [[100, 10]]],
    [
      'both',
      line(150, 1),
      [
        [100, 100],
        [30, 30],
      ],
    ],
    ['the same record once', line(100, 0.3), [[100, 30]]],
  ])('looks back over %s', (_name, points, expected) => {
    const found = longTermChanges(points, current(300_000), 'disk', []);
    expect(found.map(({ records, days }) => [records, days])).toEqual(expected);
  });

  it('tells the change by both metrics', () => {
    expect(longTermChanges(line(100, 0.1), current(108_000), 'disk', [fivePercent])).toEqual([
      {
        commit: commitAt(0),
        created: '2026-11-11T00:00:00.000Z',
        records: 100,
        days: 10,
        delta: { diskBytes: 8000, downloadBytes: 4000 },
        percent: 8,
        exceeds: true,
        message: '+8 kB (+8%) over the last 100 records, since 0000000 (2026-11-11): in sum more than max-increase 5%',
      },
    ]);
  });

  it.each<[string, number, Budget[], boolean]>([
    ['a percentage that is kept', 105_000, [fivePercent], false],
    ['a percentage that is not', 105_001, [fivePercent], true],
    ['a size that is kept', 120_000, [limit('20kB', 'bytes', 20_000)], false],
    ['a size that is not', 120_001, [limit('20kB', 'bytes', 20_000)], true],
    ['the tighter of two', 110_000, [limit('20kB', 'bytes', 20_000), fivePercent], true],
    ['no limit', 900_000, [], false],
    ['a limit on a part', 900_000, [limit('5%', 'percent', 5, { scope: { kind: 'path', pattern: '/a' } })], false],
    ['a limit by the other metric', 900_000, [limit('5%', 'percent', 5, { metric: 'download' })], false],
    ['another limit', 900_000, [limit('1B', 'bytes', 1, { name: 'max-size' })], false],
    ['an image that shrank', 10_000, [fivePercent], false],
  ])('holds against the sum %s', (_name, size, budgets, expected) => {
    expect(longTermChanges(line(100, 0.1), current(size), 'disk', budgets)).toMatchObject([{ exceeds: expected }]);
  });

  it('compares no download sizes of different stores', () => {
    const found = longTermChanges(line(100, 0.1, { store: 'classic' }), current(200_000), 'download', [
      limit('5%', 'percent', 5, { metric: 'download' }),
    ]);
    expect(found).toMatchObject([
      { delta: { diskBytes: 100_000, downloadBytes: null }, percent: null, exceeds: false },
    ]);
    expect(found[0]?.message).toBe('an unknown change over the last 100 records, since 0000000 (2026-11-11)');
  });

  it('does not count a commit that is measured again', () => {
    const points = line(101, 0.1);
    expect(longTermChanges(points, current(200_000, commitAt(100)), 'disk', [])).toMatchObject([
      { commit: commitAt(0) },
    ]);
  });
});

describe('assembleReport', () => {
  const reportOn = (size: number) => {
    const longTerm = longTermChanges(line(150, 0.1), current(size), 'disk', [fivePercent]);
    const images = [{ ...sampleImage(), longTerm }];
    const created = new Date(now);
    return assembleReport({
      images,
      metric: 'disk',
      notices: ['first'],
      repository: null,
      enforcement: 'gate',
      created,
    });
  };

  it('says growth in small steps, and does not fail it', () => {
    const { verdict, notices } = reportOn(160_000);
    expect([verdict, ...notices]).toEqual([
      'pass',
      'first',
      'app: +10 kB (+6.7%) over the last 100 records, since 0000000 (2026-11-11): in sum more than max-increase 5%',
    ]);
  });

  it.each([
    ['gate', 'fail', 'fail'],
    ['gate', 'warn', 'warn'],
    ['record', 'fail', 'warn'],
  ] as const)('takes findings beside budgets: at a %s, what is to %s makes it %s', (enforcement, status, verdict) => {
    const lint = { level: status, threshold: 'warning', findings: 2, status, message: '2 findings' } as const;
    const budgets = [sampleBudget({ status: 'warn', message: 'too big' })];
    const images = [sampleImage({ budgets, lint })];
    const parts = { images, notices: [], repository: null, enforcement, created: new Date(now) };
    expect(assembleReport({ ...parts, metric: 'disk' })).toMatchObject({
      verdict,
      reasons: ['app: too big', 'app: 2 findings'],
    });
  });

  it('does not say what is within the limit', () => {
    expect(reportOn(151_000).notices).toEqual(['first']);
  });
});
