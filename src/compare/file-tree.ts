import type { FileTree } from '../model/file-tree.ts';
import { alignLayers } from './align.ts';
import { filesOf, type Side } from './side.ts';
import { type Directory, gatherSmall, leafAt, newDirectory, packTree } from './tree-columns.ts';

/** Nodes that are told apart; of a larger image the smallest are gathered. */
const mostNodes = 200_000;

/**
 * An image's files beside those of its baseline, by the layers that the rows of the comparison pair: the tree adds up to
 * both images' disk sizes. Null where a layer's index is missing; where one of the baseline's is, nothing is compared.
 *
 * @param before the baseline's image; null: there is none
 */
export function fileTree(current: Side, before: Side | null, most: number = mostNodes): FileTree | null {
  const files = filesOf(current);
  if (files === null) return null;
  const layers = current.measurement.layers.map(() => newDirectory(''));
  for (const { path, layer, live, owner, entry } of files) {
    const leaf = leafAt(layers[layer], path, live ? 'live' : 'hidden');
    leaf.bytes = (leaf.bytes ?? 0) + entry.size;
    leaf.files++;
    leaf.owner = owner;
  }
  const gone = before && addBaseline(layers, current, before);
  gatherSmall(layers, most);
  return packTree(layers, { gone, isOwned: current.owners() !== null });
}

/** Adds what the baseline holds, and layers for what is gone; returns these layers' places there, null without files. */
function addBaseline(layers: Directory[], current: Side, before: Side): readonly number[] | null {
  const files = filesOf(before);
  if (files === null) return null;
  const olds = before.measurement.layers;
  const placeOf = new Map(olds.map((layer, at) => [layer, at]));
  const counterparts: Directory[] = [];
  const gone: number[] = [];
  alignLayers(olds, current.measurement.layers).forEach((pair, at) => {
    const place = pair.before === null ? undefined : placeOf.get(pair.before);
    if (place === undefined) return;
    if (pair.after === null) {
      layers.push(newDirectory(''));
      gone.push(place);
    }
    counterparts[place] = layers[at] ?? newDirectory('');
  });
  for (const { path, layer, owner, entry } of files) {
    const leaf = leafAt(counterparts[layer], path, 'any');
    leaf.before = (leaf.before ?? 0) + entry.size;
    if (leaf.bytes === null) leaf.owner = owner;
  }
  return gone;
}
