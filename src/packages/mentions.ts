import { collectedFile } from './collected.ts';
import { type FactKind, readFact } from './facts.ts';
import type { FileView } from './format.ts';
import { stemOf } from './loading.ts';

/** Who may load what: the names that the image's files have, by whose files these are. */
export interface Mentions {
  /** The owners of files with one of `names`; null: of files that no package owns. */
  ownersOf(names: Iterable<string>): ReadonlySet<string | null>;
  /** Whether all files that may name something were read. */
  readonly isComplete: boolean;
}

/** @param ownerOf the key of the package that a file belongs to, by its path; null for none */
export function mentionsIn({ collected }: FileView, ownerOf: (path: string) => string | null): Mentions {
  const owners = new Map<string, Set<string | null>>();
  let isComplete = true;
  const add = (name: string, owner: string | null): void => {
    const known = owners.get(name);
    if (known === undefined) owners.set(name, new Set([owner]));
    else known.add(owner);
  };
  for (const [path, content] of collected) {
    if (collectedFile(path) !== null) continue;
    const values = (kind: FactKind) => readFact(content, kind) ?? [];
    const owner = ownerOf(path);
    for (const name of values('names')) add(name, owner);
    for (const library of [...values('needs'), ...values('names')]) add(stemOf(library), owner);
    isComplete &&= readFact(content, 'unread') === null;
  }
  return {
    isComplete,
    ownersOf: (names) => new Set([...names].flatMap((name) => [...(owners.get(name) ?? [])])),
  };
}
