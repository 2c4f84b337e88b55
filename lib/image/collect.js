import { binaryScanner } from "../packages/binary-scanner.js";
import { collectedFile } from "../packages/collected.js";
import { isSource, maxScriptBytes, mayBeScript, scriptScanner } from "../packages/scripts.js";
/** What a layer may give away to the memory and to its record, after reduction. */
const maxLayerBytes = 32 * 1024 ** 2;
const smallestProgram = 64;
/** A path that a layer holds twice counts with its later content, as it does when the layer is unpacked. */
export function fileCollector() {
    const collected = new Map();
    let bytes = 0;
    let path = '';
    let reader = null;
    return {
        collected,
        begin(next, { size, mode }) {
            path = next;
            bytes -= collected.get(path)?.length ?? 0;
            collected.delete(path);
            const file = collectedFile(path);
            if (file !== null)
                reader = size <= file.maxBytes ? reducer(file) : null;
            else
                reader = scanner(path, size, (mode & 0o111) !== 0);
        },
        content: (piece) => reader?.write(piece),
        end() {
            const content = reader?.finish() ?? null;
            reader = null;
            if (content === null || bytes + content.length > maxLayerBytes)
                return;
            bytes += content.length;
            collected.set(path, content);
        },
    };
}
/** Programs are looked into, and scripts for the programs that they name. */
function scanner(path, size, isExecutable) {
    const isScript = isSource(path);
    const script = size <= maxScriptBytes && (isScript || (isExecutable && mayBeScript(path))) ? scriptScanner(isScript) : null;
    const program = isExecutable && size >= smallestProgram ? binaryScanner() : null;
    return script === null || program === null ? (script ?? program) : either(program, script);
}
const either = (one, other) => ({
    write(piece) {
        one.write(piece);
        other.write(piece);
    },
    finish: () => one.finish() ?? other.finish(),
});
function reducer({ reduce }) {
    const pieces = [];
    return { write: (piece) => pieces.push(piece), finish: () => reduce(Buffer.concat(pieces)) };
}
