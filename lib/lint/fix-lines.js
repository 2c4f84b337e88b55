import { applyEdits, inOrder, linesOf, newlineOf } from "./fix-edits.js";
/** What edits of one file change, by whole lines, in their order. */
export function lineChanges(text, edits) {
    const lines = linesOf(text);
    const changes = byLines(edits).map(({ firstLine, lastLine, edits: members }) => {
        const before = lines.slice(firstLine - 1, lastLine);
        const shift = firstLine - 1;
        const moved = members.map((edit) => ({
            ...edit,
            firstLine: edit.firstLine - shift,
            lastLine: edit.lastLine - shift,
        }));
        return trimmed({ firstLine, before, after: linesOf(applyEdits(before.join(''), moved, newlineOf(text))) });
    });
    return changes.filter(({ before, after }) => before.length + after.length > 0);
}
/** Edits that share a line belong together. */
function byLines(edits) {
    const groups = [];
    for (const edit of inOrder(edits)) {
        const last = groups.at(-1);
        const shares = last !== undefined && edit.firstLine <= last.lastLine;
        if (shares)
            groups.pop();
        groups.push(shares
            ? { ...last, lastLine: Math.max(last.lastLine, edit.lastLine), edits: [...last.edits, edit] }
            : { firstLine: edit.firstLine, lastLine: edit.lastLine, edits: [edit] });
    }
    return groups;
}
/** Without lines at either end that stay as they are. */
function trimmed({ firstLine, before, after }) {
    const most = Math.min(before.length, after.length);
    let head = 0;
    while (head < most && before[head] === after[head])
        head++;
    let tail = 0;
    while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail))
        tail++;
    return {
        firstLine: firstLine + head,
        before: before.slice(head, before.length - tail),
        after: after.slice(head, after.length - tail),
    };
}
/** What is more than this is shown nowhere, and would only fill reports. */
const maxLines = 200;
const maxCharacters = 20_000;
/** What a fix changes in the files that are linted; null where it is too much to show, or changes another file. */
export function linesOfFix({ edits }, { dockerfile, context }) {
    const texts = new Map([[dockerfile.path, dockerfile.text]]);
    if (context !== null)
        texts.set(context.ignoreFile, context.ignoreText ?? '');
    const changes = [];
    for (const [file, own] of Map.groupBy(edits, (edit) => edit.file)) {
        const text = texts.get(file);
        if (text === undefined)
            return null;
        changes.push(...lineChanges(text, own).map((change) => withoutEnds(file, change)));
    }
    const lines = changes.flatMap(({ before, after }) => [...before, ...after]);
    const characters = lines.reduce((total, { length }) => total + length, 0);
    return lines.length > maxLines || characters > maxCharacters ? null : changes;
}
const withoutEnds = (file, { firstLine, before, after }) => ({
    file,
    firstLine,
    before: before.map(withoutEnd),
    after: after.map(withoutEnd),
});
const withoutEnd = (line) => line.replace(/\r?\n$/, '');
