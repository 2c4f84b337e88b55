import { dockerArchiveReader, ociArchiveReader } from "./archive.js";
import { dockerReader, podmanReader } from "./engine.js";
import { layoutReader } from "./layout.js";
import { registryReader } from "./registry.js";
/**
 * Every kind of source. A new one is a file that exports a `Reader` (reader.ts says what it must do), its kind in
 * `SourceKind` of model/image.ts, and its line here; the table of __tests__/contracts/readers.test.ts then holds it to
 * what all of them promise.
 */
export const readers = [
    dockerReader,
    podmanReader,
    registryReader,
    dockerArchiveReader,
    ociArchiveReader,
    layoutReader,
];
