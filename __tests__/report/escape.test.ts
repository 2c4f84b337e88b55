import * as fc from 'fast-check';
import { cell, code, codeBlock, codeHtml, escapeText, link, truncate, visible } from '../../src/report/escape.ts';
import { flatTokens, parseMarkdown, referencesIn, shownText } from '../support/github-markdown.ts';

const pieces = [
  ...'`*_~[]()<>!|#@:$&\\^{}-+=."\'/ \t\n\r',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\u200b',
  '\u202e',
  '\u2066',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\u00a0',
  '@octocat',
  '#12',
  'GH-7',
  'octo/shop#3',
  'deadbeefcafe',
  'https://example.com',
  'www.example.com',
  'a@example.com',
  ':tada:',
  '<img src=x onerror=alert(1)>',
  '<!--',
  '-->',
  '<details>',
  '![x](y)',
  '[x](y)',
  '[^1]',
  '```',
  '~~~',
  '&copy;',
  '&#64;',
  '$x$',
  '1.',
  '1)',
  '---',
  '===',
  '| - |',
  '> ',
  '# ',
  'word',
  '日本',
  '✅',
  '\\|',
  '  \n',
];

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
);

/** All but white space, which HTML folds, and backticks, of which `escapeText` takes pairs as markup. */
const characters = (text: string) => text.replace(/[\s`]+/g, '');

const places: Readonly<Record<string, (inline: string) => string>> = {
  paragraph: (inline) => `${inline}\n`,
  'list item': (inline) => `- ${inline}\n`,
  heading: (inline) => `### ${inline}\n`,
  'table cell': (inline) => `| a | b |\n| --- | --- |\n| ${cell(inline)} | end |\n`,
};

const skeletons: Readonly<Record<string, readonly string[]>> = {
  paragraph: ['paragraph_open', 'inline', 'paragraph_close'],
  'list item': [
    'bullet_list_open',
    'list_item_open',
    'paragraph_open',
    'inline',
    'paragraph_close',
    'list_item_close',
    'bullet_list_close',
  ],
  heading: ['heading_open', 'inline', 'heading_close'],
};

function inlineOf(place: string, inline: string) {
  const tokens = parseMarkdown(places[place]?.(inline) ?? '');
  const blocks = tokens.map((token) => token.type);
  if (place === 'table cell') {
    expect(blocks.filter((type) => type === 'td_open')).toHaveLength(2);
    expect(blocks.filter((type) => type === 'table_open')).toHaveLength(1);
    expect(blocks.at(-1)).toBe('table_close');
    expect(shownText(tokens.filter((token) => token.type === 'inline').at(-1)?.children ?? [])).toBe('end');
    return tokens.filter((token) => token.type === 'inline').at(-2)?.children ?? [];
  }
  expect(blocks).toEqual(skeletons[place]);
  return tokens.find((token) => token.type === 'inline')?.children ?? [];
}

describe.each(Object.keys(places))('in a %s', (place) => {
  it('code shows exactly the text, and nothing else', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // markdown-it takes a space off both ends of a span of spaces, which CommonMark 6.1 forbids.
        fc.pre(!/^ {3,}$/.test(visible(text)));
        const tokens = inlineOf(place, code(text)).filter((token) => token.type !== 'text');
        expect(tokens.map((token) => token.type)).toEqual(['code_inline']);
        expect(tokens[0]?.content).toBe(visible(text) || ' ');
      }),
      { numRuns: 500 },
    );
  });

  it('escapeText shows the words as text and code, and nothing that GitHub would link', () => {
    fc.assert(
      fc.property(
        hostile.filter((text) => escapeText(text) !== ''),
        (text) => {
          const tokens = inlineOf(place, escapeText(text));
          expect(tokens.filter(({ type }) => type !== 'text' && type !== 'code_inline')).toEqual([]);
          expect(characters(shownText(tokens))).toBe(characters(visible(text)));
          for (const token of tokens) if (token.type === 'text') expect(referencesIn(token.content)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('visible', () => {
  it.each([
    ['line breaks', 'a\r\nb\tc', 'a b c'],
    ['an escape sequence', '\u001b[31mred', '\\u{1B}[31mred'],
    ['a bidirectional override', 'abc\u202etxt.exe', 'abc\\u{202E}txt.exe'],
    ['a zero-width space', 'a\u200bb', 'a\\u{200B}b'],
    ['a lone surrogate', 'a\ud800b', 'a\\u{D800}b'],
    ['a tag character', 'a\u{e0041}b', 'a\\u{E0041}b'],
    ['what is fine', 'naïve 日本 ✅', 'naïve 日本 ✅'],
  ])('shows %s', (_, text, expected) => {
    expect(visible(text)).toBe(expected);
  });
});

describe('escapeText', () => {
  it.each([
    ['plain words', "apt's lists stay: 20.1 MB (+5%), 1,204 files.", "apt's lists stay: 20.1 MB (+5%), 1,204 files."],
    ['a path', 'below /var/lib/apt/lists.', 'below `/var/lib/apt/lists`.'],
    ['a mention in brackets', 'thanks (@octocat).', 'thanks (`@octocat`).'],
    ['a pair of backticks', 'use `COPY --chown`: smaller', 'use `COPY --chown`: smaller'],
    ['one backtick', 'a`b', '``a`b``'],
    ['an image name', 'ghcr.io/octo/app', '`ghcr.io/octo/app`'],
    ['a list marker', '1. first', '`1`. first'],
    ['a number that ends a sentence', 'it has 200. More', 'it has 200. More'],
    ['a commit', 'at 1a2b3c4d', 'at `1a2b3c4d`'],
    ['a parenthesis of several words', '(Dockerfile:9, and app.py) too', '(`Dockerfile:9`, and `app.py`) too'],
    ['an arrow', '2.1.0 → 2.3.0', '2.1.0 → 2.3.0'],
  ])('takes %s', (_, text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });
});

describe('code', () => {
  it.each([
    ['a longer fence than any run inside', 'a``b`c', '```a``b`c```'],
    ['padding where a backtick touches the fence', '`a', '`` `a ``'],
    ['padding where a space would be lost on each side', ' a ', '`  a  `'],
    ['a space for nothing', '', '` `'],
  ])('has %s', (_, text, expected) => {
    expect(code(text)).toBe(expected);
  });
});

describe('codeBlock', () => {
  it('shows exactly the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tokens = flatTokens(`${codeBlock(text, 'text')}\n\nafter\n`);
        expect(tokens.map((token) => token.type)).toEqual([
          'fence',
          'paragraph_open',
          'inline',
          'text',
          'paragraph_close',
        ]);
        const lines = text.replace(/\r\n?/g, '\n').split('\n');
        const shown = lines.map((line) => line.split('\t').map(visible).join('\t')).join('\n');
        expect(tokens[0]?.content).toBe(`${shown}\n`);
        expect(tokens[0]?.info).toBe('text');
      }),
    );
  });
});

describe('codeHtml', () => {
  it('holds no markup, and ends no HTML block', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = codeHtml(text);
        const content = html.slice('<code>'.length, -'</code>'.length);
        expect(html).toBe(`<code>${content}</code>`);
        expect(content).not.toMatch(/[<>"'\n]|&(?!#\d+;)/);
        const decoded = content.replace(/&#(\d+);/g, (_, point) => String.fromCharCode(Number(point)));
        expect(decoded).toBe(visible(text));
      }),
    );
  });
});

describe('link', () => {
  it.each([
    [
      'an address',
      'https://github.com/o/r/blob/c/Dockerfile#L1-L2',
      '[x](https://github.com/o/r/blob/c/Dockerfile#L1-L2)',
    ],
    [
      'what would end the link',
      'https://h/a) [b](javascript:alert(1)',
      '[x](https://h/a%29%20%5Bb%5D%28javascript:alert%281%29)',
    ],
    ['a script', 'javascript:alert(1)', 'x'],
    ['no address', 'Dockerfile', 'x'],
    ['nothing', null, 'x'],
  ])('takes %s', (_, url, expected) => {
    expect(link('x', url)).toBe(expected);
  });

  it('is one link, whatever the path', () => {
    fc.assert(
      fc.property(hostile, (path) => {
        const inline = parseMarkdown(link(code('x'), `https://example.com/${path}`)).find(
          ({ type }) => type === 'inline',
        );
        expect(inline?.children?.map(({ type }) => type)).toEqual(['link_open', 'code_inline', 'link_close']);
        expect(inline?.children?.[0]?.attrGet('href')).toMatch(/^https:\/\/example\.com\//);
      }),
    );
  });
});

describe('truncate', () => {
  it('keeps whole code points, and says where it cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, length) => {
        const points = Array.from(text);
        const cut = truncate(text, length);
        expect(Array.from(cut).length).toBe(Math.min(length, points.length));
        expect(cut).toBe(points.length <= length ? text : `${points.slice(0, length - 1).join('')}…`);
      }),
    );
  });
});
