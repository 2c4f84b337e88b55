const elf = Buffer.from('\x7fELF', 'latin1');
/** cmd/go, debug/buildinfo: 16-byte aligned, in programs since Go 1.12; with texts behind it since Go 1.18. */
const goMark = Buffer.from('\xff Go buildinf:', 'latin1');
const goAlignment = 16;
const goHeaderBytes = 32;
/** Stands around the modules' text (runtime/debug, modinfo). */
const goSentinelBytes = 16;
/** The module's own lines come first, its dependencies behind. */
const goWindow = 4096;
/** Where panics of Rust's own library point to: the paths that rustc, or a distribution's build of it, gave it. */
const rustMark = Buffer.from('/rustc');
const rustPath = /^\/rustc(?:\/[0-9a-f]{40}|-[\w.+~-]{1,40})\/library\//;
const rustWindow = 128;
/**
 * Finds out what a program was made from: `go` or `rust`, name and version, a line each, the last two may be empty. The
 * result does not depend on how the bytes are cut into pieces.
 */
export function binaryScanner() {
    let rest = Buffer.of();
    let offset = 0;
    let isElf = null;
    let go = null;
    let isRust = false;
    /** Looks at every place of `data` that has `margin` bytes behind it. */
    const scan = (data, end) => {
        for (const at of occurrences(data, goMark, end)) {
            if (go !== null || (offset + at) % goAlignment !== 0)
                continue;
            go = readGo(data.subarray(at, at + goWindow));
        }
        if (isRust)
            return;
        for (const at of occurrences(data, rustMark, end)) {
            isRust ||= rustPath.test(data.toString('latin1', at, at + rustWindow));
        }
    };
    return {
        write(piece) {
            if (isElf === false || go !== null)
                return;
            const data = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
            if (isElf === null && data.length >= elf.length)
                isElf = data.subarray(0, elf.length).equals(elf);
            if (isElf === false)
                return;
            const end = Math.max(0, data.length - goWindow);
            if (isElf)
                scan(data, end);
            rest = Buffer.from(data.subarray(end));
            offset += end;
        },
        finish() {
            if (isElf && go === null)
                scan(rest, rest.length);
            const facts = go ?? (isRust ? 'rust\n\n' : null);
            return facts === null ? null : Buffer.from(facts, 'latin1');
        },
    };
}
/** Places before `end` at which the mark begins. */
function* occurrences(data, mark, end) {
    for (let at = data.indexOf(mark); at >= 0 && at < end; at = data.indexOf(mark, at + 1))
        yield at;
}
/** Null where the mark is no header, as in programs that look for it. */
function readGo(window) {
    const [pointerBytes, flags] = [window[goMark.length], window[goMark.length + 1]];
    if (window.length < goHeaderBytes || flags === undefined || flags > 3)
        return null;
    const hasTexts = (flags & 2) !== 0;
    // Before Go 1.18 the header held pointers: a Go program, and no more is known.
    if (!hasTexts)
        return pointerBytes === 4 || pointerBytes === 8 ? 'go\n\n' : null;
    const version = readText(window, goHeaderBytes);
    if (version === null || !/^(?:go|devel)/.test(version.text))
        return null;
    const modules = readText(window, version.end)?.text.slice(goSentinelBytes) ?? '';
    const [, path = ''] = /^path\t(.*)$/m.exec(modules) ?? [];
    const [, moduleVersion = ''] = /^mod\t[^\t\n]*\t([^\t\n]*)/m.exec(modules) ?? [];
    return `go\n${path}\n${moduleVersion === '(devel)' ? '' : moduleVersion}`;
}
/** A length as a varint (LEB128), and as much of the text as the window holds. */
function readText(window, start) {
    let length = 0;
    for (let at = start, scale = 1; at < start + 5; at++, scale *= 0x80) {
        const byte = window[at];
        if (byte === undefined)
            return null;
        length += (byte & 0x7f) * scale;
        if (byte < 0x80)
            return { text: window.toString('latin1', at + 1, at + 1 + length), end: at + 1 + length };
    }
    return null;
}
