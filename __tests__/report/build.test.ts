import type { Measurement } from '../../src/model/measurement.ts';
import { buildParts, notableBuildParts } from '../../src/report/build.ts';
import { sampleImage } from '../support/report-samples.ts';

type Build = NonNullable<Measurement['build']>;

const usual: Build = { seconds: 100, steps: 4, cachedSteps: 4, contextBytes: 20_000_000 };
const image = (before: Partial<Build> | null, after: Partial<Build> | null) =>
  sampleImage({ builds: { before: before && { ...usual, ...before }, after: after && { ...usual, ...after } } });

it.each<[string, Partial<Build> | null, Partial<Build> | null, string[]]>([
  ['an image that was not built here', {}, null, []],
  ['the first', null, {}, ['built in 1m40s', '100% of 4 steps cached', '20 MB of context sent']],
  ['the same', {}, {}, ['built in 1m40s', '100% of 4 steps cached', '20 MB of context sent']],
  [
    'another',
    { seconds: 103.1, cachedSteps: 3, contextBytes: 19_000_000 },
    { contextBytes: 20_000_000 },
    ['built in 1m40s (-3.1s)', '100% of 4 steps cached (was 75%)', '20 MB of context sent (+1 MB)'],
  ],
  ['a context of unknown size', {}, { contextBytes: null }, ['built in 1m40s', '100% of 4 steps cached']],
  ['a build without steps', {}, { steps: 0, cachedSteps: 0 }, ['built in 1m40s', '20 MB of context sent']],
  ['one step', null, { steps: 1, cachedSteps: 0 }, ['built in 1m40s', '0% of 1 step cached', '20 MB of context sent']],
])('tells of %s', (_, before, after, expected) => {
  expect(buildParts(image(before, after))).toEqual(expected);
});

it.each<[string, Partial<Build> | null, Partial<Build>, string[]]>([
  ['no baseline', null, { seconds: 9_999 }, []],
  ['a build that is as slow', {}, { seconds: 125 }, []],
  ['a short build that is a few seconds slower', { seconds: 1 }, { seconds: 31 }, []],
  ['a build that is much slower', {}, { seconds: 131 }, ['built in 2m11s (+31s)']],
  ['a build that is much faster', { seconds: 1_000 }, {}, []],
  ['some steps that are not cached', {}, { cachedSteps: 3 }, []],
  ['half of the steps not cached any more', {}, { cachedSteps: 2 }, ['50% of 4 steps cached (was 100%)']],
  ['a context that is a little larger', {}, { contextBytes: 25_000_000 }, []],
  ['a context that is much larger', {}, { contextBytes: 40_000_000 }, ['40 MB of context sent (+20 MB)']],
  ['a large context that is a little larger', { contextBytes: 1e9 }, { contextBytes: 1.2e9 }, []],
])('has an eye on %s', (_, before, after, expected) => {
  expect(notableBuildParts(image(before, after))).toEqual(expected);
});
