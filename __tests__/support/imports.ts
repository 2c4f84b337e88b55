/** What a TypeScript source imports; enough of the grammar for code that Biome has formatted. */
export interface ImportStatement {
  readonly specifier: string;
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

const statement =
  /^(?:import\s+(?<importType>type\s)?(?:[^'";]*?\sfrom\s+)?|export\s+(?<exportType>type\s)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+)'(?<specifier>[^']+)'/gm;
const dynamic = /\b(?:import|require)\(\s*'(?<specifier>[^']+)'/g;

export function importsOf(source: string): ImportStatement[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '');
  const statements = [...code.matchAll(statement)].map(({ groups = {} }) => ({
    specifier: groups.specifier ?? '',
    typeOnly: groups.importType !== undefined || groups.exportType !== undefined,
  }));
  const calls = [...code.matchAll(dynamic)].map(({ groups = {} }) => ({
    specifier: groups.specifier ?? '',
    typeOnly: false,
  }));
  return [...statements, ...calls];
}

/** The first way round in a directed graph, its start repeated at its end; null where there is none. */
export function findCycle(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] | null => {
    const start = path.indexOf(node);
    if (start >= 0) return [...path.slice(start), node];
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle !== null) return cycle;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
