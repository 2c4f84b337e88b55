import * as z from 'zod';
import { finding } from './finding.ts';
import { lintResult, suppressed } from './lint.ts';
import { commitId, location, measurement } from './measurement.ts';
import { packageManager } from './packages.ts';
import { trendPoint } from './record.ts';

const signed = z.int();

/** A size by both metrics; null where it is not known. */
export const size = z.object({ diskBytes: z.int().nullable(), downloadBytes: z.int().nullable() });
export type Size = z.infer<typeof size>;

export const metric = z.enum(['disk', 'download']);
export type Metric = z.infer<typeof metric>;

export const cause = z.enum(['yours', 'base', 'drift']);
export type Cause = z.infer<typeof cause>;

/** A package on both sides, or on one. */
export const packageChange = z.object({
  manager: packageManager,
  name: z.string(),
  before: z.string().nullable().describe('Version; null: not there, or without one'),
  after: z.string().nullable(),
  direction: z
    .enum(['added', 'removed', 'upgraded', 'downgraded', 'changed', 'same'])
    .describe('`changed`: other versions whose order is not known; `same`: the version stayed'),
});
export type PackageChange = z.infer<typeof packageChange>;

/**
 * One row of what changed; a level's rows add up to the level above, to the byte. Download sizes below a layer are
 * estimates: the layer's, shared out by what the marks of its blob say, else by disk size.
 */
export interface Change {
  kind: 'layer' | 'package' | 'directory' | 'file' | 'other';
  label: string;
  location: z.infer<typeof location> | null;
  /** Null: the row does not exist on that side. */
  before: Size | null;
  after: Size | null;
  delta: Size;
  /** Whose doing; rows below a layer have the layer's. */
  cause: Cause;
  /** What the cause was told by; null below a layer. */
  evidence: string | null;
  /** The evidence does not prove the cause: it is the author's until something says otherwise. */
  assumed: boolean;
  /** Set on rows of packages only. */
  package: PackageChange | null;
  /** The same content's earlier path, in this layer or another; for files, and directories that moved as a whole. */
  movedFrom: string | null;
  /** The same content's later path, of what is gone from here. */
  movedTo: string | null;
  /** A lower layer of the image has the same path: it is there once more, as after a chown. */
  storedAgain: boolean;
  children: Change[];
}

export const change: z.ZodType<Change> = z.object({
  kind: z.enum(['layer', 'package', 'directory', 'file', 'other']),
  label: z.string(),
  location: location.nullable(),
  before: size.nullable().describe('Null: not there before'),
  after: size.nullable().describe('Null: not there any more'),
  delta: size,
  cause,
  evidence: z.string().nullable().describe('What the cause was told by; null below a layer'),
  assumed: z.boolean().describe('The evidence does not prove the cause: `yours` until something says otherwise'),
  package: packageChange.nullable(),
  movedFrom: z.string().nullable().describe("The same content's earlier path; for files and whole directories"),
  movedTo: z.string().nullable().describe("The same content's later path, of what is gone from here"),
  storedAgain: z
    .boolean()
    .default(false)
    .describe('New in its layer, but not in the image: a lower layer has the path too, as before a chown'),
  children: z.array(z.lazy(() => change)).describe('They add up to this row; the smaller ones in one row `other`'),
});

export const verdict = z.enum(['pass', 'warn', 'fail', 'accepted']);
export type Verdict = z.infer<typeof verdict>;

export const budgetName = z.enum([
  'max-size',
  'max-increase',
  'max-waste',
  'max-layers',
  'max-build-time',
  'min-cached-steps',
]);
export type BudgetName = z.infer<typeof budgetName>;

/** What a budget is about, where it is not the whole image. */
export const budgetScope = z.object({
  kind: z.enum(['path', 'package', 'layer']),
  pattern: z.string().describe('As the user wrote it'),
});
export type BudgetScope = z.infer<typeof budgetScope>;

export const budgetLevel = z.enum(['warn', 'fail']);
export type BudgetLevel = z.infer<typeof budgetLevel>;

/** What a limit on growth counts. */
export const counts = z.enum(['yours', 'all']);
export type Counts = z.infer<typeof counts>;

/** What would get the figure below the limit, if it were not there. */
export const undoing = z.object({
  kind: z.enum(['layer', 'package', 'directory', 'file']),
  label: z.string(),
  location: location.nullable(),
  amount: signed.describe("By how much, in the budget's unit"),
});
export type Undoing = z.infer<typeof undoing>;

