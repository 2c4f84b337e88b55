/**
 * npm run bench [-- --rounds N] [-- --write]: our own time beside `docker save | cat >/dev/null` and dive on the same
 * image in the same run, on the engines of both image stores. `--write` puts the table into README.md.
 *
 * Needs engines at DOCKER_CLASSIC and DOCKER_CONTAINERD with the image test/debian:bookworm (scripts/test-engines), and
 * dive, git and GNU time.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { buildBenchImages } from './image.ts';
import { type Command, type Run, timeInTurn } from './time.ts';

const run = promisify(execFile);
const cli = resolve('dist/cli.js');
const node = process.execPath;

interface Row {
  readonly store: string;
  readonly what: string;
  readonly run: Run;
  /** Beside `docker save` in the same run. */
  readonly ratio: number;
}

async function benchStore(store: string, host: string, rounds: number): Promise<Row[]> {
  const { image, changed } = await buildBenchImages(host);
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const env = { DOCKER_HOST: host };
  const gate = (reference: string, ...more: string[]): Command => ({
    program: node,
    args: [cli, 'gate', '--image', reference, '--name', 'bench', '--json', ...more],
    env,
    cwd: folder,
  });
  try {
    await run('git', ['init', '--quiet', folder]);
    await run('git', [
      '-C',
      folder,
      '-c',
      'user.name=b',
      '-c',
      'user.email=b@b',
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'x',
    ]);
    const { program, args } = gate(image, '--record');
    await run(program, args, { env: { ...process.env, ...env }, cwd: folder, maxBuffer: 1 << 28 });
    const times = await timeInTurn(
      {
        save: { program: 'sh', args: ['-c', 'docker save "$0" | cat >/dev/null', image], env },
        new: { program: node, args: [cli, 'measure', `docker:${image}`, '--json'], env },
        changed: gate(changed),
        unchanged: gate(image),
        dive: { program: 'dive', args: ['--ci', image], env: { ...env, CI: 'true' }, exitCodes: [0, 1] },
      },
      rounds,
    );
    const titles = {
      save: '`docker save \\| cat >/dev/null`',
      new: 'everything new',
      changed: 'one small layer changed',
      unchanged: 'nothing changed',
      dive: '`dive --ci`',
    } as const;
    return (Object.keys(titles) as (keyof typeof titles)[]).map((name) => ({
      store,
      what: titles[name],
      run: times[name],
      ratio: times[name].seconds / times.save.seconds,
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
    await run('docker', ['image', 'rm', '--force', image, changed], { env: { ...process.env, ...env } });
  }
}

async function benchStartUp(rounds: number): Promise<string> {
  const times = await timeInTurn(
    { ours: { program: node, args: [cli, '--version'] }, bare: { program: node, args: ['-e', '0'] } },
    Math.max(5, rounds),
  );
  return `Start-up, to the first line: ${times.ours.seconds.toFixed(2)} s, of which Node itself ${times.bare.seconds.toFixed(2)} s.`;
}

const megabytes = (bytes: number | null): string => (bytes === null ? '–' : `${Math.round(bytes / 1e6)} MB`);

function render(rows: readonly Row[], startUp: string): string {
  const lines = rows.map(
    ({ store, what, run, ratio }) =>
      `| ${store} | ${what} | ${run.seconds.toFixed(1)} s | ${ratio.toFixed(2)} × | ${megabytes(run.peakBytes)} |`,
  );
  return [
    'An image of 1 GB in 25,000 files, whole commands, medians; `npm run bench` measures it anew:',
    '',
    '| image store | what | time | beside `docker save` | peak memory of the client |',
    '|---|---|---|---|---|',
    ...lines,
    '',
    startUp,
  ].join('\n');
}

async function writeBetweenMarkers(path: string, text: string): Promise<void> {
  const content = await readFile(path, 'utf8');
  const [start, end] = ['<!-- bench:start -->', '<!-- bench:end -->'];
  const from = content.indexOf(start);
  const to = content.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} has no ${start} … ${end}`);
  await writeFile(path, `${content.slice(0, from + start.length)}\n${text}\n${content.slice(to)}`);
}

const roundsAt = process.argv.indexOf('--rounds');
const rounds = roundsAt < 0 ? 3 : Number(process.argv[roundsAt + 1]);
const engines = { classic: process.env.DOCKER_CLASSIC, containerd: process.env.DOCKER_CONTAINERD };

const rows: Row[] = [];
for (const [store, host] of Object.entries(engines)) {
  if (host === undefined) console.error(`${store}: skipped, DOCKER_${store.toUpperCase()} names no engine`);
  else rows.push(...(await benchStore(store, host, rounds)));
}
const table = render(rows, await benchStartUp(rounds));
console.log(table);
if (process.argv.includes('--write')) await writeBetweenMarkers('README.md', table);
