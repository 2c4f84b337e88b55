import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setOutput } from '@actions/core';
import { errorText, UserError } from './errors.ts';
import { type GitHubContext, readContext, readRepository } from './github/context.ts';
import { openPullRequestBases } from './github/open-pull-requests.ts';
import type { Verdict } from './model/report.ts';
import type { Settings } from './model/settings.ts';
import { defaultName } from './name.ts';
import { readPageAssets } from './page-assets.ts';
import { publish } from './publish.ts';
import { type Plan, run } from './run.ts';
import { actionLog, connectGitHub, withSeams } from './runtime.ts';
import type { Seams } from './seams.ts';
import { readConfigFile } from './settings/config-file.ts';
import { misspeltInputs, readInputs } from './settings/inputs.ts';
import { resolveSettings } from './settings/resolve.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

const log = actionLog;
const environment = process.env;

/** The program as an action: the exit code is the verdict's. */
export async function action(): Promise<void> {
  try {
    const settings = readSettings();
    const verdict = await withSeams(log, environment.RUNNER_TEMP || tmpdir(), (seams) => gate(settings, seams));
    process.exitCode = verdict === 'fail' ? 1 : 0;
  } catch (error) {
    reportError(error);
    process.exitCode = 1;
  }
}

async function gate(settings: Settings, seams: Seams): Promise<Verdict> {
  const { githubToken: token, workingDirectory: directory } = settings;
  const remote = readRepository(environment)?.url ?? null;
  const workspace = await openWorkspace({ directory, remote, token }, seams);
  const { baseRef } = settings;
  const context = readContext({ environment, payload: await readPayload(), checkout: checkoutOf(workspace), baseRef });
  const octokit = token === null ? null : connectGitHub(token, context.apiUrl);
  const needed = async () =>
    octokit === null || context.repository === null ? null : openPullRequestBases(octokit, context.repository, log);

  const { report, trees, record } = await run(settings, { ...planOf(settings, context, workspace), needed }, seams);
  await publish(report, {
    ...{ settings, context, environment, log, setOutput, octokit },
    page: { trees, assets: readPageAssets },
  });
  const notices = (await record?.()) ?? [];
  for (const notice of notices) log.warning(notice);
  if (record !== null && notices.length === 0) log.info(`Stored the baseline of ${context.commit}`);
  return report.verdict;
}

function readSettings(): Settings {
  const direct = readInputs(environment);
  for (const warning of misspeltInputs(environment)) log.warning(warning);
  const settings = resolveSettings({ direct, currentDirectory: process.cwd(), readFile: readConfigFile });
  if (settings.githubToken !== null) log.secret(settings.githubToken);
  return settings;
}

/** Null where the runner gave none; `readContext` says what it lacks. */
async function readPayload(): Promise<unknown> {
  const path = environment.GITHUB_EVENT_PATH;
  if (!path) return null;
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new UserError(`The event's payload, ${path}, cannot be read: ${errorText(cause)}`, { cause });
  }
}

const checkoutOf = ({ head }: Workspace) => (head === null ? null : { head: head.commit, parents: head.parents });

function planOf(settings: Settings, context: GitHubContext, { root, baselines }: Workspace): Omit<Plan, 'needed'> {
  const { occasion, repository, commit } = context;
  const pullRequest = occasion.kind === 'gate' ? occasion.pullRequest : null;
  return {
    name: settings.name ?? defaultName(settings.subject, repository?.repo ?? 'image'),
    commit,
    occasion,
    baselines,
    root,
    path: null,
    repository:
      repository === null
        ? null
        : { url: repository.url, commit: pullRequest?.head ?? commit, pullRequest: pullRequest?.number ?? null },
  };
}

function reportError(error: unknown): void {
  log.error(errorText(error));
  if (error instanceof UserError) {
    if (error.hint !== null) log.info(error.hint);
  } else if (error instanceof Error) {
    log.info(error.stack ?? '');
  }
}
