import fc from 'fast-check';
import { type DownloadMarks, downloadsOf, tarBytesOf } from '../../src/model/download-marks.ts';
import type { Entry } from '../../src/model/image.ts';
import { anyIndex, anyMarks, fileEntry } from '../support/records.ts';

const marksAt = (...marks: readonly (readonly [tarBytes: number, blobBytes: number])[]): DownloadMarks => ({
  tarBytes: Float64Array.from(marks, ([tarBytes]) => tarBytes),
  blobBytes: Float64Array.from(marks, ([, blobBytes]) => blobBytes),
});

const all = (entries: readonly Entry[], marks: DownloadMarks) => [...downloadsOf(entries, marks, () => true).values()];

describe('what entries take of a blob', () => {
  // A header and one block each, and a header alone.
  const entries = [fileEntry('a', 512), fileEntry('b', 1), fileEntry('c', 0)];

  it.each([
    ['what the marks around them say', marksAt([1024, 900], [2048, 910], [2560, 912]), [900, 10, 2]],
    ['between two marks a share by tar bytes', marksAt([2048, 100], [2560, 102]), [50, 50, 2]],
    ['of a mark within an entry a part', marksAt([512, 10], [1536, 110], [2560, 120]), [60, 55, 5]],
    ['nothing where the blob did not move', marksAt([1024, 10], [2048, 10], [2560, 11]), [10, 0, 1]],
    ['nothing beyond the last mark', marksAt([1024, 10]), [10, 0, 0]],
    ['nothing without marks', marksAt(), [0, 0, 0]],
  ])('is %s', (_name, marks, expected) => {
    expect(all(entries, marks)).toEqual(expected);
  });

  it('is told of those that are asked for alone', () => {
    const downloads = downloadsOf(entries, marksAt([1024, 900], [2560, 912]), ({ path }) => path === 'b');
    expect([...downloads].map(([{ path }, bytes]) => [path, bytes])).toEqual([['b', 8]]);
  });

  it('is never negative, and together never more than the blob', () => {
    fc.assert(
      fc.property(anyIndex, anyMarks, ({ entries: any }, marks) => {
        const downloads = all(any, marks);
        expect(Math.min(0, ...downloads)).toBe(0);
        const sum = downloads.reduce((total, bytes) => total + bytes, 0);
        expect(sum).toBeLessThanOrEqual((marks.blobBytes.at(-1) ?? 0) * (1 + 1e-9));
      }),
    );
  });

  it('is all of the blob where the last mark stands at the end of the entries', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1 }), fc.nat(1e6), (sizes, blobBytes) => {
        const files = sizes.map((size, at) => fileEntry(`srv/${at}`, size));
        const end = files.reduce((total, file) => total + tarBytesOf(file), 0);
        const sum = all(files, marksAt([end, blobBytes])).reduce((total, bytes) => total + bytes, 0);
        expect(sum).toBeCloseTo(blobBytes, 3);
      }),
    );
  });
});
