import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { columns } from '../../src/report/terminal-text.ts';
import { type CliWorld, startCli } from '../support/cli.ts';
import { describeWithProgram } from '../support/engines.ts';
import { screenOf } from '../support/pty.ts';

jest.setTimeout(180_000);

const archives = join(__dirname, '../../examples/archives');
const [before, after] = ['before.oci.tar', 'after.oci.tar'] as const;
const compare = ['compare', before, after, '--max-increase', '5%', '--depth', 'all'];

/** ECMA-48: what begins a sequence that a terminal obeys. */
const introducer = '\u001b[';
const color = `${introducer}31m`;

describeWithProgram('python3', 'on a terminal', () => {
  let cli: CliWorld;

  beforeAll(async () => {
    cli = await startCli({ DOCKER_HOST: 'unix:///nowhere/docker.sock' });
    for (const name of [before, after]) await copyFile(join(archives, name), join(cli.folder, name));
  });
  afterAll(() => cli.close());

  it.each([
    [120, 'app.js (stored again)'],
    [60, 'app.js (stored again)'],
    [40, 'app…ed again)'],
  ])('of %d columns every line fits', async (width, file) => {
    const { exitCode, written } = await cli.runOnTerminal(compare, width);
    expect(exitCode).toBe(1);
    const lines = screenOf(written);
    expect(lines.filter((line) => columns(line) > width)).toEqual([]);
    expect(lines.join('\n')).toContain('FAIL  after.oci.tar grew by 347 kB');
    expect(lines).toContain(`+21.5 kB  ~+1.17 kB        ${file}`);
  });

  it('shows how far it is in one line, and leaves nothing of it behind', async () => {
    const { written } = await cli.runOnTerminal(['measure', after], 100);
    expect(written).toContain(`\r${introducer}2KReading after.oci.tar: layer 1 of 5, `);
    const lines = screenOf(written);
    expect(lines.filter((line) => /: layer \d of/.test(line))).toEqual([]);
    expect(lines[0]).toMatch(/^Read 5 of 5 layers of /);
    expect(lines[1]).toMatch(/^after\.oci\.tar linux\/amd64: /);
  });

  it('leaves nothing behind where it fails', async () => {
    const { exitCode, written } = await cli.runOnTerminal(['measure', 'oci-archive:nowhere.tar'], 100);
    expect(exitCode).toBe(2);
    expect(screenOf(written)[0]).toMatch(/^error: /);
  });

  it.each([
    ['as a terminal has it', {}, true],
    ['without', { NO_COLOR: '1' }, false],
    ['without, on a dumb one', { TERM: 'dumb' }, false],
    ['as FORCE_COLOR asks', { NO_COLOR: '1', FORCE_COLOR: '1' }, true],
  ])('has colours: %s', async (_, environment, expected) => {
    const { written } = await cli.runOnTerminal(compare, 80, environment);
    expect(written.includes(color)).toBe(expected);
  });

  it('goes by COLUMNS', async () => {
    const lines = screenOf((await cli.runOnTerminal(compare, 120, { COLUMNS: '50' })).written);
    expect(lines.filter((line) => columns(line) > 50)).toEqual([]);
  });

  it('piped, has no escape sequence, progress or cut', async () => {
    const { stdout, stderr } = await cli.run(compare, { NO_COLOR: '', FORCE_COLOR: '0' });
    expect(stdout + stderr).not.toContain(introducer);
    expect(stderr).toMatch(/^(Read \d of \d layers of .*\n){2}$/);
    expect(stdout).not.toContain('…');
  });
});
