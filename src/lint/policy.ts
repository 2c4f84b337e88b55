import type { Finding, Severity } from '../model/finding.ts';
import type { Suppressed } from '../model/lint.ts';
import { isCheck, type Suppression, suppress } from './suppressions.ts';

/** What becomes of what is found. */
export interface LintPolicy {
  readonly suppressions: readonly Suppression[];
  /** Other severities than the rules' own, by a rule's name or another linter's code. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** BuildKit's checks are errors. */
  readonly checksAreErrors: boolean;
  /** Disk bytes, of another base image download bytes: what is known to save less is dust. */
  readonly minPrice: number;
}

/** Applied behind the ledger: what is left out keeps its bytes to itself, so that no other finding is charged for them. */
export function applyPolicy(
  findings: readonly Finding[],
  policy: LintPolicy,
): { readonly findings: Finding[]; readonly suppressed: Suppressed[] } {
  const worthwhile = findings.filter((finding) => (mostSaved(finding) ?? policy.minPrice) >= policy.minPrice);
  const graded = worthwhile.map((finding) => ({ ...finding, severity: severityOf(finding, policy) }));
  return suppress(graded, policy.suppressions);
}

/** Null: not about size, or not known. */
const mostSaved = ({ price, baseSaving }: Finding): number | null => price?.diskBytes ?? baseSaving?.mostBytes ?? null;

function severityOf({ rule, aliases, severity }: Finding, { severities, checksAreErrors }: LintPolicy): Severity {
  const code = [rule, ...aliases].find((name) => severities.has(name));
  const given = code === undefined ? undefined : severities.get(code);
  return given ?? (checksAreErrors && isCheck(rule) ? 'error' : severity);
}
