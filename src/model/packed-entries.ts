import type { Entry, EntryKind } from './image.ts';

/**
 * Entries of many layers live as long as a run does, and plain objects with their texts take some 250 bytes each. Packed
 * they are columns, most of bytes outside the heap, a page for every thousand or so, and each entry is a view that reads
 * its row: some 140 bytes.
 */
export interface EntryPacker {
  readonly count: number;
  add(entry: Entry): void;
  /** All entries in their order; to be called once. */
  finish(): readonly Entry[];
}

const pageEntries = 1024;

export function entryPacker(): EntryPacker {
  const packed: Entry[] = [];
  let pending: Entry[] = [];
  const pack = () => {
    const page = packPage(pending);
    for (let row = 0; row < pending.length; row++) packed.push(new PackedEntry(page, row));
    pending = [];
  };
  return {
    get count() {
      return packed.length + pending.length;
    },
    add(entry) {
      if (pending.push(entry) === pageEntries) pack();
    },
    finish() {
      pack();
      return packed;
    },
  };
}

/** A kind is kept as its place here. */
const kinds: readonly EntryKind[] = ['file', 'directory', 'symlink', 'hardlink', 'other', 'whiteout', 'opaque'];

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

interface Texts {
  readonly bytes: Buffer;
  /** Where each text ends in `bytes`; it begins where the one before ends. */
  readonly ends: Numbers;
}

/**
 * In one text: paths are read most, and a part of a text is a view of it that takes a quarter of the time of a text made
 * of bytes.
 */
interface Paths {
  readonly text: string;
  readonly ends: Numbers;
}

interface Page {
  readonly paths: Paths;
  readonly kinds: Numbers;
  readonly sizes: Numbers;
  /** An empty one says null. */
  readonly hashes: Texts;
  readonly modes: Numbers;
  readonly uids: Numbers;
  readonly gids: Numbers;
  readonly links: Texts;
  /** 1 where there is a link, which may be empty. */
  readonly hasLink: Numbers;
}

function packPage(entries: readonly Entry[]): Page {
  return {
    paths: packPaths(entries.map(({ path }) => path)),
    kinds: packNumbers(entries.map(({ kind }) => kinds.indexOf(kind))),
    sizes: packNumbers(entries.map(({ size }) => size)),
    hashes: packTexts(
      entries.map(({ hash }) => hash ?? ''),
      'hex',
    ),
    modes: packNumbers(entries.map(({ mode }) => mode)),
    uids: packNumbers(entries.map(({ uid }) => uid)),
    gids: packNumbers(entries.map(({ gid }) => gid)),
    links: packTexts(
      entries.map(({ link }) => link ?? ''),
      'latin1',
    ),
    hasLink: packNumbers(entries.map(({ link }) => (link === null ? 0 : 1))),
  };
}

function packPaths(paths: readonly string[]): Paths {
  let end = 0;
  const ends = paths.map((path) => {
    end += path.length;
    return end;
  });
  return { text: paths.join(''), ends: packNumbers(ends) };
}

type Encoding = 'latin1' | 'hex';

function packTexts(texts: readonly string[], encoding: Encoding): Texts {
  let end = 0;
  const ends = texts.map((text) => {
    end += Buffer.byteLength(text, encoding);
    return end;
  });
  return { bytes: Buffer.from(texts.join(''), encoding), ends: packNumbers(ends) };
}

/** In as few bytes as the largest of them needs. */
function packNumbers(values: readonly number[]): Numbers {
  const largest = Math.max(0, ...values);
  if (largest < 2 ** 8) return Uint8Array.from(values);
  if (largest < 2 ** 16) return Uint16Array.from(values);
  return largest < 2 ** 32 ? Uint32Array.from(values) : Float64Array.from(values);
}

const textAt = ({ bytes, ends }: Texts, row: number, encoding: Encoding): string =>
  bytes.toString(encoding, ends[row - 1] ?? 0, ends[row] ?? 0);

/** A row of a page. A class, since its properties are to be on the prototype and not on a million objects. */
class PackedEntry implements Entry {
  private readonly page: Page;
  private readonly row: number;

  constructor(page: Page, row: number) {
    this.page = page;
    this.row = row;
  }

  get path(): string {
    const { text, ends } = this.page.paths;
    return text.slice(ends[this.row - 1] ?? 0, ends[this.row] ?? 0);
  }

  get kind(): EntryKind {
    return kinds[this.page.kinds[this.row] ?? -1] ?? 'other';
  }

  get size(): number {
    return this.page.sizes[this.row] ?? 0;
  }

  get hash(): string | null {
    return textAt(this.page.hashes, this.row, 'hex') || null;
  }

  get mode(): number {
    return this.page.modes[this.row] ?? 0;
  }

  get uid(): number {
    return this.page.uids[this.row] ?? 0;
  }

  get gid(): number {
    return this.page.gids[this.row] ?? 0;
  }

  get link(): string | null {
    return this.page.hasLink[this.row] === 1 ? textAt(this.page.links, this.row, 'latin1') : null;
  }
}
