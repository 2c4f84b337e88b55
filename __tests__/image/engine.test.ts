import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createListener } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Docker from 'dockerode';
import { dockerReader, engineHistory } from '../../src/image/engine.ts';
import type { ReadOptions } from '../../src/image/reader.ts';
import { sinkFolder } from '../../src/image/sink.ts';
import { removeStaleTags } from '../../src/image/stale-tags.ts';
import { readOptions, recordingLog } from '../support/read-options.ts';
import { makeTar, rawHeader, sha256 } from '../support/tars.ts';

let folder = '';
let server: Server | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-'));
});
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  await rm(folder, { recursive: true });
});

type Answer = (request: IncomingMessage, response: ServerResponse, image: string) => void | Promise<void>;

/** An engine that answers these requests, by method and the last word of the path, and keeps what it was asked. */
async function engine(answers: Readonly<Record<string, Answer>>) {
  const asked: string[] = [];
  server = createServer((request, response) => {
    request.resume();
    const { pathname } = new URL(request.url ?? '/', 'http://engine');
    const route = `${request.method} ${pathname.slice(pathname.lastIndexOf('/') + 1)}`;
    asked.push(`${request.method} ${decodeURIComponent(pathname)}`);
    const answer = answers[route] ?? answers[request.method ?? ''];
    if (answer === undefined) response.writeHead(500).end(`{"message":"unexpected: ${route}"}`);
    else void answer(request, response, decodeURIComponent(/^\/images\/(.+)\/\w+$/.exec(pathname)?.[1] ?? ''));
  });
  const socketPath = join(folder, 'engine.sock');
  server.listen(socketPath);
  await once(server, 'listening');
  return { docker: new Docker({ socketPath }), asked };
}

const say =
  (value: unknown): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
  };
const done: Answer = (_request, response) => {
  response.writeHead(201).end();
};

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const platform = { os: 'linux', architecture: 'amd64' };

async function smallImage() {
  const tar = await makeTar({ name: 'a', content: 'aaa' });
  const blob = gzipSync(tar);
  const config = json({ ...platform, rootfs: { type: 'layers', diff_ids: [sha256(tar)] } });
  const manifest = json({
    config: { digest: sha256(config), size: config.length },
    layers: [{ digest: sha256(blob), size: blob.length }],
  });
  const saved = await makeTar(
    { name: 'layer.tar', content: tar },
    { name: 'config.json', content: config },
    {
      name: 'manifest.json',
      content: JSON.stringify([{ Config: 'config.json', RepoTags: null, Layers: ['layer.tar'] }]),
    },
  );
  return { tar, blob, config, manifest, saved };
}

type SmallImage = Awaited<ReturnType<typeof smallImage>>;

/** What every engine knows of the image `app`. */
const facts = ({ tar }: SmallImage): Readonly<Record<string, Answer>> => ({
  'GET info': say({ DriverStatus: null }),
  'GET version': say({}),
  'GET json': (request, response, image) =>
    image === ''
      ? say([])(request, response, image)
      : say({ Os: 'linux', Architecture: 'amd64', RootFS: { Layers: [sha256(tar)] }, RepoTags: ['app:1'] })(
          request,
          response,
          image,
        ),
  'POST tag': done,
  DELETE: say([]),
});

async function upload(repository: string, bytes: Buffer, digest: string): Promise<void> {
  const [host = '', ...name] = repository.split('/');
  const begun = await fetch(`http://${host}/v2/${name.join('/')}/blobs/uploads/`, { method: 'POST' });
  const location = `http://${host}${begun.headers.get('location')}?digest=${digest}`;
  const ended = await fetch(location, { method: 'PUT', body: new Uint8Array(bytes) });
  if (!ended.ok) throw new Error(`${ended.status} ${await ended.text()}`);
}

/** Pushes as an engine does, and tells in its answer what went wrong. */
const pushing =
  (blobs: readonly Buffer[], manifest: Buffer): Answer =>
  async (_request, response, image) => {
    const repository = image.replace(/:image$/, '');
    try {
      for (const blob of blobs) await upload(repository, blob, sha256(blob));
      const [host = '', ...name] = repository.split('/');
      const url = `http://${host}/v2/${name.join('/')}/manifests/image`;
      await fetch(url, { method: 'PUT', body: new Uint8Array(manifest) });
      response.end('{"status":"pushed"}\n');
    } catch (error) {
      response.end(`${JSON.stringify({ error: String(error) })}\n`);
    }
  };

async function read(docker: Docker, given: Partial<ReadOptions> = {}) {
  const { log, notices } = recordingLog();
  const options = readOptions({ tempDir: folder, docker: () => docker, log, ...given });
  const result = await dockerReader.read({ kind: 'docker', reference: 'app' }, options).then(
    ({ image }) => image.layers.map(({ index, downloadBytes }) => [index.diskBytes, downloadBytes]),
    (error: unknown) => error,
  );
  return { result, notices };
}

