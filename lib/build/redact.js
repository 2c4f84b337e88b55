/**
 * Shorter values (`1`, `no`) stand in any text by chance: to replace them would destroy the text and, by the stars'
 * places, tell the value.
 */
const SHORTEST = 3;
/** Longest values first, so that one which holds another goes as a whole; of several lines, each is a value of its own. */
export function redactor(values) {
    const lines = values.flatMap((value) => [value, ...value.split(/\r?\n/).map((line) => line.trim())]);
    const hidden = [...new Set(lines)].filter(({ length }) => length >= SHORTEST).toSorted((a, b) => b.length - a.length);
    return (text) => hidden.reduce((shown, value) => shown.replaceAll(value, '***'), text);
}
