import { hash } from 'node:crypto';
import { UserError } from "../errors.js";
import { assembleImage } from "./assemble.js";
import { followIndexes, platformsIn } from "./manifest.js";
import { maxConfigBytes, maxManifestBytes, parseConfig } from "./oci.js";
import { openDirectory } from "./tree.js";
export const indexFile = 'index.json';
/** Where a layout keeps a blob (OCI image-spec, image-layout.md). The type of a digest makes the path a safe one. */
export const blobPath = (digest) => `blobs/sha256/${digest.slice('sha256:'.length)}`;
/** An OCI image layout in a folder. */
export const layoutReader = {
    kind: 'oci-dir',
    async read(source, options) {
        const tree = await openDirectory(source.reference);
        try {
            return await readLayout(tree, source, options);
        }
        finally {
            await tree.close();
        }
    },
    async platforms(source) {
        const tree = await openDirectory(source.reference);
        try {
            return await layoutPlatforms(tree);
        }
        finally {
            await tree.close();
        }
    },
};
/** The platforms of the image of an OCI layout. */
export async function layoutPlatforms(tree) {
    return await platformsIn(await startOf(tree), documentsOf(tree));
}
/**
 * The image of an OCI layout. `store` is the engine's that wrote it, where one did; a classic engine writes its layers
 * uncompressed, which is no download size.
 */
export async function readLayout(tree, source, options, store = null) {
    const manifest = await findManifest(tree, options.platform);
    const config = parseConfig(await readBlob(tree, manifest.config, maxConfigBytes), `The config of ${tree.name}`);
    const blobs = await Promise.all(manifest.layers.map((layer) => layerBlob(tree, layer, source)));
    return await assembleImage({ source, store, config, blobs }, options);
}
async function layerBlob(tree, layer, source) {
    const path = blobPath(layer.digest);
    // Where a blob is not even there, its descriptor's size is hearsay.
    const size = await tree.size(path);
    if (size !== null && size !== layer.size) {
        throw new UserError(`${path} of ${tree.name} has ${size} bytes, but its manifest says ${layer.size}`, {
            hint: 'The image was not written whole: save or build it again.',
        });
    }
    const unpacked = source.kind === 'docker-archive' || source.kind === 'docker' ? isPlainTar(layer) : false;
    return {
        digest: layer.digest,
        downloadBytes: unpacked ? null : layer.size,
        open: () => tree.stream(path),
    };
}
/** `docker save` of a classic engine holds its layers unpacked; no registry ever does. */
const isPlainTar = (layer) => layer.mediaType?.endsWith('.tar') ?? false;
async function findManifest(tree, platform) {
    return await followIndexes(await startOf(tree), platform, documentsOf(tree));
}
const startOf = async (tree) => ({
    name: `${indexFile} of ${tree.name}`,
    bytes: await tree.read(indexFile, maxManifestBytes),
});
const documentsOf = (tree) => ({
    held: (entries) => heldDigests(tree, entries),
    load: async (entry) => ({
        name: `${blobPath(entry.digest)} of ${tree.name}`,
        bytes: await readBlob(tree, entry, maxManifestBytes),
    }),
});
async function heldDigests(tree, entries) {
    const held = new Set();
    for (const { digest } of entries)
        if ((await tree.size(blobPath(digest))) !== null)
            held.add(digest);
    return held;
}
/** A JSON blob, checked against its digest. */
async function readBlob(tree, { digest }, maxBytes) {
    const bytes = await tree.read(blobPath(digest), maxBytes);
    const actual = `sha256:${hash('sha256', bytes, 'hex')}`;
    if (actual !== digest) {
        throw new UserError(`${blobPath(digest)} of ${tree.name} is damaged: its bytes give ${actual}`, {
            hint: 'Save or build the image again.',
        });
    }
    return bytes;
}
