import { type FileView, label, matching, type Package, type PackageFormat, visible } from './format.ts';

/**
 * Python's distributions: `*.dist-info` with its RECORD (packaging.python.org, "Recording installed projects"), and
 * setuptools' older `*.egg-info`. Paths are relative to the folder that holds them.
 */
export const python: PackageFormat = {
  name: 'python',
  find: (view) => [...distributions(view), ...eggs(view)],
};

function* distributions(view: FileView): Generator<Package> {
  for (const [[folder = ''], record] of matching(view, /^.*(?=\/RECORD$)/)) {
    const listed = record.split('\n').filter(Boolean);
    const paths = listed.map((path) => fromFolder(parentOf(folder), path));
    yield { ...identify(view, folder, `${folder}/METADATA`), files: visible(view, paths) };
  }
}

function* eggs(view: FileView): Generator<Package> {
  for (const [[path, folder = '', inside]] of matching(view, /^(.*\.egg-info)(\/PKG-INFO)?$/)) {
    const files = inside === undefined ? [path] : [...view.below(folder), ...eggFiles(view, folder)];
    yield { ...identify(view, folder, path), files };
  }
}

/** What `pip install` noted, else all below the top-level modules that it names. */
function eggFiles(view: FileView, folder: string): Iterable<string> {
  const noted = lines(view.collected.get(`${folder}/installed-files.txt`));
  if (noted.length > 0)
    return visible(
      view,
      noted.map((path) => fromFolder(folder, path)),
    );
  const site = parentOf(folder);
  const modules = lines(view.collected.get(`${folder}/top_level.txt`)).map((name) => fromFolder(site, name));
  return modules.flatMap((path) => [...view.below(path), ...visible(view, [`${path}.py`])]);
}

const lines = (content: Buffer | undefined): string[] =>
  (content?.toString('latin1') ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** By its own words, else by its folder's name: `name-version.dist-info`, `name-version-py3.11.egg-info`. */
function identify(view: FileView, folder: string, metadata: string): Omit<Package, 'files'> {
  const text = view.collected.get(metadata)?.toString('latin1') ?? '';
  const folderName = folder.slice(folder.lastIndexOf('/') + 1);
  const [, name, version] = /^([^-]+)(?:-([^-]+))?(?:-py[\d.]+)?\.(?:dist|egg)-info$/.exec(folderName) ?? [];
  return {
    manager: 'python',
    name: label(/^Name: (.*)$/m.exec(text)?.[1]) ?? label(name) ?? '?',
    version: label(/^Version: (.*)$/m.exec(text)?.[1]) ?? label(version),
    architecture: null,
  };
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** `path` as seen from a folder, `..` taken out; an absolute one stands for itself. */
function fromFolder(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
