import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import * as fc from 'fast-check';
import type { BudgetResult } from '../../src/model/report.ts';
import { type ReportOptions, renderLint, renderMeasurement, renderReport } from '../../src/report/terminal.ts';
import { columns, fit, painter, terminalTable, wrap } from '../../src/report/terminal-text.ts';
import { reports } from '../support/report-arbitraries.ts';
import { gallery } from '../support/report-gallery.ts';
import {
  type LayerStep,
  sampleBudget,
  sampleFinding,
  sampleImage,
  sampleMeasurement,
  sampleReport,
} from '../support/report-samples.ts';

const plain = { color: false, width: 100, depth: 1 };
const overBudget = gallery['over-budget'] ?? sampleReport();
const image = overBudget.images[0] ?? sampleImage();

describe('a report', () => {
  it('tells what is broken before what is unknown, and nothing of what is kept', () => {
    const told = (status: BudgetResult['status'], message: string) => sampleBudget({ status, message });
    const many = Array.from({ length: 20 }, (_, at) => told('warn', `number ${at}`));
    const budgets = [told('pass', 'kept'), told('unknown', 'not checked'), ...many, told('fail', 'too big')];
    const lines = renderReport(sampleReport({ images: [sampleImage({ budgets })] }), plain).split('\n');
    const from = lines.indexOf('over budget: too big');
    expect(lines.slice(from, from + 22)).toEqual([
      'over budget: too big',
      ...many.slice(0, 19).map(({ message }) => `warning: ${message}`),
      'and 2 more budgets',
      '',
    ]);
  });

  it('tells verdict, figures, changes and findings', () => {
    expect(renderReport(overBudget, plain)).toBe(
      `FAIL  app grew by 20.1 MB (+16.1%) to 145 MB: over its budget of 5%

app linux/amd64: disk 145 MB (+20.1 MB, +16.1%), download 57.8 MB (+8.04 MB)
compared with 002a002a002a
    DISK  DOWNLOAD  WHERE          INSTRUCTION
+20.1 MB  +8.04 MB  Dockerfile:4   RUN apt-get update && apt-get install -y --no-install-recommends…
+5.74 kB   +2.3 kB  Dockerfile:12  COPY . /srv/app

over budget: grew by 20.1 MB (+16.1%): 13.9 MB over max-increase 5%

Dockerfile:4:5 warning apt-lists-left-behind: apt's package lists stay in the layer (20.1 MB)
Dockerfile:9:5 warning pip-cache-left-behind: pip keeps its download cache in /root/.cache/pip (14.3
  MB)
Dockerfile:13:5 warning chown-duplicates-files: \`chown -R\` writes every file of a lower layer again:
  use \`COPY --chown\` (6.8 MB)
Dockerfile:20 warning JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended
  behavior related to OS signals
4 findings, 41.2 MB to save
2 fixable with \`image-size-gate fix\`
`,
    );
  });

  it('says why there is no baseline, and what else is to know', () => {
    const report = sampleReport({
      images: [sampleImage({ baseline: { kind: 'none', reason: 'nothing is stored' } })],
      notices: ['prices need the image'],
    });
    expect(renderReport(report, plain)).toBe(
      'INFO  app: 120 MB, no baseline yet\n\n' +
        'app linux/amd64: disk 120 MB, download 48 MB\nno baseline: nothing is stored\n\n' +
        'note: prices need the image\n',
    );
  });

  it.each([
    ['an ancestor', { kind: 'ancestor', distance: 1 }, 'compared with 002a002a002a, 1 commit back'],
    ['a rebuilt one', { kind: 'rebuilt' }, 'compared with 002a002a002a, rebuilt'],
    ['another image', { kind: 'reference', commit: null }, 'compared with app:latest'],
  ] as const)('names its baseline: %s', (_, baseline, expected) => {
    expect(renderReport(sampleReport({ images: [sampleImage({ baseline })] }), plain).split('\n')).toContain(expected);
  });

  it('adds up the changes that it leaves out', () => {
    const layers = Array.from({ length: 30 }, (_, at) => ({
      instruction: `RUN ${at}`,
      line: at + 1,
      before: 0,
      after: 9,
    }));
    const lines = renderReport(sampleReport({ images: [sampleImage({ layers })] }), plain).split('\n');
    expect(lines.filter((line) => line.startsWith(' +9 B'))).toHaveLength(20);
    expect(lines).toContain('+90 B     +40 B                 other');
  });

  describe('of a change that was drilled into', () => {
    const layers: LayerStep[] = [
      {
        instruction: 'RUN pip install -r requirements.txt',
        line: 9,
        before: 1_100,
        after: 1_600,
        cause: 'drift',
        evidence: 'RUN line 9 unchanged; torch 2.1.0 → 2.3.0, +600 B',
        children: [
          {
            kind: 'package',
            label: 'torch',
            package: { manager: 'python', name: 'torch', before: '2.1.0', after: '2.3.0', direction: 'upgraded' },
            before: 1_000,
            after: 1_600,
            children: [
              {
                kind: 'directory',
                label: '/opt/torch',
                before: 300,
                after: 800,
                children: [{ kind: 'file', label: '/opt/torch/lib.so', before: null, after: 500 }],
              },
            ],
          },
          { kind: 'file', label: '/srv/old.bin', before: 100, after: null },
        ],
      },
    ];
    const drilled = sampleImage({ layers });
    const treeOf = (options: Partial<ReportOptions>) => {
      const text = renderReport(sampleReport({ images: [drilled] }), { ...plain, ...options });
      return text.slice(text.indexOf('  DISK'));
    };

    it.each([
      ['the lines', 0, ''],
      ['one level', 1, '+600 B   ~+240 B    torch 2.1.0 → 2.3.0\n-100 B    ~-40 B    /srv/old.bin (removed)\n'],
      [
        'all levels',
        Number.POSITIVE_INFINITY,
        '+600 B   ~+240 B    torch 2.1.0 → 2.3.0\n' +
          '+500 B   ~+200 B      /opt/torch/\n' +
          '+500 B   ~+200 B        lib.so (new)\n' +
          '+100 B    ~+40 B      other (37 files)\n' +
          '-100 B    ~-40 B    /srv/old.bin (removed)\n',
      ],
    ])('is a tree: %s', (_, depth, below) => {
      expect(treeOf({ depth })).toBe(
        '  DISK  DOWNLOAD  WHERE         INSTRUCTION\n' +
          '+500 B    +200 B  Dockerfile:9  RUN pip install -r requirements.txt\n' +
          '                    (drift: RUN line 9 unchanged; torch 2.1.0 → 2.3.0, +600 B)\n' +
          below,
      );
    });

    it('says whose doing it is, and what is assumed', () => {
      const guessed = { instruction: 'COPY a', line: 2, before: 1, after: 9, evidence: 'nothing tells', assumed: true };
      const images = [sampleImage({ layers: [...layers, guessed] })];
      const lines = renderReport(sampleReport({ images }), plain).split('\n');
      expect(lines.slice(4, 6)).toEqual([
        'your change +8 B, base image 0 B, drift +500 B',
        'assumed to be yours: Dockerfile:2 (nothing tells)',
      ]);
    });

    it('tells what lies below a path, its downloads as estimates', () => {
      const focus = { path: '/opt', delta: { diskBytes: 500, downloadBytes: 200 } };
      const lines = renderReport(sampleReport({ images: [{ ...drilled, focus }] }), plain).split('\n');
      expect(lines).toContain('below /opt: +500 B of +500 B');
      expect(lines).toContain('+500 B   ~+200 B  Dockerfile:9  RUN pip install -r requirements.txt');
    });
  });

  it('is coloured where that is wanted, and says the same', () => {
    const coloured = renderReport(overBudget, { ...plain, color: true });
    expect(coloured).toContain('\u001b[31mFAIL');
    expect(coloured).toContain('\u001b[33mwarning\u001b[0m');
    expect(withoutColor(coloured)).toBe(renderReport(overBudget, plain));
  });
});

