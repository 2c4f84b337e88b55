import { timeoutMilliseconds } from "./pull-request-api.js";
import { readRequestFailure } from "./request-failure.js";
import { withRetries } from "./retry.js";
export function reviewApi(octokit, target, sleep) {
    const { owner, repo, number: pull_number } = target;
    const attempt = (call) => withRetries(() => call({ signal: AbortSignal.timeout(timeoutMilliseconds) }), sleep);
    const { pulls } = octokit.rest;
    const every = { owner, repo, pull_number, per_page: 100 };
    return {
        async reviews() {
            const found = await attempt((request) => octokit.paginate(pulls.listReviews, { ...every, request }));
            return found.map(apiReview).sort(byAge);
        },
        async comments() {
            const found = await attempt((request) => octokit.paginate(pulls.listReviewComments, { ...every, request }));
            return found
                .map((comment) => ({
                ...apiReview(comment),
                answers: comment.in_reply_to_id ?? null,
                isCurrent: comment.line != null,
            }))
                .sort(byAge);
        },
        async create(commit, body, suggestions) {
            const review = { owner, repo, pull_number, commit_id: commit, body, event: 'COMMENT' };
            await attempt((request) => pulls.createReview({ ...review, comments: suggestions.map(placed), request }));
        },
        async update(id, body) {
            await attempt((request) => pulls.updateReview({ owner, repo, pull_number, review_id: id, body, request }));
        },
        async add(commit, suggestion) {
            const comment = { owner, repo, pull_number, commit_id: commit, ...placed(suggestion) };
            await attempt((request) => pulls.createReviewComment({ ...comment, request }));
        },
        async remove(id) {
            try {
                await attempt((request) => pulls.deleteReviewComment({ owner, repo, comment_id: id, request }));
            }
            catch (thrown) {
                if (readRequestFailure(thrown)?.status !== 404)
                    throw thrown;
            }
        },
    };
}
/** GitHub refuses a first line that is the last. */
const placed = ({ path, firstLine, lastLine, body }) => ({
    ...{ path, body, line: lastLine, side: 'RIGHT' },
    ...(firstLine < lastLine ? { start_line: firstLine, start_side: 'RIGHT' } : {}),
});
const byAge = (one, other) => one.id - other.id;
const apiReview = ({ id, user, body }) => ({ id, author: user?.login ?? null, body });
