import fc from 'fast-check';
import { isHarmless, lineReader, logLine } from '../../src/build/progress.ts';

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
