const pageEntries = 1024;
export function entryPacker() {
    const packed = [];
    let pending = [];
    const pack = () => {
        const page = packPage(pending);
        for (let row = 0; row < pending.length; row++)
            packed.push(new PackedEntry(page, row));
        pending = [];
    };
    return {
        get count() {
            return packed.length + pending.length;
        },
        add(entry) {
            if (pending.push(entry) === pageEntries)
                pack();
        },
        finish() {
            pack();
            return packed;
        },
    };
}
function packPage(entries) {
    return {
        paths: packTexts(entries.map(({ path }) => path), 'latin1'),
        kinds: entries.map(({ kind }) => kind),
        sizes: packNumbers(entries.map(({ size }) => size)),
        hashes: packTexts(entries.map(({ hash }) => hash ?? ''), 'hex'),
        modes: packNumbers(entries.map(({ mode }) => mode)),
        uids: packNumbers(entries.map(({ uid }) => uid)),
        gids: packNumbers(entries.map(({ gid }) => gid)),
        links: packTexts(entries.map(({ link }) => link ?? ''), 'latin1'),
        hasLink: packNumbers(entries.map(({ link }) => (link === null ? 0 : 1))),
    };
}
function packTexts(texts, encoding) {
    let end = 0;
    const ends = texts.map((text) => {
        end += Buffer.byteLength(text, encoding);
        return end;
    });
    return { bytes: Buffer.from(texts.join(''), encoding), ends: packNumbers(ends) };
}
/** In as few bytes as the largest of them needs. */
function packNumbers(values) {
    const largest = Math.max(0, ...values);
    if (largest < 2 ** 8)
        return Uint8Array.from(values);
    if (largest < 2 ** 16)
        return Uint16Array.from(values);
    return largest < 2 ** 32 ? Uint32Array.from(values) : Float64Array.from(values);
}
const textAt = ({ bytes, ends }, row, encoding) => bytes.toString(encoding, ends[row - 1] ?? 0, ends[row] ?? 0);
/** A row of a page. A class, since its properties are to be on the prototype and not on a million objects. */
class PackedEntry {
    page;
    row;
    constructor(page, row) {
        this.page = page;
        this.row = row;
    }
    get path() {
        return textAt(this.page.paths, this.row, 'latin1');
    }
    get kind() {
        return this.page.kinds[this.row] ?? 'other';
    }
    get size() {
        return this.page.sizes[this.row] ?? 0;
    }
    get hash() {
        return textAt(this.page.hashes, this.row, 'hex') || null;
    }
    get mode() {
        return this.page.modes[this.row] ?? 0;
    }
    get uid() {
        return this.page.uids[this.row] ?? 0;
    }
    get gid() {
        return this.page.gids[this.row] ?? 0;
    }
    get link() {
        return this.page.hasLink[this.row] === 1 ? textAt(this.page.links, this.row, 'latin1') : null;
    }
}
