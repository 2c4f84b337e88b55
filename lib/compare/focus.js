import { entryPath } from "../analysis/path.js";
import { withCause } from "./causes.js";
import { changesOf, sizeSeen } from "./compare.js";
import { drillDown } from "./drill-down.js";
import { addSizes, nothing } from "./size.js";
/**
 * What changed at or below a path (absolute, as text), by the rows of the whole comparison, and what that adds up to:
 * null where the files of a layer that differs are not known.
 */
export function focusOn(path, rows, before, after, metric) {
    const seen = sizeSeen(before.measurement, after.measurement);
    const drillable = rows.map(({ pairs, change }) => ({ pairs, delta: change.delta }));
    const children = drillDown(drillable, { before, after, seen, metric, under: entryPath(path) });
    const focused = rows.map((row, at) => {
        const below = children[at] ?? [];
        const sum = (sizes) => (isKnown(row, before, after) ? sizes.reduce(addSizes, nothing) : unknown);
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
const unknown = { diskBytes: null, downloadBytes: null };
/** Whether the files of the layers that differ are known. */
const isKnown = ({ pairs }, before, after) => pairs
    .filter((pair) => pair.before?.diffId !== pair.after?.diffId)
    .every((pair) => (pair.before === null || before.indexes.has(pair.before.diffId)) &&
    (pair.after === null || after.indexes.has(pair.after.diffId)));
