import type { Finding } from '../model/finding.ts';
import type { Edit } from './edits.ts';
import { applyEdits, touch } from './fix-edits.ts';
import { type LineChange, lineChanges } from './fix-lines.ts';
import type { LintContext } from './subject.ts';

export interface FixableFinding extends Finding {
  readonly fix: NonNullable<Finding['fix']>;
}

/** Which fixes are made together; each in the findings' order. */
export interface FixChoice {
  readonly chosen: readonly FixableFinding[];
  /** They touch what a chosen one changes. */
  readonly deferred: readonly FixableFinding[];
  /** They may break something, and were not asked for. */
  readonly unsafe: readonly FixableFinding[];
}

export const isFixable = (finding: Finding): finding is FixableFinding => (finding.fix?.edits.length ?? 0) > 0;

/**
 * Chooses among findings, the most expensive first, as `lint` gives them.
 *
 * @param allowUnsafe whether to take fixes that may break something, too
 */
export function chooseFixes(findings: readonly Finding[], allowUnsafe: boolean): FixChoice {
  const [allowed, unsafe] = partition(findings.filter(isFixable), ({ fix }) => allowUnsafe || fix.safe);
  const chosen: FixableFinding[] = [];
  const deferred: FixableFinding[] = [];
  const taken = new Map<string, Edit[]>();
  for (const finding of allowed) {
    const places = finding.fix.edits.flatMap((edit) => linesOfEdit(edit).map((line) => ({ line, edit })));
    const isFree = places.every(({ line, edit }) => !taken.get(line)?.some((other) => touch(edit, other)));
    (isFree ? chosen : deferred).push(finding);
    if (!isFree) continue;
    for (const { line, edit } of places) {
      const there = taken.get(line) ?? [];
      there.push(edit);
      taken.set(line, there);
    }
  }
  return { chosen, deferred, unsafe };
}

/** Edits that touch share one of these. */
const linesOfEdit = ({ file, firstLine, lastLine }: Edit): string[] =>
  Array.from({ length: lastLine - firstLine + 1 }, (_, at) => `${firstLine + at} ${file}`);

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** What fixes may change. */
export interface FixableFiles {
  readonly dockerfile: { readonly path: string; readonly text: string };
  readonly context: LintContext | null;
}

export interface FixedFile {
  /** As shown to the user. */
  readonly path: string;
  /** Null: there is no such file yet. */
  readonly before: string | null;
  readonly after: string;
  readonly changes: readonly LineChange[];
}

/** The files that the fixes of `chosen` change; a byte order mark stays where it is. */
export function fixFiles({ dockerfile, context }: FixableFiles, chosen: readonly FixableFinding[]): FixedFile[] {
  const texts = new Map<string, string | null>([[dockerfile.path, dockerfile.text]]);
  if (context !== null) texts.set(context.ignoreFile, context.ignoreText);
  const edits = Map.groupBy(
    chosen.flatMap(({ fix }) => fix.edits),
    ({ file }) => file,
  );
  const files = [...edits].map(([path, own]) => {
    const before = texts.get(path);
    if (before === undefined) throw new Error(`a fix changes ${path}, which was not linted`);
    const text = before ?? '';
    // Places in a Dockerfile are told as if it had no byte order mark.
    const hasMark = path === dockerfile.path && text.startsWith('\uFEFF');
    const placed = hasMark ? own.map(behindMark) : own;
    return { path, before, after: applyEdits(text, placed), changes: lineChanges(text, placed) };
  });
  return files.filter(({ changes }) => changes.length > 0);
}

/** The files with what was fixed in them. */
export function withFixed({ dockerfile, context }: FixableFiles, fixed: readonly FixedFile[]): FixableFiles {
  const after = new Map(fixed.map((file) => [file.path, file.after]));
  return {
    dockerfile: { ...dockerfile, text: after.get(dockerfile.path) ?? dockerfile.text },
    context: context && { ...context, ignoreText: after.get(context.ignoreFile) ?? context.ignoreText },
  };
}

function behindMark(edit: Edit): Edit {
  const column = (line: number, at: number | null) => (line === 1 && at !== null ? at + 1 : at);
  return {
    ...edit,
    firstColumn: column(edit.firstLine, edit.firstColumn ?? 1),
    lastColumn: column(edit.lastLine, edit.lastColumn),
  };
}
