import { terminalLog } from '../src/terminal-log.ts';

let written: string;
let time: number;

beforeEach(() => {
  jest.useFakeTimers();
  written = '';
  time = 0;
});
afterEach(() => jest.useRealTimers());

const logOn = (isTTY: boolean, columns = 40) => {
  const write = (text: unknown) => {
    written += text;
    return true;
  };
  return terminalLog({ isTTY, columns, write }, () => time);
};

function pass(milliseconds: number): void {
  time += milliseconds;
  jest.advanceTimersByTime(milliseconds);
}

const wiped = '\r\u001b[2K';

describe('on a terminal', () => {
  it('says what is said once in lines of its own', () => {
    const log = logOn(true);
    log.info('a');
    log.notice('b');
    log.warning('c', { file: 'Dockerfile', startLine: 3 });
    log.error('d');
    expect(written).toBe('a\nnote: b\nDockerfile:3: warning: c\nerror: d\n');
  });

  it('draws progress ten times a second, and the last of it', () => {
    const log = logOn(true);
    for (let at = 0; at < 25; at++) {
      log.progress?.(() => `at ${at}`);
      pass(10);
    }
    pass(1_000);
    expect(written.split(wiped)).toEqual(['', 'at 0', 'at 9', 'at 19', 'at 24']);
  });

  it('makes no text that it does not draw', () => {
    const log = logOn(true);
    const made = jest.fn(() => 'x');
    for (let at = 0; at < 1_000; at++) log.progress?.(made);
    expect(made).toHaveBeenCalledTimes(1);
  });

  it('leaves nothing behind', () => {
    const log = logOn(true);
    log.progress?.(() => 'one');
    log.progress?.(() => 'two');
    log.progress?.(null);
    pass(1_000);
    expect(written).toBe(`${wiped}one${wiped}`);
  });

  it('says a line where the progress was, not behind it', () => {
    const log = logOn(true);
    log.progress?.(() => 'one');
    log.warning('w');
    expect(written).toBe(`${wiped}one${wiped}warning: w\n`);
  });

  it('lets a group pass by under its title, and wipes it', async () => {
    const log = logOn(true);
    await log.group('Build app', async () => {
      log.info('| #1 a\n| #2 b\n');
      log.warning('w');
    });
    log.info('done');
    expect(written).toBe(`${wiped}Build app | #2 b${wiped}warning: w\ndone\n`);
  });

  it('cuts what is wider than the terminal, by columns', () => {
    logOn(true, 10).progress?.(() => '日本語日本語');
    expect(written).toBe(`${wiped}日本語日…`);
  });

  it('obeys nothing in what it shows', () => {
    logOn(true).progress?.(() => 'a\u001b[2J\nb\u202ec');
    expect(written).toBe(`${wiped}a\\u{1B}[2J b\\u{202E}c`);
  });
});

describe('piped', () => {
  it('says all of a group, under its title', async () => {
    const log = logOn(false);
    await log.group('Build app', async () => log.info('| #1 a'));
    expect(written).toBe('Build app\n| #1 a\n');
  });

  it('tells of progress now and then, and not at all of short work', () => {
    const log = logOn(false);
    for (let at = 0; at < 250; at++) {
      log.progress?.(() => `at ${at}`);
      pass(100);
    }
    log.progress?.(null);
    log.progress?.(() => 'again');
    expect(written).toBe('at 100\nat 200\n');
  });
});
