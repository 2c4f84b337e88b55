import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import * as core from '@actions/core';
import { getExecOutput } from '@actions/exec';
import { getOctokit } from '@actions/github';
import Docker from 'dockerode';
import { UserError } from './errors.ts';
import type { AnnotationPlace, Environment, Exec, Log, Sleep } from './seams.ts';

/** The real seams; `main.ts` and `cli.ts` hand them to the pipeline. */

export const exec: Exec = async (program, args, options = {}) => {
  const { onStdout, onStderr } = options;
  const { exitCode, stdout, stderr } = await getExecOutput(program, [...args], {
    silent: true,
    ignoreReturnCode: true,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: definedOf({ ...process.env, ...options.env }),
    // An empty input would be written all the same, and crash on a program that has ended by then.
    ...(options.input === undefined ? {} : { input: options.input }),
    listeners: {
      ...(onStdout === undefined ? {} : { stdout: onStdout }),
      ...(onStderr === undefined ? {} : { stderr: onStderr }),
    },
  });
  return { exitCode, stdout, stderr };
};

export const sleep: Sleep = (milliseconds) => delay(milliseconds);

function definedOf(environment: Environment): Record<string, string> {
  const defined: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) defined[name] = value;
  return defined;
}

/**
 * The engine that the docker CLI talks to: DOCKER_HOST, else the CLI's current context, else the default socket.
 * (dockerode knows nothing of contexts.)
 */
export async function engineAddress(environment: Environment): Promise<string | null> {
  if (environment.DOCKER_HOST) return environment.DOCKER_HOST;
  try {
    const { exitCode, stdout } = await exec('docker', ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']);
    return exitCode === 0 && stdout.trim() !== '' ? stdout.trim() : null;
  } catch {
    return null;
  }
}

/** A dockerode client for an address as DOCKER_HOST has it; null: the default socket. */
export function connectEngine(address: string | null): Docker {
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
export function connectPodman({ CONTAINER_HOST: address, XDG_RUNTIME_DIR: folder }: Environment): Docker {
  if (address) {
    const url = URL.parse(address);
    if (url?.protocol === 'unix:') return new Docker({ socketPath: url.pathname });
    if (url?.protocol === 'tcp:') return new Docker({ protocol: 'http', host: url.hostname, port: url.port || 8080 });
    throw new UserError(`CONTAINER_HOST is ${JSON.stringify(address)}: must be unix://PATH or tcp://HOST:PORT`);
  }
  const own = folder ? `${folder}/podman/podman.sock` : '';
  return new Docker({ socketPath: existsSync(own) ? own : '/run/podman/podman.sock' });
}

export const connectGitHub = (token: string, apiUrl: string) => getOctokit(token, { baseUrl: apiUrl });

/** Logs as workflow commands do. What is only shown must not be taken for a command. */
export const actionLog: Log = {
  debug: (message) => core.debug(message),
  info: (message) => core.info(inert(message)),
  notice: (message, place) => core.notice(message, properties(place)),
  warning: (message, place) => core.warning(message, properties(place)),
  error: (message, place) => core.error(message, properties(place)),
  group: (title, work) => core.group(inert(title), work),
  secret: (value) => {
    if (value !== '') core.setSecret(value);
  },
};

/** The runner takes a line that starts with `::`, or that holds `##[`, for a command. */
const inert = (text: string): string => text.replace(/^(\s*)::/gm, '$1: :').replaceAll('##[', '# #[');

const properties = (place: AnnotationPlace = {}) => ({ ...place });

/**
 * Logs on standard error: what is said once stands in a line of its own; on a terminal, what a group logs passes by
 * in one line that is wiped at the end.
 */
export function terminalLog(stream: NodeJS.WriteStream): Log {
  const isTerminal = stream.isTTY === true;
  let depth = 0;
  const wipe = () => isTerminal && stream.write('\r\u001b[2K');
  const say = (prefix: string, message: string) => {
    wipe();
    stream.write(`${prefix}${message}\n`);
  };
  const pass = (message: string) => {
    wipe();
    stream.write(printable(message).slice(0, Math.max(20, (stream.columns ?? 80) - 1)));
  };
  return {
    debug: () => {},
    info: (message) => (isTerminal && depth > 0 ? pass(message.trimEnd().split('\n').at(-1) ?? '') : say('', message)),
    notice: (message) => say('note: ', message),
    warning: (message, place) => say(`${placeText(place)}warning: `, message),
    error: (message, place) => say(`${placeText(place)}error: `, message),
    group: async (title, work) => {
      if (!isTerminal) say('', title);
      depth++;
      try {
        return await work();
      } finally {
        depth--;
        wipe();
      }
    },
    secret: () => {},
  };
}

const printable = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

const placeText = (place: AnnotationPlace | undefined): string =>
  place?.file === undefined ? '' : `${place.file}:${place.startLine ?? 1}: `;
