import * as fc from 'fast-check';
import { elfReader, mayBeLibrary } from '../../src/packages/elf.ts';
import { readFact } from '../../src/packages/facts.ts';
import { type ElfSpec, elfFile } from '../support/elf.ts';

function read(content: Buffer, cuts: readonly number[] = []): Buffer | null {
  const reader = elfReader();
  let start = 0;
  for (const cut of [...cuts, content.length].toSorted((a, b) => a - b)) {
    // As a stream may: its buffer is used again.
    const piece = Buffer.from(content.subarray(start, cut));
    reader.write(piece);
    piece.fill('x.so');
    start = cut;
  }
  return reader.finish();
}

const textOf = (content: Buffer, cuts?: readonly number[]): string | null => read(content, cuts)?.toString() ?? null;

const spec = {
  soname: 'libown.so.1',
  needs: ['libc.so.6', 'libstdc++.so.6'],
  texts: ['cannot open libopened.so.2: %s'],
};
const all = 'soname\tlibown.so.1\nneeds\tlibc.so.6\tlibstdc++.so.6\nnames\tlibopened.so.2';

const cases: readonly [name: string, content: Buffer, facts: string | null][] = [
  ['a library', elfFile(spec), all],
  ['of 32 bits', elfFile({ ...spec, is64Bit: false }), all],
  ['big-endian', elfFile({ ...spec, isLittle: false }), all],
  ['big-endian, of 32 bits', elfFile({ ...spec, is64Bit: false, isLittle: false }), all],
  ['its section before its texts', elfFile({ ...spec, order: 'section first' }), all],
  ['its tables far apart', elfFile({ ...spec, padding: 9000 }), all],
  ['its tables far apart, the section first', elfFile({ ...spec, padding: 9000, order: 'section first' }), all],
  ['a program that needs nothing', elfFile({}), null],
  ['a path instead of a name', elfFile({ needs: ['/opt/x/libx.so'] }), 'needs\t/opt/x/libx.so'],
  [
    'a name that is the end of another',
    elfFile({ soname: 'y.so.1', needs: ['liby.so.1'] }),
    'soname\ty.so.1\nneeds\tliby.so.1',
  ],
  ['linked statically', elfFile({ ...spec, isStatic: true }), null],
  ['texts that are no names', elfFile({ texts: ['{}.so', 'a.some', '.so', 'x.so: y', 'also.'] }), 'names\tx.so'],
  ['no ELF file', Buffer.from('libx.so '.repeat(2000)), null],
  ['cut off', elfFile({ ...spec, padding: 9000 }).subarray(0, 12_000), 'names\tlibc.so.6\tlibstdc++.so.6\tlibown.so.1'],
  ['a name within another', elfFile({ needs: ['liba.so.libb.so.1'] }), 'needs\tliba.so.libb.so.1'],
  ['its head alone', elfFile(spec).subarray(0, 64), null],
  ['nothing', Buffer.of(), null],
];

describe('an ELF file', () => {
  it.each(cases)('%s', (_, content, facts) => {
    expect(textOf(content)).toBe(facts);
  });

  it('is the same however it is cut into pieces', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.array(fc.nat(30_000)), (chosen, cuts) => {
        const [, content, facts] = chosen;
        const inside = cuts.filter((cut) => cut <= content.length);
        expect(textOf(content, inside)).toBe(facts);
      }),
    );
  });

  it('tells what it was made of, whatever that is', () => {
    const name = fc.stringMatching(/^lib[a-z0-9_+-]{1,20}\.so(\.\d{1,3}){0,3}$/);
    const specs = fc.record({
      soname: name,
      needs: fc.uniqueArray(name),
      is64Bit: fc.boolean(),
      isLittle: fc.boolean(),
      order: fc.constantFrom('texts first' as const, 'section first' as const),
      padding: fc.nat(6000),
    });
    fc.assert(
      fc.property(specs, fc.array(fc.nat(30_000)), (made: ElfSpec, cuts) => {
        const content = elfFile(made);
        const facts = read(
          content,
          cuts.filter((cut) => cut <= content.length),
        );
        expect(facts && readFact(facts, 'soname')).toEqual([made.soname]);
        expect(facts && (readFact(facts, 'needs') ?? [])).toEqual(made.needs);
      }),
    );
  });

  it('never throws, and keeps little, whatever its tables say', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.nat(300),
        fc.array(fc.nat(9000)),
        fc.boolean(),
        (bytes, at, cuts, is64Bit) => {
          const content = elfFile({ ...spec, is64Bit, padding: 2000 });
          content.set(bytes, at);
          const facts = textOf(
            content,
            cuts.filter((cut) => cut <= content.length),
          );
          expect(facts).toBe(textOf(content));
          expect(facts?.length ?? 0).toBeLessThan(200);
        },
      ),
    );
  });

  it('is read in good time, however many marks of names it has', () => {
    for (const text of ['/.so', '.so', 'a.so.', 'a.so/']) {
      const facts = textOf(elfFile({ texts: [text.repeat(500_000)] }));
      expect(facts?.length ?? 0).toBeLessThan(20_000_000);
    }
  });

  it('is unread where it has more names than any library', () => {
    const texts = Array.from({ length: 5000 }, (_, at) => `lib${at}.so`);
    expect(textOf(elfFile({ texts }))).toBe('unread');
  });
});

it.each([
  ['usr/lib/x86_64-linux-gnu/libc.so.6', true],
  ['usr/lib/libfoo.so', true],
  ['app/node_modules/sharp/build/sharp-linux-x64.node', true],
  ['usr/lib/python3/site-packages/numpy/_core.cpython-311-x86_64-linux-gnu.so', true],
  ['etc/ld.so.conf', true],
  ['usr/lib/libfoo.a', false],
  ['usr/lib/debug/libfoo.so.1.debug-info', false],
])('%s may be a library: %p', (path, expected) => {
  expect(mayBeLibrary(path)).toBe(expected);
});
