/**
 * npm run bench [-- --million] [--rounds N] [--write]: our own time beside `docker save | cat >/dev/null` and dive
 * on the same image in the same run, on the engines of both image stores. `--million` adds the image of a million files;
 * `--write` puts the tables into README.md and docs/performance.md.
 *
 * npm run bench -- --lint [FOLDER] [--differences FILE] [--write]: the lint beside hadolint, on the Dockerfiles of FOLDER,
 * else on those of the examples and the rules' cases; `--write` puts the table into docs/lint.md. Needs hadolint.
 *
 * npm run bench -- --page [--rounds N] [--write]: the HTML report of 1,000 and of 50,000 files in Chromium; `--write` puts
 * the table into docs/performance.md.
 *
 * The images need engines at DOCKER_CLASSIC and DOCKER_CONTAINERD with the image test/debian:bookworm (scripts/test-engines), and
 * dive, git and GNU time.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { type BenchImage, type BuiltImages, benchImages, buildBenchImages } from './images.ts';
import { benchLint } from './lint.ts';
import { benchPages, renderPageRows } from './page.ts';
import { type Row, renderLint, renderRows, renderStartUp, type StartUp, writeBetweenMarkers } from './table.ts';
import { type Command, timeInTurn, timeOnce, timeToFirstLine } from './time.ts';

const run = promisify(execFile);
const cli = resolve('dist/cli.js');
const node = process.execPath;

async function benchStore(bench: BenchImage, store: string, host: string, rounds: number): Promise<Row[]> {
  console.error(`${bench.name} on the ${store} store`);
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  // As on a fresh runner: buildx goes through its notes of all builds at each start, and a developer's machine has thousands.
  const env = { DOCKER_HOST: host, BUILDX_CONFIG: join(folder, 'buildx') };
  let built: BuiltImages | null = null;
  try {
    built = await buildBenchImages(bench, env);
    const repository = join(folder, 'repository');
    await makeRepository(repository);
    const { record, recordBuild, ...timed } = commandsOf(built, env, repository, await markingDocker(folder));
    for (const command of [record, recordBuild]) await timeOnce(command);
    const { build, gateBuild, ...times } = await timeInTurn(timed, rounds);
    const afterBuild = { ...gateBuild, seconds: gateBuild.secondsSinceMark ?? Number.NaN };
    const beyondBuild = { ...gateBuild, seconds: gateBuild.seconds - build.seconds };
    const all = { ...times, afterBuild, beyondBuild };
    return (Object.keys(titles) as (keyof typeof titles)[]).map((name) => ({
      store,
      what: titles[name],
      run: all[name],
      ratio: all[name].seconds / all.save.seconds,
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
    await built?.remove();
  }
}

const titles = {
  save: '`docker save \\| cat >/dev/null`',
  dive: '`dive --ci`',
  new: 'everything new',
  changed: 'one small layer changed',
  unchanged: 'nothing changed',
  afterBuild: 'nothing changed, built from the cache: after the build',
  beyondBuild: 'nothing changed, built from the cache: beyond `docker buildx build` itself',
} as const;

/** What is timed, and what makes the baselines. */
function commandsOf(
  { image, changed, context }: BuiltImages,
  env: Readonly<Record<string, string>>,
  folder: string,
  docker: MarkingDocker,
) {
  const gate = (...args: string[]): Command => ({
    program: node,
    args: [cli, 'gate', '--json', ...args],
    env,
    cwd: folder,
  });
  const gateImage = (reference: string, ...more: string[]) => gate('--image', reference, '--name', 'bench', ...more);
  const gateContext = (...more: string[]) => gate('--context', context, '--name', 'built', ...more);
  return {
    save: { program: 'sh', args: ['-c', 'docker save "$0" | cat >/dev/null', image], env },
    new: { program: node, args: [cli, 'measure', `docker:${image}`, '--json'], env },
    changed: gateImage(changed),
    unchanged: gateImage(image),
    build: { program: 'docker', args: ['buildx', 'build', '--load', '--tag', image, context], env },
    gateBuild: { ...gateContext(), env: { ...env, ...docker.env }, mark: docker.mark },
    dive: { program: 'dive', args: ['--ci', image], env: { ...env, CI: 'true' }, exitCodes: [0, 1] },
    record: gateImage(image, '--record'),
    recordBuild: gateContext('--record'),
  } satisfies Record<string, Command>;
}

