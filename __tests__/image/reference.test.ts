import fc from 'fast-check';
import { apiUrl, configKey, isLoopback, parseReference } from '../../src/image/reference.ts';

const digest = `sha256:${'a'.repeat(64)}` as const;

describe('parseReference', () => {
  it.each([
    ['debian', 'docker.io', 'library/debian', 'latest', null],
    ['debian:12', 'docker.io', 'library/debian', '12', null],
    ['owner/app:v1', 'docker.io', 'owner/app', 'v1', null],
    ['docker.io/debian', 'docker.io', 'library/debian', 'latest', null],
    ['index.docker.io/owner/app', 'docker.io', 'owner/app', 'latest', null],
    ['ghcr.io/owner/app', 'ghcr.io', 'owner/app', 'latest', null],
    ['ghcr.io/owner/deep/er/app:1.2_x', 'ghcr.io', 'owner/deep/er/app', '1.2_x', null],
    ['localhost/app', 'localhost', 'app', 'latest', null],
    ['localhost:5000/app:1', 'localhost:5000', 'app', '1', null],
    ['[::1]:5000/app', '[::1]:5000', 'app', 'latest', null],
    ['registry.example:8443/a/b', 'registry.example:8443', 'a/b', 'latest', null],
    ['EXAMPLE/app', 'EXAMPLE', 'app', 'latest', null],
    [`app@${digest}`, 'docker.io', 'library/app', null, digest],
    [`ghcr.io/o/app:1@${digest}`, 'ghcr.io', 'o/app', '1', digest],
    ['a__b/c--d', 'docker.io', 'a__b/c--d', 'latest', null],
  ])('reads %s', (text, registry, repository, tag, digestOrNull) => {
    expect(parseReference(text)).toEqual({ registry, repository, tag, digest: digestOrNull });
  });

  it.each([
    '',
    'App',
    'a/B',
    'a//b',
    '/a',
    'a/',
    'a/../b',
    'ghcr.io/',
    'a:',
    'a:b:c',
    `a:${'x'.repeat(129)}`,
    `${'a'.repeat(300)}`,
    'a@sha256:12',
    `a@md5:${'a'.repeat(32)}`,
    `a@${digest}@${digest}`,
    `sha256:${'a'.repeat(64)}@`,
    'a b',
    'a?x',
    'a#x',
    'a%2e',
    'user@host/app',
    'user:pass@host/app',
    'host:99999999/app',
    '-host.io/app',
    'ho\nst.io/app',
  ])('refuses %j', (text) => {
    expect(parseReference(text)).toBeNull();
  });

  it('lets nothing into a URL that is not part of a name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z.:/@%?#A-Z0-9-]{1,40}$/)), (text) => {
        const reference = parseReference(text);
        if (reference === null) return;
        const url = new URL(`${apiUrl(reference.registry)}/v2/${reference.repository}/manifests/${reference.tag}`);
        expect(url.pathname).toBe(`/v2/${reference.repository}/manifests/${reference.tag}`);
        expect(url.search + url.hash + url.username + url.password).toBe('');
      }),
    );
  });
});

describe('apiUrl', () => {
  it.each([
    ['docker.io', 'https://registry-1.docker.io'],
    ['ghcr.io', 'https://ghcr.io'],
    ['localhost:5000', 'http://localhost:5000'],
    ['127.0.0.1', 'http://127.0.0.1'],
    ['127.1.2.3:80', 'http://127.1.2.3:80'],
    ['[::1]:5000', 'http://[::1]:5000'],
    ['localhost.example', 'https://localhost.example'],
    ['127.0.0.1.example:5000', 'https://127.0.0.1.example:5000'],
    ['10.0.0.1:5000', 'https://10.0.0.1:5000'],
  ])('of %s is %s', (registry, url) => {
    expect(apiUrl(registry)).toBe(url);
  });

  it('is loopback only by the whole host', () => {
    expect(['localhost', '127.0.0.1', '[::1]'].every(isLoopback)).toBe(true);
    expect(['xlocalhost', '127.0.0.1.evil.example', '[::12]'].some(isLoopback)).toBe(false);
  });
});

it('finds Docker Hub in the configuration under its old name', () => {
  expect(configKey('docker.io')).toBe('https://index.docker.io/v1/');
  expect(configKey('ghcr.io')).toBe('ghcr.io');
});
