import { binaryScanner, type ContentReader } from '../packages/binary-scanner.ts';
import { type CollectedFile, collectedFile } from '../packages/collected.ts';
import { elfReader, mayBeLibrary } from '../packages/elf.ts';
import { joinFacts, writeFact } from '../packages/facts.ts';
import { sourceReader } from '../packages/sources.ts';

/** What a layer may give away to the memory and to its record, after reduction. */
const maxLayerBytes = 32 * 1024 ** 2;
const smallestProgram = 64;

/** Collects what tells of packages while a layer's regular files stream by. */
export interface FileCollector {
  begin(path: string, file: { readonly size: number; readonly mode: number }): void;
  content(piece: Buffer): void;
  /** The file that began has ended. */
  end(): void;
  readonly collected: ReadonlyMap<string, Buffer>;
}

/** A path that a layer holds twice counts with its later content, as it does when the layer is unpacked. */
export function fileCollector(): FileCollector {
  const collected = new Map<string, Buffer>();
  let bytes = 0;
  let path = '';
  let reader: ContentReader | null = null;

  return {
    collected,
    begin(next, { size, mode }) {
      path = next;
      bytes -= collected.get(path)?.length ?? 0;
      collected.delete(path);
      const file = collectedFile(path);
      if (file !== null) reader = size <= file.maxBytes ? reducer(file) : null;
      else reader = scanner(path, size, (mode & 0o111) !== 0);
    },
    content: (piece) => reader?.write(piece),
    end() {
      const content = reader?.finish() ?? null;
      reader = null;
      const kept = content !== null && bytes + content.length > maxLayerBytes ? beyondBound(path) : content;
      if (kept === null) return;
      bytes += kept.length;
      collected.set(path, kept);
    },
  };
}

/** Of a file for which there is no room: what it does not name can't be told. */
const unread = writeFact('unread');
const beyondBound = (path: string): Buffer | null => (collectedFile(path) === null ? unread : null);

/** Programs and libraries are looked into, sources and scripts read for what they name. */
function scanner(path: string, size: number, isExecutable: boolean): ContentReader | null {
  const isProgram = size >= smallestProgram && (isExecutable || mayBeLibrary(path));
  const readers = [
    isProgram && isExecutable ? binaryScanner() : null,
    isProgram ? elfReader() : null,
    sourceReader(path, { size, isExecutable }),
  ].filter((each) => each !== null);
  return readers.length === 0 ? null : all(readers);
}

const all = (readers: readonly ContentReader[]): ContentReader => ({
  write(piece) {
    for (const reader of readers) reader.write(piece);
  },
  finish: () => joinFacts(readers.map((reader) => reader.finish())),
});

function reducer({ reduce }: CollectedFile): ContentReader {
  const pieces: Buffer[] = [];
  return { write: (piece) => pieces.push(piece), finish: () => reduce(Buffer.concat(pieces)) };
}
