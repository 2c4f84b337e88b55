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
import { connectGitHub, withSeams } from './runtime.ts';
import type { Environment, Log, Seams } from './seams.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** Gates the image that the settings name, in the job that this runs in, and publishes the outcome. */
export function gate(settings: Settings, log: Log): Promise<Verdict> {
  return withSeams(log, process.env.RUNNER_TEMP || tmpdir(), (seams) => work(settings, seams));
}

async function work(settings: Settings, seams: Seams): Promise<Verdict> {
  const { githubToken: token, workingDirectory: directory } = settings;
  const { environment, log } = seams;
  const remote = readRepository(environment)?.url ?? null;
  const workspace = await openWorkspace({ directory, remote, token }, seams);
  const { baseRef } = settings;
  const context = readContext({
    environment,
    payload: await readPayload(environment),
    checkout: checkoutOf(workspace),
    baseRef,
  });
  const connecting = token === null ? null : connectGitHub(token, context.apiUrl);
  const needed = async () => {
    const octokit = await connecting;
    return octokit === null || context.repository === null
      ? null
      : openPullRequestBases(octokit, context.repository, log);
  };

  const { report, trees, record } = await run(settings, { ...planOf(settings, context, workspace), needed }, seams);
  await publish(report, {
    ...{ settings, context, environment, log, setOutput, octokit: await connecting },
    page: { trees, assets: readPageAssets },
  });
  const notices = (await record?.()) ?? [];
  for (const notice of notices) log.warning(notice);
  if (record !== null && notices.length === 0) log.info(`Stored the baseline of ${context.commit}`);
  return report.verdict;
}

/** Null where the runner gave none; `readContext` says what it lacks. */
async function readPayload({ GITHUB_EVENT_PATH: path }: Environment): Promise<unknown> {
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
