import { explainError, UserError } from "../errors.js";
/** How far back the history is read until a stored commit is met; the first is the wanted commit alone. */
const reaches = [1, 50, 200, 1000];
/**
 * The record of the wanted commit, else of its nearest first-parent ancestor that has one.
 *
 * Never rejects with a `UserError`: a store or a network that fails is a baseline of kind `none` with its reason, and a
 * notice.
 */
export async function findBaseline(request, key, sources) {
    if (request.kind === 'none')
        return none(request.reason);
    try {
        return await find(request, key, sources);
    }
    catch (error) {
        if (!(error instanceof UserError))
            throw error;
        return none(error.message, [explainError(error)]);
    }
}
async function find(request, key, sources) {
    const { store, history } = sources;
    const listed = new Set(await store.list(key));
    if (listed.size === 0)
        return none(`No baseline of ${key.image} (${key.platform}) has been stored yet.`);
    const wanted = await wantedCommit(request, sources);
    if ('reason' in wanted)
        return none(wanted.reason);
    for (;;) {
        const match = await nearestStored(wanted.commit, listed, history);
        if ('reason' in match)
            return none(match.reason);
        const decoded = await store.load(key, match.commit);
        if (decoded !== null)
            return judge(decoded, match, wanted.commit, key);
        // Removed since it was listed: the next one, then.
        listed.delete(match.commit);
    }
}
/** What is wanted, or why that cannot be told. */
async function wantedCommit(request, { history, head }) {
    switch (request.kind) {
        case 'commit':
            return { commit: request.commit };
        case 'first-parent':
            return orReason(head.parents[0], `${short(head.commit)} has no parent to compare with.`);
        case 'ancestor-of': {
            const parent = request.commit === head.commit ? head.parents[0] : (await history.firstParents(request.commit, 2))?.[1];
            return orReason(parent, `${short(request.commit)} has no parent that is known.`);
        }
        case 'merge-base': {
            const base = await history.mergeBase(head.commit, request.ref);
            return orReason(base, `Where ${short(head.commit)} and ${request.ref} parted is not known.`);
        }
    }
}
function orReason(commit, reason) {
    return commit ? { commit } : { reason };
}
async function nearestStored(wanted, listed, history) {
    let chain = [];
    for (const reach of reaches) {
        const longer = reach === 1 ? [wanted] : await history.firstParents(wanted, reach);
        if (longer === null)
            return { reason: `${short(wanted)} has no baseline, and its history is not known.` };
        chain = longer;
        const match = nearest(chain, listed);
        if (match !== null)
            return match;
        if (chain.length < reach)
            break;
    }
    return { reason: `Neither ${short(wanted)} nor any of its ${chain.length - 1} nearest ancestors has a baseline.` };
}
/** The first commit of a first-parent chain that is listed; its place is the distance. */
export function nearest(chain, listed) {
    const distance = chain.findIndex((commit) => listed.has(commit));
    const commit = chain[distance];
    return commit === undefined ? null : { commit, distance };
}
function judge(decoded, { commit, distance }, wanted, key) {
    switch (decoded.kind) {
        case 'newer':
            return unusable(`The baseline of ${short(commit)} was written by a newer version of this action (format ${decoded.version}): update it here too.`);
        case 'unreadable':
            return unusable(`The baseline of ${short(commit)} cannot be read: ${decoded.reason}.`);
        case 'record': {
            const { record } = decoded;
            if (record.measurement.commit !== commit || record.measurement.platform !== key.platform) {
                return unusable(`The baseline of ${short(commit)} cannot be used: it is the record of something else.`);
            }
            const baseline = {
                kind: distance === 0 ? 'exact' : 'ancestor',
                commit,
                distance,
                measurement: record.measurement,
                reason: distance === 0 ? null : `${short(wanted)} has no baseline; this is the nearest ancestor that has one.`,
            };
            return { baseline, record, notices: [] };
        }
    }
}
function unusable(notice) {
    return none(notice, [notice]);
}
function none(reason, notices = []) {
    const baseline = { kind: 'none', commit: null, distance: null, measurement: null, reason };
    return { baseline, record: null, notices };
}
function short(commit) {
    return commit.slice(0, 7);
}
