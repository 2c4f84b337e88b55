import { knownDownload, marksOf } from '../../src/image/assemble.ts';
import type { ImageStore, KnownLayer } from '../../src/model/image.ts';
import { digestOf } from '../support/measurements.ts';
import { indexOf } from '../support/records.ts';

const marks = { tarBytes: Float64Array.of(1024), blobBytes: Float64Array.of(300) };
const known: KnownLayer = {
  ...{ diffId: digestOf('layer'), digest: digestOf('blob'), downloadBytes: 400, marks, store: 'classic' },
  index: indexOf(digestOf('layer'), []),
};
const nothing = { digest: null, downloadBytes: null, marks: null };

it.each<[string, KnownLayer | undefined, ImageStore | null, object]>([
  ['all that the same store knew', known, 'classic', { digest: known.digest, downloadBytes: 400, marks }],
  ['nothing of another store', known, 'containerd', nothing],
  ['nothing where no engine compressed', known, null, nothing],
  ['nothing where no engine had compressed', { ...known, store: null }, null, nothing],
  ['nothing of a layer that is not known', undefined, 'classic', nothing],
])('what is known of a download is %s', (_name, layer, store, expected) => {
  expect(knownDownload(layer, store)).toEqual(expected);
});

it.each<[string, KnownLayer['digest'], KnownLayer | undefined, KnownLayer['marks']]>([
  ['the same blob has', digestOf('blob'), known, marks],
  ['another blob of the layer does not have', digestOf('blob of another store'), known, null],
  ['a blob without a digest does not have', null, { ...known, digest: null }, null],
  ['nobody has where nothing was read', digestOf('blob'), undefined, null],
])('marks are what %s', (_name, digest, read, expected) => {
  expect(marksOf(digest, read)).toBe(expected);
});
