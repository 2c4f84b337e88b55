import { readingText, watchPush, watchReading } from '../../src/image/reading.ts';
import type { Log } from '../../src/seams.ts';
import { recordingLog } from '../support/read-options.ts';

const MB = 1_000_000;
const source = { kind: 'docker', reference: 'app:1' } as const;

function watched(): { log: Log; shown: string[] } {
  const shown: string[] = [];
  const log = {
    ...recordingLog().log,
    progress: (status: (() => string) | null) => void shown.push(status?.() ?? 'done'),
  };
  return { log, shown };
}

it.each([
  ['the first layer', { done: 0, layers: 7, bytes: 0, totalBytes: 310 * MB }, 'layer 1 of 7, 0 B of 310 MB (0%)'],
  ['in between', { done: 2, layers: 7, bytes: 120 * MB, totalBytes: 310 * MB }, 'layer 3 of 7, 120 MB of 310 MB (38%)'],
  ['all of it', { done: 7, layers: 7, bytes: 310 * MB, totalBytes: 310 * MB }, 'layer 7 of 7, 310 MB of 310 MB (100%)'],
  ['no size', { done: 0, layers: 1, bytes: MB, totalBytes: null }, 'layer 1 of 1, 1 MB'],
  ['more than there should be', { done: 0, layers: 1, bytes: 2 * MB, totalBytes: MB }, 'layer 1 of 1, 2 MB'],
  ['nothing', { done: 0, layers: 1, bytes: 0, totalBytes: 0 }, 'layer 1 of 1, 0 B of 0 B'],
])('tells of %s', (_, reading, expected) => {
  expect(readingText({ reference: 'app:1', ...reading })).toBe(`Reading app:1: ${expected}`);
});

describe('blobs', () => {
  async function* blob(...sizes: readonly number[]) {
    for (const size of sizes) yield Buffer.alloc(size);
  }
  async function drained(stream: AsyncIterable<Buffer>): Promise<number[]> {
    const sizes: number[] = [];
    for await (const { length } of stream) sizes.push(length);
    return sizes;
  }

  it('are counted as they come', async () => {
    const { log, shown } = watched();
    const { watch, layerDone } = watchReading(source, [5, 3], log);
    expect(await drained(watch(blob(2, 3)))).toEqual([2, 3]);
    layerDone();
    expect(await drained(watch(blob(3)))).toEqual([3]);
    expect(shown.map((text) => text.replace('Reading app:1: ', ''))).toEqual([
      'layer 1 of 2, 2 B of 8 B (25%)',
      'layer 1 of 2, 5 B of 8 B (62%)',
      'layer 2 of 2, 8 B of 8 B (100%)',
    ]);
  });

  it('have no share where one has no size', async () => {
    const { log, shown } = watched();
    await drained(watchReading(source, [5, null], log).watch(blob(2)));
    expect(shown).toEqual(['Reading app:1: layer 1 of 2, 2 B']);
  });

  it('of a file are told by its name, wherever it lies', async () => {
    const { log, shown } = watched();
    await drained(watchReading({ kind: 'oci-archive', reference: '/home/me/app.tar' }, [2], log).watch(blob(2)));
    expect(shown).toEqual(['Reading app.tar: layer 1 of 1, 2 B of 2 B (100%)']);
  });

  it('are left as they are where nobody looks', () => {
    const stream = blob(1);
    expect(watchReading(source, [1], recordingLog().log).watch(stream)).toBe(stream);
  });
});

it('a push is told by what the engine says of its layers', () => {
  const { log, shown } = watched();
  const tell = watchPush(source, 2, log);
  const pushing = (id: string, current: number, total: number) =>
    tell({ id, status: 'Pushing', progressDetail: { current, total } });
  tell({ status: 'The push refers to repository [127.0.0.1:4711/x]' });
  tell({ id: 'a', status: 'Preparing', progressDetail: {} });
  pushing('a', 60, 100);
  pushing('b', 10, 300);
  tell({ id: 'a', status: 'Pushed', progressDetail: {} });
  pushing('b', 310, 300);
  tell({ id: 'c', status: 'Layer already exists', progressDetail: {} });
  expect(shown.map((text) => text.replace('Reading app:1: ', ''))).toEqual([
    'layer 1 of 2, 0 B',
    'layer 1 of 2, 60 B',
    'layer 1 of 2, 70 B of 400 B (17%)',
    'layer 2 of 2, 400 B of 400 B (100%)',
    'layer 2 of 2, 400 B of 400 B (100%)',
  ]);
});
