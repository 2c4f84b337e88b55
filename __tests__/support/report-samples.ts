import { buildFigures } from '../../src/compare/build-figures.ts';
import type { ChangedLines, Finding } from '../../src/model/finding.ts';
import type { Digest } from '../../src/model/image.ts';
import type { LintResult, Suppressed } from '../../src/model/lint.ts';
import type { MeasuredLayer, Measurement } from '../../src/model/measurement.ts';
import type {
  Baseline,
  BudgetResult,
  Change,
  HistoryPoint,
  ImageReport,
  Report,
  Size,
} from '../../src/model/report.ts';

/** Reports for tests: every builder has sensible defaults, and its figures add up. */

const hexadecimal = (seed: number, length: number) =>
  (seed + 1)
    .toString(16)
    .padStart(4, '0')
    .repeat(length / 4);

export const sampleCommit = (seed = 0): string => hexadecimal(seed, 40);

export const sampleDigest = (seed = 0): Digest => `sha256:${hexadecimal(seed, 64)}`;

export function sampleLayer(overrides: Partial<MeasuredLayer> = {}): MeasuredLayer {
  const diskBytes = overrides.diskBytes ?? 10_000_000;
  return {
    diffId: sampleDigest(),
    digest: null,
    diskBytes,
    downloadBytes: downloadOf(diskBytes),
    files: 100,
    origin: 'own',
    instruction: 'RUN make install',
    location: { file: 'Dockerfile', firstLine: 3, lastLine: 3, stage: '0' },
    attribution: 'provenance',
    upstream: null,
    ...overrides,
  };
}

/** Totals are those of the layers. */
export function sampleMeasurement(overrides: Partial<Measurement> = {}): Measurement {
  const layers = overrides.layers ?? [sampleLayer()];
  return {
    version: 1,
    name: 'app',
    platform: 'linux/amd64',
    source: { kind: 'docker', reference: 'app:latest' },
    store: 'containerd',
    commit: sampleCommit(),
    created: '2026-11-20T10:00:00.000Z',
    diskBytes: layers.reduce((total, layer) => total + layer.diskBytes, 0),
    downloadBytes: layers.reduce<number | null>(
      (total, { downloadBytes }) => (total === null || downloadBytes === null ? null : total + downloadBytes),
      0,
    ),
    deadBytes: 0,
    files: layers.reduce((total, layer) => total + layer.files, 0),
    layers,
    bases: null,
    buildArgs: null,
    build: null,
    ...overrides,
  };
}

export function sampleFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    rule: 'apt-lists-left-behind',
    aliases: ['DL3009'],
    severity: 'warning',
    message: "apt's package lists stay in the layer",
    location: { file: 'Dockerfile', firstLine: 3, lastLine: 3, firstColumn: 5, lastColumn: 30 },
    price: { diskBytes: 20_100_000, downloadBytes: 8_040_000, measured: true },
    baseSaving: null,
    evidence: ['20.1 MB in 12 files below /var/lib/apt/lists'],
    fix: null,
    ...overrides,
  };
}

/** A fix of whole lines. */
export function sampleFix(lines: Partial<ChangedLines> = {}, safe = true): NonNullable<Finding['fix']> {
  const change = { file: 'Dockerfile', firstLine: 3, before: ['RUN a'], after: ['RUN b'], ...lines };
  const { file, firstLine, before, after } = change;
  const lastLine = firstLine + before.length;
  const place = { file, firstLine, lastLine, firstColumn: 1, lastColumn: 1 };
  return { safe, edits: [{ ...place, text: after.map((line) => `${line}\n`).join('') }], lines: [change] };
}

/** A limit on the growth of the image that is not kept. */
export function sampleBudget(overrides: Partial<BudgetResult> = {}): BudgetResult {
  return {
    budget: 'max-increase',
    scope: null,
    limit: '5%',
    level: 'fail',
    counts: 'yours',
    metric: 'disk',
    unit: 'bytes',
    actual: 200,
    limitValue: 50,
    estimated: false,
    status: 'fail',
    excused: false,
    undo: [],
    message: 'grew by 200 B (+20%): 150 B over max-increase 5%',
    ...overrides,
  };
}

/** One layer before and after; null where it is not there. */
export interface LayerStep extends Partial<Pick<Change, 'cause' | 'evidence' | 'assumed'>> {
  readonly instruction: string;
  readonly line: number | null;
  readonly before: number | null;
  readonly after: number | null;
  /** What they leave of the layer is a row `other`. */
  readonly children?: readonly ChildStep[];
}

