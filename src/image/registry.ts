import { UserError } from '../errors.ts';
import type { ImageSource } from '../model/image.ts';
import { assembleImage, type LayerBlob } from './assemble.ts';
import { type Documents, followIndexes, type ImageManifest, type ManifestDocument, platformsIn } from './manifest.ts';
import { MissingImage } from './missing.ts';
import { type Descriptor, maxConfigBytes, parseConfig } from './oci.ts';
import type { Reader, ReadOptions } from './reader.ts';
import { parseReference } from './reference.ts';
import { connectRegistry, type RegistryClient } from './registry-client.ts';
import { findCredential } from './registry-credentials.ts';

/** An image in a registry: only its manifests, its config and the layers that are not known are fetched. */
export const registryReader: Reader = {
  kind: 'registry',
  async read(source, options) {
    const { client, start, documents } = await openImage(source, options);
    const manifest = await followIndexes(start, options.platform, documents);
    const config = parseConfig(await configOf(manifest, client), `The config of ${source.reference}`);
    const blobs = manifest.layers.map((layer) => layerBlob(layer, client));
    return await assembleImage({ source, store: null, config, blobs }, options);
  },
  async platforms(source, options) {
    const { start, documents } = await openImage(source, options);
    return await platformsIn(start, documents);
  },
};

/** What of a reader's options a registry needs. */
export type RegistryOptions = Pick<ReadOptions, 'fetch' | 'sleep' | 'log' | 'exec' | 'environment'>;

interface OpenedImage {
  readonly client: RegistryClient;
  /** What the tag or digest names. */
  readonly start: ManifestDocument;
  readonly documents: Documents;
}

/** @throws UserError as `Reader.read` does. */
export async function openImage(
  { reference: name }: Pick<ImageSource, 'reference'>,
  options: RegistryOptions,
): Promise<OpenedImage> {
  const reference = parseReference(name);
  if (reference === null) {
    throw new UserError(`${JSON.stringify(name)} names no image of a registry`, {
      hint: 'Write registry:[HOST/]NAME[:TAG][@sha256:DIGEST].',
    });
  }
  const credential = () => findCredential(reference, options);
  const client = connectRegistry(reference, { ...options, credential });
  const start = { name, bytes: await client.manifest(reference.digest ?? reference.tag ?? 'latest') };
  const documents: Documents = {
    held: async (entries) => new Set(entries.map(({ digest }) => digest)),
    load: async ({ digest }) => ({ name: `${digest} of ${name}`, bytes: await client.manifest(digest) }),
  };
  return { client, start, documents };
}

async function configOf({ config }: ImageManifest, client: RegistryClient): Promise<Buffer> {
  if (config.size > maxConfigBytes) {
    throw new UserError(`The image's config has ${config.size} bytes; at most ${maxConfigBytes} are read`);
  }
  return await client.document(config);
}

const layerBlob = (layer: Descriptor, client: RegistryClient): LayerBlob => ({
  digest: layer.digest,
  downloadBytes: layer.size,
  open: async () => (isForeign(layer) ? foreignBlob(layer, client) : client.blob(layer)),
});

/** Layers that may not be handed on, as old Windows bases have (OCI image-spec, layer.md; Docker's `foreign`). */
const isForeign = ({ mediaType }: Descriptor): boolean => /\.(nondistributable|foreign)\./.test(mediaType ?? '');

/** Some registries hold them all the same. */
async function* foreignBlob(layer: Descriptor, client: RegistryClient): AsyncGenerator<Buffer> {
  try {
    yield* client.blob(layer);
  } catch (cause) {
    if (!(cause instanceof MissingImage)) throw cause;
    throw new UserError(`Layer ${layer.digest} is a foreign one: its registry only says that it lies elsewhere`, {
      hint: 'Pull the image into an engine and measure it there.',
      cause,
    });
  }
}
