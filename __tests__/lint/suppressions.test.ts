import fc from 'fast-check';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { readSuppressions, suppress } from '../../src/lint/suppressions.ts';
import type { Finding } from '../../src/model/finding.ts';
import { sampleFinding } from '../support/report-samples.ts';

const read = (lines: readonly string[]) =>
  readSuppressions(parseDockerfile('app/Dockerfile', lines.join('\n')), (code) =>
    /^(?:a-rule|b-rule|DL\d+)$/.test(code),
  );

/** A finding on a line. */
const at = (firstLine: number, rule: string, ...aliases: string[]): Finding =>
  sampleFinding({
    rule,
    aliases,
    location: { file: 'app/Dockerfile', firstLine, lastLine: firstLine, firstColumn: 1, lastColumn: 2 },
  });

/** Where `rule` is still reported, of a finding on every line. */
const reportedOn = (lines: readonly string[], rule: string, ...aliases: string[]): number[] =>
  suppress(
    lines.map((_, index) => at(index + 1, rule, ...aliases)),
    read(lines).suppressions,
  ).findings.map(({ location }) => location?.firstLine ?? 0);

describe('comments that suppress', () => {
  it.each<[name: string, lines: readonly string[], rule: string, reported: readonly number[]]>([
    ['ours, the next instruction', ['FROM a', '# size ignore=a-rule why', 'RUN b', 'RUN c'], 'a-rule', [1, 2, 4]],
    [
      'ours, all lines of the instruction',
      ['FROM a', '# size ignore=a-rule why', 'RUN b \\', '# and \\', ' c', 'RUN d'],
      'a-rule',
      [1, 2, 6],
    ],
    [
      'ours, across blank lines and comments',
      ['FROM a', '#size ignore=a-rule x', '', '# y', 'RUN b'],
      'a-rule',
      [1, 2, 3, 4],
    ],
    ['ours, several rules', ['FROM a', '# size ignore=b-rule, a-rule why', 'RUN b'], 'a-rule', [1, 2]],
    ['ours, before the first FROM: the file', ['ARG A', '# size ignore=a-rule why', 'FROM a', 'RUN b'], 'a-rule', []],
    ['ours, another rule', ['FROM a', '# size ignore=b-rule why', 'RUN b'], 'a-rule', [1, 2, 3]],
    ['nothing behind it', ['FROM a', '# size ignore=a-rule why'], 'a-rule', [1, 2]],
    ["hadolint's", ['FROM a', '# hadolint ignore=DL3009', 'RUN b', 'RUN c'], 'DL3009', [1, 2, 4]],
    ["hadolint's, several", ['FROM a', '#hadolint ignore = DL3008 , DL3009 # why', 'RUN b'], 'DL3009', [1, 2]],
    ["hadolint's, before FROM: that alone", ['# hadolint ignore=DL3009', 'FROM a', 'RUN b'], 'DL3009', [1, 3]],
    ["hadolint's, not with a name that is no code", ['# hadolint ignore=all,DL3009', 'FROM a'], 'DL3009', [1, 2]],
    ["hadolint's, for the file", ['FROM a', 'RUN b', '# hadolint global ignore=DL3009'], 'DL3009', []],
    [
      "hadolint's, for a stage",
      ['FROM a', '# hadolint stage ignore=DL3009', 'FROM b', 'RUN c', 'FROM d', 'RUN e'],
      'DL3009',
      [1, 2, 5, 6],
    ],
    [
      "BuildKit's, for the file",
      ['# syntax=docker/dockerfile:1', '#check=skip=A,Check;error=true', 'FROM a'],
      'Check',
      [],
    ],
    ["BuildKit's, for all of its checks", ['# check=skip=all', 'FROM a'], 'JSONArgsRecommended', []],
    ["BuildKit's, which are not our rules", ['# check=skip=all', 'FROM a'], 'a-rule', [1, 2]],
    [
      "BuildKit's, the next instruction",
      ['FROM a', '# Why', '# check=skip=Check // allowed here', 'ENV b=c', 'ENV d=e'],
      'Check',
      [1, 2, 3, 5],
    ],
    ["BuildKit's, with an option that it refuses", ['# check=skip=Check;skp=A', 'FROM a'], 'Check', [1, 2]],
    [
      'no comment: inside a here-document',
      ['FROM a', 'RUN <<EOF', '# size ignore=a-rule x', 'EOF', 'RUN b'],
      'a-rule',
      [1, 2, 3, 4, 5],
    ],
    [
      'no comment: inside an instruction',
      ['FROM a', 'RUN b \\', '# size ignore=a-rule x', ' c', 'RUN d'],
      'a-rule',
      [1, 2, 3, 4, 5],
    ],
  ])('%s', (_name, lines, rule, reported) => {
    expect(reportedOn(lines, rule)).toEqual(reported);
  });

  it('go by the codes of other linters, too', () => {
    expect(reportedOn(['FROM a', '# hadolint ignore=DL3009', 'RUN b'], 'a-rule', 'DL3009')).toEqual([1, 2]);
    expect(reportedOn(['# check=skip=all', 'FROM a'], 'a-rule', 'SecretsUsedInArgOrEnv')).toEqual([]);
  });

  it('are told with where they stand and why', () => {
    const lines = ['FROM a', '# size ignore=a-rule: apt runs later', 'RUN b', '# hadolint ignore=DL3009', 'RUN c'];
    const { suppressed } = suppress([at(3, 'a-rule'), at(5, 'b-rule', 'DL3009')], read(lines).suppressions);
    expect(suppressed).toEqual([
      {
        rule: 'a-rule',
        location: at(3, '').location,
        by: { syntax: 'size', file: 'app/Dockerfile', line: 2 },
        reason: 'apt runs later',
      },
      {
        rule: 'b-rule',
        location: at(5, '').location,
        by: { syntax: 'hadolint', file: 'app/Dockerfile', line: 4 },
        reason: null,
      },
    ]);
  });

  it.each([
    ['# size ignore=a-rule because of it', 'because of it'],
    ['# size ignore=a-rule # because', 'because'],
    ['# size ignore=a-rule -- because', 'because'],
    ['# hadolint ignore=DL3009 # because', 'because'],
    ['# check=skip=Check // because', 'because'],
    ['# check=skip=Check', null],
  ])('give a reason: %s', (comment, reason) => {
    expect(read(['FROM a', comment, 'RUN b']).suppressions).toMatchObject([{ reason }]);
  });
});

