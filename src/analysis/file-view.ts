import type { LayerIndex } from '../model/image.ts';
import type { FileView } from '../packages/format.ts';
import { pathResolver } from '../packages/resolve.ts';
import type { FileSystem, LiveFile } from './filesystem.ts';

/** The final file system by name, as package formats see it, and the files behind the names. */
export interface NamedFiles extends FileView {
  readonly files: ReadonlyMap<string, LiveFile>;
}

/** Null where a layer's index does not know what was collected. */
export function viewFiles(layers: readonly LayerIndex[], { live, symlinks }: FileSystem): NamedFiles | null {
  const contents = layers.map(({ collected }) => collected);
  if (contents.includes(null)) return null;
  const files = new Map<string, LiveFile>();
  const collected = new Map<string, Buffer>();
  for (const file of live) {
    const content = contents[file.layer]?.get(file.entry.path);
    for (const name of [file.path, ...(file.links ?? [])]) files.set(name, file);
    // The name that the layer has it by may be gone, and another name's content tells of no package.
    if (content !== undefined && files.get(file.entry.path) === file) collected.set(file.entry.path, content);
  }
  const names = [...files.keys()].sort();
  const resolve = pathResolver(symlinks);
  return {
    files,
    collected,
    names,
    has: (name) => files.has(name),
    *below(directory) {
      const prefix = directory === '' ? '' : `${directory}/`;
      for (let at = lowerBound(names, prefix); names[at]?.startsWith(prefix); at++) yield names[at] ?? '';
    },
    find(path) {
      const name = resolve(path);
      return name !== null && files.has(name) ? name : null;
    },
  };
}

/** Where the first name stands that is not before `text`. */
function lowerBound(names: readonly string[], text: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((names[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
