import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadSizes } from '../../src/image/download-size.ts';
import {
  type FakeRegistry,
  openFakeRegistry,
  putImage,
  putIndex,
  type Rule,
  refuse,
} from '../support/fake-registry.ts';
import { readOptions, recordingLog } from '../support/read-options.ts';
import { makeTar } from '../support/tars.ts';

let folder = '';
let registry: FakeRegistry;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sizes-'));
  registry = await openFakeRegistry();
});
afterEach(async () => {
  await registry.close();
  await rm(folder, { recursive: true });
});

const sizesOf = async (names: readonly string[], given: { platform?: string; patience?: number } = {}) => {
  const { log, notices } = recordingLog();
  const options = readOptions({
    ...{ tempDir: folder, fetch: globalThis.fetch, log },
    environment: { DOCKER_CONFIG: folder, HOME: folder, XDG_RUNTIME_DIR: folder },
  });
  const references = names.map((name) => `${registry.host}/${name}`);
  const sizes = await downloadSizes(references, given.platform ?? 'linux/amd64', options, given.patience);
  return { sizes: references.map((reference) => sizes.get(reference)), notices };
};

const put = async (tag: string, content: string, platform?: object) =>
  putImage(
    registry,
    tag,
    [await makeTar({ name: 'a', content: 'base' }), await makeTar({ name: 'b', content })],
    platform,
  );
const bytesOf = ({ blobs }: { readonly blobs: readonly Buffer[] }) =>
  blobs.reduce((sum, { length }) => sum + length, 0);

/** Takes a request and never answers. */
const silent =
  (path: RegExp): Rule =>
  (request) =>
    path.test(request.path);

describe('what images take to download', () => {
  it('is what their manifests say of their layers, and nothing else is fetched', async () => {
    const [full, slim] = [await put('3', 'x'.repeat(9000)), await put('3-slim', 'x')];
    expect(await sizesOf(['python:3', 'python:3-slim'])).toEqual({
      sizes: [bytesOf(full), bytesOf(slim)],
      notices: [],
    });
    expect(registry.requests.map(({ path }) => path).sort()).toEqual([
      '/v2/python/manifests/3',
      '/v2/python/manifests/3-slim',
    ]);
  });

  it.each(['linux/amd64', 'linux/arm64'])('is that of the image for %s', async (platform) => {
    const [os, architecture] = platform.split('/');
    const own = await put('own', 'mine', { os, architecture });
    const other = await put('other', 'theirs, and it is longer', { os, architecture: 's390x' });
    putIndex(registry, 'both', [
      [own.manifest, { os, architecture }],
      [other.manifest, { os, architecture: 's390x' }],
    ]);
    const { sizes } = await sizesOf(['app:both'], { platform });
    expect(sizes).toEqual([bytesOf(own)]);
  });

  it('tells what is not there from what is not known', async () => {
    const there = await put('there', 'x');
    registry.rules.push((request, response) => {
      if (!request.path.endsWith('/refused')) return false;
      refuse(response, 403, 'DENIED');
      return true;
    });
    registry.manifests.set('broken', Buffer.from('{'));
    putIndex(registry, 'elsewhere', [[there.manifest, { os: 'linux', architecture: 's390x' }]]);
    const { sizes, notices } = await sizesOf(['a:there', 'a:missing', 'a:refused', 'a:broken', 'a:elsewhere', 'A:no']);
    expect(sizes).toEqual([bytesOf(there), 'absent', undefined, undefined, undefined, undefined]);
    expect(notices).toEqual([]);
  });

  it.each([
    ['more than a number can hold', 2],
    ['and nothing safe', 5000],
  ])('is not known where a manifest says %s', async (_name, layers) => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const huge = { digest, size: Number.MAX_SAFE_INTEGER };
    registry.manifests.set('huge', Buffer.from(JSON.stringify({ config: huge, layers: Array(layers).fill(huge) })));
    expect((await sizesOf(['a:huge'])).sizes).toEqual([undefined]);
  });

  it('is asked for once: a registry in trouble is left alone', async () => {
    registry.rules.push((_request, response) => {
      refuse(response, 503, 'UNAVAILABLE');
      return true;
    });
    expect((await sizesOf(['a:1'])).sizes).toEqual([undefined]);
    expect(registry.requests).toHaveLength(1);
  });

  it('is told as far as it is known when patience ends', async () => {
    const quick = await put('quick', 'x');
    registry.rules.push(silent(/slow$/));
    const begun = Date.now();
    expect((await sizesOf(['a:quick', 'a:slow'], { patience: 200 })).sizes).toEqual([bytesOf(quick), undefined]);
    expect(Date.now() - begun).toBeLessThan(3000);
  });

  it('takes a login for the registry that it was given for, and for no other', async () => {
    const auths = { [registry.host]: { auth: Buffer.from('me:secret').toString('base64') } };
    await writeFile(join(folder, 'config.json'), JSON.stringify({ auths }));
    const other = await openFakeRegistry();
    const mine = await put('mine', 'x');
    const ask: Rule = (request, response) => {
      if (request.headers.authorization !== undefined) return false;
      refuse(response, 401, 'UNAUTHORIZED', { 'WWW-Authenticate': 'Basic realm="r"' });
      return true;
    };
    for (const each of [registry, other]) each.rules.push(ask);
    const options = readOptions({
      ...{ tempDir: folder, fetch: globalThis.fetch },
      environment: { DOCKER_CONFIG: folder, HOME: folder, XDG_RUNTIME_DIR: folder },
    });
    const sizes = await downloadSizes([`${registry.host}/a:mine`, `${other.host}/a:mine`], 'linux/amd64', options);
    await other.close();
    expect([...sizes.values()]).toEqual([bytesOf(mine)]);
    expect(other.requests.flatMap(({ headers }) => headers.authorization ?? [])).toEqual([]);
  });
});
