import { priceDrafts } from "./ledger.js";
import { rules } from "./rules/index.js";
const defaults = { switches: new Map() };
/** Every finding of our own rules, the most expensive first; unpriced ones behind, by line. */
export function lint(subject, { switches } = defaults) {
    const checked = rules.filter((rule) => isOn(rule, switches));
    const drafts = checked.flatMap((rule) => rule.check(subject).map((draft) => ({ rule, draft })));
    return priceDrafts(drafts, subject).sort(byPriceThenLine);
}
function isOn({ name, aliases, offByDefault }, switches) {
    const code = [name, ...aliases].find((known) => switches.has(known));
    return (code === undefined ? undefined : switches.get(code)) ?? !offByDefault;
}
/** The names of our rules, and other linters' codes for them. */
export const ruleCodes = new Set(rules.flatMap(({ name, aliases }) => [name, ...aliases]));
const byPriceThenLine = (a, b) => (b.price?.diskBytes ?? -1) - (a.price?.diskBytes ?? -1) ||
    (a.location?.firstLine ?? 0) - (b.location?.firstLine ?? 0);
