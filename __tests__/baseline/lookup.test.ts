import type { DecodedRecord } from '../../src/baseline/codec.ts';
import type { Head, History } from '../../src/baseline/history.ts';
import { findBaseline, nearest } from '../../src/baseline/lookup.ts';
import { prune } from '../../src/baseline/prune.ts';
import type { BaselineStore } from '../../src/baseline/store.ts';
import { UserError } from '../../src/errors.ts';
import type { BaselineRequest } from '../../src/model/baseline-request.ts';
import { smallRecord } from '../support/records.ts';

const key = { image: 'app', platform: 'linux/amd64' };
const id = (number: number) => number.toString(16).padStart(40, '0');

/** Commits 1 to 2000 in a row: 2000 is the newest. */
function straightHistory(questions: number[] = []): History {
  return {
    firstParents: async (commit, count) => {
      questions.push(count);
      const from = Number.parseInt(commit, 16);
      return Array.from({ length: Math.min(count, from) }, (_, step) => id(from - step));
    },
    mergeBase: async (_, ref) => (ref === 'main' ? id(1500) : null),
  };
}

function storeOf(records: ReadonlyMap<string, DecodedRecord | null>): BaselineStore {
  return {
    list: async () => new Set(records.keys()),
    load: async (_, commit) => records.get(commit) ?? null,
    save: () => Promise.reject(new Error('a lookup writes nothing')),
    remove: () => Promise.reject(new Error('a lookup removes nothing')),
  };
}

const stored = (...numbers: number[]) =>
  storeOf(new Map(numbers.map((number) => [id(number), { kind: 'record', record: smallRecord(id(number)) }])));

const head: Head = { commit: id(2000), parents: [id(1999), id(777)] };
const look = (request: BaselineRequest, store: BaselineStore, history = straightHistory()) =>
  findBaseline(request, key, { store, history, head });

describe('the baseline that is found', () => {
  const cases: readonly [
    name: string,
    request: BaselineRequest,
    store: BaselineStore,
    commit: string,
    distance: number,
  ][] = [
    ['the first parent itself', { kind: 'first-parent' }, stored(1999, 1998), id(1999), 0],
    ['an ancestor of the first parent', { kind: 'first-parent' }, stored(2000, 1996), id(1996), 3],
    ['a merge base', { kind: 'merge-base', ref: 'main' }, stored(1999, 1500), id(1500), 0],
    ['an ancestor of a merge base', { kind: 'merge-base', ref: 'main' }, stored(1501, 1400), id(1400), 100],
    ['the commit', { kind: 'commit', commit: id(9) }, stored(9), id(9), 0],
    ['an ancestor of HEAD, not itself', { kind: 'ancestor-of', commit: id(2000) }, stored(2000, 1999), id(1999), 0],
    ['an ancestor of another commit', { kind: 'ancestor-of', commit: id(50) }, stored(50, 40), id(40), 9],
    ['the last that is looked at', { kind: 'commit', commit: id(2000) }, stored(1001), id(1001), 999],
  ];
  it.each(cases)('%s', async (_, request, store, commit, distance) => {
    const { baseline, record, notices } = await look(request, store);
    expect(baseline).toMatchObject({ kind: distance === 0 ? 'exact' : 'ancestor', commit, distance });
    expect(baseline.reason === null).toBe(distance === 0);
    expect(record?.measurement).toEqual(baseline.measurement);
    expect(baseline.measurement?.commit).toBe(commit);
    expect(notices).toEqual([]);
  });

  it('is the next one where the nearest was removed meanwhile', async () => {
    const records = new Map<string, DecodedRecord | null>([
      [id(1999), null],
      [id(1990), { kind: 'record', record: smallRecord(id(1990)) }],
    ]);
    const { baseline } = await look({ kind: 'first-parent' }, storeOf(records));
    expect(baseline).toMatchObject({ kind: 'ancestor', commit: id(1990), distance: 9 });
  });
});

