import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findCredential } from '../../src/baseline/credentials.ts';
import { openGit } from '../../src/baseline/git.ts';
import { gitStore } from '../../src/baseline/git-store.ts';
import { cloneHistory, firstToKnow, readHead, remoteHistory } from '../../src/baseline/history.ts';
import { findBaseline, type LookupSources } from '../../src/baseline/lookup.ts';
import { ownRepository } from '../../src/baseline/own-repository.ts';
import type { BaselineRequest } from '../../src/model/baseline-request.ts';
import { recordingExec } from '../support/exec.ts';
import { type GitServer, startGitServer } from '../support/git-server.ts';
import { plainDecoded, smallRecord } from '../support/records.ts';

/** The lookup on real clones of a real remote, as a job has them. */

jest.setTimeout(60_000);

const run = promisify(execFile);
const key = { image: 'app', platform: 'linux/amd64' };
const token = 'may-write';

let folder: string;
let server: GitServer;
let repository: string;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookup-'));
  server = await startGitServer({ users: [{ name: 'x-access-token', password: token, write: true }] });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  repository = randomUUID();
  origin = await server.createRepository(repository);
});

const identity = ['-c', 'user.name=somebody', '-c', 'user.email=somebody@example.com'];
const inOrigin = async (...args: string[]) =>
  (await run('git', ['--git-dir', origin, ...identity, ...args])).stdout.trim();

/** `count` commits in a row, of which the first has these parents, and the branch that points to the last; oldest first. */
async function commits(ref: string, count: number, ...parents: string[]): Promise<readonly string[]> {
  const [from, ...merged] = parents;
  const stream = Array.from({ length: count }, (_, at) => {
    const merges = at > 0 ? '' : merged.map((parent) => `merge ${parent}\n`).join('');
    const committer = `somebody <somebody@example.com> ${1_700_000_000 + at} +0000`;
    return `commit ${ref}\nmark :1\ncommitter ${committer}\ndata 36\n${randomUUID()}\n${merges}\nget-mark :1\n`;
  });
  const importing = run('git', ['--git-dir', origin, 'fast-import', '--quiet', '--force']);
  importing.child.stdin?.end(`reset ${ref}\n${from === undefined ? '' : `from ${from}\n`}\n${stream.join('')}`);
  return (await importing).stdout.trim().split('\n');
}

async function commit(ref: string, ...parents: string[]): Promise<string> {
  const [made = ''] = await commits(ref, 1, ...parents);
  return made;
}

/** A clone as actions/checkout makes it, without credentials in it. */
async function checkout(ref: string, depth: number | null = 1): Promise<string> {
  const directory = join(folder, randomUUID());
  const git = (...args: string[]) => run('git', ['-C', directory, ...args]);
  await run('git', ['init', '--quiet', directory]);
  await git('remote', 'add', 'origin', origin);
  const spec = depth === null ? ['+refs/heads/*:refs/remotes/origin/*', ref] : [`--depth=${depth}`, ref];
  await git('fetch', '--quiet', '--no-tags', depth === null ? origin : `file://${origin}`, ...spec);
  await git('checkout', '--quiet', '--detach', await inOrigin('rev-parse', ref));
  return directory;
}

const credentialFor = (password: string | null) =>
  findCredential(
    openGit({ exec: recordingExec().exec, at: { kind: 'clone', directory: folder } }),
    server.url(repository),
    password,
  );

async function sourcesOf(directory: string, password: string | null = token): Promise<LookupSources> {
  const { exec } = recordingExec();
  const clone = openGit({ exec, at: { kind: 'clone', directory } });
  const url = server.url(repository);
  const credential = await credentialFor(password);
  const own = ownRepository(exec, join(folder, randomUUID()), { url, credential });
  return {
    store: gitStore(own, () => Promise.resolve()),
    history: firstToKnow([cloneHistory(clone), remoteHistory(own)]),
    head: await readHead(clone),
  };
}

