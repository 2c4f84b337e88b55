import type { Range } from '../model/dockerfile.ts';
import type { BaseSaving, Fix, Severity } from '../model/finding.ts';
import type { Entry } from '../model/image.ts';
import type { LintSubject } from './subject.ts';

/** Bytes that a finding answers for: one file in one layer. */
export interface Claim {
  readonly layer: number;
  readonly entry: Entry;
}

/** A finding before the ledger has priced it. */
export interface Draft {
  readonly message: string;
  readonly range: Range;
  /** Null: not about size, or no image at hand. Empty: it costs nothing, and is dropped. */
  readonly claims: readonly Claim[] | null;
  /**
   * Bytes of a layer above a limit, whichever files they are: those that no earlier finding has are the price. Unless
   * given, there is no limit.
   */
  readonly excess?: { readonly layer: number; readonly bytes: number };
  /** What other base images would save; unless given, it is not about the base image, or not known. */
  readonly baseSaving?: BaseSaving | null;
  readonly evidence: readonly string[];
  readonly fix: Fix | null;
}

/** One smell. A rule looks; the ledger prices; the renderers speak. */
export interface Rule {
  /** Also its folder's name. */
  readonly name: string;
  /** Other linters' codes for the same. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  /** `practice`: about how the file is written, at no price; unless said, a rule is about size. */
  readonly topic?: 'practice';
  /** Checked only where it is switched on by name. */
  readonly offByDefault?: true;
  readonly check: (subject: LintSubject) => readonly Draft[];
}
