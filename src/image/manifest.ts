import { UserError } from '../errors.ts';
import type { Digest } from '../model/image.ts';
import { chooseManifest, type Descriptor, imageEntries, type Manifest, parseManifest, platformText } from './oci.ts';

export type ImageManifest = Manifest & { readonly kind: 'image' };

/** A manifest or an index, not parsed yet; `name` is for messages. */
export interface ManifestDocument {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Where a source keeps its manifests. */
export interface Documents {
  /** Those of an index that the source holds. */
  held(entries: readonly Descriptor[]): Promise<ReadonlySet<Digest>>;
  /** Throws a UserError where the bytes are not what the digest says. */
  load(entry: Descriptor): Promise<ManifestDocument>;
}

/** An index within an index within `index.json` is the deepest that tools write. */
const maxIndexDepth = 4;

/** The manifest of the wanted platform's image, from wherever in nested indexes it is. */
export async function followIndexes(
  start: ManifestDocument,
  platform: string | null,
  documents: Documents,
): Promise<ImageManifest> {
  let document = start;
  for (let depth = 0; depth < maxIndexDepth; depth++) {
    const manifest = parseManifest(document.bytes, document.name);
    if (manifest.kind === 'image') return manifest;
    const held = await documents.held(manifest.manifests);
    const choice = chooseManifest(manifest.manifests, platform, (digest) => held.has(digest), document.name);
    document = await documents.load(choice);
  }
  throw new UserError(`${start.name} nests its indexes more than ${maxIndexDepth} deep`);
}

/** The platforms of what `followIndexes` can choose among; null for an image that stands in no index. */
export async function platformsIn(
  start: ManifestDocument,
  documents: Documents,
  depth = 0,
): Promise<readonly (string | null)[]> {
  const manifest = parseManifest(start.bytes, start.name);
  if (manifest.kind === 'image') return [null];
  if (depth === maxIndexDepth) throw new UserError(`${start.name} is nested more than ${maxIndexDepth} deep`);
  const held = await documents.held(manifest.manifests);
  const found = new Set<string | null>();
  for (const entry of imageEntries(manifest.manifests).filter(({ digest }) => held.has(digest))) {
    if (entry.platform !== null) found.add(platformText(entry.platform));
    else
      for (const platform of await platformsIn(await documents.load(entry), documents, depth + 1)) found.add(platform);
  }
  return [...found];
}
