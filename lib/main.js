import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setOutput } from '@actions/core';
import { errorText, UserError } from "./errors.js";
import { readContext, readRepository } from "./github/context.js";
import { openPullRequestBases } from "./github/open-pull-requests.js";
import { defaultName } from "./name.js";
import { readPageAssets } from "./page-assets.js";
import { publish } from "./publish.js";
import { run } from "./run.js";
import { actionLog, connectGitHub, withSeams } from "./runtime.js";
import { readConfigFile } from "./settings/config-file.js";
import { misspeltInputs, readInputs } from "./settings/inputs.js";
import { resolveSettings } from "./settings/resolve.js";
import { openWorkspace } from "./workspace.js";
const log = actionLog;
const environment = process.env;
/** The program as an action: the exit code is the verdict's. */
export async function action() {
    try {
        const settings = readSettings();
        const verdict = await withSeams(log, environment.RUNNER_TEMP || tmpdir(), (seams) => gate(settings, seams));
        process.exitCode = verdict === 'fail' ? 1 : 0;
    }
    catch (error) {
        reportError(error);
        process.exitCode = 1;
    }
}
async function gate(settings, seams) {
    const { githubToken: token, workingDirectory: directory } = settings;
    const remote = readRepository(environment)?.url ?? null;
    const workspace = await openWorkspace({ directory, remote, token }, seams);
    const { baseRef } = settings;
    const context = readContext({ environment, payload: await readPayload(), checkout: checkoutOf(workspace), baseRef });
    const octokit = token === null ? null : connectGitHub(token, context.apiUrl);
    const needed = async () => octokit === null || context.repository === null ? null : openPullRequestBases(octokit, context.repository, log);
    const { report, trees, record } = await run(settings, { ...planOf(settings, context, workspace), needed }, seams);
    await publish(report, {
        ...{ settings, context, environment, log, setOutput, octokit },
        page: { trees, assets: readPageAssets },
    });
    const notices = (await record?.()) ?? [];
    for (const notice of notices)
        log.warning(notice);
    if (record !== null && notices.length === 0)
        log.info(`Stored the baseline of ${context.commit}`);
    return report.verdict;
}
function readSettings() {
    const direct = readInputs(environment);
    for (const warning of misspeltInputs(environment))
        log.warning(warning);
    const settings = resolveSettings({ direct, currentDirectory: process.cwd(), readFile: readConfigFile });
    if (settings.githubToken !== null)
        log.secret(settings.githubToken);
    return settings;
}
/** Null where the runner gave none; `readContext` says what it lacks. */
async function readPayload() {
    const path = environment.GITHUB_EVENT_PATH;
    if (!path)
        return null;
    try {
        return JSON.parse(await readFile(path, 'utf8'));
    }
    catch (cause) {
        throw new UserError(`The event's payload, ${path}, cannot be read: ${errorText(cause)}`, { cause });
    }
}
const checkoutOf = ({ head }) => (head === null ? null : { head: head.commit, parents: head.parents });
function planOf(settings, context, { root, baselines }) {
    const { occasion, repository, commit } = context;
    const pullRequest = occasion.kind === 'gate' ? occasion.pullRequest : null;
    return {
        name: settings.name ?? defaultName(settings.subject, repository?.repo ?? 'image'),
        commit,
        occasion,
        baselines,
        root,
        path: null,
        repository: repository === null
            ? null
            : { url: repository.url, commit: pullRequest?.head ?? commit, pullRequest: pullRequest?.number ?? null },
    };
}
function reportError(error) {
    log.error(errorText(error));
    if (error instanceof UserError) {
        if (error.hint !== null)
            log.info(error.hint);
    }
    else if (error instanceof Error) {
        log.info(error.stack ?? '');
    }
}
