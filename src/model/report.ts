import * as z from 'zod';
import { finding } from './finding.ts';
import { commitId, location, measurement } from './measurement.ts';
import { packageManager } from './packages.ts';

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
 * estimates: the layer's, shared out by disk size.
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
  /** The same content's earlier path, in this layer or another; for files only. */
  movedFrom: string | null;
  /** The same content's later path, of a file that is gone from here. */
  movedTo: string | null;
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
  movedFrom: z.string().nullable().describe("The same content's earlier path; for files only"),
  movedTo: z.string().nullable().describe("The same content's later path, of a file that is gone from here"),
  children: z.array(z.lazy(() => change)).describe('They add up to this row; the smaller ones in one row `other`'),
});

export const verdict = z.enum(['pass', 'warn', 'fail', 'accepted']);
export type Verdict = z.infer<typeof verdict>;

/** A limit and what became of it. `unknown`: there is nothing to hold it against. */
export const budgetResult = z.object({
  budget: z.enum(['max-size', 'max-increase']),
  limit: z.string().describe('As the user wrote it'),
  metric,
  status: z.enum(['pass', 'warn', 'fail', 'unknown']),
  actualBytes: signed.nullable().describe('What was held against the limit'),
  limitBytes: signed.nullable(),
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
  findings: z.array(finding),
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
