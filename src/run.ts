import { openBaseLookup } from './base-lookup.ts';
import { type FoundBaseline, findBaseline, type LookupSources } from './baseline/lookup.ts';
import { prune } from './baseline/prune.ts';
import { lineTo, makeRecord, outgrown } from './baseline/trend.ts';
import { assembleReport } from './compare/assemble-report.ts';
import { fileTree } from './compare/file-tree.ts';
import { judge } from './compare/judge.ts';
import { recordSide, weighedSide } from './compare/side.ts';
import { explainError } from './errors.ts';
import { lintAll, refuseUnknownRules, startChecks, withBase } from './findings.ts';
import type { Occasion } from './github/context.ts';
import { ownPlatform } from './image/oci.ts';
import type { FileTree } from './model/file-tree.ts';
import type { KnownLayer, KnownLayers } from './model/image.ts';
import type { BaselineRecord, RecordKey } from './model/record.ts';
import type { Report } from './model/report.ts';
import type { Settings } from './model/settings.ts';
import type { Seams } from './seams.ts';
import { platformOf } from './settings/resolve.ts';
import { type Weighed, weighAnd } from './weigh.ts';

/** What a run is about, beside the settings. */
export interface Plan {
  /** The image's. */
  readonly name: string;
  readonly commit: string | null;
  readonly occasion: Occasion;
  /** Null: there is no repository, so there are no baselines. */
  readonly baselines: LookupSources | null;
  readonly repository: Report['repository'];
  /** The repository's root, absolute. */
  readonly root: string;
  /** Commits whose baselines must stay, as open pull requests compare with them; null: not known, so all must. */
  readonly needed: () => Promise<ReadonlySet<string> | null>;
  /** Where in the image to tell of changes; null: everywhere. */
  readonly path: string | null;
}

export interface Outcome {
  readonly report: Report;
  /** The files of the report's images, for a page; computed at the call. */
  readonly trees: () => readonly (FileTree | null)[];
  /** Stores the measurement as a baseline; null where this run is not to. Never rejects: what went wrong is a notice. */
  readonly record: (() => Promise<readonly string[]>) | null;
}

/** The gate, from the build to the report. Publishing is the caller's: an action and a terminal do it differently. */
export async function run(settings: Settings, plan: Plan, seams: Seams): Promise<Outcome> {
  const { name, commit, root } = plan;
  const { subject, workingDirectory, maxUnpacked, budgets, metric, cost } = settings;
  refuseUnknownRules(settings.lint);

  const lookUp = baselineLookup(plan);
  let found = noRepository;
  const known = async (platform: string) => {
    found = await lookUp(platform);
    return knownLayersOf(found.record);
  };
  // Beside the build, as the checks are: none waits for another.
  const early = lookUp(platformOf(subject) ?? ownPlatform()).catch(() => undefined);
  const bases = openBaseLookup(settings.lint, seams);
  bases.begin(subject, { workingDirectory, root }).catch(() => undefined);
  const isChecked = subject.kind === 'build' && settings.lint.level !== 'off';
  const checks = isChecked ? startChecks(subject.build, { workingDirectory, root }, seams) : null;
  const weighable = { subject, name, commit, workingDirectory, root, known, maxUnpacked };
  return await weighAnd(weighable, seams, async (weighed) => {
    const linted = await withBase(weighed, bases);
    const lint = lintAll(linted, await checks, settings.lint, { workingDirectory, root }, seams.log);
    const current = weighedSide(weighed);
    const before = found.record && recordSide(found.record);
    const image = judge({
      current,
      baseline: found.baseline,
      before,
      line: lineTo(found.record),
      lint,
      budgets,
      metric,
      cost,
      path: plan.path,
    });
    const notice = plan.occasion.kind === 'measure' ? plan.occasion.notice : null;
    const report = assembleReport({
      images: [image],
      metric,
      enforcement: plan.occasion.kind === 'gate' ? 'gate' : 'record',
      notices: [...(notice === null ? [] : [notice]), ...found.notices],
      repository: plan.repository,
      created: seams.clock(),
    });
    return { report, trees: () => [fileTree(current, before)], record: recorder(plan, weighed, found.record) };
  }).finally(() => early);
}

const without = (reason: string): FoundBaseline => ({
  baseline: { kind: 'none', commit: null, distance: null, measurement: null, reason },
  record: null,
  notices: [],
});

const noRepository = without('There is no git repository here.');

/** Looks the baseline of a platform up, once, whoever asks first: the builder's platform is known late, but seldom another. */
function baselineLookup({ name, occasion, baselines }: Plan): (platform: string) => Promise<FoundBaseline> {
  const started = new Map<string, Promise<FoundBaseline>>();
  return (platform) => {
    const found =
      started.get(platform) ??
      (baselines === null
        ? Promise.resolve(occasion.baseline.kind === 'none' ? without(occasion.baseline.reason) : noRepository)
        : findBaseline(occasion.baseline, { image: name, platform }, baselines));
    started.set(platform, found);
    return found;
  };
}

function knownLayersOf(record: BaselineRecord | null): KnownLayers {
  const known = new Map<KnownLayer['diffId'], KnownLayer>();
  if (record === null) return known;
  for (const { diffId, digest, downloadBytes } of record.measurement.layers) {
    const index = record.layers.get(diffId);
    const marks = (digest && record.marks.get(digest)) ?? null;
    // Read once more, an index of an older version knows again what is collected for packages.
    if (index?.collected) {
      known.set(diffId, { diffId, digest, downloadBytes, marks, store: record.measurement.store, index });
    }
  }
  return known;
}

function recorder(plan: Plan, weighed: Weighed, previous: BaselineRecord | null): Outcome['record'] {
  const { occasion, baselines, name } = plan;
  if (occasion.kind !== 'record' || baselines === null) return null;
  const { image, measurement } = weighed;
  const key: RecordKey = { image: name, platform: measurement.platform };
  return async () => {
    try {
      await baselines.store.save(key, occasion.commit, makeRecord(measurement, image.layers, previous));
      if (outgrown(previous).length === 0) return [];
      const needed = await plan.needed();
      const notice = needed === null ? null : await prune(baselines.store, key, previous, needed);
      return notice === null ? [] : [notice];
    } catch (error) {
      return [`The baseline was not stored: ${explainError(error)}`];
    }
  };
}
