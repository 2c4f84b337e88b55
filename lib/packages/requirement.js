/** Names that pip takes for the same (PEP 503). */
export const normalisedName = (name) => name.replaceAll(/[-_.]+/g, '-').toLowerCase();
/**
 * A requirement as `Requires-Dist` has it (PEP 508): `name[extra] (>=1.0); marker`. A marker that is not understood
 * holds. Null where there is no name.
 */
export function readRequirement(text, environment) {
    const [, name] = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)/.exec(text) ?? [];
    if (name === undefined)
        return null;
    const marker = text.slice(text.indexOf(';') + 1 || text.length);
    const applies = !holds(marker, environment) ? 'never' : /\bextra\b/.test(marker) ? 'extra' : 'always';
    return { name: normalisedName(name), applies };
}
/** Whether no part of a marker is known to be false; one with `or` or brackets is not taken apart. */
function holds(marker, environment) {
    if (/\bor\b|[()]/.test(marker))
        return true;
    return marker.split(/\band\b/).every((part) => isMet(part, environment) !== false);
}
/** Null where that can't be told. */
function isMet(comparison, { pythonVersion }) {
    const [, variable = '', operator = '', value = ''] = /^\s*(\w+)\s*(===?|!=|<=|>=|<|>)\s*["']([^"']*)["']\s*$/.exec(comparison) ?? [];
    if (variable === 'python_version')
        return pythonVersion === null ? null : compare(pythonVersion, operator, value);
    const actual = linux[variable];
    if (actual === undefined)
        return null;
    if (operator === '==')
        return actual === value;
    return operator === '!=' ? actual !== value : null;
}
/** What the variables of a marker say in every image of Linux. */
const linux = { sys_platform: 'linux', os_name: 'posix', platform_system: 'Linux' };
function compare(actual, operator, wanted) {
    if (!/^\d+(?:\.\d+)?$/.test(wanted))
        return null;
    const [[major = 0, minor = 0], [wantedMajor = 0, wantedMinor = 0]] = [actual, wanted].map((text) => text.split('.').map(Number));
    const order = major - wantedMajor || minor - wantedMinor;
    switch (operator) {
        case '==':
            return order === 0;
        case '!=':
            return order !== 0;
        case '<':
            return order < 0;
        case '<=':
            return order <= 0;
        case '>':
            return order > 0;
        case '>=':
            return order >= 0;
        default:
            return null;
    }
}
