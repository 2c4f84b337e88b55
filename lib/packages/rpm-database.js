import { readTable } from "./sqlite.js";
import { writeStanza } from "./stanzas.js";
/**
 * An `rpmdb.sqlite` as the stanzas that `stanzaPackages` reads: names, versions and files of tens of megabytes. Nothing
 * where it is damaged.
 */
export function reduceRpmDatabase(file) {
    try {
        const stanzas = [];
        for (const row of readTable(file, 'Packages') ?? []) {
            const header = row.find((value) => Buffer.isBuffer(value));
            const stanza = header === undefined ? null : readHeader(header);
            if (stanza !== null)
                stanzas.push(stanza);
        }
        return Buffer.from(stanzas.join('\n\n'), 'latin1');
    }
    catch {
        return Buffer.of();
    }
}
/** rpm, docs/manual/tags.md. */
const tags = {
    name: 1000,
    version: 1001,
    release: 1002,
    epoch: 1003,
    architecture: 1022,
    dirIndexes: 1116,
    baseNames: 1117,
    dirNames: 1118,
};
/**
 * rpm, docs/manual/hregions.md and format_header.md: two 32-bit counts, of index entries and of data bytes; the entries
 * of 16 bytes (tag, type, offset, count), then the data. Null where it names no package.
 */
function readHeader(header) {
    const entries = header.readUInt32BE(0);
    const data = header.subarray(8 + 16 * entries);
    const found = new Map();
    for (let at = 8; at < 8 + 16 * entries; at += 16) {
        found.set(header.readUInt32BE(at), { offset: header.readUInt32BE(at + 8), count: header.readUInt32BE(at + 12) });
    }
    const texts = (tag) => {
        const entry = found.get(tag);
        return entry === undefined ? [] : readTexts(data, entry.offset, entry.count);
    };
    const numbers = (tag) => {
        const { offset, count } = found.get(tag) ?? { offset: 0, count: 0 };
        if (offset + 4 * count > data.length)
            throw new Error('numbers are cut off');
        return Array.from({ length: count }, (_, at) => data.readUInt32BE(offset + 4 * at));
    };
    const [name] = texts(tags.name);
    if (name === undefined)
        return null;
    const [epoch] = numbers(tags.epoch);
    const release = [...texts(tags.version), ...texts(tags.release)].join('-');
    const folders = texts(tags.dirNames).map((folder) => folder.replace(/\/$/, ''));
    const folderOf = numbers(tags.dirIndexes);
    const directories = new Map(folders.map((folder) => [folder, []]));
    for (const [at, base] of texts(tags.baseNames).entries()) {
        directories.get(folders[folderOf[at] ?? -1] ?? '')?.push(base);
    }
    const [architecture = null] = texts(tags.architecture);
    return writeStanza({ name, version: epoch ? `${epoch}:${release}` : release, architecture, directories });
}
/** Texts end with a zero byte. */
function readTexts(data, offset, count) {
    const texts = [];
    let at = offset;
    for (let left = count; left > 0; left--) {
        const end = data.indexOf(0, at);
        if (end < 0)
            throw new Error('a text is cut off');
        texts.push(data.toString('latin1', at, end));
        at = end + 1;
    }
    return texts;
}
