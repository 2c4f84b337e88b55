import { fileName, filesNamed, isArchive, unpackedBy } from "../../archives.js";
import { evidenceOf } from "../../claims.js";
import { copiesOf, sourcesOf } from "../../copies.js";
import { instructionsOf, layerOf } from "../../subject.js";
export const archiveCopiedThenExtracted = {
    name: 'archive-copied-then-extracted',
    aliases: ['DL3010'],
    severity: 'warning',
    check: (subject) => copiesOf(subject).flatMap((copy) => checkCopy(subject, copy)),
};
function checkCopy(subject, copy) {
    const names = archivesOf(copy).filter((name) => isUnpackedBehind(subject, copy, name));
    if (names.length === 0)
        return [];
    const layer = layerOf(subject, copy);
    const claims = layer === null ? null : archivesIn(layer, names);
    return [
        {
            message: 'an archive is copied into a layer, and unpacked into another: let ADD unpack it, or mount it where it is unpacked (`RUN --mount=type=bind,…`)',
            range: copy.range,
            claims,
            evidence: evidenceOf(claims),
            fix: null,
        },
    ];
}
/** The names under which archives arrive. */
function archivesOf(copy) {
    const sources = sourcesOf(copy).filter(isArchive);
    const target = copy.words.at(-1)?.text ?? '';
    return sources.length === 1 && isArchive(target) ? [fileName(target)] : sources.map(fileName);
}
const isUnpackedBehind = (subject, { range }, name) => instructionsOf(subject, 'RUN')
    .filter((run) => run.range.firstLine > range.firstLine)
    .some(({ commands }) => commands.some((command) => {
    const word = unpackedBy(command);
    return word !== null && fileName(word) === name;
}));
/** A removal in a later layer hides them, and frees nothing. */
function archivesIn(layer, names) {
    const tests = names.map(filesNamed);
    return [...layer.live, ...layer.hidden.map(({ entry }) => entry)]
        .filter(({ path }) => tests.some((test) => test(path)))
        .map((entry) => ({ layer: layer.index, entry }));
}
