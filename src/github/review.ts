import type { Report } from '../model/report.ts';
import type { CommentDraft } from './comment.ts';
import { parseMarker, withMarker } from './comment-marker.ts';
import type { PullRequestApi } from './pull-request-api.ts';
import { explainFailure } from './request-failure.ts';
import type { ApiReviewComment, ReviewApi } from './review-api.ts';
import { type Suggestion, suggestionsFor } from './suggestions.ts';

/** A report whose safe fixes are to be suggested. */
export type ReviewDraft = Pick<CommentDraft, 'report' | 'key' | 'head' | 'run' | 'fork'>;

/** `failed` is news for the log, never a reason to fail the job. */
export type ReviewResult =
  | { readonly kind: 'published'; readonly added: number; readonly removed: number; readonly kept: number }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'failed'; readonly notice: string };

/**
 * Suggests safe fixes on the lines that the pull request changes: one review for each key, found again by its marker and
 * its author. What stands there is never said twice; what no longer holds and nobody answered goes. Never rejects.
 */
export async function publishSuggestions(
  api: PullRequestApi,
  reviews: ReviewApi,
  draft: ReviewDraft,
): Promise<ReviewResult> {
  try {
    return await publish(api, reviews, draft);
  } catch (thrown) {
    return { kind: 'failed', notice: explainFailure('The suggestions were', thrown, draft.fork) };
  }
}

async function publish(api: PullRequestApi, reviews: ReviewApi, draft: ReviewDraft): Promise<ReviewResult> {
  const findings = findingsOf(draft.report);
  const files = new Set(findings.flatMap(({ fix }) => fix?.lines?.map(({ file }) => file) ?? []));
  const [author, head, patches, comments] = await Promise.all([
    api.login(),
    api.head(),
    api.patches(files),
    reviews.comments(),
  ]);
  if (draft.head !== head) return { kind: 'skipped', reason: `the pull request has moved on to ${head}` };
  const wanted = suggestionsFor(findings, patches);
  const { kept, obsolete } = sortOut(comments, author, wanted, draft.key);
  for (const { id } of obsolete) await reviews.remove(id);
  const missing = wanted
    .filter(({ fingerprint }) => !kept.has(fingerprint))
    .map((each) => withFingerprint(each, draft));
  await add(reviews, author, missing, wanted.length, draft);
  return { kind: 'published', added: missing.length, removed: obsolete.length, kept: kept.size };
}

/** Of all images, the most expensive first. */
const findingsOf = ({ images }: Report) =>
  images.flatMap(({ findings }) => findings).sort((a, b) => (b.price?.diskBytes ?? -1) - (a.price?.diskBytes ?? -1));

interface SortedOut {
  /** Fingerprints of what stands there, by whichever key. */
  readonly kept: ReadonlySet<string>;
  readonly obsolete: readonly ApiReviewComment[];
}

/** Another author's comment may carry our marker: anybody can copy it. Outdated ones are history. */
function sortOut(
  comments: readonly ApiReviewComment[],
  author: string,
  wanted: readonly Suggestion[],
  key: string,
): SortedOut {
  const answered = new Set(comments.map(({ answers }) => answers));
  const kept = new Set<string>();
  const obsolete: ApiReviewComment[] = [];
  for (const comment of comments.filter((each) => each.author === author && each.isCurrent)) {
    const marker = readFingerprint(comment.body);
    if (marker === null) continue;
    const isWanted = wanted.some(({ fingerprint }) => fingerprint === marker.fingerprint);
    if (isWanted && !kept.has(marker.fingerprint)) kept.add(marker.fingerprint);
    else if (marker.key === key && !answered.has(comment.id)) obsolete.push(comment);
  }
  return { kept, obsolete };
}

/** In our review if it is still to be made, else beside it: a review that was submitted takes no more comments. */
async function add(
  reviews: ReviewApi,
  author: string,
  missing: readonly Suggestion[],
  total: number,
  { key, head, run, report }: ReviewDraft,
): Promise<void> {
  const own = (await reviews.reviews()).flatMap((review) => {
    const marked = review.author === author ? parseMarker(review.body) : null;
    return marked?.marker.key === key ? [{ ...review, marked }] : [];
  });
  const [oldest] = own;
  const marker = { key, head, run, measured: report.created };
  const text = headText(total);
  if (oldest === undefined) {
    if (missing.length > 0) await reviews.create(head, withMarker({ text, marker }), missing);
    return;
  }
  for (const suggestion of missing) await reviews.add(head, suggestion);
  if (oldest.marked.text !== text) await reviews.update(oldest.id, withMarker({ text, marker }));
}

function headText(count: number): string {
  if (count === 0) return 'No safe fix is left for the lines that this pull request changes.';
  const fixes = count === 1 ? 'A safe fix' : `${count} safe fixes`;
  return `${fixes} for lines that this pull request changes, to make the image smaller: commit what you like.`;
}

const fingerprintMarker = /<!-- image-size-gate suggestion key=(\S+) is=([0-9a-f]+) -->\s*$/;

const withFingerprint = (suggestion: Suggestion, { key }: ReviewDraft): Suggestion => ({
  ...suggestion,
  body: `${suggestion.body}\n\n<!-- image-size-gate suggestion key=${encodeURIComponent(key)} is=${suggestion.fingerprint} -->`,
});

/** Null where the body's last line is none of ours. */
function readFingerprint(body: string): { key: string; fingerprint: string } | null {
  const [, key, fingerprint] = fingerprintMarker.exec(body) ?? [];
  return key === undefined || fingerprint === undefined ? null : { key: decodeKey(key), fingerprint };
}

function decodeKey(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
