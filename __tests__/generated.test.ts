import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { generatedFiles, pagesWithTables, withTables } from '../scripts/generated.ts';
import { outputValues } from '../src/github/outputs.ts';
import { report as reportModel } from '../src/model/report.ts';
import { isAllowedIn, optionNames, outputs } from '../src/settings/options.ts';

const root = join(__dirname, '..');
const committed = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('npm run generate', () => {
  it.each(Object.keys(generatedFiles(root)))('left %s fresh', (path) => {
    expect(committed(path)).toBe(generatedFiles(root)[path]);
  });

  it.each(pagesWithTables)('left the tables of %s fresh', (path) => {
    expect(withTables(committed(path))).toBe(committed(path));
  });

  it('renews what stands between the marks, and that alone', () => {
    const text = withTables('a\n<!-- outputs:start -->\nold\n<!-- outputs:end -->\nb $& $1\n');
    expect(text).toMatch(/^a\n<!-- outputs:start -->\n\| Output \| Description \|\n/);
    expect(text).toMatch(/\|\n<!-- outputs:end -->\nb \$& \$1\n$/);
    expect(text).not.toContain('old');
    expect(withTables(text)).toBe(text);
  });
});

describe('action.yml', () => {
  const action = parse(committed('action.yml'));

  it('has the inputs and outputs of the tables', () => {
    expect(Object.keys(action.inputs)).toEqual(optionNames);
    expect(Object.keys(action.outputs)).toEqual(Object.keys(outputs));
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
  });

  it('has no default where the configuration file may set one', () => {
    const preset = optionNames.filter((name) => action.inputs[name].default !== undefined);
    expect(preset).toEqual(['github-token']);
    expect(isAllowedIn('file', 'github-token')).toBe(false);
    expect(action.inputs['github-token'].default).toBe(`\${{ github.token }}`);
  });

  it('has expressions in that default only: the runner evaluates them wherever they stand', () => {
    expect(committed('action.yml').match(/\$\{\{/g)).toHaveLength(1);
  });
});

describe('the schemas of the models', () => {
  const ajv = new Ajv({ allErrors: true });
  formats.default(ajv);
  const validate = (path: string, value: unknown): boolean => ajv.compile(JSON.parse(committed(path)))(value) === true;

  const digest = `sha256:${'0'.repeat(64)}`;
  const layer = {
    diffId: digest,
    digest: null,
    diskBytes: 3,
    downloadBytes: null,
    files: 1,
    origin: 'own',
    instruction: 'RUN true',
    location: { file: 'Dockerfile', firstLine: 1, lastLine: 2, stage: null },
    attribution: 'provenance',
    upstream: null,
  };
  const measurement = {
    version: 1,
    name: 'app',
    platform: 'linux/amd64',
    source: { kind: 'docker', reference: 'app:1' },
    store: 'classic',
    commit: null,
    created: '2026-11-21T08:00:00.000Z',
    diskBytes: 3,
    downloadBytes: null,
    deadBytes: 0,
    files: 1,
    layers: [layer],
    bases: null,
    buildArgs: null,
    build: null,
  };
  const size = { diskBytes: 3, downloadBytes: null };
  const row = {
    kind: 'layer',
    label: 'RUN true',
    location: null,
    before: null,
    after: size,
    delta: size,
    cause: 'yours',
    evidence: null,
    assumed: true,
    package: null,
    movedFrom: null,
    movedTo: null,
    storedAgain: false,
  };
  const change = { ...row, children: [{ ...row, kind: 'file', children: [] }] };
  const report = {
    version: 1,
    tool: { name: 'image-size-gate', version: '1.0.0' },
    created: '2026-11-21T08:00:00.000Z',
    verdict: 'pass',
    reasons: [],
    notices: [],
    metric: 'disk',
    repository: null,
    images: [
      {
        name: 'app',
        platform: 'linux/amd64',
        current: measurement,
        baseline: { kind: 'none', commit: null, distance: null, measurement: null, reason: 'the first' },
        delta: null,
        causes: null,
        changes: [change],
        focus: null,
        budgets: [],
        longTerm: [],
        history: [],
        build: null,
        cost: null,
        findings: [],
        suppressed: [],
        lint: null,
      },
    ],
  };

  it('belong to a report that fills every declared output', () => {
    const values = outputValues(reportModel.parse(report), null);
    expect(Object.keys(values).sort()).toEqual(Object.keys(outputs).sort());
  });

  it.each<[string, boolean, string, unknown]>([
    ['a measurement', true, 'measurement', measurement],
    ['a measurement that lacks a size', false, 'measurement', { ...measurement, diskBytes: undefined }],
    ['an unknown size as null only where it may be', false, 'measurement', { ...measurement, diskBytes: null }],
    ['a layer without a digest', false, 'measurement', { ...measurement, layers: [{ ...layer, diffId: 'sha256:1' }] }],
    ['another version', false, 'measurement', { ...measurement, version: 2 }],
    ['a report', true, 'report', report],
    ['a report with a field of a later version', true, 'report', { ...report, extra: 1 }],
    [
      'a wrong row in a row',
      false,
      'report',
      {
        ...report,
        images: [{ ...report.images[0], changes: [{ ...row, children: [{ ...row, kind: 'x', children: [] }] }] }],
      },
    ],
  ])('judge %s', (_name, expected, schema, value) => {
    const data = JSON.parse(JSON.stringify(value));
    const known = ajv.getSchema(`urn:image-size-gate:schema:${schema}-v1`);
    expect(known === undefined ? validate(`schema/${schema}-v1.json`, data) : known(data)).toBe(expected);
  });
});
