/** Bytes on disk and to download, of one side of a row; both known. */
export interface Weight {
  readonly diskBytes: number;
  readonly downloadBytes: number;
  /** Of the bytes to download those of what the other side does not share, by the blobs' marks; null: not known. */
  readonly apartBytes: number | null;
}

/**
 * Shares `total` out by weight, so that the shares add up to it: each is what the running total, rounded, grows by. All
 * are 0 where all weights are.
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  let running = 0;
  return weights.map((weight) => {
    running += weight;
    const upTo = whole === 0 ? 0 : Math.round((running / whole) * total);
    const share = upTo - before;
    before = upTo;
    return share;
  });
}

/**
 * The bytes to download that both sides spend on the content that they share: `diskBytes` of it.
 *
 * Known are the whole layers', and what lies beside the shared content where its blobs have marks. The side with less
 * beside the shared content tells most exactly: where the layer only grew, the shared content weighs what the layer did,
 * and the difference is what came. Sharing each side out by itself would let every file change a little, as the ratios
 * differ.
 */
export function estimateShared(diskBytes: number, before: Weight, after: Weight): number {
  if (diskBytes === 0) return 0;
  const by = (side: Weight) =>
    side.apartBytes === null
      ? (diskBytes / side.diskBytes) * side.downloadBytes
      : Math.max(0, side.downloadBytes - side.apartBytes);
  const [old, current] = [before.diskBytes, after.diskBytes];
  const estimate = old === current ? (by(before) + by(after)) / 2 : by(old < current ? before : after);
  return Math.min(Math.round(estimate), before.downloadBytes, after.downloadBytes);
}

/** Of a tar's header for a file. */
const headerBytes = 512;

/**
 * What may be said to be the files' of the bytes to download that are left for them: no compressor makes a file larger
 * than it is in the tar. The rest is of the layer, not of a file.
 */
export const estimateFiles = (downloadBytes: number, diskBytes: number, files: number): number =>
  diskBytes === 0 ? 0 : Math.min(downloadBytes, diskBytes + headerBytes * files);
