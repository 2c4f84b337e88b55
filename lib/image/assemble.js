import { UserError } from "../errors.js";
import { indexLayer } from "./layer.js";
import { platformText, samePlatform } from "./oci.js";
/** Decompression runs in a pool of threads, hashing here: two at once keep both busy. */
const concurrentReads = 2;
/** Reads the layers that are not known, each diffID once. */
export async function assembleImage(parts, { known: lookUp, platform, maxUnpacked }) {
    const { config, blobs, source } = parts;
    checkParts(config, blobs.length, platform, source);
    const known = await lookUp(platformText(config));
    const wantedBlobs = new Map();
    config.diffIds.forEach((diffId, position) => {
        const blob = blobs[position];
        if (blob !== undefined && !known.has(diffId))
            wantedBlobs.set(diffId, blob);
    });
    const read = new Map();
    await forEachConcurrently([...wantedBlobs], concurrentReads, async ([diffId, blob]) => {
        read.set(diffId, await indexLayer(await blob.open(), { diffId, digest: blob.digest, maxBytes: maxUnpacked }));
    });
    const layers = config.diffIds.map((diffId, position) => joinLayer(diffId, blobs[position], read.get(diffId), known.get(diffId), parts.store));
    return { image: imageOf(parts, layers), layersRead: read.size };
}
/** A layer's index, and the sizes of its blob in this source, else as the same store's engine knew them. */
function joinLayer(diffId, blob, read, known, store) {
    const index = read?.index ?? known?.index;
    if (index === undefined)
        throw new UserError(`Layer ${diffId} was not read`);
    if (blob?.downloadBytes != null) {
        const readDigest = read !== undefined && read.compression !== 'none' ? read.digest : null;
        return { diffId, digest: blob.digest ?? readDigest, downloadBytes: blob.downloadBytes, index };
    }
    return { diffId, ...knownDownload(known, store), index };
}
/** A blob is compressed by the store's engine: its digest and size hold for that store alone. */
export function knownDownload(known, store) {
    if (known === undefined || store === null || known.store !== store)
        return { digest: null, downloadBytes: null };
    return { digest: known.digest, downloadBytes: known.downloadBytes };
}
export function imageOf(parts, layers) {
    const { source, store, config } = parts;
    return { source, store, platform: platformText(config), config, layers };
}
/** Throws a UserError where the config does not fit the layers or the wanted platform. */
export function checkParts(config, layers, wanted, source) {
    const name = `${source.kind}:${source.reference}`;
    if (config.diffIds.length !== layers) {
        throw new UserError(`${name} has ${layers} layers, but its config names ${config.diffIds.length}`, {
            hint: 'The image is damaged: build, pull or save it again.',
        });
    }
    const platform = platformText(config);
    if (wanted !== null && !samePlatform(platform, wanted)) {
        throw new UserError(`${name} is for ${platform}, not for ${wanted}`, {
            hint: 'Build or pull it for that platform, or name another.',
        });
    }
}
async function forEachConcurrently(items, limit, work) {
    const queue = items.values();
    const worker = async () => {
        for (const item of queue)
            await work(item);
    };
    await Promise.all(Array.from({ length: limit }, worker));
}