interface MarkingDocker {
  /** PATH with it before the real one, and what it reads. */
  readonly env: Readonly<Record<string, string>>;
  readonly mark: string;
}

/** A docker that writes a mark when it ends: the last that a gate starts is the build. */
async function markingDocker(folder: string): Promise<MarkingDocker> {
  const path = process.env.PATH ?? '';
  const mark = join(folder, 'docker-ended');
  const programs = await mkdtemp(join(folder, 'programs-'));
  const script = ['#!/bin/sh', 'PATH=$REAL_PATH docker "$@"', 'code=$?', ': > "$MARK"', 'exit $code', ''];
  await writeFile(join(programs, 'docker'), script.join('\n'), { mode: 0o755 });
  return { env: { PATH: `${programs}:${path}`, REAL_PATH: path, MARK: mark }, mark };
}

/** Baselines need a commit. */
async function makeRepository(folder: string): Promise<void> {
  await run('git', ['init', '--quiet', folder]);
  const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost'];
  await run('git', ['-C', folder, ...identity, 'commit', '--quiet', '--allow-empty', '--message', 'bench']);
}

async function benchStores(bench: BenchImage, rounds: number): Promise<string> {
  const engines = { classic: process.env.DOCKER_CLASSIC, containerd: process.env.DOCKER_CONTAINERD };
  const rows: Row[] = [];
  for (const [store, host] of Object.entries(engines)) {
    if (host === undefined) console.error(`${store}: skipped, DOCKER_${store.toUpperCase()} names no engine`);
    else rows.push(...(await benchStore(bench, store, host, rounds)));
  }
  return renderRows(bench.title, rows);
}

/** Outside a workflow the action says its version, reads its inputs, and tells that one is wrong. */
async function benchStartUp(rounds: number): Promise<StartUp> {
  const action: Command = {
    program: node,
    args: [resolve('dist/index.js')],
    env: { 'INPUT_MAX-SIZE': 'large' },
    exitCodes: [1],
  };
  const archive = 'examples/archives/before.oci.tar';
  const { bare, told, small } = await timeInTurn(
    {
      bare: { program: node, args: ['-e', '0'] },
      told: action,
      small: { program: node, args: [cli, 'measure', archive, '--json'] },
    },
    rounds,
  );
  const firstLine = await timeToFirstLine(action, rounds);
  return { node: bare.seconds, firstLine, wrongInput: told.seconds, smallImage: small.seconds };
}

async function benchOfImages(): Promise<void> {
  const rounds = Number(values.rounds);
  const startUp = await benchStartUp(Math.max(9, rounds));
  const gigabyte = `${await benchStores(benchImages.gigabyte, rounds)}\n\n${renderStartUp(startUp)}`;
  console.log(gigabyte);
  const million = values.million ? await benchStores(benchImages.million, rounds) : null;
  if (million !== null) console.log(`\n${million}`);
  if (!values.write) return;
  await writeBetweenMarkers('README.md', 'bench', gigabyte);
  await writeBetweenMarkers('docs/performance.md', 'bench', gigabyte);
  if (million !== null) await writeBetweenMarkers('docs/performance.md', 'bench-million', million);
}

async function benchOfLint(folder: string | null): Promise<void> {
  const table = renderLint(await benchLint(folder, values.differences ?? null));
  console.log(table);
  if (values.write) await writeBetweenMarkers('docs/lint.md', 'bench-lint', table);
}

async function benchOfPages(): Promise<void> {
  const table = renderPageRows(await benchPages([1000, 50_000], Number(values.rounds)));
  console.log(table);
  if (values.write) await writeBetweenMarkers('docs/performance.md', 'bench-page', table);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    million: { type: 'boolean' },
    lint: { type: 'boolean' },
    page: { type: 'boolean' },
    differences: { type: 'string' },
    write: { type: 'boolean' },
    rounds: { type: 'string', default: '3' },
  },
});
if (values.lint) await benchOfLint(positionals[0] ?? null);
else if (values.page) await benchOfPages();
else await benchOfImages();
