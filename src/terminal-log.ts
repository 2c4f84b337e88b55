import { visible } from './report/escape.ts';
import { fit } from './report/terminal-text.ts';
import type { AnnotationPlace, Log, Status } from './seams.ts';

/** What the log needs of a stream: standard error, or a test's. */
export type LogStream = Pick<NodeJS.WriteStream, 'write' | 'columns'> & { readonly isTTY?: boolean };

/**
 * Logs on standard error: what is said once stands in a line of its own. What passes by, as a group's lines and progress
 * do, is on a terminal one line that is drawn again and wiped at the end; elsewhere a group's lines are lines, and
 * progress is one now and then.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function terminalLog(stream: LogStream, now: () => number = () => performance.now()): Log {
  const line = stream.isTTY === true ? redrawnLine(stream, now) : occasionalLines(stream, now);
  const titles: string[] = [];
  const say = (prefix: string, message: string) => {
    line.wipe();
    stream.write(`${prefix}${message}\n`);
  };
  return {
    debug: () => {},
    info(message) {
      const title = titles.at(-1);
      if (title === undefined || stream.isTTY !== true) say('', message);
      else line.show(() => `${title} ${message.trimEnd().split('\n').at(-1)}`);
    },
    notice: (message) => say('note: ', message),
    warning: (message, place) => say(`${placeText(place)}warning: `, message),
    error: (message, place) => say(`${placeText(place)}error: `, message),
    async group(title, work) {
      if (stream.isTTY !== true) say('', title);
      titles.push(title);
      try {
        return await work();
      } finally {
        titles.splice(titles.lastIndexOf(title), 1);
        line.wipe();
      }
    },
    secret: () => {},
    progress: (status) => (status === null ? line.wipe() : line.show(status)),
  };
}

/** Where what passes by is shown. */
interface PassingLine {
  show(status: Status): void;
  /** Leaves nothing of it. */
  wipe(): void;
}

const drawnEvery = 100;
const wiped = '\r\u001b[2K';

/** At most ten times a second; the last one is drawn, too, if late. */
function redrawnLine(stream: LogStream, now: () => number): PassingLine {
  let next: Status = () => '';
  let timer: NodeJS.Timeout | null = null;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  const draw = () => {
    timer = null;
    drawnAt = now();
    isDrawn = true;
    // One column less: in the last one some terminals begin a new line.
    stream.write(wiped + fit(visible(next()), (stream.columns || 80) - 1));
  };
  return {
    show(status) {
      next = status;
      if (timer !== null) return;
      const wait = drawnAt + drawnEvery - now();
      if (wait <= 0) draw();
      else timer = setTimeout(draw, wait).unref();
    },
    wipe() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      if (isDrawn) stream.write(wiped);
      isDrawn = false;
    },
  };
}

const saidEvery = 10_000;

/** Work that takes a few seconds is not worth a line. */
function occasionalLines(stream: LogStream, now: () => number): PassingLine {
  let since: number | null = null;
  return {
    show(status) {
      since ??= now();
      if (now() - since < saidEvery) return;
      since = now();
      stream.write(`${visible(status())}\n`);
    },
    wipe() {
      since = null;
    },
  };
}

const placeText = (place: AnnotationPlace | undefined): string =>
  place?.file === undefined ? '' : `${place.file}:${place.startLine ?? 1}: `;
