import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listPlatforms, readFirst, readImage } from '../../src/image/read.ts';
import type { ReadImage, ReadOptions } from '../../src/image/reader.ts';
import type { KnownLayer } from '../../src/model/image.ts';
import type { Environment, Exec } from '../../src/seams.ts';
import {
  type FakeRegistry,
  failing,
  openFakeRegistry,
  type PushedImage,
  putImage,
  putIndex,
  type Rule,
  refuse,
} from '../support/fake-registry.ts';
import { readOptions, recordingLog } from '../support/read-options.ts';
import { makeTar, sha256 } from '../support/tars.ts';

let folder = '';
let registry: FakeRegistry;
let image: PushedImage;
let waits: number[];
let environment: Environment;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry-'));
  registry = await openFakeRegistry();
  waits = [];
  environment = { DOCKER_CONFIG: folder, HOME: folder, XDG_RUNTIME_DIR: folder };
  image = putImage(registry, 'tag', await layers());
});
afterEach(async () => {
  await registry.close();
  await rm(folder, { recursive: true });
});

/** The same bytes in every run. */
const incompressible = (bytes: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(bytes / 32) }, (_, at) => createHash('sha256').update(`${at}`).digest()),
    bytes,
  );

const layers = async () => [
  await makeTar({ name: 'a', content: 'a'.repeat(100_000) }, { name: 'b', content: 'bb' }),
  await makeTar({ name: 'c', content: incompressible(50_000) }),
];

const options = (given: Partial<ReadOptions> = {}): ReadOptions =>
  readOptions({
    tempDir: folder,
    fetch: globalThis.fetch,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
    environment,
    ...given,
  });

const read = async (given: Partial<ReadOptions> = {}, reference = 'app:tag'): Promise<ReadImage> =>
  await readImage({ kind: 'registry', reference: `${registry.host}/${reference}` }, options(given));

const writeConfig = async (config: object) => await writeFile(join(folder, 'config.json'), JSON.stringify(config));
const asked = (path: RegExp) => registry.requests.filter((request) => path.test(request.path));
const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** What stands in `auths` of docker's configuration. */
const login = (user: string, password: string) => ({ auth: Buffer.from(`${user}:${password}`).toString('base64') });

describe('an image of a registry', () => {
  it('is read by tag and by digest', async () => {
    for (const reference of ['app:tag', `app@${sha256(image.manifest)}`]) {
      const { image: found, layersRead } = await read({}, reference);
      expect(layersRead).toBe(2);
      expect(found.layers.map(({ index }) => index.diskBytes)).toEqual([100_002, 50_000]);
      expect(found.layers.map(({ digest }) => digest)).toEqual(image.blobs.map(sha256));
      expect(found.layers.map(({ downloadBytes }) => downloadBytes)).toEqual(image.blobs.map(({ length }) => length));
      expect(found.platform).toBe('linux/amd64');
      expect(found.store).toBeNull();
    }
  });

  it('has none of its known layers fetched', async () => {
    const whole = await read();
    registry.requests.length = 0;
    const [first] = whole.image.layers;
    if (first === undefined) throw new Error('there are layers');
    const known = new Map<KnownLayer['diffId'], KnownLayer>([[first.diffId, { ...first, store: null }]]);
    const { image: found, layersRead } = await read({ known: async () => known });
    expect(layersRead).toBe(1);
    expect(found).toEqual(whole.image);
    expect(asked(/blobs/).map(({ path }) => path)).not.toContain(`/v2/app/blobs/${first.digest}`);
  });

  it.each([
    ['linux/arm64', ['arm']],
    ['linux/amd64', ['amd']],
  ])('is the one for %s of an index, without its attestations', async (platform, paths) => {
    const entries = [
      [{ os: 'linux', architecture: 'amd64' }, 'amd'],
      [{ os: 'linux', architecture: 'arm64', variant: 'v8' }, 'arm'],
    ] as const;
    const made: [Buffer, object][] = [];
    for (const [of, name] of entries) {
      const { manifest } = putImage(registry, name, [await makeTar({ name, content: name })], of);
      made.push([manifest, of]);
    }
    putIndex(registry, 'multi', made);
    const source = { kind: 'registry', reference: `${registry.host}/app:multi` } as const;
    expect(await listPlatforms([source], options())).toEqual(['linux/amd64', 'linux/arm64/v8']);
    const { image: found } = await read({ platform }, 'app:multi');
    expect(found.layers.flatMap(({ index }) => index.entries.map(({ path }) => path))).toEqual(paths);
    await expect(read({ platform: 'linux/s390x' }, 'app:multi')).rejects.toThrow(
      /no image for linux\/s390x; it lists: linux\/amd64, linux\/arm64\/v8$/,
    );
  });

  it('without an index has no choice of platforms', async () => {
    const source = { kind: 'registry', reference: `${registry.host}/app:tag` } as const;
    expect(await listPlatforms([source], options())).toEqual([null]);
    await expect(read({ platform: 'linux/arm64' })).rejects.toThrow('is for linux/amd64, not for linux/arm64');
  });

  it('is told from what else registries keep', async () => {
    registry.manifests.set('chart', Buffer.from('{"config":{},"layers":[]}'));
    await expect(read({}, 'app:chart')).rejects.toMatchObject({
      hint: expect.stringContaining('Only images are measured'),
    });
  });
});

