export const nothing = { diskBytes: 0, downloadBytes: 0 };
/** What is unknown in a part is unknown in the whole. */
export const addSizes = (a, b) => combine(a, b, (x, y) => x + y);
export const subtractSizes = (a, b) => combine(a, b, (x, y) => x - y);
function combine(a, b, operation) {
    const known = (x, y) => (x === null || y === null ? null : operation(x, y));
    return {
        diskBytes: known(a.diskBytes, b.diskBytes),
        downloadBytes: known(a.downloadBytes, b.downloadBytes),
    };
}
/** Whether neither size differs from 0, as far as is known. */
export const isNothing = ({ diskBytes, downloadBytes }) => !diskBytes && !downloadBytes;
/** How much a delta matters: by the metric, by disk where that is not known. */
export function weightOf(delta, metric) {
    const first = metric === 'disk' ? delta.diskBytes : delta.downloadBytes;
    return Math.abs(first ?? delta.diskBytes ?? 0);
}
