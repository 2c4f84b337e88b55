import { annotate } from '../../src/github/annotations.ts';
import type { LinesOfPullRequest } from '../../src/github/changed-lines.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { BudgetResult, Report } from '../../src/model/report.ts';
import type { AnnotationPlace, Log } from '../../src/seams.ts';
import { grownImage, newImage, sampleBudget, sampleFinding, sampleReport } from '../support/report-samples.ts';

interface Line {
  readonly level: string;
  readonly message: string;
  readonly place?: AnnotationPlace | undefined;
}

function annotations(report: Report, changed: LinesOfPullRequest | null = null): Line[] {
  const lines: Line[] = [];
  const write = (level: string) => (message: string, place?: AnnotationPlace) => {
    lines.push({ level, message, place });
  };
  const log: Log = {
    debug: write('debug'),
    info: write('info'),
    notice: write('notice'),
    warning: write('warning'),
    error: write('error'),
    group: (_, work) => work(),
    secret: write('secret'),
  };
  annotate(report, log, changed);
  return lines;
}

const finding = (over: Partial<Finding> = {}): Finding =>
  sampleFinding({
    message: 'The package lists stay in the image',
    location: { file: 'Dockerfile', firstLine: 3, lastLine: 3, firstColumn: 5, lastColumn: 19 },
    price: { diskBytes: 41_200_000, downloadBytes: null, measured: true },
    ...over,
  });

const at = { file: 'Dockerfile', firstLine: 3, lastLine: 3, firstColumn: 5, lastColumn: 19 };
/** Stands nowhere. */
const gone = finding({ location: null, message: 'nowhere' });

const budget = (over: Partial<BudgetResult> = {}): BudgetResult =>
  sampleBudget({ message: 'grew by +200 B (+20%), 5% is allowed', ...over });

const withFindings = (...findings: Finding[]) => sampleReport({ images: [grownImage({ findings })] });
const withBudget = (result: BudgetResult, over: Partial<Report> = {}) =>
  sampleReport({ verdict: 'fail', images: [grownImage({ budgets: [result] })], ...over });

