import { type CommentDraft, commentTextLimit, publishComment } from '../../src/github/comment.ts';
import { parseMarker, withMarker } from '../../src/github/comment-marker.ts';
import { pullRequestApi } from '../../src/github/pull-request-api.ts';
import { type GitHubApi, type GitHubApiOptions, startGitHubApi } from '../support/github-api.ts';
import { importActionsGitHub } from '../support/octokit.ts';
import { grownImage, sampleCommit, sampleReport } from '../support/report-samples.ts';

const bot = 'github-actions[bot]';
const head = sampleCommit(1);
const pull = { number: 7, head: { sha: head, ref: 'feature' }, base: { sha: sampleCommit(2), ref: 'main' } };

let getOctokit: Awaited<ReturnType<typeof importActionsGitHub>>['getOctokit'];
let api: GitHubApi;
let slept: number[];

beforeAll(async () => {
  ({ getOctokit } = await importActionsGitHub());
});

async function start(options: Partial<GitHubApiOptions> = {}): Promise<void> {
  slept = [];
  api = await startGitHubApi({
    repository: 'octo/app',
    pulls: [pull],
    tokens: {
      writer: { kind: 'installation', login: bot, pullRequests: 'write' },
      reader: { kind: 'installation', login: bot, pullRequests: 'read' },
      app: { kind: 'installation', login: 'size-police[bot]', pullRequests: 'write' },
      person: { kind: 'user', login: 'mona', pullRequests: 'write' },
    },
    ...options,
  });
}

const client = (token = 'writer') =>
  pullRequestApi(
    getOctokit(token, { baseUrl: api.url }),
    { owner: 'octo', repo: 'app', number: 7 },
    async (milliseconds) => {
      slept.push(milliseconds);
    },
  );

const draft = (over: Partial<CommentDraft> = {}): CommentDraft => ({
  policy: 'always',
  report: sampleReport({ images: [grownImage()] }),
  text: '### grew by 200 B',
  key: 'default',
  head,
  run: { id: '42', attempt: 1 },
  fork: false,
  ...over,
});

const at = (created: string) => sampleReport({ created, images: [grownImage()] });
const commentWrites = () => api.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql');
const shown = () => api.comments(7).map(({ body }) => parseMarker(body)?.text ?? body);

const marked = (text: string, over: Partial<CommentDraft> & { measured?: string } = {}) => {
  const { key, head: tip, run } = draft(over);
  return withMarker({ text, marker: { key, head: tip, run, measured: over.measured ?? '2026-11-21T09:00:00.000Z' } });
};

