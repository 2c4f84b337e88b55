import fc from 'fast-check';
import { redactor } from '../../src/build/redact.ts';

describe('redactor', () => {
  it.each([
    ['every occurrence', ['secret'], 'secret a secret', '*** a ***'],
    ['the longest first', ['abc', 'abcdef'], 'abcdef abc', '*** ***'],
    ['each line of a value', ['first line\n  second line'], 'x first line y\nsecond line', 'x *** y\n***'],
    ['characters of a pattern', ['a.c$&'], 'abc a.c$&', 'abc ***'],
    ['nothing short', ['1', 'no', ''], 'no 1', 'no 1'],
    ['nothing', [], 'text', 'text'],
  ])('hides %s', (_, values, text, expected) => {
    expect(redactor(values)(text)).toBe(expected);
  });

  it('leaves no value behind', () => {
    const value = fc.string({ minLength: 3 }).filter((text) => !text.includes('*') && text.trim() === text);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.string(), fc.string(), (values, before, after) => {
        const shown = redactor(values)(`${before}${values[0]}${after}`);
        return values.every((hidden) => !shown.includes(hidden));
      }),
    );
  });
});