/** One row below a layer. */
export interface ChildStep extends Partial<Pick<Change, 'package' | 'movedFrom' | 'movedTo' | 'storedAgain'>> {
  readonly kind: Exclude<Change['kind'], 'layer'>;
  readonly label: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly children?: readonly ChildStep[];
}

export interface SampleImage {
  readonly name?: string;
  readonly platform?: string;
  readonly layers?: readonly LayerStep[];
  /** Fields of the baseline; `kind: 'none'` leaves out what was before. */
  readonly baseline?: Partial<Baseline>;
  readonly budgets?: readonly BudgetResult[];
  readonly findings?: readonly Finding[];
  readonly suppressed?: readonly Suppressed[];
  readonly lint?: LintResult | null;
  readonly history?: readonly HistoryPoint[];
  readonly cost?: ImageReport['cost'];
  /** What the builds of the baseline and of the image took. */
  readonly builds?: Readonly<Record<'before' | 'after', Measurement['build']>>;
  /** False: no download size is known, as for an archive of a classic engine. */
  readonly downloads?: boolean;
  readonly file?: string;
}

const unchangedLayers: readonly LayerStep[] = [
  { instruction: 'FROM debian:bookworm-slim', line: null, before: 74_800_000, after: 74_800_000 },
  { instruction: 'COPY . /srv', line: 3, before: 45_200_000, after: 45_200_000 },
];

/** An image whose layers, changes and delta agree. */
export function sampleImage(options: SampleImage = {}): ImageReport {
  const { name = 'app', platform = 'linux/amd64', layers = unchangedLayers, downloads = true } = options;
  const { builds = { before: null, after: null } } = options;
  const side = (which: 'before' | 'after') => layers.flatMap((step, at) => layerOf(step, which, at, options));
  const current = sampleMeasurement({ name, platform, layers: side('after'), build: builds.after });
  const baseline: Baseline = {
    kind: 'exact',
    commit: sampleCommit(41),
    distance: 0,
    measurement: sampleMeasurement({
      ...{ name, platform, commit: sampleCommit(41), layers: side('before'), build: builds.before },
    }),
    reason: null,
    ...options.baseline,
  };
  const compared = baseline.kind !== 'none';
  const changes = compared ? layers.flatMap((step) => changeOf(step, downloads, options.file)) : [];
  return {
    name,
    platform,
    current,
    baseline: compared ? baseline : { ...baseline, commit: null, distance: null, measurement: null },
    delta: compared ? deltaOf(changes, baseline.measurement) : null,
    causes: compared ? causesOf(layers, changes) : null,
    changes,
    focus: null,
    budgets: [...(options.budgets ?? [])],
    longTerm: [],
    history: [...(options.history ?? [])],
    build: buildFigures(current, compared ? baseline.measurement : null),
    cost: options.cost ?? null,
    findings: [...(options.findings ?? [])],
    suppressed: [...(options.suppressed ?? [])],
    lint: options.lint ?? null,
  };
}

/** 1,200 bytes, 200 more than the baseline, by one layer. */
export const grownImage = (options: SampleImage = {}): ImageReport =>
  sampleImage({ layers: [{ instruction: 'RUN two', line: 2, before: 1000, after: 1200 }], ...options });

/** The same, never measured before. */
export const newImage = (): ImageReport => grownImage({ baseline: { kind: 'none', reason: 'nothing is stored yet' } });

function layerOf(step: LayerStep, side: 'before' | 'after', at: number, options: SampleImage): MeasuredLayer[] {
  const diskBytes = step[side];
  if (diskBytes === null) return [];
  const own = step.line !== null;
  return [
    sampleLayer({
      diffId: sampleDigest(step.before === step.after ? at : at + (side === 'after' ? 1000 : 2000)),
      diskBytes,
      downloadBytes: options.downloads === false ? null : downloadOf(diskBytes),
      origin: own ? 'own' : 'base',
      instruction: step.instruction,
      location: locationOf(step, options.file),
    }),
  ];
}

function changeOf(step: LayerStep, downloads: boolean, file: string | undefined): Change[] {
  if (step.before === step.after && step.children === undefined) return [];
  const { cause = 'yours', evidence = null, assumed = evidence === null } = step;
  const children = rowsBelow(step, { before: 0, after: 0 }, { cause, downloads });
  const size = (bytes: number | null) => sizeAt(0, bytes, downloads);
  const figures = figuresOf(size(step.before), size(step.after));
  const nowhere = { package: null, movedFrom: null, movedTo: null, storedAgain: false };
  return [
    {
      kind: 'layer',
      label: step.instruction,
      location: locationOf(step, file),
      ...figures,
      cause,
      evidence,
      assumed,
      ...nowhere,
      children,
    },
  ];
}

