import type { Finding } from '../model/finding.ts';
import { priceDrafts } from './ledger.ts';
import { rules } from './rules/index.ts';
import type { LintSubject } from './subject.ts';

export interface LintOptions {
  /** Names of rules that are off by default, and are to be checked all the same. */
  readonly switchedOn: ReadonlySet<string>;
}

const defaults: LintOptions = { switchedOn: new Set() };

/** Every finding of our own rules, the most expensive first; unpriced ones behind, by line. */
export function lint(subject: LintSubject, { switchedOn }: LintOptions = defaults): Finding[] {
  const checked = rules.filter(({ name, offByDefault }) => !offByDefault || switchedOn.has(name));
  const drafts = checked.flatMap((rule) => rule.check(subject).map((draft) => ({ rule, draft })));
  return priceDrafts(drafts, subject.layers ?? [], subject.dockerfile.path).sort(byPriceThenLine);
}

const byPriceThenLine = (a: Finding, b: Finding): number =>
  (b.price?.diskBytes ?? -1) - (a.price?.diskBytes ?? -1) ||
  (a.location?.firstLine ?? 0) - (b.location?.firstLine ?? 0);
