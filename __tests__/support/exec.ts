import { spawn } from 'node:child_process';
import type { Exec, ExecOptions } from '../../src/seams.ts';

export interface ExecCall {
  readonly program: string;
  readonly args: readonly string[];
  readonly options: ExecOptions;
}

/** A real `Exec` that keeps what it was called with. */
export function recordingExec(): { readonly exec: Exec; readonly calls: ExecCall[] } {
  const calls: ExecCall[] = [];
  const exec: Exec = (program, args, options = {}) => {
    calls.push({ program, args, options });
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, { cwd: options.cwd, env: { ...process.env, ...options.env } });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => {
        stdout.push(chunk);
        options.onStdout?.(chunk);
      });
      child.stderr.on('data', (chunk: Buffer) => {
        stderr.push(chunk);
        options.onStderr?.(chunk);
      });
      child.on('error', reject);
      child.on('close', (code) => {
        const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString();
        resolve({ exitCode: code ?? 1, stdout: text(stdout), stderr: text(stderr) });
      });
      // A program may end before it has read everything.
      child.stdin.on('error', () => undefined);
      child.stdin.end(options.input);
    });
  };
  return { exec, calls };
}