/** Bytes of the layer that lie before a row: downloads are shared out by them, so that every level adds up. */
type Offsets = Readonly<Record<'before' | 'after', number>>;

type Family = Pick<Change, 'cause'> & { readonly downloads: boolean };

function rowsBelow(step: LayerStep | ChildStep, start: Offsets, family: Family): Change[] {
  if (step.children === undefined || step.children.length === 0) return [];
  let at = start;
  return [...step.children, ...remainderOf(step, step.children)].map((child) => {
    const row = childOf(child, at, family);
    at = { before: at.before + (child.before ?? 0), after: at.after + (child.after ?? 0) };
    return row;
  });
}

function childOf(child: ChildStep, start: Offsets, family: Family): Change {
  const { kind, label, movedFrom = null, movedTo = null, storedAgain = false } = child;
  const size = (side: keyof Offsets) => sizeAt(start[side], child[side], family.downloads);
  return {
    kind,
    label,
    location: null,
    ...figuresOf(size('before'), size('after')),
    cause: family.cause,
    evidence: null,
    assumed: false,
    package: child.package ?? null,
    movedFrom,
    movedTo,
    storedAgain,
    children: rowsBelow(child, start, family),
  };
}

function remainderOf(step: LayerStep | ChildStep, children: readonly ChildStep[]): ChildStep[] {
  const left = (side: keyof Offsets) =>
    (step[side] ?? 0) - children.reduce((total, child) => total + (child[side] ?? 0), 0);
  const [before, after] = [left('before'), left('after')];
  if (before < 0 || after < 0) throw new Error(`the rows below ${step.before} → ${step.after} are more than that`);
  return before === 0 && after === 0 ? [] : [{ kind: 'other', label: 'other (37 files)', before, after }];
}

/** The size of `bytes` that follow `start` others. */
function sizeAt(start: number, bytes: number | null, downloads: boolean): Size | null {
  if (bytes === null) return null;
  return { diskBytes: bytes, downloadBytes: downloads ? downloadOf(start + bytes) - downloadOf(start) : null };
}

function figuresOf(before: Size | null, after: Size | null): Pick<Change, 'before' | 'after' | 'delta'> {
  const known = after?.downloadBytes !== null && before?.downloadBytes !== null;
  return {
    before,
    after,
    delta: {
      diskBytes: (after?.diskBytes ?? 0) - (before?.diskBytes ?? 0),
      downloadBytes: known ? (after?.downloadBytes ?? 0) - (before?.downloadBytes ?? 0) : null,
    },
  };
}

/** Null where no row says what its cause was told by. */
function causesOf(layers: readonly LayerStep[], changes: readonly Change[]): ImageReport['causes'] {
  if (layers.every(({ evidence }) => evidence === undefined)) return null;
  const sumOf = (cause: Change['cause']) =>
    changes
      .filter((change) => change.cause === cause)
      .reduce<Size>(
        (total, { delta }) => ({
          diskBytes: (total.diskBytes ?? 0) + (delta.diskBytes ?? 0),
          downloadBytes:
            total.downloadBytes === null || delta.downloadBytes === null
              ? null
              : total.downloadBytes + delta.downloadBytes,
        }),
        { diskBytes: 0, downloadBytes: 0 },
      );
  return { yours: sumOf('yours'), base: sumOf('base'), drift: sumOf('drift') };
}

function deltaOf(changes: readonly Change[], before: Measurement | null): NonNullable<ImageReport['delta']> {
  const diskBytes = changes.reduce((total, { delta }) => total + (delta.diskBytes ?? 0), 0);
  const known = changes.every(({ delta }) => delta.downloadBytes !== null);
  return {
    diskBytes,
    downloadBytes: known ? changes.reduce((total, { delta }) => total + (delta.downloadBytes ?? 0), 0) : null,
    percent: before === null || before.diskBytes === 0 ? null : (diskBytes / before.diskBytes) * 100,
  };
}

const locationOf = ({ line }: LayerStep, file = 'Dockerfile') =>
  line === null ? null : { file, firstLine: line, lastLine: line, stage: '0' };

const downloadOf = (diskBytes: number): number => Math.round(diskBytes * 0.4);

/** Without overrides: one image that did not change, and passes. */
export function sampleReport(overrides: Partial<Report> = {}): Report {
  return {
    version: 1,
    tool: { name: 'image-size-gate', version: '1.0.0' },
    created: '2026-11-21T10:00:00.000Z',
    verdict: 'pass',
    reasons: [],
    notices: [],
    metric: 'disk',
    repository: { url: 'https://github.com/octo/shop', commit: sampleCommit(99), pullRequest: 7 },
    images: [sampleImage()],
    ...overrides,
  };
}
