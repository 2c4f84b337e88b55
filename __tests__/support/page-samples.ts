import { assembleReport } from '../../src/compare/assemble-report.ts';
import { fileTree } from '../../src/compare/file-tree.ts';
import { judge } from '../../src/compare/judge.ts';
import type { Side } from '../../src/compare/side.ts';
import type { FileTree } from '../../src/model/file-tree.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { dpkgFiles, type LayerSpec, pythonFiles, sideOf } from './sides.ts';

/** Reports with their files, as a page shows them: made by the program's own comparison. */
export interface PageSample {
  readonly report: Report;
  readonly trees: readonly (FileTree | null)[];
}

export function pageSample(layers: Side, before: Side | null, findings: readonly Finding[] = []): PageSample {
  const deadBytes = layers.fileSystem()?.deadBytes ?? 0;
  const current = { ...layers, measurement: { ...layers.measurement, deadBytes } };
  const image = judge({
    current,
    before,
    baseline: {
      kind: before === null ? 'none' : 'exact',
      commit: before?.measurement.commit ?? null,
      distance: null,
      measurement: before?.measurement ?? null,
      reason: null,
    },
    line: [],
    cost: null,
    lint: { findings: [...findings], suppressed: [], result: null },
    budgets: [
      {
        name: 'max-increase',
        scope: null,
        level: 'fail',
        counts: 'all',
        metric: 'disk',
        limit: { text: '5%', unit: 'percent', value: 5 },
      },
    ],
    metric: 'disk',
    path: null,
  });
  const report = assembleReport({
    images: [image],
    metric: 'disk',
    enforcement: 'gate',
    notices: [],
    repository: { url: 'https://forge.example/acme/shop', commit: current.measurement.commit, pullRequest: 7 },
    created: new Date('2026-11-20T10:00:00Z'),
  });
  return { report, trees: [fileTree(current, before)] };
}

const at = (firstLine: number, instruction: string, origin: 'base' | 'own' = 'own') => ({
  origin,
  instruction,
  location: { file: 'Dockerfile', firstLine, lastLine: firstLine, stage: '0' },
  attribution: 'provenance' as const,
});

const base: LayerSpec = {
  ...at(1, 'FROM debian:bookworm-slim', 'base'),
  files: {
    ...dpkgFiles('libc6', '2.36-9', 'usr/lib/x86_64-linux-gnu/libc.so.6', 'usr/share/doc/libc6/copyright'),
    'usr/lib/x86_64-linux-gnu/libc.so.6': 1_922_136,
    'usr/share/doc/libc6/copyright': 28_000,
    'usr/bin/bash': 1_265_648,
  },
};

const copy = (size: number): LayerSpec => ({
  ...at(4, 'COPY . /srv'),
  files: { 'srv/app.py': 4_000, 'srv/data/cities.json': size },
});

/** One of each: grown, new, shrunk, gone, the same, and hidden. */
export function smallSample(findings: readonly Finding[] = []): PageSample {
  const pip = (version: string, size: number): LayerSpec => ({
    ...at(3, 'RUN pip install -r requirements.txt'),
    files: {
      ...pythonFiles('flask', version, 'flask/app.py'),
      'usr/lib/python3/site-packages/flask/app.py': size,
      'root/.cache/pip/wheel': 300_000,
    },
  });
  const before = sideOf([
    base,
    pip('3.0.0', 60_000),
    { ...copy(900_000), files: { ...copy(900_000).files, 'srv/old.bin': 250_000 } },
  ]);
  const current = sideOf([
    base,
    pip('3.1.0', 90_000),
    copy(400_000),
    { ...at(5, 'RUN chown -R app /srv'), files: { 'srv/app.py': 4_000, 'srv/data/cities.json': 400_000 } },
  ]);
  return pageSample(current, before, findings);
}

/** `files` of them, of which one in fifty changed. */
export function largeSample(files: number): PageSample {
  const layers = (grown: number): LayerSpec[] =>
    Array.from({ length: 5 }, (_, layer) => ({
      ...at(layer + 1, `RUN make part-${layer}`, layer === 0 ? 'base' : 'own'),
      files: Object.fromEntries(
        Array.from({ length: files / 5 }, (_, n) => {
          const path = `opt/part-${layer}/module-${n % 97}/section-${n % 11}/file-${n}.dat`;
          return [path, 1000 + ((n * 7919) % 50_000) + (n % 50 === 0 ? grown : 0)];
        }),
      ),
    }));
  return pageSample(sideOf(layers(700)), sideOf(layers(0)));
}
