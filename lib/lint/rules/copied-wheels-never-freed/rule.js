import { posix } from 'node:path';
import { describeFiles } from "../../claims.js";
import { programWords, runs } from "../../commands.js";
import { copiesOf, flagOf, imagePath, isFromContext, isWithin, sourcesOf, targetOf, workdirAt } from "../../copies.js";
import { insertFlag, removeCommand, removeInstruction } from "../../removals.js";
import { layerOf, placeOf } from "../../subject.js";
export const copiedWheelsNeverFreed = {
    name: 'copied-wheels-never-freed',
    aliases: [],
    severity: 'warning',
    check: (subject) => copiesOf(subject).flatMap((copy) => checkCopy(subject, copy)),
};
function checkCopy(subject, copy) {
    const layer = layerOf(subject, copy);
    const removal = findRemoval(subject, copy);
    if (layer === null && removal === null)
        return [];
    const deleted = layer?.hidden.filter(({ how, by }) => how === 'deleted' && by !== layer.index) ?? null;
    return [
        {
            message: 'what is copied here is deleted by a later instruction, which frees nothing: mount it where it is needed (`RUN --mount=type=bind,…`) instead',
            range: copy.range,
            claims: layer === null || deleted === null ? null : deleted.map(({ entry }) => ({ layer: layer.index, entry })),
            evidence: deleted === null ? [] : evidenceOf(deleted, subject.layers ?? []),
            fix: removal === null ? null : fixOf(subject, copy, removal),
        },
    ];
}
const evidenceOf = (deleted, layers) => layers.flatMap((layer) => {
    const entries = deleted.filter(({ by }) => by === layer.index).map(({ entry }) => entry);
    return entries.length === 0 ? [] : [`deleted by ${placeOf(layer)}: ${describeFiles(entries)}`];
});
/** The `rm` in a later RUN that takes away all that a COPY brought. */
function findRemoval(subject, copy) {
    const landed = landedPaths(subject, copy);
    if (landed.length === 0)
        return null;
    for (const run of runsAfter(subject, copy)) {
        const command = run.commands.find((each) => removesAll(subject, run, each, landed));
        if (command !== undefined)
            return { run, command };
    }
    return null;
}
const runsAfter = (subject, copy) => subject.chain
    .flatMap((stage) => stage.instructions)
    .filter(({ keyword, range }) => keyword === 'RUN' && range.firstLine > copy.range.firstLine);
/** Where its files are: the target, or paths in it where that is a folder which may hold others; none if not known. */
function landedPaths(subject, copy) {
    const target = targetOf(subject, copy);
    if (target === null || target === '')
        return [];
    const isFolder = /(?:\/|^|\/\.)\.?$/.test(copy.words.at(-1)?.text ?? '');
    const names = sourcesOf(copy).map((source) => posix.basename(source));
    const areFiles = names.every((name) => /^[^*?[$]+\.\w+$/.test(name));
    return isFolder && areFiles ? names.map((name) => `${target}/${name}`) : [target];
}
function removesAll(subject, run, command, landed) {
    if (!runs(command, ['rm']))
        return false;
    const removed = removedPaths(subject, run, command);
    return landed.every((path) => removed.some((folder) => folder !== '' && isWithin(folder, path)));
}
/** `/tmp/*` takes away what is in `/tmp`. A `cd` before it may lead anywhere. */
function removedPaths(subject, run, command) {
    const moves = run.commands.some((each) => runs(each, ['cd', 'pushd']));
    const workdir = moves ? null : workdirAt(subject, run);
    return programWords(command)
        .slice(1)
        .filter((word) => !word.startsWith('-'))
        .flatMap((word) => imagePath(word.replace(/(?<=[^/])\/\*$/, ''), workdir) ?? []);
}
/** A mount in place of the COPY, where the RUN that deletes is the only one that can see what was copied. */
function fixOf(subject, copy, { run, command }) {
    const mount = mountOf(subject, copy);
    const words = programWords(command).slice(1);
    const removesOne = words.filter((word) => !word.startsWith('-')).length === 1;
    const isNext = runsAfter(subject, copy)[0] === run;
    // Alone, the `rm` uses nothing.
    const removal = removesOne && isNext && run.commands.length > 1 ? removeCommand(subject, run, command) : null;
    if (mount === null || removal === null)
        return null;
    return { safe: false, edits: [removeInstruction(subject, copy), insertFlag(subject, run, mount), removal] };
}
/** Null where a mount can't do what the copy does: several sources, patterns, owners, archives that ADD unpacks. */
function mountOf(subject, copy) {
    const [source, ...others] = sourcesOf(copy);
    const target = targetOf(subject, copy);
    const isPlain = copy.keyword === 'COPY' && copy.flags.every(({ name }) => name === 'from' || name === 'link');
    const isKnown = source !== undefined && others.length === 0 && !/[*?[$,\s]|^<</.test(source);
    // With a slash at its end the target may be the folder of a file, or what becomes of a folder.
    const isExact = target !== null && !/[,\s/]$|^\.$/.test(copy.words.at(-1)?.text ?? '') && !/[,\s]/.test(target);
    if (!isPlain || !isKnown || !isExact)
        return null;
    const from = isFromContext(copy) ? '' : `from=${flagOf(copy, 'from')},`;
    return `--mount=type=bind,${from}source=${source},target=/${Buffer.from(target, 'latin1').toString()}`;
}
