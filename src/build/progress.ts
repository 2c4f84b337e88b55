import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';

/** Longer lines are cut: no one reads them, and a build could print one without end. */
const LONGEST_LINE = 4_000;

/** Control characters and bidirectional controls: they could hide or reorder what stands in the log. */
const CONTROLS = /(?!\t)[\p{Cc}\p{Bidi_Control}]/gu;

/**
 * A line of a program's output as it may go to the log. The runner takes lines that begin with `::`, and `##[` anywhere,
 * as commands (actions/runner, ActionCommand.cs): a bar in front and a blank inside keep a build from giving any.
 */
export function logLine(line: string): string {
  const text = stripVTControlCharacters(line).replace(CONTROLS, '').replaceAll('##[', '# #[');
  return `| ${text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)} …` : text}`;
}

/** Cuts a stream of bytes into lines; `end` gives the last one, where it has no line break. */
export function lineReader(
  onLine: (line: string) => void,
  breaks = /\r?\n|\r(?=[^\n])/,
): { write: (chunk: Buffer) => void; end: () => void } {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string) => {
    const lines = `${rest}${text}`.split(breaks);
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  };
  return {
    write: (chunk) => take(decoder.write(chunk)),
    end: () => {
      take(decoder.end());
      if (rest !== '') onLine(rest);
      rest = '';
    },
  };
}

/**
 * What buildx prints, and then succeeds, where an OCI layout takes the same (mostly empty) layer twice at once: containerd's
 * content store lets one writer in, the blob is written all the same.
 */
export function isHarmless(line: string): boolean {
  return /^ERROR: \(\*service\)\.Write failed: .* ref layer-sha256:[0-9a-f]{64} locked for /.test(line);
}

/** What BuildKit's progress tells of the steps of a build. */
export interface StepCount {
  readonly steps: number;
  readonly cachedSteps: number;
}

/**
 * Counts the steps of a build by the lines of `--progress=plain`, of which the log is made anyway: `rawjson` would have to
 * be rendered for it again, and its layout is no documented interface either.
 *
 * A step is an instruction of the Dockerfile: what BuildKit does besides (`[internal] …`, `exporting to image`) is none,
 * and neither is FROM, for which it says CACHED at one time and DONE at the next. What a program prints cannot pass for
 * BuildKit's word: each of its lines stands behind the step's number and the seconds since its start. (A carriage return
 * of its own begins no line here.)
 */
export function stepCounter(): { readonly write: (chunk: Buffer) => void; readonly count: () => StepCount } {
  const steps = new Set<string>();
  const cached = new Set<string>();
  const { write } = lineReader((line) => {
    const step = /^#(\d+) \[(?:[^\]]* )?\d+\/\d+\] (?!FROM )/.exec(line)?.[1];
    if (step !== undefined) steps.add(step);
    const hit = /^#(\d+) CACHED$/.exec(line)?.[1];
    if (hit !== undefined && steps.has(hit)) cached.add(hit);
  }, /\r?\n/);
  return { write, count: () => ({ steps: steps.size, cachedSteps: cached.size }) };
}
