import type { Measurement } from '../model/measurement.ts';
import type { BuildFigure, ImageReport } from '../model/report.ts';

type Build = NonNullable<Measurement['build']>;

/** What the build took, beside what the baseline's took. Null: the image was not built here. */
export function buildFigures(current: Measurement, before: Measurement | null): ImageReport['build'] {
  const [after, earlier] = [current.build, before?.build ?? null];
  if (after === null) return null;
  const figure = (of: (build: Build) => number | null) => figureOf(earlier && of(earlier), of(after));
  return {
    seconds: figure(({ seconds }) => seconds),
    cachedShare: figure(cachedShareOf),
    contextBytes: figure(({ contextBytes }) => contextBytes),
  };
}

/** Null: without a step there is nothing to cache. */
const cachedShareOf = ({ steps, cachedSteps }: Build): number | null => (steps === 0 ? null : cachedSteps / steps);

const figureOf = (before: number | null, after: number | null): BuildFigure => ({
  before,
  after,
  delta: before === null || after === null ? null : rounded(after - before),
});

/** To a millionth: 41.2 - 38.1 is 3.1. What rounds to nothing from below is 0, as JSON has no -0. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;
