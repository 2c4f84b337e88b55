/** 1 MB in UTF-16: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs */
const maxOutputCharacters = 1_048_576 / 2;
/**
 * The action's outputs. Sizes are bytes; those of the baseline and the growth are by the report's metric; several images
 * are added up. What is not known, or differs between images, is the empty text; so is a report above GitHub's limit.
 */
export function outputValues(report, commentUrl) {
    const { images, metric, verdict } = report;
    const byMetric = (size) => (metric === 'disk' ? size.diskBytes : size.downloadBytes);
    const current = images.map((image) => image.current);
    const before = images.map(({ baseline }) => (baseline.measurement === null ? null : byMetric(baseline.measurement)));
    const delta = sum(images.map((image) => (image.delta === null ? null : byMetric(image.delta))));
    const json = JSON.stringify(report);
    return {
        verdict,
        size: text(sum(current.map(({ diskBytes }) => diskBytes))),
        'download-size': text(sum(current.map(({ downloadBytes }) => downloadBytes))),
        'baseline-size': text(sum(before)),
        'delta-bytes': text(delta),
        'delta-percent': text(percentOf(report, delta, sum(before))),
        'baseline-sha': text(common(images.map(({ baseline }) => baseline.commit))),
        'baseline-kind': text(common(images.map(({ baseline }) => baseline.kind))),
        'report-json': json.length <= maxOutputCharacters ? json : '',
        'comment-url': text(commentUrl),
    };
}
/** Sets every output, so that a later step never reads one of an earlier attempt. */
export function writeOutputs(values, setOutput) {
    for (const [name, value] of Object.entries(values)) {
        setOutput(name, value);
    }
}
function percentOf({ images }, delta, before) {
    const [image, ...more] = images;
    if (image !== undefined && more.length === 0) {
        return rounded(image.delta?.percent ?? null);
    }
    return delta === null || before === null || before === 0 ? null : rounded((delta / before) * 100);
}
/** To four decimals: enough for a byte in a megabyte. */
function rounded(percent) {
    return percent === null ? null : Math.round(percent * 10_000) / 10_000;
}
function sum(values) {
    return values.reduce((total, value) => (total === null || value === null ? null : total + value), values.length === 0 ? null : 0);
}
function common(values) {
    const [first = null] = values;
    return values.every((value) => value === first) ? first : null;
}
function text(value) {
    return value === null ? '' : String(value);
}
