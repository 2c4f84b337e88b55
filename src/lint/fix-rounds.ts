import type { Finding } from '../model/finding.ts';
import {
  chooseFixes,
  type FixableFiles,
  type FixableFinding,
  type FixedFile,
  fixFiles,
  isFixable,
  withFixed,
} from './fix.ts';
import { type Moved, movedBy, type Place } from './fix-edits.ts';
import { joinChanges } from './fix-lines.ts';

export interface FixedInRounds {
  /** As they were found before anything was fixed, in their order. */
  readonly made: readonly FixableFinding[];
  /** Fixes that others leave no place for, or that too many want a place with: for the next run. */
  readonly deferred: readonly FixableFinding[];
  /** They may break something, and were not asked for. */
  readonly unsafe: readonly FixableFinding[];
  readonly fixed: readonly FixedFile[];
}

/** Finds in files that are fixed in part; `moved` tells where what stood in the Dockerfile at first stands in them. */
export type LintAgain = (files: FixableFiles, moved: Moved) => readonly Finding[];

/** Of fixes that want one place there are two or three; a text that is made to have many more is not linted for each. */
const mostRounds = 20;

/**
 * Makes the fixes of findings, the most expensive first. What wants the place of another is looked for again, by its rule,
 * its place and its message, in what the other made: a fix may be a different one there, or none. Only what was found at
 * first is fixed, since that alone has a price that is true.
 */
export function fixInRounds(
  files: FixableFiles,
  findings: readonly Finding[],
  allowUnsafe: boolean,
  lintAgain: LintAgain,
): FixedInRounds {
  const { chosen, deferred, unsafe } = chooseFixes(findings, allowUnsafe);
  const made = new Set<Finding>(chosen);
  let waiting = deferred;
  let state = makeFixes({ files, fixed: [], moved: (place) => place }, chosen);
  // Each round makes one fix at least, and lints once.
  for (let round = 0; waiting.length > 0 && round < mostRounds; round++) {
    const found = findAgain(waiting, lintAgain(state.files, state.moved), state.moved);
    const next = chooseFixes([...found.keys()], allowUnsafe).chosen;
    if (next.length === 0) break;
    state = makeFixes(state, next);
    for (const again of next) made.add(found.get(again) ?? again);
    waiting = waiting.filter((finding) => !made.has(finding));
  }
  const { fixed } = state;
  return { made: findings.filter(isFixable).filter((one) => made.has(one)), deferred: waiting, unsafe, fixed };
}

interface State {
  readonly files: FixableFiles;
  readonly fixed: readonly FixedFile[];
  readonly moved: Moved;
}

function makeFixes({ files, fixed, moved }: State, chosen: readonly FixableFinding[]): State {
  const now = fixFiles(files, chosen);
  const edits = chosen.flatMap(({ fix }) => fix.edits).filter(({ file }) => file === files.dockerfile.path);
  // Places are told as if there were no byte order mark.
  const move = movedBy(files.dockerfile.text.replace(/^\uFEFF/, ''), edits);
  return {
    files: withFixed(files, now),
    fixed: joinFixed(fixed, now),
    moved: (place) => {
      const before = moved(place);
      return before && move(before);
    },
  };
}

function joinFixed(earlier: readonly FixedFile[], later: readonly FixedFile[]): FixedFile[] {
  const both = new Map(earlier.map((file) => [file.path, file]));
  for (const { path, before, after, changes } of later) {
    const first = both.get(path) ?? { path, before, changes: [] };
    both.set(path, { ...first, after, changes: joinChanges(first.before ?? '', first.changes, changes) });
  }
  return [...both.values()];
}

/** What is found again, in the order of `waiting`, with what it was at first. */
function findAgain(
  waiting: readonly FixableFinding[],
  found: readonly Finding[],
  moved: Moved,
): Map<Finding, FixableFinding> {
  const again = new Map<Finding, FixableFinding>();
  for (const finding of waiting) {
    const start = startOf(finding);
    const place = start && moved(start);
    const isSame = (other: Finding) =>
      other.rule === finding.rule && other.message === finding.message && isAt(place, startOf(other));
    const same = place && found.find((other) => isSame(other) && !again.has(other));
    if (same != null) again.set(same, finding);
  }
  return again;
}

const startOf = ({ location }: Finding): Place | null =>
  location && { line: location.firstLine, column: location.firstColumn ?? 1 };

const isAt = (one: Place | null, other: Place | null): boolean =>
  one !== null && one.line === other?.line && one.column === other.column;
