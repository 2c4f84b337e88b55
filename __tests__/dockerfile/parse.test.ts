import fc from 'fast-check';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import type { Instruction, Range } from '../../src/model/dockerfile.ts';

const parse = (...lines: string[]) => parseDockerfile('Dockerfile', lines.join('\n'));
const instructions = (...lines: string[]) => {
  const dockerfile = parse(...lines);
  return [...dockerfile.globals, ...dockerfile.stages.flatMap((stage) => stage.instructions)];
};
const last = (...lines: string[]) => instructions(...lines).at(-1) as Instruction;
const words = (instruction: Instruction) => instruction.words.map(({ text }) => text);
const programs = (instruction: Instruction) => instruction.commands.map((command) => command.words.join(' '));

/** What stands at a range: the check that places are exact. */
function at(text: string, range: Range): string {
  const lines = text.split('\n').slice(range.firstLine - 1, range.lastLine);
  const end = lines.length - 1;
  lines[end] = (lines[end] ?? '').slice(0, range.lastColumn - 1);
  lines[0] = (lines[0] ?? '').slice(range.firstColumn - 1);
  return lines.join('\n');
}

describe('parseDockerfile', () => {
  it('sorts instructions into globals and stages', () => {
    const dockerfile = parse(
      'ARG TAG=1',
      'FROM debian:$TAG AS Builder',
      'RUN make',
      'FROM scratch',
      'COPY --from=builder /a /b',
      'FROM builder',
    );
    expect(dockerfile.globals.map(({ text }) => text)).toEqual(['ARG TAG=1']);
    expect(dockerfile.stages.map(({ index, name, base }) => ({ index, name, base }))).toEqual([
      { index: 0, name: 'builder', base: { image: 'debian:$TAG', stage: null } },
      { index: 1, name: null, base: { image: 'scratch', stage: null } },
      { index: 2, name: null, base: { image: 'builder', stage: 0 } },
    ]);
    expect(dockerfile.stages[1]?.instructions.map(({ keyword }) => keyword)).toEqual(['FROM', 'COPY']);
  });

  it.each([
    ['a continuation', ['FROM a', 'RUN one \\', '    two'], 'RUN one two'],
    ['comments and blank lines inside', ['FROM a', 'RUN one \\', '# no', '', '  # no \\', '  two'], 'RUN one two'],
    ['white space behind the escape', ['FROM a', 'RUN one \\  ', ' two'], 'RUN one two'],
    ['an escaped escape', ['FROM a', 'RUN one \\\\', 'USER x'], 'USER x'],
    ['the escape directive', ['# escape=`', 'FROM a', 'RUN one `', ' two'], 'RUN one two'],
    ['carriage returns', ['FROM a\r', 'RUN one \\\r', '  two\r'], 'RUN one two'],
    ['a here-document', ['FROM a', 'RUN <<EOF sh', 'one', 'EOF'], 'RUN <<EOF sh'],
    ['a lower-case keyword', ['from a', 'run one'], 'RUN one'],
  ])('puts on one line: %s', (_, lines, text) => {
    expect(last(...lines).text).toBe(text);
  });

  it('covers all of its lines, here-documents included', () => {
    const lines = ['FROM a', 'RUN one \\', '  # comment', '  two', 'COPY <<A <<B /x/', 'a', 'A', 'b', 'B', 'USER x'];
    expect(instructions(...lines).map(({ range }) => [range.firstLine, range.lastLine])).toEqual([
      [1, 1],
      [2, 4],
      [5, 9],
      [10, 10],
    ]);
  });

  it('skips a byte order mark', () => {
    expect(instructions('\uFEFFFROM a', 'RUN b').map(({ text, range }) => [text, range.firstColumn])).toEqual([
      ['FROM a', 1],
      ['RUN b', 1],
    ]);
  });

  it('reads flags with their places', () => {
    const text = 'FROM a\nCOPY --chown=1:1 \\\n  --link --from="b" x y';
    const copy = parse(text).stages[0]?.instructions[1] as Instruction;
    expect(copy.flags.map(({ name, value }) => [name, value])).toEqual([
      ['chown', '1:1'],
      ['link', null],
      ['from', 'b'],
    ]);
    expect(copy.flags.map(({ range }) => at(text, range))).toEqual(['--chown=1:1', '--link', '--from="b"']);
    expect(copy.words.map((word) => [word.text, at(text, word.range)])).toEqual([
      ['x', 'x'],
      ['y', 'y'],
    ]);
  });

  it.each([
    ['RUN', 'RUN ["apt-get", "install"]', ['apt-get', 'install']],
    ['COPY', 'COPY ["a b", "c"]', ['a b', 'c']],
    ['HEALTHCHECK', 'HEALTHCHECK --interval=5s CMD ["curl", "x"]', ['curl', 'x']],
    ['an escaped quote', 'CMD ["a\\"b"]', ['a"b']],
  ])('reads the exec form of %s', (_, line, expected) => {
    const instruction = last('FROM a', line);
    expect({ form: instruction.form, words: words(instruction), commands: instruction.commands }).toEqual({
      form: 'exec',
      words: expected,
      commands: [],
    });
  });

  it.each([
    ['single quotes', "CMD ['a']"],
    ['a number', 'CMD [1]'],
    ['a test', 'RUN [ -f x ]'],
  ])('takes what is no array of strings for a shell form: %s', (_, line) => {
    expect(last('FROM a', line).form).toBe('shell');
  });

  it('keeps quoted words together', () => {
    expect(words(last('FROM a', `ENV A="b c" D='e f' G=h\\ i`))).toEqual(['A=b c', 'D=e f', 'G=h\\ i']);
  });
});

