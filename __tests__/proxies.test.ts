import { readImage } from '../src/image/read.ts';
import { useProxies } from '../src/proxies.ts';
import type { Environment } from '../src/seams.ts';
import { type FakeProxy, openFakeProxy } from './support/fake-proxy.ts';
import { type FakeRegistry, openFakeRegistry } from './support/fake-registry.ts';
import { readOptions, recordingLog } from './support/read-options.ts';

/** No name server knows names in it (RFC 6761, section 6.4). */
const registryHost = 'registry.invalid';

describe('a proxy of the environment', () => {
  let registry: FakeRegistry;
  let proxy: FakeProxy;
  let refusing: FakeProxy;

  beforeAll(async () => {
    registry = await openFakeRegistry();
    proxy = await openFakeProxy(Number(registry.host.split(':')[1]));
    refusing = await openFakeProxy(null);
  });
  beforeEach(() => {
    for (const list of [registry.requests, proxy.tunnels, refusing.tunnels]) list.length = 0;
  });
  afterAll(async () => {
    for (const server of [proxy, refusing, registry]) await server.close();
  });

  /** The status of the answer to a request, or null where none comes. */
  const ask = async (url: string, environment: Environment): Promise<number | null> => {
    const restore = useProxies(environment, recordingLog().log);
    try {
      const response = await fetch(url);
      await response.body?.cancel();
      return response.status;
    } catch {
      return null;
    } finally {
      restore();
    }
  };

  it.each<[name: string, environment: (host: string) => Environment, tunnels: readonly string[]]>([
    ['HTTPS_PROXY', (host) => ({ HTTPS_PROXY: `http://${host}` }), ['registry.invalid:443']],
    ['https_proxy', (host) => ({ https_proxy: `http://${host}` }), ['registry.invalid:443']],
    [
      'small letters first',
      (host) => ({ https_proxy: `http://${host}`, HTTPS_PROXY: 'http://x.invalid' }),
      ['registry.invalid:443'],
    ],
    ['no scheme', (host) => ({ HTTPS_PROXY: host }), ['registry.invalid:443']],
    [
      'a login',
      (host) => ({ HTTPS_PROXY: `http://me:p%40ss@${host}` }),
      [`registry.invalid:443 Basic ${Buffer.from('me:p@ss').toString('base64')}`],
    ],
    ['HTTP_PROXY alone', (host) => ({ HTTP_PROXY: `http://${host}` }), []],
    ['an empty one', (host) => ({ https_proxy: '', HTTP_PROXY: `http://${host}` }), []],
    ['NO_PROXY', (host) => ({ HTTPS_PROXY: `http://${host}`, NO_PROXY: 'other,registry.invalid' }), []],
    ['no_proxy of a domain', (host) => ({ HTTPS_PROXY: `http://${host}`, no_proxy: '.invalid' }), []],
    ['no_proxy of all', (host) => ({ HTTPS_PROXY: `http://${host}`, no_proxy: 'other, *' }), []],
    [
      'NO_PROXY of another',
      (host) => ({ HTTPS_PROXY: `http://${host}`, NO_PROXY: 'invalid.example' }),
      ['registry.invalid:443'],
    ],
  ])('is asked for HTTPS as it is named: %s', async (_name, environment, tunnels) => {
    expect(await ask(`https://${registryHost}/v2/`, environment(refusing.host))).toBeNull();
    expect(refusing.tunnels).toEqual(tunnels);
  });

  it.each(['HTTP_PROXY', 'http_proxy'])('is asked for plain HTTP by %s', async (name) => {
    const environment = { [name]: `http://${proxy.host}`, HTTPS_PROXY: `http://${refusing.host}` };
    expect(await ask(`http://${registryHost}/v2/`, environment)).toBe(404);
    expect(proxy.tunnels).toEqual(['registry.invalid:80']);
    expect(registry.requests.map(({ path }) => path)).toEqual(['/v2/']);
  });

  it.each(['127.0.0.1', 'localhost'])('is not asked for %s', async (host) => {
    const environment = { HTTP_PROXY: `http://${refusing.host}`, HTTPS_PROXY: `http://${refusing.host}` };
    await ask(`http://${registry.host.replace('127.0.0.1', host)}/v2/`, environment);
    expect(refusing.tunnels).toEqual([]);
    expect(await ask(`http://${registry.host}/v2/`, environment)).toBe(404);
  });

  it('is forgotten afterwards', async () => {
    await ask(`https://${registryHost}/v2/`, { HTTPS_PROXY: `http://${refusing.host}` });
    refusing.tunnels.length = 0;
    expect(await ask(`https://${registryHost}/v2/`, {})).toBeNull();
    expect(refusing.tunnels).toEqual([]);
  });

  it('that is no URL is named, and not quoted', () => {
    const use = () => useProxies({ HTTPS_PROXY: 'http://me:secret@:' }, recordingLog().log);
    expect(use).toThrow(/^HTTPS_PROXY names no proxy$/);
  });

  it('that refuses is told of by the reader of registries', async () => {
    const restore = useProxies({ HTTPS_PROXY: `http://${refusing.host}` }, recordingLog().log);
    try {
      const source = { kind: 'registry', reference: `${registryHost}/app:tag` } as const;
      const read = readImage(source, readOptions({ tempDir: '', fetch: globalThis.fetch }));
      await expect(read).rejects.toThrow(/registry\.invalid cannot be reached: .*Proxy response \(403\)/);
    } finally {
      restore();
    }
  });
});
