import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findEarlierBuild } from '../../src/build/earlier-build.ts';
import { byDocker } from '../../src/build/program.ts';
import type { ImageIdentity } from '../../src/model/identity.ts';
import type { Digest } from '../../src/model/image.ts';
import type { Exec, Log } from '../../src/seams.ts';

const digest = (letter: string): Digest => `sha256:${letter.repeat(64)}`;
const fixture = readFileSync(join(__dirname, 'fixtures', 'classic.json'), 'utf8');
const provenance = JSON.stringify(JSON.parse(fixture)['buildx.build.provenance']);
const dockerfile = readFileSync(join(__dirname, 'fixtures', 'Dockerfile'), 'utf8');

const image: ImageIdentity = {
  digests: [digest('a'), digest('b')],
  times: ['2026-11-21T10:00:30.5Z', '2026-11-21T08:00:30.5Z'],
  platform: 'linux/amd64',
  layerCount: 11,
};

const slsa = 'https://slsa.dev/provenance/v0.2';
const config = 'application/vnd.docker.container.image.v1+json';
const manifest = 'application/vnd.docker.distribution.manifest.v2+json';
const made = (result: string) => ({
  Context: 'app',
  Dockerfile: 'docker/Dockerfile',
  Attachments: [
    { Digest: result, Type: config },
    { Digest: digest('f'), Type: slsa },
  ],
});

type Details = Readonly<Record<string, unknown>>;

interface World {
  /** `builder/node/id`, and the minute of the day that the build began in. */
  readonly began: Readonly<Record<string, number>>;
  /** What builders know, by `builder id`. */
  readonly records: Readonly<Record<string, Details>>;
  readonly blobs?: Readonly<Record<string, string>>;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** buildx's notes of builds. */
function buildxFolder(began: World['began']): string {
  const folder = mkdtempSync(join(tmpdir(), 'isg-buildx-'));
  folders.push(folder);
  for (const [path, minute] of Object.entries(began)) {
    const file = join(folder, 'refs', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '{}');
    utimesSync(file, new Date(), new Date(Date.UTC(2026, 10, 21, 0, minute)));
  }
  return folder;
}

/** `docker buildx history --builder NAME inspect …`, and the question of which build each call was. */
function fakeDocker({ records, blobs = {} }: Omit<World, 'began'>) {
  const asked: string[] = [];
  const answer = (args: readonly string[]): string | undefined => {
    const [buildx, history, flag, builder, inspect, ...rest] = args;
    expect([buildx, history, flag, inspect]).toEqual(['buildx', 'history', '--builder', 'inspect']);
    if (rest[0] === 'attachment') return { [digest('f')]: provenance, ...blobs }[rest[2] ?? ''];
    asked.push(`${builder} ${rest[2]}`);
    const details = records[`${builder} ${rest[2]}`];
    return details === undefined ? undefined : JSON.stringify(details);
  };
  const exec: Exec = async (_, args) => {
    const stdout = answer(args);
    return stdout === undefined
      ? { exitCode: 1, stdout: '', stderr: 'ERROR: no record found' }
      : { exitCode: 0, stdout, stderr: '' };
  };
  return { exec, asked };
}

function find(exec: Exec, began: World['began'], identity: ImageIdentity = image) {
  const said: string[] = [];
  const fail = () => {
    throw new Error('only debug messages are expected');
  };
  const log: Log = {
    ...{ info: fail, notice: fail, warning: fail, error: fail, group: fail, secret: fail },
    debug: (message) => void said.push(message),
  };
  const environment = { BUILDX_CONFIG: buildxFolder(began) };
  const options = { exec, log, environment, workingDirectory: '/home/me', buildx: byDocker };
  return { found: findEarlierBuild(identity, options), said };
}

/** One build, of which the engine's builder tells this. */
function findOne(details: Details, identity = image, blobs: World['blobs'] = {}) {
  const { exec } = fakeDocker({ records: { 'default one': details }, blobs });
  return find(exec, { 'default/default/one': 590 }, identity);
}

describe('findEarlierBuild', () => {
  it('reads what a build of this image was made of', async () => {
    const details = { ...made(digest('b')), Target: 'app', BuildArgs: [{ Name: 'A', Value: 'x=y' }, { Name: 'B' }] };
    const { found, said } = findOne(details);
    expect(await found).toMatchObject({
      target: 'app',
      buildArgs: ['A=x=y', 'B='],
      files: { context: '/home/me/app', file: '/home/me/app/docker/Dockerfile', isRemote: false },
      provenance: { dockerfile: { text: dockerfile } },
    });
    expect((await found)?.provenance.layers).toHaveLength(11);
    expect(said).toEqual([]);
  });

  it('asks about the builds before the image was named, those before it was made, then about the latest', async () => {
    const began = {
      ...{ 'own/own0/latest': 700, 'own/own0/later': 601, 'default/default/named': 599, 'own/own0/between': 500 },
      ...{ 'own/own1/made': 479, 'own/own0/earlier': 478, 'own/own0/earliest': 1 },
    };
    const { exec, asked } = fakeDocker({ records: { 'own between': made(digest('0')) } });
    const { found, said } = find(exec, began);
    expect(await found).toBeNull();
    expect(asked).toEqual(['default named', 'own between', 'own made', 'own earlier']);
    expect(said.at(-1)).toBe('No build that the builder remembers made this image.');
    const undated = { ...image, times: [] };
    const { exec: other, asked: latest } = fakeDocker({ records: { 'own later': made(digest('a')) } });
    expect(await find(other, began, undated).found).not.toBeNull();
    expect(latest).toEqual(['own latest', 'own later']);
  });

  it('asks about nothing that buildx has not named', async () => {
    const began = { '__group__/a/b': 500, '-x/node/id': 500, 'default/default/--debug': 500, 'default/alone': 500 };
    const { exec, asked } = fakeDocker({ records: {} });
    expect(await find(exec, began).found).toBeNull();
    expect(asked).toEqual([]);
  });

  const naming = (of: string) => ({ [digest('c')]: `{"config":{"digest":"${of}"}}` });
  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['ours', naming(digest('a')), true],
    ["another's", naming(digest('d')), false],
    ['not there', { [digest('c')]: '[]' }, false],
  ])('knows an image by the config that the manifest names: %s', async (_, blobs, isFound) => {
    const attachments = [
      { Digest: digest('c'), Type: manifest },
      { Digest: digest('f'), Type: slsa },
    ];
    const { found } = findOne({ Attachments: attachments }, image, blobs);
    expect((await found) !== null).toBe(isFound);
  });