async function store(...stored: readonly (string | undefined)[]): Promise<void> {
  const { exec } = recordingExec();
  const credential = { headers: [], secrets: [] };
  const records = gitStore(ownRepository(exec, join(folder, randomUUID()), { url: origin, credential }));
  for (const made of stored) if (made !== undefined) await records.save(key, made, smallRecord(made));
}

async function look(directory: string, request: BaselineRequest, password: string | null = token) {
  const { baseline, notices } = await findBaseline(request, key, await sourcesOf(directory, password));
  return {
    kind: baseline.kind,
    commit: baseline.commit,
    distance: baseline.distance,
    reason: baseline.reason,
    notices,
  };
}

/** Depths that were asked of the server since `from`; one fetch may take several requests. */
const depthsSince = (from: number) =>
  server.requests
    .slice(from)
    .flatMap(({ depth }) => depth ?? [])
    .filter((depth, at, all) => depth !== all[at - 1]);

/** Everything that a fetch into a clone would leave behind. */
async function traces(directory: string): Promise<string> {
  const git = async (...args: string[]) => (await run('git', ['-C', directory, ...args])).stdout;
  const shallow = await readFile(join(directory, '.git', 'shallow'), 'utf8').catch(() => 'not shallow');
  const fetched = await readFile(join(directory, '.git', 'FETCH_HEAD'), 'utf8').catch(() => 'never fetched');
  const objects = await git('cat-file', '--batch-all-objects', '--batch-check');
  return [shallow, fetched, objects, await git('for-each-ref'), await git('config', '--local', '--list')].join('\n');
}

describe('a pull request that was built as its merge ref', () => {
  it('compares with the first parent of the merge, from a clone of one commit', async () => {
    const [fork = '', base] = await commits('refs/heads/main', 2);
    const head = await commit('refs/pull/1/head', fork);
    await commit('refs/pull/1/merge', base ?? '', head);
    await store(fork, base);
    const clone = await checkout('refs/pull/1/merge');
    expect(await look(clone, { kind: 'first-parent' })).toMatchObject({ kind: 'exact', commit: base, distance: 0 });
  });

  it('compares with the nearest ancestor while the base has no record yet', async () => {
    const main = await commits('refs/heads/main', 6);
    const head = await commit('refs/pull/1/head', main[0] ?? '');
    await commit('refs/pull/1/merge', main[5] ?? '', head);
    await store(main[0], main[2]);
    const clone = await checkout('refs/pull/1/merge');
    expect(await look(clone, { kind: 'first-parent' })).toMatchObject({
      kind: 'ancestor',
      commit: main[2],
      distance: 3,
      notices: [],
    });
  });

  it('passes over records off the first-parent line', async () => {
    const [root = '', left = ''] = await commits('refs/heads/main', 2);
    const topic = await commit('refs/heads/topic', root);
    const merged = await commit('refs/heads/main', left, topic);
    const head = await commit('refs/pull/1/head', merged);
    await commit('refs/pull/1/merge', merged, head);
    await store(topic, root);
    const clone = await checkout('refs/pull/1/merge');
    expect(await look(clone, { kind: 'first-parent' })).toMatchObject({ commit: root, distance: 2 });
  });
});

