import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Credential, findCredential } from '../../src/baseline/credentials.ts';
import { openGit } from '../../src/baseline/git.ts';
import { gitStore } from '../../src/baseline/git-store.ts';
import { ownRepository } from '../../src/baseline/own-repository.ts';
import { refPrefix } from '../../src/baseline/ref.ts';
import type { BaselineStore } from '../../src/baseline/store.ts';
import { UserError } from '../../src/errors.ts';
import { recordingExec } from '../support/exec.ts';
import { type GitAnswer, type GitRequest, type GitServer, startGitServer } from '../support/git-server.ts';
import { digestOf } from '../support/measurements.ts';
import { fileEntry, indexOf, plainDecoded, recordOf, smallRecord } from '../support/records.ts';

/** Every store, over the real thing that it stands on. */

const run = promisify(execFile);
const key = { image: 'Group/app', platform: 'linux/amd64' };
const id = (number: number) => number.toString(16).padStart(40, '0');
const users = [
  { name: 'x-access-token', password: 'may-write', write: true },
  { name: 'x-access-token', password: 'may-read', write: false },
];
/** Shorter than the real one, and spread like it. */
const shortPause = () => new Promise<void>((resolve) => setTimeout(resolve, 200 * Math.random()));

jest.setTimeout(60_000);

let folder: string;
let server: GitServer;
let intercept: (request: GitRequest) => GitAnswer | null = () => null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stores-'));
  server = await startGitServer({ users, anonymousRead: true, intercept: (request) => intercept(request) });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

afterEach(() => {
  intercept = () => null;
});

/** A folder of its own for each writer, as each job has. */
const freshFolder = () => join(folder, randomUUID());

const credentialOf = (token: string | null, url: string): Promise<Credential> =>
  findCredential(openGit({ exec: recordingExec().exec, at: { kind: 'clone', directory: folder } }), url, token);

const storeAt = (url: string, credential: Credential, { exec } = recordingExec()): BaselineStore =>
  gitStore(ownRepository(exec, freshFolder(), { url, credential }), shortPause);

const openStore = async (url: string, token: string | null = 'may-write', recording = recordingExec()) =>
  storeAt(url, await credentialOf(token, url), recording);

