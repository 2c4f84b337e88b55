import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runOnTerminal, type TerminalRun } from './pty.ts';

export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The bundle as a user has it: dist/ alone, and an empty folder to work in. */
export interface CliWorld {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  /** Runs git in the folder. */
  git(...args: string[]): Promise<string>;
  run(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<CliResult>;
  /** The same on a terminal of so many columns. */
  runOnTerminal(
    args: readonly string[],
    columns: number,
    environment?: Readonly<Record<string, string>>,
  ): Promise<TerminalRun>;
  close(): Promise<void>;
}

export async function startCli(defaults: Readonly<Record<string, string>> = {}): Promise<CliWorld> {
  const root = await mkdtemp(join(tmpdir(), 'cli-'));
  const folder = join(root, 'work');
  await mkdir(folder);
  await cp(join(__dirname, '../../dist'), join(root, 'dist'), { recursive: true });

  const start = (program: string, args: readonly string[], environment: Readonly<Record<string, string>>) =>
    new Promise<CliResult>((resolve, reject) => {
      const options = { cwd: folder, env: { ...process.env, ...defaults, ...environment }, maxBuffer: 1 << 28 };
      execFile(program, args, options, (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== 'number') reject(error);
        else resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    });

  return {
    folder,
    async write(files) {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
    },
    async git(...args) {
      const identity = ['-c', 'user.name=user', '-c', 'user.email=user@example.com'];
      const { exitCode, stdout, stderr } = await start('git', [...identity, ...args], {});
      if (exitCode !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
      return stdout.trim();
    },
    run: (args, environment = {}) => start(process.execPath, [join(root, 'dist/cli.js'), ...args], environment),
    runOnTerminal: (args, columns, environment = {}) =>
      runOnTerminal([process.execPath, join(root, 'dist/cli.js'), ...args], {
        ...{ columns, folder },
        environment: { ...defaults, ...environment },
      }),
    close: () => rm(root, { recursive: true, force: true }),
  };
}
