import { parseMarker, withMarker } from "./comment-marker.js";
import { deservesComment } from "./comment-policy.js";
import { explainFailure } from "./request-failure.js";
/** GitHub takes 65,536 characters; the marker has its room below that. */
export const commentTextLimit = 65_536 - 1_024;
/**
 * Puts a report on a pull request: one comment for each key, found again by its marker and its author, kept up to date
 * by later runs and never put back by an earlier one. Never rejects.
 */
export async function publishComment(api, draft) {
    if (draft.policy === 'never') {
        return { kind: 'skipped', reason: 'comments are switched off (comment: never)' };
    }
    if (draft.text.length > commentTextLimit) {
        return { kind: 'failed', notice: `The comment was not written: its ${draft.text.length} characters are too many.` };
    }
    try {
        return await publish(api, draft);
    }
    catch (thrown) {
        return { kind: 'failed', notice: explainFailure('The comment was', thrown, draft.fork) };
    }
}
async function publish(api, draft) {
    const [author, comments, head] = await Promise.all([api.login(), api.comments(), api.head()]);
    const [oldest, ...younger] = ownComments(comments, author, draft.key);
    if (oldest === undefined) {
        return await create(api, draft, head);
    }
    // Left over where two jobs could not see each other's, or a job ended between two calls.
    for (const { id } of younger) {
        await api.remove(id);
    }
    return await update(api, draft, oldest, head);
}
async function create(api, draft, head) {
    if (!deservesComment(draft.policy, draft.report)) {
        return { kind: 'skipped', reason: `nothing to report (comment: ${draft.policy})` };
    }
    if (draft.head !== head) {
        return { kind: 'skipped', reason: `the pull request has moved on to ${head}` };
    }
    const created = await api.create(withMarker(markedText(draft)));
    // Another job may have found no comment either, and created one at the same time: the oldest stays.
    const [oldest] = ownComments(await api.comments(), created.author, draft.key);
    if (oldest === undefined || oldest.id === created.id) {
        return { kind: 'created', url: created.url };
    }
    await api.remove(created.id);
    return await update(api, draft, oldest, head);
}
async function update(api, draft, existing, head) {
    const { text, marker } = existing.marked;
    if (isNewer(marker, draft, head)) {
        return { kind: 'skipped', reason: `a newer run has reported on ${marker.head}` };
    }
    const marked = markedText(draft);
    if (text === marked.text && marker.head === draft.head) {
        return { kind: 'unchanged', url: existing.url };
    }
    const { url } = await api.update(existing.id, withMarker(marked));
    return { kind: 'updated', url };
}
/** Whether what a comment shows is newer than the draft. Of two heads the pull request's present one is the newer. */
function isNewer(shown, draft, head) {
    if (shown.head !== draft.head && [shown.head, draft.head].includes(head)) {
        return shown.head === head;
    }
    return Date.parse(shown.measured) > Date.parse(draft.report.created);
}
function markedText({ text, key, head, run, report }) {
    return { text: text.trimEnd(), marker: { key, head, run, measured: report.created } };
}
/** Oldest first. Another author's comment may carry our marker: anybody can copy it. */
function ownComments(comments, author, key) {
    return comments.flatMap((comment) => {
        const marked = comment.author === author ? parseMarker(comment.body) : null;
        return marked?.marker.key === key ? [{ ...comment, marked }] : [];
    });
}
