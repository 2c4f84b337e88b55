import { isWithin, trial } from '../src/verify.ts';
import { buildSettings } from './build/settings.ts';

describe('a prediction', () => {
  it.each<[number | null, number, boolean]>([
    [1000, 1000, true],
    [1000, 900, true],
    [1000, 1100, true],
    [1000, 899, false],
    [1000, 1101, false],
    [1000, -1000, false],
    [null, 500, true],
  ])('of %p holds where %p is measured: %p', (predicted, measured, expected) => {
    expect(isWithin(predicted, measured)).toBe(expected);
  });
});

it('is tried by builds that leave nothing behind, and are else the same', () => {
  const given = { target: 'app', buildArgs: ['A=b'], load: true };
  const left = { tags: ['app:1'], push: true, cacheTo: ['app:cache'] };
  expect(trial(buildSettings({ ...given, ...left }))).toEqual(buildSettings(given));
});
