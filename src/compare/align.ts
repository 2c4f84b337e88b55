import type { MeasuredLayer } from '../model/measurement.ts';

/** A layer on both sides, or on one: never null on both. */
export interface LayerPair {
  readonly before: MeasuredLayer | null;
  readonly after: MeasuredLayer | null;
}

/**
 * Pairs the layers of two images: by content (diffID), then by instruction and stage, then an instruction with the one
 * that it was before an edit. An instruction that was inserted, removed or moved therefore misaligns nothing. Pairs
 * stand in the order of `after`; what is gone comes last, in the order of `before`.
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
  for (const layer of after) {
    const edited = partner.has(layer) ? null : mostAlike(layer, free);
    if (edited === null) continue;
    partner.set(layer, edited);
    free.delete(edited);
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

/** Of an edited instruction at least this share of the words stays. */
const leastAlike = 0.5;

/** The layer whose instruction an edit may have turned into that of `layer`; null where none is like it. */
function mostAlike(layer: MeasuredLayer, candidates: Iterable<MeasuredLayer>): MeasuredLayer | null {
  let best: { readonly candidate: MeasuredLayer; readonly likeness: number } | null = null;
  for (const candidate of candidates) {
    if (candidate.origin !== layer.origin) continue;
    const likeness = likenessOf(layer.instruction, candidate.instruction);
    if (likeness >= leastAlike && likeness > (best?.likeness ?? 0)) best = { candidate, likeness };
  }
  return best?.candidate ?? null;
}

/** Words that both have, out of those that either has (Jaccard); 0 where the keywords differ. */
function likenessOf(one: string | null, other: string | null): number {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const [[keyword], [otherKeyword]] = [[...words], [...others]];
  if (keyword === undefined || keyword !== otherKeyword) return 0;
  const common = [...words].filter((word) => others.has(word)).length;
  return common / (words.size + others.size - common);
}

const wordsOf = (instruction: string | null): Set<string> => new Set(instruction?.split(/\s+/) ?? []);
