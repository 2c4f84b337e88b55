import { formatDuration, formatPercent } from "../units.js";
import { deltaText, sizeText } from "./figures.js";
/** What the build took, in words of ours: nothing in them needs an escape. */
/** What the build took is noise up to here: machines differ, and so does what their caches hold. */
const noise = {
    /** A build that takes longer by no more than this, or by no more than a quarter. */
    seconds: 30,
    /** A part of the steps that does not come from the cache any more. */
    cachedShare: 0.5,
    /** A context that is larger by no more than this, or by no more than a quarter. */
    contextBytes: 10_000_000,
};
/** `built in 41.2s (+3.1s)`, `75% of 4 steps cached (was 50%)`, `12.3 MB of context sent (+1 MB)`; empty: not built here. */
export function buildParts(image) {
    return partsOf(image).map(({ text }) => text);
}
/** Of these what a reader should look at; empty where nothing is. */
export function notableBuildParts(image) {
    return partsOf(image).flatMap(({ text, isNotable }) => (isNotable ? [text] : []));
}
function partsOf({ build, current }) {
    if (build === null)
        return [];
    const { seconds, cachedShare, contextBytes } = build;
    const steps = current.build?.steps ?? 0;
    return [
        ...part(seconds, isMuchMore(seconds, noise.seconds), (after) => `built in ${formatDuration(after)}${longer(seconds)}`),
        ...part(cachedShare, (cachedShare.delta ?? 0) <= -noise.cachedShare, (after) => `${shareText(after)} of ${steps === 1 ? '1 step' : `${steps} steps`} cached${earlierShare(cachedShare)}`),
        ...part(contextBytes, isMuchMore(contextBytes, noise.contextBytes), (after) => `${sizeText(after)} of context sent${contextBytes.delta ? ` (${deltaText(contextBytes.delta)})` : ''}`),
    ];
}
const part = ({ after }, isNotable, tell) => after === null ? [] : [{ text: tell(after), isNotable }];
const isMuchMore = ({ before, delta }, least) => before !== null && delta !== null && delta > least && delta > before / 4;
const shareText = (share) => formatPercent(share * 100);
/** Tenths, as `formatDuration` prints them, are all that a difference of less is. */
function longer({ delta }) {
    if (delta === null || Math.abs(delta) < 0.05)
        return '';
    return ` (${delta > 0 ? '+' : '-'}${formatDuration(Math.abs(delta))})`;
}
const earlierShare = ({ before, delta }) => before === null || !delta ? '' : ` (was ${shareText(before)})`;
