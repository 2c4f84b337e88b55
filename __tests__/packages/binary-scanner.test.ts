import * as fc from 'fast-check';
import { binaryScanner } from '../../src/packages/binary-scanner.ts';

function scan(content: Buffer, cuts: readonly number[] = []): string | null {
  const scanner = binaryScanner();
  let start = 0;
  for (const cut of [...cuts, content.length].toSorted((a, b) => a - b)) {
    scanner.write(content.subarray(start, cut));
    start = cut;
  }
  return scanner.finish()?.toString() ?? null;
}

const elf = Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(60)]);
const text = (value: string) =>
  Buffer.concat([Buffer.from([(value.length % 128) | 128, value.length >> 7]), Buffer.from(value)]);
const goHeader = (flags: number) => {
  const header = Buffer.alloc(32);
  header.write('\xff Go buildinf:', 'latin1');
  header.set([8, flags], 14);
  return header;
};
const sentinel = 's'.repeat(16);
const modules = `${sentinel}path\texample.com/app/cmd/run\nmod\texample.com/app\tv1.4.0\th1:x=\ndep\texample.com/b\tv2.0.0\n${sentinel}`;
const goInfo = Buffer.concat([goHeader(2), text('go1.22.1'), text(modules)]);
const filler = (bytes: number) => Buffer.alloc(bytes, 'f');
const rustPath = `/rustc/${'a1'.repeat(20)}/library/core/src/str.rs`;

const cases: readonly [name: string, content: Buffer, facts: string | null][] = [
  ['a Go program', Buffer.concat([elf, filler(6400), goInfo, filler(9000)]), 'go\texample.com/app/cmd/run\tv1.4.0'],
  ['a Go program at its end', Buffer.concat([elf, goInfo]), 'go\texample.com/app/cmd/run\tv1.4.0'],
  [
    'one built from a folder',
    Buffer.concat([elf, goHeader(2), text('devel go1.30'), text(modules.replace('v1.4.0', '(devel)'))]),
    'go\texample.com/app/cmd/run\t',
  ],
  ['one without modules', Buffer.concat([elf, goHeader(2), text('go1.22'), text('')]), 'go\t\t'],
  ['one from before Go 1.18', Buffer.concat([elf, goHeader(0)]), 'go'],
  [
    'one that also holds the mark as a text',
    Buffer.concat([elf, Buffer.from('\xff Go buildinf:and more', 'latin1'), filler(10), goInfo]),
    'go\texample.com/app/cmd/run\tv1.4.0',
  ],
  ['the mark out of line', Buffer.concat([elf, filler(8), goInfo]), null],
  ['a Rust program', Buffer.concat([elf, filler(5000), Buffer.from(rustPath)]), 'rust'],
  [
    "a distribution's Rust program",
    Buffer.concat([elf, Buffer.from('/usr/src/rustc-1.85.0/library/std/src/io.rs')]),
    'rust',
  ],
  [
    'a Go program that links Rust',
    Buffer.concat([elf, Buffer.from(rustPath), filler(128 - rustPath.length), goInfo]),
    'go\texample.com/app/cmd/run\tv1.4.0',
  ],
  ['a program that speaks of rustc', Buffer.concat([elf, Buffer.from('usage: /rustc/HASH/library/')]), null],
  ['another program', Buffer.concat([elf, filler(20_000)]), null],
  ['a script with the mark', Buffer.concat([filler(64), goInfo]), null],
  ['nothing', Buffer.of(), null],
];

describe('a program', () => {
  it.each(cases)('%s', (_, content, facts) => {
    expect(scan(content)).toBe(facts);
  });

  it('is the same however it is cut into pieces', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.array(fc.nat(16_000)), (chosen, cuts) => {
        const [, content, facts] = chosen;
        const inside = cuts.filter((cut) => cut <= content.length);
        expect(scan(content, inside)).toBe(facts);
      }),
    );
  });

  it('never throws, whatever its header says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(14 + 40), (bytes, at) => {
        const content = Buffer.concat([elf, goInfo]);
        content.set(bytes.subarray(0, 40), elf.length + at);
        scan(content);
      }),
    );
  });
});
