import { UserError } from "../errors.js";
/**
 * `refs/image-size/<image>/<platform>/<commit>`: image and platform as slugs.
 *
 * A slug keeps `a-z`, `0-9` and `-`; every other byte of the UTF-8 text is `_` and two hexadecimal digits. So it is
 * reversible, follows git's rules for refs (no `..`, `~`, `.lock` …: git-check-ref-format(1)), and two names that differ
 * in case only do not meet on a file system that folds case.
 */
const root = 'refs/image-size';
/** File systems take 255 bytes for one part of a path, and git locks a ref by a file with `.lock` behind its name. */
const longestSlug = 250;
export function refPrefix({ image, platform }) {
    return `${root}/${slug(image)}/${slug(platform)}`;
}
export function formatRef(key, commit) {
    return `${refPrefix(key)}/${commit}`;
}
/** Null where the ref is not one that `formatRef` gives. */
export function parseRef(ref) {
    const parts = /^refs\/image-size\/([^/]+)\/([^/]+)\/([0-9a-f]{40}|[0-9a-f]{64})$/.exec(ref);
    if (parts === null)
        return null;
    const [, imageSlug = '', platformSlug = '', commit = ''] = parts;
    const image = unslug(imageSlug);
    const platform = unslug(platformSlug);
    return image === null || platform === null ? null : { key: { image, platform }, commit };
}
function slug(text) {
    const bytes = [...Buffer.from(text)];
    const escaped = bytes.map((byte) => {
        const character = String.fromCharCode(byte);
        return /[a-z0-9-]/.test(character) ? character : `_${byte.toString(16).padStart(2, '0')}`;
    });
    const result = escaped.join('');
    if (result === '' || result.length > longestSlug || !text.isWellFormed()) {
        throw new UserError(`"${text}" cannot name a baseline.`, {
            hint: 'Use a shorter name of letters, digits, "-", "_", "." and "/".',
        });
    }
    return result;
}
function unslug(text) {
    if (!/^([a-z0-9-]|_[0-9a-f]{2})+$/.test(text))
        return null;
    const bytes = Buffer.from(text.replace(/_(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1');
    const original = bytes.toString();
    return Buffer.from(original).equals(bytes) ? original : null;
}
