import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../src/lint/fix-edits.ts';
import { rules } from '../../src/lint/rules/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import { casesOf, findingsOf, rulesFolder, subjectOf } from '../support/lint-cases.ts';

const placeOf = ({ location }: Finding): string =>
  `${location?.firstLine}:${location?.firstColumn}-${location?.lastLine}:${location?.lastColumn}`;

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const cases = casesOf(name);

  it.each(cases.map((test) => [test.name, test] as const))('%s', (_name, test) => {
    const found = findingsOf(rule, subjectOf(test));
    const expected = test.findings ?? [];
    expect(found.map(placeOf)).toEqual(expected.map(({ at }) => at));
    expected.forEach(({ price, saving, fix, ignoreFile, evidence }, at) => {
      const finding = found[at];
      expect(finding?.price?.diskBytes ?? null).toBe(price ?? null);
      const { leastBytes, mostBytes } = finding?.baseSaving ?? {};
      expect([leastBytes, mostBytes]).toEqual(saving ?? [undefined, undefined]);
      if (evidence !== undefined) expect(finding?.evidence).toEqual(evidence);
      const edits = finding?.fix?.edits ?? [];
      if (fix !== undefined) expect(applyEdits(test.dockerfile, edits)).toBe(fix);
      if (ignoreFile !== undefined) expect(applyEdits(test.context?.ignoreFile ?? '', edits)).toBe(ignoreFile);
    });
  });

  it('finds nothing more where its safe fix was applied', () => {
    for (const test of cases.filter(({ layers }) => layers === undefined)) {
      const [finding] = findingsOf(rule, subjectOf(test));
      const edits = finding?.fix?.safe ? finding.fix.edits.filter(({ file }) => file === 'Dockerfile') : [];
      if (edits.length === 0) continue;
      const fixed = { ...test, dockerfile: applyEdits(test.dockerfile, edits) };
      expect(findingsOf(rule, subjectOf(fixed)).length).toBeLessThan(findingsOf(rule, subjectOf(test)).length);
    }
  });

  it('has cases that accept, that find, and that price', () => {
    expect(cases.some(({ findings }) => findings === undefined)).toBe(true);
    const isPriced = cases.some(({ findings }) =>
      findings?.some(({ price, saving }) => (price ?? saving) !== undefined),
    );
    expect(isPriced).toBe(rule.topic !== 'practice');
  });

  it('has a README that says what is bad, what is good, what is detected, priced and fixed', () => {
    const readme = readFileSync(join(rulesFolder, name, 'README.md'), 'utf8');
    expect(readme).toMatch(new RegExp(`^# ${name}\n`));
    for (const part of ['Bad', 'Good', 'Detects', 'Price', 'Fix']) expect(readme).toContain(`**${part}**`);
    for (const alias of rule.aliases) expect(readme).toContain(alias);
  });
});

it('registers every folder', () => {
  const folders = readdirSync(rulesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(rules.map(({ name }) => name).sort());
});
