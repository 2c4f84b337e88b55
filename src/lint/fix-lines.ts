import type { Dockerfile } from '../model/dockerfile.ts';
import type { ChangedLines, Fix } from '../model/finding.ts';
import type { Edit } from './edits.ts';
import { fact } from './facts.ts';
import { applyEdits, inOrder, linesOf, moveEdits, newlineOf } from './fix-edits.ts';
import type { LintContext, LintSubject } from './subject.ts';

/** Lines that become others, with their ends; `firstLine` is 1-based. */
export interface LineChange {
  readonly firstLine: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What edits of one file change, by whole lines, in their order. */
export const lineChanges = (text: string, edits: readonly Edit[]): LineChange[] => changesIn(readLines(text), edits);

/** The lines of a text with their ends, and what these are. */
interface Lines {
  readonly lines: readonly string[];
  readonly newline: string;
}

function changesIn({ lines, newline }: Lines, edits: readonly Edit[]): LineChange[] {
  const changes = byLines(edits).map(({ firstLine, lastLine, edits: members }) => {
    const before = lines.slice(firstLine - 1, lastLine);
    const moved = moveEdits(members, 1 - firstLine);
    return trimmed({ firstLine, before, after: linesOf(applyEdits(before.join(''), moved, newline)) });
  });
  return changes.filter(({ before, after }) => before.length + after.length > 0);
}

/** Changes of `text`, and then of what they made of it, as changes of `text`. */
export function joinChanges(
  text: string,
  first: readonly LineChange[],
  second: readonly LineChange[],
): readonly LineChange[] {
  const lines = linesOf(text);
  const all: Traced = lines.map((_, at) => at);
  const left = [first, second].reduce(trace, all);
  const changes: LineChange[] = [];
  let [at, after]: [number, string[]] = [0, []];
  for (const line of [...left, lines.length]) {
    if (typeof line === 'string') {
      after.push(line);
      continue;
    }
    if (line > at || after.length > 0) changes.push({ firstLine: at + 1, before: lines.slice(at, line), after });
    [at, after] = [line + 1, []];
  }
  return changes;
}

/** The lines of a changed text: those that it had before by their index there, others by what they say. */
type Traced = readonly (number | string)[];

function trace(lines: Traced, changes: readonly LineChange[]): Traced {
  const parts: (number | string)[] = [];
  let at = 0;
  for (const { firstLine, before, after } of changes) {
    parts.push(...lines.slice(at, firstLine - 1), ...after);
    at = firstLine - 1 + before.length;
  }
  return [...parts, ...lines.slice(at)];
}

interface LineGroup {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly edits: readonly Edit[];
}

/** Edits that share a line belong together. */
function byLines(edits: readonly Edit[]): LineGroup[] {
  const groups: LineGroup[] = [];
  for (const edit of inOrder(edits)) {
    const last = groups.at(-1);
    const shares = last !== undefined && edit.firstLine <= last.lastLine;
    if (shares) groups.pop();
    groups.push(
      shares
        ? { ...last, lastLine: Math.max(last.lastLine, edit.lastLine), edits: [...last.edits, edit] }
        : { firstLine: edit.firstLine, lastLine: edit.lastLine, edits: [edit] },
    );
  }
  return groups;
}

/** Without lines at either end that stay as they are. */
function trimmed({ firstLine, before, after }: LineChange): LineChange {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
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
export function linesOfFix({ edits }: Fix, { dockerfile, context }: LintSubject): ChangedLines[] | null {
  const changes: ChangedLines[] = [];
  for (const [file, own] of Map.groupBy(edits, (edit) => edit.file)) {
    const lines =
      file === dockerfile.path
        ? dockerfileLines(dockerfile)
        : file === context?.ignoreFile
          ? ignoreLines(context)
          : null;
    if (lines === null) return null;
    changes.push(...changesIn(lines, own).map((change) => withoutEnds(file, change)));
  }
  const lines = changes.flatMap(({ before, after }) => [...before, ...after]);
  const characters = lines.reduce((total, { length }) => total + length, 0);
  return lines.length > maxLines || characters > maxCharacters ? null : changes;
}

const readLines = (text: string): Lines => ({ lines: linesOf(text), newline: newlineOf(text) });
const dockerfileLines = fact(({ text }: Dockerfile) => readLines(text));
const ignoreLines = fact(({ ignoreText }: LintContext) => readLines(ignoreText ?? ''));

const withoutEnds = (file: string, { firstLine, before, after }: LineChange): ChangedLines => ({
  file,
  firstLine,
  before: before.map(withoutEnd),
  after: after.map(withoutEnd),
});

const withoutEnd = (line: string): string => line.replace(/\r?\n$/, '');
