import { historyOf } from '../../src/compare/history.ts';
import type { TrendPoint } from '../../src/model/record.ts';
import { measuredLayer, measurementOf } from '../support/measurements.ts';

const commitAt = (number: number) => number.toString(16).padStart(40, '0');

const line = (count: number, over: Partial<TrendPoint> = {}): TrendPoint[] =>
  Array.from({ length: count }, (_, at) => ({
    commit: commitAt(at),
    created: new Date(Date.UTC(2026, 0, 1 + at)).toISOString(),
    diskBytes: 100_000 + at,
    downloadBytes: 50_000 + at,
    store: 'containerd',
    ...over,
  }));

const current = (commit: string) =>
  measurementOf([measuredLayer('now', { diskBytes: 7, downloadBytes: 3 })], { commit, store: 'containerd' });

describe('historyOf', () => {
  it.each([
    ['nothing, where nothing is known', 0, []],
    ['all of a short line, oldest first', 3, [0, 1, 2]],
    ['the last thirty of a long one', 45, Array.from({ length: 30 }, (_, at) => at + 15)],
  ])('has %s', (_name, count, expected) => {
    expect(historyOf(line(count), current(commitAt(999)))).toEqual(
      expected.map((at) => ({
        commit: commitAt(at),
        created: new Date(Date.UTC(2026, 0, 1 + at)).toISOString(),
        diskBytes: 100_000 + at,
        downloadBytes: 50_000 + at,
      })),
    );
  });

  it('leaves out an earlier measurement of the same commit', () => {
    expect(historyOf(line(3), current(commitAt(1))).map(({ commit }) => commit)).toEqual([commitAt(0), commitAt(2)]);
  });

  it('does not know what another store would have made of it', () => {
    const points = historyOf(line(2, { store: 'classic' }), current(commitAt(999)));
    expect(points.map(({ downloadBytes }) => downloadBytes)).toEqual([null, null]);
  });
});
