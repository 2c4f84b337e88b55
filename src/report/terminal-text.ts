/** Laying out text whose every character is visible (see `visible`) in a terminal of a given width. */

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue';

/** Parameters of ECMA-48's SGR. */
const styleCodes: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34 };

export type Painter = (style: Style, text: string) => string;

export const painter =
  (color: boolean): Painter =>
  (style, text) =>
    color ? `\u001b[${styleCodes[style]}m${text}\u001b[0m` : text;

/** East Asian wide and emoji blocks (UAX 11), coarsely: what takes two columns. */
const wide =
  /[\u1100-\u115f\u231a-\u27bf\u2b00-\u2bff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const combining = /\p{M}/u;

/** Columns that a text takes. */
export function columns(text: string): number {
  let count = 0;
  for (const character of text) count += combining.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return count;
}

/** `text` in at most `width` columns, an ellipsis where something was cut. */
export function fit(text: string, width: number): string {
  if (text.length <= width / 2 || columns(text) <= width) return text;
  if (width < 1) return '';
  return `${head(text, width - 1)}…`;
}

/** As many characters as `width` columns hold. */
function head(text: string, width: number): string {
  let taken = 0;
  let end = 0;
  for (const character of text) {
    taken += columns(character);
    if (taken > width) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** Broken at spaces into lines of at most `width` columns, those that follow indented; `paint` takes each line. */
export function wrap(
  text: string,
  width: number,
  paint: (line: string, at: number) => string = (line) => line,
): string {
  if (columns(text) <= width) return paint(text, 0);
  const indent = width >= 20 ? '  ' : '';
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columns(longer) <= width) line = longer;
    else {
      if (line.trim() !== '') lines.push(line);
      line = (lines.length > 0 ? indent : '') + word;
      while (columns(line) > width) {
        // At least one character a line, however narrow the terminal.
        const part = head(line, width) || Array.from(line)[0] || line;
        lines.push(part);
        line = indent + line.slice(part.length);
      }
    }
  }
  return [...lines, line].map(paint).join('\n');
}

/**
 * Columns with a gap of two; the first two are figures, to the right. No other than the last takes more than a third of
 * the width, and that takes what is left.
 */
export function terminalTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  paint: Painter,
): string {
  const all = [header, ...rows];
  const last = header.length - 1;
  const widths = header.map((_, at) =>
    Math.min(
      Math.floor(width / 3),
      all.reduce((most, row) => Math.max(most, columns(row[at] ?? '')), 0),
    ),
  );
  const line = (row: readonly string[]) =>
    fit(row.map((text, at) => (at === last ? text : pad(text, widths[at] ?? 0, at < 2))).join('  '), width).trimEnd();
  return [paint('dim', line(header)), ...rows.map(line)].join('\n');
}

/** `text` in exactly `width` columns, to the left unless `right`. */
export function pad(text: string, width: number, right = false): string {
  const fitted = fit(text, width);
  const space = ' '.repeat(width - columns(fitted));
  return right ? space + fitted : fitted + space;
}