describe('a login', () => {
  const bearer =
    (token: string): Rule =>
    (request, response) => {
      if (request.path.startsWith('/token')) return false;
      if (request.headers.authorization === `Bearer ${token}`) return false;
      const realm = `Bearer realm="http://${registry.host}/token",service="fake, \\"quoted\\"",scope="repository:x:pull,push"`;
      refuse(response, 401, 'UNAUTHORIZED', { 'WWW-Authenticate': realm });
      return true;
    };
  const tokens =
    (answer: object, isAllowed: (authorization: string | undefined, body: string) => boolean): Rule =>
    ({ path, headers, body }, response) => {
      if (!path.startsWith('/token')) return false;
      if (isAllowed(headers.authorization, body)) response.end(JSON.stringify(answer));
      else refuse(response, 401, 'UNAUTHORIZED');
      return true;
    };
  const basicOnly =
    (authorization: string): Rule =>
    (request, response) => {
      if (request.headers.authorization === authorization) return false;
      refuse(response, 401, 'UNAUTHORIZED', { 'WWW-Authenticate': 'Basic realm="fake"' });
      return true;
    };

  it('is not made where none is asked for', async () => {
    await writeConfig({ auths: { [registry.host]: login('me', 'secret') } });
    await read();
    expect(registry.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });

  it('is anonymous by a token where there are no credentials', async () => {
    registry.rules.push(
      bearer('t0ken'),
      tokens({ token: 't0ken' }, (authorization) => authorization === undefined),
    );
    const { log, secrets } = recordingLog();
    expect((await read({ log })).layersRead).toBe(2);
    const [request] = asked(/^\/token/);
    const query = new URL(request?.path ?? '', 'http://x').searchParams;
    expect(Object.fromEntries(query)).toEqual({ service: 'fake, "quoted"', scope: 'repository:app:pull' });
    expect(asked(/^\/token/)).toHaveLength(1);
    expect(secrets).toContain('t0ken');
  });

  it.each([
    ['the host', (host: string) => host],
    ['an old URL', (host: string) => `https://${host}/v1/`],
  ])("sends the configuration's password to the token server, found by %s", async (_how, key) => {
    await writeConfig({ auths: { [key(registry.host)]: login('me', 'se:cret') } });
    registry.rules.push(
      bearer('t0ken'),
      tokens({ access_token: 't0ken' }, (authorization) => authorization === basic('me', 'se:cret')),
    );
    const { log, secrets } = recordingLog();
    expect((await read({ log })).layersRead).toBe(2);
    expect(secrets).toContain('se:cret');
  });

  it('is renewed where a token runs out', async () => {
    let token = 'first';
    let served = 0;
    registry.rules.push((request, response) => {
      if (request.path.startsWith('/token')) {
        response.end(JSON.stringify({ token }));
        return true;
      }
      if (++served === 4) token = 'second';
      return bearer(token)(request, response);
    });
    expect((await read()).layersRead).toBe(2);
    expect(asked(/^\/token/).length).toBeGreaterThan(1);
  });

  it('is Basic where the registry wants that', async () => {
    await writeConfig({ auths: { [registry.host]: { username: 'me', password: 'secret' } } });
    registry.rules.push(basicOnly(basic('me', 'secret')));
    expect((await read()).layersRead).toBe(2);
  });

  describe("of Podman's or skopeo's", () => {
    const writeAuths = async (file: string, auths: object) => {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), JSON.stringify({ auths }));
    };
    const allow = (password: string) => registry.rules.push(basicOnly(basic('me', password)));

    it.each<[file: string, variable: string, value: string]>([
      ['named.json', 'REGISTRY_AUTH_FILE', 'named.json'],
      ['runtime/containers/auth.json', 'XDG_RUNTIME_DIR', 'runtime'],
      ['own/containers/auth.json', 'XDG_CONFIG_HOME', 'own'],
      ['home/.config/containers/auth.json', 'HOME', 'home'],
    ])('is found in %s by %s', async (file, variable, value) => {
      environment = { ...environment, [variable]: join(folder, value) };
      await writeAuths(file, { [registry.host]: login('me', 'secret') });
      allow('secret');
      const { log, secrets } = recordingLog();
      expect((await read({ log })).layersRead).toBe(2);
      expect(secrets).toContain('secret');
    });

    it("comes after docker's, the one of this session first", async () => {
      const [docker, session, own] = ['docker', 'session', 'own'].map((password) => ({
        [registry.host]: login('me', password),
      }));
      await writeAuths('.config/containers/auth.json', own ?? {});
      allow('own');
      expect((await read()).layersRead).toBe(2);
      await writeAuths('containers/auth.json', session ?? {});
      registry.rules.length = 0;
      allow('session');
      expect((await read()).layersRead).toBe(2);
      await writeConfig({ auths: docker });
      registry.rules.length = 0;
      allow('docker');
      expect((await read()).layersRead).toBe(2);
    });

    it.each<[string, readonly (readonly [key: string, password: string])[]]>([
      [
        'the longest name',
        [
          ['', 'host'],
          ['/app', 'secret'],
          ['/application', 'other'],
          ['/app/deeper', 'deep'],
        ],
      ],
      [
        'the host',
        [
          ['', 'secret'],
          ['/ap', 'other'],
        ],
      ],
      [
        "docker's URL",
        [
          ['/v1/', 'secret'],
          ['/other', 'other'],
        ],
      ],
    ])('is taken by %s', async (_by, keys) => {
      const named = keys.map(([path, password]) => [`${registry.host}${path}`, login('me', password)]);
      await writeAuths('containers/auth.json', Object.fromEntries(named));
      allow('secret');
      expect((await read()).layersRead).toBe(2);
    });
  });

  it.each([
    ['identitytoken', 'refresh'],
    ['registrytoken', 'ready'],
  ])('takes an %s', async (kind, token) => {
    await writeConfig({ auths: { [registry.host]: { [kind]: token } } });
    registry.rules.push(
      bearer('ready'),
      tokens({ access_token: 'ready' }, (_authorization, body) => {
        const form = new URLSearchParams(body);
        return form.get('grant_type') === 'refresh_token' && form.get('refresh_token') === 'refresh';
      }),
    );
    expect((await read()).layersRead).toBe(2);
  });

  const helper =
    (stdout: string, exitCode = 0): Exec =>
    async (program, args, given) => {
      expect([program, args, given?.input?.toString()]).toEqual(['docker-credential-fake', ['get'], registry.host]);
      return { exitCode, stdout, stderr: '' };
    };

  it.each([
    ['credsStore', () => ({ credsStore: 'fake', auths: { [registry.host]: {} } })],
    ['credHelpers', () => ({ credsStore: 'other', credHelpers: { [registry.host]: 'fake' } })],
  ])('asks the helper of %s', async (_kind, config) => {
    await writeConfig(config());
    registry.rules.push(basicOnly(basic('me', 'from the helper')));
    const { log, secrets } = recordingLog();
    const exec = helper(JSON.stringify({ ServerURL: registry.host, Username: 'me', Secret: 'from the helper' }));
    expect((await read({ exec, log })).layersRead).toBe(2);
    expect(secrets).toContain('from the helper');
  });

  it("takes a helper's identity token", async () => {
    await writeConfig({ credsStore: 'fake' });
    registry.rules.push(
      bearer('t'),
      tokens({ access_token: 't' }, (_authorization, body) => body.includes('refresh_token=id-token')),
    );
    const exec = helper(JSON.stringify({ Username: '<token>', Secret: 'id-token' }));
    expect((await read({ exec })).layersRead).toBe(2);
  });

  it.each<[string, Exec, RegExp]>([
    ['fails', helper('', 1), /exit code 1/],
    ['answers nonsense', helper('secret nonsense'), /not JSON/],
    ['answers something else', helper('{"a":"secret"}'), /not valid/],
    ['is not installed', async () => await Promise.reject(new Error('no such program')), /no such program/],
  ])('goes on without where a helper %s', async (_how, exec, reason) => {
    await writeConfig({ credsStore: 'fake' });
    registry.rules.push(
      bearer('t'),
      tokens({ token: 't' }, () => true),
    );
    const { log, notices } = recordingLog();
    expect((await read({ exec, log })).layersRead).toBe(2);
    expect(notices).toEqual([expect.stringMatching(reason)]);
    expect(notices.join()).not.toContain('secret');
  });

  it('is silent where a helper has nothing', async () => {
    await writeConfig({ credsStore: 'fake' });
    registry.rules.push(
      bearer('t'),
      tokens({ token: 't' }, () => true),
    );
    const { log, notices } = recordingLog();
    await read({ exec: helper('credentials not found in native keychain\n', 1), log });
    expect(notices).toEqual([]);
  });

  it('does not quote a configuration that is broken', async () => {
    await writeFile(join(folder, 'config.json'), '{"auths": {"x": {"auth": "c2VjcmV0"');
    registry.rules.push(
      bearer('t'),
      tokens({ token: 't' }, () => true),
    );
    const { log, notices } = recordingLog();
    await read({ log });
    expect(notices).toEqual([expect.stringMatching(/config\.json: it is not valid$/)]);
  });

  it.each<[string, () => void]>([
    [
      'by the token server',
      () =>
        registry.rules.push(
          bearer('t'),
          tokens({}, () => false),
        ),
    ],
    [
      'by the registry',
      () =>
        registry.rules.push(
          bearer('t'),
          tokens({ token: 'other' }, () => true),
        ),
    ],
    ['for want of a password', () => registry.rules.push(basicOnly(basic('me', 'secret')))],
  ])('that is refused %s says what to do', async (_by, prepare) => {
    prepare();
    await expect(read()).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('no access to app'),
      hint: expect.stringContaining(`docker login ${registry.host}`),
    });
  });

  it.each(['http://evil.example/token', 'ftp://x', 'nonsense', ''])('is not sent to %j', async (realm) => {
    await writeConfig({ auths: { [registry.host]: login('me', 'secret') } });
    registry.rules.push((_request, response) => {
      refuse(response, 401, 'UNAUTHORIZED', { 'WWW-Authenticate': `Bearer realm="${realm}"` });
      return true;
    });
    await expect(read()).rejects.toThrow('which is no HTTPS URL');
  });

  it('takes no token that would not pass as a header', async () => {
    registry.rules.push(
      bearer('t'),
      tokens({ token: 'a\r\nX-Evil: 1' }, () => true),
    );
    const error = await read().catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('a token that is none');
    expect(String(error)).not.toContain('Evil');
  });
});

