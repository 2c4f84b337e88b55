import { applyPolicy, type LintPolicy } from '../../src/lint/policy.ts';
import type { Finding } from '../../src/model/finding.ts';
import { sampleFinding } from '../support/report-samples.ts';

const lenient: LintPolicy = { suppressions: [], severities: new Map(), checksAreErrors: false, minPrice: 1 };

const priced = (bytes: number | null): Finding =>
  sampleFinding({ price: bytes === null ? null : { diskBytes: bytes, downloadBytes: null, measured: true } });

describe('the policy', () => {
  it.each([
    [99_999, 0],
    [100_000, 1],
    [null, 1],
  ])('takes less than the least price for dust: %s bytes', (bytes, kept) => {
    expect(applyPolicy([priced(bytes)], { ...lenient, minPrice: 100_000 }).findings).toHaveLength(kept);
  });

  it.each<[string, Partial<LintPolicy>, Partial<Finding>, Finding['severity']]>([
    ["the rule's own", {}, { rule: 'a-rule', severity: 'warning' }, 'warning'],
    ['by name', { severities: new Map([['a-rule', 'error']]) }, { rule: 'a-rule' }, 'error'],
    [
      "by another linter's code",
      { severities: new Map([['DL1', 'info']]) },
      { rule: 'a-rule', aliases: ['DL1'] },
      'info',
    ],
    ["BuildKit's as errors", { checksAreErrors: true }, { rule: 'StageNameCasing' }, 'error'],
    ['and not ours', { checksAreErrors: true }, { rule: 'a-rule', severity: 'info' }, 'info'],
  ])('has severities: %s', (_name, policy, given, severity) => {
    const { findings } = applyPolicy([sampleFinding({ aliases: [], ...given })], { ...lenient, ...policy });
    expect(findings).toMatchObject([{ severity }]);
  });

  it('counts what is suppressed, but no dust', () => {
    const by = { syntax: 'size', file: 'Dockerfile', line: 2 } as const;
    const suppressions = [{ codes: [priced(1).rule], lines: null, by, reason: 'why' }];
    const { findings, suppressed } = applyPolicy([priced(5), priced(500)], { ...lenient, suppressions, minPrice: 100 });
    expect(findings).toEqual([]);
    expect(suppressed).toEqual([{ rule: priced(1).rule, location: priced(1).location, by, reason: 'why' }]);
  });
});
