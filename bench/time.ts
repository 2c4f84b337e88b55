import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';

export interface Run {
  /** Wall clock. */
  readonly seconds: number;
  /** Wall clock since the command's `mark` was last written; null where it has none. */
  readonly secondsSinceMark: number | null;
  /** Of the processor, by the command and its children; null where the system does not tell. */
  readonly cpuSeconds: number | null;
  /** Resident set at its largest, in bytes; null where the system does not tell. */
  readonly peakBytes: number | null;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Another exit code than these is an error; 0 unless told. */
  readonly exitCodes?: readonly number[];
  /** A file that is written while the command runs. */
  readonly mark?: string;
}

/** Runs a command once, its output thrown away. Peak memory is what GNU time reports of it. */
export function timeOnce(command: Command): Promise<Run> {
  const started = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    const child = spawn(
      '/usr/bin/time',
      ['--quiet', '--format', 'peak=%M user=%U system=%S', command.program, ...command.args],
      {
        cwd: command.cwd,
        env: { ...process.env, ...command.env },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const secondsSinceMark = command.mark === undefined ? null : (Date.now() - statSync(command.mark).mtimeMs) / 1000;
      if (!(command.exitCodes ?? [0]).includes(code ?? -1)) {
        reject(new Error(`${command.program} ${command.args.join(' ')} ended with ${code}:\n${said}`));
        return;
      }
      const [, peak, user, system] = /peak=(\d+) user=([\d.]+) system=([\d.]+)/.exec(said) ?? [];
      const wall = { seconds, secondsSinceMark };
      if (peak === undefined) resolve({ ...wall, cpuSeconds: null, peakBytes: null });
      else resolve({ ...wall, cpuSeconds: Number(user) + Number(system), peakBytes: Number(peak) * 1024 });
    });
  });
}

/** Seconds until a command has written its first line; what becomes of it afterwards does not matter. */
function firstLineOnce(command: Command): Promise<number> {
  const started = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    const child = spawn(command.program, command.args, {
      cwd: command.cwd,
      env: { ...process.env, ...command.env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('\n')) resolve(Number(process.hrtime.bigint() - started) / 1e9);
    });
    child.on('error', reject);
    child.on('close', () => reject(new Error(`${command.program} ${command.args.join(' ')} wrote no line`)));
  });
}

/** The median of a number of starts. */
export async function timeToFirstLine(command: Command, rounds: number): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round++) seconds.push(await firstLineOnce(command));
  return median(seconds);
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Runs every command in turn, again and again, so that a machine that slows down slows all of them; medians. */
export async function timeInTurn<K extends string>(
  commands: Readonly<Record<K, Command>>,
  rounds: number,
): Promise<Record<K, Run>> {
  const names = Object.keys(commands) as K[];
  const runs = new Map<K, Run[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) runs.get(name)?.push(await timeOnce(commands[name]));
  }
  const summary = names.map((name): [K, Run] => {
    const of = runs.get(name) ?? [];
    const known = (key: 'secondsSinceMark' | 'cpuSeconds' | 'peakBytes') => of.flatMap((run) => run[key] ?? []);
    const [since, cpu, peaks] = [known('secondsSinceMark'), known('cpuSeconds'), known('peakBytes')];
    return [
      name,
      {
        seconds: median(of.map(({ seconds }) => seconds)),
        secondsSinceMark: since.length ? median(since) : null,
        cpuSeconds: cpu.length ? median(cpu) : null,
        peakBytes: peaks.length ? Math.max(...peaks) : null,
      },
    ];
  });
  return Object.fromEntries(summary) as Record<K, Run>;
}
