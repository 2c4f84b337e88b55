import { parseMarker } from '../../src/github/comment-marker.ts';
import { pullRequestApi } from '../../src/github/pull-request-api.ts';
import { publishSuggestions, type ReviewDraft } from '../../src/github/review.ts';
import { reviewApi } from '../../src/github/review-api.ts';
import { suggestionsFor } from '../../src/github/suggestions.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type GitHubApi, type PullRequest, startGitHubApi } from '../support/github-api.ts';
import { importActionsGitHub } from '../support/octokit.ts';
import { sampleCommit, sampleFinding, sampleFix, sampleImage, sampleReport } from '../support/report-samples.ts';

const bot = 'github-actions[bot]';
const head = sampleCommit(1);
const patch = '@@ -1,2 +1,5 @@\n FROM a\n+RUN b\n+RUN c \\\n+  && d\n CMD e';

const fixable = (rule: string, lines: Parameters<typeof sampleFix>[0], safe = true): Finding =>
  sampleFinding({ rule, fix: sampleFix(lines, safe) });
const first = fixable('first', { firstLine: 2, before: ['RUN b'], after: ['RUN b && clean'] });
const second = fixable('second', { firstLine: 4, before: ['  && d'], after: ['  && d --no-cache'] });

describe('suggestions', () => {
  const made = (findings: readonly Finding[], of: string | null = patch) =>
    suggestionsFor(findings, new Map([['Dockerfile', of]]));

  it('replace the lines that the pull request changes', () => {
    expect(made([first, second])).toMatchObject([
      {
        path: 'Dockerfile',
        firstLine: 2,
        lastLine: 2,
        body: expect.stringMatching(/ · `first`\. Saves 20\.1 MB\.\n\n```suggestion\nRUN b && clean\n```$/),
      },
      { firstLine: 4, lastLine: 4, body: expect.stringContaining('```suggestion\n  && d --no-cache\n```') },
    ]);
  });

  it('hold all that belongs to one fix, and what stands between', () => {
    const fix = sampleFix({ firstLine: 2, before: ['RUN b'], after: ['RUN b -x'] });
    const lines = [
      ...(fix.lines ?? []),
      { file: 'Dockerfile', firstLine: 4, before: ['  && d'], after: ['  && d -x'] },
    ];
    const [suggestion] = made([sampleFinding({ fix: { ...fix, lines } })]);
    expect(suggestion).toMatchObject({ firstLine: 2, lastLine: 4 });
    expect(suggestion?.body).toContain('```suggestion\nRUN b -x\nRUN c \\\n  && d -x\n```');
  });

  it.each([
    ['added behind a line', { firstLine: 3, before: [], after: ['RUN x'] }, 'RUN b\nRUN x\n'],
    ['taken away', { firstLine: 2, before: ['RUN b'], after: [] }, ''],
  ])('are made of lines that are %s', (_name, lines, text) => {
    expect(made([fixable('rule', lines)])[0]?.body).toContain(`\`\`\`suggestion\n${text}\`\`\``);
  });

  it('stand behind a fence that nothing in them closes', () => {
    const [suggestion] = made([fixable('rule', { firstLine: 2, before: ['RUN b'], after: ['RUN `````suggestion'] })]);
    expect(suggestion?.body).toContain('\n\n``````suggestion\nRUN `````suggestion\n``````');
  });

  it.each([
    ['an unsafe fix', fixable('rule', { firstLine: 2, before: ['RUN b'] }, false)],
    ['lines outside the diff', fixable('rule', { firstLine: 9, before: ['RUN b'] })],
    ['lines that it shows and does not change', fixable('rule', { firstLine: 5, before: ['CMD e'] })],
    ['lines with another text', fixable('rule', { firstLine: 2, before: ['RUN z'] })],
    ['another file', fixable('rule', { file: '.dockerignore', firstLine: 2, before: ['RUN b'] })],
    ['a fix that is too long to show', sampleFinding({ fix: { ...sampleFix(), lines: null } })],
    ['what nobody would see', fixable('rule', { firstLine: 2, before: ['RUN b'], after: ['RUN b \u202e'] })],
    ['a first line with nothing before it', fixable('rule', { firstLine: 1, before: [], after: ['# x'] })],
  ])('leave out %s', (_name, finding) => {
    expect(made([finding])).toEqual([]);
  });

  it('leave out all where the diff is not known', () => {
    expect(made([first], null)).toEqual([]);
  });

  it('share no line: the more expensive goes first', () => {
    const wide = fixable('wide', { firstLine: 2, before: ['RUN b'], after: ['RUN bc'] });
    expect(made([wide, first, second]).map(({ firstLine }) => firstLine)).toEqual([2, 4]);
  });

  it('are the same wherever their lines have moved to', () => {
    const moved = fixable('first', { firstLine: 12, before: ['RUN b'], after: ['RUN b && clean'] });
    const there = made([moved], '@@ -11,1 +11,2 @@\n x\n+RUN b');
    expect(there[0]?.fingerprint).toBe(made([first])[0]?.fingerprint);
  });
});

