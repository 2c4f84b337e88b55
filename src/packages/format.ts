import type { PackageManager } from '../model/packages.ts';

/** What a package's manager says of it and others; by names as that manager compares them. */
export interface Relations {
  /** What it can't do without: each is met by any one of its alternatives. */
  readonly needs: readonly Alternatives[];
  /** What it may do without, and may be there for it all the same: recommended packages, extras. */
  readonly wants: readonly Alternatives[];
  /** The names by which others may ask for it, its own among them. */
  readonly provides: readonly string[];
  /** Whether it came because of others, and nobody asked for it; null: not known. */
  readonly automatic: boolean | null;
  /** Whether the system is taken for broken without it. */
  readonly essential: boolean;
}

/** Names of which one is enough. */
export type Alternatives = readonly string[];

/** A package as its manager knows it. */
export interface Package {
  readonly manager: PackageManager;
  readonly name: string;
  readonly version: string | null;
  readonly architecture: string | null;
  /** Visible names of the files that it says are its own; latin1, as in `Entry`. */
  readonly files: readonly string[];
  /** Null where its manager tells none, or they are not read. */
  readonly relations: Relations | null;
}

/** What tells packages apart: two that agree in it are one, wherever they lie. */
export const packageKey = ({ manager, name, version, architecture }: Omit<Package, 'files' | 'relations'>): string =>
  JSON.stringify([manager, name, version, architecture]);

/** The regular files of the final file system by their visible names, hard links too. */
export interface FileView {
  /** What the files that tell of packages say (see `collectedFiles`), by path. */
  readonly collected: ReadonlyMap<string, Buffer>;
  /** All names, sorted by their bytes. */
  readonly names: readonly string[];
  /** Whether a file has this name. */
  has(name: string): boolean;
  /** The names in a directory and below it. */
  below(directory: string): Iterable<string>;
  /**
   * The name under which a file is visible that has this path, where directories on the way may be symbolic links
   * (`lib/x` is `usr/lib/x` today). Null where no such file is there.
   */
  find(path: string): string | null;
}

/** A way to tell which package owns a file. */
export interface PackageFormat {
  readonly name: string;
  /**
   * Never throws: what is not as it should be tells of no package.
   *
   * @param note takes a sentence about what is there but cannot be read
   */
  find(view: FileView, note: (sentence: string) => void): readonly Package[];
}

/** The visible files of these paths, with or without a leading slash. */
export function visible(view: FileView, paths: Iterable<string>): string[] {
  const found: string[] = [];
  for (const path of paths) {
    const name = view.find(path);
    if (name !== null) found.push(name);
  }
  return found;
}

/** Collected content whose path matches, with the match. */
export function* matching(view: FileView, pattern: RegExp): Generator<readonly [RegExpExecArray, string]> {
  for (const [path, content] of view.collected) {
    const match = pattern.exec(path);
    if (match !== null) yield [match, content.toString('latin1')];
  }
}

/** Texts of a package are shown: they are UTF-8 where paths stay bytes. Null where there is none. */
export function label(latin1: string | undefined): string | null {
  return latin1 ? Buffer.from(latin1, 'latin1').toString('utf8').trim() || null : null;
}
