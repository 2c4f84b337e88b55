import { describeFiles } from "../../claims.js";
import { programWords, runs } from "../../commands.js";
import { instructionsOf, layerOf } from "../../subject.js";
export const chownDuplicatesFiles = {
    name: 'chown-duplicates-files',
    aliases: [],
    severity: 'warning',
    check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => checkRun(subject, run)),
};
function checkRun(subject, run) {
    const layer = layerOf(subject, run);
    const command = run.commands.find(isRecursiveChown);
    if (layer === null && command === undefined)
        return [];
    const claims = layer === null ? null : rewrittenByChown(layer, run);
    return [
        {
            message: 'chown on files of an earlier layer stores each of them again: set the owner as they arrive (`COPY --chown=…`), or change it in the RUN that makes them',
            range: command?.range ?? run.range,
            claims,
            evidence: claims === null ? [] : [describeFiles(claims.map(({ entry }) => entry))],
            fix: null,
        },
    ];
}
const isChown = (command) => runs(command, ['chown', 'chgrp']);
const isRecursiveChown = (command) => isChown(command) && programWords(command).some((word) => word === '--recursive' || /^-\w*R/.test(word));
/** A chown that the RUN names may also have set the owner that a file had: that costs as much. */
function rewrittenByChown(layer, run) {
    const isNamed = run.commands.some(isChown);
    return layer.rewritten
        .filter(({ ownerChanged }) => ownerChanged || isNamed)
        .map(({ entry }) => ({ layer: layer.index, entry }));
}
