import fc from 'fast-check';
import { makeRecord, outgrown } from '../../src/baseline/trend.ts';
import type { BaselineRecord } from '../../src/model/record.ts';
import { anyRecord, imageLayersOf, smallRecord } from '../support/records.ts';

const commitAt = (number: number) => number.toString(16).padStart(40, '0');

/** What is stored after `count` commits in a row. */
function lineOf(count: number): BaselineRecord | null {
  let last: BaselineRecord | null = null;
  for (let number = 0; number < count; number += 1) {
    const record = smallRecord(commitAt(number));
    last = makeRecord(record.measurement, imageLayersOf(record), last);
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
    const first = smallRecord(commitAt(0));
    const again = makeRecord(first.measurement, imageLayersOf(first), lineOf(3));
    const next = smallRecord(commitAt(9));
    expect(makeRecord(next.measurement, imageLayersOf(next), again).trend.map(({ commit }) => commit)).toEqual(
      [1, 2, 0].map(commitAt),
    );
  });

  it('passes over a measurement without a commit', () => {
    const previous = smallRecord(commitAt(0));
    const nameless = { ...previous, measurement: { ...previous.measurement, commit: null } };
    expect(makeRecord(previous.measurement, imageLayersOf(previous), nameless).trend).toEqual([]);
  });
});

it('is a record of all that was measured', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      expect(makeRecord(record.measurement, imageLayersOf(record), null)).toEqual(record);
    }),
  );
});

it('leaves out marks of a blob that nobody could know again', () => {
  const record = smallRecord(commitAt(0));
  const marks = { tarBytes: Float64Array.of(1024), blobBytes: Float64Array.of(100) };
  const nameless = imageLayersOf(record).map((layer) => ({ ...layer, digest: null, marks }));
  expect(makeRecord(record.measurement, nameless, null).marks).toEqual(new Map());
});
