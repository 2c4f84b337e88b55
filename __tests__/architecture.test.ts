import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { version } from '../src/version.ts';
import { findCycle, importsOf } from './support/imports.ts';

const root = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A part of src/: what belongs to it, and the parts that it may import; its own files it always may. */
interface Part {
  readonly name: string;
  readonly files: RegExp;
  readonly imports: readonly string[];
}

const shared = ['model', 'units', 'errors', 'version'];
const pure = ['packages', 'analysis', 'compare', 'dockerfile', 'lint', 'report', 'codec'];
const io = ['build', 'image', 'baseline', 'github'];

const folder = (name: string, imports: readonly string[]): Part => ({
  name,
  files: new RegExp(`^${name}/`),
  imports,
});
const file = (name: string, imports: readonly string[]): Part => ({
  name,
  files: new RegExp(`^${name}\\.ts$`),
  imports,
});

/** In this order: a file belongs to the first part that matches. */
const parts: readonly Part[] = [
  folder('model', []),
  file('units', []),
  file('errors', []),
  file('version', []),
  file('seams', ['model']),
  { name: 'codec', files: /^baseline\/codec(\.ts$|\/)/, imports: shared },
  ...pure.filter((name) => name !== 'codec').map((name) => folder(name, [...shared, ...pure])),
  ...io.map((name) => folder(name, [...shared, 'seams', ...pure])),
  {
    name: 'runtime',
    files: /^(runtime|proxies|action-log|terminal-log|fed-process)\.ts$/,
    imports: [...shared, 'seams', ...pure],
  },
  { name: 'entries', files: /^(index|main|cli|action|commands)\.ts$/, imports: ['*'] },
  folder('settings', [...shared, 'seams']),
  { name: 'pipeline', files: /^[^/]+\.ts$/, imports: [...shared, 'seams', 'settings', ...pure, ...io] },
];

/** Whole lists of a table's row are written as one word. */
const cell = (names: readonly string[]): string =>
  [
    ['shared', shared],
    ['pure', pure],
    ['io', io],
  ].reduce((text, [word, list]) => text.replace((list as string[]).join(', '), word as string), names.join(', '));

const sourcePaths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort();

const partOf = (path: string): Part | undefined => parts.find(({ files }) => files.test(path));

const sources = sourcePaths.map((path) => {
  const imports = importsOf(read(`src/${path}`)).map((statement) => ({
    ...statement,
    target: statement.specifier.startsWith('.') ? posix.join(posix.dirname(path), statement.specifier) : null,
  }));
  return { path, part: partOf(path)?.name ?? 'none', imports };
});

/** Imports that `forbidden` holds for, as `file → specifier`. */
const offences = (
  names: readonly string[],
  forbidden: (specifier: string, typeOnly: boolean, target: string | null) => boolean,
): string[] =>
  sources
    .filter(({ part }) => names.includes(part))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier, typeOnly, target }) => forbidden(specifier, typeOnly, target))
        .map(({ specifier }) => `${path} → ${specifier}`),
    );

