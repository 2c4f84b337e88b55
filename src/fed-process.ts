import { spawn } from 'node:child_process';
import type { ExecOptions, ExecResult } from './seams.ts';

/**
 * Runs a program without a shell and writes its input. A program that ends before it has read all is judged by its exit
 * code: git does so outside a repository. (@actions/exec lets the broken pipe end this process.) Rejects where it cannot
 * be started, or is killed.
 */
export function runFed(
  program: string,
  args: readonly string[],
  {
    cwd,
    env,
    input,
    onStdout,
    onStderr,
  }: Pick<ExecOptions, 'cwd' | 'input' | 'onStdout' | 'onStderr'> & {
    /** All of it, the process's own included. */
    readonly env: NodeJS.ProcessEnv;
  },
): Promise<ExecResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...(cwd === undefined ? {} : { cwd }), env });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', onStdout ?? ((chunk: Buffer) => stdout.push(chunk)));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr.push(chunk);
      onStderr?.(chunk);
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      if (exitCode === null) reject(new Error(`${program} was ended by ${signal}`));
      else resolve({ exitCode, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}
