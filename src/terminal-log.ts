import type { AnnotationPlace, Log } from './seams.ts';

/**
 * Logs on standard error: what is said once stands in a line of its own; on a terminal, what a group logs passes by
 * in one line that is wiped at the end.
 */
export function terminalLog(stream: NodeJS.WriteStream): Log {
  const isTerminal = stream.isTTY === true;
  let depth = 0;
  const wipe = () => isTerminal && stream.write('\r\u001b[2K');
  const say = (prefix: string, message: string) => {
    wipe();
    stream.write(`${prefix}${message}\n`);
  };
  const pass = (message: string) => {
    wipe();
    stream.write(printable(message).slice(0, Math.max(20, (stream.columns ?? 80) - 1)));
  };
  return {
    debug: () => {},
    info: (message) => (isTerminal && depth > 0 ? pass(message.trimEnd().split('\n').at(-1) ?? '') : say('', message)),
    notice: (message) => say('note: ', message),
    warning: (message, place) => say(`${placeText(place)}warning: `, message),
    error: (message, place) => say(`${placeText(place)}error: `, message),
    group: async (title, work) => {
      if (!isTerminal) say('', title);
      depth++;
      try {
        return await work();
      } finally {
        depth--;
        wipe();
      }
    },
    secret: () => {},
  };
}

const printable = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

const placeText = (place: AnnotationPlace | undefined): string =>
  place?.file === undefined ? '' : `${place.file}:${place.startLine ?? 1}: `;
