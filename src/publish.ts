import { basename } from 'node:path';
import { errorText } from './errors.ts';
import { annotate } from './github/annotations.ts';
import { changedLines, type LinesOfPullRequest } from './github/changed-lines.ts';
import { commentTextLimit, publishComment } from './github/comment.ts';
import type { GitHubContext } from './github/context.ts';
import { outputValues, writeOutputs } from './github/outputs.ts';
import { type Octokit, type PullRequestApi, pullRequestApi } from './github/pull-request-api.ts';
import { publishSuggestions } from './github/review.ts';
import { reviewApi } from './github/review-api.ts';
import { appendSummary, maxSummaryBytes } from './github/summary.ts';
import type { Report } from './model/report.ts';
import type { Settings } from './model/settings.ts';
import { renderMarkdown, type Whereabouts } from './report/markdown.ts';
import { type PageParts, reportFiles } from './report-files.ts';
import type { Environment, Log } from './seams.ts';

export interface Publication {
  readonly settings: Settings;
  readonly context: GitHubContext;
  readonly environment: Environment;
  readonly log: Log;
  readonly setOutput: (name: string, value: string) => void;
  /** Null: no token. */
  readonly octokit: Octokit | null;
  readonly page: PageParts;
}

/**
 * Outputs, summary and files first: nothing is lost where a comment can't be written. Never rejects: what could not be
 * published is a warning, and the verdict stands.
 */
export async function publish(report: Report, publication: Publication): Promise<void> {
  const { settings, environment, log, setOutput, page } = publication;
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      log.warning(`${what} could not be written: ${errorText(error)}`);
      return null;
    }
  };
  const written = await attempt('The outputs', async () => {
    const values = outputValues(report, null);
    writeOutputs(values, setOutput);
    return values;
  });
  const whole = wholeReports(settings, written !== null && written['report-json'] !== '');
  await attempt('The step summary', () =>
    appendSummary(environment.GITHUB_STEP_SUMMARY, renderMarkdown(report, { limit: maxSummaryBytes, whole })),
  );
  for (const { option, path, write } of reportFiles(report, settings, page)) await attempt(`${option} ${path}`, write);
  annotate(report, log, await linesToAnnotate(report, publication));
  await attempt('The comment', () => comment(report, whole, publication));
  if (settings.suggestions) await attempt('The suggestions', () => suggest(report, publication));
}

/** Where all of the report is: in the files that were asked for, else in the output that has it. */
function wholeReports({ htmlFile, reportFile }: Settings, inOutput: boolean): Whereabouts[] {
  const names = [htmlFile, reportFile].flatMap((path) => (path === null ? [] : `the file \`${basename(path)}\``));
  const output = inOutput ? ['the output `report-json`'] : [];
  return (names.length > 0 ? names : output).map((name) => ({ name, url: null }));
}

/** The summary has room for 16 times as much as a comment. */
function summaryOf({ context: { repository, run }, environment }: Publication): Whereabouts[] {
  if (!environment.GITHUB_STEP_SUMMARY) return [];
  return [{ name: "the job's summary", url: repository && `${repository.url}/actions/runs/${run.id}` }];
}

/** What the pull request changes of the files with findings; null: every line is annotated. Never rejects. */
async function linesToAnnotate(report: Report, publication: Publication): Promise<LinesOfPullRequest | null> {
  const files = report.images.flatMap(({ findings }) => findings.flatMap(({ location }) => location?.file ?? []));
  const api = pullRequestOf(publication);
  if (publication.settings.filter === 'all' || api === null || files.length === 0) return null;
  try {
    return await changedLines(api, new Set(files));
  } catch (error) {
    publication.log.info(`What the pull request changes is not known, so all lines are annotated: ${errorText(error)}`);
    return null;
  }
}

/** Null where there is no pull request, or no token. */
function pullRequestOf(publication: Publication): PullRequestApi | null {
  const target = targetOf(publication);
  return target && pullRequestApi(target.octokit, target, sleep);
}

function targetOf({ context: { occasion, repository }, octokit }: Publication) {
  if (occasion.kind !== 'gate' || occasion.pullRequest === null || repository === null || octokit === null) return null;
  const { owner, repo } = repository;
  return { octokit, owner, repo, number: occasion.pullRequest.number, pullRequest: occasion.pullRequest };
}

const sleep = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

async function comment(report: Report, whole: readonly Whereabouts[], publication: Publication): Promise<void> {
  const { settings, context, log, setOutput } = publication;
  const { occasion, repository, run } = context;
  if (occasion.kind !== 'gate' || occasion.pullRequest === null || repository === null) return;
  const api = pullRequestOf(publication);
  if (api === null) {
    log.notice('No comment was written: there is no github-token.');
    return;
  }
  const { head, fork } = occasion.pullRequest;
  const result = await publishComment(api, {
    policy: settings.comment,
    report,
    text: renderMarkdown(report, { limit: commentTextLimit, whole: [...summaryOf(publication), ...whole] }),
    key: keyOf(report, settings),
    head,
    run,
    fork,
  });
  switch (result.kind) {
    case 'failed':
      return log.notice(result.notice);
    case 'skipped':
      return log.info(`No comment was written: ${result.reason}.`);
    default:
      setOutput('comment-url', result.url);
      log.info(`The comment was ${result.kind === 'unchanged' ? 'left as it is' : result.kind}: ${result.url}`);
  }
}

const keyOf = ({ images }: Report, { commentKey }: Settings): string => commentKey ?? images[0]?.name ?? 'default';

async function suggest(report: Report, publication: Publication): Promise<void> {
  const { settings, context, log } = publication;
  const target = targetOf(publication);
  if (target === null) return;
  const { octokit, pullRequest } = target;
  const { head, fork } = pullRequest;
  const draft = { report, key: keyOf(report, settings), head, run: context.run, fork };
  const api = pullRequestApi(octokit, target, sleep);
  const result = await publishSuggestions(api, reviewApi(octokit, target, sleep), draft);
  switch (result.kind) {
    case 'failed':
      return log.notice(result.notice);
    case 'skipped':
      return log.info(`No fixes were suggested: ${result.reason}.`);
    case 'published':
      return log.info(`Suggested fixes: ${result.added} new, ${result.kept} as before, ${result.removed} removed.`);
  }
}
