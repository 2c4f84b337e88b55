import type { Change, Metric } from '../../src/model/report.ts';
import { describe as describeRow, largest } from '../../src/report/rows.ts';

const row = (label: string, diskBytes: number, downloadBytes: number, children: Change[] = []): Change => ({
  kind: 'layer',
  label,
  location: null,
  before: null,
  after: { diskBytes, downloadBytes },
  delta: { diskBytes, downloadBytes },
  cause: 'yours',
  evidence: null,
  assumed: false,
  package: null,
  movedFrom: null,
  movedTo: null,
  storedAgain: false,
  children,
});

const rebuilt = row('rebuilt', 0, -12);
const squeezed = row('squeezed', 0, 2_000);
const swapped = row('swapped', 0, 5, [
  { ...row('a.js', 9, 5), kind: 'file' },
  { ...row('b.js', -9, 0), kind: 'file' },
]);
const grown = row('grown', 500, 300);

it.each<[string, Metric, Change[], string[], number | null]>([
  ['a layer made anew', 'disk', [grown, rebuilt], ['grown'], null],
  ['a layer made anew, by download', 'download', [grown, rebuilt], ['grown'], null],
  ['a layer compressed otherwise', 'disk', [grown, squeezed], ['grown'], 2_000],
  ['a layer compressed otherwise, by download', 'download', [grown, squeezed], ['squeezed', 'grown'], null],
  ['a layer whose files changed but not in sum', 'disk', [grown, swapped], ['grown', 'swapped'], null],
])('leaves out what is dust: %s', (_, metric, rows, shown, other) => {
  const sum = (of: 'diskBytes' | 'downloadBytes') => rows.reduce((total, { delta }) => total + (delta[of] ?? 0), 0);
  const selection = largest(rows, { diskBytes: sum('diskBytes'), downloadBytes: sum('downloadBytes') }, metric, 10);
  expect(selection.shown.map(({ label }) => label)).toEqual(shown);
  expect(selection.other?.delta.downloadBytes ?? null).toBe(other);
});

it.each<[string, Partial<Change>, string]>([
  ['what came', {}, '/app/m (new)'],
  ['what went', { before: grown.delta, after: null }, '/app/m (removed)'],
  ['what stayed where it was', { before: grown.delta }, '/app/m'],
  ['what moved', { movedFrom: '/m' }, '/app/m moved from /m'],
  ['a directory that moved', { kind: 'directory', movedTo: '/lib' }, '/app/m/ moved to /lib/'],
  ['what a lower layer has', { storedAgain: true }, '/app/m (stored again)'],
])('says what became of %s', (_, over, expected) => {
  const plain = { quote: (text: string) => text, say: (text: string) => text };
  expect(describeRow({ ...row('/app/m', 5, 5), kind: 'file', ...over }, plain)).toBe(expected);
});
