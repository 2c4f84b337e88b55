import fc from 'fast-check';
import { evaluateBudgets, verdictOf } from '../../src/compare/budgets.ts';
import { compareSides, type Row } from '../../src/compare/compare.ts';
import { recordSide, type Side } from '../../src/compare/side.ts';
import type { Entry } from '../../src/model/image.ts';
import type { MeasuredLayer, Measurement } from '../../src/model/measurement.ts';
import { type BudgetResult, type Cause, type Change, report } from '../../src/model/report.ts';
import type { Budget } from '../../src/model/settings.ts';
import { resolveSettings } from '../../src/settings/resolve.ts';
import { digestOf, measuredLayer, measurementOf } from '../support/measurements.ts';
import { fileEntry, indexOf } from '../support/records.ts';
import { sampleBudget, sampleImage, sampleReport } from '../support/report-samples.ts';
import { anySide } from '../support/sides.ts';

const MB = 1_000_000;

/** A layer by its instruction: its size, or its files by their paths. */
interface LayerSpec extends Omit<Partial<MeasuredLayer>, 'files'> {
  readonly bytes?: number;
  readonly files?: Readonly<Record<string, number>>;
  readonly gone?: readonly string[];
  readonly line?: number;
}

/** An image of these layers, base first, with what they hold. */
function image(layers: Readonly<Record<string, LayerSpec | number>>, over: Partial<Measurement> = {}): Side {
  const made = Object.entries(layers).map(([instruction, spec], at) => {
    const { bytes, files = {}, gone = [], line = at + 2, ...rest } = typeof spec === 'number' ? { bytes: spec } : spec;
    const entries = [
      ...Object.entries(bytes === undefined ? files : { [`data/${at}`]: bytes }).map(([path, size]) =>
        fileEntry(path, size),
      ),
      ...gone.map((path): Entry => fileEntry(path, 0, { kind: 'whiteout', hash: null })),
    ];
    const index = indexOf(digestOf(JSON.stringify([instruction, entries])), entries, python);
    const { diffId, diskBytes } = index;
    const location = { file: 'app/Dockerfile', firstLine: line, lastLine: line, stage: null };
    const sizes = { diffId, diskBytes, downloadBytes: diskBytes / 2 };
    return { index, measured: measuredLayer('', { ...sizes, instruction, location, ...rest }) };
  });
  const measured = made.map((layer) => layer.measured);
  const indexes = new Map(made.map(({ index }) => [index.diffId, index]));
  const { fileSystem } = recordSide({ measurement: measurementOf(measured), layers: indexes, marks: new Map() });
  const deadBytes = fileSystem()?.deadBytes ?? 0;
  return recordSide({
    measurement: measurementOf(measured, { deadBytes, ...over }),
    layers: indexes,
    marks: new Map(),
  });
}

/** Two packages of Python, which own what lies below their folders. */
const python = new Map(
  ['torch', 'numpy'].flatMap((name) => [
    [`lib/python3/site-packages/${name}-1.dist-info/METADATA`, Buffer.from(`Name: ${name}\nVersion: 1\n`)] as const,
    [`lib/python3/site-packages/${name}-1.dist-info/RECORD`, Buffer.from(`${name}/a\n`)] as const,
  ]),
);
const site = (sizes: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(sizes).flatMap(([name, size]) => [
      [`lib/python3/site-packages/${name}/a`, size],
      [`lib/python3/site-packages/${name}-1.dist-info/METADATA`, 0],
      [`lib/python3/site-packages/${name}-1.dist-info/RECORD`, 0],
    ]),
  );

const budgetsIn = (yaml: string): readonly Budget[] =>
  resolveSettings({ direct: { given: new Map(), problems: [] }, currentDirectory: '/', readFile: () => yaml }).budgets;

/** The rows of two images; causes by instruction, the author's where none is given. */
function rowsOf(before: Side | null, after: Side, causes: Readonly<Record<string, Cause>> = {}): readonly Row[] {
  if (before === null) return [];
  // The drill-down has tests of its own.
  return compareSides(before, after, 'disk').rows.map(({ pairs, change }) => ({
    pairs,
    change: { ...change, cause: causes[change.label] ?? 'yours', children: [] },
  }));
}

