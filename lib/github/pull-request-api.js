import { isTransient, readRequestFailure } from "./request-failure.js";
import { withRetries } from "./retry.js";
export const timeoutMilliseconds = 30_000;
const actionsLogin = 'github-actions[bot]';
export function pullRequestApi(octokit, target, sleep) {
    const { owner, repo, number } = target;
    const attempt = (call) => withRetries(() => call({ signal: AbortSignal.timeout(timeoutMilliseconds) }), sleep);
    return {
        async login() {
            try {
                const { data } = await attempt((request) => octokit.rest.users.getAuthenticated({ request }));
                return data.login;
            }
            catch (thrown) {
                const failure = readRequestFailure(thrown);
                // Installation tokens (GITHUB_TOKEN, GitHub Apps) may not ask by REST.
                if (failure === null || ![403, 404].includes(failure.status)) {
                    throw thrown;
                }
                return await attempt((request) => installationLogin(octokit, request));
            }
        },
        async head() {
            const { data } = await attempt((request) => octokit.rest.pulls.get({ owner, repo, pull_number: number, request }));
            return data.head.sha;
        },
        async comments() {
            // Follows the Link header: Forgejo sends all at once, whatever `per_page` says.
            const found = await attempt((request) => octokit.paginate(octokit.rest.issues.listComments, {
                owner,
                repo,
                issue_number: number,
                per_page: 100,
                request,
            }));
            return found.map(apiComment).sort((one, other) => one.id - other.id);
        },
        async create(body) {
            const { data } = await attempt((request) => octokit.rest.issues.createComment({ owner, repo, issue_number: number, body, request }));
            return apiComment(data);
        },
        async update(id, body) {
            const { data } = await attempt((request) => octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body, request }));
            return apiComment(data);
        },
        async remove(id) {
            try {
                await attempt((request) => octokit.rest.issues.deleteComment({ owner, repo, comment_id: id, request }));
            }
            catch (thrown) {
                if (readRequestFailure(thrown)?.status !== 404) {
                    throw thrown;
                }
            }
        },
        async patches(files) {
            let seen = 0;
            const found = await attempt((request) => {
                seen = 0;
                return octokit.paginate(octokit.rest.pulls.listFiles, { owner, repo, pull_number: number, per_page: pageSize, request }, ({ data }, done) => {
                    seen += data.length;
                    if (seen >= maxFiles)
                        done();
                    // Most diffs are of no interest: they are not kept.
                    return data.filter(({ filename }) => files.has(filename));
                });
            });
            return patchesOf(found, files, seen >= maxFiles);
        },
    };
}
/** The API lists no more files of a pull request: https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
const maxFiles = 3000;
const pageSize = 100;
/** Of a list that was cut, what is not among it may have changed all the same. */
function patchesOf(found, files, isCut) {
    const unknown = isCut ? [...files].map((file) => [file, null]) : [];
    const known = found.map(({ filename, changes, patch }) => [filename, patch ?? (changes === 0 ? '' : null)]);
    return new Map([...unknown, ...known]);
}
/** By GraphQL's `viewer`; the login of GITHUB_TOKEN where the server has no GraphQL or does not tell. */
async function installationLogin(octokit, request) {
    try {
        const { viewer } = await octokit.graphql('{ viewer { login } }', { request });
        return viewer.login.endsWith('[bot]') ? viewer.login : `${viewer.login}[bot]`;
    }
    catch (thrown) {
        const failure = readRequestFailure(thrown);
        if (failure !== null && isTransient(failure)) {
            throw thrown;
        }
        return actionsLogin;
    }
}
function apiComment({ id, user, body, html_url }) {
    return { id, author: user?.login ?? null, body: body ?? '', url: html_url };
}