describe('no baseline', () => {
  const unusable = (decoded: DecodedRecord) => storeOf(new Map([[id(1999), decoded]]));
  const other = smallRecord(id(1999));
  const foreign = { ...other, measurement: { ...other.measurement, platform: 'linux/arm64' } };
  const cases: readonly [
    name: string,
    request: BaselineRequest,
    store: BaselineStore,
    reason: RegExp,
    notices: number,
  ][] = [
    ['nothing is wanted', { kind: 'none', reason: 'Measured only.' }, stored(1), /^Measured only\.$/, 0],
    [
      'nothing is stored',
      { kind: 'first-parent' },
      stored(),
      /^No baseline of app \(linux\/amd64\) has been stored yet\.$/,
      0,
    ],
    [
      'only commits off the line',
      { kind: 'commit', commit: id(9) },
      stored(10),
      /^Neither 0000000 nor any of its 8 /,
      0,
    ],
    ['too far back', { kind: 'commit', commit: id(2000) }, stored(1000), /nor any of its 999 nearest ancestors/, 0],
    ['no merge base', { kind: 'merge-base', ref: 'gone' }, stored(1), /Where 0000000 and gone parted is not known/, 0],
    ['the first commit', { kind: 'ancestor-of', commit: id(1) }, stored(1), /has no parent that is known/, 0],
    [
      'newer',
      { kind: 'first-parent' },
      unusable({ kind: 'newer', version: 7 }),
      /newer version .*\(format 7\): update/,
      1,
    ],
    [
      'unreadable',
      { kind: 'first-parent' },
      unusable({ kind: 'unreadable', reason: 'it is JSON' }),
      /cannot be read: it is JSON\./,
      1,
    ],
    [
      'of another commit',
      { kind: 'first-parent' },
      unusable({ kind: 'record', record: smallRecord(id(3)) }),
      /something else/,
      1,
    ],
    [
      'of another platform',
      { kind: 'first-parent' },
      unusable({ kind: 'record', record: foreign }),
      /something else/,
      1,
    ],
  ];
  it.each(cases)('%s', async (_, request, store, reason, notices) => {
    const found = await look(request, store);
    expect(found.record).toBeNull();
    expect(found.baseline).toMatchObject({ kind: 'none', commit: null, distance: null, measurement: null });
    expect(found.baseline.reason).toMatch(reason);
    expect(found.notices).toHaveLength(notices);
  });

  const refusal = new UserError('The store is closed.', { hint: 'Open it.' });
  const closed: BaselineStore = { ...stored(1), list: () => Promise.reject(refusal) };
  const cut: History = { firstParents: () => Promise.reject(refusal), mergeBase: () => Promise.reject(refusal) };
  it.each([
    ['a store that fails', closed, straightHistory()],
    ['a history that fails', stored(1), cut],
  ])('%s: a reason and a notice with the remedy', async (_, store, history) => {
    const found = await look({ kind: 'first-parent' }, store, history);
    expect(found.baseline).toMatchObject({ kind: 'none', reason: 'The store is closed.' });
    expect(found.notices).toEqual(['The store is closed. Open it.']);
  });

  it('does not hide a mistake of ours', async () => {
    const broken: BaselineStore = { ...stored(1), list: () => Promise.reject(new TypeError('no function')) };
    await expect(look({ kind: 'first-parent' }, broken)).rejects.toThrow(TypeError);
  });
});

describe('the history is asked', () => {
  it.each([
    ['not at all for an exact match', stored(1999), []],
    ['for 50 where that is enough', stored(1960), [50]],
    ['for more only then', stored(1700), [50, 200, 1000]],
    ['not at all where nothing is stored', stored(), []],
  ])('%s', async (_, store, expected) => {
    const questions: number[] = [];
    await look({ kind: 'first-parent' }, store, straightHistory(questions));
    expect(questions).toEqual(expected);
  });
});

describe('the nearest of a chain', () => {
  it.each([
    ['the first', ['a', 'b'], ['a', 'b'], { commit: 'a', distance: 0 }],
    ['a later one', ['a', 'b', 'c'], ['c'], { commit: 'c', distance: 2 }],
    ['none', ['a'], ['z'], null],
    ['none of nothing', [], ['z'], null],
  ])('%s', (_, chain, listed, match) => {
    expect(nearest(chain, new Set(listed))).toEqual(match);
  });
});

describe('pruning', () => {
  const point = (number: number) => ({
    commit: id(number),
    created: '2026-01-01T00:00:00Z',
    diskBytes: 1,
    downloadBytes: 1,
    store: null,
  });
  const previous = { ...smallRecord(id(201)), trend: Array.from({ length: 200 }, (_, at) => point(at + 1)) };
  const removing = (removed: string[]): BaselineStore => ({
    ...stored(),
    remove: async (_, commits) => void removed.push(...commits),
  });

  it('removes what the line has outgrown', async () => {
    const removed: string[] = [];
    expect(await prune(removing(removed), key, previous, new Set())).toBeNull();
    expect(removed).toEqual([id(1)]);
  });

  it('keeps what an open pull request needs', async () => {
    const removed: string[] = [];
    expect(await prune(removing(removed), key, previous, new Set([id(1)]))).toBeNull();
    expect(removed).toEqual([]);
  });

  it('only says so where it fails', async () => {
    const store = { ...stored(), remove: () => Promise.reject(new UserError('Not allowed.')) };
    expect(await prune(store, key, previous, new Set())).toBe('Not allowed.');
  });
});