const evaluate = (yaml: string, before: Side | null, current: Side, causes?: Readonly<Record<string, Cause>>) =>
  evaluateBudgets(budgetsIn(yaml), { current, before, rows: rowsOf(before, current, causes) });

const said = (results: readonly BudgetResult[]) => results.map(({ status, message }) => `${status}: ${message}`);

const app = (bytes: number, over: Partial<Measurement> = {}) => image({ 'RUN app': bytes }, over);
const built = (seconds: number, steps: number, cachedSteps: number) =>
  app(MB, { build: { seconds, steps, cachedSteps, contextBytes: null } });
const base: LayerSpec = { bytes: 50 * MB, origin: 'base' };
/** 20 MB that a line brings and a later one removes. */
const wasteful = (removed = 20 * MB, over: Partial<Measurement> = {}) =>
  image(
    {
      'COPY cache': { files: { 'tmp/cache': removed } },
      'RUN rm': { files: { 'srv/app': 80 * MB }, gone: ['tmp/cache'] },
    },
    over,
  );
const layered = (count: number) =>
  image(Object.fromEntries(Array.from({ length: count }, (_, at) => [`RUN step ${at}`, at])));

type Case = [name: string, yaml: string, before: Side | null, after: Side, expected: string[]];

describe('evaluateBudgets', () => {
  const cases: readonly Case[] = [
    ['nothing asked for', '', app(MB), app(9 * MB), []],
    ['max-size: within', 'max-size: 10MB', null, app(10 * MB), ['pass: 10 MB is within max-size 10MB']],
    [
      'max-size: over it without a baseline',
      'max-size: 10MB',
      null,
      image({ 'FROM base': base, 'COPY model': 8 * MB, 'RUN app': 3 * MB }),
      ['fail: 61 MB (disk) is 51 MB over max-size 10 MB'],
    ],
    [
      'max-size: over it, one layer too large',
      'max-size: 55MB',
      null,
      image({ 'FROM base': base, 'COPY model': 8 * MB, 'RUN app': 3 * MB }),
      [
        'fail: 61 MB (disk) is 6 MB over max-size 55 MB; leaving out app/Dockerfile:3 (`COPY model`, 8 MB) gets below it',
      ],
    ],
    [
      'max-size: over it by growth',
      'max-size: 55MB',
      image({ 'FROM base': base, 'COPY model': 4 * MB }),
      image({ 'FROM base': base, 'COPY model': 4 * MB, 'RUN app': 3 * MB }),
      ['fail: 57 MB (disk) is 2 MB over max-size 55 MB; undoing app/Dockerfile:4 (`RUN app`, 3 MB) gets below it'],
    ],
    [
      'max-size: over it, and one package is enough',
      'max-size: 55MB',
      null,
      image({ 'FROM base': base, 'RUN pip install': { files: site({ torch: 8 * MB, numpy: 3 * MB }) } }),
      ['fail: 61 MB (disk) is 6 MB over max-size 55 MB; leaving out torch (app/Dockerfile:3, 8 MB) gets below it'],
    ],
    [
      'max-size: one byte over',
      'max-size: 10MB',
      null,
      app(10 * MB + 1),
      [
        'fail: 10,000,001 B (disk) is 1 B over max-size 10,000,000 B; leaving out app/Dockerfile:2 (`RUN app`, 10 MB) gets below it',
      ],
    ],
    [
      'max-size: over it already, and grown',
      'max-size: 10MB',
      app(11 * MB),
      app(12 * MB),
      ['fail: 12 MB (disk) is 2 MB over max-size 10 MB; leaving out app/Dockerfile:2 (`RUN app`, 12 MB) gets below it'],
    ],
    [
      'max-size: over it already, and the same',
      'max-size: 10MB',
      app(12 * MB),
      app(12 * MB),
      ['warn: 12 MB (disk) is 2 MB over max-size 10 MB, as the baseline was already; it did not grow'],
    ],
    [
      'max-size: over it already, and shrunk',
      'max-size: 10MB',
      app(13 * MB),
      app(12 * MB),
      ['warn: 12 MB (disk) is 2 MB over max-size 10 MB, as the baseline was already; it did not grow'],
    ],
    [
      'max-size: over it already, one line larger and another smaller',
      'max-size: 10MB',
      image({ 'RUN a': 9 * MB, 'RUN b': 9 * MB }),
      image({ 'RUN a': 17 * MB, 'RUN b': MB }),
      ['warn: 18 MB (disk) is 8 MB over max-size 10 MB, as the baseline was already; it did not grow'],
    ],
    [
      'max-size: unknown',
      'max-size: 10MB\nmetric: download',
      null,
      image({ 'RUN app': { bytes: MB, downloadBytes: null } }),
      ['unknown: max-size 10MB was not checked: the download size is unknown'],
    ],
    [
      'max-increase: within a percentage',
      'max-increase: 5%',
      app(100 * MB),
      app(105 * MB),
      ['pass: grew by 5 MB (+5%): within max-increase 5%'],
    ],
    [
      'max-increase: over a percentage',
      'max-increase: 5%',
      app(100 * MB),
      app(106 * MB),
      [
        'fail: grew by 6 MB (+6%): 1 MB over max-increase 5%; undoing app/Dockerfile:2 (`RUN app`, +6 MB) gets below it',
      ],
    ],
    [
      'max-increase: over a size by several lines',
      'max-increase: 20MB',
      image({ 'RUN a': MB }),
      image({ 'RUN a': 3 * MB, 'RUN b': 15 * MB, 'RUN c': 16 * MB, 'RUN d': 9 * MB }),
      [
        'fail: grew by 42 MB: 22 MB over max-increase 20MB; undoing app/Dockerfile:4 (`RUN c`, +16 MB) and app/Dockerfile:3 (`RUN b`, +15 MB) gets below it',
      ],
    ],
    [
      'max-increase: by very many lines',
      'max-increase: 10B',
      image({}),
      image(Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`RUN ${at}`, 10]))),
      [
        'fail: grew by 90 B: 80 B over max-increase 10B; undoing app/Dockerfile:2 (`RUN 0`, +10 B), app/Dockerfile:3 (`RUN 1`, +10 B), app/Dockerfile:4 (`RUN 2`, +10 B) and 5 more gets below it',
      ],
    ],
    [
      'max-increase: both, one broken',
      'max-increase: 50%, 20MB',
      app(100 * MB),
      app(121 * MB),
      [
        'pass: grew by 21 MB (+21%): within max-increase 50%',
        'fail: grew by 21 MB: 1 MB over max-increase 20MB; undoing app/Dockerfile:2 (`RUN app`, +21 MB) gets below it',
      ],
    ],
    [
      'max-increase: shrunk',
      'max-increase: 0%',
      app(100 * MB),
      app(90 * MB),
      ['pass: shrank by 10 MB: within max-increase 0%'],
    ],
    [
      'max-increase: unchanged',
      'max-increase: 0B',
      app(100 * MB),
      app(100 * MB),
      ['pass: did not grow: within max-increase 0B'],
    ],
    [
      'max-increase: no baseline hides no other',
      'max-size: 1GB\nmax-increase: 5%, 20MB',
      null,
      app(MB),
      [
        'pass: 1 MB is within max-size 1GB',
        'unknown: max-increase 5% was not checked: there is no baseline',
        'unknown: max-increase 20MB was not checked: there is no baseline',
      ],
    ],
    [
      'max-increase: another store compresses otherwise',
      'max-increase: 0%\nmetric: download',
      app(MB, { store: 'classic' }),
      app(2 * MB, { store: 'containerd' }),
      ["unknown: max-increase 0% was not checked: the baseline's download size can't be compared"],
    ],
    [
      'all broken at once',
      'max-size: 10MB\nmax-increase: 5%, 1MB',
      app(9 * MB),
      app(12 * MB),
      [
        'fail: 12 MB (disk) is 2 MB over max-size 10 MB; undoing app/Dockerfile:2 (`RUN app`, 3 MB) gets below it',
        'fail: grew by 3 MB (+33.3%): 2.55 MB over max-increase 5%; undoing app/Dockerfile:2 (`RUN app`, +3 MB) gets below it',
        'fail: grew by 3 MB: 2 MB over max-increase 1MB; undoing app/Dockerfile:2 (`RUN app`, +3 MB) gets below it',
      ],
    ],
    [
      'max-waste: within',
      'max-waste: 20MB, 20%',
      null,
      wasteful(),
      [
        'pass: 20 MB (20%) hidden by later layers is within max-waste 20%',
        'pass: 20 MB hidden by later layers is within max-waste 20MB',
      ],
    ],
    [
      'max-waste: over it',
      'max-waste: 5%, 10MB',
      null,
      wasteful(),
      [
        'fail: 20 MB (20%) hidden by later layers is 15 MB over max-waste 5%; hiding nothing at app/Dockerfile:3 (`RUN rm`, 20 MB) gets below it',
        'fail: 20 MB hidden by later layers is 10 MB over max-waste 10MB; hiding nothing at app/Dockerfile:3 (`RUN rm`, 20 MB) gets below it',
      ],
    ],
    [
      'max-waste: over it already',
      'max-waste: 10MB',
      wasteful(30 * MB),
      wasteful(),
      ['warn: 20 MB hidden by later layers is 10 MB over max-waste 10MB, as the baseline was already; it did not grow'],
    ],
    ['max-layers: within', 'max-layers: 3', null, layered(3), ['pass: 3 layers are within max-layers 3']],
    ['max-layers: over it', 'max-layers: 3', null, layered(5), ['fail: 5 layers are 2 over max-layers 3']],
    [
      'max-layers: over it by a new line',
      'max-layers: 3',
      layered(3),
      layered(4),
      ['fail: 4 layers are 1 over max-layers 3; undoing app/Dockerfile:5 (`RUN step 3`) gets below it'],
    ],
    [
      'max-layers: over it already',
      'max-layers: 3',
      layered(5),
      layered(4),
      ['warn: 4 layers are 1 over max-layers 3, as the baseline was already; it did not grow'],
    ],
    [
      'max-build-time: within',
      'max-build-time: 90s',
      null,
      built(90, 1, 0),
      ['pass: the build took 1m30s: within max-build-time 90s'],
    ],
    [
      'max-build-time: over it',
      'max-build-time: 1m',
      null,
      built(95, 1, 0),
      ['fail: the build took 1m35s: 35s over max-build-time 1m'],
    ],
    [
      'max-build-time: unknown',
      'max-build-time: 1m',
      null,
      app(MB),
      ['unknown: max-build-time 1m was not checked: the image was not built here'],
    ],
    [
      'min-cached-steps: enough',
      'min-cached-steps: 80%',
      null,
      built(1, 10, 8),
      ['pass: 8 of 10 steps (80%) came from the cache: enough for min-cached-steps 80%'],
    ],
    [
      'min-cached-steps: too few',
      'min-cached-steps: 80%',
      null,
      built(1, 12, 9),
      ['fail: 9 of 12 steps (75%) came from the cache: 1 step short of min-cached-steps 80%'],
    ],
    [
      'min-cached-steps: no steps',
      'min-cached-steps: 80%',
      null,
      built(1, 0, 0),
      ['unknown: min-cached-steps 80% was not checked: the build had no steps'],
    ],
    [
      'min-cached-steps: unknown',
      'min-cached-steps: 80%',
      null,
      app(MB),
      ['unknown: min-cached-steps 80% was not checked: the image was not built here'],
    ],
    [
      'warn and fail thresholds',
      'budgets:\n  - {max-increase: 10MB, level: warn}\n  - {max-increase: 20MB}',
      app(100 * MB),
      app(115 * MB),
      [
        'warn: grew by 15 MB: 5 MB over max-increase 10MB; undoing app/Dockerfile:2 (`RUN app`, +15 MB) gets below it',
        'pass: grew by 15 MB: within max-increase 20MB',
      ],
    ],
    [
      'another metric than the usual',
      'max-size: 10MB\nbudgets: [{max-size: 4MB, metric: download}]',
      null,
      app(10 * MB),
      [
        'pass: 10 MB is within max-size 10MB',
        'fail: 5 MB (download) is 1 MB over max-size 4 MB; leaving out app/Dockerfile:2 (`RUN app`, 5 MB) gets below it',
      ],
    ],
  ];
  it.each(cases)('%s', (_name, yaml, before, after, expected) => {
    expect(said(evaluate(yaml, before, after))).toEqual(expected);
  });

  it('gives the figures in the unit of the budget, and what to undo', () => {
    const yaml = 'max-increase: 5%\nmax-layers: 1\nmin-cached-steps: 80%\nmax-build-time: 1m\nmax-waste: 1MB';
    const results = evaluate(yaml, app(100 * MB), built(95, 12, 9));
    expect(
      results.map(({ budget, unit, actual, limitValue, metric }) => [budget, unit, actual, limitValue, metric]),
    ).toEqual([
      ['max-increase', 'bytes', -99 * MB, 5 * MB, 'disk'],
      ['max-waste', 'bytes', 0, MB, 'disk'],
      ['max-layers', 'layers', 1, 1, null],
      ['max-build-time', 'seconds', 95, 60, null],
      ['min-cached-steps', 'share', 0.75, 0.8, null],
    ]);
    expect(evaluate('max-increase: 1MB', app(MB), app(4 * MB))).toMatchObject([
      {
        counts: 'yours',
        level: 'fail',
        undo: [{ kind: 'layer', label: 'RUN app', location: { file: 'app/Dockerfile', firstLine: 2 }, amount: 3 * MB }],
      },
    ]);
  });

  it('keeps the order of the budgets, and no result depends on another', () => {
    const entries = [
      'max-size: 10MB',
      'max-increase: 1MB',
      'max-layers: 1',
      'path: /data\n    max-size: 1MB',
      'package: torch\n    max-size: 1MB\n    level: warn',
      'layer: RUN *\n    max-increase: 1MB',
    ];
    const yamlOf = (some: readonly string[]) => `budgets:\n${some.map((entry) => `  - ${entry}\n`).join('')}`;
    const results = (some: readonly string[]) =>
      evaluate(yamlOf(some), app(9 * MB), image({ 'RUN app': 12 * MB, x: 1 }));
    const alone = new Map(entries.map((entry) => [entry, results([entry])]));
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 1 }), (some) => {
        expect(results(some)).toEqual(some.flatMap((entry) => alone.get(entry) ?? []));
      }),
    );
  });

  it('is what the schema of the report describes', () => {
    const budgets = evaluate(
      'max-increase: 1MB\nmax-build-time: 1m\nbudgets: [{path: /data, max-size: 1MB}]',
      app(MB),
      app(4 * MB),
    );
    expect(report.parse(sampleReport({ images: [sampleImage({ budgets })] })).images[0]?.budgets).toEqual(budgets);
  });
});