describe('an image of an engine', () => {
  it('is pushed, and its tag taken away again', async () => {
    const image = await smallImage();
    const push = pushing([image.blob, image.config], image.manifest);
    const { docker, asked } = await engine({ ...facts(image), 'POST push': push });
    expect(await read(docker)).toEqual({ result: [[3, image.blob.length]], notices: [] });
    const ours = new RegExp(`^DELETE /images/127\\.0\\.0\\.1:\\d+/${sinkFolder}/[0-9a-f]{32}:image$`);
    expect(asked.filter((request) => request.startsWith('DELETE'))).toEqual([expect.stringMatching(ours)]);
  });

  it.each([
    ['cannot push', (): Answer => say({ error: 'dial tcp: connection refused' })],
    ['pushes nothing', (): Answer => say({ status: 'pushed' })],
    ['leaves a layer out', ({ config, manifest }: SmallImage) => pushing([config], manifest)],
    ['leaves the config out', ({ blob, manifest }: SmallImage) => pushing([blob], manifest)],
  ])('is saved where the engine %s', async (_name, push) => {
    const image = await smallImage();
    const save: Answer = (_request, response) => {
      response.end(image.saved);
    };
    const { docker } = await engine({ ...facts(image), 'POST push': push(image), 'GET get': save });
    const { result, notices } = await read(docker);
    expect(result).toEqual([[3, null]]);
    expect(notices).toEqual([expect.stringContaining('`docker save` is used')]);
  });

  it('is not saved for another platform that it would not have either', async () => {
    const image = await smallImage();
    const push = pushing([image.blob, image.config], image.manifest);
    const { docker, asked } = await engine({ ...facts(image), 'POST push': push });
    expect((await read(docker, { platform: 'linux/arm64' })).result).toMatchObject({
      name: 'UserError',
      message: 'docker:app is for linux/amd64, not for linux/arm64',
    });
    expect(asked.filter((request) => request.endsWith('/get'))).toEqual([]);
  });

  it('is not saved where a layer unpacks to more than it may', async () => {
    const image = await smallImage();
    const push = pushing([image.blob, image.config], image.manifest);
    const { docker, asked } = await engine({ ...facts(image), 'POST push': push });
    expect((await read(docker, { maxUnpacked: 1000 })).result).toMatchObject({
      name: 'UserError',
      message: 'A layer unpacks to more than 1 kB',
    });
    expect(asked.filter((request) => request.endsWith('/get'))).toEqual([]);
  });

  it('is not saved where a layer is damaged', async () => {
    const image = await smallImage();
    const damaged = rawHeader({ name: 'f', size: 2000 });
    const push = pushing([damaged, image.config], image.manifest);
    const { docker, asked } = await engine({ ...facts(image), 'POST push': push });
    expect((await read(docker)).result).toMatchObject({
      name: 'UserError',
      message: 'A layer cannot be read: the tar ends inside a file',
    });
    expect(asked.filter((request) => request.endsWith('/get'))).toEqual([]);
  });
});

describe('tags of runs that were killed', () => {
  const random = 'a'.repeat(32);

  async function listener() {
    const open = createListener().listen(0, '127.0.0.1');
    await once(open, 'listening');
    const address = open.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { port: address.port, close: () => new Promise((resolve) => open.close(resolve)) };
  }

  it('are removed where nobody listens any more, and nothing else is', async () => {
    const [alive, dead] = [await listener(), await listener()];
    await dead.close();
    const stale = `127.0.0.1:${dead.port}/${sinkFolder}/${random}:image`;
    const others = [
      `127.0.0.1:${alive.port}/${sinkFolder}/${random}:image`,
      `127.0.0.1:${dead.port}/${sinkFolder}/app:image`,
      `127.0.0.1:${dead.port}/${sinkFolder}/${random}:latest`,
      `registry:${dead.port}/${sinkFolder}/${random}:image`,
      'app:1',
    ];
    const images = [{ RepoTags: [...others, stale] }, { RepoTags: null }];
    const { docker, asked } = await engine({ 'GET json': say(images), DELETE: say([]) });
    await removeStaleTags(docker).finally(alive.close);
    expect(asked).toEqual(['GET /images/json', `DELETE /images/${stale}`]);
  });
});

describe('engineHistory', () => {
  const run = { CreatedBy: 'RUN /bin/sh -c make # buildkit', Size: 10 };
  const nothing = { CreatedBy: 'RUN /bin/sh -c true # buildkit', Size: 0 };
  const empty = (CreatedBy: string) => ({ CreatedBy, Size: 0 });

  it.each<[string, { CreatedBy: string; Size: number }[], number, boolean[]]>([
    ['base first, as a config has it', [empty('CMD ["sh"]'), run], 1, [false, true]],
    ['a layer without bytes', [nothing, run], 2, [false, false]],
    ['WORKDIR and COPY, which make layers', [empty('WORKDIR /srv'), empty('COPY a b # buildkit')], 2, [false, false]],
    [
      'what makes none',
      ['ENV A=b', 'ARG X', 'LABEL a=b', 'EXPOSE [80/tcp]', 'USER app', 'ENTRYPOINT ["x"]', 'VOLUME [/v]'].map(empty),
      0,
      Array(7).fill(true),
    ],
    [
      'the old builder',
      [empty('/bin/sh -c #(nop)  CMD ["sh"]'), { CreatedBy: '/bin/sh -c #(nop) ADD file:1 in / ', Size: 5 }],
      1,
      [false, true],
    ],
    ['an instruction that only begins like one', [empty('ENVIRONMENT')], 1, [false]],
    ['no layer for an entry: not known', [run, run], 1, []],
    ['no entry for a layer: not known', [run], 2, []],
    ['nothing', [], 0, []],
  ])('reads %s', (_name, entries, layers, expected) => {
    expect(engineHistory(entries, layers).map(({ emptyLayer }) => emptyLayer)).toEqual(expected);
  });

  it('keeps the words of an instruction', () => {
    expect(engineHistory([empty('CMD ["sh"]'), run], 1)).toEqual([
      { createdBy: run.CreatedBy, emptyLayer: false },
      { createdBy: 'CMD ["sh"]', emptyLayer: true },
    ]);
  });
});
