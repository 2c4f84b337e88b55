import { parseMarker, withMarker } from "./comment-marker.js";
import { explainFailure } from "./request-failure.js";
import { suggestionsFor } from "./suggestions.js";
/**
 * Suggests safe fixes on the lines that the pull request changes: one review for each key, found again by its marker and
 * its author. What stands there is never said twice; what no longer holds and nobody answered goes. Never rejects.
 */
export async function publishSuggestions(api, reviews, draft) {
    try {
        return await publish(api, reviews, draft);
    }
    catch (thrown) {
        return { kind: 'failed', notice: explainFailure('The suggestions were', thrown, draft.fork) };
    }
}
async function publish(api, reviews, draft) {
    const findings = findingsOf(draft.report);
    const files = new Set(findings.flatMap(({ fix }) => fix?.lines?.map(({ file }) => file) ?? []));
    const [author, head, patches, comments] = await Promise.all([
        api.login(),
        api.head(),
        api.patches(files),
        reviews.comments(),
    ]);
    if (draft.head !== head)
        return { kind: 'skipped', reason: `the pull request has moved on to ${head}` };
    const wanted = suggestionsFor(findings, patches);
    const { kept, obsolete } = sortOut(comments, author, wanted, draft.key);
    for (const { id } of obsolete)
        await reviews.remove(id);
    const missing = wanted
        .filter(({ fingerprint }) => !kept.has(fingerprint))
        .map((each) => withFingerprint(each, draft));
    await add(reviews, author, missing, wanted.length, draft);
    return { kind: 'published', added: missing.length, removed: obsolete.length, kept: kept.size };
}
/** Of all images, the most expensive first. */
const findingsOf = ({ images }) => images.flatMap(({ findings }) => findings).sort((a, b) => (b.price?.diskBytes ?? -1) - (a.price?.diskBytes ?? -1));
/** Another author's comment may carry our marker: anybody can copy it. Outdated ones are history. */
function sortOut(comments, author, wanted, key) {
    const answered = new Set(comments.map(({ answers }) => answers));
    const kept = new Set();
    const obsolete = [];
    for (const comment of comments.filter((each) => each.author === author && each.isCurrent)) {
        const marker = readFingerprint(comment.body);
        if (marker === null)
            continue;
        const isWanted = wanted.some(({ fingerprint }) => fingerprint === marker.fingerprint);
        if (isWanted && !kept.has(marker.fingerprint))
            kept.add(marker.fingerprint);
        else if (marker.key === key && !answered.has(comment.id))
            obsolete.push(comment);
    }
    return { kept, obsolete };
}
/** In our review if it is still to be made, else beside it: a review that was submitted takes no more comments. */
async function add(reviews, author, missing, total, { key, head, run, report }) {
    const own = (await reviews.reviews()).flatMap((review) => {
        const marked = review.author === author ? parseMarker(review.body) : null;
        return marked?.marker.key === key ? [{ ...review, marked }] : [];
    });
    const [oldest] = own;
    const marker = { key, head, run, measured: report.created };
    const text = headText(total);
    if (oldest === undefined) {
        if (missing.length > 0)
            await reviews.create(head, withMarker({ text, marker }), missing);
        return;
    }
    for (const suggestion of missing)
        await reviews.add(head, suggestion);
    if (oldest.marked.text !== text)
        await reviews.update(oldest.id, withMarker({ text, marker }));
}
function headText(count) {
    if (count === 0)
        return 'No safe fix is left for the lines that this pull request changes.';
    const fixes = count === 1 ? 'A safe fix' : `${count} safe fixes`;
    return `${fixes} for lines that this pull request changes, to make the image smaller: commit what you like.`;
}
const fingerprintMarker = /<!-- image-size-gate suggestion key=(\S+) is=([0-9a-f]+) -->\s*$/;
const withFingerprint = (suggestion, { key }) => ({
    ...suggestion,
    body: `${suggestion.body}\n\n<!-- image-size-gate suggestion key=${encodeURIComponent(key)} is=${suggestion.fingerprint} -->`,
});
/** Null where the body's last line is none of ours. */
function readFingerprint(body) {
    const [, key, fingerprint] = fingerprintMarker.exec(body) ?? [];
    return key === undefined || fingerprint === undefined ? null : { key: decodeKey(key), fingerprint };
}
function decodeKey(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