describe('a measurement', () => {
  it('is its sums and its layers', () => {
    expect(renderMeasurement({ ...image.current, deadBytes: 6_800_000 }, { color: false, width: 64 })).toBe(
      `app linux/amd64: 145 MB on disk, 57.8 MB to download, 400 files
  in 4 layers, 6.8 MB hidden by later layers

   DISK  DOWNLOAD  WHERE          INSTRUCTION
74.8 MB   29.9 MB  base image     FROM debian:bookworm-slim
51.3 MB   20.5 MB  Dockerfile:4   RUN apt-get update && apt-get…
  18 MB    7.2 MB  Dockerfile:9   RUN pip install -r requiremen…
 518 kB    207 kB  Dockerfile:12  COPY . /srv/app
`,
    );
  });

  it('shows what is not known as unknown', () => {
    const layers = image.current.layers.map((layer) => ({ ...layer, downloadBytes: null }));
    const text = renderMeasurement(sampleMeasurement({ layers }), plain);
    expect(text).toContain('unknown to download');
    expect(text).toContain('518 kB   unknown  Dockerfile:12');
  });

  it('may be empty', () => {
    expect(renderMeasurement(sampleMeasurement({ layers: [] }), plain)).toBe(
      'app linux/amd64: 0 B on disk, 0 B to download, 0 files in 0 layers\n',
    );
  });
});