  it.each<[string, string, readonly Readonly<Record<string, string>>[], boolean]>([
    [
      'the one of the platform',
      'linux/arm64/v8',
      [
        { Digest: digest('e'), Platform: 'linux/amd64' },
        { Digest: digest('f'), Platform: 'linux/arm64' },
      ],
      true,
    ],
    ['only one, of no platform', 'linux/arm64', [{ Digest: digest('f') }], true],
    ['only one, of another platform', 'linux/arm64', [{ Digest: digest('f'), Platform: 'linux/amd64' }], false],
    ['two that name none', 'linux/arm64', [{ Digest: digest('f') }, { Digest: digest('f') }], false],
    ['none', 'linux/arm64', [], false],
  ])('chooses the provenance: %s', async (_, platform, provenances, isFound) => {
    const Attachments = [{ Digest: digest('a'), Type: config }, ...provenances.map((of) => ({ ...of, Type: slsa }))];
    expect((await findOne({ Attachments }, { ...image, platform }).found) !== null).toBe(isFound);
  });

  it('believes no provenance for another number of layers', async () => {
    expect(await findOne(made(digest('a')), { ...image, layerCount: 10 }).found).toBeNull();
  });

  it('takes a repository that was built from by URL to be checked out here', async () => {
    const details = { ...made(digest('a')), Context: 'https://github.com/o/r.git#main' };
    expect(await findOne(details).found).toMatchObject({
      files: { context: '/home/me', file: '/home/me/docker/Dockerfile', isRemote: true },
    });
  });

  it.each<[string, Exec]>([
    ['docker is missing', async () => Promise.reject(new Error('spawn docker ENOENT'))],
    ['buildx knows no history', async () => ({ exitCode: 1, stdout: '', stderr: 'unknown command: buildx history' })],
    ['the answer is no JSON', async () => ({ exitCode: 0, stdout: 'what?', stderr: '' })],
    ['the answer is another', async () => ({ exitCode: 0, stdout: '[]', stderr: '' })],
  ])('only debugs where %s', async (_, exec) => {
    const { found, said } = find(exec, { 'default/default/one': 590 });
    expect(await found).toBeNull();
    expect(said).toHaveLength(2);
  });

  it('finds none where buildx has no notes', async () => {
    expect(await find(() => Promise.reject(new Error('not to be called')), {}).found).toBeNull();
  });

  it('does not wait for a builder that never answers', async () => {
    const controller = new AbortController();
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(controller.signal);
    const { found, said } = find(
      () => {
        controller.abort();
        return new Promise(() => {});
      },
      { 'default/default/one': 590 },
    );
    expect(await found).toBeNull();
    expect(said).toEqual([expect.stringContaining('did not answer in time')]);
    timeout.mockRestore();
  });
});
