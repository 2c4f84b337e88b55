import { createHash, hash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import { errorText, UserError } from '../errors.ts';
import type { Digest } from '../model/image.ts';
import { type IndexedLayer, indexLayer, peek } from './layer.ts';
import { asDigest, maxConfigBytes, maxManifestBytes } from './oci.ts';

/**
 * A registry that keeps nothing: an engine pushes an image to it, layers are indexed while they stream in, and what is
 * known need not be sent. It speaks as much of the OCI distribution-spec (v1.1, "Push") as engines use.
 *
 * It listens on loopback, where engines allow plain HTTP, under a repository name that no one can guess.
 */
export interface Sink {
  /** `127.0.0.1:PORT/NAME`, to be tagged and pushed. */
  readonly repository: string;
  readonly tag: string;
  /** What has arrived, by digest. */
  readonly received: ReadonlyMap<Digest, ReceivedBlob>;
  /** Manifests and indexes by digest. */
  readonly manifests: ReadonlyMap<Digest, Buffer>;
  /** The manifest that was pushed under `tag`; null before. */
  tagged(): Buffer | null;
  /** Why a blob was refused, where the blob is to blame; null where none was. */
  refused(): UserError | null;
  close(): Promise<void>;
}

/** Whether a blob is a layer is told by the manifest, which comes last: a blob is taken for what it looks like. */
export type ReceivedBlob =
  | { readonly kind: 'layer'; readonly layer: IndexedLayer }
  /** JSON: a config or an attestation; null where it is larger than any config. */
  | { readonly kind: 'document'; readonly bytes: Buffer | null };

/** Blobs that need not be sent, with their sizes in bytes. */
export type PresentBlobs = ReadonlyMap<Digest, number>;

interface State {
  readonly name: string;
  readonly tag: string;
  readonly present: PresentBlobs;
  readonly maxUnpacked: number | null;
  readonly received: Map<Digest, ReceivedBlob>;
  readonly sizes: Map<Digest, number>;
  readonly manifests: Map<Digest, Buffer>;
  readonly uploads: Map<string, Upload>;
  tagged: Buffer | null;
  refused: UserError | null;
}

/** A blob under way: what the requests bring goes through `body` into the reader. */
interface Upload {
  readonly body: PassThrough;
  readonly arrived: Promise<Arrived>;
  bytes: number;
}

interface Arrived {
  readonly digest: Digest;
  readonly blob: ReceivedBlob;
}

const randomName = () => randomBytes(16).toString('hex');

/** Every sink's repository is in this one, so that what a killed run leaves behind is known for ours. */
export const sinkFolder = 'image-size-gate';

/** `maxUnpacked`: as in `ReadOptions`. */
export async function openSink(present: PresentBlobs, maxUnpacked: number | null): Promise<Sink> {
  const state: State = {
    name: `${sinkFolder}/${randomName()}`,
    tag: 'image',
    present,
    maxUnpacked,
    received: new Map(),
    sizes: new Map(),
    manifests: new Map(),
    uploads: new Map(),
    tagged: null,
    refused: null,
  };
  // An import of the module would read all that it has, and so load Node's fetch.
  const { createServer } = process.getBuiltinModule('node:http');
  const server = createServer((request, response) => {
    answer(state, request, response).catch((error: unknown) => fail(state, request, response, error));
  });
  // A layer may take longer than the five minutes that a request has by default.
  server.requestTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    repository: `127.0.0.1:${portOf(server)}/${state.name}`,
    tag: state.tag,
    received: state.received,
    manifests: state.manifests,
    tagged: () => state.tagged,
    refused: () => state.refused,
    async close() {
      for (const upload of state.uploads.values()) upload.body.destroy();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sink has no port');
  return address.port;
}

function fail(state: State, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  request.resume();
  const isBlobToBlame = error instanceof UserError;
  if (isBlobToBlame) state.refused ??= error;
  if (response.headersSent) response.destroy();
  // An engine sends again what is refused in any other way than this (moby, distribution/errors.go).
  else if (isBlobToBlame) refuse(response, 403, 'DENIED', error.message);
  else refuse(response, 400, 'UNKNOWN', errorText(error));
}

/** An error as the distribution-spec words it. */
function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ errors: [{ code, message }] }));
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sink');
  if (url.pathname === '/v2/' || url.pathname === '/v2') {
    response.writeHead(200, { 'Docker-Distribution-Api-Version': 'registry/2.0' }).end();
    return;
  }
  const prefix = `/v2/${state.name}/`;
  const path = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : '';
  const [collection, reference, upload] = path.split('/');
  if (collection === 'blobs' && reference === 'uploads') {
    await answerUpload(state, request, response, upload ?? '', url.searchParams.get('digest'));
  } else if (collection === 'blobs' && request.method === 'HEAD') {
    answerBlob(state, response, asDigest(reference ?? ''));
  } else if (collection === 'manifests' && request.method === 'PUT') {
    await takeManifest(state, request, response, reference ?? '');
  } else {
    request.resume();
    refuse(response, 404, 'NAME_UNKNOWN', 'not here');
  }
}

