import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { stageChain } from '../../src/dockerfile/stages.ts';
import type { Edit } from '../../src/lint/edits.ts';
import { chooseFixes, type FixableFiles, type FixedFile, fixFiles, withFixed } from '../../src/lint/fix.ts';
import { unifiedDiff } from '../../src/lint/fix-diff.ts';
import { linesOf } from '../../src/lint/fix-edits.ts';
import { fixInRounds } from '../../src/lint/fix-rounds.ts';
import { lint } from '../../src/lint/lint.ts';
import { rules } from '../../src/lint/rules/index.ts';
import type { LintContext } from '../../src/lint/subject.ts';
import type { Finding } from '../../src/model/finding.ts';
import { describeWithProgram } from '../support/engines.ts';
import { casesOf, subjectOf } from '../support/lint-cases.ts';
import { sampleFinding } from '../support/report-samples.ts';

type Place = readonly [firstLine: number, firstColumn: number, lastLine: number, lastColumn: number];

const edit = ([firstLine, firstColumn, lastLine, lastColumn]: Place, text = '', file = 'Dockerfile'): Edit => ({
  ...{ file, firstLine, firstColumn, lastLine, lastColumn, text },
});

const finding = (rule: string, edits: readonly Edit[], safe = true): Finding =>
  sampleFinding({ rule, fix: { safe, edits: [...edits], lines: null } });

const names = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

/** What `edits` of a Dockerfile change. */
function fixedFiles(text: string, edits: readonly Edit[]): FixedFile[] {
  const { chosen } = chooseFixes([finding('rule', edits)], true);
  return fixFiles({ dockerfile: { path: 'Dockerfile', text }, context: null }, chosen);
}

/** All fixes, made in a Dockerfile and its ignore file; without an image. */
function fixAll(text: string, context: LintContext | null, allowUnsafe: boolean) {
  const lintFiles = (files: FixableFiles) => {
    const dockerfile = parseDockerfile('Dockerfile', files.dockerfile.text);
    return lint({
      dockerfile,
      chain: stageChain(dockerfile, null, []),
      layers: null,
      packages: () => null,
      context: files.context,
      base: null,
      user: null,
    });
  };
  const files = { dockerfile: { path: 'Dockerfile', text }, context };
  const { fixed } = fixInRounds(files, lintFiles(files), allowUnsafe, lintFiles);
  return { fixed, after: withFixed(files, fixed) };
}

const everyCase = rules.flatMap(({ name }) => casesOf(name).map((test) => [`${name}: ${test.name}`, test] as const));

describe('which fixes are made together', () => {
  const first = edit([2, 10, 2, 10], ' a');

  it.each([
    ['an insertion at the same place', edit([2, 10, 2, 10], ' b')],
    ['a change that holds it', edit([2, 5, 3, 1])],
    ['a change that ends there', edit([2, 1, 2, 10])],
    ['a change that begins there', edit([2, 10, 2, 12])],
  ])('not %s: the more expensive goes first', (_name, other) => {
    const { chosen, deferred } = chooseFixes([finding('first', [first]), finding('second', [other])], false);
    expect([names(chosen), names(deferred)]).toEqual([['first'], ['second']]);
  });

  it.each([
    ['further along the line', edit([2, 11, 2, 11], ' b')],
    ['on another line', edit([3, 1, 4, 1])],
    ['at the same place of another file', edit([2, 10, 2, 10], ' b', '.dockerignore')],
  ])('a change %s', (_name, other) => {
    const { chosen } = chooseFixes([finding('first', [first]), finding('second', [other])], false);
    expect(names(chosen)).toEqual(['first', 'second']);
  });

  it('none whose edits can be made in part only', () => {
    const second = finding('second', [edit([5, 1, 5, 1], 'x'), first]);
    expect(names(chooseFixes([finding('first', [first]), second], false).deferred)).toEqual(['second']);
  });

  it('unsafe ones where they are asked for, which else take no place of a safe one', () => {
    const findings = [finding('unsafe', [first], false), finding('safe', [first]), sampleFinding({ fix: null })];
    const { chosen, unsafe } = chooseFixes(findings, false);
    expect([names(chosen), names(unsafe)]).toEqual([['safe'], ['unsafe']]);
    expect(names(chooseFixes(findings, true).chosen)).toEqual(['unsafe']);
  });
});

