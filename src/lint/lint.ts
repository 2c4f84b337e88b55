import type { Finding } from '../model/finding.ts';
import { priceDrafts } from './ledger.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import type { LintSubject } from './subject.ts';

export interface LintOptions {
  /** Rules that are switched on (true) or off, by name or alias; the others are as they are by default. */
  readonly switches: ReadonlyMap<string, boolean>;
}

const defaults: LintOptions = { switches: new Map() };

/** Every finding of our own rules, the most expensive first (another base by what it saves at least); unpriced ones behind, by line. */
export function lint(subject: LintSubject, { switches }: LintOptions = defaults): Finding[] {
  const checked = rules.filter((rule) => isOn(rule, switches));
  const drafts = checked.flatMap((rule) => rule.check(subject).map((draft) => ({ rule, draft })));
  return priceDrafts(drafts, subject).sort(byPriceThenLine);
}

function isOn({ name, aliases, offByDefault }: Rule, switches: LintOptions['switches']): boolean {
  const code = [name, ...aliases].find((known) => switches.has(known));
  return (code === undefined ? undefined : switches.get(code)) ?? !offByDefault;
}

/** The names of our rules, and other linters' codes for them. */
export const ruleCodes: ReadonlySet<string> = new Set(rules.flatMap(({ name, aliases }) => [name, ...aliases]));

const byPriceThenLine = (a: Finding, b: Finding): number =>
  savingOf(b) - savingOf(a) || (a.location?.firstLine ?? 0) - (b.location?.firstLine ?? 0);

const savingOf = ({ price, baseSaving }: Finding): number => price?.diskBytes ?? baseSaving?.leastBytes ?? -1;
