import { UserError } from '../../src/errors.ts';
import { type ContextSources, readContext } from '../../src/github/context.ts';

const [sha, head, base, other, own] = ['1', '2', '3', '4', '5'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
  string,
  string,
];

const pullRequest = (over: { head?: unknown; base?: unknown } = {}) => ({
  pull_request: {
    number: 7,
    head: { sha: head, ref: 'feature', repo: { full_name: 'octo/app' }, ...(over.head as object) },
    base: { sha: base, ref: 'main', repo: { full_name: 'octo/app' }, ...(over.base as object) },
  },
});

const merge = { head: sha, parents: [base, head] };

function read(event: string, over: Partial<ContextSources> & { env?: Record<string, string> } = {}) {
  const { env, ...sources } = over;
  return readContext({
    environment: {
      GITHUB_EVENT_NAME: event,
      GITHUB_SHA: sha,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REPOSITORY: 'octo/app',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'https://api.github.com',
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_ATTEMPT: '2',
      ...env,
    },
    payload: {},
    checkout: { head: sha, parents: [base] },
    baseRef: null,
    ...sources,
  });
}

function thrownBy(call: () => unknown): UserError {
  try {
    call();
  } catch (thrown) {
    if (thrown instanceof UserError) {
      return thrown;
    }
  }
  throw new Error('No UserError was thrown.');
}

describe('what a push is for', () => {
  it.each([
    ['HEAD', {}, sha, { kind: 'ancestor-of', commit: sha }],
    ['what is checked out', { checkout: { head: other, parents: [] } }, other, { kind: 'ancestor-of', commit: other }],
    ['GITHUB_SHA where nothing is checked out', { checkout: null }, sha, { kind: 'ancestor-of', commit: sha }],
    ['HEAD against base-ref', { baseRef: 'develop' }, sha, { kind: 'merge-base', ref: 'develop' }],
    ['the base-ref itself', { baseRef: 'main' }, sha, { kind: 'ancestor-of', commit: sha }],
    ['the base-ref itself, in full', { baseRef: 'refs/heads/main' }, sha, { kind: 'ancestor-of', commit: sha }],
  ])('records %s', (_, over, commit, baseline) => {
    expect(read('push', over).occasion).toEqual({ kind: 'record', commit, baseline });
  });

  it('says so where no commit is known', () => {
    const error = thrownBy(() => read('push', { checkout: null, env: { GITHUB_SHA: 'main' } }));
    expect(error.message).toContain('GITHUB_SHA');
    expect(error.hint).toContain('actions/checkout');
  });
});

describe('the baseline of a pull request', () => {
  const branch = { kind: 'merge-base', ref: 'refs/heads/main' };
  it.each([
    ['the test merge', { checkout: merge }, { kind: 'first-parent' }],
    ['the head', { checkout: { head, parents: [own] } }, branch],
    ['the head, where it is GITHUB_SHA', { checkout: { head, parents: [own] }, env: { GITHUB_SHA: head } }, branch],
    ['a head that is a merge', { checkout: { head, parents: [own, base] }, env: { GITHUB_SHA: head } }, branch],
    ['another commit', { checkout: { head: other, parents: [own, head] } }, branch],
    ['a merge of another head', { checkout: { head: sha, parents: [base, other] } }, branch],
    ['a merge of three', { checkout: { head: sha, parents: [base, head, other] } }, branch],
    ['a root commit', { checkout: { head: other, parents: [] } }, branch],
    ['nothing that is checked out', { checkout: null }, { kind: 'ancestor-of', commit: sha }],
    ['the test merge, with base-ref', { checkout: merge, baseRef: 'v1' }, { kind: 'merge-base', ref: 'v1' }],
  ])('is the right one for %s', (_, over, baseline) => {
    expect(read('pull_request', { payload: pullRequest(), ...over }).occasion).toEqual({
      kind: 'gate',
      baseline,
      pullRequest: { number: 7, head, fork: false },
    });
  });

  it.each([
    ['another repository', { head: { repo: { full_name: 'mallory/app' } } }, true],
    ['a deleted fork', { head: { repo: null } }, true],
    ['the same repository', {}, false],
    ["a local runner's payload", { head: { repo: undefined }, base: { repo: undefined } }, false],
  ])('knows a fork: %s', (_, over, fork) => {
    const { occasion } = read('pull_request', { payload: pullRequest(over), checkout: merge });
    expect(occasion).toMatchObject({ pullRequest: { fork } });
  });

  it.each([
    ['no payload', undefined, 'payload: '],
    ['an empty one', {}, 'pull_request: '],
    ['a number that is text', { pull_request: { ...pullRequest().pull_request, number: '7' } }, 'pull_request.number'],
    ['a head that is no commit', pullRequest({ head: { sha: '--upload-pack=x' } }), 'pull_request.head.sha'],
    ['a base that is an option', pullRequest({ base: { ref: '-x' } }), 'pull_request.base.ref'],
    ['a base that is a range', pullRequest({ base: { ref: 'a..b' } }), 'pull_request.base.ref'],
    ['a base that is a refspec', pullRequest({ base: { ref: 'a:b' } }), 'pull_request.base.ref'],
    ['a base with a line break', pullRequest({ base: { ref: 'a\nb' } }), 'pull_request.base.ref'],
  ])('refuses a payload with %s', (_, payload, where) => {
    const error = thrownBy(() => read('pull_request', { payload, checkout: merge }));
    expect(error.message).toContain(where);
    expect(error.hint).not.toBeNull();
  });

  it.each(['release/1.x', 'dependabot/npm_and_yarn/zod-4.6.7', 'größe', 'a@b', "it's-#1"])(
    'takes the base %s',
    (ref) => {
      const payload = pullRequest({ base: { ref } });
      expect(read('pull_request', { payload }).occasion.baseline).toEqual({
        kind: 'merge-base',
        ref: `refs/heads/${ref}`,
      });
    },
  );
});

