import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { ImageStore } from '../../src/model/image.ts';

const run = promisify(execFile);
const stores = ['classic', 'containerd'] as const satisfies readonly ImageStore[];
const sockets = ['unix:///var/run/docker.sock', 'unix:///var/run/docker-containerd.sock'];

/** A real Docker engine whose image store is `store`. */
export interface Engine {
  readonly store: ImageStore;
  /** What DOCKER_HOST is to be, `unix://…`. */
  readonly host: string;
}

/** The store of the engine at `host`; null where no engine answers. */
function storeOf(host: string): ImageStore | null {
  try {
    const status = execFileSync('docker', ['info', '--format', '{{json .DriverStatus}}'], {
      env: { ...process.env, DOCKER_HOST: host },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    });
    const text = status.toString();
    if (!text.startsWith('[')) return null;
    return text.includes('io.containerd.snapshotter') ? 'containerd' : 'classic';
  } catch {
    return null;
  }
}

const found = new Map<ImageStore, Engine | null>();

/** The engine of one store: DOCKER_CLASSIC or DOCKER_CONTAINERD, else the first of the usual sockets that has it. */
export function findEngine(store: ImageStore): Engine | null {
  const known = found.get(store);
  if (known !== undefined) return known;
  const named = process.env[`DOCKER_${store.toUpperCase()}`];
  const host = (named === undefined ? sockets : [named]).find((candidate) => storeOf(candidate) === store);
  const engine = host === undefined ? null : { store, host };
  found.set(store, engine);
  return engine;
}

/** What a test needs of the machine. */
export interface Need {
  readonly what: string;
  /** How tests are told where it is. */
  readonly variable: string;
}

/** Whether a program is on PATH. */
export function hasProgram(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

export const programNeed = (program: string): Need => ({ what: program, variable: 'PATH' });

/**
 * Stands where a test or a suite lacks what it needs: skipped, and its name says so. In CI it is a failure, so that a
 * broken set-up is not taken for a pass.
 */
export function itLacks(name: string, { what, variable }: Need): void {
  const missing = `${name} (skipped: no ${what})`;
  if (process.env.CI !== 'true') {
    it.skip(missing, () => undefined);
    return;
  }
  it(missing, () => {
    throw new Error(`CI must provide it (scripts/test-engines up): see ${variable}`);
  });
}

/** A suite that needs something of the machine; without it (`found` is null) `itLacks` stands there. */
export function describeWith<T>(found: T | null, name: string, need: Need, suite: (found: T) => void): void {
  if (found === null) itLacks(name, need);
  else describe(name, () => suite(found));
}

/** A suite that needs a program on PATH. */
export function describeWithProgram(program: string, name: string, suite: (program: string) => void): void {
  describeWith(hasProgram(program) ? program : null, name, programNeed(program), suite);
}

/** A suite that needs a real engine of one store. */
export function describeWithEngine(store: ImageStore, name: string, suite: (engine: Engine) => void): void {
  const need = { what: `${store} engine`, variable: `DOCKER_${store.toUpperCase()}` };
  describeWith(findEngine(store), `${name} (${store})`, need, suite);
}

/** The same suite on an engine of each store. */
export function describeWithEngines(name: string, suite: (engine: Engine) => void): void {
  for (const store of stores) describeWithEngine(store, name, suite);
}

/** Runs the docker program against an engine; rejects, with its standard error, on a non-zero exit. */
export async function docker(
  engine: Engine,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly input?: string } = {},
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const running = run('docker', args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...process.env, ...options.env, DOCKER_HOST: engine.host },
    maxBuffer: 64 * 1024 * 1024,
  });
  running.child.stdin?.end(options.input);
  return await running;
}

/** Builds an image from a Dockerfile that takes no files. The caller removes it. */
export async function buildText(engine: Engine, name: string, dockerfile: string): Promise<void> {
  await docker(engine, ['buildx', 'build', '--quiet', '--provenance=false', '--load', '--tag', name, '-'], {
    input: dockerfile,
  });
}

/** An image name that no other test uses. */
export function uniqueImage(label: string): string {
  return `test/${label}-${randomBytes(6).toString('hex')}:latest`;
}

/** Removes images that a test made; one that is not there is no error. */
export async function removeImages(engine: Engine, references: readonly string[]): Promise<void> {
  if (references.length === 0) return;
  await docker(engine, ['image', 'rm', '--force', ...references]).catch((error: unknown) => {
    if (!String(error).includes('No such image')) throw error;
  });
}

/** The registry on loopback that stands beside the engines: REGISTRY, else where `scripts/test-engines` starts it. */
export const registryHost = process.env.REGISTRY ?? '127.0.0.1:5000';

/** Deletes what a test pushed: `HOST/NAME:TAG`. */
export async function deleteFromRegistry(reference: string): Promise<void> {
  const [, host = '', repository = '', tag = ''] = /^([^/]+)\/(.+):([^:]+)$/.exec(reference) ?? [];
  const url = `http://${host}/v2/${repository}/manifests`;
  const accept = ['index', 'manifest'].map((kind) => `application/vnd.oci.image.${kind}.v1+json`);
  const docker = ['manifest.list', 'manifest'].map((kind) => `application/vnd.docker.distribution.${kind}.v2+json`);
  const found = await fetch(`${url}/${tag}`, { headers: { Accept: [...accept, ...docker].join(', ') } });
  const digest = found.headers.get('Docker-Content-Digest');
  await found.body?.cancel();
  if (found.ok && digest !== null) await (await fetch(`${url}/${digest}`, { method: 'DELETE' })).body?.cancel();
}