describe('findings', () => {
  it('may be none', () => {
    expect(renderLint({ findings: [], suppressed: [] }, 'disk', plain)).toBe('no findings\n');
  });

  it('that were left out are told with who asked for it', () => {
    const by = { syntax: 'size', file: 'Dockerfile', line: 3 } as const;
    const location = { file: 'Dockerfile', firstLine: 4, lastLine: 5, firstColumn: 1, lastColumn: 9 };
    const one = { rule: 'a-rule', location, by, reason: 'apt runs\n\u001b[31mlater' };
    const lint = { findings: [], suppressed: [one, { ...one, location: null, reason: null }] };
    expect(renderLint(lint, 'disk', plain)).toBe(
      'no findings\n2 findings suppressed\n' +
        '  Dockerfile:4 a-rule, by Dockerfile:3: apt runs \\u{1B}[31mlater\n  - a-rule, by Dockerfile:3\n',
    );
    const many = renderLint({ findings: [], suppressed: Array(25).fill(one) }, 'disk', plain).split('\n');
    expect([many.length, many.at(-2)]).toEqual([23 + 1, '  and 5 more']);
  });

  it('say what they make of the verdict', () => {
    const result = { level: 'fail', threshold: 'warning', findings: 2, message: '2 findings of severity …' } as const;
    const text = (status: 'pass' | 'fail') =>
      renderReport(sampleReport({ images: [sampleImage({ lint: { ...result, status } })] }), plain);
    expect(text('fail')).toContain('\nfails: 2 findings of severity …\n');
    expect(text('pass')).not.toContain('2 findings');
  });

  it('without a place or a price are told too', () => {
    const finding = sampleFinding({ location: null, price: null, severity: 'error', message: 'bad' });
    expect(renderLint({ findings: [finding], suppressed: [] }, 'disk', plain)).toBe(
      '- error apt-lists-left-behind: bad\n1 finding\n',
    );
  });
});

const styles = ['0', '1', '2', '31', '32', '33', '34'].map((code) => `\u001b[${code}m`);
const withoutColor = (text: string): string => styles.reduce((rest, style) => rest.replaceAll(style, ''), text);

/** Printable characters and line breaks alone. */
const obeyed = /[^\P{C}\n]/u;

describe('any report', () => {
  const widths = fc.constantFrom(1, 10, 40, 80, 200);
  const depths = fc.constantFrom(0, 1, 2, Number.POSITIVE_INFINITY);

  it('fits the width and sends nothing to the terminal but text', () => {
    fc.assert(
      fc.property(reports, widths, depths, (report, width, depth) => {
        const [first] = report.images;
        const texts = [
          renderReport(report, { color: false, width, depth }),
          renderMeasurement(first?.current ?? sampleMeasurement(), { color: false, width }),
          renderLint(first ?? { findings: [], suppressed: [] }, report.metric, {
            color: false,
            width: Math.max(width, 11),
          }),
        ];
        for (const text of texts) expect(text).not.toMatch(obeyed);
        // A character of two columns stands even where there is but one.
        const most = Math.max(width, 2);
        const lines = texts.slice(0, 2).flatMap((text) => text.split('\n'));
        expect(lines.filter((line) => columns(line) > most)).toEqual([]);
      }),
      { numRuns: 60, interruptAfterTimeLimit: 30_000 },
    );
  }, 30_000);

  it('has no colours but ours', () => {
    fc.assert(
      fc.property(reports, (report) => {
        expect(withoutColor(renderReport(report, { color: true, width: 80, depth: 3 }))).not.toMatch(obeyed);
      }),
      { numRuns: 30, interruptAfterTimeLimit: 30_000 },
    );
  }, 30_000);

  it('is whole where the output has no width', () => {
    const label = `RUN ${'x'.repeat(500)}`;
    const piped = { color: false, width: Number.POSITIVE_INFINITY, depth: 1 };
    const layers = [{ instruction: label, line: 1, before: 0, after: 1 }];
    expect(renderReport(sampleReport({ images: [sampleImage({ layers })] }), piped)).toContain(label);
  });
});

/** First and last code points; what is not a character between them is filtered out. */
const scriptRanges: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e], // Basic Latin
  [0xa1, 0x2ff], // Latin-1 to IPA
  [0x370, 0x3ff], // Greek
  [0x400, 0x482], // Cyrillic
  [0x2190, 0x23ff], // arrows to technical signs
  [0x2500, 0x27bf], // box drawing to dingbats
  [0x2e80, 0x2e99], // CJK radicals
  [0x3041, 0x3096], // Hiragana
  [0x30a0, 0x30ff], // Katakana
  [0x4e00, 0x9fff], // CJK ideographs
  [0xac00, 0xd7a3], // Hangul
  [0xff01, 0xffe6], // fullwidth and halfwidth forms
  [0x1f300, 0x1f3fa], // pictographs
  [0x1f400, 0x1f64f], // animals to emoticons
  [0x20000, 0x2a6d6], // CJK extension B
];

