import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { parseSize } from '../../src/units.ts';
import { flatTokens, headingsOf, parseMarkdown, referencesIn, tablesOf } from '../support/github-markdown.ts';
import { reports } from '../support/report-arbitraries.ts';
import { gallery } from '../support/report-gallery.ts';
import {
  grownImage,
  type LayerStep,
  type SampleImage,
  sampleBudget,
  sampleCommit,
  sampleFinding,
  sampleFix,
  sampleImage,
  sampleReport,
} from '../support/report-samples.ts';

const commentLimit = 65_536;
const render = (report: Report, limit = commentLimit) => renderMarkdown(report, { limit });
const firstLine = (report: Report) => render(report).split('\n')[0];

/** `+20.1 MB` as a number. */
function bytesIn(shown: string): number {
  const text = shown.replace('\u00a0', ' ');
  const size = parseSize(text.replace(/^[+-]/, ''));
  if (size === null) throw new Error(`not a size: ${shown}`);
  return text.startsWith('-') ? -size : size;
}

describe.each(Object.entries(gallery))('the report %s', (name, report) => {
  const markdown = render(report);

  it('reads as its golden file', () => {
    const folder = join(__dirname, 'golden');
    const file = join(folder, `${name}.md`);
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, markdown);
    }
    expect(markdown).toBe(readFileSync(file, 'utf8'));
  });

  it('has whole tables', () => {
    for (const { header, rows } of tablesOf(markdown)) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(header.length);
    }
  });

  it('is made of our own blocks, each fold closed', () => expectOnlyOurs(markdown));

  it('leads to the lines as they are now, or as they were where they are gone', () => {
    const commits = [...markdown.matchAll(/\/blob\/([0-9a-f]{40})\//g)].map(([, commit]) => commit);
    const [now, before] = [report.repository?.commit, report.images[0]?.baseline.commit];
    expect(commits.filter((commit) => commit !== now && commit !== before)).toEqual([]);
    if (name !== 'shrank') expect(commits).not.toContain(before);
  });

  it('has ten rows at most of what changed, and one for the others', () => {
    const tables = tablesOf(markdown).filter(({ header }) => header.includes('What') && !header.includes('Download'));
    for (const { rows } of tables) {
      expect(rows.filter((row) => !row.at(-1)?.startsWith('└')).length).toBeLessThanOrEqual(11);
    }
  });

  it('opens with its verdict', () => {
    expect(headingsOf(markdown)[0]).toBe(markdown.split('\n')[0]?.replace('### ', 'h3 ').replaceAll('`', ''));
  });
});

