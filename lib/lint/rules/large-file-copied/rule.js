import { describeFiles } from "../../claims.js";
import { copiesOf, isFromContext } from "../../copies.js";
import { layerOf } from "../../subject.js";
const smallestBytes = 10_000_000;
/** Films and sounds, sources of pictures, models, dumps and tables, disk images: data, as a rule, not a program. */
const data = /\.(?:mp4|mov|avi|mkv|webm|wav|flac|aiff?|psd|xcf|tiff?|pt|pth|ckpt|onnx|safetensors|gguf|h5|hdf5|pb|tflite|npy|npz|pkl|joblib|sql|dump|bak|bson|rdb|csv|tsv|parquet|feather|arrow|pcap|iso|img|qcow2|vmdk|core)$/i;
export const largeFileCopied = {
    name: 'large-file-copied',
    aliases: [],
    severity: 'info',
    check: (subject) => copiesOf(subject)
        .filter(isFromContext)
        .flatMap((copy) => checkCopy(subject, copy)),
};
/** Silent without a layer: the text does not tell how large a file is. */
function checkCopy(subject, copy) {
    const layer = layerOf(subject, copy);
    const large = layer?.live.filter(({ size, path }) => size >= smallestBytes && data.test(path)) ?? [];
    if (layer === null || large.length === 0)
        return [];
    return [
        {
            message: 'large data is copied into the image: everyone who pulls it fetches the data with each change; mount it, or fetch it at the start',
            range: copy.range,
            claims: large.map((entry) => ({ layer: layer.index, entry })),
            evidence: [describeFiles(large)],
            fix: null,
        },
    ];
}
