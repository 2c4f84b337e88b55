/** The piece of a file between two offsets. */
export function piece(file, start, end) {
    return { text: file.slice(start, end), pieces: [{ index: 0, offset: start }] };
}
export function join(parts) {
    const pieces = [];
    let length = 0;
    for (const part of parts) {
        for (const { index, offset } of part.pieces)
            pieces.push({ index: index + length, offset });
        length += part.text.length;
    }
    return { text: parts.map(({ text }) => text).join(''), pieces };
}
export function slice(mapped, start, end = mapped.text.length) {
    const inside = mapped.pieces.filter(({ index }) => index > start && index < end);
    const pieces = [{ index: start, offset: offsetOf(mapped, start) }, ...inside];
    return {
        text: mapped.text.slice(start, end),
        pieces: pieces.map(({ index, offset }) => ({ index: index - start, offset })),
    };
}
/** The index of the last element that is not above `value`, in an ascending list; 0 where there is none. */
function lastUpTo(list, value, read) {
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (read(list[middle]) <= value)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
function offsetOf({ pieces }, at) {
    const { index, offset } = pieces[lastUpTo(pieces, at, (found) => found.index)] ?? { index: 0, offset: 0 };
    return offset + at - index;
}
/** The offsets at which the lines of a text begin. */
export function lineStarts(file) {
    const starts = [0];
    for (let at = file.indexOf('\n'); at !== -1; at = file.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
/** `end` is the offset behind the last character. */
export function locator(starts) {
    const position = (offset) => {
        const line = lastUpTo(starts, offset, (start) => start);
        return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    };
    return (start, end) => {
        const first = position(start);
        // The end belongs to the line of the last character, also where that is a line's last.
        const last = position(Math.max(start, end - 1));
        return {
            firstLine: first.line,
            firstColumn: first.column,
            lastLine: last.line,
            lastColumn: end > start ? last.column + 1 : last.column,
        };
    };
}
/** The place in the file of `mapped`'s characters from `start` up to `end`. */
export function rangeOf(mapped, start, end, locate) {
    const first = offsetOf(mapped, start);
    return locate(first, end > start ? offsetOf(mapped, end - 1) + 1 : first);
}
