import type { LayerPair } from './align.ts';
import type { Leaf } from './leaves.ts';
import type { Side } from './side.ts';

export interface LeavesOfRow {
  readonly pairs: readonly LayerPair[];
  readonly leaves: readonly Leaf[];
}

/**
 * Of the files that came with these rows, those whose path a layer below the row's has too: the image does not have them
 * since, it has them once more, as after a chown or where one is overwritten.
 */
export function storedAgain(rows: readonly LeavesOfRow[], { measurement, indexes }: Side): ReadonlySet<Leaf> {
  const again = new Set<Leaf>();
  const came = rows.flatMap(({ pairs, leaves }) => {
    const lowest = lowestPlace(pairs, measurement.layers);
    return lowest < 1 ? [] : leaves.filter(isNew).map((leaf) => ({ leaf, lowest }));
  });
  const byPath = Map.groupBy(came, ({ leaf }) => leaf.path);
  const highest = came.reduce((most, { lowest }) => Math.max(most, lowest), 0);
  for (const [place, { diffId }] of measurement.layers.slice(0, highest).entries()) {
    for (const { kind, path } of indexes.get(diffId)?.entries ?? []) {
      if (kind !== 'file') continue;
      for (const { leaf, lowest } of byPath.get(path) ?? []) if (place < lowest) again.add(leaf);
    }
  }
  return again;
}

const isNew = ({ before, after, movedFrom }: Leaf): boolean => before === null && after !== null && movedFrom === null;

/** Of a row's layers in the image; -1 where it has none there. */
function lowestPlace(pairs: readonly LayerPair[], layers: Side['measurement']['layers']): number {
  const places = pairs.flatMap(({ after }) => (after === null ? [] : layers.indexOf(after)));
  return places.length === 0 ? -1 : Math.min(...places);
}
