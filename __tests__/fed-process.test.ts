import { runFed } from '../src/fed-process.ts';

const { env } = process;

describe('a program with input', () => {
  it('gets all of it', async () => {
    const input = Buffer.alloc(1_000_000, 'x');
    const { exitCode, stdout } = await runFed('cat', [], { input, env });
    expect([exitCode, stdout.length]).toEqual([0, input.length]);
  });

  it('may end before it has read any, as git does outside a repository', async () => {
    const input = Buffer.alloc(1_000_000, 'x');
    expect(await runFed('sh', ['-c', 'echo no >&2; exit 3'], { input, env })).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: 'no\n',
    });
  });

  it('runs where and with what it is told, and is heard as it goes', async () => {
    const heard: string[] = [];
    const result = await runFed('sh', ['-c', 'cat; pwd; echo $WORD; echo b >&2'], {
      ...{ input: Buffer.from('a\n'), cwd: '/', env: { ...env, WORD: 'w' } },
      onStdout: (chunk) => heard.push(chunk.toString()),
      onStderr: (chunk) => heard.push(chunk.toString()),
    });
    expect(heard.join('').split('\n').sort()).toEqual(['', '/', 'a', 'b', 'w']);
    expect(result).toEqual({ exitCode: 0, stdout: '', stderr: 'b\n' });
  });

  it('that is killed has no exit code', async () => {
    await expect(runFed('sh', ['-c', 'kill -9 $$'], { input: Buffer.from('a'), env })).rejects.toThrow('SIGKILL');
  });

  it('that is not there is no result', async () => {
    await expect(runFed('no-such-program', [], { input: Buffer.from('a'), env })).rejects.toThrow('ENOENT');
  });
});