describe('publishing a comment', () => {
  beforeEach(() => start());

  afterEach(async () => {
    expect(api.violations).toEqual([]);
    await api.close();
  });

  it('creates one where there is none', async () => {
    const result = await publishComment(client(), draft());
    const [created, ...more] = api.comments(7);
    expect(result).toEqual({
      kind: 'created',
      url: `https://github.com/octo/app/pull/7#issuecomment-${created?.id}`,
    });
    expect(more).toEqual([]);
    expect(created).toMatchObject({ login: bot, type: 'Bot' });
    expect(created?.body.split('\n')[0]).toBe('### grew by 200 B');
    expect(parseMarker(created?.body ?? '')?.marker).toEqual({
      key: 'default',
      head,
      run: { id: '42', attempt: 1 },
      measured: '2026-11-21T10:00:00.000Z',
    });
  });

  it('updates it in later runs: red, then green', async () => {
    await publishComment(client(), draft());
    const next = sampleCommit(3);
    api.setPull({ ...pull, head: { ...pull.head, sha: next } });
    const green = sampleReport({ created: '2026-11-21T11:00:00.000Z' });
    const result = await publishComment(
      client(),
      draft({ policy: 'on-change', report: green, text: 'no change', head: next }),
    );
    expect(result.kind).toBe('updated');
    expect(shown()).toEqual(['no change']);
  });

  it('writes nothing in a re-run that finds the same', async () => {
    await publishComment(client(), draft());
    const before = commentWrites().length;
    const again = draft({ run: { id: '42', attempt: 2 }, report: at('2026-11-21T12:00:00.000Z') });
    expect((await publishComment(client(), again)).kind).toBe('unchanged');
    expect(commentWrites()).toHaveLength(before);
    expect(api.comments(7)).toHaveLength(1);
  });

  it('finds its comment on the third page', async () => {
    for (let index = 0; index < 230; index += 1) {
      api.addComment(7, 'mona', `chatter ${index}`);
    }
    const own = api.addComment(7, bot, marked('old'), 'Bot');
    expect(await publishComment(client(), draft())).toEqual({
      kind: 'updated',
      url: `https://github.com/octo/app/pull/7#issuecomment-${own.id}`,
    });
    expect(api.requests.filter(({ query }) => query.includes('page=3'))).toHaveLength(1);
    expect(api.comments(7)).toHaveLength(231);
  });

  it('leaves another author with our marker alone, and text that quotes one', async () => {
    const foreign = api.addComment(7, 'mallory', marked('mine now'));
    const quote = api.addComment(7, bot, `${marked('quoted')}\nsaid somebody`, 'Bot');
    expect((await publishComment(client(), draft())).kind).toBe('created');
    expect(api.comments(7)).toHaveLength(3);
    expect(api.comments(7).slice(0, 2)).toEqual([foreign, quote]);
  });

  it('keeps a comment for each key', async () => {
    await publishComment(client(), draft({ key: 'amd64', text: 'for amd64' }));
    await publishComment(client(), draft({ key: 'arm64 --> <b>', text: 'for arm64' }));
    await publishComment(client(), draft({ key: 'arm64 --> <b>', text: 'for arm64, again' }));
    expect(shown()).toEqual(['for amd64', 'for arm64, again']);
  });

  it.each([2, 5])('leaves one comment, the oldest, where %d jobs create at once', async (jobs) => {
    // GraphQL is a POST too: a person's login is told by REST.
    api.meet('POST', jobs);
    const results = await Promise.all(
      Array.from({ length: jobs }, (_, job) => publishComment(client('person'), draft({ text: `of job ${job}` }))),
    );
    expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(jobs);
    expect(api.comments(7).map(({ id }) => id)).toEqual([1_001]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['created', ...Array(jobs - 1).fill('updated')]);
  });

  it.each([
    ['older', 'newer'],
    ['newer', 'older'],
  ])('lets the newer of two racing reports stand where the %s one created first', async (first, second) => {
    const race = (text: string) =>
      draft({ text, report: at(text === 'newer' ? '2026-11-21T10:05:00.000Z' : '2026-11-21T10:00:00.000Z') });
    const inTime = client('person');
    // The second job found no comment when it looked; the first one's is there when it has created its own.
    const late = {
      ...inTime,
      create: async (body: string) => {
        await publishComment(inTime, race(first));
        return inTime.create(body);
      },
    };
    await publishComment(late, race(second));
    expect(shown()).toEqual(['newer']);
    expect(api.comments(7).map(({ id }) => id)).toEqual([1_001]);
  });

  it('removes its own younger duplicates that an earlier run left', async () => {
    const oldest = api.addComment(7, bot, marked('old'), 'Bot');
    api.addComment(7, bot, marked('twin'), 'Bot');
    await publishComment(client(), draft({ text: 'new' }));
    expect(shown()).toEqual(['new']);
    expect(api.comments(7)[0]?.id).toBe(oldest.id);
  });

  const now = sampleCommit(3);
  it.each([
    ['an older head', { shown: now, ours: head, present: now, hours: [9, 10] }, 'skipped'],
    ['a newer head, measured before', { shown: head, ours: now, present: now, hours: [11, 10] }, 'updated'],
    ['an older run of the same head', { shown: now, ours: now, present: now, hours: [11, 10] }, 'skipped'],
    ['a newer run of the same head', { shown: now, ours: now, present: now, hours: [9, 10] }, 'updated'],
    [
      'an older run, both heads gone by',
      { shown: sampleCommit(4), ours: head, present: now, hours: [11, 10] },
      'skipped',
    ],
    [
      'a newer run, both heads gone by',
      { shown: sampleCommit(4), ours: head, present: now, hours: [9, 10] },
      'updated',
    ],
  ])('decides for %s', async (_, { shown: before, ours, present, hours }, kind) => {
    const [theirs, mine] = hours.map((hour) => `2026-11-21T${String(hour).padStart(2, '0')}:00:00.000Z`);
    api.setPull({ ...pull, head: { ...pull.head, sha: present } });
    api.addComment(7, bot, marked('before', { head: before, measured: theirs ?? '' }), 'Bot');
    const result = await publishComment(client(), draft({ head: ours, report: at(mine ?? ''), text: 'after' }));
    expect(result.kind).toBe(kind);
    expect(shown()).toEqual([kind === 'updated' ? 'after' : 'before']);
  });

  it('creates nothing for a head that is gone by', async () => {
    expect(await publishComment(client(), draft({ head: sampleCommit(4) }))).toEqual({
      kind: 'skipped',
      reason: `the pull request has moved on to ${head}`,
    });
    expect(api.comments(7)).toEqual([]);
  });

  it.each([
    ['mona', 'person'],
    ['size-police[bot]', 'app'],
  ])("knows %s's comments by the token's own identity", async (login, token) => {
    api.addComment(7, bot, marked('of the bot'), 'Bot');
    await publishComment(client(token), draft({ text: 'first' }));
    const again = draft({ text: 'second', report: at('2026-11-21T11:00:00.000Z') });
    expect((await publishComment(client(token), again)).kind).toBe('updated');
    expect(api.comments(7).map((comment) => [comment.login, parseMarker(comment.body)?.text])).toEqual([
      [bot, 'of the bot'],
      [login, 'second'],
    ]);
  });

  it('takes itself for github-actions[bot] where GraphQL does not tell', async () => {
    api.addComment(7, bot, marked('old'), 'Bot');
    api.fail({ path: /graphql/, status: 403, message: 'Resource not accessible by integration' });
    expect((await publishComment(client(), draft())).kind).toBe('updated');
  });

  it('finds an older comment by the author of the new one where nobody tells who it is', async () => {
    api.addComment(7, 'size-police[bot]', marked('old'), 'Bot');
    api.fail({ path: /graphql/, status: 403, message: 'Resource not accessible by integration' });
    expect((await publishComment(client('app'), draft({ text: 'new' }))).kind).toBe('updated');
    expect(shown()).toEqual(['new']);
  });

  it('writes nothing and asks nothing when comments are off', async () => {
    expect((await publishComment(client(), draft({ policy: 'never' }))).kind).toBe('skipped');
    expect(api.requests).toEqual([]);
  });

  it('creates nothing that the policy does not want', async () => {
    const quiet = draft({ policy: 'on-change', report: sampleReport() });
    expect(await publishComment(client(), quiet)).toEqual({
      kind: 'skipped',
      reason: 'nothing to report (comment: on-change)',
    });
    expect(commentWrites()).toEqual([]);
  });

  it('puts the longest text in one comment, and refuses a longer one', async () => {
    const key = 'k'.repeat(100);
    expect((await publishComment(client(), draft({ key, text: 'x'.repeat(commentTextLimit) }))).kind).toBe('created');
    const result = await publishComment(client(), draft({ key, text: 'x'.repeat(commentTextLimit + 1) }));
    expect(result).toEqual({
      kind: 'failed',
      notice: 'The comment was not written: its 64513 characters are too many.',
    });
  });

  describe('when the API refuses', () => {
    it.each([
      ['create', false, undefined],
      ['update', false, 'old'],
      ['create for a fork', true, undefined],
    ])('gives a notice of the missing permission: %s', async (_, fork, existing) => {
      if (existing !== undefined) {
        api.addComment(7, bot, marked(existing), 'Bot');
      }
      const result = await publishComment(client('reader'), draft({ fork }));
      expect(result).toEqual({
        kind: 'failed',
        notice:
          'The comment was not written: the API answered 403 "Resource not accessible by integration". ' +
          (fork
            ? 'Pull requests from forks get a token that may only read. '
            : 'The job needs the permission to comment, in the workflow: "permissions: pull-requests: write". ') +
          'The report is in the step summary, and the verdict is the same.',
      });
      expect(slept).toEqual([]);
    });

    it.each([
      [401, 'Bad credentials', 'Check the token that github-token gives.'],
      [403, 'Unable to create comment because issue is locked.', 'The conversation is locked.'],
      [404, 'Not Found', '"permissions: pull-requests: write"'],
      [422, 'Validation Failed', 'The report is in the step summary'],
    ])('gives a notice of %d %s', async (status, message, remedy) => {
      api.fail({ method: 'POST', path: /comments/, status, message });
      const result = await publishComment(client(), draft());
      expect(result).toEqual({ kind: 'failed', notice: expect.stringContaining(`${status} "${message}". `) });
      expect(result).toEqual({ kind: 'failed', notice: expect.stringContaining(remedy) });
    });

    it('keeps what the API says on one line', async () => {
      api.fail({ method: 'POST', path: /comments/, status: 422, message: `a\n::error::b\u202e${'c'.repeat(999)}` });
      const result = await publishComment(client(), draft());
      expect(result.kind === 'failed' && result.notice).toMatch(/^[^\n\u202e]{0,400}$/);
    });
  });

  describe('when the API stumbles', () => {
    it.each([
      ['a bad gateway', { status: 502 }, [1000]],
      ['an unavailable server that says when', { status: 503, headers: { 'retry-after': '7' } }, [7000]],
      [
        'a secondary rate limit',
        { status: 403, headers: { 'retry-after': '30' }, message: 'secondary limit' },
        [30_000],
      ],
      ['too many requests', { status: 429 }, [1000]],
      ['a connection that breaks off', { hangUp: true }, [1000]],
      ['three of them', { status: 500, times: 3 }, [1000, 3000, 9000]],
    ])('tries again after %s', async (_, mishap, waits) => {
      api.fail({ method: 'POST', path: /comments/, ...mishap });
      expect((await publishComment(client(), draft())).kind).toBe('created');
      expect(slept).toEqual(waits);
      expect(api.comments(7)).toHaveLength(1);
    });

    it.each([
      ['a server that stays down', { status: 502, times: 9 }, 3, 502],
      ['a limit that lasts', { status: 429, headers: { 'retry-after': '3600' } }, 0, 429],
      ['a spent rate limit', { status: 403, message: 'API rate limit exceeded' }, 0, 403],
    ])('gives up with a notice on %s', async (_, mishap, waits, status) => {
      api.fail({ method: 'POST', path: /comments/, ...mishap });
      const result = await publishComment(client(), draft());
      expect(result).toEqual({ kind: 'failed', notice: expect.stringContaining(`the API answered ${status} `) });
      expect(slept).toHaveLength(waits);
      expect(api.comments(7)).toEqual([]);
    });

    it('leaves one comment where a creation took effect and its answer was lost', async () => {
      api.fail({ method: 'POST', path: /comments/, status: 502, afterEffect: true });
      expect((await publishComment(client(), draft())).kind).toBe('unchanged');
      expect(api.comments(7).map(({ id }) => id)).toEqual([1_001]);
    });

    it('takes a server that is not there as a failure, too', async () => {
      const lonely = client();
      await api.close();
      expect(await publishComment(lonely, draft())).toEqual({ kind: 'failed', notice: expect.any(String) });
      expect(slept.length).toBeGreaterThanOrEqual(3);
    });
  });
});

describe('on Forgejo', () => {
  beforeEach(() => start({ forgejo: true }));
  afterEach(() => api.close());

  it('keeps one comment although lists are not paged and users have no type', async () => {
    for (let index = 0; index < 120; index += 1) {
      api.addComment(7, 'mona', `chatter ${index}`);
    }
    await publishComment(client('person'), draft({ text: 'first' }));
    const again = draft({ text: 'second', report: at('2026-11-21T11:00:00.000Z') });
    expect((await publishComment(client('person'), again)).kind).toBe('updated');
    expect(shown().slice(-2)).toEqual(['chatter 119', 'second']);
    expect(api.violations).toEqual([]);
  });
});
