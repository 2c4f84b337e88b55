/**
 * Contents of given lengths that compress about as the real ones do (gzip: prose 3 to 1, programs 2 to 1), and are the
 * same in every run.
 *
 * @param seed the same gives the same, another gives another
 * @param bytes how many; all of them ASCII
 */
export type Filler = (seed: string, bytes: number) => string;

export const prose: Filler = (seed, bytes) => fill(seed, bytes, (next) => `${words[next(words.length)]} `);

/** Half of it repeats, half is like no other. */
export const program: Filler = (seed, bytes) =>
  fill(seed, bytes, (next) => (next(2) === 0 ? (chunks[next(chunks.length)] ?? '') : noise(next, 8)));

/** Compressed already. */
export const packed: Filler = (seed, bytes) => fill(seed, bytes, (next) => noise(next, 8));

/** A number below `limit`. */
type Next = (limit: number) => number;

const noise = (next: Next, length: number): string =>
  Array.from({ length }, () => String.fromCharCode(next(128))).join('');

const vocabulary = numbers('vocabulary');
const words = Array.from({ length: 3000 }, () =>
  Array.from({ length: 5 + vocabulary(5) }, () => String.fromCharCode(97 + vocabulary(26))).join(''),
);
const chunks = Array.from({ length: 400 }, () => noise(vocabulary, 8));

function fill(seed: string, bytes: number, part: (next: Next) => string): string {
  const next = numbers(seed);
  const parts: string[] = [];
  for (let length = 0; length < bytes; ) {
    const made = part(next);
    parts.push(made);
    length += made.length;
  }
  return parts.join('').slice(0, bytes);
}

/** mulberry32 (Tommy Ettinger, public domain), started by a sum of the seed's characters (FNV-1a). */
function numbers(seed: string): Next {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
