import { describeFiles } from "../../claims.js";
import { instructionOf, placeOf } from "../../subject.js";
export const deletedInLaterLayer = {
    name: 'deleted-in-later-layer',
    aliases: ['ID.20021'],
    severity: 'warning',
    // Without layers there is no telling what a removal hits.
    check: (subject) => (subject.layers ?? []).flatMap((layer) => checkDeleter(subject, layer, subject.layers ?? [])),
};
/** One finding for each instruction that deletes; what the base image brought can't be freed by its user. */
function checkDeleter(subject, deleter, layers) {
    const instruction = instructionOf(subject, deleter);
    if (instruction === null)
        return [];
    const holders = layers
        .filter((layer) => layer.origin !== 'base')
        .map((layer) => ({ layer, claims: deletedBy(deleter, layer) }))
        .filter(({ claims }) => claims.length > 0);
    if (holders.length === 0)
        return [];
    return [
        {
            message: 'files of an earlier layer are deleted here, which hides them and frees nothing: delete them in the instruction that makes them, or build in another stage',
            range: instruction.range,
            claims: holders.flatMap(({ claims }) => claims),
            evidence: holders.map(({ layer, claims }) => `added by ${placeOf(layer)}: ${describeFiles(claims.map(({ entry }) => entry))}`),
            fix: null,
        },
    ];
}
const deletedBy = (deleter, holder) => holder.hidden
    .filter(({ how, by }) => how === 'deleted' && by === deleter.index)
    .map(({ entry }) => ({ layer: holder.index, entry }));