describe('a pull request that was built as its head', () => {
  it('compares with where it parted, though the base moved on', async () => {
    const main = await commits('refs/heads/main', 3);
    await commits('refs/pull/1/head', 2, main[2] ?? '');
    const moved = await commits('refs/heads/main', 4, main[2] ?? '');
    await store(main[2], ...moved);
    const clone = await checkout('refs/pull/1/head');
    expect(await look(clone, { kind: 'merge-base', ref: 'main' })).toMatchObject({ kind: 'exact', commit: main[2] });
  });

  it.each(['main', 'refs/heads/main', 'v1', 'commit'])(
    'takes a branch, a full ref, a tag and a commit: %s',
    async (name) => {
      const main = await commits('refs/heads/main', 2);
      await inOrigin('tag', '--annotate', '--message=one', 'v1', main[1] ?? '');
      await commit('refs/pull/1/head', main[1] ?? '');
      await store(main[1]);
      const ref = name === 'commit' ? (main[1] ?? '') : name;
      const clone = await checkout('refs/pull/1/head');
      expect(await look(clone, { kind: 'merge-base', ref })).toMatchObject({ commit: main[1] });
    },
  );

  it('reads from a whole clone without asking the remote', async () => {
    const main = await commits('refs/heads/main', 3);
    await commit('refs/heads/topic', main[1] ?? '');
    await store(main[0]);
    const clone = await checkout('refs/heads/topic', null);
    const before = server.requests.length;
    expect(await look(clone, { kind: 'merge-base', ref: 'main' })).toMatchObject({ commit: main[0], distance: 1 });
    expect(depthsSince(before)).toEqual([1]);
  });

  it('is not content with a far merge base where a nearer one was cut off', async () => {
    // main: root ── 10 commits up to parted ── 60 commits ── tip, which also merges an old topic that left at the root.
    const [root = ''] = await commits('refs/heads/main', 1);
    const before = await commits('refs/heads/main', 10, root);
    const parted = before.at(-1) ?? '';
    const after = await commits('refs/heads/main', 60, parted);
    const old = await commit('refs/heads/old', root);
    await commit('refs/heads/main', after.at(-1) ?? '', old);
    await commit('refs/pull/1/head', parted);
    await store(root, parted);
    const clone = await checkout('refs/pull/1/head');
    expect(await look(clone, { kind: 'merge-base', ref: 'main' })).toMatchObject({ commit: parted, distance: 0 });
  });

  it.each([
    ['a branch that is not there', 'gone'],
    ['an option', '--upload-pack=touch'],
    ['a refspec', 'main:refs/heads/other'],
  ])('has no baseline with %s as its base', async (_, ref) => {
    const main = await commits('refs/heads/main', 1);
    await commit('refs/pull/1/head', main[0] ?? '');
    await store(main[0]);
    const clone = await checkout('refs/pull/1/head');
    expect(await look(clone, { kind: 'merge-base', ref })).toMatchObject({ kind: 'none' });
  });

  it('has no baseline where nothing is in common', async () => {
    const main = await commits('refs/heads/main', 2);
    await commit('refs/pull/1/head');
    await store(main[1]);
    const clone = await checkout('refs/pull/1/head');
    expect(await look(clone, { kind: 'merge-base', ref: 'main' })).toMatchObject({
      kind: 'none',
      reason: expect.stringMatching(/^Where \w{7} and main parted is not known\.$/),
    });
  });
});

describe('a push', () => {
  it('compares with the nearest ancestor, never with itself', async () => {
    const main = await commits('refs/heads/main', 4);
    await store(main[0], main[3]);
    const clone = await checkout('refs/heads/main');
    const request = { kind: 'ancestor-of' as const, commit: main[3] ?? '' };
    expect(await look(clone, request)).toMatchObject({ kind: 'ancestor', commit: main[0], distance: 2 });
  });

  it('of the first commit has none', async () => {
    const [root = ''] = await commits('refs/heads/main', 1);
    await store(root);
    const clone = await checkout('refs/heads/main');
    expect(await look(clone, { kind: 'ancestor-of', commit: root })).toMatchObject({ kind: 'none' });
  });

  it('stores and loads in one run, after the history was read', async () => {
    const main = await commits('refs/heads/main', 4);
    await store(main[0]);
    const sources = await sourcesOf(await checkout('refs/heads/main'));
    const found = await findBaseline({ kind: 'ancestor-of', commit: main[3] ?? '' }, key, sources);
    const decoded = found.record === null ? null : plainDecoded({ kind: 'record', record: found.record });
    expect(decoded).toEqual({ kind: 'record', record: smallRecord(main[0] ?? '') });
    const before = server.requests.length;
    await sources.store.save(key, main[3] ?? '', smallRecord(main[3] ?? ''));
    // The advertisement and the pack: no missing tree is fetched for it.
    expect(server.requests.slice(before).every(({ service }) => service === 'git-receive-pack')).toBe(true);
    expect(await sources.store.load(key, main[3] ?? '')).toMatchObject({ kind: 'record' });
  });
});

