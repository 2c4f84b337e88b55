import { UserError } from "../errors.js";
import { assembleImage } from "./assemble.js";
import { sniffCompression } from "./layer.js";
import { indexFile, layoutPlatforms, readLayout } from "./layout.js";
import { maxConfigBytes, maxManifestBytes, parseArchiveManifest, parseConfig } from "./oci.js";
import { openTar } from "./tree.js";
export const archiveManifestFile = 'manifest.json';
/** What `docker save` writes, and others in its format: skopeo, kaniko, buildx type=docker. */
export const dockerArchiveReader = { kind: 'docker-archive', read: readArchive, platforms: archivePlatforms };
/** An OCI layout in a tar: buildx type=oci, skopeo. */
export const ociArchiveReader = { kind: 'oci-archive', read: readArchive, platforms: archivePlatforms };
/** `store` is the engine's that wrote the archive, where one did. */
export async function readArchive(source, options, file = source.reference, store = null) {
    const tree = await openTar(file, options);
    try {
        if ((await tree.size(indexFile)) !== null)
            return await readLayout(tree, source, options, store);
        return await readLegacy(tree, source, options, store);
    }
    finally {
        await tree.close();
    }
}
async function archivePlatforms(source, options) {
    const tree = await openTar(source.reference, options);
    try {
        return (await tree.size(indexFile)) === null ? [null] : await layoutPlatforms(tree);
    }
    finally {
        await tree.close();
    }
}
/** Archives that have no OCI index: Docker before 25, skopeo, kaniko. */
async function readLegacy(tree, source, options, store) {
    const name = `${archiveManifestFile} of ${tree.name}`;
    const images = parseArchiveManifest(await tree.read(archiveManifestFile, maxManifestBytes), name);
    const [image, second] = images;
    if (image === undefined || second !== undefined) {
        throw new UserError(`${tree.name} holds ${images.length} images, not one`, { hint: 'Save one image alone.' });
    }
    const config = parseConfig(await tree.read(image.Config, maxConfigBytes), `The config of ${tree.name}`);
    const blobs = await Promise.all((image.Layers ?? []).map((path) => legacyBlob(tree, path)));
    return await assembleImage({ source, store, config, blobs }, options);
}
/** Blobs go by any name here, so their digest is known only when they have been read. */
async function legacyBlob(tree, path) {
    const compression = await compressionOf(tree, path);
    return {
        digest: null,
        downloadBytes: compression === 'none' ? null : await tree.size(path),
        open: () => tree.stream(path),
    };
}
async function compressionOf(tree, path) {
    for await (const piece of await tree.stream(path))
        return sniffCompression(piece);
    return 'none';
}
