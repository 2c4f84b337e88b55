/**
 * A glob with two wildcards: `*` stands for any characters but the separator, `**` for any at all, and `**` before a
 * separator for any number of segments, none too. Without a separator `*` stands for any characters. All else stands for
 * itself: paths have brackets and braces.
 *
 * All ways to match are followed at once: time grows with pattern × text, whatever the pattern.
 */
export function globOf(pattern, separator) {
    const star = pattern.indexOf('*');
    if (star === -1)
        return (text) => text === pattern;
    const prefix = pattern.slice(0, star);
    const tokens = tokensOf(pattern.slice(star), separator);
    // Most of a million paths fail here. A separator behind `**` need not be there.
    const end = pattern.slice(pattern.lastIndexOf('*') + 1);
    const suffix = separator !== null && end.startsWith(separator) ? end.slice(separator.length) : end;
    return (text) => text.startsWith(prefix) && text.endsWith(suffix) && matches(tokens, text, prefix.length, separator);
}
function tokensOf(pattern, separator) {
    const pieces = pattern.match(/\*+|[^*]/g) ?? [];
    const tokens = [];
    for (const piece of pieces) {
        const last = tokens.at(-1);
        if (piece.startsWith('*'))
            tokens.push({ kind: piece === '*' ? 'run' : 'all' });
        else if (piece === separator && last?.kind === 'all')
            tokens[tokens.length - 1] = { kind: 'segments' };
        else
            tokens.push({ kind: 'literal', character: piece });
    }
    return tokens;
}
function matches(tokens, text, from, separator) {
    let places = new Set();
    reach(tokens, 0, places);
    // What ends in `**` takes all the rest.
    const open = tokens.at(-1)?.kind === 'all' ? tokens.length - 1 : null;
    for (let at = from; at < text.length && places.size > 0; at++) {
        if (open !== null && places.has(open))
            return true;
        const character = text.charAt(at);
        const next = new Set();
        for (const place of places)
            step(tokens, place, character, separator, next);
        places = next;
    }
    return places.has(tokens.length);
}
/** Adds a place in the pattern, and those behind it that need no character. */
function reach(tokens, place, places) {
    places.add(place);
    const token = tokens[place];
    if (token !== undefined && token.kind !== 'literal')
        reach(tokens, place + 1, places);
}
function step(tokens, place, character, separator, next) {
    const token = tokens[place];
    if (token === undefined)
        return;
    if (token.kind === 'literal') {
        if (token.character === character)
            reach(tokens, place + 1, next);
    }
    else if (token.kind === 'segments') {
        // Within a segment there is no way on but to its end.
        next.add(place);
        if (character === separator)
            reach(tokens, place + 1, next);
    }
    else if (token.kind === 'all' || character !== separator)
        reach(tokens, place, next);
}
