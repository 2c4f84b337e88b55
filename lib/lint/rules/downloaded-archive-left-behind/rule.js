import { fileName, filesNamed, unpackedBy } from "../../archives.js";
import { evidenceOf, keptFiles } from "../../claims.js";
import { programWords, runs } from "../../commands.js";
import { insertCommand } from "../../edits.js";
import { instructionsOf, layerOf } from "../../subject.js";
export const downloadedArchiveLeftBehind = {
    name: 'downloaded-archive-left-behind',
    aliases: [],
    severity: 'warning',
    check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => checkRun(subject, run)),
};
function checkRun(subject, run) {
    const layer = layerOf(subject, run);
    const unpacked = unpackedIn(run);
    const left = layer === null ? unpacked.filter((archive) => isLeft(subject, run, archive)) : unpacked;
    const [first] = left;
    if (first === undefined)
        return [];
    const tests = left.map(({ word }) => filesNamed(word));
    const claims = layer === null ? null : keptFiles(layer, (path) => tests.some((test) => test(path)));
    return [
        {
            message: 'the archive stays beside what was unpacked from it: remove it in the same RUN, or unpack what comes by a pipe',
            range: first.unpacker.range,
            claims,
            evidence: evidenceOf(claims),
            fix: fixOf(subject, run, left),
        },
    ];
}
function unpackedIn({ commands }) {
    const found = new Map();
    for (const unpacker of commands) {
        const word = unpackedBy(unpacker);
        if (word === null || found.has(word))
            continue;
        found.set(word, { word, unpacker, last: commands.findLast(({ words }) => words.includes(word)) ?? unpacker });
    }
    return [...found.values()];
}
/** As far as the text can tell: fetched by a command before, and certainly not removed. */
function isLeft(subject, run, { word, unpacker }) {
    const at = run.commands.indexOf(unpacker);
    const isFetched = run.commands
        .slice(0, at)
        .some((command) => runs(command, ['curl', 'wget', 'aria2c']) && names(command, fileName(word)));
    const isMounted = run.flags.some(({ name, value }) => name === 'mount' && !value?.includes('type=bind'));
    return isFetched && !isMounted && !run.commands.slice(at).some(removesSomething) && !isNamedLater(subject, run, word);
}
const names = (command, name) => programWords(command).some((word) => fileName(word) === name);
/** A removal by folders or patterns may well hit the archive, and one of a file most likely means it. */
const removesSomething = (command) => runs(command, ['rm', 'mv', 'find', 'shred']);
const isNamedLater = (subject, { range }, word) => subject.chain
    .flatMap(({ instructions }) => instructions)
    .some((later) => later.range.firstLine > range.lastLine && later.text.includes(fileName(word)));
/** Removed by the name, and in the folder, by which the last command that needs it has it. */
function fixOf(subject, run, left) {
    const edits = left.map(({ word, last }) => /^[\w./${}:@%+-]+$/.test(word) && !isNamedLater(subject, run, word)
        ? insertCommand(subject, run, last, `rm ${word.includes('$') ? `"${word}"` : word}`)
        : null);
    return edits.every((edit) => edit !== null) ? { safe: true, edits } : null;
}