describe('the first line', () => {
  const grown = (budgets: Parameters<typeof sampleImage>[0]) =>
    sampleImage({
      layers: [{ instruction: 'COPY . /srv', line: 3, before: 100_000_000, after: 120_100_000 }],
      ...budgets,
    });
  const maximum = (actual: number, limitValue: number, limit: string) =>
    sampleBudget({ budget: 'max-size', limit, actual, limitValue, message: 'too big' });

  it.each<[string, Report, string]>([
    ['growth without budgets', sampleReport({ images: [grown({})] }), '### ✅ app grew by 20.1 MB (+20.1%) to 120 MB'],
    [
      'every budget that is broken',
      sampleReport({
        verdict: 'fail',
        images: [
          grown({
            budgets: [
              maximum(120_100_000, 110_000_000, '110MB'),
              { ...maximum(20_100_000, 5_000_000, '5%'), budget: 'max-increase' },
            ],
          }),
        ],
      }),
      '### ❌ app grew by 20.1 MB (+20.1%) to 120 MB: over its maximum of 110MB and its budget of 5%',
    ],
    [
      'the excess where rounded sizes tie',
      sampleReport({ verdict: 'fail', images: [grown({ budgets: [maximum(120_100_000, 120_099_988, '120MB')] })] }),
      '### ❌ app grew by 20.1 MB (+20.1%) to 120 MB: over its maximum of 120MB by 12 B',
    ],
    [
      'parts of the image, and what is too little',
      sampleReport({
        verdict: 'fail',
        images: [
          grown({
            budgets: [
              sampleBudget({ budget: 'min-cached-steps', limit: '80%', unit: 'share', actual: 0.75, limitValue: 0.8 }),
              { ...maximum(3_000_000, 2_000_000, '2MB'), scope: { kind: 'path', pattern: '/usr/share/doc' } },
              sampleBudget({ budget: 'max-layers', limit: '20', unit: 'layers', actual: 23, limitValue: 20 }),
              ...[1, 2, 3].map((at) => maximum(3_000_000, 2_000_000, `${at}MB`)),
            ],
          }),
        ],
      }),
      '### ❌ app grew by 20.1 MB (+20.1%) to 120 MB: over its maximum of 2MB for `/usr/share/doc` and its max-layers of 20 and its maximum of 1MB and 2 more, short of its min-cached-steps of 80%',
    ],
    [
      'what was accepted',
      sampleReport({ verdict: 'accepted', images: [grown({ budgets: [maximum(120_100_000, 110_000_000, '110MB')] })] }),
      '### ☑️ app grew by 20.1 MB (+20.1%) to 120 MB: over its maximum of 110MB, accepted',
    ],
    [
      'a reason that is no budget',
      sampleReport({ verdict: 'fail', reasons: ['3 findings are errors'] }),
      '### ❌ app: no change (120 MB), 3 findings are errors',
    ],
    [
      'the download size, where budgets hold for it',
      sampleReport({ metric: 'download', images: [grown({})] }),
      "### ✅ app's download grew by 8.04 MB (+20.1%) to 48 MB",
    ],
    [
      'an unknown size as unknown',
      sampleReport({ metric: 'download', images: [grown({ downloads: false })] }),
      "### ✅ app's download: unknown, change unknown",
    ],
    [
      'several images',
      sampleReport({ images: [sampleImage(), grown({ name: 'web' })] }),
      '### ✅ 2 images: +20.1 MB in all',
    ],
    [
      'images without a baseline',
      sampleReport({ images: [sampleImage(), sampleImage({ name: 'web', baseline: { kind: 'none' } })] }),
      '### ✅ 2 images: no change (240 MB), 1 without a baseline',
    ],
    ['no image', sampleReport({ images: [] }), '### ⚪ no image was measured'],
    [
      'why there is no image',
      sampleReport({ verdict: 'fail', reasons: ['the build failed'], images: [] }),
      '### ❌ no image was measured: the build failed',
    ],
    [
      'a hostile name as code',
      sampleReport({ images: [sampleImage({ name: '@octocat' })] }),
      '### ✅ `@octocat`: no change (120 MB)',
    ],
  ])('tells %s', (_, report, expected) => {
    expect(firstLine(report)).toBe(expected);
  });
});

describe('one image that did not change', () => {
  it('takes two lines', () => {
    expect(render(sampleReport()).trimEnd().split('\n')).toHaveLength(2);
  });

  it('says how many findings were suppressed', () => {
    expect(render(sampleReport({ images: [sampleImage({ suppressed: [suppressed] })] }))).toMatch(
      / the same as .*\. 1 finding suppressed\.\n$/,
    );
  });

  it('takes more where there are findings', () => {
    const report = sampleReport({ images: [sampleImage({ findings: [sampleFinding()] })] });
    expect(headingsOf(render(report))).toContain('h4 1 finding, 20.1 MB to save');
  });
});

const suppressed = {
  rule: 'a-rule',
  location: { file: 'Dockerfile', firstLine: 4, lastLine: 5, firstColumn: 1, lastColumn: 9 },
  by: { syntax: 'size', file: 'Dockerfile', line: 3 },
  reason: 'for <b>@team</b>',
} as const;

