import { dockerArchiveReader, ociArchiveReader } from './archive.ts';
import { dockerReader, podmanReader } from './engine.ts';
import { layoutReader } from './layout.ts';
import type { Reader } from './reader.ts';
import { registryReader } from './registry.ts';

/**
 * Every kind of source. A new one is a file that exports a `Reader` (reader.ts says what it must do), its kind in
 * `SourceKind` of model/image.ts, and its line here; the table of __tests__/contracts/readers.test.ts then holds it to
 * what all of them promise.
 */
export const readers: readonly Reader[] = [
  dockerReader,
  podmanReader,
  registryReader,
  dockerArchiveReader,
  ociArchiveReader,
  layoutReader,
];
