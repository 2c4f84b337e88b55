import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';
/** Longer lines are cut: no one reads them, and a build could print one without end. */
const LONGEST_LINE = 4_000;
/** Control characters and bidirectional controls: they could hide or reorder what stands in the log. */
const CONTROLS = /(?!\t)[\p{Cc}\p{Bidi_Control}]/gu;
/**
 * A line of a program's output as it may go to the log. The runner takes lines that begin with `::`, and `##[` anywhere,
 * as commands (actions/runner, ActionCommand.cs): a bar in front and a blank inside keep a build from giving any.
 */
export function logLine(line) {
    const text = stripVTControlCharacters(line).replace(CONTROLS, '').replaceAll('##[', '# #[');
    return `| ${text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)} …` : text}`;
}
/** Cuts a stream of bytes into lines; `end` gives the last one, where it has no line break. */
export function lineReader(onLine, breaks = /\r?\n|\r(?=[^\n])/) {
    const decoder = new StringDecoder('utf8');
    let rest = '';
    const take = (text) => {
        const lines = `${rest}${text}`.split(breaks);
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
    };
    return {
        write: (chunk) => take(decoder.write(chunk)),
        end: () => {
            take(decoder.end());
            if (rest !== '')
                onLine(rest);
            rest = '';
        },
    };
}
/**
 * What buildx prints, and then succeeds, where an OCI layout takes the same (mostly empty) layer twice at once: containerd's
 * content store lets one writer in, the blob is written all the same.
 */
export function isHarmless(line) {
    return /^ERROR: \(\*service\)\.Write failed: .* ref layer-sha256:[0-9a-f]{64} locked for /.test(line);
}
const step = /^#(\d+) \[(?:[^\]]* )?\d+\/\d+\] (?!FROM )/;
const hit = /^#(\d+) CACHED$/;
const contextLoad = /^#(\d+) \[(?:internal\] load build context|context [^\]]*\] load from client)$/;
const transfer = /^#(\d+) transferring .*: (\d+(?:\.\d+)?)(B|kB|MB|GB|TB)(?: |$)/;
/** Powers of 1000, as tonistiigi/units prints them for BuildKit. */
const transferUnits = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };
/**
 * Counts by the lines of `--progress=plain`, of which the log is made anyway: `rawjson` would have to be rendered for it
 * again, and its layout is no documented interface either.
 *
 * A step is an instruction of the Dockerfile: what BuildKit does besides (`[internal] …`, `exporting to image`) is none,
 * and neither is FROM, for which it says CACHED at one time and DONE at the next. What a program prints cannot pass for
 * BuildKit's word: each of its lines stands behind the step's number and the seconds since its start. (A carriage return
 * of its own begins no line here.)
 *
 * A transfer is printed as it grows, `12.35MB`: bytes below 1 kB, else two decimals of the unit, so within 5 kB of what
 * it was below 1 GB. The Dockerfile and the ignore files are sent by loads of their own, which are not counted.
 */
export function buildCounter() {
    const steps = new Set();
    const cached = new Set();
    const contexts = new Map();
    const { write } = lineReader((line) => {
        const at = step.exec(line)?.[1];
        if (at !== undefined)
            steps.add(at);
        const reused = hit.exec(line)?.[1];
        if (reused !== undefined && steps.has(reused))
            cached.add(reused);
        const load = contextLoad.exec(line)?.[1];
        if (load !== undefined && !contexts.has(load))
            contexts.set(load, null);
        const [, from = '', amount = '', unit = ''] = transfer.exec(line) ?? [];
        if (contexts.has(from))
            contexts.set(from, Math.round(Number(amount) * (transferUnits[unit] ?? Number.NaN)));
    }, /\r?\n/);
    return {
        write,
        count: () => ({ steps: steps.size, cachedSteps: cached.size, contextBytes: sumOf(contexts.values()) }),
    };
}
function sumOf(parts) {
    let total = 0;
    for (const part of parts) {
        if (part === null)
            return null;
        total += part;
    }
    return total;
}
