import { compareVersions } from "./version-order.js";
/** A package's versions on both sides, whichever row it is named in. */
export function describePackage({ manager, name }, owners) {
    const [before, after] = [
        owners?.before.versions({ manager, name }) ?? [],
        owners?.after.versions({ manager, name }) ?? [],
    ];
    return { manager, name, ...changedVersions(manager, before, after) };
}
/**
 * How a package's versions changed. Of one that is there in several versions (as node's packages are), those that stayed
 * are left out where others took the place of others.
 */
export function changedVersions(manager, before, after) {
    const [gone, come] = [before.filter((one) => !after.includes(one)), after.filter((one) => !before.includes(one))];
    const [old, current] = gone.length > 0 && come.length > 0 ? [gone, come] : [before, after];
    return { before: textOf(old), after: textOf(current), direction: directionOf(manager, old, current) };
}
function directionOf(manager, before, after) {
    if (before.length === 0)
        return 'added';
    if (after.length === 0)
        return 'removed';
    if (before.join('\n') === after.join('\n'))
        return 'same';
    const [[old], [current]] = [before, after];
    if (before.length > 1 || after.length > 1 || old == null || current == null)
        return 'changed';
    const order = compareVersions(manager, old, current);
    if (order === null || order === 0)
        return 'changed';
    return order < 0 ? 'upgraded' : 'downgraded';
}
/** Versions that are named; more are counted. */
const namedVersions = 3;
function textOf(versions) {
    const known = versions.filter((version) => version !== null);
    const more = known.length - namedVersions;
    const named = known.slice(0, namedVersions).join(', ');
    if (known.length === 0)
        return null;
    return more > 0 ? `${named} and ${more} more` : named;
}