describe('a fixed file', () => {
  it.each([
    [
      'has the line ends that it had',
      'FROM a\r\nRUN b\r\n',
      edit([2, 6, 2, 6], ' \\\n && c'),
      'FROM a\r\nRUN b \\\r\n && c\r\n',
    ],
    ['has its byte order mark', '\uFEFFFROM a\nRUN b\n', edit([1, 6, 1, 7], 'b'), '\uFEFFFROM b\nRUN b\n'],
    ['ends without a line end as before', 'FROM a\nRUN b', edit([2, 6, 2, 6], ' c'), 'FROM a\nRUN b c'],
    ['has lost its last line', 'FROM a\nRUN b', edit([2, 1, 3, 1]), 'FROM a\n'],
    ['has grown at its end', 'FROM a\n', edit([2, 1, 2, 1], 'RUN b\n'), 'FROM a\nRUN b\n'],
  ])('%s', (_name, before, change, after) => {
    expect(fixedFiles(before, [change]).map((file) => file.after)).toEqual([after]);
  });

  it('is told by the lines that change, and no others', () => {
    const edits = [edit([2, 1, 3, 1]), edit([4, 6, 4, 6], ' e')];
    const [file] = fixedFiles('FROM a\nRUN b\nRUN c\nRUN d\n', edits);
    expect(file?.changes).toEqual([
      { firstLine: 2, before: ['RUN b\n'], after: [] },
      { firstLine: 4, before: ['RUN d\n'], after: ['RUN d e\n'] },
    ]);
  });

  it('has one kind of line ends, in its diff too, where its last line has none', () => {
    const [file] = fixedFiles('FROM a\r\nRUN b', [edit([2, 1, 2, 1], 'RUN x\n')]);
    expect(file).toMatchObject({
      after: 'FROM a\r\nRUN x\r\nRUN b',
      changes: [{ firstLine: 2, before: [], after: ['RUN x\r\n'] }],
    });
  });

  it('is none where nothing changes', () => {
    expect(fixedFiles('FROM a\n', [edit([1, 6, 1, 7], 'a')])).toEqual([]);
  });

  it('may be new', () => {
    const context = { ignoreFile: '.dockerignore', ignoreText: null };
    const { chosen } = chooseFixes([finding('rule', [edit([1, 1, 1, 1], '.git\n', '.dockerignore')])], false);
    const [file] = fixFiles({ dockerfile: { path: 'Dockerfile', text: '' }, context }, chosen);
    expect(file).toMatchObject({ path: '.dockerignore', before: null, after: '.git\n' });
    expect(file && unifiedDiff(file)).toBe('--- /dev/null\n+++ b/.dockerignore\n@@ -0,0 +1 @@\n+.git\n');
  });
});

describe('every fix of the rules', () => {
  it.each(everyCase)('changes only the instructions that it means: %s', (_name, test) => {
    const subject = subjectOf(test);
    const { chosen } = chooseFixes(lint(subject), true);
    const meant = chosen.flatMap(({ fix }) => fix.edits).filter(({ file }) => file === 'Dockerfile');
    const { context } = subject;
    const files = fixFiles({ dockerfile: { path: 'Dockerfile', text: test.dockerfile }, context }, chosen);
    const after = files.find(({ path }) => path === 'Dockerfile')?.after ?? test.dockerfile;
    const instructionsOf = (text: string) => {
      const { globals, stages } = parseDockerfile('Dockerfile', text);
      return [...globals, ...stages.flatMap(({ instructions }) => instructions)];
    };
    const others = instructionsOf(test.dockerfile).filter(({ range }) =>
      meant.every(({ firstLine, lastLine, lastColumn }) => {
        const last = lastColumn === 1 && lastLine > firstLine ? lastLine - 1 : lastLine;
        return last < range.firstLine || firstLine > range.lastLine;
      }),
    );
    const left = instructionsOf(after).map(({ text }) => text);
    let at = 0;
    for (const { text } of others) {
      at = left.indexOf(text, at) + 1;
      expect({ text, isThere: at > 0 }).toEqual({ text, isThere: true });
    }
  });

  it.each(everyCase)('leaves nothing to be fixed: %s', (_name, test) => {
    const { context } = subjectOf(test);
    for (const allowUnsafe of [false, true]) {
      const { after } = fixAll(test.dockerfile, context, allowUnsafe);
      expect(fixAll(after.dockerfile.text, after.context, allowUnsafe).fixed).toEqual([]);
    }
  });

  it.each(everyCase)('is the same whatever ends the lines: %s', (_name, test) => {
    const { context } = subjectOf(test);
    const fixedText = (text: string) => fixAll(text, context, true).after.dockerfile.text;
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(fixedText(windows(test.dockerfile))).toBe(windows(fixedText(test.dockerfile)));
  });

  it.each(everyCase)('is told by its lines: %s', (_name, test) => {
    for (const { fix } of lint(subjectOf(test))) {
      if (fix === null) continue;
      expect(fix.lines?.length).toBeGreaterThan(0);
      const lines = test.dockerfile.split('\n');
      for (const { file, firstLine, before } of fix.lines ?? []) {
        if (file === 'Dockerfile') expect(lines.slice(firstLine - 1, firstLine - 1 + before.length)).toEqual(before);
      }
    }
  });
});

describeWithProgram('git', 'a unified diff', (git) => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'diff-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** What git makes of a file by a diff. */
  function patched(before: string, diff: string): string {
    const file = join(folder, 'Dockerfile');
    writeFileSync(file, before);
    execFileSync(git, ['apply', '--unidiff-zero', '--whitespace=nowarn', '-'], { cwd: folder, input: diff });
    return readFileSync(file, 'utf8');
  }

  const line = fc.constantFrom('FROM a', 'RUN b', '  && c \\', '', '# d');
  const text = fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 30 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([lines, end, isEnded]) => lines.join(end) + (isEnded ? end : ''));

  it('is what git makes of the file', () => {
    const change = fc.record({ line: fc.nat(30), lines: fc.nat(3), text: fc.constantFrom('', 'RUN x\n', 'y\nz\n') });
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 4 }), (before, changes) => {
        const last = linesOf(before).length;
        const edits: Edit[] = [];
        for (const each of changes.sort((a, b) => a.line - b.line)) {
          const from = Math.max(each.line, edits.at(-1)?.lastLine ?? 1);
          if (from <= last) edits.push(edit([from, 1, Math.min(from + each.lines, last), 1], each.text));
        }
        const [file] = fixedFiles(before, edits);
        if (file !== undefined) expect(patched(before, unifiedDiff(file))).toBe(file.after);
      }),
      { numRuns: 60 },
    );
  });
});
