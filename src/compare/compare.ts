import type { MeasuredLayer, Measurement } from '../model/measurement.ts';
import type { Change, ImageReport, Metric, Size } from '../model/report.ts';
import { alignLayers, type LayerPair } from './align.ts';
import { addSizes, nothing, subtractSizes } from './size.ts';

export interface Comparison {
  readonly delta: NonNullable<ImageReport['delta']>;
  /** The layers that changed, by Dockerfile line, the largest change first; their deltas add up to `delta`. */
  readonly changes: readonly Change[];
}

/**
 * What changed from `before` to `after`.
 *
 * Download sizes are compared only where both came from the same image store: each compresses in its own way, so that
 * their difference would say nothing of the image.
 */
export function compareMeasurements(before: Measurement, after: Measurement, metric: Metric): Comparison {
  const sameStore = before.store === after.store;
  const seen = (layer: MeasuredLayer): Size => ({
    diskBytes: layer.diskBytes,
    downloadBytes: sameStore ? layer.downloadBytes : null,
  });
  const rows = rowsOf(alignLayers(before.layers, after.layers), seen);
  const delta = rows.map((row) => row.delta).reduce(addSizes, nothing);
  return {
    delta: {
      diskBytes: after.diskBytes - before.diskBytes,
      downloadBytes: delta.downloadBytes,
      percent: percentOf(metric, before, delta),
    },
    changes: rows.filter(isChanged).sort((a, b) => weight(b, metric) - weight(a, metric)),
  };
}

function percentOf(metric: Metric, before: Measurement, delta: Size): number | null {
  const [whole, part] =
    metric === 'disk' ? [before.diskBytes, delta.diskBytes] : [before.downloadBytes, delta.downloadBytes];
  return whole === null || part === null || whole === 0 ? null : (part / whole) * 100;
}

/** One row for each pair; the base image is one row, whatever its layers are. */
function rowsOf(pairs: readonly LayerPair[], seen: (layer: MeasuredLayer) => Size): Change[] {
  const isBase = (pair: LayerPair) => (pair.after ?? pair.before)?.origin === 'base';
  const crossesOrigin = pairs.some(
    ({ before, after }) =>
      before !== null && after !== null && (before.origin === 'base') !== (after.origin === 'base'),
  );
  // Layers that moved between base and own (the builder's image became the base, say) stay rows of their own.
  const base = crossesOrigin ? [] : pairs.filter(isBase);
  const own = pairs.filter((pair) => !base.includes(pair));
  return [...(base.length > 0 ? [rowOf(base, seen)] : []), ...own.map((pair) => rowOf([pair], seen))];
}

function rowOf(pairs: readonly LayerPair[], seen: (layer: MeasuredLayer) => Size): Change {
  const sum = (side: 'before' | 'after'): Size | null => {
    const layers = pairs.flatMap((pair) => pair[side] ?? []);
    return layers.length === 0 ? null : layers.map(seen).reduce(addSizes, nothing);
  };
  const before = sum('before');
  const after = sum('after');
  const shown = pairs.findLast((pair) => pair.after !== null)?.after ?? pairs.at(-1)?.before;
  return {
    kind: 'layer',
    label: shown?.instruction ?? (shown?.origin === 'base' ? 'base image' : `layer ${shown?.diffId ?? ''}`),
    location: shown?.location ?? null,
    before,
    after,
    delta: subtractSizes(after ?? nothing, before ?? nothing),
    cause: 'yours',
    evidence: null,
    assumed: true,
    package: null,
    movedFrom: null,
    movedTo: null,
    children: [],
  };
}

const isChanged = ({ delta }: Change): boolean => delta.diskBytes !== 0 || (delta.downloadBytes ?? 0) !== 0;

function weight(change: Change, metric: Metric): number {
  const first = metric === 'disk' ? change.delta.diskBytes : change.delta.downloadBytes;
  return Math.abs(first ?? change.delta.diskBytes ?? 0);
}