describe('counts', () => {
  const before = image({ 'FROM base': base, 'RUN apt-get upgrade': MB, 'RUN app': MB });
  const after = image({
    'FROM base': { ...base, bytes: 60 * MB },
    'RUN apt-get upgrade': 4 * MB,
    'RUN app': 6 * MB,
  });
  const causes = { 'FROM base': 'base', 'RUN apt-get upgrade': 'drift' } as const;
  it.each<[string, string, string]>([
    ['yours', 'max-increase: 5MB', 'pass: grew by 5 MB through your changes: within max-increase 5MB'],
    [
      'yours, over it',
      'max-increase: 4MB',
      'fail: grew by 5 MB through your changes: 1 MB over max-increase 4MB; undoing app/Dockerfile:4 (`RUN app`, +5 MB) gets below it',
    ],
    [
      'all',
      'max-increase: 15MB\ncounts: all',
      'fail: grew by 18 MB: 3 MB over max-increase 15MB; undoing app/Dockerfile:4 (`RUN app`, +5 MB) gets below it',
    ],
    [
      'all, of which yours is too little',
      'max-increase: 5MB\ncounts: all',
      'fail: grew by 18 MB: 13 MB over max-increase 5MB',
    ],
    [
      'all in one entry only',
      'budgets: [{max-increase: 25%, counts: all}]',
      'fail: grew by 18 MB (+34.6%): 5 MB over max-increase 25%; undoing app/Dockerfile:4 (`RUN app`, +5 MB) gets below it',
    ],
    [
      'all, for a cap on the size',
      'max-size: 65MB',
      'fail: 70 MB (disk) is 5 MB over max-size 65 MB; undoing app/Dockerfile:4 (`RUN app`, 5 MB) gets below it',
    ],
    [
      'yours, in a path',
      'budgets: [{path: /data, max-increase: 4MB}]',
      'fail: /data: grew by 5 MB through your changes: 1 MB over max-increase 4MB; undoing app/Dockerfile:4 (`RUN app`, +5 MB) gets below it',
    ],
  ])('%s', (_name, yaml, expected) => {
    expect(said(evaluate(yaml, before, after, causes))).toEqual([expected]);
  });
});