describe('a registry in trouble', () => {
  it.each([
    [429, 'manifests'],
    [503, 'manifests'],
    [500, 'blobs'],
    [502, 'blobs'],
  ])('is asked again after %d for %s, longer and longer', async (status, path) => {
    registry.rules.push(failing(3, new RegExp(path), status));
    expect((await read()).layersRead).toBe(2);
    expect(waits).toEqual([500, 1000, 2000]);
  });

  it.each([
    ['seconds', () => '7', 7000],
    ['a date', () => new Date(Date.now() + 20_000).toUTCString(), 20_000],
  ])('is left alone as long as it asks, in %s', async (_form, value, milliseconds) => {
    registry.rules.push(failing(1, /manifests/, 429, { 'Retry-After': value() }));
    await read();
    expect(waits).toHaveLength(1);
    expect(Math.abs((waits[0] ?? 0) - milliseconds)).toBeLessThan(2000);
  });

  it.each([
    [{}, 5],
    [{ 'Retry-After': '3600' }, 1],
  ])('is given up in the end: %j', async (headers, requests) => {
    registry.rules.push(failing(100, /manifests/, 429, headers));
    await expect(read()).rejects.toMatchObject({
      message: expect.stringMatching(/cannot be read: .* answered 429 \(UNAVAILABLE: UNAVAILABLE of the fake\)/),
      hint: expect.stringContaining('log in'),
    });
    expect(registry.requests).toHaveLength(requests);
  });

  it('that breaks the connection is asked again', async () => {
    let left = 2;
    registry.rules.push((_request, response) => {
      if (left-- <= 0) return false;
      response.destroy();
      return true;
    });
    expect((await read()).layersRead).toBe(2);
    expect(waits).toEqual([500, 1000]);
  });

  it('that is not there is named', async () => {
    await registry.close();
    await expect(read()).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(`${registry.host} cannot be reached`),
    });
    registry = await openFakeRegistry();
  });

  it('has its words made harmless', async () => {
    registry.rules.push((_request, response) => {
      response
        .writeHead(404)
        .end(JSON.stringify({ errors: [{ code: 'X', message: `\u001b[31m\n::error::${'y'.repeat(999)}` }] }));
      return true;
    });
    const error = await read().catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/is not there: .* answered 404 \(X: /);
    expect(String(error)).not.toMatch(/\p{Cc}/u);
    expect(String(error).length).toBeLessThan(500);
  });
});