describe('findings', () => {
  const lint = { level: 'fail', threshold: 'warning', findings: 2, status: 'fail', message: 'two of them' } as const;

  it('that fail are said first, beside the budgets', () => {
    const budgets = [sampleBudget({ status: 'fail', message: 'too big' })];
    const lines = render(sampleReport({ verdict: 'fail', images: [grownImage({ budgets, lint })] })).split('\n');
    expect(lines[0]).toMatch(/^### ❌ app grew by .*: over its .*, 2 findings of severity warning or worse$/);
    expect(lines).toEqual(expect.arrayContaining(['- ❌ `▓▓▓┃▓▓▓▓▓▓▓` too big', '- ❌ two of them']));
  });

  it('that were suppressed are folded, with who asked for it and why', () => {
    const markdown = render(sampleReport({ images: [grownImage({ suppressed: Array(22).fill(suppressed) })] }));
    expect(markdown).toContain('<summary>22 findings suppressed</summary>');
    expect(markdown).toMatch(/^- `a-rule` at .*`Dockerfile:4`.*, by .*`Dockerfile:3`.*: for `<b>@team<\/b>`$/m);
    expect(markdown).toContain('- and 2 more');
  });
});

describe('the rows of what changed', () => {
  const steps = Array.from({ length: 30 }, (_, at) => ({
    instruction: `RUN step ${at}`,
    line: at + 1,
    before: at % 3 === 0 ? null : 30,
    after: at % 3 === 1 ? null : at % 3 === 0 ? 21 + at : at,
  }));
  const image = sampleImage({ layers: steps });
  const tableBy = (metric: Report['metric']) => tablesOf(render(sampleReport({ images: [image], metric })))[1];
  const table = tableBy('disk');

  it.each([
    ['disk', 'Disk', image.delta?.diskBytes],
    ['download', 'Download', image.delta?.downloadBytes],
  ] as const)('are ten and one for the others, and add up to the change by %s', (metric, title, total) => {
    const { header, rows = [] } = tableBy(metric) ?? {};
    expect(header).toEqual([title, 'What']);
    expect(rows).toHaveLength(11);
    expect(rows.reduce((sum, row) => sum + bytesIn(row[0] ?? ''), 0)).toBe(total);
  });

  it('say what is new and what was removed', () => {
    expect(table?.rows.some((row) => row[1]?.endsWith(' (new)'))).toBe(true);
    expect(table?.rows.some((row) => row[1]?.endsWith(' (removed)'))).toBe(true);
  });

  it('link to the measured commit, and what was removed to the baseline', () => {
    const layers = [
      { instruction: 'COPY a', line: 3, before: 0, after: 1_000 },
      { instruction: 'COPY b', line: 4, before: 1, after: null },
    ];
    const markdown = render(sampleReport({ images: [sampleImage({ layers })] }));
    expect(markdown).toContain(`/blob/${sampleCommit(99)}/Dockerfile#L3)`);
    expect(markdown).toContain(`/blob/${sampleCommit(41)}/Dockerfile#L4)`);
  });

  it('are by disk where no download size is known', () => {
    const images = [sampleImage({ layers: steps, downloads: false })];
    const unknown = tablesOf(render(sampleReport({ images, metric: 'download' })));
    expect(unknown[1]?.header).toEqual(['Disk', 'What']);
    expect(unknown[0]?.rows[1]).toEqual(['Download', 'unknown', 'unknown']);
  });
});

describe('the rows below a line', () => {
  const drilled = gallery['drill-down'] ?? sampleReport();
  const [, open, tree] = tablesOf(render(drilled));
  const textsOf = (rows: readonly (readonly string[])[] | undefined) => rows?.map((row) => row.at(-1)) ?? [];

  it('explain it in few words, each with its change, under whose doing it is', () => {
    expect(open?.header).toEqual(['Disk', 'Whose', 'What']);
    expect(open?.rows.map((row) => row.join(' | ').replaceAll('\u00a0', ' '))).toEqual([
      '+31.2 MB | yours | Dockerfile:9 RUN pip install --no-cache-dir -r requirements.txt · requirements.txt changed, which an earlier line copies: Dockerfile:8',
      '+29 MB |  | └ torch 2.1.0 → 2.3.0',
      '+4.1 MB |  | └ numpy 1.26.4 (new)',
      '+3.2 MB | base image | FROM python:3.12-slim · digest a1b2c3d → c3d4e5f, +3.2 MB',
      '+2.9 MB |  | └ libssl3 3.0.11-1~deb12u2 → 3.0.14-1~deb12u1',
      '+400 kB | drift | Dockerfile:4 RUN apt-get update && apt-get install -y --no-install-recommends libpq5 curl · RUN line 4 unchanged; curl 7.88.1 → 7.88.2, +380 kB',
      '+380 kB |  | └ curl 7.88.1-10+deb12u7 → 7.88.1-10+deb12u8',
      '+400 kB | yours | Dockerfile:12 COPY --from=assets /out /app',
      '+400 kB |  | └ /app/models/big.bin (new)',
    ]);
  });

  it('are estimates by download', () => {
    const [, byDownload] = tablesOf(render({ ...drilled, metric: 'download' }));
    expect(byDownload?.rows.slice(0, 2).map(([figure]) => figure)).toEqual(['+12.5\u00a0MB', '~+11.6\u00a0MB']);
  });

  it('name what most of a directory is, rather than the directory', () => {
    const lists = { kind: 'directory', label: '/var/lib/apt/lists', before: 0, after: 96 } as const;
    const log = { kind: 'file', label: '/var/log/x', before: null, after: 4 } as const;
    const children = [
      { kind: 'directory', label: '/var', before: 0, after: 100, children: [lists, log] },
      { kind: 'directory', label: '/srv', before: 0, after: 50, children: [{ ...log, label: '/srv/a', after: 40 }] },
    ] as const;
    const image = sampleImage({ layers: [{ instruction: 'RUN apt', line: 1, before: 0, after: 150, children }] });
    const [, table] = tablesOf(render(sampleReport({ images: [image] })));
    expect(textsOf(table?.rows)).toEqual(['Dockerfile:1 RUN apt', '└ /var/lib/apt/lists/', '└ /srv/']);
  });

  it('are all there in the folded tree, where each level adds up to the one above', () => {
    expect(textsOf(tree?.rows)).toContain('\u2003└ /usr/local/lib/python3.12/site-packages/torch/lib/');
    expect(textsOf(tree?.rows)).toContain('\u2003\u2003└ libtorch_cpu.so');
    expect(textsOf(tree?.rows)).toContain('└ /app/static/logo.svg moved from /app/img/logo.svg');
    const levels = (tree?.rows ?? []).map((row) => ({
      level: /^(\u2003*)└/.exec(row.at(-1) ?? '')?.[1]?.length ?? -1,
      bytes: bytesIn(row[0] ?? ''),
    }));
    for (const [at, { level, bytes }] of levels.entries()) {
      const end = levels.findIndex((line, index) => index > at && line.level <= level);
      const below = levels.slice(at + 1, end === -1 ? undefined : end).filter((line) => line.level === level + 1);
      if (below.length > 0) expect(below.reduce((sum, line) => sum + line.bytes, 0)).toBe(bytes);
    }
  });

  it('are not taken apart further in the tree where they are little of the line', () => {
    const directory = (label: string, size: number) =>
      ({
        kind: 'directory',
        label,
        before: 0,
        after: size,
        children: [
          { kind: 'file', label: `${label}/a`, before: 0, after: size / 2 },
          { kind: 'file', label: `${label}/b`, before: 0, after: size / 2 },
        ],
      }) as const;
    const children = [directory('/large', 960), directory('/small', 40)];
    const image = sampleImage({ layers: [{ instruction: 'RUN x', line: 1, before: 0, after: 1_000, children }] });
    const [, , folded] = tablesOf(render(sampleReport({ images: [image] })));
    expect(textsOf(folded?.rows)).toEqual(['Dockerfile:1 RUN x', '└ /large/', '\u2003└ a', '\u2003└ b', '└ /small/']);
  });

  it('have no tree where that would tell no more', () => {
    const children = [{ kind: 'file', label: '/a', before: null, after: 7 }] as const;
    const image = sampleImage({ layers: [{ instruction: 'COPY a', line: 1, before: 0, after: 7, children }] });
    expect(render(sampleReport({ images: [image] }))).not.toContain('behind it');
  });

  it('go before a line does where there is little room', () => {
    const short = tablesOf(render(drilled, 2_000))[1];
    expect(textsOf(short?.rows).filter((text) => text?.startsWith('└'))).toEqual([]);
    expect(short?.rows).toHaveLength(3 + 1);
  });
});

describe('under the first line', () => {
  const linesOf = (report: Report) => render(report).split('\n').slice(2);
  const of = (...layers: LayerStep[]) => sampleReport({ repository: null, images: [sampleImage({ layers })] });

  it('stands whose doing it is, what moved most and by what, then what is asked', () => {
    const [whose, , moved, asked] = linesOf(gallery['drill-down'] ?? sampleReport());
    expect(whose).toBe('**Your change +31.6 MB** · base image +3.2 MB · drift +400 kB');
    expect(moved).toMatch(
      /^- \*\*\+31\.2 MB\*\* \[`Dockerfile:9`\]\(.+\) `RUN pip install .+`: `torch 2\.1\.0 → 2\.3\.0` \+29 MB$/,
    );
    expect(asked).toMatch(/^- ❌ `▓+┃▓+` grew by/);
  });

  it('is no link, picture or markup, but for bold text, in what an e-mail shows first', () => {
    const [title = '', whose = ''] = render(gallery['drill-down'] ?? sampleReport())
      .split('\n')
      .filter((line) => line !== '');
    expect(title + whose).not.toMatch(/\]\(|[<|`]/);
  });

  const author = { evidence: 'RUN line 1 edited', assumed: false } as const;
  const base = { cause: 'base', evidence: 'FROM a: digest', assumed: false } as const;
  it.each<[string, LayerStep[], string]>([
    [
      'all of it the author’s',
      [{ instruction: 'RUN x', line: 1, before: 1, after: 9, ...author }],
      'All of it is your change.',
    ],
    [
      'nothing of it',
      [{ instruction: 'FROM a', line: null, before: 1, after: 9, ...base }],
      '**Not your change**: base image +8 B',
    ],
    [
      'some of it',
      [
        { instruction: 'FROM a', line: null, before: 1, after: 9, ...base },
        { instruction: 'RUN x', line: 1, before: 9, after: 4, ...author },
      ],
      '**Your change -5 B** · base image +8 B',
    ],
    [
      'nothing, of what is only assumed',
      [{ instruction: 'RUN x', line: 1, before: 1, after: 9, evidence: 'Assumed: who knows', assumed: true }],
      '- **+8 B** `Dockerfile:1` `RUN x`',
    ],
  ])('says whose doing it is: %s', (_, layers, expected) => {
    expect(linesOf(of(...layers))[0]).toBe(expected);
  });

  const step = (line: number, before: number | null, after: number | null): LayerStep => ({
    instruction: 'RUN x',
    line,
    before,
    after,
  });
  it.each<[string, LayerStep[], string[]]>([
    ['what grew most', [step(1, 1, 10), step(2, 1, 90)], ['+89 B 2']],
    ['what shrank most, of an image that shrank', [step(1, 90, null), step(2, 1, 9)], ['-90 B 1']],
    ['both where each is much', [step(1, 90, 1), step(2, 1, 80)], ['-89 B 1', '+79 B 2']],
    ['both where they come to nothing', [step(1, 90, 1), step(2, 1, 90)], ['+89 B 2', '-89 B 1']],
    ['nothing where nothing moved', [step(1, 90, 90)], []],
  ])('stands %s', (_, layers, expected) => {
    const findings = [sampleFinding({ price: null })];
    const report = sampleReport({ repository: null, images: [sampleImage({ layers, findings })] });
    const told = linesOf(report).map((text) =>
      /^- \*\*(.*)\*\* `Dockerfile:(\d)` `RUN x`/.exec(text)?.slice(1).join(' '),
    );
    expect(told.filter((text) => text !== undefined)).toEqual(expected);
  });

  it('stands what there is to save, and where most of it is', () => {
    const findings = [sampleFinding({ price: { diskBytes: 7, downloadBytes: null, measured: true } }), sampleFinding()];
    const lines = linesOf(sampleReport({ repository: null, images: [grownImage({ findings })] }));
    expect(lines).toContain(
      "- **20.1 MB to save** by 1 finding, at `Dockerfile:3`: apt's package lists stay in the layer",
    );
  });

  it('stands nothing more in a table where one line is all that changed', () => {
    expect(tablesOf(render(of({ ...step(1, 1, 9), ...author })))).toHaveLength(2);
    expect(linesOf(of({ ...step(1, 1, 9), ...author }))[2]).toBe(
      '- **+8 B** `Dockerfile:1` `RUN x` · RUN line 1 edited',
    );
  });

  it('stand the first three of several images, each with what moved it', () => {
    const images = [1, 2, 3, 4].map((at) =>
      sampleImage({ name: `image${at}`, layers: [step(at, 1_000, 1_000 + at * 100)] }),
    );
    expect(linesOf(sampleReport({ repository: null, images })).slice(0, 4)).toEqual([
      '- ✅ image4 **+400 B** (+40%): `Dockerfile:4` `RUN x`',
      '- ✅ image3 **+300 B** (+30%): `Dockerfile:3` `RUN x`',
      '- ✅ image2 **+200 B** (+20%): `Dockerfile:2` `RUN x`',
      '',
    ]);
  });
});

it('says once what is only assumed, by the reason', () => {
  const layers = [1, 2, 3, 4, 5, 6].map((line) => ({
    instruction: `RUN ${line}`,
    line,
    before: 1,
    after: 10 - line,
    evidence: line === 6 ? 'Part of the base image on one side only' : 'Assumed: it is not known what it took',
    assumed: true,
  }));
  const markdown = render(sampleReport({ repository: null, images: [sampleImage({ layers })] }));
  expect(markdown.split('\n').filter((text) => text.includes('ssumed'))).toEqual([
    'Assumed to be yours: `Dockerfile:1`, `Dockerfile:2`, `Dockerfile:3`, and 2 more (it is not known what it took); ' +
      '`Dockerfile:6` (part of the base image on one side only).',
  ]);
});

it('does not say of a line that came that it was added', () => {
  const layers = [{ instruction: 'RUN a', line: 1, before: null, after: 5, evidence: 'RUN line 1 added' }];
  const markdown = render(sampleReport({ repository: null, images: [sampleImage({ layers })] }));
  expect(markdown).toContain('- **+5 B** `Dockerfile:1` `RUN a` (new)\n');
});

describe('below a path', () => {
  const focused = (path: string, diskBytes: number) => ({
    ...sampleImage({ layers: [{ instruction: 'COPY a', line: 1, before: 0, after: 9_000 }] }),
    focus: { path, delta: { diskBytes, downloadBytes: null } },
  });

  it('tells what part of the change lies there', () => {
    const report = sampleReport({ images: [focused('/usr/lib', 9_000)] });
    const markdown = render(report);
    expect(headingsOf(markdown)).toContain('h4 What changed below /usr/lib: +9 kB of +9 kB');
    expect(tablesOf(render({ ...report, metric: 'download' }))[1]?.rows[0]?.[0]).toBe('~+3.6\u00a0kB');
  });

  it('says so where nothing changed', () => {
    const image = { ...focused('/opt', 0), changes: [] };
    expect(headingsOf(render(sampleReport({ images: [image] })))).toContain('h4 What changed below /opt: 0 B of +9 kB');
  });
});

describe('fixes', () => {
  const fixable = (megabytes: number, fix = sampleFix()) =>
    sampleFinding({
      price: { diskBytes: megabytes * 1_000_000, downloadBytes: null, measured: true },
      fix,
      evidence: [],
    });
  const rendered = (findings: Finding[], limit?: number) =>
    render(sampleReport({ images: [grownImage({ findings })] }), limit);
  const titles = (markdown: string) =>
    Array.from(markdown.matchAll(/<summary>(Fix [^\n]*)<\/summary>/g), ([, title]) => title);

  it('of the three most expensive findings are folded diffs', () => {
    const markdown = rendered([1, 4, 3, 2].map((megabytes) => fixable(megabytes)));
    const place = 'Fix for <code>apt-lists-left-behind</code> at <code>Dockerfile:3</code>';
    expect(titles(markdown)).toEqual([`${place}, 4 MB`, `${place}, 3 MB`, `${place}, 2 MB`]);
    expect(markdown).toContain('```diff\n@@ -3,1 +3,1 @@\n-RUN a\n+RUN b\n```');
  });

  it('say where to look twice, and what other file they change', () => {
    const markdown = rendered([fixable(1, sampleFix({ file: '.dockerignore', before: [], after: ['.git'] }, false))]);
    expect(titles(markdown)).toEqual([expect.stringMatching(/, 1 MB; try the image afterwards$/)]);
    expect(markdown).toContain('```diff\n+++ .dockerignore\n@@ -3,0 +3,1 @@\n+.git\n```');
  });

  it('stand behind a fence that nothing in them closes', () => {
    const markdown = rendered([fixable(1, sampleFix({ after: ['RUN echo ````', '<b>@octocat</b>'] }))]);
    expect(markdown).toContain('`````diff\n');
  });

  it.each([
    ['without a price', sampleFinding({ price: null, fix: sampleFix() })],
    ['too long to show', sampleFinding({ fix: { ...sampleFix(), lines: null } })],
  ])('are not shown %s', (_name, finding) => {
    expect(titles(rendered([finding]))).toEqual([]);
  });

  it('are bounded', () => {
    const after = Array.from({ length: 150 }, () => 'x'.repeat(500));
    const markdown = rendered([fixable(1, sampleFix({ after }))]);
    expect(markdown).toContain('… 122 more lines\n```');
    expect(markdown).not.toContain('x'.repeat(200));
  });

  it('are the first to be left out', () => {
    const finding = fixable(1, sampleFix({ after: ['x'.repeat(190), 'y'.repeat(190)] }));
    const whole = rendered([finding]);
    const cut = rendered([finding], Buffer.byteLength(whole) - 1);
    expect(titles(cut)).toEqual([]);
    expect(cut).toContain('Left out: fixes.');
    expect(cut).toContain('How it was measured');
  });
});

describe('advice, which is no more than information and costs nothing', () => {
  const advice = sampleFinding({ rule: 'runs-as-root', severity: 'info', price: null, evidence: [] });
  const rendered = (findings: Finding[], limit?: number) =>
    render(sampleReport({ images: [grownImage({ findings })] }), limit);

  it('is folded behind what has a price', () => {
    const markdown = rendered([advice, sampleFinding()]);
    expect(headingsOf(markdown)).toContain('h4 1 finding, 20.1 MB to save');
    expect(markdown).toContain('<details><summary>1 more finding</summary>');
    expect(tablesOf(markdown).filter(({ header }) => header.includes('Finding'))).toHaveLength(2);
  });

  it('is folded alone, without a heading', () => {
    const markdown = rendered([advice, advice]);
    expect(headingsOf(markdown).filter((heading) => heading.includes('finding'))).toEqual([]);
    expect(markdown).toContain('<details><summary>2 findings</summary>');
  });

  it('does not make an image that did not change remarkable', () => {
    const unchanged = sampleImage({ findings: [advice] });
    expect(render(sampleReport({ images: [unchanged] }))).toBe(
      render(sampleReport({ images: [{ ...unchanged, findings: [] }] })),
    );
  });

  it('is said to be left out where it is', () => {
    const many = Array.from({ length: 40 }, () => advice);
    const markdown = rendered([...many, sampleFinding()], 2000);
    expect(markdown).not.toContain('runs-as-root');
    expect(markdown).toContain('the cheaper findings');
  });
});

describe('findings', () => {
  const priced = (price: number | null, at: number) =>
    sampleFinding({
      rule: `rule-${at}`,
      price: price === null ? null : { diskBytes: price, downloadBytes: null, measured: true },
    });
  const findings = [null, 5, 300, null, 70].map(priced);

  it('stand by price, those without last, under the sum of their prices', () => {
    const markdown = render(sampleReport({ images: [sampleImage({ findings })] }));
    expect(headingsOf(markdown)).toContain('h4 5 findings, 375 B to save');
    expect(tablesOf(markdown)[1]?.rows.map((row) => row[0])).toEqual(['300\u00a0B', '70\u00a0B', '5\u00a0B', '–', '–']);
  });

  it('beyond ten are folded', () => {
    const many = Array.from({ length: 14 }, (_, at) => priced(at + 1, at));
    const markdown = render(sampleReport({ images: [sampleImage({ findings: many })] }));
    expect(tablesOf(markdown)[1]?.rows).toHaveLength(10);
    expect(markdown).toContain('<details><summary>4 more findings, 10 B to save</summary>');
    expect(tablesOf(markdown)[2]?.rows).toHaveLength(4);
  });
});

describe('the build', () => {
  const usual = { seconds: 41.2, steps: 4, cachedSteps: 4, contextBytes: 12_300_000 };
  const text = (layers: SampleImage['layers'], after: Partial<typeof usual>) => {
    const builds = { before: usual, after: { ...usual, ...after } };
    return renderMarkdown(
      sampleReport({ images: [sampleImage({ builds, ...(layers === undefined ? {} : { layers }) })] }),
      { limit: 65_536 },
    );
  };
  const grown = [{ instruction: 'RUN two', line: 2, before: 1000, after: 1200 }];

  it('is told in the fold, and nowhere else where it was as ever', () => {
    expect(text(grown, { seconds: 44.3 }).match(/Built in.*/g)).toEqual([
      'Built in 44.3s (+3.1s), 100% of 4 steps cached, 12.3 MB of context sent.',
    ]);
  });

  it.each([
    ['an image that grew', grown],
    ['an image that did not change', undefined],
  ])('is one line of %s where it is worth a look', (_, layers) => {
    expect(text(layers, { seconds: 141.2, contextBytes: 312_000_000 }).split('\n')).toContain(
      'Built in 2m21s (+1m40s) · 312 MB of context sent (+300 MB)',
    );
  });
});

describe('the baseline', () => {
  const commit = sampleCommit(41);
  const linked = `[\`${commit.slice(0, 7)}\`](https://github.com/octo/shop/commit/${commit})`;
  it.each([
    ['exact', {}, linked],
    ['an ancestor', { kind: 'ancestor', distance: 3 }, `${linked}, 3 commits back`],
    ['rebuilt', { kind: 'rebuilt' }, `${linked}, rebuilt`],
    ['another image', { kind: 'reference', commit: null }, '`app:latest`'],
  ] as const)('is named: %s', (_, baseline, expected) => {
    expect(render(sampleReport({ images: [sampleImage({ baseline })] }))).toContain(`the same as ${expected}.`);
  });

  it('is told once where several images share it', () => {
    const markdown = render(sampleReport({ images: [sampleImage(), sampleImage({ name: 'web' })] }));
    expect(markdown.split(commit)).toHaveLength(2);
  });

  it('that is missing is explained, with what makes one', () => {
    expect(render(gallery['no-baseline'] ?? sampleReport())).toContain(
      'No baseline: no measurement is stored for main or any of its last 200 commits. ' +
        'A push to the default branch that runs this step with `permissions: contents: write` records one.',
    );
  });
});

it('tells whose growth it is where it is not all the author’s', () => {
  const size = (diskBytes: number) => ({ diskBytes, downloadBytes: null });
  const image = { ...sampleImage(), causes: { yours: size(-1_000), base: size(2_000), drift: size(0) }, changes: [] };
  const report = sampleReport({ images: [{ ...image, delta: { diskBytes: 1_000, downloadBytes: null, percent: 1 } }] });
  expect(render(report)).toContain('**Your change -1 kB** · base image +2 kB\n');
});

it('links nothing outside of a forge, nor a file outside of the repository', () => {
  const image = sampleImage({ findings: [sampleFinding()], file: '../Dockerfile' });
  expect(render(sampleReport({ repository: null, images: [image] }))).not.toContain('](');
  const outside = { ...sampleFinding().location, file: '/etc/Dockerfile', firstLine: 1, lastLine: 1 };
  const finding = sampleFinding({ location: { ...outside, firstColumn: null, lastColumn: null }, evidence: [] });
  const markdown = render(sampleReport({ images: [sampleImage({ findings: [finding] })] }));
  expect(markdown).toContain('| `/etc/Dockerfile:1` |');
});

describe('any report', () => {
  const limit = fc.constantFrom(2_000, 5_000, 20_000, commentLimit, 1_000_000);

  it('fits, keeps its first line, and holds no markup but ours', () => {
    fc.assert(
      fc.property(reports, limit, (report, most) => {
        const markdown = render(report, most);
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(most);
        expect(markdown.split('\n')[0]).toBe(render(report, 1_000_000).split('\n')[0]);
        expectOnlyOurs(markdown);
      }),
      { numRuns: 60, interruptAfterTimeLimit: 30_000 },
    );
  }, 60_000);

  it('says what was left out, wherever anything was', () => {
    const report = gallery['300-images'] ?? sampleReport();
    const whole = render(report, 10_000_000);
    expect(whole).not.toContain('Shortened to fit');
    for (const most of [200_000, commentLimit, 20_000, 5_000]) {
      const whole = [
        { name: "the job's summary", url: 'https://github.com/octo/shop/actions/runs/1' },
        { name: '`report.json`', url: null },
      ];
      const cut = renderMarkdown(report, { limit: most, whole });
      expect(cut).toMatch(
        /Shortened to fit\. Left out: .+\. All of it: \[the job's summary\]\(.+\/1\), `report\.json`\.\n$/,
      );
      expect(render(report, most)).toMatch(/ All of it: what `html-file` and `report-file` write\.\n$/);
      expect(Buffer.byteLength(cut)).toBeGreaterThan(most / 10);
    }
  });

  it('adds up the rows of images that it leaves out', () => {
    const report = gallery['300-images'] ?? sampleReport();
    const rows = tablesOf(render(report, 5_000))[0]?.rows ?? [];
    expect(rows.at(-1)?.[1]).toMatch(/^\d+ more images$/);
    const count = rows.length - 1 + Number.parseInt(rows.at(-1)?.[1] ?? '', 10);
    expect(count).toBe(300);
  });
});

const ownTokens = new Set(
  'heading paragraph table thead tbody tr th td bullet_list list_item link strong'
    .split(' ')
    .flatMap((name) => [`${name}_open`, `${name}_close`])
    .concat('inline', 'text', 'code_inline', 'html_block', 'fence'),
);
const ownHtml = /^<details(?: open)?><summary>(?:<code>[^<>]*<\/code>|[^<>&"'])*<\/summary>\n$|^<\/details>\n$/;

/** Only blocks that the renderer writes, folds that close, links to the repository, and text that refers to nothing. */
function expectOnlyOurs(markdown: string): void {
  const tokens = flatTokens(markdown);
  expect([...new Set(tokens.map((token) => token.type))].filter((type) => !ownTokens.has(type))).toEqual([]);
  const html = tokens.filter((token) => token.type === 'html_block').map((token) => token.content);
  expect(html.filter((content) => !ownHtml.test(content))).toEqual([]);
  expect(html.filter((content) => content.startsWith('<details'))).toHaveLength(html.length / 2);
  const targets = tokens.flatMap((token) => (token.type === 'link_open' ? [token.attrGet('href') ?? ''] : []));
  expect(targets.filter((href) => !String(href).startsWith('https://github.com/octo/shop/'))).toEqual([]);
  // A percentage of ours may have seven digits, as an abbreviated commit id has.
  const texts = tokens.flatMap((token) => (token.type === 'text' ? [token.content.replace(/\d+%/g, '%')] : []));
  expect(texts.filter((text) => referencesIn(text).length > 0)).toEqual([]);
  for (const { header, rows } of tablesOf(markdown)) {
    for (const row of rows) expect(row).toHaveLength(header.length);
  }
  expect(parseMarkdown(markdown).filter((token) => token.type === 'heading_open' && token.level > 0)).toEqual([]);
}
