import { createHash, hash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { PassThrough } from 'node:stream';
import { errorText, UserError } from "../errors.js";
import { indexLayer, peek } from "./layer.js";
import { asDigest, maxConfigBytes, maxManifestBytes } from "./oci.js";
const randomName = () => randomBytes(16).toString('hex');
/** Every sink's repository is in this one, so that what a killed run leaves behind is known for ours. */
export const sinkFolder = 'image-size-gate';
/** `maxUnpacked`: as in `ReadOptions`. */
export async function openSink(present, maxUnpacked) {
    const state = {
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
    const server = createServer((request, response) => {
        answer(state, request, response).catch((error) => fail(state, request, response, error));
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
            for (const upload of state.uploads.values())
                upload.body.destroy();
            server.close();
            server.closeAllConnections();
            await once(server, 'close');
        },
    };
}
function portOf(server) {
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('The sink has no port');
    return address.port;
}
function fail(state, request, response, error) {
    request.resume();
    const isBlobToBlame = error instanceof UserError;
    if (isBlobToBlame)
        state.refused ??= error;
    if (response.headersSent)
        response.destroy();
    // An engine sends again what is refused in any other way than this (moby, distribution/errors.go).
    else if (isBlobToBlame)
        refuse(response, 403, 'DENIED', error.message);
    else
        refuse(response, 400, 'UNKNOWN', errorText(error));
}
/** An error as the distribution-spec words it. */
function refuse(response, status, code, message) {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ errors: [{ code, message }] }));
}
async function answer(state, request, response) {
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
    }
    else if (collection === 'blobs' && request.method === 'HEAD') {
        answerBlob(state, response, asDigest(reference ?? ''));
    }
    else if (collection === 'manifests' && request.method === 'PUT') {
        await takeManifest(state, request, response, reference ?? '');
    }
    else {
        request.resume();
        refuse(response, 404, 'NAME_UNKNOWN', 'not here');
    }
}
function answerBlob(state, response, digest) {
    const size = digest === null ? undefined : (state.present.get(digest) ?? state.sizes.get(digest));
    if (digest === null || size === undefined) {
        refuse(response, 404, 'BLOB_UNKNOWN', 'to be sent');
        return;
    }
    response.writeHead(200, { 'Content-Length': size, 'Docker-Content-Digest': digest }).end();
}
async function takeManifest(state, request, response, reference) {
    const bytes = await readBounded(request, maxManifestBytes);
    const digest = `sha256:${hash('sha256', bytes, 'hex')}`;
    if (reference === state.tag)
        state.tagged = bytes;
    else if (reference !== digest) {
        refuse(response, 400, 'DIGEST_INVALID', `the manifest is ${digest}`);
        return;
    }
    state.manifests.set(digest, bytes);
    const location = `/v2/${state.name}/manifests/${digest}`;
    response.writeHead(201, { Location: location, 'Docker-Content-Digest': digest }).end();
}
async function readBounded(stream, maxBytes) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of stream) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            throw new UserError(`A document of the image has more than ${maxBytes} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** POST begins an upload, PATCH brings bytes, PUT brings the last ones and the digest. */
async function answerUpload(state, request, response, id, digest) {
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
    }
    else if (request.method === 'PATCH') {
        await feed(upload, request);
        progress(state, response, 202, id, upload.bytes);
    }
    else if (request.method === 'PUT') {
        await feed(upload, request);
        state.uploads.delete(id);
        await finishUpload(state, upload, response, digest);
    }
    else {
        state.uploads.delete(id);
        upload.body.destroy();
        response.writeHead(204).end();
    }
}
function progress(state, response, status, id, bytes) {
    const location = `/v2/${state.name}/blobs/uploads/${id}`;
    response.writeHead(status, { Location: location, 'Docker-Upload-UUID': id, Range: `0-${Math.max(0, bytes - 1)}` });
    response.end();
}
function startUpload(maxUnpacked) {
    // What waits here outlives young garbage: see scavenge.ts.
    const body = new PassThrough({ highWaterMark: 128 * 1024 });
    const arrived = receive(body, maxUnpacked);
    // An upload that the engine gives up is no error of ours; one that it finishes is awaited below.
    arrived.catch(() => undefined);
    return { body, arrived, bytes: 0 };
}
/** Waits where the reader is slower than the engine. */
async function feed(upload, request) {
    for await (const chunk of request) {
        upload.bytes += chunk.length;
        // Where the reader has failed, there is no more draining: `arrived` tells why.
        if (!upload.body.write(chunk))
            await Promise.race([once(upload.body, 'drain'), upload.arrived]);
    }
}
async function finishUpload(state, upload, response, expected) {
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
async function receive(body, maxUnpacked) {
    const { head, whole } = await peek(body, 512);
    if (!looksLikeJson(head)) {
        const layer = await indexLayer(whole, { diffId: null, digest: null, maxBytes: maxUnpacked });
        return { digest: layer.digest, blob: { kind: 'layer', layer } };
    }
    const sum = createHash('sha256');
    const chunks = [];
    let bytes = 0;
    for await (const chunk of whole) {
        sum.update(chunk);
        bytes += chunk.length;
        if (bytes <= maxConfigBytes)
            chunks.push(chunk);
    }
    const document = bytes <= maxConfigBytes ? Buffer.concat(chunks) : null;
    return { digest: `sha256:${sum.digest('hex')}`, blob: { kind: 'document', bytes: document } };
}
/** A tar may begin with a file named `{`: the magic of its header tells. */
function looksLikeJson(head) {
    return head[0] === 0x7b && head.toString('latin1', 257, 262) !== 'ustar';
}
