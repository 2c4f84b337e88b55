import { overlay } from '../../src/analysis/filesystem.ts';
import { findOwners, type Ownership } from '../../src/analysis/ownership.ts';
import { indexLayer } from '../../src/image/layer.ts';
import { makeTar, type TarEntry } from './tars.ts';

/** Files by path with their content; what begins with `→ ` is a symbolic link there. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** Who owns the files of an image of these layers, by the way that every image goes: tar, index, file system. */
export async function ownersOf(...layers: Files[]): Promise<Ownership> {
  const indexes = await Promise.all(
    layers.map(async (files) => {
      const tar = await makeTar(...Object.entries(files).map(([name, content]) => entryOf(name, content)));
      return (await indexLayer(inPieces(tar), { diffId: null, digest: null, maxBytes: null })).index;
    }),
  );
  const owners = findOwners(indexes, overlay(indexes));
  if (owners === null) throw new Error('layers that were just read know what they collected');
  return owners;
}

/** `manager name version architecture bytes` for each package, as they stand. */
export const packageRows = ({ packages }: Ownership): string[] =>
  packages.map(({ manager, name, version, architecture, diskBytes }) =>
    [manager, name, version ?? '-', architecture ?? '-', diskBytes].join(' '),
  );

/** `directory bytes` for each row of the rest. */
export const unownedRows = ({ unowned }: Ownership): string[] =>
  unowned.map(({ directory, diskBytes }) => `${directory} ${diskBytes}`);

function entryOf(name: string, content: string | Buffer): TarEntry {
  if (typeof content === 'string' && content.startsWith('→ ')) {
    return { name, type: 'symlink', linkname: content.slice(2) };
  }
  return { name, content, mode: 0o755 };
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 4000) yield bytes.subarray(at, at + 4000);
}