describe('budgets on a part', () => {
  const before = image({
    'FROM base': { files: { 'usr/share/doc/a/copyright': MB, 'usr/bin/x': 9 * MB }, origin: 'base' },
    'RUN pip install': { files: site({ torch: 20 * MB, numpy: 5 * MB }), line: 12 },
    'COPY app': { files: { 'srv/app/main.js': MB, 'srv/app/main.js.map': MB } },
  });
  const after = image({
    'FROM base': { files: { 'usr/share/doc/a/copyright': MB, 'usr/bin/x': 9 * MB }, origin: 'base' },
    'RUN pip install': { files: site({ torch: 30 * MB, numpy: 5 * MB }), line: 12 },
    'COPY app': { files: { 'srv/app/main.js': MB, 'srv/app/main.js.map': 4 * MB, 'srv/lib/é.map': 2 * MB } },
    'RUN rm': { files: {}, gone: ['usr/share/doc/a/copyright'] },
  });
  const unread = recordSide({ measurement: before.measurement, layers: new Map(), marks: new Map() });
  it.each<[string, string, Side | null, string]>([
    [
      'a folder, what is hidden counts',
      'path: /usr/share/doc, max-size: 2MB',
      null,
      'pass: /usr/share/doc: 1 MB is within max-size 2MB',
    ],
    [
      'a glob',
      "path: '/srv/**/*.map', max-size: 3MB",
      before,
      'fail: /srv/**/*.map: 6 MB (disk) is 3 MB over max-size 3 MB; undoing app/Dockerfile:4 (`COPY app`, 5 MB) gets below it',
    ],
    [
      'a glob that grew',
      "path: '/srv/*/*.map', max-increase: '5MB'",
      before,
      'pass: /srv/*/*.map: grew by 5 MB: within max-increase 5MB',
    ],
    [
      'a path that nothing matches',
      'path: /opt, max-size: 1MB',
      null,
      'pass: /opt: nothing of that is in the image: within max-size 1MB',
    ],
    [
      'a path, against a baseline whose files are not known',
      'path: /srv, max-increase: 1MB',
      unread,
      'unknown: /srv: max-increase 1MB was not checked: of the baseline, which files it holds is unknown',
    ],
    [
      'a path, without a baseline',
      'path: /srv, max-increase: 1MB',
      null,
      'unknown: /srv: max-increase 1MB was not checked: there is no baseline',
    ],
    [
      'a path by download size is an estimate',
      'path: /srv/lib, max-size: 500kB, metric: download, level: warn',
      null,
      'warn: /srv/lib: ~1 MB (download) is 500 kB over max-size 500 kB; leaving out app/Dockerfile:4 (`COPY app`, 1 MB) gets below it',
    ],
    [
      'a package',
      'package: torch, max-increase: 20%',
      before,
      'fail: package torch: grew by 10 MB (+50%): 6 MB over max-increase 20%; undoing app/Dockerfile:12 (`RUN pip install`, +10 MB) gets below it',
    ],
    [
      'a package of a manager',
      "package: 'python:num*', max-size: 5MB",
      before,
      'pass: package python:num*: 5 MB is within max-size 5MB',
    ],
    [
      'a layer that is not there',
      "layer: 'RUN head *', max-increase: 1MB",
      before,
      'pass: layer RUN head *: nothing of that is in the image: within max-increase 1MB',
    ],
    [
      'a package that came anew',
      'package: torch, max-increase: 20%',
      image({ 'RUN pip install': { files: site({ numpy: 5 * MB }) } }),
      'fail: package torch: grew by 30 MB: 30 MB over max-increase 20%; undoing app/Dockerfile:12 (`RUN pip install`, +30 MB) gets below it',
    ],
    [
      'a package of another manager',
      'package: node:torch, max-size: 1B',
      before,
      'pass: package node:torch: nothing of that is in the image: within max-size 1B',
    ],
    [
      'a line',
      'layer: Dockerfile:12, max-increase: 5MB',
      before,
      'fail: layer Dockerfile:12: grew by 10 MB: 5 MB over max-increase 5MB; undoing app/Dockerfile:12 (`RUN pip install`, +10 MB) gets below it',
    ],
    ['an instruction', "layer: 'COPY *', max-size: 10MB", before, 'pass: layer COPY *: 7 MB is within max-size 10MB'],
    [
      'a layer by download size',
      "layer: 'COPY *', max-increase: 1MB, metric: download",
      before,
      'fail: layer COPY *: grew by 2.5 MB: 1.5 MB over max-increase 1MB; undoing app/Dockerfile:4 (`COPY app`, +2.5 MB) gets below it',
    ],
    [
      'over it already, and not grown',
      'path: /usr/bin, max-size: 1MB',
      before,
      'warn: /usr/bin: 9 MB (disk) is 8 MB over max-size 1 MB, as the baseline was already; it did not grow',
    ],
  ])('%s', (_name, entry, old, expected) => {
    expect(said(evaluate(`budgets: [{${entry}}]`, old, after))).toEqual([expected]);
  });

  it('adds up what a path holds over all paths to the image', () => {
    const sizeOf = (path: string) => evaluate(`budgets: [{path: ${path}, max-size: 1GB}]`, null, after)[0]?.actual ?? 0;
    expect(sizeOf('/usr') + sizeOf('/srv') + sizeOf('/lib')).toBe(after.measurement.diskBytes);
    expect(sizeOf('/')).toBe(after.measurement.diskBytes);
  });
});

