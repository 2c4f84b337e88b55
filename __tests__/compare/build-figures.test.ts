import { buildFigures } from '../../src/compare/build-figures.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { sampleMeasurement } from '../support/report-samples.ts';

const built = (build: Measurement['build']) => sampleMeasurement({ build });
const full = { seconds: 41.2, steps: 4, cachedSteps: 3, contextBytes: 1000 };

it.each<[string, Measurement['build'], Measurement | null, ReturnType<typeof buildFigures>]>([
  ['nothing, for what was not built here', null, built(full), null],
  [
    'no change, for the first',
    full,
    null,
    {
      seconds: { before: null, after: 41.2, delta: null },
      cachedShare: { before: null, after: 0.75, delta: null },
      contextBytes: { before: null, after: 1000, delta: null },
    },
  ],
  [
    'the changes, without the noise of fractions',
    full,
    built({ seconds: 38.1, steps: 10, cachedSteps: 10, contextBytes: 2000 }),
    {
      seconds: { before: 38.1, after: 41.2, delta: 3.1 },
      cachedShare: { before: 1, after: 0.75, delta: -0.25 },
      contextBytes: { before: 2000, after: 1000, delta: -1000 },
    },
  ],
  [
    'no change that is less than nothing',
    { ...full, seconds: 0 },
    built({ ...full, seconds: 1e-7 }),
    {
      seconds: { before: 1e-7, after: 0, delta: 0 },
      cachedShare: { before: 0.75, after: 0.75, delta: 0 },
      contextBytes: { before: 1000, after: 1000, delta: 0 },
    },
  ],
  [
    'what is not known as null',
    { ...full, steps: 0, cachedSteps: 0 },
    built({ ...full, contextBytes: null }),
    {
      seconds: { before: 41.2, after: 41.2, delta: 0 },
      cachedShare: { before: 0.75, after: null, delta: null },
      contextBytes: { before: null, after: 1000, delta: null },
    },
  ],
])('has %s', (_, after, before, expected) => {
  expect(buildFigures(built(after), before)).toEqual(expected);
});
