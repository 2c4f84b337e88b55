import fc from 'fast-check';
import { globOf } from '../../src/compare/glob.ts';

describe('globOf', () => {
  it.each<[string, string, boolean]>([
    ['a/b', 'a/b', true],
    ['a/b', 'a/bc', false],
    ['a/*', 'a/b', true],
    ['a/*', 'a/', true],
    ['a/*', 'a/b/c', false],
    ['a/*.so', 'a/x.so', true],
    ['a/*.so', 'a/x.so.1', false],
    ['a/*.so*', 'a/x.so.1', true],
    ['*', '.hidden', true],
    ['a/**', 'a/b/c', true],
    ['a/**', 'ab', false],
    ['**/x', 'x', true],
    ['**/x', 'a/b/x', true],
    ['**/x', 'a/bx', false],
    ['a/**/x', 'a/x', true],
    ['a/**/x', 'a/b/c/x', true],
    ['a/**/x', 'a/bx', false],
    ['a/**/*.map', 'a/b/c.map', true],
    ['a**z', 'a/b/z', true],
    ['a/[id]/{x,y}?', 'a/[id]/{x,y}?', true],
    ['a/[id]', 'a/i', false],
    ['***', 'a/b', true],
  ])('of paths: %s on %s: %s', (pattern, path, expected) => {
    expect(globOf(pattern, '/')(path)).toBe(expected);
  });

  it.each<[string, string, boolean]>([
    ['RUN pip install *', 'RUN pip install -r a/b.txt', true],
    ['RUN pip install *', 'RUN pip uninstall', false],
    ['@types/*', '@types/node', true],
    ['lib*-dev', 'libssl-dev', true],
    ['lib*-dev', 'libssl3', false],
  ])('of texts: %s on %s: %s', (pattern, text, expected) => {
    expect(globOf(pattern, null)(text)).toBe(expected);
  });

  it('judges as the regular expression of the same meaning', () => {
    const piece = fc.constantFrom('a', 'b', '/', '*', '**', '**/', '.');
    const meaning: Readonly<Record<string, string>> = { '*': '[^/]*', '**': '.*', '**/': '(?:.*/)?', '.': '\\.' };
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), text, (pieces, candidate) => {
        const pattern = pieces.join('');
        const source = (pattern.match(/\*{2,}\/?|\*|[^*]/g) ?? []).map((token) => {
          const name = token.replace(/^\*{2,}/, '**');
          return meaning[name] ?? name;
        });
        expect(globOf(pattern, '/')(candidate)).toBe(new RegExp(`^${source.join('')}$`, 's').test(candidate));
      }),
    );
  });

  it('takes a pattern that makes a backtracking matcher wait for ever', () => {
    const hostile = `${'**a'.repeat(150)}b`;
    expect(globOf(hostile, '/')('a'.repeat(4096))).toBe(false);
  });
});