describe('budgets of any images', () => {
  const yaml = (scope: string, metric: string) =>
    `budgets: [{${scope}max-size: 1B, max-increase: 1B, counts: all, metric: ${metric}}, {${scope}max-increase: 1B, metric: ${metric}}]`;
  const parts = ['', 'path: /usr/**, ', 'path: "/**/m.py", ', 'package: one, '];
  const scopes = [...parts, "layer: 'RUN *', "];
  const figures = (text: string, before: Side | null, current: Side) =>
    evaluate(text, before, current, { 'FROM base': 'base' }).map(({ actual }) => actual);

  it('let a part grow by the difference of its sizes', () => {
    fc.assert(
      fc.property(anySide, anySide, fc.constantFrom(...parts), (before, after, scope) => {
        const text = yaml(scope, 'disk');
        const [size = null, growth = null] = figures(text, before, after);
        const [old = null] = figures(text, null, before);
        expect(growth).toBe((size ?? Number.NaN) - (old ?? Number.NaN));
      }),
    );
  });

  it('take undone what they say: below the limit, and one less is not', () => {
    fc.assert(
      fc.property(anySide, anySide, fc.nat(4000), (before, after, limit) => {
        const [result] = evaluate(`max-increase: ${limit}B`, before, after, { 'FROM base': 'base' });
        const { actual = null, limitValue = null, undo = [] } = result ?? {};
        if (actual === null || limitValue === null || undo.length === 0) return;
        const amounts = undo.map(({ amount }) => amount);
        const left = amounts.reduce((rest, amount) => rest - amount, actual);
        expect(left).toBeLessThanOrEqual(limitValue);
        expect(left + Math.min(...amounts)).toBeGreaterThan(limitValue);
      }),
    );
  });

  it('never fail for what is not known', () => {
    fc.assert(
      fc.property(anySide, fc.constantFrom(...scopes), fc.constantFrom('disk', 'download'), (after, scope, metric) => {
        for (const { status, actual, budget } of evaluate(yaml(scope, metric), null, after)) {
          expect(status === 'unknown').toBe(actual === null);
          if (budget === 'max-increase') expect(status).toBe('unknown');
        }
      }),
    );
  });
});

