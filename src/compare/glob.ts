/** Whether a text is what a pattern means. */
export type Glob = (text: string) => boolean;

/** One character; any run of them within a segment; any run; any number of whole segments, with their separators. */
type Token = { readonly kind: 'literal'; readonly character: string } | { readonly kind: 'run' | 'all' | 'segments' };

/**
 * A glob with two wildcards: `*` stands for any characters but the separator, `**` for any at all, and `**` before a
 * separator for any number of segments, none too. Without a separator `*` stands for any characters. All else stands for
 * itself: paths have brackets and braces.
 *
 * All ways to match are followed at once: time grows with pattern × text, whatever the pattern.
 */
export function globOf(pattern: string, separator: string | null): Glob {
  const star = pattern.indexOf('*');
  if (star === -1) return (text) => text === pattern;
  const prefix = pattern.slice(0, star);
  const tokens = tokensOf(pattern.slice(star), separator);
  // Most of a million paths fail here. A separator behind `**` need not be there.
  const end = pattern.slice(pattern.lastIndexOf('*') + 1);
  const suffix = separator !== null && end.startsWith(separator) ? end.slice(separator.length) : end;
  return (text) => text.startsWith(prefix) && text.endsWith(suffix) && matches(tokens, text, prefix.length, separator);
}

function tokensOf(pattern: string, separator: string | null): readonly Token[] {
  const pieces = pattern.match(/\*+|[^*]/g) ?? [];
  const tokens: Token[] = [];
  for (const piece of pieces) {
    const last = tokens.at(-1);
    if (piece.startsWith('*')) tokens.push({ kind: piece === '*' ? 'run' : 'all' });
    else if (piece === separator && last?.kind === 'all') tokens[tokens.length - 1] = { kind: 'segments' };
    else tokens.push({ kind: 'literal', character: piece });
  }
  return tokens;
}

function matches(tokens: readonly Token[], text: string, from: number, separator: string | null): boolean {
  let places = new Set<number>();
  reach(tokens, 0, places);
  // What ends in `**` takes all the rest.
  const open = tokens.at(-1)?.kind === 'all' ? tokens.length - 1 : null;
  for (let at = from; at < text.length && places.size > 0; at++) {
    if (open !== null && places.has(open)) return true;
    const character = text.charAt(at);
    const next = new Set<number>();
    for (const place of places) step(tokens, place, character, separator, next);
    places = next;
  }
  return places.has(tokens.length);
}

/** Adds a place in the pattern, and those behind it that need no character. */
function reach(tokens: readonly Token[], place: number, places: Set<number>): void {
  places.add(place);
  const token = tokens[place];
  if (token !== undefined && token.kind !== 'literal') reach(tokens, place + 1, places);
}

function step(
  tokens: readonly Token[],
  place: number,
  character: string,
  separator: string | null,
  next: Set<number>,
): void {
  const token = tokens[place];
  if (token === undefined) return;
  if (token.kind === 'literal') {
    if (token.character === character) reach(tokens, place + 1, next);
  } else if (token.kind === 'segments') {
    // Within a segment there is no way on but to its end.
    next.add(place);
    if (character === separator) reach(tokens, place + 1, next);
  } else if (token.kind === 'all' || character !== separator) reach(tokens, place, next);
}
