import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { runWorkflow, type WorkflowResult } from './act.ts';
import type { Engine } from './engines.ts';
import { type GitServer, startGitServer } from './git-server.ts';
import { type GitHubApi, type PullRequest, startGitHubApi } from './github-api.ts';

const run = promisify(execFile);

export const repository = 'acme/app';
export const tokens = { writer: 'token-that-may-write', reader: 'token-that-may-read' };

/** Files by path; null: taken away. */
export type Files = Readonly<Record<string, string | null>>;

export interface PullRequestBuild {
  readonly number: number;
  readonly head: string;
  /** The test merge of head into main, as GitHub makes it at refs/pull/N/merge. */
  readonly merge: string;
  readonly base: string;
}

export interface RunOptions {
  readonly token?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Does checkout leave its credentials in the clone? Default: yes. */
  readonly persistCredentials?: boolean;
}

/** A forge on loopback, git over HTTP and the API, with one repository and a runner to run its workflows. */
export interface Forge {
  readonly api: GitHubApi;
  readonly git: GitServer;
  /** Commits to `main`, or to a branch that starts there, and pushes; returns the commit. */
  commit(branch: string, files: Files): Promise<string>;
  /** Opens or updates a pull request of a branch. */
  pullRequest(number: number, branch: string): Promise<PullRequestBuild>;
  /** Runs the workflow for a push of `commit` to main. */
  push(commit: string, options?: RunOptions): Promise<WorkflowResult>;
  /** Runs it for a pull request; `checkout` names what is built: the test merge unless told. */
  gate(
    pull: PullRequestBuild,
    options?: RunOptions & { readonly checkout?: 'merge' | 'head' },
  ): Promise<WorkflowResult>;
  /** Runs it for any other event. */
  event(event: string, payload: object, commit: string, options?: RunOptions): Promise<WorkflowResult>;
  /** The refs of the stored baselines. */
  records(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function startForge(engine: Engine, defaults: Readonly<Record<string, string>>): Promise<Forge> {
  const root = await mkdtemp(join(tmpdir(), 'forge-'));
  const users = [
    { name: 'x-access-token', password: tokens.writer, write: true },
    { name: 'x-access-token', password: tokens.reader, write: false },
  ];
  const git = await startGitServer({ users });
  const bot = { kind: 'installation', login: 'github-actions[bot]' } as const;
  const api = await startGitHubApi({
    repository,
    pulls: [],
    tokens: {
      [tokens.writer]: { ...bot, pullRequests: 'write' },
      [tokens.reader]: { ...bot, pullRequests: 'read' },
    },
  });
  const remote = await git.createRepository(repository);
  const author = join(root, 'author');
  await mkdir(author);

  const inAuthor = async (...args: string[]): Promise<string> => {
    const identity = ['-c', 'user.name=author', '-c', 'user.email=author@example.com'];
    const { stdout } = await run('git', ['-C', author, ...identity, ...args]);
    return stdout.trim();
  };
  await inAuthor('init', '--quiet', '--initial-branch=main');
  await inAuthor('remote', 'add', 'origin', remote);

  /** What a pull request changes, as GitHub lists it: from where its branch began, without the head of each diff. */
  async function changedFiles(base: string, head: string): Promise<NonNullable<PullRequest['files']>> {
    const names = await inAuthor('diff', '--name-only', '--merge-base', base, head);
    const files = names.split('\n').filter((name) => name !== '');
    return await Promise.all(
      files.map(async (filename) => {
        const diff = await inAuthor('diff', '--merge-base', base, head, '--', filename);
        const patch = diff.slice(Math.max(0, diff.indexOf('\n@@')) + 1);
        return { filename, changes: patch.match(/^[-+]/gm)?.length ?? 0, patch };
      }),
    );
  }

  /** As actions/checkout does it: one commit deep, detached but for a push. */
  async function checkOut(commit: string, branch: string | null, options: RunOptions): Promise<string> {
    const clone = await mkdtemp(join(root, 'runner-'));
    const inClone = (...args: string[]) => run('git', ['-C', clone, ...args]);
    await inClone('init', '--quiet');
    await inClone('remote', 'add', 'origin', git.url(repository));
    // A ref, as checkout makes one: act copies files, and a repository with an empty refs/ is none.
    await inClone('fetch', '--quiet', '--depth=1', `file://${remote}`, `+${commit}:refs/remotes/origin/built`);
    await inClone('checkout', '--quiet', ...(branch === null ? ['--detach'] : ['-B', branch]), 'FETCH_HEAD');
    if (options.persistCredentials !== false) {
      const basic = Buffer.from(`x-access-token:${options.token ?? tokens.writer}`).toString('base64');
      await inClone(
        'config',
        `http.${new URL(git.url(repository)).origin}/.extraheader`,
        `AUTHORIZATION: basic ${basic}`,
      );
    }
    return clone;
  }

  async function runEvent(event: string, payload: object, clone: string, options: RunOptions): Promise<WorkflowResult> {
    return await runWorkflow({
      clone,
      event,
      payload: { repository: { full_name: repository, default_branch: 'main' }, ...payload },
      inputs: { ...defaults, ...options.inputs },
      token: options.token ?? tokens.writer,
      environment: {
        DOCKER_HOST: engine.host,
        GITHUB_SERVER_URL: new URL(git.url(repository)).origin,
        GITHUB_API_URL: api.url,
        GITHUB_REPOSITORY: repository,
      },
    });
  }

  return {
    api,
    git,
    async commit(branch, files) {
      const exists = await inAuthor('rev-parse', '--verify', '--quiet', branch).catch(() => '');
      if (exists !== '') await inAuthor('checkout', '--quiet', branch);
      else if (branch !== 'main') await inAuthor('checkout', '--quiet', '-b', branch, 'main');
      for (const [path, text] of Object.entries(files)) {
        const at = join(author, path);
        if (text === null) await rm(at);
        else {
          await mkdir(dirname(at), { recursive: true });
          await writeFile(at, text);
        }
      }
      await inAuthor('add', '--all');
      await inAuthor('commit', '--quiet', '--allow-empty', '--message', `Change ${Object.keys(files).join(', ')}`);
      await inAuthor('push', '--quiet', 'origin', branch);
      return await inAuthor('rev-parse', 'HEAD');
    },
    async pullRequest(number, branch) {
      const [head, base] = [await inAuthor('rev-parse', branch), await inAuthor('rev-parse', 'main')];
      await inAuthor('checkout', '--quiet', '--detach', 'main');
      await inAuthor('merge', '--quiet', '--no-ff', '--message', `Merge ${head} into ${base}`, branch);
      const merge = await inAuthor('rev-parse', 'HEAD');
      await inAuthor(
        'push',
        '--quiet',
        '--force',
        'origin',
        `${merge}:refs/pull/${number}/merge`,
        `${head}:refs/pull/${number}/head`,
      );
      const files = await changedFiles(base, head);
      api.setPull({
        number,
        head: { sha: head, ref: branch, repo: repository },
        base: { sha: base, ref: 'main' },
        files,
      });
      return { number, head, merge, base };
    },
    async push(commit, options = {}) {
      const payload = { ref: 'refs/heads/main', after: commit };
      return await runEvent('push', payload, await checkOut(commit, 'main', options), options);
    },
    async gate(pull, options = {}) {
      const built = options.checkout === 'head' ? pull.head : pull.merge;
      const repo = { full_name: repository };
      const payload = {
        action: 'synchronize',
        number: pull.number,
        pull_request: {
          number: pull.number,
          head: { sha: pull.head, ref: 'feature', repo },
          base: { sha: pull.base, ref: 'main', repo },
        },
      };
      return await runEvent('pull_request', payload, await checkOut(built, null, options), options);
    },
    async event(event, payload, commit, options = {}) {
      return await runEvent(event, payload, await checkOut(commit, null, options), options);
    },
    async records() {
      const { stdout } = await run('git', ['-C', remote, 'for-each-ref', '--format=%(refname)', 'refs/image-size/']);
      return stdout.split('\n').filter((line) => line !== '');
    },
    async close() {
      await Promise.all([git.close(), api.close()]);
      await rm(root, { recursive: true, force: true });
    },
  };
}