/** What `work` is refused with, as the user reads it. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error(`expected a UserError, not ${String(error)}`);
  return `${error.message} ${error.hint}`;
}

type Opener = () => Promise<() => BaselineStore>;
const stores: readonly [name: string, open: Opener][] = [
  [
    'git over HTTP',
    async () => {
      const repository = randomUUID();
      await server.createRepository(repository);
      const url = server.url(repository);
      const credential = await credentialOf('may-write', url);
      return () => storeAt(url, credential);
    },
  ],
  [
    'git in the local repository',
    async () => {
      const directory = freshFolder();
      await run('git', ['init', '--quiet', directory]);
      return () => storeAt(directory, { headers: [], secrets: [] });
    },
  ],
];

describe.each(stores)('a store: %s', (_, opener) => {
  let open: () => BaselineStore;
  beforeEach(async () => {
    open = await opener();
  });

  it('is empty at first', async () => {
    const store = open();
    expect(await store.list(key)).toEqual(new Set());
    expect(await store.load(key, id(1))).toBeNull();
  });

  it('gives back, to anyone, what was saved', async () => {
    const indexes = [
      indexOf(digestOf('base'), [fileEntry('etc/passwd', 3), fileEntry('caf\u00e9\u0000\n', 2 ** 40)]),
      indexOf(digestOf('empty'), []),
    ];
    const marks = { tarBytes: Float64Array.of(1024, 2 ** 40), blobBytes: Float64Array.of(500, 2 ** 33) };
    const record = recordOf(id(1), indexes, [marks]);
    await open().save(key, id(1), record);
    expect(plainDecoded(await open().load(key, id(1)))).toEqual({ kind: 'record', record });
    expect(await open().list(key)).toEqual(new Set([id(1)]));
  });

  it('keeps images and platforms apart', async () => {
    const store = open();
    const others = [
      { ...key, image: 'group/app' },
      { ...key, platform: 'linux/arm64' },
      { ...key, image: 'x/Group/app' },
    ];
    for (const [at, other] of others.entries()) await store.save(other, id(at), smallRecord(id(at)));
    expect(await store.list(key)).toEqual(new Set());
    for (const [at, other] of others.entries()) expect(await store.list(other)).toEqual(new Set([id(at)]));
  });

  it('takes a second record of a commit in place of the first', async () => {
    const store = open();
    await store.save(key, id(1), smallRecord(id(1), 'first'));
    const second = smallRecord(id(1), 'second');
    await open().save(key, id(1), second);
    expect(plainDecoded(await store.load(key, id(1)))).toEqual({ kind: 'record', record: second });
    expect(plainDecoded(await open().load(key, id(1)))).toEqual({ kind: 'record', record: second });
  });

  it('removes records, and passes over those that are not there', async () => {
    const store = open();
    for (const number of [1, 2, 3]) await store.save(key, id(number), smallRecord(id(number)));
    await store.remove(key, [id(1), id(3), id(9)]);
    expect(await store.list(key)).toEqual(new Set([id(2)]));
    expect(await open().load(key, id(1))).toBeNull();
    await store.remove(key, [id(1)]);
  });

  it('loses nothing of 50 writers at once', async () => {
    const writers = Array.from({ length: 50 }, open);
    await Promise.all(writers.map((store, number) => store.save(key, id(number), smallRecord(id(number)))));
    expect((await open().list(key)).size).toBe(50);
    expect(plainDecoded(await open().load(key, id(31)))).toEqual({
      kind: 'record',
      record: smallRecord(id(31)),
    });
  });

  it('refuses none of several that write one commit', async () => {
    const writers = Array.from({ length: 8 }, open);
    const record = (number: number) => smallRecord(id(1), `writer ${number}`);
    await Promise.all(writers.map((store, number) => store.save(key, id(1), record(number))));
    const loaded = await open().load(key, id(1));
    expect(writers.map((_, number) => ({ kind: 'record', record: record(number) }))).toContainEqual(
      plainDecoded(loaded),
    );
  });
});

describe('the git store', () => {
  let repository: string;
  beforeEach(async () => {
    repository = randomUUID();
    await server.createRepository(repository);
  });

  const serverGit = async (...args: string[]) =>
    (await run('git', ['--git-dir', server.path(repository), ...args])).stdout.trim();

  it('leaves commits without parents, the same for the same record', async () => {
    const stores = [await openStore(server.url(repository)), await openStore(server.url(repository))];
    for (const store of stores) await store.save(key, id(1), smallRecord(id(1)));
    const ref = `${refPrefix(key)}/${id(1)}`;
    const commit = await serverGit('cat-file', 'commit', ref);
    expect(commit).not.toMatch(/^parent /m);
    expect(commit).toMatch(/^author image-size-gate <\S+> 1793491200 \+0000$/m);
    expect(await serverGit('for-each-ref', '--format=%(refname)')).toBe(ref);
    expect(await serverGit('rev-list', '--all', '--count')).toBe('1');
    expect(await serverGit('ls-tree', '-r', '--name-only', ref)).toMatch(/^layers\/[0-9a-f]{64}\nmeasurement\.json$/);
  });

  it('has the server keep the index of a layer once', async () => {
    const shared = indexOf(digestOf('base'), [fileEntry('etc/os-release', 7)]);
    for (const number of [1, 2]) {
      const own = indexOf(digestOf(`own ${number}`), [fileEntry('srv/app', number)]);
      // Other blobs of it: each engine compresses anew.
      const marks = { tarBytes: Float64Array.of(1024), blobBytes: Float64Array.of(number) };
      const record = recordOf(id(number), [shared, own], [marks]);
      await (await openStore(server.url(repository))).save(key, id(number), record);
    }
    const blobs = async (number: number) =>
      (await serverGit('ls-tree', '-r', '--object-only', `${refPrefix(key)}/${id(number)}`)).split('\n');
    const [first, second] = [await blobs(1), await blobs(2)];
    expect(first.filter((blob) => second.includes(blob))).toHaveLength(1);
  });

  it('has no secret on a command line, in a file or in an error', async () => {
    const recording = recordingExec();
    const token = 'may-read';
    const store = await openStore(server.url(repository), token, recording);
    const message = await refusal(store.save(key, id(1), smallRecord(id(1))));
    const encoded = Buffer.from(`x-access-token:${token}`).toString('base64');
    for (const secret of [token, encoded]) {
      expect(message).not.toContain(secret);
      expect(recording.calls.flatMap(({ args }) => args).join(' ')).not.toContain(secret);
      await expect(run('grep', ['-r', '--fixed-strings', secret, folder])).rejects.toMatchObject({ code: 1 });
    }
  });

  it('names the permission where it may only read', async () => {
    const store = await openStore(server.url(repository), 'may-read');
    expect(await store.list(key)).toEqual(new Set());
    const message = await refusal(store.save(key, id(1), smallRecord(id(1))));
    expect(message).toContain(`cannot be stored in ${server.url(repository)}`);
    expect(message).toContain('Write access to repository not granted.');
    expect(message).toContain('permissions: contents: write');
  });

  it.each([
    ['a wrong token', 'wrong'],
    ['a push by nobody', null],
  ])('says what is missing: %s', async (_, token) => {
    const store = await openStore(server.url(repository), token);
    const message = await refusal(store.save(key, id(1), smallRecord(id(1))));
    expect(message).toContain('asks for a valid token: pass github-token');
  });

  it('says that a repository is not there', async () => {
    const store = await openStore(server.url('no-such'));
    expect(await refusal(store.list(key))).toMatch(/no-such\.git.* not found.*Check the repository's address/);
  });

  it('says that nobody answers', async () => {
    const store = await openStore('http://127.0.0.1:1/no.git');
    expect(await refusal(store.list(key))).toMatch(/Failed to connect.*Check the network/);
  });

  it('tries again when the server stumbles', async () => {
    let stumbles = 3;
    intercept = () => (stumbles-- > 0 ? { status: 503, body: 'later' } : null);
    const store = await openStore(server.url(repository));
    await store.save(key, id(1), smallRecord(id(1)));
    stumbles = 2;
    expect(await store.list(key)).toEqual(new Set([id(1)]));
  });

  it('does not try again what is refused for good', async () => {
    const before = server.requests.length;
    await refusal((await openStore(server.url(repository), 'may-read')).save(key, id(1), smallRecord(id(1))));
    expect(server.requests.length - before).toBe(1);
  });

  it.each([
    ['a file', ['hash-object', '-w', '--stdin'], 'its ref holds something else than a record'],
    ['an empty commit', ['commit-tree', '4b825dc642cb6eb9a060e54bf8d69288fbee4904'], 'it has no measurement.json'],
  ])('cannot read a ref that holds %s', async (_, command, reason) => {
    await serverGit('config', 'user.name', 'somebody');
    await serverGit('config', 'user.email', 'somebody@example.com');
    await serverGit('hash-object', '-t', 'tree', '-w', '/dev/null');
    const writing = run('git', ['--git-dir', server.path(repository), ...command]);
    writing.child.stdin?.end('text');
    await serverGit('update-ref', `${refPrefix(key)}/${id(1)}`, (await writing).stdout.trim());
    const loaded = await (await openStore(server.url(repository))).load(key, id(1));
    expect(loaded).toEqual({ kind: 'unreadable', reason });
  });

  it('is not led astray by the git environment around it', async () => {
    const elsewhere = freshFolder();
    await run('git', ['init', '--quiet', '--bare', elsewhere]);
    const around = { GIT_DIR: elsewhere, GIT_INDEX_FILE: join(elsewhere, 'index'), GIT_NAMESPACE: 'other' };
    Object.assign(process.env, around);
    try {
      const store = await openStore(server.url(repository));
      await store.save(key, id(1), smallRecord(id(1)));
      expect(await store.list(key)).toEqual(new Set([id(1)]));
    } finally {
      for (const name of Object.keys(around)) delete process.env[name];
    }
    expect((await run('git', ['--git-dir', elsewhere, 'count-objects'])).stdout).toMatch(/^0 objects/);
  });
});

describe('the credential', () => {
  let clone: string;
  let url: string;
  beforeEach(async () => {
    clone = freshFolder();
    const repository = randomUUID();
    await server.createRepository(repository);
    url = server.url(repository);
    await run('git', ['init', '--quiet', clone]);
  });

  const ask = (token: string | null, remote = url) =>
    findCredential(openGit({ exec: recordingExec().exec, at: { kind: 'clone', directory: clone } }), remote, token);
  const header = (token: string) => `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const origin = () => `${new URL(url).origin}/`;

  it('is what checkout left in the clone', async () => {
    await run('git', ['-C', clone, 'config', `http.${origin()}.extraheader`, header('may-write')]);
    const credential = await ask('another');
    expect(credential.headers).toEqual([header('may-write')]);
    expect(credential.secrets).toEqual(expect.arrayContaining(['may-write', 'another']));
  });

  it('is what checkout left in a file that the clone includes', async () => {
    const file = join(folder, `${randomUUID()}.config`);
    await run('git', ['config', '--file', file, `http.${origin()}.extraheader`, header('may-write')]);
    await run('git', ['-C', clone, 'config', `includeIf.gitdir:${clone}/.git.path`, file]);
    expect((await ask(null)).headers).toEqual([header('may-write')]);
  });

  it('is the token where checkout left none (persist-credentials: false)', async () => {
    const credential = await ask('may-write');
    const store = storeAt(url, credential);
    await store.save(key, id(1), smallRecord(id(1)));
    expect(await store.list(key)).toEqual(new Set([id(1)]));
  });

  it('is the token beside a header that opens nothing', async () => {
    await run('git', ['-C', clone, 'config', `http.${origin()}.extraheader`, 'X-Trace: 1']);
    expect((await ask('may-write')).headers).toEqual(['X-Trace: 1', expect.stringMatching(/^Authorization: basic /)]);
  });

  it("is none for another server's, and none for a folder", async () => {
    await run('git', ['-C', clone, 'config', 'http.https://example.com/.extraheader', header('may-write')]);
    expect((await ask(null)).headers).toEqual([]);
    expect((await ask('may-write', clone)).headers).toEqual([]);
  });

  it('is sent once, whatever the global configuration adds', async () => {
    const global = join(folder, `${randomUUID()}.gitconfig`);
    await run('git', ['config', '--file', global, `http.${origin()}.extraheader`, header('stale')]);
    process.env.GIT_CONFIG_GLOBAL = global;
    try {
      const store = storeAt(url, { headers: [header('may-write')], secrets: [] });
      await store.save(key, id(1), smallRecord(id(1)));
      expect(await store.list(key)).toEqual(new Set([id(1)]));
    } finally {
      delete process.env.GIT_CONFIG_GLOBAL;
    }
  });
});
