import { readFact } from './facts.ts';
import { type FileView, label, type Package, type PackageFormat } from './format.ts';
import { type Installed, readInstalled } from './package-json.ts';

/** Packages as npm, yarn and pnpm lay them out: each folder in `node_modules` with a package.json; nested ones own their files. */
export const node: PackageFormat = {
  name: 'node',
  find(view) {
    const installed = [...view.collected].flatMap(([path, content]) => {
      const [, root, folder] = installedPath.exec(path) ?? [];
      return root === undefined || folder === undefined ? [] : [{ root, folder, content }];
    });
    const projects = projectsAround(view, new Set(installed.map(({ root }) => homeOf(root))));
    const packages = new Map<string, Omit<Package, 'files'> & { readonly files: string[] }>();
    for (const { root, folder, content } of installed) {
      const project = projects.get(homeOf(root)) ?? null;
      packages.set(root, { ...identify(folder, readInstalled(content), project), files: [] });
    }
    if (packages.size === 0) return [];
    for (const name of view.names) packages.get(rootOf(name, (root) => packages.has(root)) ?? '')?.files.push(name);
    return [...packages.values()];
  },
};

const installedPath = /^((?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+))\/package\.json$/;

/** The programs that a package brings. */
export function nodePrograms(view: FileView, { files }: Package): string[] {
  return files.flatMap((path) => {
    const content = installedPath.test(path) ? view.collected.get(path) : undefined;
    return content === undefined ? [] : readInstalled(content).programs;
  });
}

function identify(folder: string, told: Installed, project: Dependencies | null): Omit<Package, 'files'> {
  const name = label(told.name) ?? label(folder) ?? folder;
  return {
    manager: 'node',
    name,
    version: label(told.version),
    architecture: null,
    relations: {
      needs: told.needs.map((need) => [need]),
      wants: told.wants.map((want) => [want]),
      provides: [...new Set([name, folder])],
      automatic: isAutomatic(folder, project),
      essential: false,
    },
  };
}

/** What else than `dependencies` asks for a package may be there for more than the program. */
function isAutomatic(folder: string, project: Dependencies | null): boolean | null {
  if (project === null || project.others.has(folder)) return null;
  return !project.dependencies.has(folder);
}

/** Of a project and of its workspaces. */
interface Dependencies {
  readonly dependencies: Set<string>;
  readonly others: Set<string>;
}

/** The folder that the outermost `node_modules` around a package lies in. */
const homeOf = (root: string): string => root.slice(0, Math.max(0, /(?:^|\/)node_modules\//.exec(root)?.index ?? 0));

/** What the package.json of these folders, and those below, depend on; none where they depend on nothing. */
function projectsAround(view: FileView, homes: ReadonlySet<string>): ReadonlyMap<string, Dependencies> {
  const projects = new Map<string, Dependencies>();
  for (const [path, content] of view.collected) {
    if (!/(?:^|\/)package\.json$/.test(path) || installedPath.test(path)) continue;
    const [dependencies, others] = [readFact(content, 'dependencies'), readFact(content, 'otherDependencies')];
    if (dependencies === null && others === null) continue;
    for (const home of foldersAround(path).filter((folder) => homes.has(folder))) {
      const project = projects.get(home) ?? { dependencies: new Set(), others: new Set() };
      projects.set(home, project);
      for (const name of dependencies ?? []) project.dependencies.add(name);
      for (const name of others ?? []) project.others.add(name);
    }
  }
  return projects;
}

/** Deeper projects than that ask for nothing: a path can be made of folders alone. */
const maxDepth = 32;

function foldersAround(path: string): string[] {
  const parts = path.split('/', maxDepth).slice(0, -1);
  return ['', ...parts.map((_, at) => parts.slice(0, at + 1).join('/'))];
}

/** The innermost package around a file: bundled folders of `node_modules` without one belong to what is around them. */
function rootOf(name: string, isRoot: (path: string) => boolean): string | null {
  for (let end = name.length; ; ) {
    const at = name.lastIndexOf('node_modules/', end);
    if (at < 0) return null;
    const [inside = ''] = /^(?:@[^/]+\/)?[^/]+/.exec(name.slice(at + 'node_modules/'.length)) ?? [];
    const root = name.slice(0, at + 'node_modules/'.length) + inside;
    if ((at === 0 || name[at - 1] === '/') && isRoot(root)) return root;
    if (at === 0) return null;
    end = at - 1;
  }
}
