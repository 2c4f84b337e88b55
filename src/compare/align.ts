import type { MeasuredLayer } from '../model/measurement.ts';

/** A layer on both sides, or on one: never null on both. */
export interface LayerPair {
  readonly before: MeasuredLayer | null;
  readonly after: MeasuredLayer | null;
}

/**
 * Pairs the layers of two images: by content (diffID), then by instruction and stage, in their order. An instruction
 * that was inserted, removed or moved therefore misaligns nothing. Pairs stand in the order of `after`; what is gone
 * comes last, in the order of `before`.
 */
export function alignLayers(before: readonly MeasuredLayer[], after: readonly MeasuredLayer[]): LayerPair[] {
  const partner = new Map<MeasuredLayer, MeasuredLayer>();
  const free = new Set(before);
  for (const identity of [contentIdentity, instructionIdentity]) {
    const waiting = queuesBy(free, identity);
    for (const layer of after) {
      if (partner.has(layer)) continue;
      const match = waiting.get(identity(layer) ?? '')?.shift();
      if (match === undefined) continue;
      partner.set(layer, match);
      free.delete(match);
    }
  }
  return [
    ...after.map((layer) => ({ before: partner.get(layer) ?? null, after: layer })),
    ...[...free].map((layer) => ({ before: layer, after: null })),
  ];
}

type Identity = (layer: MeasuredLayer) => string | null;

const contentIdentity: Identity = (layer) => layer.diffId;

const instructionIdentity: Identity = (layer) =>
  layer.instruction === null ? null : `${layer.location?.stage ?? ''}\n${layer.instruction}`;

function queuesBy(layers: Iterable<MeasuredLayer>, identity: Identity): Map<string, MeasuredLayer[]> {
  const queues = new Map<string, MeasuredLayer[]>();
  for (const layer of layers) {
    const key = identity(layer);
    if (key === null) continue;
    const queue = queues.get(key);
    if (queue) queue.push(layer);
    else queues.set(key, [layer]);
  }
  return queues;
}
