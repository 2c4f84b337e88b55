import * as fc from 'fast-check';
import type { Report } from '../../src/model/report.ts';
import { renderBadge } from '../../src/report/badge.ts';
import { reports } from '../support/report-arbitraries.ts';
import { gallery } from '../support/report-gallery.ts';
import { grownImage, newImage, sampleImage, sampleReport } from '../support/report-samples.ts';

const badge = (report: Report | undefined) => JSON.parse(renderBadge(report ?? sampleReport()));
const unknownDownload = sampleReport({ metric: 'download', images: [sampleImage({ downloads: false })] });

it.each<[string, Report | undefined, string, string]>([
  ['over budget', gallery['over-budget'], '145 MB (+20.1 MB)', 'red'],
  ['within budget', gallery['within-budget'], '121 MB (+1.21 MB)', 'brightgreen'],
  ['no change', gallery['no-change'], '120 MB', 'brightgreen'],
  ['shrank', gallery.shrank, '74.9 MB (-51.3 MB)', 'brightgreen'],
  ['a warning', gallery['already-over-cap'], '125 MB', 'yellow'],
  ['accepted', sampleReport({ verdict: 'accepted' }), '120 MB', 'orange'],
  ['no baseline', gallery['no-baseline'], '120 MB', 'blue'],
  ['several images', sampleReport({ images: [grownImage(), grownImage()] }), '2.4 kB (+400 B)', 'brightgreen'],
  ['one of several without a baseline', sampleReport({ images: [grownImage(), newImage()] }), '2.4 kB', 'brightgreen'],
  ['an unknown size', unknownDownload, 'unknown', 'lightgrey'],
  ['nothing', sampleReport({ images: [] }), 'unknown', 'lightgrey'],
])('%s', (_, report, message, color) => {
  expect(badge(report)).toEqual({ schemaVersion: 1, label: expect.stringMatching(/^image /), message, color });
});

it('says which size it is', () => {
  expect(badge(sampleReport({ metric: 'disk' })).label).toBe('image size');
  expect(badge(sampleReport({ metric: 'download' }))).toMatchObject({ label: 'image download', message: '48 MB' });
});

it('holds nothing but figures, whatever the report holds', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const { schemaVersion, label, message, color, ...others } = badge(report);
      expect(others).toEqual({});
      expect(`${schemaVersion} ${label} ${message} ${color}`).toMatch(
        /^1 image (size|download) (unknown|[\d.]+ [kMGTP]?B)( \([+-][\d.]+ [kMGTP]?B\))? [a-z]+$/,
      );
    }),
    { numRuns: 40 },
  );
});
