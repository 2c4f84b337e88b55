/** What is read of package.json: of a project's own, and of those of installed packages. */

export interface Project {
  /** `dependencies`, by name. */
  readonly dependencies: readonly string[];
  /** What it has for development, if it can, or expects beside itself. */
  readonly others: readonly string[];
  /** All but what it depends on, its name and its version, as JSON: scripts, settings of tools. Null: nested too deep. */
  readonly rest: string | null;
}

const otherLists = ['devDependencies', 'optionalDependencies', 'peerDependencies'];
/** What says which packages are to be there, which is no use of them. */
const noUse = [
  ...['name', 'version', 'dependencies', ...otherLists, 'peerDependenciesMeta', 'bundleDependencies'],
  ...['bundledDependencies', 'overrides', 'resolutions', 'pnpm', 'keywords', 'description'],
];

/** Never throws: what is no object depends on nothing. */
export function readProject(text: string): Project {
  const json = asObject(parse(text));
  return {
    dependencies: namesAt(json, 'dependencies'),
    others: otherLists.flatMap((list) => namesAt(json, list)),
    rest: write(Object.fromEntries(Object.entries(json).filter(([key]) => !noUse.includes(key)))),
  };
}

/** What can be read need not be written: that is recursive. */
function write(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

/** An installed package, as its package.json tells of it; latin1. */
export interface Installed {
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly needs: readonly string[];
  /** What it can use, if it is there. */
  readonly wants: readonly string[];
  readonly programs: readonly string[];
}

/** A line for each field of `Installed`, lists with tabs between. */
export function reduceInstalled(content: Buffer): Buffer {
  const json = asObject(parse(content.toString('utf8')));
  const textAt = (key: string) => (typeof json[key] === 'string' ? json[key].replaceAll('\n', ' ') : '');
  const wants = ['optionalDependencies', 'peerDependencies', 'peerDependenciesMeta'];
  const programs = typeof json.bin === 'string' ? [textAt('name').replace(/^.*\//, '')] : namesAt(json, 'bin');
  const lists = [namesAt(json, 'dependencies'), wants.flatMap((list) => namesAt(json, list)), programs];
  const lines = [textAt('name'), textAt('version'), ...lists.map((names) => [...new Set(names)].join('\t'))];
  // Nearly all have neither.
  return Buffer.from(lines.join('\n').trimEnd());
}

export function readInstalled(reduced: Buffer): Installed {
  const [name, version, ...lists] = reduced.toString('latin1').split('\n');
  const [needs = [], wants = [], programs = []] = lists.map((list) => list.split('\t').filter(Boolean));
  return { name, version, needs, wants, programs };
}

const namesAt = (json: Readonly<Record<string, unknown>>, key: string): string[] =>
  Object.keys(asObject(json[key])).filter((name) => /^[^\s]+$/.test(name));

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
