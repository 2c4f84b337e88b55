import { hash } from 'node:crypto';
import * as z from 'zod';
import { UserError } from '../errors.ts';
import type { Digest } from '../model/image.ts';
import type { Log } from '../seams.ts';
import { bodyOf, type HttpSeams, readBody, send } from './http.ts';
import { AbsentImage, MissingImage } from './missing.ts';
import { asDigest, type Descriptor, maxManifestBytes } from './oci.ts';
import { apiUrl, type RegistryReference } from './reference.ts';
import { authorize, loginHint } from './registry-auth.ts';
import type { RegistryCredential } from './registry-credentials.ts';

/** One repository of a registry, read (OCI distribution-spec v1.1, "Pull"). */
export interface RegistryClient {
  /** A manifest or an index by tag or digest, checked against its digest. */
  manifest(reference: string): Promise<Buffer>;
  /** A document's bytes, checked against its descriptor. */
  document(descriptor: Descriptor): Promise<Buffer>;
  /**
   * A blob's bytes as they come, exactly as many as its descriptor says; a connection that breaks is taken up again
   * where it broke. The reader checks the digest.
   */
  blob(descriptor: Descriptor): AsyncIterable<Buffer>;
}

export interface RegistrySeams extends HttpSeams {
  readonly log: Log;
  /** Called where the registry asks for a login. */
  readonly credential: () => Promise<RegistryCredential>;
}

const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** Blobs are hashed as they are sent: nothing may be packed or unpacked on the way. */
const asIs = { 'Accept-Encoding': 'identity' };
const maxErrorBytes = 64 * 1024;
const maxBlobTries = 5;

export function connectRegistry({ registry, repository }: RegistryReference, seams: RegistrySeams): RegistryClient {
  const base = `${apiUrl(registry)}/v2/${repository}`;
  const login = { registry, repository, credential: seams.credential };
  let authorization: string | null = null;

  const get = async (path: string, headers: Readonly<Record<string, string>>): Promise<Response> => {
    const request = () =>
      send(
        {
          url: `${base}/${path}`,
          headers: authorization === null ? headers : { ...headers, Authorization: authorization },
        },
        seams,
      );
    const response = await request();
    if (response.status !== 401) return response;
    // Not logged in yet, or a token ran out while layers came.
    const renewed = await authorize(response.headers.get('WWW-Authenticate') ?? '', login, seams);
    if (renewed === null) return response;
    await response.body?.cancel();
    authorization = renewed;
    return await request();
  };

  /** A 200, or a 206 where a range was asked for. */
  const need = async (path: string, name: string, headers: Readonly<Record<string, string>>): Promise<Response> => {
    const response = await get(path, headers);
    if (response.status === 200 || (response.status === 206 && 'Range' in headers)) return response;
    throw await refusal(response, name, login);
  };

  const blob = (descriptor: Descriptor): AsyncIterable<Buffer> =>
    resumed(descriptor, seams, (from) => {
      const range = from === 0 ? {} : { Range: `bytes=${from}-` };
      return need(`blobs/${descriptor.digest}`, blobName(descriptor, registry), { ...asIs, ...range });
    });

  return {
    async manifest(reference) {
      const name = `The manifest ${reference} of ${registry}/${repository}`;
      const response = await need(`manifests/${reference}`, name, { Accept: manifestTypes, ...asIs });
      const bytes = await readBody(response, maxManifestBytes, name);
      const expected = asDigest(reference) ?? asDigest(response.headers.get('Docker-Content-Digest') ?? '');
      return verified(bytes, expected, name);
    },
    async document(descriptor) {
      const pieces: Buffer[] = [];
      for await (const piece of blob(descriptor)) pieces.push(piece);
      return verified(Buffer.concat(pieces), descriptor.digest, blobName(descriptor, registry));
    },
    blob,
  };
}

const blobName = ({ digest }: Descriptor, registry: string): string => `Blob ${digest} of ${registry}`;

function verified(bytes: Buffer, expected: Digest | null, name: string): Buffer {
  const actual: Digest = `sha256:${hash('sha256', bytes, 'hex')}`;
  if (expected === null || expected === actual) return bytes;
  throw new UserError(`${name} is not what it should be: ${expected} was asked for, its bytes give ${actual}`, {
    hint: 'The registry, or what stands between, is broken or was tampered with.',
  });
}

async function* resumed(
  { size, digest }: Descriptor,
  { sleep }: HttpSeams,
  open: (from: number) => Promise<Response>,
): AsyncGenerator<Buffer> {
  let at = 0;
  for (let tries = 1; ; tries++) {
    const response = await open(at);
    // A server that knows no ranges sends everything again.
    let skip = response.status === 206 ? 0 : at;
    const failure = yield* untilBroken(response, (piece) => {
      const fresh = piece.subarray(Math.min(skip, piece.length));
      skip -= piece.length - fresh.length;
      at += fresh.length;
      if (at > size) throw new UserError(`Blob ${digest} has more than the ${size} bytes that its manifest says`);
      return fresh;
    });
    if (at === size) return;
    if (tries === maxBlobTries) {
      throw new UserError(`Blob ${digest} ended after ${at} of ${size} bytes`, {
        hint: 'The connection to the registry broke again and again; the blob may be damaged there.',
        cause: failure,
      });
    }
    await sleep(500 * 2 ** tries);
  }
}

/** The pieces of a body up to its end or to where the connection broke; returns what broke it. */
async function* untilBroken(response: Response, take: (piece: Buffer) => Buffer): AsyncGenerator<Buffer, unknown> {
  try {
    for await (const piece of bodyOf(response)) yield take(piece);
    return null;
  } catch (error) {
    if (error instanceof UserError) throw error;
    return error;
  }
}

interface Place {
  readonly registry: string;
  readonly repository: string;
}

/** What a registry refuses, in its words and ours. */
async function refusal(response: Response, name: string, { registry, repository }: Place): Promise<UserError> {
  const { status } = response;
  const words = await registryWords(response);
  const said = `${registry} answered ${status}${words === '' ? '' : ` (${words})`}`;
  if (status === 401 || status === 403) {
    return new MissingImage(`${registry} gives no access to ${repository}: ${said}`, { hint: loginHint(registry) });
  }
  if (status === 404) {
    return new AbsentImage(`${name} is not there: ${said}`, { hint: 'See that name and tag are right.' });
  }
  const hint = status === 429 ? 'Wait, or log in: registries let those who are known pull more.' : 'Try again later.';
  return new UserError(`${name} cannot be read: ${said}`, { hint });
}

const optionalText = z.string().nullish();
const errorAnswer = z.object({ errors: z.array(z.object({ code: optionalText, message: optionalText })) });

/** The codes and messages of an error as the distribution-spec has it, made harmless; empty where there are none. */
async function registryWords(response: Response): Promise<string> {
  try {
    const { errors } = errorAnswer.parse(
      JSON.parse((await readBody(response, maxErrorBytes, 'The answer')).toString()),
    );
    const words = errors.map(({ code, message }) => [code, message].filter((part) => part).join(': '));
    return words
      .join('; ')
      .replaceAll(/[^\x20-\x7e]+/g, ' ')
      .slice(0, 200);
  } catch {
    return '';
  }
}
