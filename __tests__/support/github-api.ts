import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiDescription, loadApiDescription } from './openapi.ts';

/**
 * GitHub's API on loopback, as far as the program uses it: it keeps comments and pull requests, knows what each token
 * may do, and holds every request and every answer against GitHub's own description of the API. What does not fit is
 * kept in `violations`; a request that does not fit is answered 400.
 */

export interface PullRequest {
  readonly number: number;
  readonly head: {
    readonly sha: string;
    readonly ref: string /** Null: the fork was deleted. */;
    repo?: string | null;
  };
  readonly base: { readonly sha: string; readonly ref: string };
  /** What it changes; without a patch where that is large. */
  readonly files?: readonly { readonly filename: string; readonly changes: number; readonly patch?: string }[];
}

/** `installation`: GITHUB_TOKEN and tokens of GitHub Apps, which may not ask who they are by REST. */
export interface Token {
  readonly kind: 'installation' | 'user';
  readonly login: string;
  /** Of the permission `pull-requests`. */
  readonly pullRequests: 'write' | 'read';
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly login: string;
  readonly type: 'Bot' | 'User';
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Review {
  readonly id: number;
  readonly pull: number;
  readonly login: string;
  readonly body: string;
}

/** A comment on lines of a pull request's diff. */
export interface ReviewComment extends Review {
  readonly review: number;
  readonly path: string;
  readonly startLine: number | null;
  /** Null: outdated. */
  readonly line: number | null;
  readonly answers: number | null;
}

/** What a request shall meet instead of an answer, or on its way to one. */
export interface Mishap {
  readonly method?: string;
  readonly path?: RegExp;
  /** How many requests meet it; 1 unless told. */
  readonly times?: number;
  /** Answered with this status; without one the request goes its usual way. */
  readonly status?: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The request takes effect, and only its answer is lost. */
  readonly afterEffect?: boolean;
  readonly delayMs?: number;
  /** The connection breaks off. */
  readonly hangUp?: boolean;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly status: number;
}

export interface GitHubApi {
  /** What GITHUB_API_URL is to be. */
  readonly url: string;
  readonly violations: readonly string[];
  readonly requests: readonly SeenRequest[];
  /** Oldest first; of one issue or pull request, or all. */
  comments(issue?: number): readonly Comment[];
  /** Adds a comment as if written by somebody else. */
  addComment(issue: number, login: string, body: string, type?: 'Bot' | 'User'): Comment;
  setPull(pull: PullRequest): void;
  /** Oldest first. */
  reviews(): readonly Review[];
  reviewComments(): readonly ReviewComment[];
  /** Adds a comment on a line as if written by somebody else. */
  addReviewComment(comment: Partial<ReviewComment>): ReviewComment;
  /** Folds a comment, as GitHub does where its line changes. */
  outdate(id: number): void;
  /** Arranges a mishap for the next requests that it fits. */
  fail(mishap: Mishap): void;
  /** Holds requests of this method back until `count` of them are waiting. */
  meet(method: string, count: number): void;
  close(): Promise<void>;
}

export interface GitHubApiOptions {
  /** `owner/name`. */
  readonly repository: string;
  readonly pulls: readonly PullRequest[];
  readonly tokens: Readonly<Record<string, Token>>;
  /** As Forgejo does it: comments are not paged, users have no type, there is no GraphQL. */
  readonly forgejo?: boolean;
}

interface Call {
  readonly token: Token;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Route {
  readonly method: string;
  readonly template: string;
  readonly answer: (call: Call) => Answer;
}

const maxCommentLength = 65_536;
let described: ApiDescription | undefined;

export async function startGitHubApi(options: GitHubApiOptions): Promise<GitHubApi> {
  described ??= loadApiDescription();
  const api = described;
  const [owner = '', name = ''] = options.repository.split('/');
  const pulls = new Map(options.pulls.map((pull) => [pull.number, pull]));
  const mishaps: Mishap[] = [];
  const violations: string[] = [];
  const requests: SeenRequest[] = [];
  const meetings = new Map<string, { readonly count: number; waiting: (() => void)[] }>();
  let comments: Comment[] = [];
  let reviews: Review[] = [];
  let reviewComments: ReviewComment[] = [];
  let lastId = 1_000;
  let base = '';

  const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

  const store = (issue: number, login: string, type: Comment['type'], body: string): Comment => {
    lastId += 1;
    const comment = { id: lastId, issue, login, type, body, createdAt: now(), updatedAt: now() };
    comments = [...comments, comment];
    return comment;
  };

  const userObject = (login: string, type: Comment['type']) => {
    const example = api.example('issue-comment').user as Record<string, unknown>;
    const links = Object.entries(example).map(([key, value]) => [
      key,
      String(value).replaceAll('octocat', encodeURIComponent(login)),
    ]);
    const { type: _, ...withoutType } = {
      ...example,
      ...Object.fromEntries(links),
      login,
      id: login.length,
      site_admin: false,
    };
    return options.forgejo === true ? withoutType : { ...withoutType, type };
  };

  const commentObject = ({ id, issue, login, type, body, createdAt, updatedAt }: Comment) => ({
    ...api.example('issue-comment'),
    id,
    url: `${base}/repos/${owner}/${name}/issues/comments/${id}`,
    html_url: `https://github.com/${owner}/${name}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${base}/repos/${owner}/${name}/issues/${issue}`,
    user: userObject(login, type),
    body,
    created_at: createdAt,
    updated_at: updatedAt,
  });

  const repositoryObject = (example: unknown, fullName: string) => ({
    ...(example as Record<string, unknown>),
    full_name: fullName,
    name: fullName.split('/')[1],
  });

  const pullObject = (pull: PullRequest) => {
    const example = api.example('pull-request');
    const head = example.head as Record<string, unknown>;
    const target = example.base as Record<string, unknown>;
    const headRepository = pull.head.repo === undefined ? options.repository : pull.head.repo;
    return {
      ...example,
      // The example's team lacks a property that the description requires.
      requested_teams: [],
      number: pull.number,
      head: {
        ...head,
        ref: pull.head.ref,
        sha: pull.head.sha,
        repo: headRepository === null ? null : repositoryObject(head.repo, headRepository),
      },
      base: { ...target, ...pull.base, repo: repositoryObject(target.repo, options.repository) },
    };
  };

  const fileObject = ({ filename, changes, patch }: NonNullable<PullRequest['files']>[number]) => {
    const url = `https://github.com/${owner}/${name}/blob/main/${filename}`;
    const urls = { blob_url: url, raw_url: url, contents_url: url };
    const counts = { additions: changes, deletions: 0, changes };
    return {
      sha: 'c'.repeat(40),
      filename,
      status: 'modified',
      ...counts,
      ...urls,
      ...(patch === undefined ? {} : { patch }),
    };
  };

  const reviewObject = ({ id, pull, login, body }: Review) => ({
    ...api.example('pull-request-review'),
    id,
    user: userObject(login, 'Bot'),
    body,
    state: 'COMMENTED',
    html_url: `https://github.com/${owner}/${name}/pull/${pull}#pullrequestreview-${id}`,
  });

  const reviewCommentObject = ({ id, review, login, body, path, startLine, line, answers }: ReviewComment) => {
    const { in_reply_to_id: _, line: __, ...example } = api.example('pull-request-review-comment');
    return {
      ...example,
      ...(answers === null ? {} : { in_reply_to_id: answers }),
      id,
      pull_request_review_id: review,
      user: userObject(login, 'Bot'),
      body,
      path,
      start_line: startLine,
      // GitHub sends null there, which its description does not know.
      ...(line === null ? {} : { line }),
      side: 'RIGHT',
    };
  };

  interface Placed {
    readonly path: string;
    readonly body: string;
    readonly line: number;
    readonly start_line?: number;
  }

  /** Whether a comment's lines are those of one hunk, as GitHub wants them. */
  const isInDiff = (pull: PullRequest, { path, line, start_line: start = line }: Placed): boolean => {
    const patch = pull.files?.find(({ filename }) => filename === path)?.patch ?? '';
    return Array.from(patch.matchAll(/^@@ .*\+(\d+)(?:,(\d+))? @@/gm)).some(([, first, count = '1']) => {
      const [from, to] = [Number(first), Number(first) + Number(count) - 1];
      return from <= start && start <= line && line <= to;
    });
  };

  /** Keeps a review and its comments; refused where one of them is on no line of the diff. */
  const review = (call: Call, body: string, placed: readonly Placed[]): Review | Answer => {
    const pull = pulls.get(Number(call.path.pull_number));
    if (call.token.pullRequests !== 'write') return refused(call.token);
    if (pull === undefined) return notFound;
    if (!placed.every((each) => isInDiff(pull, each))) {
      return { status: 422, body: { ...error(422, 'Unprocessable Entity'), errors: ['Line could not be resolved'] } };
    }
    lastId += 1;
    const made = { id: lastId, pull: pull.number, login: call.token.login, body };
    reviews = [...reviews, made];
    for (const { path, body: text, line, start_line: startLine = null } of placed) {
      lastId += 1;
      const comment = { ...made, id: lastId, review: made.id, body: text, path, line, startLine, answers: null };
      reviewComments = [...reviewComments, comment];
    }
    return made;
  };

  const paged = (all: readonly unknown[], query: Call['query'], url: string): Answer => {
    const size = Math.min(Number(query.per_page ?? 30), 100);
    const page = Number(query.page ?? 1);
    return {
      status: 200,
      body: all.slice((page - 1) * size, page * size),
      headers: linkHeader(url, page, size, Math.ceil(all.length / size)),
    };
  };

  const refused = ({ kind }: Token): Answer => ({
    status: 403,
    body: error(403, `Resource not accessible by ${kind === 'installation' ? 'integration' : 'personal access token'}`),
  });

  /** The comment that a path names; the answer, where there is none or the token may not write. */
  const writable = (call: Call, change: (comment: Comment) => Answer): Answer => {
    if (call.token.pullRequests !== 'write') {
      return refused(call.token);
    }
    const comment = comments.find(({ id }) => id === Number(call.path.comment_id));
    return comment === undefined ? notFound : change(comment);
  };

  const commentBody = (call: Call) => (call.body as { body: string }).body;

  const routes: readonly Route[] = [
    {
      method: 'GET',
      template: '/user',
      answer: ({ token }) =>
        token.kind === 'installation'
          ? refused(token)
          : {
              status: 200,
              body: {
                ...(api.example('private-user-response-with-public-profile-information') as object),
                ...userObject(token.login, 'User'),
              },
            },
    },
    {
      method: 'GET',
      template: '/repos/{owner}/{repo}/pulls/{pull_number}',
      answer: ({ path }) => {
        const pull = pulls.get(Number(path.pull_number));
        return pull === undefined ? notFound : { status: 200, body: pullObject(pull) };
      },
    },
    {
      method: 'GET',
      template: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
      answer: ({ path, query }) => {
        const pull = pulls.get(Number(path.pull_number));
        const url = `${base}/repos/${owner}/${name}/pulls/${path.pull_number}/files`;
        return pull === undefined ? notFound : paged((pull.files ?? []).map(fileObject), query, url);
      },
    },
    {
      method: 'GET',
      template: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
      answer: ({ path, query }) => {
        const url = `${base}/repos/${owner}/${name}/pulls/${path.pull_number}/reviews`;
        return paged(reviews.map(reviewObject), query, url);
      },
    },
    {
      method: 'POST',
      template: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
      answer: (call) => {
        const { comments: placed } = call.body as { comments: readonly Placed[] };
        const made = review(call, commentBody(call), placed);
        return 'status' in made ? made : { status: 200, body: reviewObject(made) };
      },
    },
    {
      method: 'PUT',
      template: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}',
      answer: (call) => {
        const known = reviews.find(({ id }) => id === Number(call.path.review_id));
        if (known === undefined) return notFound;
        const updated = { ...known, body: commentBody(call) };
        reviews = reviews.map((each) => (each === known ? updated : each));
        return { status: 200, body: reviewObject(updated) };
      },
    },
    {
      method: 'GET',
      template: '/repos/{owner}/{repo}/pulls/{pull_number}/comments',
      answer: ({ path, query }) => {
        const url = `${base}/repos/${owner}/${name}/pulls/${path.pull_number}/comments`;
        return paged(reviewComments.map(reviewCommentObject), query, url);
      },
    },
    {
      method: 'POST',
      template: '/repos/{owner}/{repo}/pulls/{pull_number}/comments',
      answer: (call) => {
        const made = review(call, '', [call.body as Placed]);
        const comment = reviewComments.at(-1);
        if ('status' in made || comment === undefined) return 'status' in made ? made : notFound;
        return { status: 201, body: reviewCommentObject(comment), headers: { location: base } };
      },
    },
    {
      method: 'DELETE',
      template: '/repos/{owner}/{repo}/pulls/comments/{comment_id}',
      answer: (call) => {
        const id = Number(call.path.comment_id);
        if (!reviewComments.some((comment) => comment.id === id)) return notFound;
        reviewComments = reviewComments.filter((comment) => comment.id !== id);
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      template: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
      answer: ({ path, query }) => {
        const issue = Number(path.issue_number);
        const all = comments.filter((comment) => comment.issue === issue).map(commentObject);
        if (!pulls.has(issue)) {
          return notFound;
        }
        if (options.forgejo === true) {
          return { status: 200, body: all };
        }
        return paged(all, query, `${base}/repos/${owner}/${name}/issues/${issue}/comments`);
      },
    },
    {
      method: 'POST',
      template: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
      answer: (call) => {
        const issue = Number(call.path.issue_number);
        if (call.token.pullRequests !== 'write') {
          return refused(call.token);
        }
        if (!pulls.has(issue)) {
          return notFound;
        }
        if (commentBody(call).length > maxCommentLength) {
          return tooLong;
        }
        const type = call.token.kind === 'installation' ? 'Bot' : 'User';
        const created = commentObject(store(issue, call.token.login, type, commentBody(call)));
        return { status: 201, body: created, headers: { location: created.url } };
      },
    },
    {
      method: 'PATCH',
      template: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
      answer: (call) =>
        writable(call, (comment) => {
          if (commentBody(call).length > maxCommentLength) {
            return tooLong;
          }
          const updated = { ...comment, body: commentBody(call), updatedAt: now() };
          comments = comments.map((each) => (each.id === comment.id ? updated : each));
          return { status: 200, body: commentObject(updated) };
        }),
    },
    {
      method: 'DELETE',
      template: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
      answer: (call) =>
        writable(call, (comment) => {
          comments = comments.filter(({ id }) => id !== comment.id);
          return { status: 204 };
        }),
    },
  ];

  const judge = (found: string[]) => {
    violations.push(...found);
    return found.length === 0;
  };

  const route = (method: string, path: string) => {
    for (const candidate of routes) {
      const parts = candidate.method === method ? matchTemplate(candidate.template, path) : null;
      if (parts !== null) {
        return { ...candidate, path: parts };
      }
    }
    return null;
  };

  const ours = (path: Readonly<Record<string, string>>) =>
    path.owner === undefined || (path.owner === owner && path.repo === name);

  /** GraphQL is no part of the description: this one query of GitHub's public GraphQL schema is known here. */
  const graphql = (token: Token, body: unknown): Answer => {
    const query = (body as { query?: unknown } | undefined)?.query;
    if (typeof query !== 'string' || query.replace(/\s+/g, '') !== '{viewer{login}}') {
      violations.push(`POST /graphql: unknown query ${JSON.stringify(query)}`);
      return { status: 400, body: error(400, 'Problems parsing JSON') };
    }
    return { status: 200, body: { data: { viewer: { login: token.login } } } };
  };

  /** The answer to an operation of the description, both held against it. */
  const operate = (token: Token, method: string, url: URL, body: unknown): Answer => {
    const found = route(method, url.pathname);
    if (found === null) {
      violations.push(`${method} ${url.pathname}: not an operation that this server knows`);
      return notFound;
    }
    const query = Object.fromEntries(url.searchParams);
    if (!judge(api.checkRequest(method, found.template, { path: found.path, query, body }))) {
      return { status: 400, body: error(400, 'The request does not fit the description of the API') };
    }
    const made = ours(found.path) ? found.answer({ token, path: found.path, query, body }) : notFound;
    if (options.forgejo !== true) {
      judge(api.checkAnswer(method, found.template, made.status, made.body));
    }
    return made;
  };

  const answer = (request: IncomingMessage, url: URL, body: unknown): Answer => {
    const method = request.method ?? 'GET';
    if (request.headers['user-agent'] === undefined) {
      violations.push(`${method} ${url.pathname}: no User-Agent, which GitHub refuses`);
    }
    const secret = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = secret === undefined ? undefined : options.tokens[secret];
    if (token === undefined) {
      return { status: 401, body: error(401, secret === undefined ? 'Requires authentication' : 'Bad credentials') };
    }
    if (url.pathname === '/graphql') {
      return options.forgejo === true ? notFound : graphql(token, body);
    }
    return operate(token, method, url, body);
  };

  /** Takes the first mishap that fits off the list. */
  const nextMishap = (method: string, path: string): Mishap | null => {
    const at = mishaps.findIndex((each) => (each.method ?? method) === method && (each.path ?? /^/).test(path));
    const mishap = mishaps[at];
    if (mishap === undefined) {
      return null;
    }
    const left = (mishap.times ?? 1) - 1;
    mishaps.splice(at, 1, ...(left > 0 ? [{ ...mishap, times: left }] : []));
    return mishap;
  };

  const waitForOthers = async (method: string) => {
    const meeting = meetings.get(method);
    if (meeting === undefined) {
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    meeting.waiting.push(resolve);
    if (meeting.waiting.length === meeting.count) {
      meetings.delete(method);
      for (const go of meeting.waiting) {
        go();
      }
    }
    await promise;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', base);
    const method = request.method ?? 'GET';
    const body = await readJson(request);
    const mishap = nextMishap(method, url.pathname);
    await waitForOthers(method);
    if (mishap?.delayMs !== undefined) {
      await sleep(mishap.delayMs);
    }
    const struck = mishap?.status !== undefined || mishap?.hangUp === true;
    const usual = struck && mishap.afterEffect !== true ? null : answer(request, url, body);
    if (mishap?.hangUp === true) {
      request.socket.destroy();
      return;
    }
    const given =
      mishap?.status === undefined
        ? (usual ?? notFound)
        : {
            status: mishap.status,
            body: error(mishap.status, mishap.message ?? 'Server Error'),
            headers: mishap.headers,
          };
    requests.push({ method, path: url.pathname, query: url.search, body, status: given.status });
    response.writeHead(given.status, {
      ...(given.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      ...given.headers,
    });
    response.end(given.body === undefined ? undefined : JSON.stringify(given.body));
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((thrown: unknown) => {
      violations.push(`the server itself failed: ${String(thrown)}`);
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: base,
    violations,
    requests,
    comments: (issue) => comments.filter((comment) => issue === undefined || comment.issue === issue),
    addComment: (issue, login, body, type = 'User') => store(issue, login, type, body),
    reviews: () => reviews,
    reviewComments: () => reviewComments,
    addReviewComment(given) {
      lastId += 1;
      const none = { pull: 7, review: 1, body: '', path: 'Dockerfile', startLine: null, line: 1, answers: null };
      const comment = { ...none, login: 'mona', ...given, id: lastId };
      reviewComments = [...reviewComments, comment];
      return comment;
    },
    outdate(id) {
      reviewComments = reviewComments.map((each) => (each.id === id ? { ...each, line: null } : each));
    },
    setPull: (pull) => {
      pulls.set(pull.number, pull);
    },
    fail: (mishap) => {
      mishaps.push(mishap);
    },
    meet: (method, count) => {
      meetings.set(method, { count, waiting: [] });
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function error(status: number, message: string) {
  return { message, documentation_url: 'https://docs.github.com/rest', status: String(status) };
}

const notFound: Answer = { status: 404, body: error(404, 'Not Found') };

const tooLong: Answer = {
  status: 422,
  body: {
    ...error(422, 'Validation Failed'),
    errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message: 'Body is too long' }],
  },
};

function linkHeader(url: string, page: number, size: number, last: number): Record<string, string> {
  const link = (to: number, relation: string) => `<${url}?per_page=${size}&page=${to}>; rel="${relation}"`;
  const before = page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : [];
  const after = page < last ? [link(page + 1, 'next'), link(last, 'last')] : [];
  const links = [...before, ...after];
  return links.length === 0 ? {} : { link: links.join(', ') };
}

/** The values of a path's parameters; null where it is not this template's. */
function matchTemplate(template: string, path: string): Record<string, string> | null {
  const expected = template.split('/');
  const given = path.split('/').map(decodeURIComponent);
  const values: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = given[index];
    const parameter = /^\{(.+)\}$/.exec(part)?.[1];
    if (value === undefined || (parameter === undefined && value !== part)) {
      return null;
    }
    if (parameter !== undefined) {
      values[parameter] = value;
    }
  }
  return given.length === expected.length ? values : null;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}