describe('notices', () => {
  it.each([
    ['# size ignore=a-rule why', []],
    ['# size ignore=DL3009,JSONArgsRecommended why', []],
    ['# size ignore=a-rule', ['say why behind "# size ignore=a-rule"']],
    ['# size ignore=c-rule why', ['there is no rule "c-rule"']],
    ['# size ignore a-rule', ['must read "# size ignore=RULE reason": it was left aside']],
    ['# size matters', []],
    ['# hadolint ignore=DL9999', []],
  ])('of %s', (comment, messages) => {
    const notices = messages.map((message) => ({ file: 'app/Dockerfile', line: 2, message }));
    expect(read(['FROM a', comment, 'RUN b']).notices).toEqual(notices);
  });
});

describe('error=true', () => {
  it.each([
    ['# check=error=true', true],
    ['# check = skip=A; error = 1', true],
    ['# check=error=false', false],
    ['# check=error=yes', false],
    ['# A comment\n# check=error=true', false],
    ['#!/usr/bin/env docker\n# check=error=true', true],
  ])('%s: %s', (head, checksAreErrors) => {
    expect(read([head, 'FROM a'])).toMatchObject({ checksAreErrors });
  });
});

it('reads any text, and takes out nothing that is not named in it', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'FROM a',
      'RUN b \\',
      '# size ignore=',
      '# check=skip=',
      '# hadolint ignore=DL',
      'RUN <<EOF',
      'EOF',
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const findings = lines.map((_, index) => at(index + 1, 'never-named'));
      expect(suppress(findings, read(lines).suppressions)).toEqual({ findings, suppressed: [] });
    }),
  );
});
