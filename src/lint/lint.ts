import type { Finding } from '../model/finding.ts';
import { priceDrafts } from './ledger.ts';
import { rules } from './rules/index.ts';
import type { LintSubject } from './subject.ts';

/** Every finding of our own rules, the most expensive first; unpriced ones behind, by line. */
export function lint(subject: LintSubject): Finding[] {
  const drafts = rules.flatMap((rule) => rule.check(subject).map((draft) => ({ rule, draft })));
  return priceDrafts(drafts, subject.layers ?? [], subject.dockerfile.path).sort(byPriceThenLine);
}

const byPriceThenLine = (a: Finding, b: Finding): number =>
  (b.price?.diskBytes ?? -1) - (a.price?.diskBytes ?? -1) ||
  (a.location?.firstLine ?? 0) - (b.location?.firstLine ?? 0);
