import type { PackageManager } from './packages.ts';

/** A package that owns leaves of a FileTree. */
export interface TreePackage {
  readonly manager: PackageManager;
  readonly name: string;
  readonly version: string | null;
}

/**
 * All files of an image's layers, and of its baseline's, as a tree: layer → directory → file. Columns of numbers and one
 * text, as it goes into a page: some 20 bytes for each file.
 *
 * Leaves are files, or many small ones of a directory that were gathered; a leaf's number counts leaves alone. Bytes are
 * on disk; what a directory or a layer weighs is the sum of its leaves.
 */
export interface FileTree {
  /**
   * Names of all nodes in pre-order, joined by `/`, which no name holds; empty for layers and for what was gathered.
   * The first nodes of the top level are the measurement's layers, base first; then come those of the baseline's that are gone.
   */
  readonly names: string;
  /** How many children each node has; -1: a leaf. */
  readonly children: readonly number[];
  /** Of each leaf; null: it is in the baseline alone. */
  readonly bytes: readonly (number | null)[];
  /**
   * What leaves weigh in the baseline, where that is another figure (null: not there): number of the leaf, bytes. Null:
   * there is nothing to compare with.
   */
  readonly before: readonly (readonly [leaf: number, bytes: number | null])[] | null;
  /** Leaves that a later layer hides. */
  readonly hidden: readonly number[];
  readonly packages: readonly TreePackage[];
  /** Whose the leaves are, in their order, by runs: place in `packages` (null: no package's), how many. Null: not known. */
  readonly owners: readonly (readonly [owner: number | null, leaves: number])[] | null;
  /** Layers of the baseline, by their place there, that have no counterpart; the last nodes of the top level. */
  readonly gone: readonly number[];
  /** Leaves that stand for files too small to be shown one by one: number of the leaf, how many files. */
  readonly gathered: readonly (readonly [leaf: number, files: number])[];
}
