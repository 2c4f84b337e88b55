import * as fc from 'fast-check';
import type { HistoryPoint, ImageReport, Metric } from '../../src/model/report.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { flatTokens, tablesOf } from '../support/github-markdown.ts';
import { grownImage, sampleCommit, sampleReport } from '../support/report-samples.ts';

const point = (diskBytes: number, at = 0, downloadBytes: number | null = null): HistoryPoint => ({
  commit: sampleCommit(200 + at),
  created: new Date(Date.UTC(2026, 10, 1 + at)).toISOString(),
  diskBytes,
  downloadBytes,
});

const pointsOf = (...sizes: number[]): HistoryPoint[] => sizes.map((size, at) => point(size, at));

/** An image of 1,200 bytes, of which 480 are to download, after these. */
const rendered = (history: HistoryPoint[], over: Partial<ImageReport> = {}, metric: Metric = 'disk') =>
  renderMarkdown(sampleReport({ metric, images: [{ ...grownImage({ history }), ...over }] }), { limit: 65_536 });

const chartOf = (markdown: string) =>
  flatTokens(markdown).find((token) => token.type === 'fence' && token.info === 'mermaid')?.content ?? null;

describe('the trend', () => {
  it.each<[string, HistoryPoint[], string]>([
    ['the last sizes', pointsOf(400, 800, 1_000), ' The last 3 records and this: `▁▅▆█`, 400 B to 1.2 kB.\n'],
    ['nothing of two sizes', [point(1_000)], '002a).\n'],
    ['nothing of what stayed as it was', [point(1_200), point(1_200, 1)], '002a).\n'],
  ])('tells %s behind the baseline', (_, history, expected) => {
    const line = rendered(history)
      .split('\n')
      .find((text) => text.startsWith('Compared with'));
    expect(`${line}\n`.endsWith(expected)).toBe(true);
  });
});

describe('the history', () => {
  const mixed = [point(1_000_000, 0, 300), point(1_100_000, 1, null), point(1_050_000, 2, 460)];

  it('is a chart of the sizes by the metric of the budgets, the measured one last', () => {
    expect(chartOf(rendered(mixed))?.split('\n').slice(1, 5)).toEqual([
      'xychart-beta',
      '  x-axis "Records before this one" -3 --> 0',
      '  y-axis "MB on disk" 0 --> 1.31976',
      '  line [1, 1.1, 1.05, 0.0012]',
    ]);
    expect(chartOf(rendered(mixed, {}, 'download'))).toContain(
      '  x-axis "Records before this one" -2 --> 0\n  y-axis "MB to download" 0.000264 --> 0.000516\n  line [0.0003, 0.00046, 0.00048]\n',
    );
  });

  it('has the last ten sizes in figures, the newest first, each with what it added', () => {
    const history = Array.from({ length: 15 }, (_, at) => point(1_000 + at, at));
    const table = tablesOf(rendered(history)).find(({ header }) => header[0] === 'Commit');
    expect(table?.rows).toHaveLength(10);
    expect(table?.rows.slice(0, 2)).toEqual([
      ['this one', '2026-11-20', '1.2\u00a0kB', '+186\u00a0B'],
      ['00d700d', '2026-11-15', '1.01\u00a0kB', '+1\u00a0B'],
    ]);
  });

  it('tells the change over longer times', () => {
    const message = '+20 MB over the last 30 records, since `abc` <b>';
    const change = { commit: sampleCommit(), created: '2026-10-01T00:00:00Z', records: 30, days: 31, percent: null };
    const longTerm = [{ ...change, delta: { diskBytes: 1, downloadBytes: null }, exceeds: false, message }];
    expect(rendered(mixed, { longTerm })).toContain('\n- +20 MB over the last 30 records, since `abc` `<b>`\n');
  });

  it('is not there where too little is known', () => {
    expect(rendered([point(1_000)])).not.toContain('History');
    expect(rendered(mixed.slice(0, 2), {}, 'download')).not.toContain('History');
  });

  it('stays within what Mermaid is drawn for, and holds numbers alone', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(sizes, (values) => {
        const chart = chartOf(rendered(pointsOf(...values))) ?? '';
        expect(chart.length).toBeLessThan(5_000);
        const [low = 0, high = 0] = (/ ([\d.]+) --> ([\d.]+)$/m.exec(chart) ?? []).slice(1).map(Number);
        const line = JSON.parse(/line (\[.*\])/.exec(chart)?.[1] ?? '[]');
        expect(line).toHaveLength(values.length + 1);
        expect(low).toBeLessThanOrEqual(Math.min(...line));
        expect(high).toBeGreaterThan(low);
        expect(high).toBeGreaterThanOrEqual(Math.max(...line));
      }),
    );
  });
});
