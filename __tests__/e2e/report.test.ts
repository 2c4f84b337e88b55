import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../src/model/report.ts';
import { type CliWorld, startCli } from '../support/cli.ts';

jest.setTimeout(180_000);

const archives = join(__dirname, '../../examples/archives');
const [before, after] = ['before', 'after'].map((name) => join(archives, `${name}.oci.tar`)) as [string, string];

let cli: CliWorld;

beforeAll(async () => {
  // Nothing is there that could be asked: no engine, and no program to ask by.
  cli = await startCli({ DOCKER_HOST: 'unix:///nowhere/docker.sock', PATH: '/nowhere' });
  await cli.run(['compare', before, after, '--max-increase', '5%', '--report-file', 'report.json']);
});
afterAll(() => cli.close());

const read = (name: string) => readFile(join(cli.folder, name), 'utf8');

describe('a stored report', () => {
  it.each([
    ['as text', [], []],
    ['as deep as is asked', ['--depth', 'all'], ['--depth', 'all']],
    ['as Markdown', ['--markdown'], ['--markdown', '-']],
  ])('is shown as it was at first: %s', async (_, compared, shown) => {
    const first = await cli.run(['compare', before, after, '--max-increase', '5%', ...compared]);
    const again = await cli.run(['report', 'report.json', ...shown]);
    const timeless = (text: string) => text.replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, '');
    expect(timeless(again.stdout)).toBe(timeless(first.stdout));
    // The first failed by its budget; to show it decides nothing.
    expect([first.exitCode, again.exitCode, again.stderr]).toEqual([1, 0, '']);
  });

  it('is written in every way at once', async () => {
    const files = ['--json', 'a.json', '--markdown', 'a.md', '--html', 'a.html', '--sarif', 'a.sarif', '--badge', '-'];
    const { exitCode, stdout } = await cli.run(['report', 'report.json', ...files]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, color: 'red' });
    expect(JSON.parse(await read('a.json'))).toEqual(JSON.parse(await read('report.json')));
    expect(await read('a.md')).toMatch(/^### ❌ /);
    expect(await read('a.html')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(JSON.parse(await read('a.sarif'))).toMatchObject({ version: '2.1.0' });
  });

  it('that is wrong is refused by its field', async () => {
    const report = JSON.parse(await read('report.json')) as Report;
    await cli.write({ 'wrong.json': JSON.stringify({ ...report, verdict: 'maybe' }) });
    const { exitCode, stdout, stderr } = await cli.run(['report', 'wrong.json', '--html', 'no.html']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: not a report of image-size-gate: verdict: .*\nGive the file /);
    await expect(read('no.html')).rejects.toThrow('ENOENT');
  });
});

it('keeps its exit code where the reader of its output has seen enough', async () => {
  const cliFile = join(__dirname, '../../dist/cli.js');
  const child = spawn(process.execPath, [cliFile, 'compare', before, after, '--max-increase', '5%', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stdout.destroy();
  const [exitCode] = (await once(child, 'close')) as [number];
  expect([exitCode, said]).toEqual([1, expect.not.stringContaining('EPIPE')]);
});

describe('an image', () => {
  it('is measured for its report, and never fails', async () => {
    await cli.write({ '.github/image-size.yml': 'max-size: 1kB\n' });
    const { exitCode } = await cli.run(['report', after, '--json', 'one.json', '--html', 'one.html']);
    expect(exitCode).toBe(0);
    const report = JSON.parse(await read('one.json')) as Report;
    expect(report).toMatchObject({ verdict: 'warn', images: [{ delta: null, baseline: { kind: 'none' } }] });
    // The page has the files, which no report holds.
    expect(await read('one.html')).toContain('app.js');
  });
});
