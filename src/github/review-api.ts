import { type Octokit, type PullRequestTarget, timeoutMilliseconds } from './pull-request-api.ts';
import { readRequestFailure } from './request-failure.ts';
import { type Sleep, withRetries } from './retry.ts';
import type { Suggestion } from './suggestions.ts';

export interface ApiReview {
  readonly id: number;
  /** Null: the account is gone. */
  readonly author: string | null;
  readonly body: string;
}

export interface ApiReviewComment extends ApiReview {
  /** The comment that this one answers; null: none. */
  readonly answers: number | null;
  /** Its lines are still as they were; else GitHub folds it. */
  readonly isCurrent: boolean;
}

/** What the program asks of a forge about the reviews of one pull request. Every call rejects as Octokit does. */
export interface ReviewApi {
  /** Oldest first. */
  reviews(): Promise<readonly ApiReview[]>;
  /** Of all reviews, oldest first. */
  comments(): Promise<readonly ApiReviewComment[]>;
  /** A review with comments on lines of `commit`; it asks for nothing and approves nothing. */
  create(commit: string, body: string, suggestions: readonly Suggestion[]): Promise<void>;
  /** Changes what a review says above its comments. */
  update(id: number, body: string): Promise<void>;
  /** A comment on its own: nothing can be added to a review that was submitted. */
  add(commit: string, suggestion: Suggestion): Promise<void>;
  /** Gone already is done, too. */
  remove(id: number): Promise<void>;
}

export function reviewApi(octokit: Octokit, target: PullRequestTarget, sleep: Sleep): ReviewApi {
  const { owner, repo, number: pull_number } = target;
  const attempt = <T>(call: (request: { signal: AbortSignal }) => Promise<T>) =>
    withRetries(() => call({ signal: AbortSignal.timeout(timeoutMilliseconds) }), sleep);
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
      const review = { owner, repo, pull_number, commit_id: commit, body, event: 'COMMENT' as const };
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
      } catch (thrown) {
        if (readRequestFailure(thrown)?.status !== 404) throw thrown;
      }
    },
  };
}

/** GitHub refuses a first line that is the last. */
const placed = ({ path, firstLine, lastLine, body }: Suggestion) => ({
  ...{ path, body, line: lastLine, side: 'RIGHT' as const },
  ...(firstLine < lastLine ? { start_line: firstLine, start_side: 'RIGHT' as const } : {}),
});

const byAge = (one: ApiReview, other: ApiReview): number => one.id - other.id;

interface RawReview {
  readonly id: number;
  readonly user: { readonly login: string } | null;
  readonly body: string;
}

const apiReview = ({ id, user, body }: RawReview): ApiReview => ({ id, author: user?.login ?? null, body });
