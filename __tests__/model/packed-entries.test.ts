import fc from 'fast-check';
import type { Entry } from '../../src/model/image.ts';
import { entryPacker } from '../../src/model/packed-entries.ts';
import { anyIndex, fileEntry, plainEntry } from '../support/records.ts';

function pack(entries: readonly Entry[]): readonly Entry[] {
  const packer = entryPacker();
  for (const entry of entries) packer.add(entry);
  return packer.finish();
}

describe('packed entries', () => {
  it('say what went in, whatever bytes their paths hold', () => {
    fc.assert(
      fc.property(anyIndex, ({ entries }) => {
        expect(pack(entries).map(plainEntry)).toEqual(entries);
      }),
    );
  });

  it('keep their order and number over many pages', () => {
    const entries = Array.from({ length: 5000 }, (_, at) => fileEntry(`srv/${at}`, at));
    const packer = entryPacker();
    entries.forEach((entry, at) => {
      packer.add(entry);
      expect(packer.count).toBe(at + 1);
    });
    expect(packer.finish().map(plainEntry)).toEqual(entries);
  });

  it.each([0, 255, 256, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER])('count to %d', (size) => {
    expect(pack([fileEntry('a', size, { uid: size })]).map(plainEntry)).toEqual([fileEntry('a', size, { uid: size })]);
  });

  it('tell an empty link from none', () => {
    const link = (target: string | null) => fileEntry('l', 0, { kind: 'symlink', hash: null, link: target });
    expect(pack([link(''), link(null), link('x')]).map((entry) => entry.link)).toEqual(['', null, 'x']);
  });
});
