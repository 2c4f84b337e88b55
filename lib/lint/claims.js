import { pathText } from "../analysis/path.js";
import { formatBytes } from "../units.js";
/**
 * The files that `layer` brought, that are still there at the end and that `matches` under each of their names (by path,
 * latin1, no leading slash): what has another name besides (a hard link) would stay if this one went. One that a later
 * layer wrote again with the same content (chown) is there still.
 */
export function keptFiles(layer, matches) {
    const claims = [];
    for (const entry of layer.live) {
        const names = layer.names.get(entry);
        if (names === undefined ? matches(entry.path) : names.every(matches))
            claims.push({ layer: layer.index, entry });
    }
    for (const { entry, how } of layer.hidden) {
        if (how === 'metadata' && matches(entry.path))
            claims.push({ layer: layer.index, entry });
    }
    return claims;
}
/** What a price was made of, in words; nothing without an image. */
export const evidenceOf = (claims) => claims === null ? [] : [describeFiles(claims.map(({ entry }) => entry))];
/** `52 files, among them /a (1 MB), /b (20 kB)`: how many, and the largest three. */
export function describeFiles(entries) {
    const largest = [...entries].sort((a, b) => b.size - a.size).slice(0, 3);
    const names = largest.map((entry) => `${pathText(entry.path)} (${formatBytes(entry.size)})`).join(', ');
    const count = `${entries.length} ${entries.length === 1 ? 'file' : 'files'}`;
    return entries.length <= largest.length ? `${count}: ${names}` : `${count}, among them ${names}`;
}
