import fc from 'fast-check';
import { changedLines, linesInPatch, touches } from '../../src/github/changed-lines.ts';
import { pullRequestApi } from '../../src/github/pull-request-api.ts';
import { type GitHubApi, type PullRequest, startGitHubApi } from '../support/github-api.ts';
import { importActionsGitHub } from '../support/octokit.ts';
import { sampleCommit } from '../support/report-samples.ts';

const line = (number: number) => ({ first: number, last: number });
/** Deleted in front of a line. */
const before = (number: number) => ({ first: number, last: number - 1 });

describe('the lines of a patch', () => {
  it.each([
    ['nothing', '', []],
    ['an added file', '@@ -0,0 +1,2 @@\n+FROM a\n+RUN b\n\\ No newline at end of file', [line(1), line(2)]],
    ['a changed line', '@@ -3,3 +3,3 @@ FROM a\n RUN a\n-RUN b\n+RUN c\n RUN d', [before(4), line(4)]],
    ['a deleted line', '@@ -3,3 +3,2 @@\n RUN a\n-RUN b\n RUN c', [before(4)]],
    ['two hunks', '@@ -1 +1 @@\n-a\n+b\n@@ -9,0 +10,1 @@\n+c', [before(1), line(1), line(10)]],
    ['a file that is empty now', '@@ -1,2 +0,0 @@\n-a\n-b', [before(1), before(1)]],
    ['lines that look like headers', '@@ -1,1 +1,2 @@\n+@@ -1 +7 @@\n ++', [line(1)]],
  ])('of %s', (_name, patch, expected) => {
    expect(linesInPatch(patch)).toEqual(expected);
  });

  it('are found in any text, in their order', () => {
    const piece = fc.constantFrom('@@ -1,2 +5,2 @@', '@@ -0,0 +1 @@', '+a', '-b', ' c', '\\ No newline', '', '@@ x');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const spans = linesInPatch(pieces.join('\n'));
        expect(spans).toHaveLength(pieces.filter((text) => /^[+-]/.test(text)).length);
        for (const { first, last } of spans) expect([first, first - 1]).toContain(last);
      }),
    );
  });
});

describe('what touches lines 3 to 5', () => {
  it.each([
    ['a line before', [line(2)], false],
    ['the first', [line(3)], true],
    ['the last', [line(5)], true],
    ['a line behind', [line(6)], false],
    ['what was deleted in front', [before(3)], false],
    ['what was deleted inside', [before(4)], true],
    ['what was deleted behind', [before(6)], false],
    ['what is not known', 'all', true],
  ] as const)('%s: %s', (_name, spans, expected) => {
    expect(touches(new Map([['Dockerfile', spans]]), 'Dockerfile', { first: 3, last: 5 })).toBe(expected);
    expect(touches(new Map([['Dockerfile', spans]]), 'other', { first: 3, last: 5 })).toBe(false);
  });
});

describe('what a pull request changes', () => {
  let api: GitHubApi;
  afterEach(async () => {
    expect(api.violations).toEqual([]);
    await api.close();
  });

  async function changes(files: NonNullable<PullRequest['files']>) {
    const { getOctokit } = await importActionsGitHub();
    const tip = { sha: sampleCommit(1), ref: 'feature' };
    api = await startGitHubApi({
      repository: 'octo/app',
      pulls: [{ number: 7, head: tip, base: { sha: sampleCommit(2), ref: 'main' }, files }],
      tokens: { reader: { kind: 'installation', login: 'github-actions[bot]', pullRequests: 'read' } },
    });
    const octokit = getOctokit('reader', { baseUrl: api.url });
    const client = pullRequestApi(octokit, { owner: 'octo', repo: 'app', number: 7 }, async () => undefined);
    return [...(await changedLines(client, new Set(['app/Dockerfile'])))];
  }

  const dockerfile = { filename: 'app/Dockerfile', changes: 1, patch: '@@ -1 +1,2 @@\n FROM a\n+RUN b' };
  const others = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ filename: `src/${at}.ts`, changes: 1, patch: '@@ -1 +1 @@\n+a' }));

  it.each([
    ['lines', [dockerfile], [['app/Dockerfile', [line(2)]]]],
    ['a file on a later page', [...others(250), dockerfile], [['app/Dockerfile', [line(2)]]]],
    ['other files alone', others(3), []],
    ['more than the API shows', [{ filename: 'app/Dockerfile', changes: 20_000 }], [['app/Dockerfile', 'all']]],
    ['a name alone', [{ filename: 'app/Dockerfile', changes: 0 }], [['app/Dockerfile', []]]],
    ['more files than the API lists', others(3000), [['app/Dockerfile', 'all']]],
  ])('%s', async (_name, files, expected) => {
    expect(await changes(files)).toEqual(expected);
  });
});
