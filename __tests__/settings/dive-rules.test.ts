import type { DiveRuleName } from '../../src/model/dive.ts';
import { readDiveRules, resolveDiveRules } from '../../src/settings/dive-rules.ts';

/** The rules of a file, and what is wrong with it. */
function read(text: string) {
  const { given, problems, notices } = readDiveRules(text, '.dive-ci');
  const resolved = resolveDiveRules(given);
  return { rules: resolved.rules, problems: [...problems, ...resolved.problems], notices };
}

const defaults = { lowestEfficiency: 0.9, highestWastedBytes: null, highestUserWastedPercent: 0.1 };

const limitOf = (rule: DiveRuleName, text: string) => {
  const { rules, problems } = resolveDiveRules([{ rule, where: 'here', text }]);
  return problems.length > 0 ? 'refused' : rules[rule];
};

describe('a .dive-ci file', () => {
  it("reads dive's own example", () => {
    const text = `---
plugins:
  - plugin1

rules:
  # If the efficiency is measured below X%, mark as failed. (expressed as a percentage between 0-1)
  lowestEfficiency: 0.95
  highestWastedBytes: 20Mb
  highestUserWastedPercent: 0.5

  plugin1/rule1: error
`;
    expect(read(text)).toEqual({
      rules: { lowestEfficiency: 0.95, highestWastedBytes: 20_000_000, highestUserWastedPercent: 0.5 },
      problems: [],
      notices: ['.dive-ci:11:3: unknown rule "plugin1/rule1"'],
    });
  });

  it.each([
    ['empty', ''],
    ['a comment', '# nothing'],
    ['null', 'null'],
    ['without rules', 'other: 1'],
    ['rules of nothing', 'rules:\n'],
    ['a rule of nothing', 'rules:\n  lowestEfficiency:\n  highestUserWastedPercent: ~\n'],
  ])('takes the defaults: %s', (_name, text) => {
    expect(read(text)).toEqual({ rules: defaults, problems: [], notices: [] });
  });

  it('takes names in any case, and what disables a rule', () => {
    expect(read('Rules:\n  lowestefficiency: disabled\n  HIGHESTUSERWASTEDPERCENT: off\n')).toEqual({
      rules: { lowestEfficiency: null, highestWastedBytes: null, highestUserWastedPercent: null },
      problems: [],
      notices: [],
    });
  });

  it.each([
    [
      'a ratio above 1',
      'rules:\n  lowestEfficiency: 95\n',
      '.dive-ci:2:21: lowestEfficiency: must be a ratio from 0 to 1, or disabled, not "95"',
    ],
    [
      'a size of no known unit',
      'rules:\n  highestWastedBytes: 20 apples\n',
      '.dive-ci:2:23: highestWastedBytes: must be a size such as 20MB, or disabled, not "20 apples"',
    ],
    [
      'a list for a limit',
      'rules:\n  highestWastedBytes: [1]\n',
      '.dive-ci:2:23: highestWastedBytes: must be a size such as 20MB, or disabled',
    ],
    ['a list for rules', 'rules:\n  - 1\n', '.dive-ci:2:3: rules: must be a mapping, such as "lowestEfficiency: 0.95"'],
    ['a list for all', '- 1\n', '.dive-ci:1:1: must be a mapping with the key "rules"'],
    ['a tab', 'rules:\n\tlowestEfficiency: 1\n', expect.stringMatching(/^\.dive-ci:2:1: cannot be read as YAML: /)],
    ['a key twice', 'rules: {}\nrules: {}\n', expect.stringMatching(/^\.dive-ci:2:1: cannot be read as YAML: /)],
    ['much too much', `a: ${'x'.repeat(70_000)}`, '.dive-ci: must not be larger than 64 KiB'],
    ['a deep nest', '['.repeat(30_000), expect.stringMatching(/^\.dive-ci.*: cannot be read as YAML: /)],
  ])('says where it is wrong: %s', (_name, text, problem) => {
    expect(read(text).problems).toEqual([problem]);
  });

  it('hints at a misspelt rule', () => {
    expect(read('rules:\n  lowest-eficiency: 1\n').notices).toEqual([
      '.dive-ci:2:3: unknown rule "lowest-eficiency" (did you mean lowestEfficiency?)',
    ]);
  });
});

describe('a limit', () => {
  it.each<[string, number | null | 'refused']>([
    ['0', 0],
    ['1', 1],
    ['.5', 0.5],
    ['0.20', 0.2],
    ['5e-2', 0.05],
    ['disabled', null],
    [' Disabled ', null],
    ['false', null],
    ['', null],
    ['1.01', 'refused'],
    ['-0.1', 'refused'],
    ['10%', 'refused'],
    ['0x1', 'refused'],
    ['NaN', 'refused'],
    ['Infinity', 'refused'],
  ])('ratio %j is %s', (text, limit) => {
    expect(limitOf('lowestEfficiency', text)).toBe(limit);
    expect(limitOf('highestUserWastedPercent', text)).toBe(limit);
  });

  it.each<[string, number | null | 'refused']>([
    ['0', 0],
    ['20MB', 20_000_000],
    ['20 mb', 20_000_000],
    ['20M', 20_000_000],
    ['1.5KiB', 1536],
    ['1,024 Ki', 1_048_576],
    ['0.0015kb', 1],
    ['3EB', 3e18],
    ['50B', 50],
    ['disabled', null],
    ['20EB', 'refused'],
    ['MB', 'refused'],
    ['1.2.3', 'refused'],
    ['-1', 'refused'],
    ['20XB', 'refused'],
    ['20MBi', 'refused'],
  ])('size %j is %s', (text, limit) => {
    expect(limitOf('highestWastedBytes', text)).toBe(limit);
  });

  it('given later wins', () => {
    const given = ['0.5', '0.6'].map((text) => ({ rule: 'lowestEfficiency', where: 'here', text }) as const);
    expect(resolveDiveRules(given).rules.lowestEfficiency).toBe(0.6);
  });
});