describe('the other events', () => {
  it('gates a merge group against its base', () => {
    const payload = { merge_group: { base_sha: base, head_sha: sha, base_ref: 'refs/heads/main' } };
    expect(read('merge_group', { payload }).occasion).toEqual({
      kind: 'gate',
      baseline: { kind: 'commit', commit: base },
      pullRequest: null,
    });
    expect(read('merge_group', { payload, baseRef: 'main' }).occasion.baseline.kind).toBe('merge-base');
    expect(thrownBy(() => read('merge_group')).message).toContain('merge_group: ');
  });

  it.each(['workflow_dispatch', 'schedule'])('measures on %s, without a notice', (event) => {
    expect(read(event).occasion).toEqual({
      kind: 'measure',
      baseline: { kind: 'none', reason: `a run of "${event}" measures only` },
      notice: null,
    });
    expect(read(event, { baseRef: 'main' }).occasion.baseline).toEqual({ kind: 'merge-base', ref: 'main' });
  });

  it.each(['release', 'workflow_run', 'issue_comment', 'pull_request_review', ''])(
    'measures on %j, with a notice',
    (event) => {
      expect(read(event).occasion).toMatchObject({
        kind: 'measure',
        notice: `The event ${JSON.stringify(event)} has no commit to compare with: the image is measured, not gated.`,
      });
    },
  );

  it('measures the base under pull_request_target', () => {
    const { occasion } = read('pull_request_target', { payload: pullRequest() });
    expect(occasion).toMatchObject({ kind: 'measure', notice: expect.stringContaining('the base branch is measured') });
  });

  it.each([
    ['the head', { head, parents: [own] }, head],
    ['the test merge', { head: other, parents: [sha, head] }, other],
    ['nothing', null, 'nothing'],
  ])('refuses to build %s under pull_request_target', (_, checkout, named) => {
    const error = thrownBy(() => read('pull_request_target', { payload: pullRequest(), checkout }));
    expect(error.message).toBe(
      `Under pull_request_target only the base branch (GITHUB_SHA, ${sha}) may be built, but ${named} is checked out.`,
    );
    expect(error.hint).toContain('secrets');
  });
});

describe('where a run takes place', () => {
  it('reads repository, API, run and commit', () => {
    expect(read('push')).toMatchObject({
      event: 'push',
      repository: { url: 'https://github.com/octo/app', owner: 'octo', repo: 'app' },
      apiUrl: 'https://api.github.com',
      run: { id: '42', attempt: 2 },
      commit: sha,
    });
  });

  it.each([
    ['Forgejo below a path', 'https://code.example.org/git/', 'octo/app', 'https://code.example.org/git/octo/app'],
    ['no server', '', 'octo/app', 'https://github.com/octo/app'],
    ['a port', 'http://localhost:3000', 'octo/app.js', 'http://localhost:3000/octo/app.js'],
    ['no repository', 'https://github.com', '', null],
    ['a repository that is none', 'https://github.com', 'octo/app/../x', null],
    ['a server that is none', 'javascript:alert(1)', 'octo/app', null],
    ['a server with credentials', 'https://user:pass@github.com', 'octo/app', null],
  ])('links to %s', (_, server, repository, url) => {
    const env = { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository };
    expect(read('push', { env }).repository?.url ?? null).toBe(url);
  });

  it('has defaults for what a local runner leaves out', () => {
    const { run, apiUrl } = readContext({ environment: {}, payload: null, checkout: null, baseRef: null });
    expect(run).toEqual({ id: '0', attempt: 1 });
    expect(apiUrl).toBe('https://api.github.com');
  });
});
