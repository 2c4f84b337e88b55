import { cell } from "./escape.js";
/** A table of finished inline Markdown. */
export function table(columns, rows) {
    // A figure stays on one line with its unit.
    const figures = columns.map((column) => column.align === 'right');
    const cellText = (text, at) => (figures[at] ? text.replaceAll(' ', '\u00a0') : text);
    return [
        tableRow(columns.map((column) => column.title)),
        tableRow(columns.map((column) => (column.align === 'right' ? '--:' : ':--'))),
        ...rows.map((row) => tableRow(row.map(cellText))),
    ].join('\n');
}
const tableRow = (cells) => `| ${cells.map(cell).join(' | ')} |`;
/** A folded block. `summary` is HTML, `content` Markdown: HTML blocks end at a blank line. */
export function details(summary, content) {
    return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
export const list = (items) => items.map((item) => `- ${item}`).join('\n');
/** Blocks that say something, a blank line between them. */
export const blocks = (...parts) => parts.filter((part) => part !== '').join('\n\n');
