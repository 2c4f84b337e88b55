import { UserError } from '../errors.ts';
import type { Digest, Image, ImageConfig, ImageLayer, ImageSource, ImageStore, KnownLayer } from '../model/image.ts';
import { type IndexedLayer, indexLayer } from './layer.ts';
import { platformText, samePlatform } from './oci.ts';
import type { ReadImage, ReadOptions } from './reader.ts';
import { watchReading } from './reading.ts';

/** A layer's blob as a source holds it. */
export interface LayerBlob {
  /** As the manifest says; null where the source has no manifest with digests. */
  readonly digest: Digest | null;
  /** Bytes of the blob as a registry holds it; null where the source keeps its layers unpacked. */
  readonly downloadBytes: number | null;
  open(): Promise<AsyncIterable<Buffer>>;
}

/** Decompression runs in a pool of threads, hashing here: two at once keep both busy. */
const concurrentReads = 2;

export interface ImageParts {
  readonly source: ImageSource;
  readonly store: ImageStore | null;
  readonly config: ImageConfig;
  /** One for each diffID, base first. */
  readonly blobs: readonly LayerBlob[];
}

/** Reads the layers that are not known, each diffID once. */
export async function assembleImage(
  parts: ImageParts,
  { known: lookUp, platform, maxUnpacked, log }: Pick<ReadOptions, 'known' | 'platform' | 'maxUnpacked' | 'log'>,
): Promise<ReadImage> {
  const { config, blobs, source } = parts;
  checkParts(config, blobs.length, platform, source);
  const known = await lookUp(platformText(config));
  const wantedBlobs = new Map<Digest, LayerBlob>();
  config.diffIds.forEach((diffId, position) => {
    const blob = blobs[position];
    if (blob !== undefined && !known.has(diffId)) wantedBlobs.set(diffId, blob);
  });
  const read = new Map<Digest, IndexedLayer>();
  const sizes = [...wantedBlobs.values()].map(({ downloadBytes }) => downloadBytes);
  const { watch, layerDone } = watchReading(source, sizes, log);
  await forEachConcurrently([...wantedBlobs], concurrentReads, async ([diffId, blob]) => {
    read.set(
      diffId,
      await indexLayer(watch(await blob.open()), { diffId, digest: blob.digest, maxBytes: maxUnpacked }),
    );
    layerDone();
  });
  const layers = config.diffIds.map((diffId, position) =>
    joinLayer(diffId, blobs[position], read.get(diffId), known.get(diffId), parts.store),
  );
  return { image: imageOf(parts, layers), layersRead: read.size };
}

/** A layer's index, and the sizes of its blob in this source, else as the same store's engine knew them. */
function joinLayer(
  diffId: Digest,
  blob: LayerBlob | undefined,
  read: IndexedLayer | undefined,
  known: KnownLayer | undefined,
  store: ImageStore | null,
): ImageLayer {
  const index = read?.index ?? known?.index;
  if (index === undefined) throw new UserError(`Layer ${diffId} was not read`);
  if (blob?.downloadBytes != null) {
    const readDigest = read !== undefined && read.compression !== 'none' ? read.digest : null;
    const digest = blob.digest ?? readDigest;
    return { diffId, digest, downloadBytes: blob.downloadBytes, marks: marksOf(digest, read ?? known), index };
  }
  return { diffId, ...knownDownload(known, store), index };
}

/** A blob is compressed by the store's engine: its digest, size and marks hold for that store alone. */
export function knownDownload(
  known: KnownLayer | undefined,
  store: ImageStore | null,
): Pick<ImageLayer, 'digest' | 'downloadBytes' | 'marks'> {
  if (known === undefined || store === null || known.store !== store) {
    return { digest: null, downloadBytes: null, marks: null };
  }
  return { digest: known.digest, downloadBytes: known.downloadBytes, marks: known.marks };
}

/** The marks of the blob with this digest, where it is the one that was read: a layer may come as other blobs. */
export const marksOf = (
  digest: Digest | null,
  read: Pick<KnownLayer, 'digest' | 'marks'> | undefined,
): ImageLayer['marks'] => (digest !== null && read?.digest === digest ? read.marks : null);

export function imageOf(parts: Omit<ImageParts, 'blobs'>, layers: readonly ImageLayer[]): Image {
  const { source, store, config } = parts;
  return { source, store, platform: platformText(config), config, layers };
}

/** Throws a UserError where the config does not fit the layers or the wanted platform. */
export function checkParts(config: ImageConfig, layers: number, wanted: string | null, source: ImageSource): void {
  const name = `${source.kind}:${source.reference}`;
  if (config.diffIds.length !== layers) {
    throw new UserError(`${name} has ${layers} layers, but its config names ${config.diffIds.length}`, {
      hint: 'The image is damaged: build, pull or save it again.',
    });
  }
  const platform = platformText(config);
  if (wanted !== null && !samePlatform(platform, wanted)) {
    throw new UserError(`${name} is for ${platform}, not for ${wanted}`, {
      hint: 'Build or pull it for that platform, or name another.',
    });
  }
}

async function forEachConcurrently<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}
