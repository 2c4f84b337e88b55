/** What the build took, beside what the baseline's took. Null: the image was not built here. */
export function buildFigures(current, before) {
    const [after, earlier] = [current.build, before?.build ?? null];
    if (after === null)
        return null;
    const figure = (of) => figureOf(earlier && of(earlier), of(after));
    return {
        seconds: figure(({ seconds }) => seconds),
        cachedShare: figure(cachedShareOf),
        contextBytes: figure(({ contextBytes }) => contextBytes),
    };
}
/** Null: without a step there is nothing to cache. */
const cachedShareOf = ({ steps, cachedSteps }) => (steps === 0 ? null : cachedSteps / steps);
const figureOf = (before, after) => ({
    before,
    after,
    delta: before === null || after === null ? null : rounded(after - before),
});
/** To a millionth: 41.2 - 38.1 is 3.1. */
const rounded = (value) => Math.round(value * 1e6) / 1e6;
