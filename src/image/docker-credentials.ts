import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { errorText } from '../errors.ts';
import type { Environment, Exec, Log } from '../seams.ts';
import { configKey } from './reference.ts';

/** What docker's configuration says about a registry. */
export type RegistryCredential =
  | { readonly kind: 'none' }
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  /** An OAuth 2 refresh token: it buys tokens, and is no password. */
  | { readonly kind: 'identity-token'; readonly token: string }
  /** Taken by the registry as it is. */
  | { readonly kind: 'registry-token'; readonly token: string };

export interface CredentialSeams {
  readonly exec: Exec;
  readonly environment: Environment;
  readonly log: Log;
}

const none: RegistryCredential = { kind: 'none' };
const maxConfigFileBytes = 4 * 1024 * 1024;

const text = z
  .string()
  .nullish()
  .transform((value) => value || null);
const entry = z.object({ auth: text, username: text, password: text, identitytoken: text, registrytoken: text });
type Entry = z.infer<typeof entry>;

/** `config.json` of the docker CLI (docker/cli, cli/config/configfile). */
const configFile = z.object({
  auths: z.record(z.string(), entry).nullish(),
  credsStore: text,
  credHelpers: z.record(z.string(), z.string()).nullish(),
});
type ConfigFile = z.infer<typeof configFile>;

/** What `docker-credential-NAME get` prints (docker/docker-credential-helpers, client/client.go). */
const helperAnswer = z.object({ Username: z.string(), Secret: z.string() });
/** The user name that stands beside an identity token. */
const tokenUser = '<token>';

/**
 * The credential that `docker login` left for a registry: from the registry's own helper, else from the common one,
 * else from the file. What cannot be read is a notice, and counts as none: many images need none.
 */
export async function findCredential(registry: string, seams: CredentialSeams): Promise<RegistryCredential> {
  const config = await readConfig(seams);
  if (config === null) return none;
  const helper = entryOf(config.credHelpers ?? {}, registry) ?? config.credsStore;
  const found = helper === null ? none : await askHelper(helper, configKey(registry), seams);
  const credential = found.kind === 'none' ? fromEntry(entryOf(config.auths ?? {}, registry)) : found;
  for (const secret of secretsOf(credential)) seams.log.secret(secret);
  return credential;
}

async function readConfig({ environment, log }: CredentialSeams): Promise<ConfigFile | null> {
  const folder = environment.DOCKER_CONFIG || join(environment.HOME || homedir(), '.docker');
  const path = join(folder, 'config.json');
  try {
    const status = await stat(path).catch(() => null);
    if (status === null) return null;
    if (!status.isFile() || status.size > maxConfigFileBytes) throw new Error('it is no file of a sane size');
    return configFile.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    // A parser's message quotes what it read: secrets.
    const reason = error instanceof SyntaxError || error instanceof z.ZodError ? 'it is not valid' : errorText(error);
    log.notice(`No registry credentials were read from docker's configuration, ${path}: ${reason}`);
    return null;
  }
}

/** Keys are hosts, or URLs as older versions wrote them. */
function entryOf<T>(entries: Readonly<Record<string, T>>, registry: string): T | null {
  const host = (key: string) => key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  const wanted = new Set([registry, host(configKey(registry))]);
  const keys = Object.keys(entries);
  const key =
    keys.find((candidate) => candidate === configKey(registry)) ?? keys.find((each) => wanted.has(host(each)));
  return key === undefined ? null : (entries[key] ?? null);
}

async function askHelper(name: string, key: string, { exec, log }: CredentialSeams): Promise<RegistryCredential> {
  const program = `docker-credential-${name}`;
  const fail = (reason: string) => {
    log.notice(`${program} gave no credentials for ${key}: ${reason}`);
    return none;
  };
  if (!/^[\w.-]+$/.test(name)) return fail('its name is not valid');
  try {
    const { exitCode, stdout, stderr } = await exec(program, ['get'], { input: Buffer.from(key) });
    if (exitCode !== 0) {
      // Helpers say on standard output that they have nothing.
      const isMissing = /credentials not found|no credentials/i.test(`${stdout}${stderr}`);
      return isMissing ? none : fail(`exit code ${exitCode}`);
    }
    const answer = helperAnswer.safeParse(JSON.parse(stdout));
    if (!answer.success) return fail('its answer is not valid');
    const { Username: username, Secret: secret } = answer.data;
    if (secret === '') return none;
    return username === tokenUser
      ? { kind: 'identity-token', token: secret }
      : { kind: 'password', username, password: secret };
  } catch (error) {
    return fail(error instanceof SyntaxError ? 'its answer is not JSON' : errorText(error));
  }
}

function fromEntry(found: Entry | null): RegistryCredential {
  if (found === null) return none;
  if (found.registrytoken !== null) return { kind: 'registry-token', token: found.registrytoken };
  if (found.identitytoken !== null) return { kind: 'identity-token', token: found.identitytoken };
  const [, username = found.username, password = found.password] =
    /^([^:]*):(.*)$/s.exec(
      Buffer.from(found.auth ?? '', 'base64')
        .toString()
        .replace(/\0+$/, ''),
    ) ?? [];
  return username === null || password === null ? none : { kind: 'password', username, password };
}

function secretsOf(credential: RegistryCredential): readonly string[] {
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
export function basicValue(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`).toString('base64');
}
