import fc from 'fast-check';
import { buildCounter, isHarmless, lineReader, logLine } from '../../src/build/progress.ts';

const read = (chunks: readonly Buffer[]) => {
  const lines: string[] = [];
  const reader = lineReader((line) => lines.push(line));
  for (const chunk of chunks) reader.write(chunk);
  reader.end();
  return lines;
};

describe('logLine', () => {
  it.each([
    ['a command', '::add-mask::x', '| ::add-mask::x'],
    ['an old command', 'x ##[set-env]y', '| x # #[set-env]y'],
    ['colours', '\u001b[31mred\u001b[0m', '| red'],
    ['a carriage return', 'a\r::error::b', '| a::error::b'],
    ['bidirectional controls', 'a\u202eb\u2066c', '| abc'],
    ['a tab', 'a\tb', '| a\tb'],
    ['a very long line', 'x'.repeat(5_000), `| ${'x'.repeat(4_000)} …`],
  ])('makes harmless: %s', (_, line, expected) => {
    expect(logLine(line)).toBe(expected);
  });

  it('is never what the runner takes for a command', () => {
    const part = fc.oneof(
      fc.constantFrom('::', '##[', '#', '[', '\r', '\n', '\u001b', ' '),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const line = logLine(parts.join(''));
        return !line.trimStart().startsWith('::') && !line.includes('##[') && !/[\r\n]/.test(line);
      }),
    );
  });
});

describe('lineReader', () => {
  it.each([
    ['lines', ['a\nb\n'], ['a', 'b']],
    ['an open end', ['a\nb'], ['a', 'b']],
    ['lines in pieces', ['a', 'b\n', 'c'], ['ab', 'c']],
    ['carriage returns', ['a\r\nb\rc\n'], ['a', 'b', 'c']],
    ['nothing', [], []],
  ])('reads %s', (_, chunks, expected) => {
    expect(read(chunks.map((chunk) => Buffer.from(chunk)))).toEqual(expected);
  });

  it('keeps characters whole whatever the pieces', () => {
    const text = 'é😀\nü';
    fc.assert(
      fc.property(fc.nat(Buffer.byteLength(text)), (cut) => {
        const bytes = Buffer.from(text);
        return read([bytes.subarray(0, cut), bytes.subarray(cut)]).join('\n') === text;
      }),
    );
  });
});

it.each([
  [
    'a layer written twice',
    `ERROR: (*service).Write failed: rpc error: code = Unavailable desc = ref layer-sha256:${'4f'.repeat(32)} locked for 435.547µs (since now): unavailable`,
    true,
  ],
  ['a real error', 'ERROR: failed to build: failed to solve: boom', false],
  [
    'the same printed by a program',
    `#5 0.1 ERROR: (*service).Write failed: ref layer-sha256:${'4f'.repeat(32)} locked for 1s`,
    false,
  ],
])('isHarmless: %s', (_, line, expected) => {
  expect(isHarmless(line)).toBe(expected);
});

const count = (lines: readonly string[]) => {
  const counter = buildCounter();
  counter.write(Buffer.from(lines.map((line) => `${line}\n`).join('')));
  return counter.count();
};

describe('the steps', () => {
  it.each<[string, string[], number, number]>([
    ['nothing', [], 0, 0],
    ['a step that ran', ['#6 [2/3] RUN make', '#6 0.413 CACHED', '#6 DONE 0.7s'], 1, 0],
    ['a step from the cache', ['#7 [stage-1 4/4] COPY f /f', '#7 CACHED'], 1, 1],
    ['a step that is told of twice', ['#7 [2/2] RUN a', '#8 [b 2/3] RUN b', '#7 [2/2] RUN a', '#7 CACHED'], 2, 1],
    ['aligned numbers', ['#7 [stage-1  4/10] COPY f /f', '#8 [ 5/10] COPY f /f', '#8 CACHED'], 2, 1],
    ['platforms', ['#7 [linux/amd64->arm64 b 2/3] RUN a', '#7 CACHED'], 1, 1],
    ['FROM', ['#4 [b 1/3] FROM docker.io/library/debian:12@sha256:1', '#4 CACHED'], 0, 0],
    ["BuildKit's own work", ['#1 [internal] load .dockerignore', '#1 CACHED', '#11 exporting to image'], 0, 0],
    ["a program's carriage returns", ['#9 [2/2] RUN x', '#9 0.1 a\r#9 CACHED\r', '#9 0.2 b\r#9 CACHED\rc'], 1, 0],
    ["a program's output", ['#9 [2/2] RUN x', '#9 0.1 #9 CACHED', '#9 0.2 [3/3] RUN y', '#9 DONE 0.2s'], 1, 0],
  ])('%s', (_name, lines, steps, cachedSteps) => {
    expect(count(lines)).toMatchObject({ steps, cachedSteps });
  });
});

describe('the bytes of the contexts', () => {
  const load = '#5 [internal] load build context';
  it.each<[string, string[], number | null]>([
    ['no context', ['#1 [internal] load build definition from Dockerfile', '#1 transferring dockerfile: 87B done'], 0],
    ['bytes', [load, '#5 transferring context: 27B done'], 27],
    ['with a time', [load, '#5 transferring context: 1.53kB 0.1s done'], 1530],
    [
      'as they grow',
      [load, '#5 transferring context: 4.19MB 0.1s', '#5 transferring context: 12.35MB 0.2s done'],
      12.35e6,
    ],
    ['gigabytes', [load, '#5 transferring context: 2.05GB 19.3s done'], 2.05e9],
    [
      'several contexts',
      [
        load,
        '#4 [context extra] load from client',
        '#4 transferring extra: 2.35MB done',
        '#5 transferring context: 1B done',
      ],
      2_350_001,
    ],
    ['ignore files, which are none', ['#3 [internal] load .dockerignore', '#3 transferring context: 51B done'], 0],
    ['nothing said', [load, '#5 DONE 0.0s'], null],
    [
      'one of two unknown',
      [load, '#5 transferring context: 9B done', '#6 [context x] load from client', '#6 DONE'],
      null,
    ],
    ["a program's word", ['#9 [2/2] RUN x', '#9 0.1 transferring context: 9GB', `#9 0.2 ${load}`], 0],
    ['no number', [load, '#5 transferring context: 1e9B done'], null],
  ])('%s', (_name, lines, expected) => {
    expect(count(lines).contextBytes).toBe(expected);
  });
});
