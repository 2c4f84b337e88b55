import { readFact } from './facts.ts';
import type { FileView, Package } from './format.ts';
import { pythonLibrary } from './names.ts';
import { nodePrograms } from './node.ts';
import { normalisedName } from './requirement.ts';

/** How others load what a package brings. */
export interface Loading {
  /** The names of its modules, libraries and programs; of libraries as `stemOf` has them. */
  readonly names: readonly string[];
  /** It may be loaded by other means than one of them: plug-ins are found by a list, or by their folder. */
  readonly isFoundOtherwise: boolean;
}

export function loadingOf(found: Package, view: FileView): Loading {
  if (found.manager === 'python') return loadingOfDistribution(found, view);
  if (found.manager === 'node') return loadingOfNodePackage(found, view);
  return loadingOfLibrary(found, view);
}

/** `libpango-1` of `/usr/lib/libpango-1.0.so.0`: another version counts as the same. */
export const stemOf = (library: string): string =>
  library.slice(library.lastIndexOf('/') + 1).split('.', 1)[0] ?? library;

/** What Python and its tools use on their own. */
const usedByPython = ['pip', 'setuptools', 'wheel', 'tzdata'];

/** One that was installed from a file, a folder or a repository (PEP 610) may be the program itself. */
function loadingOfDistribution(found: Package, view: FileView): Loading {
  const info = found.files.find((path) => /\.(?:dist|egg)-info\/[^/]+$/.test(path))?.replace(/\/[^/]+$/, '') ?? null;
  const site = info === null ? null : parentOf(info);
  const modules = new Set(found.files.flatMap((path) => (site === null ? [] : (moduleOf(path, site) ?? []))));
  const name = normalisedName(found.name);
  return {
    names: modules.size === 0 ? [] : [...modules, found.name, name, name.replaceAll('-', '_'), ...programsOf(found)],
    isFoundOtherwise:
      usedByPython.includes(name) ||
      found.files.some((path) => path.endsWith('.pth') || path.endsWith('-info/direct_url.json')) ||
      [...modules].some((module) => pythonLibrary.has(module)) ||
      hasPlugIns(view.collected.get(`${info}/entry_points.txt`)),
  };
}

/** The top-level module that a file is of; null where it is of none. */
function moduleOf(path: string, site: string): string | null {
  if (!path.startsWith(site === '' ? '' : `${site}/`) || !/\.(?:pyi?|so)$/.test(path)) return null;
  const inside = path.slice(site === '' ? 0 : site.length + 1);
  return /^([\w-]+)(?:\/|\.)/.exec(inside)?.[1] ?? null;
}

/** Entry points of other groups than for scripts (packaging.python.org, "Entry points specification"). */
const hasPlugIns = (entryPoints: Buffer | undefined): boolean =>
  /^\[(?!(?:console|gui)_scripts\])/m.test(entryPoints?.toString('latin1') ?? '');

/** Tools find these by what follows or goes before, or in a folder. */
const conventional =
  /(?:^|[/-])(?:plugins?|presets?|loader|config|adapter|transformer|transport|driver|dialect)(?:-|$)/;

const loadingOfNodePackage = (found: Package, view: FileView): Loading => ({
  names: [...(found.relations?.provides ?? [found.name]), ...nodePrograms(view, found)],
  isFoundOtherwise: conventional.test(found.name),
});

const libraryFolder = /^(?:usr\/)?(?:local\/)?lib(?:32|64)?\/(?:[\w-]+-linux-[\w-]+\/)?[^/]+$/;

/** Only what lies where the linker looks is a library; elsewhere it is a plug-in. */
function loadingOfLibrary(found: Package, view: FileView): Loading {
  const binaries = found.files
    .map((path) => ({ path, facts: view.collected.get(path) }))
    .filter(
      ({ path, facts }) => /\.so(?:\.|$)/.test(path) || (facts !== undefined && readFact(facts, 'needs') !== null),
    );
  const sonames = binaries.flatMap(({ facts }) => (facts === undefined ? [] : (readFact(facts, 'soname') ?? [])));
  const stems = [...new Set([...sonames, ...binaries.map(({ path }) => path)].map(stemOf))];
  return {
    names: sonames.length === 0 ? [] : stems.flatMap((stem) => [stem, stem.replace(/^lib/, '')]),
    isFoundOtherwise:
      programsOf(found).length > 0 ||
      sonames.length < binaries.length ||
      binaries.some(({ path }) => !libraryFolder.test(path)),
  };
}

const programsOf = ({ files }: Package): string[] =>
  files.flatMap((path) => /(?:^|\/)s?bin\/([^/]+)$/.exec(path)?.[1] ?? []);

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
