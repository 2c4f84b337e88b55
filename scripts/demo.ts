import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cli = resolve('dist/cli.js');
const baseAt = process.argv.indexOf('--base');
const buildArgs = baseAt < 0 ? [] : ['--build-arg', `BASE=${process.argv[baseAt + 1]}`];

/**
 * Builds examples/demo before and after a change on the engine at hand, and gates the change with dist/cli.js. `--base
 * IMAGE` of the script that asks is what it is built on.
 *
 * @param folder an empty one; it becomes a repository with a baseline
 * @param args of the gate
 * @returns the report's JSON
 */
export async function gateDemo(folder: string, ...args: string[]): Promise<string> {
  const gate = async (...more: string[]) => {
    const command = [cli, 'gate', '--name', 'shop', ...buildArgs, ...more];
    // Over budget is exit code 1, with the report all the same.
    return await run(process.execPath, command, { cwd: folder, maxBuffer: 1 << 26 }).catch((error) => {
      if (error.code === 1 && error.stdout !== '') return error as { stdout: string };
      throw error;
    });
  };
  const git = (...words: string[]) =>
    run('git', ['-C', folder, '-c', 'user.name=demo', '-c', 'user.email=demo@example.com', ...words]);
  await cp('examples/demo/before', folder, { recursive: true });
  await git('init', '--quiet');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'before');
  await gate('--record');
  await cp('examples/demo/after', folder, { recursive: true });
  return (await gate('--max-increase', '5%', '--json', ...args)).stdout;
}
