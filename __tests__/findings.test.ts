import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CheckOutcome } from '../src/build/check.ts';
import { parseDockerfile } from '../src/dockerfile/parse.ts';
import { UserError } from '../src/errors.ts';
import { lintAll, refuseUnknownRules } from '../src/findings.ts';
import type { LintSettings } from '../src/model/settings.ts';
import { recordingLog } from './support/read-options.ts';
import { sampleFinding } from './support/report-samples.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'findings-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const usual: LintSettings = {
  level: 'fail',
  threshold: null,
  minPrice: 1,
  rules: new Map(),
  maxLayerBytes: null,
  baseLookup: false,
};

interface Given {
  readonly settings?: Partial<LintSettings>;
  /** By their paths below the repository's root; the step works in `app`. */
  readonly files?: Readonly<Record<string, string>>;
  readonly checks?: CheckOutcome;
}

function lintText(text: string, { settings = {}, files = {}, checks }: Given = {}) {
  for (const [path, content] of Object.entries({ 'app/Dockerfile': text, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const { log, notices } = recordingLog();
  const linted = {
    dockerfile: parseDockerfile('app/Dockerfile', text),
    context: null,
    definition: { target: null, buildArgs: [] },
    base: null,
    image: null,
  };
  const places = { workingDirectory: join(root, 'app'), root };
  return { ...lintAll(linted, checks ?? null, { ...usual, ...settings }, places, log), notices };
}

const pip = 'FROM python:3.13-slim\nRUN pip install flask\n';
const check = (rule: string) => sampleFinding({ rule, aliases: [], severity: 'warning', price: null, location: null });

describe('lintAll', () => {
  it('finds by default', () => {
    const { findings, result } = lintText(pip);
    expect(findings.map(({ rule }) => rule)).toContain('pip-cache-left-behind');
    expect(result).toMatchObject({ status: 'fail', threshold: 'warning' });
  });

  it('finds nothing where it is off, and says nothing where there is no Dockerfile', () => {
    const nothing = { findings: [], suppressed: [], result: null };
    expect(lintText(pip, { settings: { level: 'off' } })).toMatchObject(nothing);
    const { log } = recordingLog();
    expect(lintAll(null, null, usual, { workingDirectory: root, root }, log)).toEqual(nothing);
  });

  it('lints two thousand instructions, and of more says that they are too many', () => {
    const labels = (count: number) => `FROM scratch\n${'LABEL a=b\n'.repeat(count)}`;
    expect(lintText(labels(1999)).result).toMatchObject({ status: 'pass' });
    const { findings, result, notices } = lintText(labels(2000));
    expect([findings, result]).toEqual([[], null]);
    expect(notices).toEqual(['app/Dockerfile is not linted: it has 2001 instructions, more than 2000']);
  });

  it.each([
    ['a rule', '-pip-cache-left-behind'],
    ["another linter's code", '-DL3042'],
  ])('leaves out what is switched off by the name of %s', (_name, rule) => {
    const { findings, suppressed } = lintText(pip, { settings: { rules: new Map([[rule.slice(1), false]]) } });
    expect(findings.map(({ rule }) => rule)).not.toContain('pip-cache-left-behind');
    expect(suppressed).toEqual([]);
  });

  it("switches BuildKit's checks off, too", () => {
    const checks = { findings: [check('StageNameCasing'), check('FromAsCasing')], notice: null };
    const { findings } = lintText('FROM scratch\n', {
      checks,
      settings: { rules: new Map([['FromAsCasing', false]]) },
    });
    expect(findings.map(({ rule }) => rule)).toContain('StageNameCasing');
    expect(findings.map(({ rule }) => rule)).not.toContain('FromAsCasing');
  });

  it.each([
    [
      'a comment',
      'FROM python:3.13-slim\n# size ignore=pip-cache-left-behind why\nRUN pip install flask\n',
      {},
      'app/Dockerfile:2',
    ],
    ['the working directory', pip, { 'app/.hadolint.yml': '\nignored: [DL3042]' }, 'app/.hadolint.yml:2'],
    ["the repository's root", pip, { '.hadolint.yaml': 'ignored: [DL3042]' }, '.hadolint.yaml:1'],
    [
      'the nearer of two files',
      pip,
      { 'app/.hadolint.yml': 'ignored: [DL3042]', '.hadolint.yaml': 'ignored: []' },
      'app/.hadolint.yml:1',
    ],
  ])('leaves out what is suppressed by %s, and says so', (_name, text, files, by) => {
    const { findings, suppressed } = lintText(text, { files });
    expect(findings.map(({ rule }) => rule)).not.toContain('pip-cache-left-behind');
    expect(suppressed.map((one) => `${one.rule} ${one.by.file}:${one.by.line}`)).toEqual([
      `pip-cache-left-behind ${by}`,
    ]);
  });

  it("lets hadolint's comments alone where its file says so", () => {
    const text = 'FROM python:3.13-slim\n# hadolint ignore=DL3042\nRUN pip install flask\n';
    expect(lintText(text).suppressed).toHaveLength(1);
    expect(lintText(text, { files: { '.hadolint.yaml': 'disable-ignore-pragma: true' } }).suppressed).toEqual([]);
  });

  it.each([
    ['the setting first', 'none', 'failure-threshold: error', 'none'],
    ["then hadolint's file", null, 'failure-threshold: error', 'error'],
    ['then the default', null, '', 'warning'],
  ] as const)('takes the threshold of %s', (_name, threshold, hadolint, expected) => {
    const { result } = lintText(pip, { settings: { threshold }, files: { '.hadolint.yaml': hadolint } });
    expect(result).toMatchObject({ threshold: expected });
  });

  it('tells what is odd, and not without end', () => {
    const odd = lintText('FROM a\n# size ignore=nothing-like-it why\nRUN b\n', {
      files: { '.hadolint.yaml': 'ignore: []' },
    });
    expect(odd.notices).toEqual([
      '.hadolint.yaml:1: ignore: is no key of hadolint',
      'app/Dockerfile:2: there is no rule "nothing-like-it"',
    ]);
    expect(lintText(`FROM a\n${'# size ignore=x why\n'.repeat(50)}RUN b\n`).notices).toHaveLength(10);
  });

  it("is not stopped by another program's file", () => {
    const { findings, notices } = lintText(pip, { files: { 'app/.hadolint.yaml/x': '' } });
    expect(findings).not.toEqual([]);
    expect(notices).toEqual([expect.stringContaining('is not a file')]);
  });
});

describe('switches of rules', () => {
  it.each(['pip-cache-left-behind', 'DL3042', 'StageNameCasing'])('may name %s', (code) => {
    expect(() => refuseUnknownRules({ ...usual, rules: new Map([[code, false]]) })).not.toThrow();
  });

  it('may name no rule that there is not', () => {
    const rules = new Map([['pip-cache-left-behnid', true]]);
    expect(() => refuseUnknownRules({ ...usual, rules })).toThrow(UserError);
    expect(() => refuseUnknownRules({ ...usual, rules })).toThrow(/did you mean pip-cache-left-behind/);
  });
});
