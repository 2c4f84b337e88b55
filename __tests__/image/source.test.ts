import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSource, sniffPath } from '../../src/image/source.ts';
import type { SourceKind } from '../../src/model/image.ts';
import { makeTar } from '../support/tars.ts';

const nothing = async () => null;

describe('parseSource', () => {
  it.each<[text: string, kind: SourceKind, reference: string]>([
    ['debian', 'docker', 'debian'],
    ['debian:bookworm', 'docker', 'debian:bookworm'],
    ['localhost:5000/app', 'docker', 'localhost:5000/app'],
    ['localhost:5000/app:1', 'docker', 'localhost:5000/app:1'],
    ['ghcr.io/owner/app:v1.2_x', 'docker', 'ghcr.io/owner/app:v1.2_x'],
    [`app@sha256:${'a'.repeat(64)}`, 'docker', `app@sha256:${'a'.repeat(64)}`],
    [`sha256:${'a'.repeat(64)}`, 'docker', `sha256:${'a'.repeat(64)}`],
    ['registry:2', 'docker', 'registry:2'],
    ['registry:2.8-alpine', 'docker', 'registry:2.8-alpine'],
    ['docker:debian:12', 'docker', 'debian:12'],
    ['podman:localhost/app:1', 'podman', 'localhost/app:1'],
    ['registry:debian', 'registry', 'debian'],
    ['registry:registry:2', 'registry', 'registry:2'],
    ['registry:ghcr.io/a/b:1', 'registry', 'ghcr.io/a/b:1'],
    [`registry:localhost:5000/a@sha256:${'a'.repeat(64)}`, 'registry', `localhost:5000/a@sha256:${'a'.repeat(64)}`],
    ['docker-archive:a.tar', 'docker-archive', 'a.tar'],
    ['oci-archive:/tmp/a:b.tar', 'oci-archive', '/tmp/a:b.tar'],
    ['oci-dir:./layout', 'oci-dir', './layout'],
  ])('reads %s', async (text, kind, reference) => {
    expect((await parseSource(text, { sniff: nothing }))[0]).toEqual({ kind, reference });
  });

  it.each(['oci:dir/x', 'containerd:app'])('refuses the prefix of %s, and says what there is', async (text) => {
    await expect(parseSource(text, { sniff: nothing })).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('cannot be read from'),
      hint: expect.stringContaining('docker-archive:'),
    });
  });

  it.each([
    '',
    '../containers/x',
    './missing.tar',
    '/missing',
    'a b',
    'a?x=1',
    'a#b',
    'a/../b',
    'a\nb',
    'docker:../x',
    'registry:A/b c',
    'registry:x@y',
  ])('refuses %j', async (text) => {
    await expect(parseSource(text, { sniff: nothing })).rejects.toMatchObject({ name: 'UserError' });
  });

  it('takes a path that holds an image before the engine', async () => {
    expect(await parseSource('app', { sniff: async () => 'oci-dir' })).toEqual([{ kind: 'oci-dir', reference: 'app' }]);
  });

  it.each([
    ['app', ['docker', 'registry']],
    ['ghcr.io/a/b:1', ['docker', 'registry']],
    [`sha256:${'a'.repeat(64)}`, ['docker']],
    ['docker:app', ['docker']],
    ['podman:app', ['podman']],
    ['registry:app', ['registry']],
  ])('tries for %s: %j', async (text, kinds) => {
    const candidates = await parseSource(text, { sniff: nothing });
    expect(candidates.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('sniffPath', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'source-'));
    const index = { name: 'index.json', content: '{}' };
    const manifest = { name: 'manifest.json', content: '[]' };
    await writeFile(join(folder, 'oci'), await makeTar(index));
    await writeFile(join(folder, 'docker'), await makeTar(index, manifest));
    await writeFile(join(folder, 'docker.tgz'), gzipSync(await makeTar(manifest)));
    await writeFile(join(folder, 'other'), await makeTar({ name: 'x', content: 'x' }));
    await writeFile(join(folder, 'program'), Buffer.alloc(2000, 'program'));
    await writeFile(join(folder, 'broken.tar'), Buffer.alloc(2000, 'broken'));
    await mkdir(join(folder, 'layout'));
    await writeFile(join(folder, 'layout/index.json'), '{}');
    await mkdir(join(folder, 'sources'));
  });
  afterAll(async () => await rm(folder, { recursive: true }));

  it.each([
    ['oci', 'oci-archive'],
    ['docker', 'docker-archive'],
    ['docker.tgz', 'docker-archive'],
    ['layout', 'oci-dir'],
    ['sources', null],
    ['other', null],
    ['program', null],
    ['missing', null],
  ])('finds what %s is', async (name, kind) => {
    expect(await sniffPath(join(folder, name))).toBe(kind);
  });

  it('says what is wrong with an archive', async () => {
    await expect(sniffPath(join(folder, 'broken.tar'))).rejects.toThrow('is not a readable image archive');
  });
});
