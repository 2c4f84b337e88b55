import type { Finding } from '../../src/model/finding.ts';
import type { Digest } from '../../src/model/image.ts';
import type { MeasuredLayer, Measurement } from '../../src/model/measurement.ts';
import type { Baseline, BudgetResult, Change, ImageReport, Report, Size } from '../../src/model/report.ts';

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
    evidence: ['20.1 MB in 12 files below /var/lib/apt/lists'],
    fix: null,
    ...overrides,
  };
}

/** One layer before and after; null where it is not there. */
export interface LayerStep {
  readonly instruction: string;
  readonly line: number | null;
  readonly before: number | null;
  readonly after: number | null;
}

export interface SampleImage {
  readonly name?: string;
  readonly platform?: string;
  readonly layers?: readonly LayerStep[];
  /** Fields of the baseline; `kind: 'none'` leaves out what was before. */
  readonly baseline?: Partial<Baseline>;
  readonly budgets?: readonly BudgetResult[];
  readonly findings?: readonly Finding[];
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
  const side = (which: 'before' | 'after') => layers.flatMap((step, at) => layerOf(step, which, at, options));
  const current = sampleMeasurement({ name, platform, layers: side('after') });
  const baseline: Baseline = {
    kind: 'exact',
    commit: sampleCommit(41),
    distance: 0,
    measurement: sampleMeasurement({ name, platform, commit: sampleCommit(41), layers: side('before') }),
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
    causes: null,
    changes,
    budgets: [...(options.budgets ?? [])],
    findings: [...(options.findings ?? [])],
  };
}

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

/** What a row says that nothing is known of but its sizes. */
const plainRow = {
  cause: 'yours',
  evidence: null,
  assumed: true,
  package: null,
  movedFrom: null,
  movedTo: null,
} as const;

function changeOf(step: LayerStep, downloads: boolean, file: string | undefined): Change[] {
  if (step.before === step.after) return [];
  const size = (bytes: number): Size => ({ diskBytes: bytes, downloadBytes: downloads ? downloadOf(bytes) : null });
  const before = size(step.before ?? 0);
  const after = size(step.after ?? 0);
  return [
    {
      kind: 'layer',
      label: step.instruction,
      location: locationOf(step, file),
      before: step.before === null ? null : before,
      after: step.after === null ? null : after,
      delta: {
        diskBytes: (after.diskBytes ?? 0) - (before.diskBytes ?? 0),
        downloadBytes: downloads ? (after.downloadBytes ?? 0) - (before.downloadBytes ?? 0) : null,
      },
      ...plainRow,
      children: [],
    },
  ];
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
