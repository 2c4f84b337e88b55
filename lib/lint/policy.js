import { isCheck, suppress } from "./suppressions.js";
/** Applied behind the ledger: what is left out keeps its bytes to itself, so that no other finding is charged for them. */
export function applyPolicy(findings, policy) {
    const worthwhile = findings.filter(({ price }) => price === null || price.diskBytes >= policy.minPrice);
    const graded = worthwhile.map((finding) => ({ ...finding, severity: severityOf(finding, policy) }));
    return suppress(graded, policy.suppressions);
}
function severityOf({ rule, aliases, severity }, { severities, checksAreErrors }) {
    const code = [rule, ...aliases].find((name) => severities.has(name));
    const given = code === undefined ? undefined : severities.get(code);
    return given ?? (checksAreErrors && isCheck(rule) ? 'error' : severity);
}
