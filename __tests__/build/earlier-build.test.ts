import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEarlierBuild } from '../../src/build/earlier-build.ts';
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

interface FakeRecord {
  readonly ref: string;
  /** Minutes of the day. */
  readonly at: number;
  readonly status?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

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

const time = (minutes: number, seconds: number) => new Date(Date.UTC(2026, 10, 21, 0, minutes, seconds)).toISOString();
const listed = ({ ref, at, status = 'Completed' }: FakeRecord) =>
  JSON.stringify({
    ref: `builder/node/${ref}`,
    status,
    created_at: time(at, 0),
    ...(status === 'Running' ? {} : { completed_at: time(at, 59) }),
  });

interface World {
  readonly driver?: string;
  readonly status?: string;
  /** By builder. */
  readonly records: Readonly<Record<string, readonly FakeRecord[]>>;
  readonly blobs?: Readonly<Record<string, string>>;
}

/** docker, as far as the history of builders goes. */
function fakeDocker({ driver = 'docker', status = 'running', records, blobs = {} }: World) {
  const calls: string[] = [];
  const answer = (args: readonly string[]): string | null => {
    const [, command = '', flag, builder = '', ...rest] = args;
    if (command === 'inspect') {
      const name = driver === 'docker' ? 'default' : 'own';
      return `Name:   ${name}\nDriver: ${driver}\n\nNodes:\nName:   ${name}0\nStatus: ${status}\n`;
    }
    if (flag !== '--builder' || command !== 'history') return null;
    const all = records[builder];
    if (rest[0] === 'ls') return all?.map(listed).join('\n') ?? null;
    if (rest[1] === 'attachment') return { [digest('f')]: provenance, ...blobs }[rest[3] ?? ''] ?? null;
    const details = all?.find(({ ref }) => ref === rest[3])?.details;
    return details === undefined ? null : JSON.stringify(details);
  };
  const exec: Exec = async (_, args) => {
    calls.push(args.join(' '));
    const stdout = answer(args);
    return stdout === null
      ? { exitCode: 1, stdout: '', stderr: 'ERROR: no such thing' }
      : { exitCode: 0, stdout, stderr: '' };
  };
  return { exec, calls };
}

function find(exec: Exec, identity: ImageIdentity = image) {
  const said: string[] = [];
  const fail = () => {
    throw new Error('only debug messages are expected');
  };
  const log: Log = {
    ...{ info: fail, notice: fail, warning: fail, error: fail, group: fail, secret: fail },
    debug: (message) => void said.push(message),
  };
  return { found: findEarlierBuild(identity, { exec, log, workingDirectory: '/work' }), said };
}

describe('findEarlierBuild', () => {
  it('reads what a build of this image was made of', async () => {
    const details = { ...made(digest('b')), Target: 'app', BuildArgs: [{ Name: 'A', Value: 'x=y' }, { Name: 'B' }] };
    const { exec } = fakeDocker({ records: { default: [{ ref: 'one', at: 600, details }] } });
    const { found, said } = find(exec);
    expect(await found).toMatchObject({
      target: 'app',
      buildArgs: ['A=x=y', 'B='],
      files: { context: '/work/app', file: '/work/app/docker/Dockerfile' },
      provenance: { dockerfile: { text: dockerfile } },
    });
    expect((await found)?.provenance.layers).toHaveLength(11);
    expect(said).toEqual([]);
  });

  it('asks for the builds that ran when the image was named, then when it was made, then for the latest', async () => {
    const details = made(digest('0'));
    const ats = { latest: 700, named: 600, between: 500, made: 480, early: 400, earlier: 300 };
    const records = Object.entries(ats).map(([ref, at]) => ({ ref, at, details }));
    const { exec, calls } = fakeDocker({ records: { default: records } });
    const { found, said } = find(exec);
    expect(await found).toBeNull();
    expect(calls.flatMap((call) => /format json (\w+)$/.exec(call)?.[1] ?? [])).toEqual([
      ...['named', 'made', 'latest', 'between'],
    ]);
    expect(said).toEqual(['No build in the history of the builder made this image.']);
  });

  it('takes no build that still runs or failed', async () => {
    const details = made(digest('a'));
    const { exec } = fakeDocker({
      records: {
        default: [
          { ref: 'one', at: 600, status: 'Running', details },
          { ref: 'two', at: 600, status: 'Error' },
        ],
      },
    });
    expect(await find(exec).found).toBeNull();
  });

  it.each<[string, string, Readonly<Record<string, string>>, boolean]>([
    ['a builder of its own', 'docker-container', { [digest('c')]: `{"config":{"digest":"${digest('a')}"}}` }, true],
    ['the engine itself', 'docker', { [digest('c')]: `{"config":{"digest":"${digest('a')}"}}` }, false],
    ['another config', 'docker-container', { [digest('c')]: `{"config":{"digest":"${digest('d')}"}}` }, false],
    ['no manifest', 'docker-container', { [digest('c')]: '[]' }, false],
  ])('knows an image by the config that the manifest names: %s', async (_, driver, blobs, isFound) => {
    const details = {
      ...made(digest('b')),
      Attachments: [
        { Digest: digest('c'), Type: manifest },
        { Digest: digest('f'), Type: slsa },
      ],
    };
    const records = [{ ref: 'one', at: 600, details }];
    const { exec } = fakeDocker({
      driver,
      blobs,
      records: { own: records, ...(driver === 'docker' ? { default: records } : { default: [] }) },
    });
    expect((await find(exec).found) !== null).toBe(isFound);
  });

  it("looks into the engine's own builder, too", async () => {
    const records = { own: [], default: [{ ref: 'one', at: 600, details: made(digest('a')) }] };
    expect(await find(fakeDocker({ driver: 'docker-container', records }).exec).found).not.toBeNull();
  });

  it('starts no builder', async () => {
    const records = { own: [{ ref: 'one', at: 600, details: made(digest('a')) }], default: [] };
    const { exec, calls } = fakeDocker({ driver: 'docker-container', status: 'stopped', records });
    expect(await find(exec).found).toBeNull();
    expect(calls.filter((call) => call.includes('own'))).toEqual([]);
  });

  it.each<[string, string, readonly Readonly<Record<string, string>>[], boolean]>([
    [
      'the one of the platform',
      'linux/arm64/v8',
      [
        { Digest: digest('f'), Platform: 'linux/arm64' },
        { Digest: digest('e'), Platform: 'linux/amd64' },
      ],
      true,
    ],
    ['only one, of no platform', 'linux/arm64', [{ Digest: digest('f') }], true],
    ['only one, of another platform', 'linux/arm64', [{ Digest: digest('f'), Platform: 'linux/amd64' }], false],
    ['two that name none', 'linux/arm64', [{ Digest: digest('f') }, { Digest: digest('f') }], false],
    ['none', 'linux/arm64', [], false],
  ])('chooses the provenance: %s', async (_, platform, provenances, isFound) => {
    const details = {
      Attachments: [{ Digest: digest('a'), Type: config }, ...provenances.map((of) => ({ ...of, Type: slsa }))],
    };
    const { exec } = fakeDocker({ records: { default: [{ ref: 'one', at: 600, details }] } });
    expect((await find(exec, { ...image, platform }).found) !== null).toBe(isFound);
  });

  it('believes no provenance for another number of layers', async () => {
    const { exec } = fakeDocker({ records: { default: [{ ref: 'one', at: 600, details: made(digest('a')) }] } });
    expect(await find(exec, { ...image, layerCount: 10 }).found).toBeNull();
  });

  it('knows no files of a build from elsewhere', async () => {
    const details = { ...made(digest('a')), Context: 'https://github.com/o/r.git#main' };
    const { exec } = fakeDocker({ records: { default: [{ ref: 'one', at: 600, details }] } });
    expect(await find(exec).found).toMatchObject({ files: null });
  });

  it.each<[string, Exec]>([
    ['docker is missing', async () => Promise.reject(new Error('spawn docker ENOENT'))],
    [
      'buildx knows no history',
      async () => ({ exitCode: 1, stdout: '', stderr: 'unknown command: docker buildx history' }),
    ],
    [
      'the answer is no JSON',
      async (_, args) => ({
        exitCode: 0,
        stdout: args[1] === 'inspect' ? 'Name: default\nDriver: docker\nStatus: running\n' : 'what?',
        stderr: '',
      }),
    ],
  ])('is silent where %s', async (_, exec) => {
    const { found, said } = find(exec);
    expect(await found).toBeNull();
    expect(said.length).toBeGreaterThan(0);
  });

  it('does not wait for a builder that never answers', async () => {
    jest.useFakeTimers({ advanceTimers: false });
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), milliseconds);
      return controller.signal;
    });
    const { found, said } = find(() => new Promise(() => {}));
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await found).toBeNull();
    expect(said).toEqual([expect.stringContaining('did not answer in time')]);
    timeout.mockRestore();
    jest.useRealTimers();
  });
});
