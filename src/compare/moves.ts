/** What a file is recognised by at another path. */
export interface Movable {
  /** Latin1, as in `Entry`. */
  readonly path: string;
  /** Equal for equal content. */
  readonly content: string;
}

/**
 * Pairs what is gone with what is new where the content is the same: by content and name first (a directory was renamed),
 * then by content alone. Copies of one content are paired in the order of their paths, and only where as many came as
 * went: else it is not known which is which.
 *
 * @param scopeOf what is of different scopes is not paired
 */
export function pairMoves<T extends Movable>(
  gone: readonly T[],
  fresh: readonly T[],
  scopeOf: (file: T) => string = () => '',
): [from: T, to: T][] {
  const pairs: [T, T][] = [];
  let rest = [gone, fresh] as const;
  for (const nameOf of [baseName, () => '']) {
    const keyOf = (file: T) => `${file.content} ${nameOf(file.path)}\n${scopeOf(file)}`;
    const found = pairEqual(...rest, keyOf);
    const paired = new Set(found.flat());
    rest = [rest[0].filter((file) => !paired.has(file)), rest[1].filter((file) => !paired.has(file))];
    pairs.push(...found);
  }
  return pairs;
}

function pairEqual<T extends Movable>(gone: readonly T[], fresh: readonly T[], keyOf: (file: T) => string): [T, T][] {
  const arrived = Map.groupBy(fresh, keyOf);
  const pairs: [T, T][] = [];
  for (const [key, left] of Map.groupBy(gone, keyOf)) {
    const came = arrived.get(key) ?? [];
    if (came.length !== left.length) continue;
    const to = came.toSorted(byPath);
    left.toSorted(byPath).forEach((from, at) => {
      const target = to[at];
      if (target !== undefined) pairs.push([from, target]);
    });
  }
  return pairs;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
