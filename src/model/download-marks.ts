import type { Digest, Entry, ImageLayer } from './image.ts';

/**
 * Where in a layer's blob its entries lie: of the first `tarBytes[i]` of the entries, `blobBytes[i]` of the blob tell.
 * Both ascend and begin, unsaid, at 0; what follows the last mark in the blob is no entry's.
 *
 * It depends on who compressed: it is a blob's, as its digest is, and no part of a layer's index.
 */
export interface DownloadMarks {
  /** Entries counted as `tarBytesOf` does, in their order. */
  readonly tarBytes: Float64Array;
  /** Compressed bytes. */
  readonly blobBytes: Float64Array;
}

/** A layer of 256 MB compressed has one for each 64 KB; of larger ones each stands for more. */
export const maxMarks = 4096;

/** By blob digest: of a blob without one nobody could tell which it is. */
export const marksByBlob = (
  layers: readonly Pick<ImageLayer, 'digest' | 'marks'>[],
): ReadonlyMap<Digest, DownloadMarks> =>
  new Map(layers.flatMap(({ digest, marks }) => (digest === null || marks === null ? [] : [[digest, marks] as const])));

const blockBytes = 512;

/**
 * What an entry takes in a tar: its header, and its content in whole blocks (POSIX.1-2024 pax, "ustar Interchange
 * Format"). As an index can tell: without extension headers, and a sparse file with its holes.
 */
export const tarBytesOf = ({ size }: Pick<Entry, 'size'>): number =>
  blockBytes + Math.ceil(size / blockBytes) * blockBytes;

/**
 * Bytes of the blob that stand for each wanted entry of a layer; between two marks they are shared out by tar bytes. Of
 * all entries together they are as many as the last mark says, to the byte, or fewer.
 *
 * @param entries all of the layer's, in their order
 */
export function downloadsOf(
  entries: readonly Entry[],
  marks: DownloadMarks,
  isWanted: (entry: Entry) => boolean,
): Map<Entry, number> {
  const found = new Map<Entry, number>();
  const blobBytesAt = interpolator(marks);
  let tarBytes = 0;
  let begin = 0;
  for (const entry of entries) {
    tarBytes += tarBytesOf(entry);
    const end = Math.round(blobBytesAt(tarBytes));
    if (isWanted(entry)) found.set(entry, end - begin);
    begin = end;
  }
  return found;
}

/** Bytes of the blob that stand for so many tar bytes; to be asked in ascending order. */
function interpolator({ tarBytes, blobBytes }: DownloadMarks): (tarBytes: number) => number {
  let next = 0;
  return (at) => {
    while (next < tarBytes.length && (tarBytes[next] ?? 0) < at) next++;
    const [tarBefore, blobBefore] = [tarBytes[next - 1] ?? 0, blobBytes[next - 1] ?? 0];
    const [tarAfter, blobAfter] = [tarBytes[next], blobBytes[next]];
    if (tarAfter === undefined || blobAfter === undefined) return blobBefore;
    return blobBefore + ((at - tarBefore) / (tarAfter - tarBefore)) * (blobAfter - blobBefore);
  };
}
