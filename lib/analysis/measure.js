/** Weighs an image; totals are the sums of its layers. */
export function measure(input) {
    const { image, attributions, upstream, fileSystem, name, commit, created, bases, buildArgs, build } = input;
    const layers = image.layers.map((layer, at) => measureLayer(layer, attributions[at] ?? unattributed, upstream[at] ?? null));
    const sum = (of) => layers.reduce((total, layer) => total + of(layer), 0);
    const isKnown = layers.every((layer) => layer.downloadBytes !== null);
    return {
        version: 1,
        name,
        platform: image.platform,
        source: { ...image.source },
        store: image.store,
        commit,
        created: created.toISOString(),
        diskBytes: sum((layer) => layer.diskBytes),
        downloadBytes: isKnown ? sum((layer) => layer.downloadBytes ?? 0) : null,
        deadBytes: fileSystem.deadBytes,
        files: sum((layer) => layer.files),
        layers,
        bases,
        buildArgs,
        build,
    };
}
const unattributed = { origin: null, instruction: null, location: null, attribution: 'none' };
const measureLayer = ({ diffId, digest, downloadBytes, index }, of, upstream) => ({
    diffId,
    digest,
    diskBytes: index.diskBytes,
    downloadBytes,
    files: index.files,
    origin: of.origin,
    instruction: of.instruction,
    location: of.location,
    attribution: of.attribution,
    upstream,
});