/** A limit and what became of it. `unknown`: there is nothing to hold it against. */
export const budgetResult = z.object({
  budget: budgetName,
  scope: budgetScope.nullable().describe('Null: the whole image'),
  limit: z.string().describe('As the user wrote it'),
  level: budgetLevel.describe('What it is to be over the limit'),
  counts: counts.nullable().describe('Null: no limit on growth'),
  metric: metric.nullable().describe('Null: the figures are not bytes'),
  unit: z.enum(['bytes', 'layers', 'seconds', 'share']).describe('Of the figures; a share is a number from 0 to 1'),
  actual: z.number().nullable().describe('What was held against the limit; null: not known'),
  limitValue: z.number().nullable().describe('Null: a percentage of what is not known'),
  estimated: z.boolean().describe("The figures are shares of a layer's download size"),
  status: z.enum(['pass', 'warn', 'fail', 'unknown']),
  excused: z.boolean().describe('Over the limit as the baseline was already, and not further: a warning at most'),
  undo: z
    .array(undoing)
    .describe('The fewest that get below the limit, largest first; empty: none is known, or none is needed'),
  message: z.string(),
});
export type BudgetResult = z.infer<typeof budgetResult>;

export const baseline = z.object({
  kind: z.enum(['exact', 'ancestor', 'rebuilt', 'reference', 'file', 'none']),
  commit: commitId.nullable(),
  distance: z.int().nonnegative().nullable().describe('First-parent steps from the commit that was asked for'),
  measurement: measurement.nullable(),
  reason: z.string().nullable().describe('Why there is none, or what was odd about it'),
});
export type Baseline = z.infer<typeof baseline>;

/** The change since an older record of the same line. */
export const longTermChange = z.object({
  commit: commitId,
  created: z.iso.datetime().describe('When that record was measured'),
  records: z.int().positive().describe('How many records back'),
  days: z.number().nonnegative().describe('How many days back'),
  delta: z.object({ diskBytes: signed, downloadBytes: signed.nullable() }),
  percent: z.number().nullable().describe('Of the metric that the budgets use'),
  exceeds: z.boolean().describe('In sum it is more than `max-increase` of the image allows at once; never fails'),
  message: z.string(),
});
export type LongTermChange = z.infer<typeof longTermChange>;

/** An earlier size of the image, of the commits that led to the measured one. */
export const historyPoint = trendPoint.pick({ commit: true, created: true, diskBytes: true }).extend({
  downloadBytes: trendPoint.shape.downloadBytes.describe('Null: not known, or compressed by another image store'),
});
export type HistoryPoint = z.infer<typeof historyPoint>;

/** In the currency, to a millionth; null: the download size is not known. */
const costFigure = z.object({ total: z.number().nullable(), delta: z.number().nullable() });
export type CostFigure = z.infer<typeof costFigure>;

export const cost = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  storagePerMonth: costFigure.nullable().describe('As if no layer were shared; null: no price'),
  transferPerPull: costFigure.nullable().describe('Of a pull that has no layer yet; null: no price'),
  transferPerMonth: costFigure.nullable().describe('Of all pulls; null: no price, or not known how many'),
});
export type Cost = z.infer<typeof cost>;

/** One figure of a build; null where it is not known. */
const buildFigure = z.object({
  before: z.number().nullable(),
  after: z.number().nullable(),
  delta: z.number().nullable(),
});
export type BuildFigure = z.infer<typeof buildFigure>;

export const imageReport = z.object({
  name: z.string(),
  platform: z.string(),
  current: measurement,
  baseline,
  delta: z
    .object({ diskBytes: signed, downloadBytes: signed.nullable(), percent: z.number().nullable() })
    .nullable()
    .describe('Null without a baseline; percent is of the metric that the budgets use'),
  causes: z.object({ yours: size, base: size, drift: size }).nullable(),
  changes: z.array(change),
  focus: z
    .object({ path: z.string(), delta: size })
    .nullable()
    .describe('Set where `changes` tell only of what lies at or below a path of the image, and what they add up to'),
  budgets: z.array(budgetResult),
  longTerm: z
    .array(longTermChange)
    .describe('The same against older records, where there are any: growth in steps too small for a budget'),
  history: z
    .array(historyPoint)
    .max(30)
    .default([])
    .describe('The last records that led here, oldest first; this measurement is not among them'),
  build: z
    .object({
      seconds: buildFigure,
      cachedShare: buildFigure.describe('Of the steps, from 0 to 1'),
      contextBytes: buildFigure,
    })
    .nullable()
    .default(null)
    .describe("`current.build` beside the baseline's; null: not built here"),
  cost: cost.nullable().default(null).describe('By the download size; null: no prices are given'),
  findings: z.array(finding),
  suppressed: z.array(suppressed).describe('Findings that were left out because a comment or a file asks for it'),
  lint: lintResult.nullable().describe('Null: findings are told, and never change the verdict'),
});
export type ImageReport = z.infer<typeof imageReport>;

/** Everything that one run computed; every rendering is made from it alone. Published as schema/report-v1.json. */
export const report = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.literal('image-size-gate'), version: z.string() }),
  created: z.iso.datetime(),
  verdict,
  reasons: z.array(z.string()).describe('One sentence for each budget that is not met'),
  notices: z.array(z.string()).describe('What the reader should know about how this was computed'),
  metric,
  repository: z
    .object({ url: z.string(), commit: commitId.nullable(), pullRequest: z.int().positive().nullable() })
    .nullable()
    .describe('For links; null outside a forge'),
  images: z.array(imageReport),
});
export type Report = z.infer<typeof report>;
