import { evaluateBudgets, verdictOf } from '../../src/compare/budgets.ts';
import { deltaOf } from '../../src/compare/compare.ts';
import type { BudgetResult, Metric } from '../../src/model/report.ts';
import type { Budgets } from '../../src/model/settings.ts';
import { parseIncrease, parseSize } from '../../src/units.ts';
import { measuredLayer, measurementOf } from '../support/measurements.ts';

const image = (
  diskBytes: number,
  downloadBytes: number | null = diskBytes / 2,
  store: 'classic' | 'containerd' = 'classic',
) =>
  measurementOf(
    [measuredLayer(`${diskBytes}/${downloadBytes}`, { diskBytes, downloadBytes, instruction: 'RUN app' })],
    { store },
  );

function budgets(maxSize: string | null, maxIncrease: string | null): Budgets {
  const increase = maxIncrease === null ? null : parseIncrease(maxIncrease);
  return {
    maxSize: maxSize === null ? null : { text: maxSize, bytes: parseSize(maxSize) ?? Number.NaN },
    maxIncrease: increase === null || maxIncrease === null ? null : { text: maxIncrease, ...increase },
  };
}

function evaluate(
  limits: Budgets,
  before: ReturnType<typeof image> | null,
  after: ReturnType<typeof image>,
  metric: Metric = 'disk',
) {
  return evaluateBudgets(limits, {
    metric,
    current: after,
    baseline: before,
    delta: before && deltaOf(before, after, metric),
  });
}

const MB = 1_000_000;

describe('evaluateBudgets', () => {
  type Case = [string, Budgets, ReturnType<typeof image> | null, ReturnType<typeof image>, string[]];
  const cases: Case[] = [
    ['nothing asked for', budgets(null, null), image(MB), image(9 * MB), []],
    ['within max-size', budgets('10MB', null), null, image(10 * MB), ['pass: 10 MB is within max-size 10MB']],
    ['over max-size', budgets('10MB', null), null, image(12 * MB), ['fail: 12 MB (disk) is 2 MB over max-size 10 MB']],
    [
      'one byte over max-size',
      budgets('10MB', null),
      null,
      image(10 * MB + 1),
      ['fail: 10,000,001 B (disk) is 1 B over max-size 10,000,000 B'],
    ],
    [
      'over max-size already, and grown',
      budgets('10MB', null),
      image(11 * MB),
      image(12 * MB),
      ['fail: 12 MB (disk) is 2 MB over max-size 10 MB'],
    ],
    [
      'over max-size already, and the same',
      budgets('10MB', null),
      image(12 * MB),
      image(12 * MB),
      ['warn: 12 MB (disk) is 2 MB over max-size 10 MB, as the baseline was already; it did not grow'],
    ],
    [
      'over max-size already, and shrunk',
      budgets('10MB', null),
      image(13 * MB),
      image(12 * MB),
      ['warn: 12 MB (disk) is 2 MB over max-size 10 MB, as the baseline was already; it did not grow'],
    ],
    [
      'grown within',
      budgets(null, '5%'),
      image(100 * MB),
      image(105 * MB),
      ['pass: grew by 5 MB (+5%): within max-increase 5%'],
    ],
    [
      'grown over a percentage',
      budgets(null, '5%'),
      image(100 * MB),
      image(106 * MB),
      ['fail: grew by 6 MB (+6%): 1 MB over max-increase 5%'],
    ],
    [
      'grown over a size',
      budgets(null, '20MB'),
      image(100 * MB),
      image(121 * MB),
      ['fail: grew by 21 MB: 1 MB over max-increase 20 MB'],
    ],
    [
      'both, one broken',
      budgets(null, '50%, 20MB'),
      image(100 * MB),
      image(121 * MB),
      ['pass: grew by 21 MB (+21%): within max-increase 50%', 'fail: grew by 21 MB: 1 MB over max-increase 20 MB'],
    ],
    ['shrunk', budgets(null, '0%'), image(100 * MB), image(90 * MB), ['pass: shrank by 10 MB: within max-increase 0%']],
    [
      'unchanged',
      budgets(null, '0B'),
      image(100 * MB),
      image(100 * MB),
      ['pass: did not grow: within max-increase 0 B'],
    ],
    [
      'no baseline',
      budgets('1GB', '5%, 20MB'),
      null,
      image(MB),
      [
        'pass: 1 MB is within max-size 1GB',
        'unknown: max-increase 5% was not checked: there is no baseline',
        'unknown: max-increase 20 MB was not checked: there is no baseline',
      ],
    ],
    [
      'all broken at once',
      budgets('10MB', '5%, 1MB'),
      image(9 * MB),
      image(12 * MB),
      [
        'fail: 12 MB (disk) is 2 MB over max-size 10 MB',
        'fail: grew by 3 MB (+33.3%): 2.55 MB over max-increase 5%',
        'fail: grew by 3 MB: 2 MB over max-increase 1 MB',
      ],
    ],
  ];
  it.each(cases)('%s', (_name, limits, before, after, expected) => {
    expect(evaluate(limits, before, after).map(({ status, message }) => `${status}: ${message}`)).toEqual(expected);
  });

  it('counts download bytes where asked to', () => {
    expect(evaluate(budgets('10MB', '5%'), image(20 * MB, 8 * MB), image(20 * MB, 11 * MB), 'download')).toMatchObject([
      { status: 'fail', actualBytes: 11 * MB },
      { status: 'fail', actualBytes: 3 * MB, limitBytes: 400_000 },
    ]);
  });

  it('takes an unknown size for unknown, never for 0', () => {
    expect(
      evaluate(budgets('1B', '0%'), image(MB, MB), image(MB, null), 'download').map(({ status }) => status),
    ).toEqual(['unknown', 'unknown']);
  });

  it("does not hold one store's download size against another's", () => {
    const [result] = evaluate(
      budgets(null, '0%'),
      image(MB, 1000, 'classic'),
      image(MB, 2000, 'containerd'),
      'download',
    );
    expect(result).toMatchObject({
      status: 'unknown',
      message: "max-increase 0% was not checked: the baseline's download size can't be compared",
    });
  });
});

describe('verdictOf', () => {
  const results = (...statuses: BudgetResult['status'][]): BudgetResult[] =>
    statuses.map((status) => ({
      budget: 'max-size',
      limit: '1B',
      metric: 'disk',
      status,
      actualBytes: 0,
      limitBytes: 0,
      message: '',
    }));
  it.each([
    ['nothing asked for', results(), 'gate', 'pass'],
    ['all met', results('pass', 'pass'), 'gate', 'pass'],
    ['a later pass hides no fail', results('fail', 'pass'), 'gate', 'fail'],
    ['a warning', results('pass', 'warn'), 'gate', 'warn'],
    ['unknown does not block', results('unknown'), 'gate', 'pass'],
    ['a push never fails', results('fail'), 'record', 'warn'],
  ] as const)('%s', (_name, budgetResults, enforcement, expected) => {
    expect(verdictOf(budgetResults, enforcement)).toBe(expected);
  });
});
