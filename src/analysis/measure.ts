import type { LayerAttribution } from '../model/attribution.ts';
import type { Image, ImageLayer } from '../model/image.ts';
import type { MeasuredLayer, Measurement } from '../model/measurement.ts';
import type { FileSystem } from './filesystem.ts';

export interface MeasureInput {
  readonly image: Image;
  /** One for each layer of `image`. */
  readonly attributions: readonly LayerAttribution[];
  /** As the attributions: `MeasuredLayer.upstream`. */
  readonly upstream: readonly MeasuredLayer['upstream'][];
  readonly bases: Measurement['bases'];
  readonly buildArgs: Measurement['buildArgs'];
  readonly fileSystem: FileSystem;
  readonly name: string;
  readonly commit: string | null;
  readonly created: Date;
  /** Null: the image was there already. */
  readonly build: Measurement['build'];
}

/** Weighs an image; totals are the sums of its layers. */
export function measure(input: MeasureInput): Measurement {
  const { image, attributions, upstream, fileSystem, name, commit, created, bases, buildArgs, build } = input;
  const layers = image.layers.map((layer, at) =>
    measureLayer(layer, attributions[at] ?? unattributed, upstream[at] ?? null),
  );
  const sum = (of: (layer: MeasuredLayer) => number) => layers.reduce((total, layer) => total + of(layer), 0);
  const isKnown = layers.every((layer) => layer.downloadBytes !== null);
  return {
    version: 1,
    name,
    platform: image.platform,
    source: { ...image.source },
    store: image.store,
    commit,
    created: created.toISOString(),
    diskBytes: sum((layer) => layer.diskBytes),
    downloadBytes: isKnown ? sum((layer) => layer.downloadBytes ?? 0) : null,
    deadBytes: fileSystem.deadBytes,
    files: sum((layer) => layer.files),
    layers,
    bases,
    buildArgs,
    build,
  };
}

const unattributed: LayerAttribution = { origin: null, instruction: null, location: null, attribution: 'none' };

const measureLayer = (
  { diffId, digest, downloadBytes, index }: ImageLayer,
  of: LayerAttribution,
  upstream: MeasuredLayer['upstream'],
): MeasuredLayer => ({
  diffId,
  digest,
  diskBytes: index.diskBytes,
  downloadBytes,
  files: index.files,
  origin: of.origin,
  instruction: of.instruction,
  location: of.location,
  attribution: of.attribution,
  upstream,
});
