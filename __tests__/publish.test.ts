import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitHubContext } from '../src/github/context.ts';
import type { Settings } from '../src/model/settings.ts';
import { type Publication, publish } from '../src/publish.ts';
import { parseReport } from '../src/report/json.ts';
import type { Environment, Log } from '../src/seams.ts';
import { buildSettings } from './build/settings.ts';
import { startGitHubApi } from './support/github-api.ts';
import { importActionsGitHub } from './support/octokit.ts';
import { grownImage, sampleCommit, sampleFinding, sampleReport } from './support/report-samples.ts';

const report = sampleReport({ images: [grownImage()] });
let folder: string;
let said: string[];
let outputs: Record<string, string>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'));
  said = [];
  outputs = {};
});

afterEach(() => rm(folder, { recursive: true }));

const say = (level: string) => (message: string) => void said.push(`${level}: ${message}`);
const log: Log = {
  debug: say('debug'),
  info: say('info'),
  notice: say('notice'),
  warning: say('warning'),
  error: say('error'),
  group: (_title, work) => work(),
  secret: () => undefined,
};

function publication(over: Partial<Publication> = {}): Publication {
  const settings: Settings = {
    subject: { kind: 'build', build: buildSettings() },
    name: null,
    budgets: [],
    metric: 'disk',
    lint: { level: 'report', threshold: null, minPrice: 0, rules: new Map(), maxLayerBytes: null, baseLookup: false },
    cost: null,
    filter: 'changed-lines',
    baseRef: null,
    githubToken: null,
    comment: 'always',
    commentKey: null,
    suggestions: false,
    workingDirectory: folder,
    reportFile: join(folder, 'report.json'),
    htmlFile: join(folder, 'report.html'),
    sarifFile: join(folder, 'report.sarif'),
    badgeFile: join(folder, 'badge.json'),
    maxUnpacked: null,
  };
  const context: GitHubContext = {
    event: 'pull_request',
    repository: { url: 'https://forge.example/acme/app', owner: 'acme', repo: 'app' },
    apiUrl: 'https://forge.example/api',
    run: { id: '1', attempt: 1 },
    commit: sampleCommit(),
    occasion: {
      kind: 'gate',
      baseline: { kind: 'first-parent' },
      pullRequest: { number: 7, head: sampleCommit(), fork: false },
    },
  };
  return {
    settings,
    context,
    environment: { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') },
    log,
    setOutput: (name, value) => {
      outputs[name] = value;
    },
    octokit: null,
    page: { trees: () => [], assets: async () => ({ script: '/* script */', style: '/* style */' }) },
    ...over,
  };
}

const read = (name: string) => readFile(join(folder, name), 'utf8');

describe('publish', () => {
  it('writes summary, outputs and file', async () => {
    await publish(report, publication());
    expect(await read('summary.md')).toContain('grew by');
    expect(parseReport(await read('report.json'))).toEqual(report);
    expect(await read('report.html')).toContain('/* script */');
    expect(JSON.parse(await read('report.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(JSON.parse(await read('badge.json'))).toMatchObject({ schemaVersion: 1 });
    expect(outputs).toMatchObject({ verdict: report.verdict, 'delta-bytes': '200', 'comment-url': '' });
    expect(said).toContain('notice: No comment was written: there is no github-token.');
  });

  it('loses nothing else where the summary cannot be written', async () => {
    await mkdir(join(folder, 'summary.md'));
    await publish(report, publication());
    expect(said).toContainEqual(expect.stringMatching(/^warning: The step summary could not be written: /));
    expect(outputs.verdict).toBe(report.verdict);
    expect(await read('report.json')).not.toBe('');
  });

  it('loses nothing else where the file cannot be written', async () => {
    const { settings } = publication();
    await publish(report, publication({ settings: { ...settings, reportFile: join(folder, 'gone/report.json') } }));
    expect(said).toContainEqual(expect.stringMatching(/^warning: report-file .* could not be written: /));
    expect(await read('summary.md')).toContain('grew by');
  });

  it('writes no comment where there is no pull request', async () => {
    const { context } = publication();
    const occasion = { kind: 'gate', baseline: { kind: 'first-parent' }, pullRequest: null } as const;
    await publish(report, publication({ context: { ...context, occasion } }));
    expect(said.join('\n')).not.toContain('comment');
  });
});

describe('what does not fit into a comment', () => {
  const large = sampleReport({
    images: Array.from({ length: 300 }, (_, at) => grownImage({ name: `service-${at}`, file: 'x'.repeat(200) })),
  });

  async function lastLine(files: Partial<Settings>, environment: Environment): Promise<string> {
    const { settings } = publication();
    const api = await startGitHubApi({
      repository: 'acme/app',
      pulls: [
        { number: 7, head: { sha: sampleCommit(), ref: 'feature' }, base: { sha: sampleCommit(1), ref: 'main' } },
      ],
      tokens: { writer: { kind: 'installation', login: 'github-actions[bot]', pullRequests: 'write' } },
    });
    try {
      const { getOctokit } = await importActionsGitHub();
      const octokit = getOctokit('writer', { baseUrl: api.url });
      await publish(large, publication({ octokit, environment, settings: { ...settings, ...files } }));
      return (
        api
          .comments(7)[0]
          ?.body.split('\n')
          .findLast((line) => line.startsWith('Shortened')) ?? ''
      );
    } finally {
      await api.close();
    }
  }

  const noFiles = { htmlFile: null, reportFile: null };
  const summary = "[the job's summary](https://forge.example/acme/app/actions/runs/1)";
  it.each<[string, Partial<Settings>, Environment, string]>([
    [
      'the summary and the files',
      {},
      { GITHUB_STEP_SUMMARY: '/dev/null' },
      `${summary}, the file \`report.html\`, the file \`report.json\`.`,
    ],
    ['the summary, where the output has no room either', noFiles, { GITHUB_STEP_SUMMARY: '/dev/null' }, `${summary}.`],
    ['what may be asked for', noFiles, {}, 'what `html-file` and `report-file` write.'],
  ])(
    'is said to be in %s',
    async (_, files, environment, expected) => {
      const line = await lastLine(files, environment);
      expect(line).toMatch(/^Shortened to fit\. Left out: .+\. All of it: /);
      expect(line.split(' All of it: ')[1]).toBe(expected);
    },
    30_000,
  );
});

describe('the page', () => {
  it('is made only where one is wanted', async () => {
    const { settings } = publication();
    const made: string[] = [];
    const note = (what: string) => {
      made.push(what);
      throw new Error(what);
    };
    const page = { trees: () => note('trees'), assets: async () => note('assets') };
    await publish(report, publication({ settings: { ...settings, htmlFile: null }, page }));
    expect(made).toEqual([]);
  });
});

describe('annotations on a pull request', () => {
  const at = (firstLine: number) => ({
    file: 'Dockerfile',
    firstLine,
    lastLine: firstLine,
    firstColumn: 1,
    lastColumn: 2,
  });
  const findings = [4, 9].map((line) => sampleFinding({ message: `on ${line}`, location: at(line), price: null }));
  const linted = sampleReport({ images: [grownImage({ findings })] });

  async function annotated(filter: Settings['filter'], status?: number): Promise<string[]> {
    const files = [{ filename: 'Dockerfile', changes: 1, patch: '@@ -4 +4 @@\n+RUN b' }];
    const head = { sha: sampleCommit(), ref: 'feature' };
    const api = await startGitHubApi({
      repository: 'acme/app',
      pulls: [{ number: 7, head, base: { sha: sampleCommit(1), ref: 'main' }, files }],
      tokens: { reader: { kind: 'installation', login: 'github-actions[bot]', pullRequests: 'read' } },
    });
    try {
      if (status !== undefined) api.fail({ path: /files/, status });
      const { getOctokit } = await importActionsGitHub();
      const octokit = getOctokit('reader', { baseUrl: api.url });
      const { settings } = publication();
      await publish(linted, publication({ octokit, settings: { ...settings, filter, comment: 'never' } }));
      return said.filter((line) => line.startsWith('warning: on ')).sort();
    } finally {
      await api.close();
    }
  }

  it('are on the lines that it changes', async () => {
    expect(await annotated('changed-lines')).toEqual(['warning: on 4']);
  });

  it('are on all lines where that is asked for', async () => {
    expect(await annotated('all')).toEqual(['warning: on 4', 'warning: on 9']);
  });

  it('are on all lines where nobody tells what it changes', async () => {
    expect(await annotated('changed-lines', 403)).toEqual(['warning: on 4', 'warning: on 9']);
    expect(said).toContainEqual(expect.stringMatching(/^info: What the pull request changes is not known/));
  });
});
