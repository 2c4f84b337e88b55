import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { exec as execute } from '@actions/exec';
import Docker from 'dockerode';
import { UserError } from './errors.ts';
import { runFed } from './fed-process.ts';
import { useProxies } from './proxies.ts';
import type { Environment, Exec, Log, Seams, Sleep } from './seams.ts';

/** The real seams; `action.ts` and `commands.ts` hand them to the pipeline. */

export const exec: Exec = async (program, args, options = {}) => {
  const env = definedOf({ ...process.env, ...options.env });
  if (options.input !== undefined) return await runFed(program, args, { ...options, env });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  const exitCode = await execute(program, [...args], {
    silent: true,
    ignoreReturnCode: true,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env,
    listeners: {
      stdout: options.onStdout ?? ((chunk) => stdout.push(chunk)),
      stderr(chunk) {
        stderr.push(chunk);
        options.onStderr?.(chunk);
      },
    },
  });
  return { exitCode, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
};

const sleep: Sleep = (milliseconds) => delay(milliseconds);

function definedOf(environment: Environment): Record<string, string> {
  const defined: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) defined[name] = value;
  return defined;
}

/** A run's seams; the temporary folder goes when `work` is done. */
export async function withSeams<T>(log: Log, tempRoot: string, work: (seams: Seams) => Promise<T>): Promise<T> {
  const environment = process.env;
  const restoreProxies = useProxies(environment, log);
  const tempDir = await mkdtemp(join(tempRoot, 'image-size-gate-'));
  try {
    const address = await engineAddress(environment);
    return await work({
      exec,
      docker: () => connectEngine(address),
      podman: () => connectPodman(environment),
      fetch: globalThis.fetch,
      sleep,
      log,
      clock: () => new Date(),
      environment,
      tempDir,
      random: () => randomBytes(6).toString('hex'),
    });
  } finally {
    await rm(tempDir, { recursive: true, force: true });
    restoreProxies();
  }
}

/**
 * The engine that the docker CLI talks to: DOCKER_HOST, else the CLI's current context, else the default socket (null).
 * (dockerode knows nothing of contexts.)
 */
async function engineAddress(environment: Environment): Promise<string | null> {
  if (environment.DOCKER_HOST) return environment.DOCKER_HOST;
  if (!(await hasContext(environment))) return null;
  const inspect = ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'];
  const { exitCode, stdout } = await exec('docker', inspect).catch(() => ({ exitCode: 1, stdout: '' }));
  return exitCode === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

/** Whether another context than the default is in use. To ask docker itself takes longer than all else at the start. */
async function hasContext({ DOCKER_CONTEXT, DOCKER_CONFIG, HOME }: Environment): Promise<boolean> {
  if (DOCKER_CONTEXT) return DOCKER_CONTEXT !== 'default';
  const file = join(DOCKER_CONFIG || join(HOME ?? '', '.docker'), 'config.json');
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.includes('"currentContext"');
}

/** A dockerode client for an address as DOCKER_HOST has it; null: the default socket. */
function connectEngine(address: string | null): Docker {
  if (address === null) return new Docker();
  if (address.startsWith('unix://')) return new Docker({ socketPath: address.slice('unix://'.length) });
  // dockerode reads the rest (tcp with TLS by DOCKER_CERT_PATH, ssh, npipe) from the environment alone.
  process.env.DOCKER_HOST = address;
  return new Docker();
}

/**
 * Podman's service: CONTAINER_HOST, else the user's own socket, else the system's (podman-system-service(1)).
 *
 * @throws UserError for an address that is neither unix:// nor tcp://.
 */
function connectPodman({ CONTAINER_HOST: address, XDG_RUNTIME_DIR: folder }: Environment): Docker {
  if (address) {
    const url = URL.parse(address);
    if (url?.protocol === 'unix:') return new Docker({ socketPath: url.pathname });
    if (url?.protocol === 'tcp:') return new Docker({ protocol: 'http', host: url.hostname, port: url.port || 8080 });
    throw new UserError(`CONTAINER_HOST is ${JSON.stringify(address)}: must be unix://PATH or tcp://HOST:PORT`);
  }
  const own = folder ? `${folder}/podman/podman.sock` : '';
  return new Docker({ socketPath: existsSync(own) ? own : '/run/podman/podman.sock' });
}

/** A client for GitHub's API; loaded where there is a token only, as it is a third of the bundle. */
export async function connectGitHub(token: string, apiUrl: string) {
  const { getOctokit } = await import('@actions/github');
  return getOctokit(token, { baseUrl: apiUrl });
}
