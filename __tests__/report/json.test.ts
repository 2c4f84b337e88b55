import * as fc from 'fast-check';
import { UserError } from '../../src/errors.ts';
import { parseReport, renderJson } from '../../src/report/json.ts';
import { hostileText, reports } from '../support/report-arbitraries.ts';
import { gallery } from '../support/report-gallery.ts';
import { sampleReport } from '../support/report-samples.ts';

function refusal(text: string): UserError {
  try {
    parseReport(text);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

const changed = (changes: Record<string, unknown>) => JSON.stringify({ ...sampleReport(), ...changes });

it.each(Object.entries(gallery))('reads the report %s back as it was', (_, report) => {
  expect(parseReport(renderJson(report))).toEqual(report);
});

it('reads back any report that the model takes, and writes it the same again', () => {
  // Files of no name and lines that end before they begin are the arbitraries', and the model's to judge.
  fc.assert(
    fc.property(reports, (report) => {
      const text = renderJson(report);
      expect(JSON.parse(text)).toEqual(report);
      expect(renderJson(parseReport(text))).toBe(text);
    }),
    { numRuns: 40 },
  );
}, 30_000);

it('writes no character that a terminal would obey or hide', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const json = renderJson(sampleReport({ notices: [text] }));
      expect(json).not.toMatch(/[^\P{C}\n]/u);
      expect(JSON.parse(json).notices).toEqual([text]);
    }),
  );
});

it('ends with one line break', () => {
  expect(renderJson([])).toBe('[]\n');
});

describe('parseReport refuses', () => {
  it.each([
    ['no JSON', '<html>', /^not a report of image-size-gate: it is not JSON: /],
    ['another thing', '[]', /^not a report of image-size-gate: the whole: /],
    ['a missing field', changed({ verdict: undefined }), /^not a report of image-size-gate: verdict: /],
    [
      'a wrong type deep inside',
      changed({ images: [{ ...sampleReport().images[0], delta: { diskBytes: '1', downloadBytes: 0, percent: 0 } }] }),
      /images\[0\]\.delta\.diskBytes: .*expected (int|number)/,
    ],
    [
      'a fraction of a byte',
      changed({ images: [{ ...sampleReport().images[0], delta: { diskBytes: 1.5, downloadBytes: 0, percent: 0 } }] }),
      /diskBytes/,
    ],
    ['a newer version', changed({ version: 2 }), /^the report has version 2, and this program reads version 1$/],
    ['an older version', changed({ version: 0 }), /version: /],
  ])('%s', (_, text, message) => {
    expect(refusal(text).message).toMatch(message);
    expect(refusal(text).hint).not.toBeNull();
  });

  it('changes that are nested without end', () => {
    const depth = 200_000;
    const text = changed({ images: [{ ...sampleReport().images[0], changes: '@' }] }).replace(
      '"@"',
      `${'[{"children":'.repeat(depth)}[]${'}]'.repeat(depth)}`,
    );
    expect(refusal(text).message).toMatch(/nested too deep|images\[0\]\.changes|not JSON/);
  });

  it('a text beyond all measure', () => {
    expect(refusal(' '.repeat(100_000_001)).message).toContain('longer than');
  });

  it('escape sequences in what it quotes', () => {
    expect(refusal('\u001b[31m').message).not.toMatch(/[^\P{C}\n]/u);
  });
});
