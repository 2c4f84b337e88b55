import type { Finding } from './finding.ts';

/** What fixes save on disk, in bytes. */
export interface Saving {
  /** By the findings' prices; null where none has one, or another base image saves what no registry tells. */
  readonly predicted: number | null;
  /** The image before less the image after; null: not built. */
  readonly measured: number | null;
}

/** Fixes, held against builds without and with them. */
export interface Verification {
  /** A row for each fix, in their order; measured only where each was built alone. */
  readonly fixes: readonly ({ readonly finding: Finding } & Saving)[];
  /** All of them in one build. */
  readonly together: Saving;
  /** Whether the prediction for all of them was off by no more than `verificationTolerance`. */
  readonly holds: boolean;
}

/** What `fix` did, or would do. */
export interface FixReport {
  /** As they were found, edits too: where two wanted the same place, `diff` has what was made of both. */
  readonly fixed: readonly Finding[];
  /** Those that were made left no place for them: for the next run. */
  readonly deferred: readonly Finding[];
  /** Not asked for. */
  readonly unsafe: readonly Finding[];
  /** As patch(1) takes it; empty where nothing changes. */
  readonly diff: string;
  readonly written: boolean;
  /** Null: not asked for. */
  readonly verification: Verification | null;
}
