import * as fc from 'fast-check';
import { budgetBar, sparkline } from '../../src/report/bars.ts';

describe('budgetBar', () => {
  it.each([
    ['nothing', 0, 100, '░░░░░░░░░░'],
    ['less than nothing', -5, 100, '░░░░░░░░░░'],
    ['hardly anything', 1, 1000, '▓░░░░░░░░░'],
    ['half', 50, 100, '▓▓▓▓▓░░░░░'],
    ['all', 100, 100, '▓▓▓▓▓▓▓▓▓▓'],
    ['a little more', 101, 100, '▓▓▓▓▓▓▓▓▓┃▓'],
    ['three times as much', 300, 100, '▓▓▓┃▓▓▓▓▓▓▓'],
    ['any, where nothing is allowed', 1, 0, '┃▓▓▓▓▓▓▓▓▓▓'],
    ['nothing, where nothing is allowed', 0, 0, '░░░░░░░░░░'],
  ])('shows a limit of which %s is used', (_, actual, limit, expected) => {
    expect(budgetBar(actual, limit)).toBe(expected);
  });

  it('has ten cells, and the limit between them just where more is used', () => {
    const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(amount, amount, (actual, limit) => {
        const bar = budgetBar(actual, limit);
        expect(bar.replace('┃', '')).toHaveLength(10);
        expect(bar.includes('┃')).toBe(actual > limit);
      }),
    );
  });
});

describe('sparkline', () => {
  it.each([
    ['none', [], ''],
    ['what rises', [0, 1, 2, 3, 4, 5, 6, 7], '▁▂▃▄▅▆▇█'],
    ['what falls', [9, 2], '█▁'],
    ['what stays', [5, 5, 5], '███'],
    ['nothing', [0, 0], '▁▁'],
    ['noise as next to nothing', [1000, 1001, 1000], '███'],
  ])('draws %s', (_, values, expected) => {
    expect(sparkline(values)).toBe(expected);
  });

  it('has a level for each value, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { maxLength: 40 }), (values) => {
        const levels = [...sparkline(values)];
        expect(levels).toHaveLength(values.length);
        const byValue = levels
          .map((level, at) => ({ level, value: values[at] ?? 0 }))
          .sort((a, b) => a.value - b.value);
        expect(byValue.map(({ level }) => level)).toEqual([...levels].sort());
      }),
    );
  });
});
