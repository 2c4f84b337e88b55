const name = 'image-size-gate';
const pattern = new RegExp(String.raw `<!-- ${name} key=(\S+) head=(\S+) run=(\S+) attempt=(\d+) measured=(\S+) -->\s*$`);
/** At the end, not the start: the first line is what e-mail and notifications show. */
export function withMarker({ text, marker }) {
    const { key, head, run, measured } = marker;
    const fields = [
        `key=${encodeURIComponent(key)}`,
        `head=${head}`,
        `run=${encodeURIComponent(run.id)}`,
        `attempt=${run.attempt}`,
        `measured=${measured}`,
    ];
    return `${text.trimEnd()}\n\n<!-- ${name} ${fields.join(' ')} -->`;
}
/** Null where the body's last line is no marker: text further up may quote one. */
export function parseMarker(body) {
    const found = pattern.exec(body);
    const [, key, head, run, attempt, measured] = found ?? [];
    if (found === null || !key || !head || !run || !attempt || !measured) {
        return null;
    }
    return {
        // A body that was edited on the web comes back with CRLF.
        text: body.slice(0, found.index).replaceAll('\r\n', '\n').trimEnd(),
        marker: { key: decode(key), head, run: { id: decode(run), attempt: Number(attempt) }, measured },
    };
}
/** As it stands where it is no percent-encoding: somebody else wrote it, and it will equal no key of ours. */
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