describe('the remote is asked for no more than is needed', () => {
  it.each([
    ['the record alone, for an exact match', 0, [1]],
    ['50 commits', 40, [50, 1]],
    ['200 where 50 are not enough', 120, [50, 200, 1]],
    ['1000 where 200 are not enough', 600, [50, 200, 1000, 1]],
    ['and not beyond', 1100, [50, 200, 1000]],
  ])('%s', async (_, distance, depths) => {
    const main = await commits('refs/heads/main', 1200);
    await store(main[1199 - distance]);
    const clone = await checkout('refs/heads/main');
    const before = server.requests.length;
    const found = await look(clone, { kind: 'commit', commit: main[1199] ?? '' });
    expect(found.distance).toBe(distance < 1000 ? distance : null);
    expect(depthsSince(before)).toEqual(depths);
  });

  it('deepens for a merge base until it is found', async () => {
    const main = await commits('refs/heads/main', 150);
    await commit('refs/pull/1/head', main[0] ?? '');
    await store(main[0]);
    const clone = await checkout('refs/pull/1/head');
    const before = server.requests.length;
    expect(await look(clone, { kind: 'merge-base', ref: 'main' })).toMatchObject({ commit: main[0] });
    expect(depthsSince(before)).toEqual([50, 200, 1]);
  });

  it('answers several questions at once, each as if it were alone', async () => {
    const main = await commits('refs/heads/main', 150);
    const other = await commits('refs/heads/other', 3, main[100] ?? '');
    const head = await commit('refs/pull/1/head', main[0] ?? '');
    const { history } = await sourcesOf(await checkout('refs/pull/1/head'));
    const answers = await Promise.all(
      [
        history.mergeBase(head, 'main'),
        history.mergeBase(main[149] ?? '', 'other'),
        history.firstParents(main[149] ?? '', 120),
        history.mergeBase(other[2] ?? '', 'main'),
        history.mergeBase(head, 'main'),
        history.mergeBase(head, 'no:such'),
      ].map((answer) => answer.catch((error: Error) => error.message)),
    );
    expect(answers).toEqual([
      main[0],
      main[100],
      main.slice(30).toReversed(),
      main[100],
      main[0],
      '"no:such" is not the name of a branch, a tag or a commit.',
    ]);
  });

  it('fetches commits without their trees', async () => {
    const main = await commits('refs/heads/main', 3);
    const credential = await credentialFor(token);
    const own = ownRepository(recordingExec().exec, join(folder, randomUUID()), {
      url: server.url(repository),
      credential,
    });
    expect(await remoteHistory(own).firstParents(main[2] ?? '', 50)).toEqual([...main].reverse());
    const { directory } = own.part('history');
    const objects = await run('git', ['--git-dir', directory, 'cat-file', '--batch-all-objects', '--batch-check']);
    expect(objects.stdout).toMatch(/^(\w+ commit \d+\n){3}$/);
  });
});

describe("the user's clone", () => {
  it.each([
    ['of one commit', 1],
    ['of three commits', 3],
    ['of everything', null],
  ])('%s stays as it was', async (_, depth) => {
    const main = await commits('refs/heads/main', 80);
    await commit('refs/heads/topic', main[79] ?? '');
    await store(main[1]);
    const clone = await checkout('refs/heads/topic', depth);
    const before = await traces(clone);
    expect(await look(clone, { kind: 'merge-base', ref: 'main' })).toMatchObject({ commit: main[1], distance: 78 });
    expect(await look(clone, { kind: 'first-parent' })).toMatchObject({ commit: main[1], distance: 78 });
    expect(await traces(clone)).toBe(before);
  });
});

describe('a remote that does not let us in', () => {
  it.each([
    ['a wrong token', 'wrong'],
    ['no token', null],
  ])('%s: no baseline, and a notice that says what to do', async (_, password) => {
    const main = await commits('refs/heads/main', 2);
    await store(main[0]);
    const clone = await checkout('refs/heads/main');
    const found = await look(clone, { kind: 'first-parent' }, password);
    expect(found).toMatchObject({ kind: 'none', reason: expect.stringContaining('cannot be listed') });
    expect(found.notices).toEqual([expect.stringContaining('pass github-token')]);
  });
});
