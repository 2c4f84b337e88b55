import * as z from 'zod';
import { UserError } from "../errors.js";
import { commitId } from "../model/measurement.js";
// https://git-scm.com/docs/git-check-ref-format, as far as it matters for a ref in an argument vector.
const branchName = z
    .string()
    .max(1_000)
    .regex(/^(?![-/])(?!.*(?:\.\.|\/\/|@\{))[^\p{Cc} ~^:?*[\\]+$/u, 'not a branch name');
const repositoryName = z.object({ full_name: z.string() });
// https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request, the properties in use.
const pullRequestPayload = z.object({
    pull_request: z.object({
        number: z.int().positive(),
        // A deleted fork is null; local runners leave the property out.
        head: z.object({ sha: commitId, repo: repositoryName.nullish() }),
        base: z.object({ ref: branchName, repo: repositoryName.nullish() }),
    }),
});
// https://docs.github.com/webhooks/webhook-events-and-payloads#merge_group
const mergeGroupPayload = z.object({ merge_group: z.object({ base_sha: commitId }) });
/**
 * Reads what a workflow run is about from its environment, its event and what is checked out.
 *
 * @throws UserError where the event's payload lacks what is needed, or untrusted code is checked out under
 *   `pull_request_target`
 */
export function readContext({ environment, payload, checkout, baseRef }) {
    const sha = commitId.safeParse(environment.GITHUB_SHA).data ?? null;
    const event = environment.GITHUB_EVENT_NAME ?? '';
    const occasion = readOccasion({
        event,
        ref: environment.GITHUB_REF ?? '',
        sha,
        checkout,
        payload,
        override: baseRef === null ? null : { kind: 'merge-base', ref: baseRef },
    });
    return {
        event,
        repository: readRepository(environment),
        apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
        run: { id: environment.GITHUB_RUN_ID || '0', attempt: Number(environment.GITHUB_RUN_ATTEMPT) || 1 },
        commit: checkout?.head ?? sha,
        occasion,
    };
}
function readOccasion(situation) {
    switch (situation.event) {
        case 'push':
            return push(situation);
        case 'pull_request':
            return pullRequest(situation);
        case 'merge_group':
            return mergeGroup(situation);
        case 'workflow_dispatch':
        case 'schedule':
            return measurement(situation, null);
        case 'pull_request_target':
            return pullRequestTarget(situation);
        default:
            return measurement(situation, `The event ${JSON.stringify(situation.event)} has no commit to compare with: the image is measured, not gated.`);
    }
}
function push(situation) {
    const commit = built(situation);
    const { override, ref } = situation;
    // The merge-base of a branch with itself is the commit that was pushed.
    const itself = override?.kind === 'merge-base' && [override.ref, `refs/heads/${override.ref}`].includes(ref);
    return {
        kind: 'record',
        commit,
        baseline: override === null || itself ? { kind: 'ancestor-of', commit } : override,
    };
}
function pullRequest(situation) {
    const { number, head, base } = parsePayload(pullRequestPayload, situation).pull_request;
    return {
        kind: 'gate',
        baseline: situation.override ?? pullRequestBaseline(situation, head.sha, `refs/heads/${base.ref}`),
        pullRequest: { number, head: head.sha, fork: isFork(head.repo, base.repo) },
    };
}
/** The parent of exactly what was built: `pull_request.base.sha` is stale as soon as the base branch moves on. */
function pullRequestBaseline(situation, head, base) {
    const { checkout, sha } = situation;
    if (checkout === null) {
        // Built elsewhere, from GITHUB_SHA: the test merge on GitHub, whose first parent is the base.
        return { kind: 'ancestor-of', commit: built(situation) };
    }
    const [, merged, ...more] = checkout.parents;
    const testMerge = checkout.head === sha && merged === head && more.length === 0;
    return testMerge ? { kind: 'first-parent' } : { kind: 'merge-base', ref: base };
}
function isFork(head, base) {
    return head === null || (head !== undefined && head.full_name !== base?.full_name);
}
function mergeGroup(situation) {
    const { base_sha: commit } = parsePayload(mergeGroupPayload, situation).merge_group;
    return { kind: 'gate', baseline: situation.override ?? { kind: 'commit', commit }, pullRequest: null };
}
function measurement({ event, override }, notice) {
    const reason = `a run of ${JSON.stringify(event)} measures only`;
    return { kind: 'measure', baseline: override ?? { kind: 'none', reason }, notice };
}
/** Such a run holds the repository's secrets and a token that may write: it must run no code of the pull request. */
function pullRequestTarget(situation) {
    const { checkout, sha } = situation;
    if (checkout === null || sha === null || checkout.head !== sha) {
        const found = checkout === null ? 'nothing' : checkout.head;
        throw new UserError(`Under pull_request_target only the base branch (GITHUB_SHA, ${sha ?? 'not set'}) may be built, but ${found} is checked out.`, {
            hint: "A build runs what its Dockerfile says, here with the repository's secrets and a token that may write. Use the event pull_request to build pull requests.",
        });
    }
    return measurement(situation, 'Under pull_request_target the base branch is measured, not the pull request. Use the event pull_request to gate pull requests.');
}
function built({ event, checkout, sha }) {
    const commit = checkout?.head ?? sha;
    if (commit === null) {
        throw new UserError(`GITHUB_SHA is not a commit's id, and nothing is checked out, in a run of ${event}.`, {
            hint: 'Add actions/checkout before this step.',
        });
    }
    return commit;
}
function parsePayload(schema, { event, payload }) {
    const parsed = schema.safeParse(payload);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new UserError(`The payload of the event ${event} (GITHUB_EVENT_PATH) is not as GitHub sends it: ${issue?.path.join('.') || 'payload'}: ${issue?.message}.`, { hint: 'A local runner must be given a whole payload of this event.', cause: parsed.error });
    }
    return parsed.data;
}
/** Null unless GITHUB_SERVER_URL and GITHUB_REPOSITORY name a repository on the web. */
export function readRepository({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }) {
    const name = /^([\w.-]+)\/([\w.-]+)$/.exec(GITHUB_REPOSITORY ?? '');
    const server = /^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/.exec(GITHUB_SERVER_URL || 'https://github.com')?.[0];
    const [, owner, repo] = name ?? [];
    if (owner === undefined || repo === undefined || server === undefined) {
        return null;
    }
    return { url: `${server.replace(/\/+$/, '')}/${owner}/${repo}`, owner, repo };
}
