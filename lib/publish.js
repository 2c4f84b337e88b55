import { errorText } from "./errors.js";
import { annotate } from "./github/annotations.js";
import { changedLines } from "./github/changed-lines.js";
import { commentTextLimit, publishComment } from "./github/comment.js";
import { outputValues, writeOutputs } from "./github/outputs.js";
import { pullRequestApi } from "./github/pull-request-api.js";
import { publishSuggestions } from "./github/review.js";
import { reviewApi } from "./github/review-api.js";
import { appendSummary, maxSummaryBytes } from "./github/summary.js";
import { renderMarkdown } from "./report/markdown.js";
import { reportFiles } from "./report-files.js";
/**
 * Summary, outputs and file first: nothing is lost where a comment can't be written. Never rejects: what could not be
 * published is a warning, and the verdict stands.
 */
export async function publish(report, publication) {
    const { settings, environment, log, setOutput, page } = publication;
    const attempt = async (what, work) => {
        try {
            await work();
        }
        catch (error) {
            log.warning(`${what} could not be written: ${errorText(error)}`);
        }
    };
    await attempt('The step summary', () => appendSummary(environment.GITHUB_STEP_SUMMARY, renderMarkdown(report, { limit: maxSummaryBytes })));
    await attempt('The outputs', async () => writeOutputs(outputValues(report, null), setOutput));
    for (const { option, path, write } of reportFiles(report, settings, page))
        await attempt(`${option} ${path}`, write);
    annotate(report, log, await linesToAnnotate(report, publication));
    await attempt('The comment', () => comment(report, publication));
    if (settings.suggestions)
        await attempt('The suggestions', () => suggest(report, publication));
}
/** What the pull request changes of the files with findings; null: every line is annotated. Never rejects. */
async function linesToAnnotate(report, publication) {
    const files = report.images.flatMap(({ findings }) => findings.flatMap(({ location }) => location?.file ?? []));
    const api = pullRequestOf(publication);
    if (publication.settings.filter === 'all' || api === null || files.length === 0)
        return null;
    try {
        return await changedLines(api, new Set(files));
    }
    catch (error) {
        publication.log.info(`What the pull request changes is not known, so all lines are annotated: ${errorText(error)}`);
        return null;
    }
}
/** Null where there is no pull request, or no token. */
function pullRequestOf(publication) {
    const target = targetOf(publication);
    return target && pullRequestApi(target.octokit, target, sleep);
}
function targetOf({ context: { occasion, repository }, octokit }) {
    if (occasion.kind !== 'gate' || occasion.pullRequest === null || repository === null || octokit === null)
        return null;
    const { owner, repo } = repository;
    return { octokit, owner, repo, number: occasion.pullRequest.number, pullRequest: occasion.pullRequest };
}
const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
async function comment(report, publication) {
    const { settings, context, log, setOutput } = publication;
    const { occasion, repository, run } = context;
    if (occasion.kind !== 'gate' || occasion.pullRequest === null || repository === null)
        return;
    const api = pullRequestOf(publication);
    if (api === null) {
        log.notice('No comment was written: there is no github-token.');
        return;
    }
    const { head, fork } = occasion.pullRequest;
    const result = await publishComment(api, {
        policy: settings.comment,
        report,
        text: renderMarkdown(report, { limit: commentTextLimit }),
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
const keyOf = ({ images }, { commentKey }) => commentKey ?? images[0]?.name ?? 'default';
async function suggest(report, publication) {
    const { settings, context, log } = publication;
    const target = targetOf(publication);
    if (target === null)
        return;
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
