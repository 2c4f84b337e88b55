import fc from 'fast-check';
import { parseList } from '../../src/settings/list-syntax.ts';

describe('parseList', () => {
  it.each<[string, 'line' | 'comma', string, readonly string[] | null]>([
    ['nothing', 'comma', '', []],
    ['lines', 'comma', 'bar\nbaz', ['bar', 'baz']],
    ['empty lines', 'comma', '\nbar\n\n  \nbaz\n', ['bar', 'baz']],
    ['commas', 'comma', 'bar, baz,', ['bar', 'baz']],
    ['different line ends and commas', 'comma', 'bar\r\nbaz,bat\rend', ['bar', 'baz', 'bat', 'end']],
    ['lines with commas', 'line', 'user/app:cache\ntype=local,src=a', ['user/app:cache', 'type=local,src=a']],
    ['white space', 'line', '  a=b  \n c', ['a=b', 'c']],
    ['a hash', 'line', 'foo=bar#baz', ['foo=bar#baz']],
    ['only separators', 'comma', ' , ,\n', []],
    ['several lines in quotes', 'line', 'A=1,2\n"B=x\ny\n\nz"\nC=3', ['A=1,2', 'B=x\ny\n\nz', 'C=3']],
    ['quotes in quotes', 'line', '"JSON={""k"":""v"",""l"":1}"', ['JSON={"k":"v","l":1}']],
    ['commas in quotes', 'comma', '"a,b",c', ['a,b', 'c']],
    ['a quote inside', 'line', 'A=say "hi"', ['A=say "hi"']],
    ['a quoted field behind a comma', 'line', 'type=image,"name=a,b",push=true', ['type=image,name=a,b,push=true']],
    ['an open quote', 'line', 'a\n"b\nc', null],
  ])('reads %s', (_name, separator, text, entries) => {
    expect(parseList(text, { separator })).toEqual(entries);
  });

  it('keeps the white space of a secret', () => {
    expect(parseList('"KEY=a\nb\n\n"\n X= y ', { separator: 'line', keepSpace: true })).toEqual([
      'KEY=a\nb\n\n',
      ' X= y ',
    ]);
  });

  it('reads back what is quoted', () => {
    const entry = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.array(entry), fc.constantFrom('line' as const, 'comma' as const), (entries, separator) => {
        const text = entries.map((value) => `"${value.replaceAll('"', '""')}"`).join('\n');
        expect(parseList(text, { separator, keepSpace: true })).toEqual(entries);
      }),
    );
  });

  it('ends on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ') }), (text) => {
        const entries = parseList(text, { separator: 'comma' });
        expect(entries === null || entries.every((value) => value.trim() !== '')).toBe(true);
      }),
    );
  });
});
