import { cell } from './escape.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** A table of finished inline Markdown. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  // A figure stays on one line with its unit.
  const figures = columns.map((column) => column.align === 'right');
  const cellText = (text: string, at: number) => (figures[at] ? text.replaceAll(' ', '\u00a0') : text);
  return [
    tableRow(columns.map((column) => column.title)),
    tableRow(columns.map((column) => (column.align === 'right' ? '--:' : ':--'))),
    ...rows.map((row) => tableRow(row.map(cellText))),
  ].join('\n');
}

const tableRow = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** A folded block. `summary` is HTML, `content` Markdown: HTML blocks end at a blank line. */
export function details(summary: string, content: string, state: 'folded' | 'open' = 'folded'): string {
  return `<details${state === 'open' ? ' open' : ''}><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** Blocks that say something, a blank line between them. */
export const blocks = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
