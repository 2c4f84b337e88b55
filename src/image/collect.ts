import { type CollectedFile, collectedFile } from '../packages/collected.ts';

/** What a layer may give away to the memory and to its record, after reduction. */
const maxLayerBytes = 32 * 1024 ** 2;

/** Collects what tells of packages while a layer's files stream by. */
export interface FileCollector {
  /** A regular file begins; `size` is that of its content. */
  begin(path: string, size: number): void;
  content(piece: Buffer): void;
  /** The file that began has ended. */
  end(): void;
  readonly collected: ReadonlyMap<string, Buffer>;
}

/** A path that a layer holds twice counts with its later content, as it does when the layer is unpacked. */
export function fileCollector(): FileCollector {
  const collected = new Map<string, Buffer>();
  let bytes = 0;
  let current: { readonly path: string; readonly file: CollectedFile; readonly pieces: Buffer[] } | null = null;

  const drop = (path: string): void => {
    bytes -= collected.get(path)?.length ?? 0;
    collected.delete(path);
  };
  const keep = (path: string, content: Buffer): void => {
    if (bytes + content.length > maxLayerBytes) return;
    bytes += content.length;
    collected.set(path, content);
  };

  return {
    collected,
    begin(path, size) {
      const file = collectedFile(path);
      if (file !== null) drop(path);
      current = file !== null && size <= file.maxBytes ? { path, file, pieces: [] } : null;
    },
    content: (piece) => current?.pieces.push(piece),
    end() {
      if (current !== null) keep(current.path, current.file.reduce(Buffer.concat(current.pieces)));
      current = null;
    },
  };
}
