import { collectedFile } from './collected.ts';
import { readFact } from './facts.ts';
import { label, type Package, type PackageFormat } from './format.ts';

/** Go and Rust programs, each a package of one file, by what `binaryScanner` found in them. */
export const binary: PackageFormat = {
  name: 'binary',
  find: (view) =>
    [...view.collected]
      .filter(([path]) => collectedFile(path) === null)
      .flatMap(([path, facts]) => identify(path, facts) ?? []),
};

function identify(path: string, facts: Buffer): Package | null {
  const go = readFact(facts, 'go');
  const told = go ?? readFact(facts, 'rust');
  if (told === null) return null;
  const [name, version] = told;
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  return {
    manager: go === null ? 'rust' : 'go',
    name: label(name) ?? label(fileName) ?? fileName,
    version: label(version),
    architecture: null,
    files: [path],
    relations: null,
  };
}
