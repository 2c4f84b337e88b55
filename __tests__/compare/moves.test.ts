import { pairMoves } from '../../src/compare/moves.ts';

/** `path content [scope]` */
const parse = (text: string) => {
  const [path = '', content = '', scope = ''] = text.split(' ');
  return { path, content, scope };
};

describe('pairMoves', () => {
  it.each<[string, string[], string[], string[]]>([
    ['a file at another path', ['a x'], ['b x'], ['a → b']],
    ['other content', ['a x'], ['b y'], []],
    ['copies by their names', ['old/a x', 'old/b x'], ['new/b x', 'new/a x'], ['old/a → new/a', 'old/b → new/b']],
    [
      'copies of one name by their order',
      ['o/1/L x', 'o/2/L x'],
      ['n/1/L x', 'n/2/L x'],
      ['o/1/L → n/1/L', 'o/2/L → n/2/L'],
    ],
    ['a name first, though it is not the only copy', ['o/a x', 'o/b x'], ['n/a x', 'n/c x', 'n/d x'], ['o/a → n/a']],
    ['more copies than there were', ['a x'], ['b x', 'c x'], []],
    ['another scope', ['a x one'], ['b x two'], []],
  ])('decides on %s', (_name, gone, fresh, expected) => {
    const search = {
      contentOf: ({ content }: { content: string }) => content,
      scopeOf: ({ scope }: { scope: string }) => scope,
    };
    const [old, current] = [gone.map(parse), fresh.map(parse)];
    const pairs = pairMoves({ gone: old, fresh: current, ...search });
    expect(pairs.map(([from, to]) => `${from.path} → ${to.path}`).sort()).toEqual(expected);
    const back = pairMoves({ gone: current, fresh: old, ...search });
    expect(back.map(([from, to]) => `${to.path} → ${from.path}`).sort()).toEqual(expected);
  });
});