function answerBlob(state: State, response: ServerResponse, digest: Digest | null): void {
  const size = digest === null ? undefined : (state.present.get(digest) ?? state.sizes.get(digest));
  if (digest === null || size === undefined) {
    refuse(response, 404, 'BLOB_UNKNOWN', 'to be sent');
    return;
  }
  response.writeHead(200, { 'Content-Length': size, 'Docker-Content-Digest': digest }).end();
}

async function takeManifest(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
  reference: string,
): Promise<void> {
  const bytes = await readBounded(request, maxManifestBytes);
  const digest: Digest = `sha256:${hash('sha256', bytes, 'hex')}`;
  if (reference === state.tag) state.tagged = bytes;
  else if (reference !== digest) {
    refuse(response, 400, 'DIGEST_INVALID', `the manifest is ${digest}`);
    return;
  }
  state.manifests.set(digest, bytes);
  const location = `/v2/${state.name}/manifests/${digest}`;
  response.writeHead(201, { Location: location, 'Docker-Content-Digest': digest }).end();
}

async function readBounded(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new UserError(`A document of the image has more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** POST begins an upload, PATCH brings bytes, PUT brings the last ones and the digest. */
async function answerUpload(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  digest: string | null,
): Promise<void> {
  if (request.method === 'POST') {
    request.resume();
    const started = randomName();
    state.uploads.set(started, startUpload(state.maxUnpacked));
    progress(state, response, 202, started, 0);
    return;
  }
  const upload = state.uploads.get(id);
  if (upload === undefined) {
    request.resume();
    refuse(response, 404, 'BLOB_UPLOAD_UNKNOWN', 'no such upload');
  } else if (request.method === 'PATCH') {
    await feed(upload, request);
    progress(state, response, 202, id, upload.bytes);
  } else if (request.method === 'PUT') {
    await feed(upload, request);
    state.uploads.delete(id);
    await finishUpload(state, upload, response, digest);
  } else {
    state.uploads.delete(id);
    upload.body.destroy();
    response.writeHead(204).end();
  }
}

function progress(state: State, response: ServerResponse, status: number, id: string, bytes: number): void {
  const location = `/v2/${state.name}/blobs/uploads/${id}`;
  response.writeHead(status, { Location: location, 'Docker-Upload-UUID': id, Range: `0-${Math.max(0, bytes - 1)}` });
  response.end();
}

function startUpload(maxUnpacked: number | null): Upload {
  // What waits here outlives young garbage: see scavenge.ts.
  const body = new PassThrough({ highWaterMark: 128 * 1024 });
  const arrived = receive(body, maxUnpacked);
  // An upload that the engine gives up is no error of ours; one that it finishes is awaited below.
  arrived.catch(() => undefined);
  return { body, arrived, bytes: 0 };
}

/** Waits where the reader is slower than the engine. */
async function feed(upload: Upload, request: IncomingMessage): Promise<void> {
  for await (const chunk of gathered(request)) {
    upload.bytes += chunk.length;
    // Where the reader has failed, there is no more draining: `arrived` tells why.
    if (!upload.body.write(chunk)) await Promise.race([once(upload.body, 'drain'), upload.arrived]);
  }
}

/**
 * The same bytes in pieces of some size. A store that compresses while it sends brings half of what a socket takes at a
 * time, and each piece costs a turn of the event loop and one of the decompressor's thread.
 */
async function* gathered(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of source) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes < leastFed) continue;
    yield pieces.length === 1 ? piece : Buffer.concat(pieces);
    [pieces, bytes] = [[], 0];
  }
  if (pieces.length > 0) yield Buffer.concat(pieces);
}

/** What a socket gives at a time is more, and is not copied. */
const leastFed = 60_000;

async function finishUpload(
  state: State,
  upload: Upload,
  response: ServerResponse,
  expected: string | null,
): Promise<void> {
  upload.body.end();
  const { digest, blob } = await upload.arrived;
  if (digest !== expected) {
    refuse(response, 400, 'DIGEST_INVALID', `the bytes that came are ${digest}`);
    return;
  }
  state.received.set(digest, blob);
  state.sizes.set(digest, upload.bytes);
  const location = `/v2/${state.name}/blobs/${digest}`;
  response.writeHead(201, { Location: location, 'Docker-Content-Digest': digest }).end();
}

/** A layer where it looks like one (tar, gzip, zstd), else a document. */
async function receive(body: Readable, maxUnpacked: number | null): Promise<Arrived> {
  const { head, whole } = await peek(body, 512);
  if (!looksLikeJson(head)) {
    const layer = await indexLayer(whole, { diffId: null, digest: null, maxBytes: maxUnpacked });
    return { digest: layer.digest, blob: { kind: 'layer', layer } };
  }
  const sum = createHash('sha256');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of whole) {
    sum.update(chunk);
    bytes += chunk.length;
    if (bytes <= maxConfigBytes) chunks.push(chunk);
  }
  const document = bytes <= maxConfigBytes ? Buffer.concat(chunks) : null;
  return { digest: `sha256:${sum.digest('hex')}`, blob: { kind: 'document', bytes: document } };
}

/** A tar may begin with a file named `{`: the magic of its header tells. */
function looksLikeJson(head: Buffer): boolean {
  return head[0] === 0x7b && head.toString('latin1', 257, 262) !== 'ustar';
}
