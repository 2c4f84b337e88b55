import type { FailureThreshold, LintLevel } from './lint.ts';
import type { BudgetLevel, BudgetName, BudgetScope, Counts, Metric } from './report.ts';

/** What docker/build-push-action calls by the same names; lists hold one value each, as the user wrote it. */
export interface BuildSettings {
  readonly context: string;
  readonly file: string | null;
  readonly target: string | null;
  readonly buildArgs: readonly string[];
  readonly buildContexts: readonly string[];
  readonly secrets: readonly string[];
  readonly secretEnvs: readonly string[];
  readonly secretFiles: readonly string[];
  readonly ssh: readonly string[];
  readonly builder: string | null;
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly load: boolean;
  readonly push: boolean;
  readonly pull: boolean;
  readonly noCache: boolean;
  readonly network: string | null;
  readonly addHosts: readonly string[];
  readonly allow: readonly string[];
  readonly ulimit: readonly string[];
  readonly shmSize: string | null;
  readonly platform: string | null;
}

/** A limit with the text that the user wrote, for messages. */
export interface Limit {
  readonly text: string;
  /** Percent: of the baseline for growth, of the image for waste, of the steps for the cache. */
  readonly unit: 'bytes' | 'percent' | 'layers' | 'seconds';
  readonly value: number;
}

/** One limit; what the user wrote as two (`5%, 20MB`) are two. */
export interface Budget {
  readonly name: BudgetName;
  /** Null: the whole image. */
  readonly scope: BudgetScope | null;
  readonly limit: Limit;
  /** For limits in bytes. */
  readonly metric: Metric;
  /** For limits on growth. */
  readonly counts: Counts;
  readonly level: BudgetLevel;
}

/** What is looked for in the Dockerfile, and what becomes of it. */
export interface LintSettings {
  readonly level: LintLevel;
  /** Null: as `.hadolint.yaml` has it, else `warning`. */
  readonly threshold: FailureThreshold | null;
  /** Disk bytes: what is priced, and at less, is not told. */
  readonly minPrice: number;
  /** Rules that are switched on (true) or off, by name or by another linter's code. */
  readonly rules: ReadonlyMap<string, boolean>;
  /** What one layer may take on disk; null: no limit. */
  readonly maxLayerBytes: number | null;
  /** Whether registries are asked what other base images take to download. */
  readonly baseLookup: boolean;
}

/** What registries charge; each null where it is not given. */
export interface CostPrices {
  /** ISO 4217. */
  readonly currency: string;
  /** Billionths of the currency for a GB of 1000³ bytes. */
  readonly storagePerGbMonth: number | null;
  readonly transferPerGb: number | null;
  readonly pullsPerMonth: number | null;
}

/** Which findings are annotated on a pull request. */
export type AnnotationFilter = 'changed-lines' | 'all';

export type CommentPolicy = 'always' | 'on-change' | 'on-failure' | 'never';

/** What is measured: a build of ours, or an image that an earlier step built. */
export type Subject =
  | { readonly kind: 'build'; readonly build: BuildSettings }
  | {
      readonly kind: 'image';
      readonly reference: string;
      /** Null: the only one there is, else this machine's. */
      readonly platform: string | null;
      readonly file: string | null;
      readonly target: string | null;
    };

/** Action inputs, configuration file or command-line flags, validated and merged. */
export interface Settings {
  readonly subject: Subject;
  /** Null: named by `defaultName`. */
  readonly name: string | null;
  readonly budgets: readonly Budget[];
  readonly metric: Metric;
  readonly lint: LintSettings;
  /** Null: no prices are given. */
  readonly cost: CostPrices | null;
  readonly filter: AnnotationFilter;
  readonly baseRef: string | null;
  readonly githubToken: string | null;
  readonly comment: CommentPolicy;
  /** Null: the image's name, so that the gates of several images never share a comment. */
  readonly commentKey: string | null;
  /** Whether safe fixes of lines that a pull request changes are suggested there. */
  readonly suggestions: boolean;
  /** Absolute. */
  readonly workingDirectory: string;
  readonly reportFile: string | null;
  readonly htmlFile: string | null;
  readonly sarifFile: string | null;
  readonly badgeFile: string | null;
  /** What a layer may unpack to, in bytes; null: the readers' own bound. */
  readonly maxUnpacked: number | null;
}
