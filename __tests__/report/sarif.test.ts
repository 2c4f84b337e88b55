import * as fc from 'fast-check';
import type { Finding } from '../../src/model/finding.ts';
import { renderSarif, reportSarif } from '../../src/report/sarif.ts';
import { reports } from '../support/report-arbitraries.ts';
import { sampleFinding, sampleImage, sampleReport } from '../support/report-samples.ts';
import { sarifViolations } from '../support/sarif.ts';

function read(text: string) {
  const log = JSON.parse(text);
  expect(sarifViolations(log)).toEqual([]);
  return log.runs[0];
}

const run = (...findings: Finding[]) => read(renderSarif(findings, 'app'));
const resultOf = (given: Partial<Finding>) => run(sampleFinding(given)).results[0];

const at = { file: 'app/Dockerfile', firstLine: 3, lastLine: 4, firstColumn: 5, lastColumn: 19 };

describe('a SARIF log', () => {
  it('tells rule, place, message and price of a finding', () => {
    const price = { diskBytes: 41_200_000, downloadBytes: 12_000_000, measured: true };
    const given = {
      rule: 'pip-cache-left-behind',
      message: 'The cache stays',
      location: at,
      price,
      baseSaving: { leastBytes: 5, mostBytes: 7 },
      evidence: ['52 files'],
    };
    expect(resultOf({ ...given, severity: 'warning', fix: null })).toEqual({
      ruleId: 'pip-cache-left-behind',
      ruleIndex: 0,
      level: 'warning',
      message: { text: 'The cache stays (41.2 MB)' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'app/Dockerfile', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 5, endLine: 4, endColumn: 19 },
          },
        },
      ],
      properties: { price, baseSaving: given.baseSaving, evidence: ['52 files'] },
    });
  });

  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'note'],
  ] as const)('has %s as %s', (severity, level) => {
    expect(resultOf({ severity })).toMatchObject({ level });
  });

  it.each([
    ['a relative path', 'my app/Docker#file', { uri: 'my%20app/Docker%23file', uriBaseId: '%SRCROOT%' }],
    ['a path of Windows', 'app\\Dockerfile', { uri: 'app/Dockerfile', uriBaseId: '%SRCROOT%' }],
    ['what looks like a scheme', 'javascript:x', { uri: 'javascript%3Ax', uriBaseId: '%SRCROOT%' }],
    ['a path outside', '/tmp/Dockerfile', { uri: 'file:///tmp/Dockerfile' }],
    ['what is no text', '\ud800', { uri: '%EF%BF%BD', uriBaseId: '%SRCROOT%' }],
  ])('names its file: %s', (_name, file, artifactLocation) => {
    expect(resultOf({ location: { ...at, file } }).locations[0].physicalLocation).toMatchObject({ artifactLocation });
  });

  it('leaves out columns that are not known', () => {
    const location = { ...at, firstColumn: null, lastColumn: null };
    const { region } = resultOf({ location }).locations[0].physicalLocation;
    expect(region).toEqual({ startLine: 3, endLine: 4 });
  });

  it('has a file for a result without a place: code scanning refuses a log without', () => {
    const { results } = run(sampleFinding({ location: null }), sampleFinding({ location: at }));
    expect(results[0].locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'app/Dockerfile', uriBaseId: '%SRCROOT%' } } },
    ]);
  });

  it('has the edits of a fix, by file', () => {
    const edit = { ...at, lastLine: 3, firstColumn: 19, lastColumn: 19, text: ' --no-cache-dir' };
    const other = { ...edit, file: '.dockerignore', text: '.git\n' };
    const fix = { safe: true, edits: [edit, other, edit], lines: null };
    const insertion = {
      deletedRegion: { startLine: 3, startColumn: 19, endLine: 3, endColumn: 19 },
      insertedContent: { text: ' --no-cache-dir' },
    };
    expect(resultOf({ fix }).fixes).toMatchObject([
      {
        artifactChanges: [
          { artifactLocation: { uri: 'app/Dockerfile' }, replacements: [insertion, insertion] },
          { artifactLocation: { uri: '.dockerignore' }, replacements: [{ insertedContent: { text: '.git\n' } }] },
        ],
      },
    ]);
  });

  it('brings the page of each rule once', () => {
    const { tool, results } = run(
      ...['pip-cache-left-behind', 'runs-as-root', 'pip-cache-left-behind'].map((rule) => sampleFinding({ rule })),
    );
    expect(tool.driver.rules).toMatchObject([
      {
        id: 'pip-cache-left-behind',
        shortDescription: { text: 'pip cache left behind' },
        fullDescription: { text: expect.stringMatching(/^pip keeps every wheel/) },
        help: { markdown: expect.stringContaining('**Bad**') },
        helpUri: expect.stringMatching(/^https:.*\/pip-cache-left-behind\/README\.md$/),
        defaultConfiguration: { level: 'warning' },
        properties: { tags: ['size', 'DL3042'] },
      },
      { id: 'runs-as-root', defaultConfiguration: { level: 'note' } },
    ]);
    expect(results.map(({ ruleIndex }: { ruleIndex: number }) => ruleIndex)).toEqual([0, 1, 0]);
  });

  it.each([
    ['JSONArgsRecommended', 'json-args-recommended'],
    ['SecretsUsedInArgOrEnv', 'secrets-used-in-arg-or-env'],
  ])("leads to Docker's page of %s", (rule, page) => {
    const [descriptor] = run(sampleFinding({ rule })).tool.driver.rules;
    expect(descriptor.helpUri).toBe(`https://docs.docker.com/go/dockerfile/rule/${page}/`);
  });

  it('says once what several images have in common, under their names', () => {
    const findings = [sampleFinding()];
    const images = ['api', 'web'].map((name) => sampleImage({ name, findings }));
    const { results, automationDetails } = read(reportSarif(sampleReport({ images })));
    expect(results).toHaveLength(1);
    expect(automationDetails).toEqual({ id: 'image-size-gate/api,web/' });
  });

  it('is valid whatever an image or a Dockerfile says, and shows nothing that is invisible', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const { results } = read(reportSarif(report));
        for (const { message } of results) expect(message.text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
      { numRuns: 50 },
    );
  });
});