describe('the commands of a RUN', () => {
  it('have exact places across continuations and comments', () => {
    const text =
      'FROM a\nRUN --network=none apt-get update \\\n # why\n && apt-get install \\\n    "curl" git ; rm -rf /x';
    const run = parse(text).stages[0]?.instructions[1] as Instruction;
    expect(run.commands.map(({ range }) => at(text, range))).toEqual([
      'apt-get update',
      'apt-get install \\\n    "curl" git',
      'rm -rf /x',
    ]);
    expect(run.commands.map(({ operator }) => operator)).toEqual([null, '&&', ';']);
  });

  it.each([
    ['a script', ['RUN <<EOF', 'one', 'two', 'EOF'], ['one', 'two']],
    ['a script with tabs', ['RUN <<-EOF', '\tone', '\tEOF'], ['one']],
    ['a script by its own shell', ['RUN <<EOF', '#!/usr/bin/env bash', 'one', 'EOF'], ['one']],
    ['a script in another language', ['RUN <<EOF', '#!/usr/bin/python3', 'one', 'EOF'], []],
    ['a script with tabs in another language', ['RUN <<-EOF', '\t#!/bin/awk -f', '\tBEGIN', '\tEOF'], []],
    ['input of a shell', ['RUN <<EOF bash -e', 'one', 'EOF'], ['bash -e', 'one']],
    ['input of a program', ['RUN python3 <<EOF', 'import os', 'EOF'], ['python3']],
    ['input of a shell that runs something else', ['RUN sh -c read <<EOF', 'data', 'EOF'], ['sh -c read']],
    ['data inside a script', ['RUN <<EOF', 'cat <<X > /y', 'data', 'X', 'one', 'EOF'], ['cat', 'one']],
    ['input of a loop', ['RUN <<EOF', 'while read a; do one; done <<X', 'data', 'X', 'EOF'], ['read a', 'one']],
  ])('here-document: %s', (_, lines, expected) => {
    expect(programs(last('FROM a', ...lines))).toEqual(expected);
  });

  it.each([
    ['SHELL is PowerShell', ['FROM a', 'SHELL ["powershell", "-Command"]', 'RUN Get-Thing'], []],
    ['the stage below set it', ['FROM a AS b', 'SHELL ["cmd", "/S", "/C"]', 'FROM b', 'RUN dir'], []],
    ['the base is Windows', ['FROM mcr.microsoft.com/windows/servercore:ltsc2022', 'RUN dir'], []],
    ['a tag says Windows', ['FROM python:3.14-windowsservercore-ltsc2025', 'RUN dir'], []],
    ['a tag says Nano Server', ['FROM mcr.microsoft.com/dotnet/sdk:10.0-nanoserver-1809', 'RUN dir'], []],
    ['an image of the .NET Framework', ['FROM mcr.microsoft.com/dotnet/framework/sdk:4.8', 'RUN dir'], []],
    ['an argument names Windows', ['ARG BASE=a:windowsservercore', 'FROM $BASE', 'RUN dir'], []],
    ['a cross-compiler to Windows', ['FROM dockcross/windows-static-x64', 'RUN make'], ['make']],
    ['the platform is Windows', ['FROM --platform=windows/amd64 a', 'RUN dir'], []],
    ['SHELL is Bash', ['FROM a', 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]', 'RUN one | two'], ['one', 'two']],
  ])('are those of a POSIX shell only: %s', (_, lines, expected) => {
    expect(programs(last(...lines))).toEqual(expected);
  });
});

describe('any input', () => {
  const fragment = fc.constantFrom(
    ...[
      'FROM a',
      'FROM ',
      'RUN ',
      'COPY ',
      'ARG X=',
      'ONBUILD ',
      'SHELL ["sh"]',
      '# escape=`',
      '\\',
      '`',
      '\n',
      '\r',
      '\r\n',
    ],
    ...[
      ' ',
      '\t',
      '#',
      '"',
      "'",
      '<<EOF',
      '<<-E',
      'EOF',
      '--flag=',
      '[',
      ']',
      '(',
      ')',
      '((',
      '$(',
      '${',
      '}',
      '&&',
      ';;',
    ],
    ...['|', '<', '>', '[[', ']]', 'case x in', 'esac', 'for', 'do', 'done', '\u0000', '\uFEFF', '\u2028', 'é', '😀'],
  );
  const text = fc
    .array(fc.oneof(fragment, fc.string({ maxLength: 5 })), { maxLength: 60 })
    .map((parts) => parts.join(''));

  it('is read without a throw, with places inside the text', () => {
    fc.assert(
      fc.property(text, (content) => {
        const dockerfile = parseDockerfile('Dockerfile', content);
        const lines = dockerfile.text.split('\n');
        for (const { range, commands, flags, words } of dockerfile.stages.flatMap((stage) => stage.instructions)) {
          for (const inner of [range, ...[...commands, ...flags, ...words].map((part) => part.range)]) {
            expect(inner.firstLine).toBeGreaterThanOrEqual(range.firstLine);
            expect(inner.lastLine).toBeLessThanOrEqual(range.lastLine);
            expect(inner.firstColumn).toBeGreaterThanOrEqual(1);
            expect(inner.lastColumn).toBeLessThanOrEqual((lines[inner.lastLine - 1]?.length ?? 0) + 2);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['deep substitutions', `FROM a\nRUN echo ${'"$('.repeat(20_000)}`],
    ['deep parentheses', `FROM a\nRUN ${'('.repeat(20_000)}`],
    ['nested scripts', `FROM a\nRUN <<E\n${'sh <<E\n'.repeat(5_000)}`],
    ['many commands', `FROM a\nRUN ${'true && '.repeat(20_000)} true`],
    ['many lines', `FROM a\nRUN true${' && \\\n true'.repeat(20_000)}`],
    ['many backslashes', `FROM a\nRUN ${'\\'.repeat(50_000)}`],
    ['an open quote', `FROM a\nENV A="${'x\\"'.repeat(20_000)}`],
  ])(
    'is read in a time that does not grow with its square: %s',
    (_, content) => {
      const before = performance.now();
      parseDockerfile('Dockerfile', content);
      // About a second on a slow machine; a minute where it did.
      expect(performance.now() - before).toBeLessThan(15_000);
    },
    60_000,
  );
});
