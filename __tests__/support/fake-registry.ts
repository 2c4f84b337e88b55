import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { sha256 } from './tars.ts';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers a request before the registry does; false: the registry is to answer. */
export type Rule = (request: SeenRequest, response: ServerResponse) => boolean;

/** A registry on loopback that tests can make misbehave. */
export interface FakeRegistry {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  readonly requests: SeenRequest[];
  /** By tag and by digest. */
  readonly manifests: Map<string, Buffer>;
  readonly blobs: Map<string, Buffer>;
  /** The first that answers wins. */
  readonly rules: Rule[];
  close(): Promise<void>;
}

export async function openFakeRegistry(): Promise<FakeRegistry> {
  const requests: SeenRequest[] = [];
  const manifests = new Map<string, Buffer>();
  const blobs = new Map<string, Buffer>();
  const rules: Rule[] = [];
  const server = createServer(async (incoming, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece);
    const { method = 'GET', url = '/', headers } = incoming;
    const request = { method, path: url, headers, body: Buffer.concat(pieces).toString() };
    requests.push(request);
    if (rules.some((rule) => rule(request, response))) return;
    const [, collection = '', reference = ''] = /\/(manifests|blobs)\/([^/?]+)$/.exec(url) ?? [];
    const found = (collection === 'manifests' ? manifests : blobs).get(decodeURIComponent(reference));
    if (found === undefined) refuse(response, 404, 'MANIFEST_UNKNOWN');
    else response.writeHead(200, { 'Content-Length': found.length, 'Docker-Content-Digest': sha256(found) }).end(found);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    requests,
    manifests,
    blobs,
    rules,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

export function refuse(response: ServerResponse, status: number, code: string, headers: object = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify({ errors: [{ code, message: `${code} of the fake` }] }));
}

/** A rule that answers so many requests to a path with a status. */
export function failing(times: number, path: RegExp, status: number, headers: object = {}): Rule {
  let left = times;
  return (request, response) => {
    if (left === 0 || !path.test(request.path)) return false;
    left--;
    refuse(response, status, 'UNAVAILABLE', headers);
    return true;
  };
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const describeBlob = (bytes: Buffer, extra: object = {}) => ({ digest: sha256(bytes), size: bytes.length, ...extra });

export interface PushedImage {
  readonly manifest: Buffer;
  readonly config: Buffer;
  /** Compressed layers. */
  readonly blobs: readonly Buffer[];
}

/** Puts an image of these layers' tars into the registry, under a tag. */
export function putImage(
  registry: FakeRegistry,
  tag: string,
  tars: readonly Buffer[],
  platform: object = { os: 'linux', architecture: 'amd64' },
): PushedImage {
  const blobs = tars.map((tar) => gzipSync(tar));
  const config = json({ ...platform, rootfs: { type: 'layers', diff_ids: tars.map(sha256) } });
  const manifest = json({ config: describeBlob(config), layers: blobs.map((blob) => describeBlob(blob)) });
  for (const blob of [...blobs, config]) registry.blobs.set(sha256(blob), blob);
  for (const reference of [tag, sha256(manifest)]) registry.manifests.set(reference, manifest);
  return { manifest, config, blobs };
}

/** Puts an index of images that are there, each with its platform, and an attestation beside them. */
export function putIndex(registry: FakeRegistry, tag: string, entries: readonly (readonly [Buffer, object])[]): void {
  const attestation = describeBlob(json({ attestation: true }), {
    platform: { os: 'unknown', architecture: 'unknown' },
    annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
  });
  const manifests = entries.map(([manifest, platform]) => describeBlob(manifest, { platform }));
  registry.manifests.set(tag, json({ schemaVersion: 2, manifests: [...manifests, attestation] }));
}
