import semver from 'semver';
import { UserError } from "../errors.js";
/** The first with `BUILDX_METADATA_PROVENANCE`: without it no layer could be traced to its line. */
export const OLDEST_BUILDX = '0.14.0';
/** The first with `--call=check`. */
export const OLDEST_BUILDX_FOR_CHECK = '0.15.0';
/** The first whose BuildKit (0.11) knows provenance. */
export const OLDEST_ENGINE = '24.0.0';
/** The first that exports to several places in one build: needed to push and to measure. */
export const OLDEST_BUILDKIT_FOR_PUSH = '0.13.0';
/**
 * The version that a text begins with or names: `28.5.2+dfsg4`, `v0.17.1-desktop.1`,
 * `github.com/docker/buildx 0.29.1+ds1 0.29.1+ds1-4`. Null where there is none.
 */
export function parseVersion(text) {
    return semver.coerce(/(?:^|\s)v?(\d+\.\d+[^\s]*)/.exec(text)?.[1]);
}
/** Whether `text` names a version of at least `oldest`; true for a build without a number (`v0.0.0+unknown`). */
export function isAtLeast(text, oldest) {
    const version = parseVersion(text);
    return version === null || semver.eq(version, '0.0.0') || semver.gte(version, oldest);
}
export function requireVersion(program, text, oldest, hint) {
    if (isAtLeast(text, oldest))
        return;
    throw new UserError(`${program} ${parseVersion(text)} is too old: ${oldest} or newer is needed.`, { hint });
}
