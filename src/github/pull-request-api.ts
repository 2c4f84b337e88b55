import type { getOctokit } from '@actions/github';
import { isTransient, readRequestFailure } from './request-failure.ts';
import { type Sleep, withRetries } from './retry.ts';

export type Octokit = ReturnType<typeof getOctokit>;

export interface ApiComment {
  readonly id: number;
  /** Null: the account is gone. */
  readonly author: string | null;
  readonly body: string;
  readonly url: string;
}

/** What the program asks of a forge about one pull request. Every call rejects as Octokit does, after its retries. */
export interface PullRequestApi {
  /** Login of whom the token belongs to; bots' end in `[bot]`. */
  login(): Promise<string>;
  /** The commit that is the tip of the pull request's branch now. */
  head(): Promise<string>;
  /** All comments, oldest first. */
  comments(): Promise<readonly ApiComment[]>;
  create(body: string): Promise<ApiComment>;
  update(id: number, body: string): Promise<ApiComment>;
  /** Gone already is done, too. */
  remove(id: number): Promise<void>;
  /**
   * The diffs of those of `files` that the pull request changes, by path: hunks, '' where the content is the same; null
   * where the forge does not tell.
   */
  patches(files: ReadonlySet<string>): Promise<ReadonlyMap<string, string | null>>;
}

export interface PullRequestTarget {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

export const timeoutMilliseconds = 30_000;
const actionsLogin = 'github-actions[bot]';

export function pullRequestApi(octokit: Octokit, target: PullRequestTarget, sleep: Sleep): PullRequestApi {
  const { owner, repo, number } = target;
  const attempt = <T>(call: (request: { signal: AbortSignal }) => Promise<T>) =>
    withRetries(() => call({ signal: AbortSignal.timeout(timeoutMilliseconds) }), sleep);

  return {
    async login() {
      try {
        const { data } = await attempt((request) => octokit.rest.users.getAuthenticated({ request }));
        return data.login;
      } catch (thrown) {
        const failure = readRequestFailure(thrown);
        // Installation tokens (GITHUB_TOKEN, GitHub Apps) may not ask by REST.
        if (failure === null || ![403, 404].includes(failure.status)) {
          throw thrown;
        }
        return await attempt((request) => installationLogin(octokit, request));
      }
    },

    async head() {
      const { data } = await attempt((request) =>
        octokit.rest.pulls.get({ owner, repo, pull_number: number, request }),
      );
      return data.head.sha;
    },

    async comments() {
      // Follows the Link header: Forgejo sends all at once, whatever `per_page` says.
      const found = await attempt((request) =>
        octokit.paginate(octokit.rest.issues.listComments, {
          owner,
          repo,
          issue_number: number,
          per_page: 100,
          request,
        }),
      );
      return found.map(apiComment).sort((one, other) => one.id - other.id);
    },

    async create(body) {
      const { data } = await attempt((request) =>
        octokit.rest.issues.createComment({ owner, repo, issue_number: number, body, request }),
      );
      return apiComment(data);
    },

    async update(id, body) {
      const { data } = await attempt((request) =>
        octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body, request }),
      );
      return apiComment(data);
    },

    async remove(id) {
      try {
        await attempt((request) => octokit.rest.issues.deleteComment({ owner, repo, comment_id: id, request }));
      } catch (thrown) {
        if (readRequestFailure(thrown)?.status !== 404) {
          throw thrown;
        }
      }
    },

    async patches(files) {
      let seen = 0;
      const found = await attempt((request) => {
        seen = 0;
        return octokit.paginate(
          octokit.rest.pulls.listFiles,
          { owner, repo, pull_number: number, per_page: pageSize, request },
          ({ data }, done) => {
            seen += data.length;
            if (seen >= maxFiles) done();
            // Most diffs are of no interest: they are not kept.
            return data.filter(({ filename }) => files.has(filename));
          },
        );
      });
      return patchesOf(found, files, seen >= maxFiles);
    },
  };
}

/** The API lists no more files of a pull request: https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
const maxFiles = 3000;
const pageSize = 100;

interface RawFile {
  readonly filename: string;
  readonly changes: number;
  /** Left out where there is none, and where it is large. */
  readonly patch?: string | undefined;
}

/** Of a list that was cut, what is not among it may have changed all the same. */
function patchesOf(found: readonly RawFile[], files: ReadonlySet<string>, isCut: boolean): Map<string, string | null> {
  const unknown = isCut ? [...files].map((file) => [file, null] as const) : [];
  const known = found.map(({ filename, changes, patch }) => [filename, patch ?? (changes === 0 ? '' : null)] as const);
  return new Map([...unknown, ...known]);
}

/** By GraphQL's `viewer`; the login of GITHUB_TOKEN where the server has no GraphQL or does not tell. */
async function installationLogin(octokit: Octokit, request: { signal: AbortSignal }): Promise<string> {
  try {
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('{ viewer { login } }', { request });
    return viewer.login.endsWith('[bot]') ? viewer.login : `${viewer.login}[bot]`;
  } catch (thrown) {
    const failure = readRequestFailure(thrown);
    if (failure !== null && isTransient(failure)) {
      throw thrown;
    }
    return actionsLogin;
  }
}

interface RawComment {
  readonly id: number;
  readonly user: { readonly login: string } | null;
  readonly body?: string | undefined;
  readonly html_url: string;
}

function apiComment({ id, user, body, html_url }: RawComment): ApiComment {
  return { id, author: user?.login ?? null, body: body ?? '', url: html_url };
}
