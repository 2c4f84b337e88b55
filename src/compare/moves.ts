export interface Movable {
  /** Latin1, as in `Entry`. */
  readonly path: string;
}

export interface MoveSearch<T extends Movable> {
  readonly gone: readonly T[];
  readonly fresh: readonly T[];
  /** Equal for equal content. */
  readonly contentOf: (file: T) => string;
  /** What is of different scopes is not paired. */
  readonly scopeOf: (file: T) => string;
}

/**
 * Pairs what is gone with what is new where the content is the same: by content and name first (a directory was renamed),
 * then by content alone. Copies of one content are paired in the order of their paths, and only where as many came as
 * went: else it is not known which is which.
 */
export function pairMoves<T extends Movable>({ gone, fresh, contentOf, scopeOf }: MoveSearch<T>): [from: T, to: T][] {
  const pairs: [T, T][] = [];
  const paired = new Set<T>();
  const isLeft = (file: T) => !paired.has(file);
  for (const nameOf of [baseName, () => '']) {
    const keyOf = (file: T) => `${contentOf(file)} ${nameOf(file.path)}\n${scopeOf(file)}`;
    for (const [from, to] of pairEqual(gone.filter(isLeft), fresh.filter(isLeft), keyOf)) {
      paired.add(from).add(to);
      pairs.push([from, to]);
    }
  }
  return pairs;
}

function* pairEqual<T extends Movable>(
  gone: readonly T[],
  fresh: readonly T[],
  keyOf: (file: T) => string,
): Generator<[T, T]> {
  if (gone.length === 0 || fresh.length === 0) return;
  const arrived = Map.groupBy(fresh, keyOf);
  for (const [key, left] of Map.groupBy(gone, keyOf)) {
    const came = arrived.get(key)?.toSorted(byPath) ?? [];
    if (came.length !== left.length) continue;
    for (const [at, from] of left.toSorted(byPath).entries()) {
      const to = came[at];
      if (to !== undefined) yield [from, to];
    }
  }
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const byPath = (a: Movable, b: Movable): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
