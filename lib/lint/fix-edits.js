/** The lines of a text with their ends; a text that ends with a line's end has no empty line behind it. */
export const linesOf = (text) => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
/** What ends the lines of a text, by its first. */
export const newlineOf = (text) => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');
/** `text` with the edits of one file made; line breaks within an edit are those that `text` has. */
export function applyEdits(text, edits, newline = newlineOf(text)) {
    const starts = lineStarts(text);
    const offset = (line, column) => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
    const parts = [];
    let at = 0;
    for (const edit of inOrder(edits)) {
        const [from, to] = [offset(edit.firstLine, firstColumn(edit)), offset(edit.lastLine, lastColumn(edit))];
        parts.push(text.slice(at, from), edit.text.replaceAll('\n', newline));
        at = to;
    }
    return parts.join('') + text.slice(at);
}
function lineStarts(text) {
    const starts = [0];
    for (const line of linesOf(text))
        starts.push((starts.at(-1) ?? 0) + line.length);
    return starts;
}
/** By the places where they begin. */
export const inOrder = (edits) => edits.toSorted((a, b) => a.firstLine - b.firstLine || firstColumn(a) - firstColumn(b));
/** Whether two edits share a place, or one begins where the other ends: then neither can be made beside the other. */
export const touch = (one, other) => one.file === other.file && !endsBefore(one, other) && !endsBefore(other, one);
const endsBefore = (one, other) => one.lastLine < other.firstLine || (one.lastLine === other.firstLine && lastColumn(one) < firstColumn(other));
/** An edit without columns is about whole lines, but for the end of the last. */
const firstColumn = (edit) => edit.firstColumn ?? 1;
const lastColumn = (edit) => edit.lastColumn ?? Number.POSITIVE_INFINITY;
