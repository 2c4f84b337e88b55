import { entryPath } from '../analysis/path.ts';
import type { ImageReport, Metric, Size } from '../model/report.ts';
import { withCause } from './causes.ts';
import { changesOf, type Row, sizeSeen } from './compare.ts';
import { drillDown } from './drill-down.ts';
import type { Side } from './side.ts';
import { addSizes, nothing } from './size.ts';

/**
 * What changed at or below a path (absolute, as text), by the rows of the whole comparison, and what that adds up to:
 * null where the files of a layer that differs are not known.
 */
export function focusOn(
  path: string,
  rows: readonly Row[],
  before: Side,
  after: Side,
  metric: Metric,
): Pick<ImageReport, 'changes' | 'focus'> {
  const seen = sizeSeen(before.measurement, after.measurement);
  const drillable = rows.map(({ pairs, change }) => ({ pairs, delta: change.delta }));
  const children = drillDown(drillable, { before, after, seen, metric, under: entryPath(path) });
  const focused = rows.map((row, at) => {
    const below = children[at] ?? [];
    const sum = (sizes: readonly Size[]) => (isKnown(row, before, after) ? sizes.reduce(addSizes, nothing) : unknown);
    const { change } = row;
    const { cause, evidence, assumed } = change;
    const part = {
      ...change,
      before: change.before && sum(below.flatMap((child) => child.before ?? [])),
      after: change.after && sum(below.flatMap((child) => child.after ?? [])),
      delta: sum(below.map((child) => child.delta)),
      children: below,
    };
    return { ...row, change: withCause(part, { cause, evidence, assumed }) };
  });
  const delta = focused.map(({ change }) => change.delta).reduce(addSizes, nothing);
  return { changes: changesOf(focused, metric), focus: { path, delta } };
}

const unknown: Size = { diskBytes: null, downloadBytes: null };

/** Whether the files of the layers that differ are known. */
const isKnown = ({ pairs }: Row, before: Side, after: Side): boolean =>
  pairs
    .filter((pair) => pair.before?.diffId !== pair.after?.diffId)
    .every(
      (pair) =>
        (pair.before === null || before.indexes.has(pair.before.diffId)) &&
        (pair.after === null || after.indexes.has(pair.after.diffId)),
    );
