import { flagsOf, optionNames, optionOf } from '../../src/settings/options.ts';

const table = optionNames.map((name) => [name, optionOf(name)] as const);

describe('the table of options', () => {
  it.each(table)('describes %s in one sentence', (name, option) => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(option.description).toMatch(/^[A-Z].*[^.]\.$/);
    expect(option.description).not.toMatch(/\$\{\{|\n/);
  });

  it.each(table)('gives %s a default that it allows', (_name, option) => {
    if (option.type === 'text' && option.default !== undefined) expect(option.default).toMatch(option.format.pattern);
    else if (option.type === 'choice' && option.default !== undefined) expect(option.choices).toContain(option.default);
    else expect('default' in option && option.default).toBe(option.type === 'boolean' && option.default === true);
  });

  it('gives each flag to one option', () => {
    const flags = optionNames.flatMap((name) => [...new Set(flagsOf(name))]);
    expect(new Set(flags).size).toBe(flags.length);
  });
});
