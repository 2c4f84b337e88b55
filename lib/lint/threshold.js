import { severity } from "../model/finding.js";
import { formatBytes } from "../units.js";
/** Holds findings against a threshold; null where they are only told. */
export function holdAgainst({ level, threshold }, findings) {
    if (level === 'off' || level === 'report')
        return null;
    const reaching = threshold === 'none' ? [] : findings.filter((finding) => gravity(finding.severity) >= gravity(threshold));
    const status = reaching.length === 0 ? 'pass' : level;
    return { level, threshold, findings: reaching.length, status, message: messageOf(threshold, reaching) };
}
const gravity = (one) => -severity.options.indexOf(one);
/** `2 findings of severity warning or worse, 41.2 MB to save: apt-lists-left-behind (Dockerfile:3) and 1 more`. */
function messageOf(threshold, reaching) {
    const grade = threshold === 'error' || threshold === 'none' ? 'error' : `${threshold} or worse`;
    const [first, ...others] = reaching.toSorted((a, b) => costOf(b) - costOf(a));
    if (first === undefined)
        return threshold === 'none' ? 'no finding counts' : `no finding of severity ${grade}`;
    const { rule, location } = first;
    const bytes = reaching.reduce((sum, { price }) => sum + (price?.diskBytes ?? 0), 0);
    const saving = bytes === 0 ? '' : `, ${formatBytes(bytes)} to save`;
    const place = location === null ? '' : ` (${location.file}:${location.firstLine})`;
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    const count = `${reaching.length} ${others.length === 0 ? 'finding' : 'findings'}`;
    return `${count} of severity ${grade}${saving}: ${rule}${place}${more}`;
}
const costOf = ({ price }) => price?.diskBytes ?? -1;
