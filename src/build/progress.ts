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
export function lineReader(onLine: (line: string) => void): { write: (chunk: Buffer) => void; end: () => void } {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string) => {
    const lines = `${rest}${text}`.split(/\r?\n|\r(?=[^\n])/);
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
