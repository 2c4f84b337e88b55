/** Compressed bytes that an image may differ by where the same files were only put into layers anew. */
const dustBytes = 1000;
/** Whether a size by download is more than what comes of making the same layers once more; unknown is. */
export const isMoreThanDust = ({ downloadBytes }) => downloadBytes === null || Math.abs(downloadBytes) >= dustBytes;
/** A layer that was made anew with the same files in it: nothing that a reader could act on. */
export const isDust = ({ kind, delta, children }, metric) => kind === 'layer' &&
    delta.diskBytes === 0 &&
    children.every((child) => child.kind === 'other' && child.delta.diskBytes === 0) &&
    (metric === 'disk' || !isMoreThanDust(delta));
