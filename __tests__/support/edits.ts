import type { Finding } from '../../src/model/finding.ts';

type Edit = NonNullable<Finding['fix']>['edits'][number];

/** `text` with the edits of one file made; the last first, so that places stay true. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n');
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
  return [...edits]
    .sort((a, b) => b.firstLine - a.firstLine || (b.firstColumn ?? 1) - (a.firstColumn ?? 1))
    .reduce((result, edit) => {
      const from = offset(edit.firstLine, edit.firstColumn ?? 1);
      const to = offset(edit.lastLine, edit.lastColumn ?? 1);
      return result.slice(0, from) + edit.text + result.slice(to);
    }, text);
}
