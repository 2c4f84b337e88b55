import { readFile, stat } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { errorText } from "../errors.js";
import { configKey } from "./reference.js";
const none = { kind: 'none' };
const maxConfigFileBytes = 4 * 1024 * 1024;
const text = z
    .string()
    .nullish()
    .transform((value) => value || null);
const entry = z.object({ auth: text, username: text, password: text, identitytoken: text, registrytoken: text });
/** `config.json` of the docker CLI (docker/cli, cli/config/configfile), and containers-auth.json(5), which is a part of it. */
const configFile = z.object({
    auths: z.record(z.string(), entry).nullish(),
    credsStore: text,
    credHelpers: z.record(z.string(), z.string()).nullish(),
});
/** What `docker-credential-NAME get` prints (docker/docker-credential-helpers, client/client.go). */
const helperAnswer = z.object({ Username: z.string(), Secret: z.string() });
/** The user name that stands beside an identity token. */
const tokenUser = '<token>';
/**
 * The credential that `docker login` left for a registry, else the one that `podman login` or `skopeo login` left: from
 * the registry's own helper, else from the common one, else from the file. What cannot be read is a notice, and counts
 * as none: many images need none.
 */
export async function findCredential(image, seams) {
    for (const file of loginFiles(image, seams.environment)) {
        const credential = await credentialIn(file, seams);
        for (const secret of secretsOf(credential))
            seams.log.secret(secret);
        if (credential.kind !== 'none')
            return credential;
    }
    return none;
}
function loginFiles(image, environment) {
    const { registry } = image;
    const home = environment.HOME || homedir();
    const docker = {
        path: join(environment.DOCKER_CONFIG || join(home, '.docker'), 'config.json'),
        helperKey: configKey(registry),
        find: (entries) => entryOfHost(entries, registry),
    };
    const containers = authFiles(environment, home).map((path) => ({
        path,
        helperKey: registry,
        find: (entries) => entryOfName(entries, image),
    }));
    return [docker, ...containers];
}
/** Podman's and skopeo's, in their order (containers-auth.json(5)). */
function authFiles(environment, home) {
    if (environment.REGISTRY_AUTH_FILE)
        return [environment.REGISTRY_AUTH_FILE];
    const folders = [
        environment.XDG_RUNTIME_DIR ? join(environment.XDG_RUNTIME_DIR, 'containers') : `/run/containers/${userInfo().uid}`,
        join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'containers'),
    ];
    return folders.map((folder) => join(folder, 'auth.json'));
}
async function credentialIn({ path, helperKey, find }, seams) {
    const config = await readConfig(path, seams.log);
    if (config === null)
        return none;
    const helper = find(config.credHelpers ?? {}) ?? config.credsStore;
    const found = helper === null ? none : await askHelper(helper, helperKey, seams);
    return found.kind === 'none' ? fromEntry(find(config.auths ?? {})) : found;
}
async function readConfig(path, log) {
    try {
        const status = await stat(path).catch(() => null);
        if (status === null)
            return null;
        if (!status.isFile() || status.size > maxConfigFileBytes)
            throw new Error('it is no file of a sane size');
        return configFile.parse(JSON.parse(await readFile(path, 'utf8')));
    }
    catch (error) {
        // A parser's message quotes what it read: secrets.
        const reason = error instanceof SyntaxError || error instanceof z.ZodError ? 'it is not valid' : errorText(error);
        log.notice(`No registry credentials were read from ${path}: ${reason}`);
        return null;
    }
}
/** Docker's keys are hosts, or URLs as older versions wrote them. */
function entryOfHost(entries, registry) {
    const host = (key) => key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
    const wanted = new Set([registry, host(configKey(registry))]);
    const keys = Object.keys(entries);
    const key = keys.find((candidate) => candidate === configKey(registry)) ?? keys.find((each) => wanted.has(host(each)));
    return key === undefined ? null : (entries[key] ?? null);
}
/** Podman's keys are names as images have them, of any length: the longest that the image's begins with wins. */
function entryOfName(entries, { registry, repository }) {
    const parts = [registry, ...repository.split('/')];
    const names = parts.map((_, last) => parts.slice(0, last + 1).join('/')).toReversed();
    const keys = new Map(Object.keys(entries).map((key) => [nameOfKey(key), key]));
    const key = names.map((name) => keys.get(name)).find((each) => each !== undefined);
    return key === undefined ? null : (entries[key] ?? null);
}
/** The file may be docker's, with docker's URLs. */
const nameOfKey = (key) => key
    .replace(/^https?:\/\//, '')
    .replace(/\/(v[12]\/?)?$/, '')
    .replace(/^index\.(?=docker\.io$)/, '');
async function askHelper(name, key, { exec, log }) {
    const program = `docker-credential-${name}`;
    const fail = (reason) => {
        log.notice(`${program} gave no credentials for ${key}: ${reason}`);
        return none;
    };
    if (!/^[\w.-]+$/.test(name))
        return fail('its name is not valid');
    try {
        const { exitCode, stdout, stderr } = await exec(program, ['get'], { input: Buffer.from(key) });
        if (exitCode !== 0) {
            // Helpers say on standard output that they have nothing.
            const isMissing = /credentials not found|no credentials/i.test(`${stdout}${stderr}`);
            return isMissing ? none : fail(`exit code ${exitCode}`);
        }
        const answer = helperAnswer.safeParse(JSON.parse(stdout));
        if (!answer.success)
            return fail('its answer is not valid');
        const { Username: username, Secret: secret } = answer.data;
        if (secret === '')
            return none;
        return username === tokenUser
            ? { kind: 'identity-token', token: secret }
            : { kind: 'password', username, password: secret };
    }
    catch (error) {
        return fail(error instanceof SyntaxError ? 'its answer is not JSON' : errorText(error));
    }
}
function fromEntry(found) {
    if (found === null)
        return none;
    if (found.registrytoken !== null)
        return { kind: 'registry-token', token: found.registrytoken };
    if (found.identitytoken !== null)
        return { kind: 'identity-token', token: found.identitytoken };
    const [, username = found.username, password = found.password] = /^([^:]*):(.*)$/s.exec(Buffer.from(found.auth ?? '', 'base64')
        .toString()
        .replace(/\0+$/, '')) ?? [];
    return username === null || password === null ? none : { kind: 'password', username, password };
}
function secretsOf(credential) {
    switch (credential.kind) {
        case 'none':
            return [];
        case 'password':
            return [credential.password, basicValue(credential.username, credential.password)];
        default:
            return [credential.token];
    }
}
/** RFC 7617. */
export function basicValue(username, password) {
    return Buffer.from(`${username}:${password}`).toString('base64');
}
