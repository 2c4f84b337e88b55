import fc from 'fast-check';
import { readHadolintConfig } from '../../src/lint/hadolint-config.ts';

const read = (text: string) => readHadolintConfig(text, '.hadolint.yaml');

describe('.hadolint.yaml', () => {
  it('says what is ignored, with its line', () => {
    expect(read('# x\nignored:\n  - DL3008\n  - DL3009 # why\n').suppressions).toEqual(
      ['DL3008', 'DL3009'].map((code, index) => ({
        codes: [code],
        lines: null,
        by: { syntax: 'hadolint-config', file: '.hadolint.yaml', line: 3 + index },
        reason: null,
      })),
    );
  });

  it('overrides severities; style is info', () => {
    const { severities } = read('override:\n  error: [DL1]\n  warning: [DL2]\n  info:\n  style: [DL4]\n');
    expect(Object.fromEntries(severities)).toEqual({ DL1: 'error', DL2: 'warning', DL4: 'info' });
  });

  it('takes the gravest of several severities, as hadolint does', () => {
    const { severities } = read('override:\n  info: [DL1]\n  error: [DL1]\n  warning: [DL1]\n');
    expect([...severities]).toEqual([['DL1', 'error']]);
  });

  it.each([
    ['failure-threshold: error', 'error'],
    ['failure-threshold: style', 'info'],
    ['failure-threshold: ignore', 'none'],
    ['failure-threshold: error\nno-fail: true', 'none'],
    ['no-fail: false', null],
    ['', null],
  ])('has a threshold: %j', (text, threshold) => {
    expect(read(text)).toMatchObject({ threshold, notices: [] });
  });

  it('may switch the comments off', () => {
    expect(read('disable-ignore-pragma: true').ignoresComments).toBe(true);
  });

  it("leaves what is about hadolint's own output alone", () => {
    const text =
      'format: tty\nno-color: true\nlabel-schema: {author: text}\nstrict-labels: false\ntrustedRegistries: x';
    expect(read(text).notices).toEqual([]);
  });

  it.each([
    ['an unknown key', 'ignored: [DL1]\nignore: [DL3009]', 2, 'ignore: is no key of hadolint'],
    ['a wrong value', '\nignored: DL3009', 2, 'ignored: is not as hadolint has it, and was left aside'],
    ['a wrong level', 'override: {fatal: [DL1]}', 1, 'override: is not as hadolint has it, and was left aside'],
    ['no mapping', '- DL3009', 1, expect.stringContaining('cannot be read')],
    ['no YAML', 'a: [', 1, expect.stringContaining('cannot be read')],
    ['brackets without end', '['.repeat(20_000), 1, expect.stringContaining('cannot be read')],
    ['aliases that explode', bomb(), 1, expect.stringContaining('cannot be read')],
  ])('gives a notice for %s', (_name, text, line, message) => {
    expect(read(text).notices).toEqual([{ file: '.hadolint.yaml', line, message }]);
  });

  it('reads any text', () => {
    fc.assert(fc.property(fc.string(), (text) => read(text).notices.every(({ line }) => line > 0)));
  });
});

function bomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(', ')}]`,
  );
  return ['l0: &l0 [x]', ...levels].join('\n');
}