describe('what to undo', () => {
  const row = (label: string, bytes: number, children: Change[] = [], kind: Change['kind'] = 'layer'): Change => ({
    ...{
      kind,
      label,
      children,
      before: null,
      evidence: null,
      assumed: false,
      package: null,
      movedFrom: null,
      movedTo: null,
      storedAgain: false,
    },
    location: kind === 'layer' ? { file: 'Dockerfile', firstLine: 12, lastLine: 12, stage: null } : null,
    after: { diskBytes: bytes, downloadBytes: null },
    delta: { diskBytes: bytes, downloadBytes: null },
    cause: 'yours',
  });
  const undo = (change: Change) => {
    const current = image({ x: change.delta.diskBytes ?? 0 });
    const [after = null] = current.measurement.layers;
    const rows = [{ change, pairs: [{ before: null, after }] }];
    const [result] = evaluateBudgets(budgetsIn('max-increase: 20MB'), { current, before: image({}), rows });
    return result?.message.split('; ')[1] ?? null;
  };

  it.each<[string, Change, string]>([
    [
      'the package that is enough by itself',
      row('RUN pip install', 35 * MB, [
        row('torch', 29 * MB, [row('/lib/torch.so', 28 * MB, [], 'file')], 'package'),
        row('other (9 files)', 6 * MB, [], 'other'),
      ]),
      'undoing torch (Dockerfile:12, +29 MB) gets below it',
    ],
    [
      'the line, where no part of it is enough',
      row('RUN pip install', 35 * MB, [row('torch', 14 * MB, [], 'package'), row('/srv', 14 * MB, [], 'directory')]),
      'undoing Dockerfile:12 (`RUN pip install`, +35 MB) gets below it',
    ],
    [
      'the file that is enough by itself',
      row('COPY .', 35 * MB, [row('/srv', 35 * MB, [row('/srv/model.bin', 30 * MB, [], 'file')], 'directory')]),
      'undoing /srv/model.bin (Dockerfile:12, +30 MB) gets below it',
    ],
    [
      'no row of the smaller ones together',
      row('COPY .', 35 * MB, [row('other (40 files)', 35 * MB, [], 'other')]),
      'undoing Dockerfile:12 (`COPY .`, +35 MB) gets below it',
    ],
    [
      'a long instruction cut',
      row(`RUN ${'apt-get install -y package '.repeat(9)}`, 35 * MB),
      'undoing Dockerfile:12 (`RUN apt-get install -y package apt-get …`, +35 MB) gets below it',
    ],
  ])('is %s', (_name, change, expected) => {
    expect(undo(change)).toBe(expected);
  });
});

describe('verdictOf', () => {
  const results = (...statuses: BudgetResult['status'][]): BudgetResult[] =>
    statuses.map((status) => sampleBudget({ status }));
  it.each([
    ['nothing asked for', results(), 'gate', 'pass'],
    ['all met', results('pass', 'pass'), 'gate', 'pass'],
    ['a later pass hides no fail', results('fail', 'pass'), 'gate', 'fail'],
    ['a warning', results('pass', 'warn'), 'gate', 'warn'],
    ['unknown does not block', results('unknown'), 'gate', 'pass'],
    ['a push never fails', results('fail'), 'record', 'warn'],
  ] as const)('%s', (_name, budgetResults, enforcement, expected) => {
    expect(verdictOf(budgetResults, enforcement)).toBe(expected);
  });
});