describe('the bytes of a registry', () => {
  const blobPath = () => `/v2/app/blobs/${sha256(image.blobs[1] ?? Buffer.alloc(0))}`;
  const lastBlob = () => image.blobs[1] ?? Buffer.alloc(0);

  it.each([
    ['by range', true],
    ['from the start', false],
  ])('are taken up again where the connection broke: %s', async (_how, knowsRanges) => {
    let left = 2;
    registry.rules.push((request, response) => {
      if (request.path !== blobPath()) return false;
      const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
      const start = knowsRanges ? Number(from ?? 0) : 0;
      const rest = lastBlob().subarray(start);
      response.writeHead(start > 0 ? 206 : 200, { 'Content-Length': rest.length });
      if (left-- <= 0) response.end(rest);
      else response.write(rest.subarray(0, 1000), () => setTimeout(() => response.destroy(), 20));
      return true;
    });
    const { image: found } = await read();
    expect(found.layers[1]?.index.diskBytes).toBe(50_000);
    expect(
      asked(/blobs/)
        .filter(({ headers }) => headers.range !== undefined)
        .map(({ headers }) => headers.range),
    ).toEqual(knowsRanges ? ['bytes=1000-', 'bytes=2000-'] : ['bytes=1000-', 'bytes=1000-']);
  });

  it.each<[string, (blob: Buffer) => Buffer, RegExp]>([
    ['truncated', (blob) => blob.subarray(0, -10), /ended after \d+ of \d+ bytes/],
    ['too many', (blob) => Buffer.concat([blob, blob]), /more than the \d+ bytes/],
    ['others', (blob) => Buffer.from(blob.toReversed()), /cannot be read|should be sha256/],
  ])('are not taken where they are %s', async (_what, change, message) => {
    registry.blobs.set(sha256(lastBlob()), change(lastBlob()));
    await expect(read()).rejects.toMatchObject({ name: 'UserError', message: expect.stringMatching(message) });
  });

  it('are checked against the digest of a layer', async () => {
    const other = await makeTar({ name: 'evil', content: 'x' });
    const evil = putImage(registry, 'evil', [other]);
    const swapped = evil.blobs[0] ?? Buffer.alloc(0);
    const layer = { digest: sha256(lastBlob()), size: swapped.length };
    const manifest = { ...JSON.parse(evil.manifest.toString()), layers: [layer] };
    registry.manifests.set('swapped', Buffer.from(JSON.stringify(manifest)));
    registry.blobs.set(layer.digest, swapped);
    await expect(read({}, 'app:swapped')).rejects.toThrow(/its digest should be sha256:/);
  });

  it('are checked against the digest of a manifest and of a config', async () => {
    const manifest = `sha256:${'0'.repeat(64)}`;
    registry.manifests.set(manifest, image.manifest);
    await expect(read({}, `app@${manifest}`)).rejects.toThrow('is not what it should be');
    const changed = Buffer.from(image.config.toString().replace('linux', 'lunix'));
    registry.blobs.set(sha256(image.config), changed);
    await expect(read()).rejects.toThrow('is not what it should be');
  });

  it.each([
    ['manifest', () => registry.manifests.set('tag', Buffer.alloc(5 * 1024 * 1024, ' ')), /more than 4194304 bytes/],
    [
      'config',
      () => {
        const manifest = JSON.parse(image.manifest.toString());
        manifest.config.size = 1024 ** 3;
        registry.manifests.set('tag', Buffer.from(JSON.stringify(manifest)));
      },
      /config has 1073741824 bytes/,
    ],
  ])('of a huge %s are not read', async (_what, prepare, message) => {
    prepare();
    await expect(read()).rejects.toThrow(message);
  });

  it('of a foreign layer are said to be elsewhere', async () => {
    const manifest = JSON.parse(image.manifest.toString());
    manifest.layers[0].mediaType = 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip';
    registry.manifests.set('foreign', Buffer.from(JSON.stringify(manifest)));
    expect((await read({}, 'app:foreign')).layersRead).toBe(2);
    registry.blobs.delete(manifest.layers[0].digest);
    await expect(read({}, 'app:foreign')).rejects.toThrow('is a foreign one');
  });

  it('come from elsewhere without the login', async () => {
    const store = await openFakeRegistry();
    try {
      for (const [digest, blob] of registry.blobs) store.blobs.set(digest, blob);
      registry.blobs.clear();
      await writeConfig({ auths: { [registry.host]: login('me', 'secret') } });
      registry.rules.push((request, response) => {
        if (request.headers.authorization === undefined) {
          refuse(response, 401, 'UNAUTHORIZED', { 'WWW-Authenticate': 'Basic realm="fake"' });
        } else if (request.path.includes('/blobs/')) {
          response.writeHead(307, { Location: `http://${store.host}${request.path}` }).end();
        } else return false;
        return true;
      });
      expect((await read()).layersRead).toBe(2);
      expect(store.requests).toHaveLength(3);
      expect(store.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
    } finally {
      await store.close();
    }
  });
});

describe('a name without a prefix', () => {
  const reference = () => `${registry.host}/app:tag`;
  const engine = (error: object): ReadOptions['docker'] => {
    const fail = () => Promise.reject(error);
    const facts = async () => ({});
    return () => ({ getImage: () => ({ inspect: fail }), info: facts, version: facts }) as never;
  };
  const candidates = () =>
    [
      { kind: 'docker', reference: reference() },
      { kind: 'registry', reference: reference() },
    ] as const;

  it.each([
    ['has no such image', { statusCode: 404 }, /The Docker engine has no image/],
    ['does not answer', { code: 'ENOENT' }, /No Docker engine answers/],
  ])('is read from the registry where the engine %s', async (_how, error, notice) => {
    const { log, notices } = recordingLog();
    const { image: found } = await readFirst(candidates(), options({ docker: engine(error), log }));
    expect(found.source).toEqual({ kind: 'registry', reference: reference() });
    expect(notices).toEqual([expect.stringMatching(notice)]);
  });

  it('is not looked for elsewhere where the engine may not be asked', async () => {
    const read = readFirst(candidates(), options({ docker: engine({ code: 'EACCES' }) }));
    await expect(read).rejects.toThrow('permission denied');
    expect(registry.requests).toEqual([]);
  });

  it('is an error that names both tries where neither answers', async () => {
    await registry.close();
    const read = readFirst(candidates(), options({ docker: engine({ code: 'ENOENT' }) }));
    await expect(read).rejects.toMatchObject({
      message: expect.stringMatching(/^No Docker engine answers: .*; and 127\.0\.0\.1:\d+ cannot be reached: /),
    });
    registry = await openFakeRegistry();
  });

  it('that is nowhere is an error that names both tries', async () => {
    registry.manifests.clear();
    const read = readFirst(candidates(), options({ docker: engine({ statusCode: 404 }) }));
    await expect(read).rejects.toMatchObject({
      message: expect.stringMatching(/^The Docker engine has no image .*; and The manifest tag of .* is not there/),
    });
  });
});
