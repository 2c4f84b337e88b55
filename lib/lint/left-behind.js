import { evidenceOf, keptFiles } from "./claims.js";
import { insertBehind, insertCommand } from "./edits.js";
import { filesIn, isMounted, removes } from "./folders.js";
import { instructionsOf, layerOf } from "./subject.js";
/**
 * A rule about what RUNs leave behind. With a layer at hand its files decide: a cleanup in a script counts, and so does
 * what a script leaves.
 */
export const leftBehind = ({ name, aliases, leftovers }) => {
    const all = leftovers.map((leftover) => ({ ...leftover, files: leftover.files ?? filesIn(leftover.folders) }));
    return {
        name,
        aliases,
        severity: 'warning',
        check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => all.flatMap((leftover) => checkRun(subject, run, leftover))),
    };
};
function checkRun(subject, run, leftover) {
    const layer = layerOf(subject, run);
    const culprits = culpritsOf(subject, run, leftover);
    const last = culprits?.at(-1);
    if (layer === null && last === undefined)
        return [];
    const claims = layer === null ? null : keptFiles(layer, leftover.files);
    if (claims?.length === 0 || leftover.isNeeded?.(subject))
        return [];
    return [
        {
            message: leftover.message,
            range: last?.range ?? run.range,
            claims,
            evidence: evidenceOf(claims),
            fix: culprits === null ? null : fixOf(subject, run, culprits, leftover),
        },
    ];
}
/** The commands that leave it, where nothing behind the last of them takes it away; null: none. */
function culpritsOf(subject, run, { folders, isLeftBy, isCleanedBy, settings = [] }) {
    const [first, ...others] = run.commands.filter((command) => isLeftBy(command, run, subject) && !command.assignments.some((assignment) => sets(assignment, settings)));
    if (first === undefined || folders.some((folder) => isMounted(run, folder)))
        return null;
    if (isSet(subject, run, settings))
        return null;
    const last = others.at(-1) ?? first;
    const isCleaned = run.commands
        .slice(run.commands.indexOf(last) + 1)
        .some((command) => isCleanedBy?.(command) || folders.some((folder) => removes(command, folder)));
    return isCleaned ? null : [first, ...others];
}
/** Whether a RUN inherits one of `settings`, or exports it itself. */
const isSet = (subject, run, settings) => inheritedWords(subject, run).some((word) => sets(word, settings)) ||
    run.commands.some(({ words }) => words[0] === 'export' && words.some((word) => sets(word, settings)));
/** What the ENVs and ARGs before an instruction say: `NAME=value`, or in the old form `NAME` and `value`. */
export const inheritedWords = (subject, instruction) => ['ENV', 'ARG']
    .flatMap((keyword) => instructionsOf(subject, keyword))
    .filter(({ range }) => range.firstLine < instruction.range.firstLine)
    .flatMap(({ words }) => words.map(({ text }) => text));
const sets = (word, names) => names.some((name) => word === name || word.startsWith(`${name}=`));
function fixOf(subject, run, culprits, { remedy, isSafe = true }) {
    const found = remedy(culprits);
    if (found === null)
        return null;
    const edits = 'option' in found
        ? culprits.map(({ range }) => insertBehind(subject, range, ` ${found.option}`))
        : [insertCommand(subject, run, culprits.at(-1) ?? culprits[0], found.command)];
    return edits.every((edit) => edit !== null) ? { safe: isSafe, edits } : null;
}
