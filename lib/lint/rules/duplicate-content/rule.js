import { pathText } from "../../../analysis/path.js";
import { formatBytes } from "../../../units.js";
import { instructionOf } from "../../subject.js";
/** Smaller files come twice in packages as they are made: icons, licences, empty databases. */
const smallestBytes = 1_000_000;
export const duplicateContent = {
    name: 'duplicate-content',
    aliases: [],
    severity: 'warning',
    check(subject) {
        // Without layers there is no telling what files hold.
        const duplicates = duplicatesIn(subject.layers ?? []);
        return [...duplicates].flatMap(([layer, found]) => checkLayer(subject, layer, found));
    },
};
/** By the layer that holds the second copy. */
function duplicatesIn(layers) {
    const duplicates = new Map();
    const firsts = new Map();
    for (const layer of layers) {
        for (const entry of layer.live) {
            if (entry.size < smallestBytes || entry.hash === null)
                continue;
            const content = `${entry.size}:${entry.hash}`;
            const first = firsts.get(content);
            if (first === undefined)
                firsts.set(content, entry);
            else
                push(duplicates, layer, { entry, first });
        }
    }
    return duplicates;
}
function push(duplicates, layer, duplicate) {
    const known = duplicates.get(layer);
    if (known === undefined)
        duplicates.set(layer, [duplicate]);
    else
        known.push(duplicate);
}
/** One finding for each instruction; what the base image holds twice can't be freed by its user. */
function checkLayer(subject, layer, duplicates) {
    const instruction = instructionOf(subject, layer);
    if (instruction === null)
        return [];
    const largest = duplicates.toSorted((a, b) => b.entry.size - a.entry.size).slice(0, 3);
    return [
        {
            message: 'files stand here that the image holds at another path already: keep one, and link to it',
            range: instruction.range,
            claims: duplicates.map(({ entry }) => ({ layer: layer.index, entry })),
            evidence: largest.map(({ entry, first }) => `${pathText(entry.path)} is the same as ${pathText(first.path)} (${formatBytes(entry.size)})`),
            fix: null,
        },
    ];
}