describe('imports', () => {
  it('are read from every form of statement', () => {
    const source = [
      "import a from 'a';",
      "import type { B } from 'b';",
      "import {\n  c,\n  type D,\n} from './c.ts';",
      "import 'e';",
      "export * from './f.ts';",
      "export type { G } from './g.ts';",
      "/**\n * import h from 'h';\n */",
      "const lazy = await import('i');",
      "export const j = 'j';",
    ].join('\n');
    expect(importsOf(source)).toEqual([
      { specifier: 'a', typeOnly: false },
      { specifier: 'b', typeOnly: true },
      { specifier: './c.ts', typeOnly: false },
      { specifier: 'e', typeOnly: false },
      { specifier: './f.ts', typeOnly: false },
      { specifier: './g.ts', typeOnly: true },
      { specifier: 'i', typeOnly: false },
    ]);
  });

  it('of ours lead to a file by its full name', () => {
    const known = new Set(sourcePaths);
    expect(
      offences(
        parts.map(({ name }) => name),
        (_specifier, _typeOnly, target) => target !== null && !known.has(target),
      ),
    ).toEqual([]);
  });

  it.each(parts)('of $name go to the parts that it may use', ({ name, imports }) => {
    const allowed = new Set([name, ...imports]);
    const isForbidden = (target: string) => !allowed.has('*') && !allowed.has(partOf(target)?.name ?? 'none');
    expect(offences([name], (_specifier, _typeOnly, target) => target !== null && isForbidden(target))).toEqual([]);
  });

  it('of seams are types', () => {
    const users = parts.map(({ name }) => name);
    expect(offences(users, (_specifier, typeOnly, target) => target === 'seams.ts' && !typeOnly)).toEqual([]);
  });

  it('lead round in no circle of parts', () => {
    const graph = new Map<string, Set<string>>();
    for (const { part, imports } of sources) {
      const targets = graph.get(part) ?? new Set();
      graph.set(part, targets);
      for (const { target } of imports) {
        const other = target === null ? part : (partOf(target)?.name ?? 'none');
        if (other !== part) targets.add(other);
      }
    }
    expect(findCycle(graph)).toBeNull();
  });

  it('find a circle where there is one', () => {
    const graph = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['b'])],
    ]);
    expect(findCycle(graph)).toEqual(['b', 'c', 'b']);
  });

  it('bring the outside world to the pure parts in no way', () => {
    const inputOutput =
      /^(node:)?(fs|fs\/promises|child_process|net|http|https|http2|tls|dgram|dns|dns\/promises|os|process|readline|cluster|worker_threads)$/;
    const outside = /^(@actions\/|@octokit\/|dockerode$)/;
    const names = [...shared, ...pure];
    expect(offences(names, (specifier) => inputOutput.test(specifier) || outside.test(specifier))).toEqual([]);
  });

  it('make real seams in the entries and runtime.ts alone', () => {
    const makers = new Set(['entries', 'runtime']);
    const others = parts.map(({ name }) => name).filter((name) => !makers.has(name));
    expect(
      offences(others, (specifier, typeOnly) => !typeOnly && /^(@actions\/|@octokit\/|dockerode$)/.test(specifier)),
    ).toEqual([]);
  });

  it('stand in ARCHITECTURE.md as they are enforced', () => {
    const rows = parts.map(({ name, imports }) => `| ${name} | ${cell(imports) || '–'} |`);
    expect(read('ARCHITECTURE.md').replaceAll(/ +/g, ' ')).toContain(rows.join('\n'));
  });
});

/** A kind of plug-in: constants of one type under `folder`, each in the static array of `registry`. */
interface PlugInKind {
  readonly kind: string;
  readonly type: string;
  readonly folder: string;
  readonly registry: string;
}

const plugInKinds: readonly PlugInKind[] = [
  { kind: 'reader', type: 'Reader', folder: 'image/', registry: 'image/readers.ts' },
  { kind: 'package format', type: 'PackageFormat', folder: 'packages/', registry: 'packages/index.ts' },
  { kind: 'lint rule', type: 'Rule', folder: 'lint/rules/', registry: 'lint/rules/index.ts' },
];

const declared = (code: string, type: string): string[] =>
  [...code.matchAll(new RegExp(`^export const (\\w+): ${type} =`, 'gm'))].map(([, name = '']) => name);

const listed = (code: string, type: string): string[] =>
  new RegExp(`: readonly ${type}\\[\\] = \\[([^\\]]*)\\]`).exec(code)?.[1]?.match(/\w+/g) ?? [];

describe.each(plugInKinds)('every $kind', ({ type, folder, registry }) => {
  it('stands in the static array', () => {
    const plugIns = sourcePaths
      .filter((path) => path.startsWith(folder))
      .flatMap((path) => declared(read(`src/${path}`), type));
    expect(plugIns.length).toBeGreaterThan(0);
    expect(listed(read(`src/${registry}`), type).sort()).toEqual(plugIns.sort());
  });
});

describe('lint rules', () => {
  const names = readdirSync(join(root, 'src/lint/rules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it.each(names)('%s brings its code, its page and its cases', (name) => {
    const missing = ['rule.ts', 'README.md', 'cases.yml'].filter(
      (companion) => !existsSync(join(root, 'src/lint/rules', name, companion)),
    );
    expect(missing).toEqual([]);
    expect(declared(read(`src/lint/rules/${name}/rule.ts`), 'Rule')).toHaveLength(1);
    expect(read(`src/lint/rules/${name}/README.md`).split('\n')[0]).toBe(`# ${name}`);
  });
});

describe('dependencies', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));

  it.each(Object.keys({ ...dependencies, ...devDependencies }))(
    '%s stands in ARCHITECTURE.md with its reason',
    (name) => {
      expect(read('ARCHITECTURE.md')).toMatch(new RegExp(`^\\| .*\`${name}\`.* \\| \\S.* \\|$`, 'm'));
    },
  );
});

describe('file names', () => {
  it('are kebab-case and named by the domain', () => {
    const bad = sourcePaths.filter((path) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(path));
    expect(bad).toEqual([]);
    expect(sourcePaths.filter((path) => /\b(utils?|helpers?|common|misc)\b/.test(path))).toEqual([]);
  });
});

describe('version', () => {
  it('is the one of package.json', () => {
    expect(JSON.parse(read('package.json'))).toMatchObject({ version });
  });
});
