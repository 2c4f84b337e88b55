import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { overlay } from '../../src/analysis/filesystem.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { stageChain } from '../../src/dockerfile/stages.ts';
import { lintLayers } from '../../src/lint/layers.ts';
import { priceDrafts } from '../../src/lint/ledger.ts';
import type { Rule } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules/index.ts';
import type { LintSubject } from '../../src/lint/subject.ts';
import type { LayerAttribution } from '../../src/model/attribution.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Entry, ImageLayer } from '../../src/model/image.ts';
import { applyEdits } from '../support/edits.ts';
import { digestOf } from '../support/measurements.ts';

/** A file by its size, or by more of what its tar entry says; a hard link by its target; `deleted` is a whiteout. */
type FileSpec = number | 'deleted' | { link: string } | { size: number; hash?: string; uid?: number; mode?: number };

interface Case {
  name: string;
  dockerfile: string;
  /** What the base image holds. */
  base?: Record<string, FileSpec>;
  /** What the instruction on a line made; without any there is no image. */
  layers?: Record<number, Record<string, FileSpec>>;
  context?: { ignoreFile?: string };
  user?: string;
  findings?: { at: string; price?: number; fix?: string; ignoreFile?: string; evidence?: string[] }[];
}

const folder = join(__dirname, '../../src/lint/rules');
const casesOf = (rule: string): Case[] => parse(readFileSync(join(folder, rule, 'cases.yml'), 'utf8'));

function entryOf(path: string, spec: FileSpec): Entry {
  const common = { path, mode: 0o644, uid: 0, gid: 0, link: null, size: 0, hash: null };
  if (spec === 'deleted') return { ...common, kind: 'whiteout' };
  if (typeof spec === 'object' && 'link' in spec) return { ...common, kind: 'hardlink', link: spec.link };
  const file = typeof spec === 'number' ? { size: spec } : spec;
  return { ...common, kind: 'file', hash: file.hash ?? `${path}:${file.size}`, ...file };
}

function layerOf(name: string, files: Record<string, FileSpec>): ImageLayer {
  const diffId = digestOf(name);
  const entries = Object.entries(files).map(([path, spec]) => entryOf(path, spec));
  const diskBytes = entries.reduce((sum, { size }) => sum + size, 0);
  const regular = entries.filter(({ kind }) => kind === 'file').length;
  return {
    diffId,
    digest: null,
    downloadBytes: Math.floor(diskBytes / 2),
    index: { diffId, diskBytes, files: regular, entries, collected: new Map() },
  };
}

function subjectOf(test: Case): LintSubject {
  const dockerfile = parseDockerfile('Dockerfile', test.dockerfile);
  const chain = stageChain(dockerfile, null, []);
  const context =
    test.context === undefined ? null : { ignoreFile: '.dockerignore', ignoreText: test.context.ignoreFile ?? null };
  if (test.layers === undefined) return { dockerfile, chain, layers: null, context, user: null };
  const own = Object.entries(test.layers).map(([line, files]) => ({
    layer: layerOf(`line ${line}`, files),
    attribution: {
      origin: 'own',
      instruction: 'x',
      location: { file: 'Dockerfile', firstLine: Number(line), lastLine: Number(line), stage: null },
      attribution: 'provenance',
    } satisfies LayerAttribution,
  }));
  const base = {
    layer: layerOf('base', test.base ?? {}),
    attribution: {
      origin: 'base',
      instruction: null,
      location: null,
      attribution: 'provenance',
    } satisfies LayerAttribution,
  };
  const all = [base, ...own];
  const layers = all.map(({ layer }) => layer);
  return {
    dockerfile,
    chain,
    context,
    user: test.user ?? '',
    layers: lintLayers(
      layers,
      all.map(({ attribution }) => attribution),
      overlay(layers.map(({ index }) => index)),
    ),
  };
}

const findingsOf = (rule: Rule, subject: LintSubject): Finding[] =>
  priceDrafts(
    rule.check(subject).map((draft) => ({ rule, draft })),
    subject.layers ?? [],
    'Dockerfile',
  );

const placeOf = ({ location }: Finding): string =>
  `${location?.firstLine}:${location?.firstColumn}-${location?.lastLine}:${location?.lastColumn}`;

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const cases = casesOf(name);

  it.each(cases.map((test) => [test.name, test] as const))('%s', (_name, test) => {
    const found = findingsOf(rule, subjectOf(test));
    const expected = test.findings ?? [];
    expect(found.map(placeOf)).toEqual(expected.map(({ at }) => at));
    expected.forEach(({ price, fix, ignoreFile, evidence }, at) => {
      const finding = found[at];
      expect(finding?.price?.diskBytes ?? null).toBe(price ?? null);
      if (evidence !== undefined) expect(finding?.evidence).toEqual(evidence);
      const edits = finding?.fix?.edits ?? [];
      if (fix !== undefined) expect(applyEdits(test.dockerfile, edits)).toBe(fix);
      if (ignoreFile !== undefined) expect(applyEdits(test.context?.ignoreFile ?? '', edits)).toBe(ignoreFile);
    });
  });

  it('finds nothing more where its safe fix was applied', () => {
    for (const test of cases.filter(({ layers }) => layers === undefined)) {
      const [finding] = findingsOf(rule, subjectOf(test));
      const edits = finding?.fix?.safe ? finding.fix.edits.filter(({ file }) => file === 'Dockerfile') : [];
      if (edits.length === 0) continue;
      const fixed = { ...test, dockerfile: applyEdits(test.dockerfile, edits) };
      expect(findingsOf(rule, subjectOf(fixed)).length).toBeLessThan(findingsOf(rule, subjectOf(test)).length);
    }
  });

  it('has cases that accept, that find, and that price', () => {
    expect(cases.some(({ findings }) => findings === undefined)).toBe(true);
    const isPriced = cases.some(({ findings }) => findings?.some(({ price }) => price !== undefined));
    expect(isPriced).toBe(rule.topic !== 'practice');
  });

  it('has a README that says what is bad, what is good, what is detected, priced and fixed', () => {
    const readme = readFileSync(join(folder, name, 'README.md'), 'utf8');
    expect(readme).toMatch(new RegExp(`^# ${name}\n`));
    for (const part of ['Bad', 'Good', 'Detects', 'Price', 'Fix']) expect(readme).toContain(`**${part}**`);
    for (const alias of rule.aliases) expect(readme).toContain(alias);
  });
});

it('registers every folder', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(rules.map(({ name }) => name).sort());
});
