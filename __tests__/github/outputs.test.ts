import { outputValues, writeOutputs } from '../../src/github/outputs.ts';
import type { Report } from '../../src/model/report.ts';
import { outputs } from '../../src/settings/options.ts';
import { grownImage, newImage, sampleCommit, sampleReport } from '../support/report-samples.ts';

const grown = (over: Partial<Report> = {}) => sampleReport({ images: [grownImage()], ...over });

describe('the outputs', () => {
  it('are those that action.yml declares, in their order', () => {
    expect(Object.keys(outputValues(sampleReport(), null))).toEqual(Object.keys(outputs));
  });

  it('give one image', () => {
    const report = grown({ verdict: 'fail' });
    expect(outputValues(report, 'https://github.com/octo/app/pull/7#issuecomment-1')).toEqual({
      verdict: 'fail',
      size: '1200',
      'download-size': '480',
      'baseline-size': '1000',
      'delta-bytes': '200',
      'delta-percent': '20',
      'baseline-sha': sampleCommit(41),
      'baseline-kind': 'exact',
      'report-json': JSON.stringify(report),
      'comment-url': 'https://github.com/octo/app/pull/7#issuecomment-1',
    });
  });

  it("give baseline and growth by the report's metric", () => {
    expect(outputValues(grown({ metric: 'download' }), null)).toMatchObject({
      size: '1200',
      'baseline-size': '400',
      'delta-bytes': '80',
    });
  });

  it('are empty where nothing is known, never 0', () => {
    expect(outputValues(sampleReport({ images: [newImage()] }), null)).toMatchObject({
      size: '1200',
      'baseline-size': '',
      'delta-bytes': '',
      'delta-percent': '',
      'baseline-sha': '',
      'baseline-kind': 'none',
      'comment-url': '',
    });
    const unknown = grownImage({ downloads: false });
    expect(outputValues(sampleReport({ images: [unknown] }), null)['download-size']).toBe('');
    expect(outputValues(sampleReport({ images: [] }), null).size).toBe('');
  });

  it('add several images up, and are empty where they differ', () => {
    const two = sampleReport({ images: [grownImage(), grownImage({ name: 'worker' })] });
    expect(outputValues(two, null)).toMatchObject({
      size: '2400',
      'baseline-size': '2000',
      'delta-bytes': '400',
      'delta-percent': '20',
      'baseline-sha': sampleCommit(41),
    });
    expect(outputValues(sampleReport({ images: [grownImage(), newImage()] }), null)).toMatchObject({
      size: '2400',
      'delta-bytes': '',
      'delta-percent': '',
      'baseline-sha': '',
      'baseline-kind': '',
    });
  });

  it.each([
    [1 / 3, '0.3333'],
    [-12.5, '-12.5'],
    [0, '0'],
    [0.000_001, '0'],
    [123_456.789, '123456.789'],
  ])('round %d percent to %s', (percent, text) => {
    const image = { ...grownImage(), delta: { diskBytes: 1, downloadBytes: null, percent } };
    expect(outputValues(sampleReport({ images: [image] }), null)['delta-percent']).toBe(text);
  });

  it('leave out a report that is above the limit of an output', () => {
    const long = sampleReport({ notices: ['x'.repeat(600_000)] });
    expect(outputValues(long, null)['report-json']).toBe('');
  });

  it('are all set, the empty ones too', () => {
    const set = new Map<string, string>();
    const values = outputValues(sampleReport({ images: [newImage()] }), null);
    writeOutputs(values, (name, value) => set.set(name, value));
    expect(Object.fromEntries(set)).toEqual(values);
  });
});
