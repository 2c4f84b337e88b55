import type { Range } from '../model/dockerfile.ts';
import type { Finding } from '../model/finding.ts';
import type { LintSubject } from './subject.ts';

type Edit = NonNullable<Finding['fix']>['edits'][number];

/** Puts `text` behind what stands at `range` of the Dockerfile. */
export const insertBehind = (subject: LintSubject, range: Range, text: string): Edit => ({
  file: subject.dockerfile.path,
  firstLine: range.lastLine,
  firstColumn: range.lastColumn,
  lastLine: range.lastLine,
  lastColumn: range.lastColumn,
  text,
});
