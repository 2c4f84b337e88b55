import { execFile } from 'node:child_process';

/** Runs argv[3:] on a pseudo terminal of argv[1] columns, and copies what it writes to standard output. */
const program = `
import fcntl, os, pty, struct, sys, termios
columns, folder, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
process, terminal = pty.fork()
if process == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    os.chdir(folder)
    os.execv(command[0], command)
while True:
    try:
        data = os.read(terminal, 65536)
    except OSError:
        break
    if not data:
        break
    sys.stdout.buffer.write(data)
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
`;

export interface TerminalRun {
  readonly exitCode: number;
  /** All that was written, with its escape sequences. */
  readonly written: string;
}

/** Runs a program as on a terminal: its standard streams are one. Its path is absolute. */
export function runOnTerminal(
  command: readonly string[],
  { columns, folder, environment }: { columns: number; folder: string; environment: Readonly<Record<string, string>> },
): Promise<TerminalRun> {
  const args = ['-c', program, String(columns), folder, ...command];
  return new Promise((resolve, reject) => {
    // A test's own environment may say otherwise.
    const { NO_COLOR, FORCE_COLOR, COLUMNS, ...inherited } = process.env;
    const env = { ...inherited, TERM: 'xterm-256color', ...environment };
    execFile('python3', args, { env, maxBuffer: 1 << 26 }, (error, stdout) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, written: stdout });
    });
  });
}

const control = '\u001b\\[';
const tokens = new RegExp(`${control}[0-9;]*[A-Za-z]|.`, 'gsu');
const withoutEffect = new RegExp(`^(?:${control}[0-9;]*m|\r)$`, 'u');

/** What stands on the screen in the end, line by line, without colours; knows what this program writes and no more. */
export function screenOf(written: string): string[] {
  const lines = [''];
  for (const [token] of written.matchAll(tokens)) {
    const last = lines.length - 1;
    if (token === '\n') lines.push('');
    else if (token === '\u001b[2K') lines[last] = '';
    else if (!withoutEffect.test(token)) lines[last] += token;
  }
  return lines;
}