describe('columns', () => {
  it.each([
    ['ascii', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['✅', 2],
    ['한국', 4],
    ['ｶﾞ', 2],
    ['Ａ', 2],
    ['─→●é', 4],
    ['🇩🇪', 2],
    ['👍🏽', 2],
    ['❤\ufe0f', 2],
    ['❤', 1],
    ['1\ufe0f\u20e3', 2],
    ['का', 2],
  ])('of %s', (text, expected) => {
    expect(columns(text === 'ascii' ? 'abc' : text)).toBe(expected);
  });

  it("are those of Node's own line editor", () => {
    const output = Object.assign(new PassThrough(), { columns: Number.POSITIVE_INFINITY });
    const editor = createInterface({ input: new PassThrough(), output, terminal: true, prompt: '' });
    const character = fc
      .constantFrom(...scriptRanges)
      .chain(([first, last]) => fc.integer({ min: first, max: last }))
      .map((code) => String.fromCodePoint(code))
      .filter((text) => !/[\p{C}\p{M}]/u.test(text));
    fc.assert(
      fc.property(fc.array(character, { maxLength: 20 }), (characters) => {
        const text = characters.join('');
        Object.assign(editor, { line: text, cursor: text.length });
        expect([text, columns(text)]).toEqual([text, editor.getCursorPos().cols]);
      }),
      { numRuns: 1_000 },
    );
    editor.close();
  });
});

describe('fit', () => {
  it.each([
    ['what is short enough', 'abc', 3, 'abc'],
    ['what is too long', 'abcd', 3, 'ab…'],
    ['wide characters', '日本語', 4, '日…'],
    ['nothing', 'abc', 0, ''],
    ['marks with what they stand on', 'ae\u0301\u0302bcd', 3, 'ae\u0301\u0302…'],
    ['flags whole', '🇩🇪🇫🇷🇪🇸', 4, '🇩🇪…'],
  ])('takes %s', (_, text, width, expected) => {
    expect(fit(text, width)).toBe(expected);
  });

  it.each([
    ['both ends', '/usr/lib/x86_64-linux-gnu/libtorch.so', 21, '/usr/lib/x…ibtorch.so'],
    ['more of the beginning', 'abcdefgh', 4, 'ab…h'],
    ['wide characters', '日本語日本語', 7, '日…語'],
    ['marks with what they stand on', 'abcde\u0301', 3, 'a…e\u0301'],
    ['next to nothing', 'abc', 1, '…'],
  ])('keeps of a path %s', (_, text, width, expected) => {
    expect(fit(text, width, 'middle')).toBe(expected);
  });
});

describe('wrap', () => {
  it.each([
    ['at spaces, indenting what follows', 'one two three four five six', 20, 'one two three four\n  five six'],
    ['within a word that is too long', 'abcdefgh', 3, 'abc\ndef\ngh'],
    [
      'such a word, indenting what follows',
      `see ${'x'.repeat(30)}`,
      20,
      `see\n  ${'x'.repeat(18)}\n  ${'x'.repeat(12)}`,
    ],
    ['nothing that is one character', 'ae\u0301🇩🇪', 1, 'a\ne\u0301\n🇩🇪'],
    ['nothing that fits', 'a  b', 10, 'a  b'],
  ])('breaks %s', (_, text, width, expected) => {
    expect(wrap(text, width)).toBe(expected);
  });
});

describe('terminalTable', () => {
  it('gives no column but the last more than a third of the width', () => {
    const rows = [['1 B', '2 B', 'a/very/long/path/to/a/Dockerfile:12', 'RUN something']];
    expect(terminalTable(['DISK', 'DOWNLOAD', 'WHERE', 'INSTRUCTION'], rows, 45, painter(false))).toBe(
      'DISK  DOWNLOAD  WHERE            INSTRUCTION\n 1 B       2 B  a/very/long/pa…  RUN somethi…',
    );
  });

  it('keeps the ends of paths, in any column', () => {
    const rows = [
      ['1 B', '2 B', { path: 'a/very/long/path/to/a/Dockerfile:12' }, { path: '/opt/torch/lib/lib.so (new)' }],
    ];
    expect(terminalTable(['DISK', 'DOWNLOAD', 'WHERE', 'WHAT'], rows, 50, painter(false))).toBe(
      'DISK  DOWNLOAD  WHERE             WHAT\n 1 B       2 B  a/very/l…file:12  /opt/tor…o (new)',
    );
  });
});
