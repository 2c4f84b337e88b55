import { makeRecord, outgrown } from '../../src/baseline/trend.ts';
import type { BaselineRecord } from '../../src/model/record.ts';
import { smallRecord } from '../support/records.ts';

const commitAt = (number: number) => number.toString(16).padStart(40, '0');

/** What is stored after `count` commits in a row. */
function lineOf(count: number): BaselineRecord | null {
  let last: BaselineRecord | null = null;
  for (let number = 0; number < count; number += 1) {
    const { measurement, layers } = smallRecord(commitAt(number));
    last = makeRecord(measurement, layers, last);
  }
  return last;
}

describe('the line of a record', () => {
  it('begins with nothing', () => {
    expect(lineOf(1)?.trend).toEqual([]);
    expect(outgrown(null)).toEqual([]);
  });

  it('holds what came before, oldest first', () => {
    expect(lineOf(4)?.trend).toEqual(
      [0, 1, 2].map((number) => ({
        commit: commitAt(number),
        created: '2026-11-01T00:00:00Z',
        diskBytes: 40,
        downloadBytes: 400,
        store: 'containerd',
      })),
    );
  });

  it('keeps the last 200 and names what falls out', () => {
    const last = lineOf(203);
    expect(last?.trend).toHaveLength(200);
    expect(last?.trend[0]?.commit).toBe(commitAt(2));
    expect(outgrown(lineOf(200))).toEqual([]);
    expect(outgrown(last)).toEqual([commitAt(2)]);
  });

  it('has a commit that was measured again once, at its latest place', () => {
    const { measurement, layers } = smallRecord(commitAt(0));
    const again = makeRecord(measurement, layers, lineOf(3));
    const next = smallRecord(commitAt(9));
    expect(makeRecord(next.measurement, next.layers, again).trend.map(({ commit }) => commit)).toEqual(
      [1, 2, 0].map(commitAt),
    );
  });

  it('passes over a measurement without a commit', () => {
    const previous = smallRecord(commitAt(0));
    const nameless = { ...previous, measurement: { ...previous.measurement, commit: null } };
    expect(makeRecord(previous.measurement, previous.layers, nameless).trend).toEqual([]);
  });
});
