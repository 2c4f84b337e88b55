import { applyEdits, touch } from "./fix-edits.js";
import { lineChanges } from "./fix-lines.js";
const isFixable = (finding) => (finding.fix?.edits.length ?? 0) > 0;
/**
 * Chooses among findings, the most expensive first, as `lint` gives them.
 *
 * @param allowUnsafe whether to take fixes that may break something, too
 */
export function chooseFixes(findings, allowUnsafe) {
    const [allowed, unsafe] = partition(findings.filter(isFixable), ({ fix }) => allowUnsafe || fix.safe);
    const chosen = [];
    const deferred = [];
    for (const finding of allowed) {
        const isFree = chosen.every(({ fix }) => !fix.edits.some((one) => finding.fix.edits.some((other) => touch(one, other))));
        (isFree ? chosen : deferred).push(finding);
    }
    return { chosen, deferred, unsafe };
}
function partition(items, isFirst) {
    return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
/** The files that the fixes of `chosen` change; a byte order mark stays where it is. */
export function fixFiles({ dockerfile, context }, chosen) {
    const texts = new Map([[dockerfile.path, dockerfile.text]]);
    if (context !== null)
        texts.set(context.ignoreFile, context.ignoreText);
    const edits = Map.groupBy(chosen.flatMap(({ fix }) => fix.edits), ({ file }) => file);
    const files = [...edits].map(([path, own]) => {
        const before = texts.get(path);
        if (before === undefined)
            throw new Error(`a fix changes ${path}, which was not linted`);
        const text = before ?? '';
        // Places in a Dockerfile are told as if it had no byte order mark.
        const hasMark = path === dockerfile.path && text.startsWith('\uFEFF');
        const placed = hasMark ? own.map(behindMark) : own;
        return { path, before, after: applyEdits(text, placed), changes: lineChanges(text, placed) };
    });
    return files.filter(({ changes }) => changes.length > 0);
}
function behindMark(edit) {
    const column = (line, at) => (line === 1 && at !== null ? at + 1 : at);
    return {
        ...edit,
        firstColumn: column(edit.firstLine, edit.firstColumn ?? 1),
        lastColumn: column(edit.lastLine, edit.lastColumn),
    };
}
