import { describeFiles } from "../../claims.js";
import { instructionOf, placeOf } from "../../subject.js";
/** Smaller files are written again by most builds in passing: lock files, settings, caches. */
const smallestBytes = 1_000_000;
/** What package managers and logs write again at each call, whoever calls them. */
const books = /^(?:var\/lib\/(?:dpkg|apt|rpm|dnf|yum|pacman)|usr\/lib\/sysimage|usr\/share\/rpm|(?:usr\/)?lib\/apk|var\/cache|var\/log)\/|^etc\/ld\.so\.cache$/;
export const fileOverwrittenByLaterLayer = {
    name: 'file-overwritten-by-later-layer',
    aliases: [],
    severity: 'warning',
    // Without layers there is no telling what an instruction hits.
    check: (subject) => (subject.layers ?? []).flatMap((layer) => checkWriter(subject, layer, subject.layers ?? [])),
};
/** One finding for each instruction that overwrites; what the base image brought can't be freed by its user. */
function checkWriter(subject, writer, layers) {
    const instruction = instructionOf(subject, writer);
    if (instruction === null)
        return [];
    const isCopy = instruction.keyword !== 'RUN';
    const holders = layers
        .filter((layer) => layer.origin !== 'base' && layer.index < writer.index)
        .map((layer) => ({ layer, claims: overwrittenBy(writer, layer, isCopy) }))
        .filter(({ claims }) => claims.length > 0);
    if (holders.length === 0)
        return [];
    return [
        {
            message: 'files that an earlier layer holds are written again here, and both copies stay in the image: let one instruction write them',
            range: instruction.range,
            claims: holders.flatMap(({ claims }) => claims),
            evidence: holders.map(({ layer, claims }) => `first by ${placeOf(layer)}: ${describeFiles(claims.map(({ entry }) => entry))}`),
            fix: null,
        },
    ];
}
function overwrittenBy(writer, holder, isCopy) {
    // A RUN that stores the same content again changes owner or mode: other rules tell of that.
    const isMeant = ({ how, by, entry }) => by === writer.index && (how === 'modified' || (how === 'metadata' && isCopy)) && entry.size >= smallestBytes;
    return holder.hidden
        .filter((file) => isMeant(file) && !books.test(file.entry.path))
        .map(({ entry }) => ({ layer: holder.index, entry }));
}
