import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import * as fc from 'fast-check';
import { parseReport, renderJson } from '../../src/report/json.ts';
import { describeWithProgram } from '../support/engines.ts';
import { reports } from '../support/report-arbitraries.ts';
import { gallery } from '../support/report-gallery.ts';

/** What docs/report.md promises. The fixtures are of 1.0 and stay as they are, whatever is added since. */

const fixture = (name: string) => join(__dirname, 'fixtures', name);
const read = (path: string) => readFileSync(path, 'utf8');
const stored = read(fixture('report-1.0.json'));

const ajv = new Ajv({ allErrors: true });
formats.default(ajv);
const schemas = {
  'the committed schema': join(__dirname, '../../schema/report-v1.json'),
  'the schema of 1.0': fixture('report-1.0.schema.json'),
};

describe.each(Object.entries(schemas))('by %s', (_, path) => {
  const validate = ajv.compile(JSON.parse(read(path)));

  it.each(Object.entries(gallery))('the report %s is right', (_name, report) => {
    validate(JSON.parse(renderJson(report)));
    expect(validate.errors).toBeNull();
  });

  it('any report is right', () => {
    fc.assert(
      fc.property(reports, (report) => {
        validate(JSON.parse(renderJson(report)));
        expect(validate.errors).toBeNull();
      }),
      { numRuns: 20 },
    );
  });
});

it('reads a report of 1.0, and all that is in it', () => {
  expect(parseReport(stored)).toMatchObject(JSON.parse(stored));
});

it('does not mind fields of a later version, at any depth', () => {
  const withMore = JSON.parse(stored, (_, value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value) && !('VERSION' in value)
      ? { ...value, fromLater: [1] }
      : value,
  );
  expect(parseReport(JSON.stringify(withMore))).toEqual(parseReport(stored));
});

describeWithProgram('jq', 'the examples of docs/report.md', () => {
  const page = read(join(__dirname, '../../docs/report.md'));
  const programs = [...page.matchAll(/^jq -r '([^']+)' report\.json$/gm)].map(([, program = '']) => program);
  const run = (program = '') =>
    execFileSync('jq', ['-r', program, fixture('report-1.0.json')], { encoding: 'utf8' })
      .trimEnd()
      .split('\n');

  it('are two', () => {
    expect(programs).toHaveLength(2);
  });

  it('list the images, and say what is not known', () => {
    expect(run(programs[0])).toEqual([
      'app linux/amd64 144618456 20106156',
      expect.stringMatching(/^shop linux\/amd64 \d+ \d+$/),
      'app linux/amd64 120000000 unknown',
      expect.stringMatching(/^app linux\/amd64 \d+ -51297412$/),
    ]);
  });

  it('list the lines that grew', () => {
    expect(run(programs[1]).slice(0, 2)).toEqual(['20100412 Dockerfile:4 yours', '3200000 -:0 base']);
  });
});