describe('publishing suggestions', () => {
  let getOctokit: Awaited<ReturnType<typeof importActionsGitHub>>['getOctokit'];
  let api: GitHubApi;

  const pull = (tip = head, of = patch): PullRequest => ({
    number: 7,
    head: { sha: tip, ref: 'feature' },
    base: { sha: sampleCommit(2), ref: 'main' },
    files: [{ filename: 'Dockerfile', changes: 3, patch: of }],
  });

  beforeAll(async () => {
    ({ getOctokit } = await importActionsGitHub());
  });

  beforeEach(async () => {
    api = await startGitHubApi({
      repository: 'octo/app',
      pulls: [pull()],
      tokens: {
        writer: { kind: 'installation', login: bot, pullRequests: 'write' },
        reader: { kind: 'installation', login: bot, pullRequests: 'read' },
      },
    });
  });

  afterEach(async () => {
    expect(api.violations).toEqual([]);
    await api.close();
  });

  function publish(findings: readonly Finding[], over: Partial<ReviewDraft> = {}, token = 'writer') {
    const octokit = getOctokit(token, { baseUrl: api.url });
    const target = { owner: 'octo', repo: 'app', number: 7 };
    const sleep = async () => {};
    const report = sampleReport({ images: [sampleImage({ findings: [...findings] })] });
    const draft = { report, key: 'default', head, run: { id: '42', attempt: 1 }, fork: false, ...over };
    return publishSuggestions(pullRequestApi(octokit, target, sleep), reviewApi(octokit, target, sleep), draft);
  }

  const writes = () => api.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql');
  const lines = () => api.reviewComments().map(({ line }) => line);

  it('makes one review of them', async () => {
    expect(await publish([first, second])).toEqual({ kind: 'published', added: 2, removed: 0, kept: 0 });
    const [review, ...more] = api.reviews();
    expect(more).toEqual([]);
    expect(parseMarker(review?.body ?? '')).toMatchObject({
      text: expect.stringMatching(/^2 safe fixes/),
      marker: { key: 'default', head },
    });
    expect(api.reviewComments()).toMatchObject([
      { review: review?.id, path: 'Dockerfile', line: 2, startLine: null },
      { review: review?.id, path: 'Dockerfile', line: 4, startLine: null },
    ]);
    expect(writes()[0]?.body).toMatchObject({ commit_id: head, event: 'COMMENT' });
  });

  it('writes nothing where there is nothing to suggest', async () => {
    expect(await publish([sampleFinding()])).toEqual({ kind: 'published', added: 0, removed: 0, kept: 0 });
    expect(writes()).toEqual([]);
  });

  it('says nothing twice', async () => {
    await publish([first, second]);
    const before = writes().length;
    expect(await publish([first, second])).toEqual({ kind: 'published', added: 0, removed: 0, kept: 2 });
    expect(writes()).toHaveLength(before);
  });

  it('finds its own on every page', async () => {
    for (let count = 0; count < 120; count++) api.addReviewComment({});
    await publish([first]);
    expect(await publish([first])).toMatchObject({ added: 0, kept: 1 });
  });

  it('adds what is new and takes away what is done, and keeps its review true', async () => {
    await publish([first]);
    expect(await publish([second])).toEqual({ kind: 'published', added: 1, removed: 1, kept: 0 });
    expect(lines()).toEqual([4]);
    await publish([]);
    expect(lines()).toEqual([]);
    const own = api.reviews().flatMap(({ body }) => parseMarker(body) ?? []);
    expect(own).toMatchObject([{ text: expect.stringMatching(/^No safe fix is left/) }]);
  });

  it('leaves alone what was answered, what others wrote, and what is outdated', async () => {
    await publish([first, second]);
    const [answered, outdated] = api.reviewComments();
    api.addReviewComment({ answers: answered?.id ?? null, body: 'no, thanks' });
    api.outdate(outdated?.id ?? 0);
    api.addReviewComment({ body: answered?.body ?? '' });
    expect(await publish([])).toMatchObject({ removed: 0 });
    expect(api.reviewComments()).toHaveLength(4);
  });

  it('suggests again where the lines came back', async () => {
    await publish([first]);
    api.outdate(api.reviewComments()[0]?.id ?? 0);
    expect(await publish([first])).toMatchObject({ added: 1, kept: 0 });
  });

  it('does not repeat what the gate of another image suggests, nor take it away', async () => {
    await publish([first]);
    expect(await publish([first], { key: 'other' })).toMatchObject({ added: 0, kept: 1 });
    expect(await publish([], { key: 'other' })).toMatchObject({ removed: 0 });
    expect(lines()).toEqual([2]);
  });

  it('waits for the run of the newest commit', async () => {
    api.setPull(pull(sampleCommit(3)));
    expect(await publish([first])).toMatchObject({ kind: 'skipped' });
    expect(writes()).toEqual([]);
  });

  it('gives a notice where it may not write', async () => {
    expect(await publish([first], {}, 'reader')).toEqual({
      kind: 'failed',
      notice: expect.stringMatching(/^The suggestions were not written: .*pull-requests: write/),
    });
  });
});
