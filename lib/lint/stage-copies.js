import { posix } from 'node:path';
import { describeFiles, keptFiles } from "./claims.js";
import { isFromContext, sourcesOf } from "./copies.js";
/** Whether a COPY takes one of `folders` (absolute) as a whole from a stage or an image. */
export const copiesFolder = (copy, folders) => !isFromContext(copy) && sourcesOf(copy).some((source) => folders.includes(posix.resolve('/', source)));
/**
 * What of a copied folder the image does without: files that it had with the same content already, and those that
 * `isLeftover` tells.
 */
export function surplusOf(layer, isLeftover) {
    const again = layer.rewritten.map(({ entry }) => ({ layer: layer.index, entry }));
    const known = new Set(again.map(({ entry }) => entry.path));
    const leftovers = keptFiles(layer, (path) => isLeftover(path) && !known.has(path));
    const evidence = [
        { what: 'in the image already', claims: again },
        { what: 'of no use but to a build', claims: leftovers },
    ].flatMap(({ what, claims }) => claims.length === 0 ? [] : [`${what}: ${describeFiles(claims.map(({ entry }) => entry))}`]);
    return { claims: [...again, ...leftovers], evidence };
}
