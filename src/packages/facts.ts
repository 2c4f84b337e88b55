/**
 * What is kept of a program or a source, found out while it streamed by. A line for each kind: the kind, and its values
 * behind it with tabs between. Values have no line break and no tab.
 *
 * - `go`, `rust`: what a program was made from; of Go its path and version where it tells them
 * - `soname`, `needs`: as an ELF file's dynamic section has them (DT_SONAME, DT_NEEDED)
 * - `programs`: those that a script names, of the watched ones
 * - `names`: by which it may load modules or libraries; of a qualified name the whole and its first part
 * - `dependencies`, `otherDependencies`: of a project's package.json, the latter for development, optional, expected
 * - `unread`: it was too much to be read, and may have named anything
 */
export type FactKind =
  | 'go'
  | 'rust'
  | 'soname'
  | 'needs'
  | 'programs'
  | 'names'
  | 'dependencies'
  | 'otherDependencies'
  | 'unread';

export const writeFact = (kind: FactKind, values: Iterable<string> = []): Buffer =>
  Buffer.from([kind, ...values].join('\t'), 'latin1');

/** Null where there are none. */
export function joinFacts(facts: readonly (Buffer | null)[]): Buffer | null {
  const lines = facts.filter((fact) => fact !== null).map((fact) => fact.toString('latin1'));
  return lines.length === 0 ? null : Buffer.from(lines.join('\n'), 'latin1');
}

/** The values of one kind; null where that fact is not there. */
export const readFact = (content: Buffer, kind: FactKind): readonly string[] | null =>
  content
    .toString('latin1')
    .split('\n')
    .map((line) => line.split('\t'))
    .find(([name]) => name === kind)
    ?.slice(1) ?? null;