describe('annotations of findings', () => {
  it('stand on the line, with rule and price', () => {
    expect(annotations(withFindings(finding()))).toEqual([
      {
        level: 'warning',
        message: 'The package lists stay in the image (41.2 MB)',
        place: {
          title: 'apt-lists-left-behind',
          file: 'Dockerfile',
          startLine: 3,
          endLine: 3,
          startColumn: 5,
          endColumn: 19,
        },
      },
    ]);
  });

  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'notice'],
  ] as const)('of severity %s are of level %s', (severity, level) => {
    expect(annotations(withFindings(finding({ severity })))).toMatchObject([{ level }]);
  });

  const lines = { file: 'Dockerfile', firstLine: 3, lastLine: 5, firstColumn: 1, lastColumn: 9 };
  it.each([
    ['no columns over several lines', lines, { file: 'Dockerfile', startLine: 3, endLine: 5 }],
    [
      'no columns where there are none',
      { ...lines, lastLine: 3, firstColumn: null },
      { file: 'Dockerfile', startLine: 3, endLine: 3 },
    ],
    ['no place where there is none', null, {}],
  ])('have %s', (_, location, place) => {
    expect(annotations(withFindings(finding({ location })))[0]?.place).toEqual({
      title: 'apt-lists-left-behind',
      ...place,
    });
  });

  it.each([
    ['unknown', null],
    ['nothing', { diskBytes: 0, downloadBytes: null, measured: true }],
  ])('say no price where it is %s', (_, price) => {
    expect(annotations(withFindings(finding({ price })))[0]?.message).toBe('The package lists stay in the image');
  });

  it('neutralise what an image or a Dockerfile says', () => {
    const message = 'a\n::error::b\u001b[31m\u202e';
    expect(annotations(withFindings(finding({ message, price: null })))[0]?.message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('are said once for the images of one Dockerfile, at the highest price', () => {
    const cheap = finding({ price: { diskBytes: 1000, downloadBytes: null, measured: true } });
    const report = sampleReport({
      images: [grownImage({ findings: [cheap] }), grownImage({ findings: [finding()] })],
    });
    expect(annotations(report).map(({ message }) => message)).toEqual([
      'The package lists stay in the image (41.2 MB)',
    ]);
  });

  it('are ten of each level, the most expensive, and a line says how many were left out', () => {
    const many = Array.from({ length: 23 }, (_, index) =>
      finding({
        message: `finding ${index}`,
        severity: index % 2 === 0 ? 'warning' : 'error',
        price: { diskBytes: (index + 1) * 1_000_000, downloadBytes: null, measured: true },
      }),
    );
    const lines = annotations(withFindings(...many));
    const ofLevel = (level: string) => lines.filter((line) => line.level === level).map(({ message }) => message);
    expect(ofLevel('warning')).toHaveLength(10);
    expect(ofLevel('warning')[0]).toBe('finding 22 (23 MB)');
    expect(ofLevel('warning').at(-1)).toBe('finding 4 (5 MB)');
    expect(ofLevel('error')).toHaveLength(10);
    expect(ofLevel('info')).toEqual([
      '1 more of level error are not annotated; all are in the report.',
      '2 more of level warning are not annotated; all are in the report.',
    ]);
  });
});

describe('annotations on changed lines', () => {
  // `grownImage` has a layer of Dockerfile:2; this finding stands on the second of three lines of a RUN.
  const instruction = { file: 'Dockerfile', firstLine: 3, lastLine: 5, stage: null };
  const image = grownImage({ findings: [finding({ location: { ...at, firstLine: 4, lastLine: 4 } }), gone] });
  const layers = image.current.layers.map((layer) => ({ ...layer, location: instruction }));
  const report = sampleReport({ images: [{ ...image, current: { ...image.current, layers } }] });

  it.each<[string, LinesOfPullRequest | null, number]>([
    ['unknown', null, 2],
    ['its own', new Map([['Dockerfile', [{ first: 4, last: 4 }]]]), 1],
    ['another one of its instruction', new Map([['Dockerfile', [{ first: 5, last: 5 }]]]), 1],
    ['a deleted one of its instruction', new Map([['Dockerfile', [{ first: 5, last: 4 }]]]), 1],
    ['one behind it', new Map([['Dockerfile', [{ first: 6, last: 6 }]]]), 0],
    ['a deleted one behind it', new Map([['Dockerfile', [{ first: 6, last: 5 }]]]), 0],
    ['of another file', new Map([['app/Dockerfile', 'all']]), 0],
    ['any of its file', new Map([['Dockerfile', 'all']]), 1],
  ])('where the changed line is %s', (_name, changed, expected) => {
    const lines = annotations(report, changed);
    expect(lines.filter(({ level }) => level === 'warning')).toHaveLength(expected);
    const told = `Findings on lines that are not changed, not annotated: ${2 - expected}; all are in the report.`;
    expect(lines.filter(({ level }) => level === 'info').map(({ message }) => message)).toEqual(
      expected === 2 ? [] : [told],
    );
  });

  it('leave the budgets alone', () => {
    const lines = annotations(withBudget(budget()), new Map());
    expect(lines).toMatchObject([{ level: 'error' }]);
  });
});

describe('annotations of budgets', () => {
  it('stand on the lines that grew most', () => {
    expect(annotations(withBudget(budget()))).toEqual([
      {
        level: 'error',
        message: 'app (linux/amd64): grew by +200 B (+20%), 5% is allowed',
        place: { title: 'max-increase', file: 'Dockerfile', startLine: 2, endLine: 2 },
      },
    ]);
  });

  it.each([
    ['a failed one', 'fail', 'fail', ['error']],
    ['a failed one that was accepted', 'fail', 'accepted', ['warning']],
    ['a failed one on a push', 'fail', 'warn', ['warning']],
    ['one that warns', 'warn', 'fail', ['warning']],
    ['one that is met', 'pass', 'fail', []],
    ['one that is not known', 'unknown', 'pass', []],
  ] as const)('are, for %s', (_, status, verdict, levels) => {
    const report = withBudget(budget({ status }), { verdict });
    expect(annotations(report).map(({ level }) => level)).toEqual(levels);
  });

  it('have no place where nothing grew', () => {
    const images = [{ ...newImage(), budgets: [budget({ budget: 'max-size' })] }];
    expect(annotations(withBudget(budget(), { images }))[0]?.place).toEqual({ title: 'max-size' });
  });

  it('come before the findings', () => {
    const images = [grownImage({ budgets: [budget()], findings: [finding({ severity: 'error' })] })];
    expect(annotations(withBudget(budget(), { images })).map(({ place }) => place?.title)).toEqual([
      'max-increase',
      'apt-lists-left-behind',
    ]);
  });
});
