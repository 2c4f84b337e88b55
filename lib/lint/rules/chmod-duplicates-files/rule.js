import { describeFiles } from "../../claims.js";
import { programWords, runs } from "../../commands.js";
import { copiesOf, flagOf, imagePath, isWithin, targetOf, workdirAt } from "../../copies.js";
import { insertFlag, removeCommand } from "../../removals.js";
import { instructionsOf, layerOf } from "../../subject.js";
export const chmodDuplicatesFiles = {
    name: 'chmod-duplicates-files',
    aliases: [],
    severity: 'warning',
    check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => checkRun(subject, run)),
};
function checkRun(subject, run) {
    const layer = layerOf(subject, run);
    const copied = copiedBefore(subject, run);
    const culprit = layer === null ? run.commands.find(isRecursiveChmod) : run.commands.find(storesAgain);
    if (layer === null && (culprit === undefined || copied === null))
        return [];
    const claims = layer === null ? null : storedAgain(subject, layer, run);
    return [
        {
            message: 'chmod, touch or mv on files of an earlier layer stores each of them again: set the mode as they arrive (`COPY --chmod=…`), or do it in the RUN that makes them',
            range: culprit?.range ?? run.range,
            claims,
            evidence: claims === null ? [] : [describeFiles(claims.map(({ entry }) => entry))],
            fix: copied === null ? null : fixOf(subject, run, copied),
        },
    ];
}
/** A hard link's target is written again, too, as are files whose times or attributes change. */
const storesAgain = (command) => runs(command, ['chmod', 'touch', 'mv', 'ln', 'setcap']);
const isRecursiveChmod = (command) => runs(command, ['chmod']) && programWords(command).some((word) => word === '--recursive' || /^-\w*R/.test(word));
/** Changed owners are another rule's. */
function storedAgain(subject, layer, run) {
    const isNamed = run.commands.some(storesAgain);
    const rewritten = layer.rewritten
        .filter(({ ownerChanged, modeChanged }) => !ownerChanged && (modeChanged || isNamed))
        .map(({ entry }) => ({ layer: layer.index, entry }));
    return run.commands.some((command) => runs(command, ['mv']))
        ? [...rewritten, ...movedBy(layer, subject.layers ?? [])]
        : rewritten;
}
/** What a lower layer of the user's still holds at the path that a file was moved from. */
function movedBy(layer, layers) {
    const gone = layers
        .filter(({ origin }) => origin !== 'base')
        .flatMap(({ index, hidden }) => hidden
        .filter(({ by, how }) => by === layer.index && how === 'deleted')
        .map(({ entry }) => ({ layer: index, entry })));
    if (gone.length === 0)
        return [];
    const sizes = new Set(gone.map(({ entry }) => entry.size));
    const hashes = new Set(layer.live.filter(({ size }) => sizes.has(size)).map(({ hash }) => hash));
    return gone.filter(({ entry }) => entry.hash !== null && hashes.has(entry.hash));
}
/** The COPY before a RUN whose files a `chmod -R` in it changes. */
function copiedBefore(subject, run) {
    const chmod = run.commands.find(isRecursiveChmod);
    const [, ...written] = chmod === undefined ? [] : operandsOf(chmod);
    // A `cd` leads elsewhere.
    const workdir = run.commands.some((command) => runs(command, ['cd', 'pushd'])) ? null : workdirAt(subject, run);
    const [path = null, ...others] = written.map((word) => imagePath(word, workdir));
    if (chmod === undefined || path === null || path === '' || others.length > 0)
        return null;
    const copies = copiesOf(subject).filter((copy) => {
        const target = targetOf(subject, copy);
        return copy.range.firstLine < run.range.firstLine && target !== null && isWithin(path, target);
    });
    const copy = copies.at(-1);
    return copy === undefined ? null : { chmod, copy, path };
}
const operandsOf = (command) => programWords(command)
    .slice(1)
    .filter((word) => !word.startsWith('-'));
/** `COPY --chmod` means the same where all that changes was copied there, and the mode is a number. */
function fixOf(subject, run, { chmod, copy, path }) {
    const [mode = ''] = operandsOf(chmod);
    const isSame = copy.keyword === 'COPY' && targetOf(subject, copy) === path && flagOf(copy, 'chmod') === null;
    const removal = isSame && /^[0-7]{3,4}$/.test(mode) ? removeCommand(subject, run, chmod) : null;
    return removal === null ? null : { safe: false, edits: [insertFlag(subject, copy, `--chmod=${mode}`), removal] };
}
