/**
 * Pairs the layers of two images: by content (diffID), then by instruction and stage, then by instruction alone (a stage
 * was renamed), then an instruction with the one that it was before an edit. An instruction that was inserted, removed or
 * moved therefore misaligns nothing. Pairs stand in the order of `after`; what is gone comes last, in the order of
 * `before`. Which layers are a pair does not depend on which image is called `before`.
 */
export function alignLayers(before, after) {
    // The same object may stand on both sides.
    const partners = new Map();
    const taken = new Set();
    const isLeft = (old) => !taken.has(old);
    const isNew = (current) => !partners.has(current);
    const pair = (old, current) => {
        partners.set(current, old);
        taken.add(old);
    };
    for (const identity of [contentOf, instructionInStage, instructionOf]) {
        for (const [old, current] of pairsBy(identity, before.filter(isLeft), after.filter(isNew)))
            pair(old, current);
    }
    for (const { old, current } of edits(before.filter(isLeft), after.filter(isNew))) {
        if (isLeft(old) && isNew(current))
            pair(old, current);
    }
    return [
        ...after.map((layer) => ({ before: partners.get(layer) ?? null, after: layer })),
        ...before.filter(isLeft).map((layer) => ({ before: layer, after: null })),
    ];
}
const contentOf = (layer) => layer.diffId;
const instructionOf = (layer) => layer.instruction;
const instructionInStage = ({ instruction, location }) => instruction && `${location?.stage ?? ''}\n${instruction}`;
/** Of layers that are equal in it, the first with the first, and so on. */
function* pairsBy(identity, before, after) {
    const waiting = Map.groupBy(before, identity);
    for (const current of after) {
        const key = identity(current);
        const old = key === null ? undefined : waiting.get(key)?.shift();
        if (old !== undefined)
            yield [old, current];
    }
}
/** Of an edited instruction at least this share of the words stays. */
const leastAlike = 0.5;
/** Layers of a side that are looked through for edits: each is held beside each, and no build makes as many. */
const mostLayers = 500;
/**
 * Instructions that an edit may have turned into one another, the most alike first; of equally alike ones those that
 * stand closest, then the lowest. Two that are equal in all of this have no layer in common.
 */
function edits(before, after) {
    const [olds, currents] = [before, after].map((layers) => layers.slice(0, mostLayers).map((layer, at) => ({ layer, at, words: wordsOf(layer.instruction) })));
    const found = [];
    for (const old of olds ?? []) {
        for (const current of currents ?? []) {
            const likeness = old.layer.origin === current.layer.origin ? likenessOf(old.words, current.words) : 0;
            if (likeness < leastAlike)
                continue;
            const [distance, depth] = [Math.abs(old.at - current.at), old.at + current.at];
            found.push({ old: old.layer, current: current.layer, likeness, distance, depth });
        }
    }
    return found.sort((a, b) => b.likeness - a.likeness || a.distance - b.distance || a.depth - b.depth);
}
/** Words that both have, out of those that either has (Jaccard); 0 where the keywords differ. */
function likenessOf(words, others) {
    const [[keyword], [otherKeyword]] = [words, others];
    if (keyword === undefined || keyword !== otherKeyword)
        return 0;
    const common = words.intersection(others).size;
    return common / (words.size + others.size - common);
}
/** Words of an instruction that are compared: the longest one that is known has some hundreds. */
const mostWords = 2000;
const wordsOf = (instruction) => new Set(instruction?.split(/\s+/, mostWords).filter(Boolean) ?? []);
