import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as core from '@actions/core';
import { exec as execute } from '@actions/exec';
import { getOctokit } from '@actions/github';
import Docker from 'dockerode';
import { UserError } from "./errors.js";
import { useProxies } from "./proxies.js";
/** The real seams; `main.ts` and `cli.ts` hand them to the pipeline. */
export const exec = async (program, args, options = {}) => {
    const stdout = [];
    const stderr = [];
    const exitCode = await execute(program, [...args], {
        silent: true,
        ignoreReturnCode: true,
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        env: definedOf({ ...process.env, ...options.env }),
        // An empty input would be written all the same, and crash on a program that has ended by then.
        ...(options.input === undefined ? {} : { input: options.input }),
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
const sleep = (milliseconds) => delay(milliseconds);
function definedOf(environment) {
    const defined = {};
    for (const [name, value] of Object.entries(environment))
        if (value !== undefined)
            defined[name] = value;
    return defined;
}
/** A run's seams; the temporary folder goes when `work` is done. */
export async function withSeams(log, tempRoot, work) {
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
    }
    finally {
        await rm(tempDir, { recursive: true, force: true });
        restoreProxies();
    }
}
/**
 * The engine that the docker CLI talks to: DOCKER_HOST, else the CLI's current context, else the default socket (null).
 * (dockerode knows nothing of contexts.)
 */
async function engineAddress(environment) {
    if (environment.DOCKER_HOST)
        return environment.DOCKER_HOST;
    if (!(await hasContext(environment)))
        return null;
    const inspect = ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'];
    const { exitCode, stdout } = await exec('docker', inspect).catch(() => ({ exitCode: 1, stdout: '' }));
    return exitCode === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}
/** Whether another context than the default is in use. To ask docker itself takes longer than all else at the start. */
async function hasContext({ DOCKER_CONTEXT, DOCKER_CONFIG, HOME }) {
    if (DOCKER_CONTEXT)
        return DOCKER_CONTEXT !== 'default';
    const file = join(DOCKER_CONFIG || join(HOME ?? '', '.docker'), 'config.json');
    const text = await readFile(file, 'utf8').catch(() => '');
    return text.includes('"currentContext"');
}
/** A dockerode client for an address as DOCKER_HOST has it; null: the default socket. */
function connectEngine(address) {
    if (address === null)
        return new Docker();
    if (address.startsWith('unix://'))
        return new Docker({ socketPath: address.slice('unix://'.length) });
    // dockerode reads the rest (tcp with TLS by DOCKER_CERT_PATH, ssh, npipe) from the environment alone.
    process.env.DOCKER_HOST = address;
    return new Docker();
}
/**
 * Podman's service: CONTAINER_HOST, else the user's own socket, else the system's (podman-system-service(1)).
 *
 * @throws UserError for an address that is neither unix:// nor tcp://.
 */
function connectPodman({ CONTAINER_HOST: address, XDG_RUNTIME_DIR: folder }) {
    if (address) {
        const url = URL.parse(address);
        if (url?.protocol === 'unix:')
            return new Docker({ socketPath: url.pathname });
        if (url?.protocol === 'tcp:')
            return new Docker({ protocol: 'http', host: url.hostname, port: url.port || 8080 });
        throw new UserError(`CONTAINER_HOST is ${JSON.stringify(address)}: must be unix://PATH or tcp://HOST:PORT`);
    }
    const own = folder ? `${folder}/podman/podman.sock` : '';
    return new Docker({ socketPath: existsSync(own) ? own : '/run/podman/podman.sock' });
}
export const connectGitHub = (token, apiUrl) => getOctokit(token, { baseUrl: apiUrl });
/** Logs as workflow commands do. What is only shown must not be taken for a command. */
export const actionLog = {
    debug: (message) => core.debug(message),
    info: (message) => core.info(inert(message)),
    notice: (message, place) => core.notice(message, properties(place)),
    warning: (message, place) => core.warning(message, properties(place)),
    error: (message, place) => core.error(message, properties(place)),
    group: (title, work) => core.group(inert(title), work),
    secret: (value) => {
        if (value !== '')
            core.setSecret(value);
    },
};
/** The runner takes a line that starts with `::`, or that holds `##[`, for a command. */
const inert = (text) => text.replace(/^(\s*)::/gm, '$1: :').replaceAll('##[', '# #[');
const properties = (place = {}) => ({ ...place });
/**
 * Logs on standard error: what is said once stands in a line of its own; on a terminal, what a group logs passes by
 * in one line that is wiped at the end.
 */
export function terminalLog(stream) {
    const isTerminal = stream.isTTY === true;
    let depth = 0;
    const wipe = () => isTerminal && stream.write('\r\u001b[2K');
    const say = (prefix, message) => {
        wipe();
        stream.write(`${prefix}${message}\n`);
    };
    const pass = (message) => {
        wipe();
        stream.write(printable(message).slice(0, Math.max(20, (stream.columns ?? 80) - 1)));
    };
    return {
        debug: () => { },
        info: (message) => (isTerminal && depth > 0 ? pass(message.trimEnd().split('\n').at(-1) ?? '') : say('', message)),
        notice: (message) => say('note: ', message),
        warning: (message, place) => say(`${placeText(place)}warning: `, message),
        error: (message, place) => say(`${placeText(place)}error: `, message),
        group: async (title, work) => {
            if (!isTerminal)
                say('', title);
            depth++;
            try {
                return await work();
            }
            finally {
                depth--;
                wipe();
            }
        },
        secret: () => { },
    };
}
const printable = (text) => text.replace(/\p{Cc}/gu, ' ');
const placeText = (place) => place?.file === undefined ? '' : `${place.file}:${place.startLine ?? 1}: `;
