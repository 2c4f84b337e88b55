import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { errorText } from "../errors.js";
import { entryPacker } from "../model/packed-entries.js";
import { recordDocument } from "../model/record.js";
/** Of which files are collected and what of them (src/packages/collected.ts): another version's say nothing. */
const collectedVersion = 2;
const documentPath = 'measurement.json';
const layerPath = (diffId) => `layers/${diffId.slice('sha256:'.length)}`;
/** Part of the format: add at the end only. */
const kinds = ['file', 'directory', 'symlink', 'hardlink', 'other', 'whiteout', 'opaque'];
/** What a record from outside may make us allocate; an image of a million files needs a third of it. */
const limits = {
    documentBytes: 16 * 2 ** 20,
    layers: 1024,
    entries: 4_000_000,
    columnBytes: 256 * 2 ** 20,
    pathBytes: 256 * 2 ** 20,
};
export function encodeRecord({ version, measurement, trend, layers }) {
    const document = Buffer.from(JSON.stringify({ version, measurement, trend }));
    const files = new Map([[documentPath, document]]);
    for (const index of layers.values())
        files.set(layerPath(index.diffId), encodeIndex(index));
    return files;
}
/** Never throws: whatever is wrong with the files is the reason. */
export function decodeRecord(files) {
    try {
        return decodeFiles(files);
    }
    catch (error) {
        return { kind: 'unreadable', reason: errorText(error) };
    }
}
function decodeFiles(files) {
    const text = files.get(documentPath);
    if (text === undefined)
        throw new Error(`it has no ${documentPath}`);
    if (text.length > limits.documentBytes)
        throw new Error(`${documentPath} is larger than any that we write`);
    const json = parseJson(text);
    const version = versionOf(json);
    if (version > 1)
        return { kind: 'newer', version };
    const document = recordDocument.safeParse(json);
    if (!document.success) {
        const [issue] = document.error.issues;
        throw new Error(`${documentPath}: ${issue?.path.join('.') || 'document'}: ${issue?.message}`);
    }
    const layers = decodeLayers(document.data.measurement.layers, files);
    return { kind: 'record', record: { ...document.data, layers } };
}
function parseJson(text) {
    try {
        return JSON.parse(text.toString());
    }
    catch {
        throw new Error(`${documentPath} is not JSON`);
    }
}
function versionOf(json) {
    const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : null;
    if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
        throw new Error(`${documentPath} states no version`);
    }
    return version;
}
function decodeLayers(measured, files) {
    if (measured.length > limits.layers)
        throw new Error(`it has more than ${limits.layers} layers`);
    const layers = new Map();
    const budget = { columnBytes: limits.columnBytes, entries: limits.entries, pathBytes: limits.pathBytes };
    for (const layer of measured) {
        const index = layers.get(layer.diffId) ?? decodeLayer(layer.diffId, files.get(layerPath(layer.diffId)), budget);
        if (index.diskBytes !== layer.diskBytes || index.files !== layer.files) {
            throw new Error(`the entries of layer ${layer.diffId} do not add up to its size`);
        }
        layers.set(layer.diffId, index);
    }
    return layers;
}
function decodeLayer(diffId, file, budget) {
    if (file === undefined)
        throw new Error(`the index of layer ${diffId} is missing`);
    try {
        return decodeIndex(diffId, file, budget);
    }
    catch (error) {
        throw new Error(`the index of layer ${diffId} is damaged: ${errorText(error)}`);
    }
}
export function encodeIndex({ entries, collected }) {
    const all = [...encodeEntries(entries), ...(collected === null ? [] : encodeCollected(collected))];
    return zstdCompressSync(Buffer.concat(all.flatMap((section) => [uint32(section.length), section])));
}
/** One pass, and no text of an entry outlives it: there may be a million. */
function encodeEntries(entries) {
    const columns = {
        shared: byteWriter(),
        pathLengths: byteWriter(),
        paths: byteWriter(),
        kinds: byteWriter(),
        sizes: byteWriter(),
        hashLengths: byteWriter(),
        hashes: byteWriter(),
        modes: byteWriter(),
        uids: byteWriter(),
        gids: byteWriter(),
        linkLengths: byteWriter(),
        links: byteWriter(),
    };
    let before = '';
    for (const { path, kind, size, hash, mode, uid, gid, link } of entries) {
        const shared = sharedPrefix(before, path);
        columns.shared.varint(shared);
        columns.pathLengths.varint(path.length - shared);
        columns.paths.text(path.slice(shared), 'latin1');
        columns.kinds.varint(kinds.indexOf(kind));
        columns.sizes.varint(size);
        columns.hashLengths.varint((hash?.length ?? 0) / 2);
        columns.hashes.text(hash ?? '', 'hex');
        columns.modes.varint(mode);
        columns.uids.varint(uid);
        columns.gids.varint(gid);
        columns.linkLengths.varint(link === null ? 0 : link.length + 1);
        columns.links.text(link ?? '', 'latin1');
        before = path;
    }
    return columnOrder.map((name) => columns[name].written());
}
function encodeCollected(collected) {
    const lengths = [...collected].flatMap(([path, content]) => [path.length, content.length]);
    const numbers = byteWriter();
    for (const number of [collectedVersion, collected.size, ...lengths])
        numbers.varint(number);
    return [
        numbers.written(),
        Buffer.from([...collected.keys()].join(''), 'latin1'),
        Buffer.concat([...collected.values()]),
    ];
}
const columnOrder = [
    'shared',
    'pathLengths',
    'paths',
    'kinds',
    'sizes',
    'hashLengths',
    'hashes',
    'modes',
    'uids',
    'gids',
    'linkLengths',
    'links',
];
function decodeIndex(diffId, file, budget) {
    const content = zstdDecompressSync(file, { maxOutputLength: Math.max(1, budget.columnBytes) });
    budget.columnBytes -= content.length;
    const { section, isAtEnd } = sections(content);
    const shared = section();
    const pathLengths = section();
    const path = pathReader(varintReader(shared), varintReader(pathLengths), section(), budget);
    const kindCodes = section();
    budget.entries -= kindCodes.length;
    if (budget.entries < 0)
        throw new Error('too many entries');
    const size = varintReader(section());
    const hashLength = varintReader(section());
    const hash = bytesReader(section());
    const mode = varintReader(section());
    const uid = varintReader(section());
    const gid = varintReader(section());
    const linkLength = varintReader(section());
    const link = bytesReader(section());
    const entries = entryPacker();
    let diskBytes = 0;
    let files = 0;
    for (const code of kindCodes) {
        const entry = {
            path: path(),
            kind: kindOf(code),
            size: size(),
            hash: hash(hashLength(), 'hex') || null,
            mode: mode(),
            uid: uid(),
            gid: gid(),
            link: optional(linkLength(), (length) => link(length, 'latin1')),
        };
        if (entry.kind === 'file')
            files += 1;
        else if (entry.size !== 0)
            throw new Error('something that is not a file has a size');
        diskBytes += entry.size;
        entries.add(entry);
    }
    const collected = isAtEnd() ? null : decodeCollected(section(), section(), section());
    return { diffId, diskBytes, files, entries: entries.finish(), collected };
}
/** Null where another version collected. */
function decodeCollected(numbers, paths, contents) {
    const number = varintReader(numbers);
    if (number() !== collectedVersion)
        return null;
    const path = bytesReader(paths);
    const content = bytesReader(contents);
    const collected = new Map();
    for (let count = number(); count > 0; count -= 1) {
        // A copy: a part of the section would keep all of it alive.
        collected.set(path(number(), 'latin1'), Buffer.from(content(number(), 'latin1'), 'latin1'));
    }
    return collected;
}
function kindOf(code) {
    const kind = kinds[code];
    if (kind === undefined)
        throw new Error('unknown kind of entry');
    return kind;
}
/** A length is written as one more, so that 0 can say that there is nothing. */
function optional(lengthAndOne, read) {
    return lengthAndOne === 0 ? null : read(lengthAndOne - 1);
}
function sharedPrefix(before, path) {
    const end = Math.min(before.length, path.length);
    let at = 0;
    while (at < end && before.charCodeAt(at) === path.charCodeAt(at))
        at += 1;
    return at;
}
function uint32(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
}
const longestVarint = 8;
function byteWriter() {
    let bytes = Buffer.allocUnsafe(256);
    let end = 0;
    const makeRoom = (added) => {
        if (end + added > bytes.length)
            bytes = Buffer.concat([bytes], Math.max(bytes.length * 2, end + added));
    };
    return {
        varint(value) {
            makeRoom(longestVarint);
            let rest = value;
            for (; rest >= 0x80; rest = Math.floor(rest / 0x80))
                bytes[end++] = (rest % 0x80) | 0x80;
            bytes[end++] = rest;
        },
        text(text, encoding) {
            makeRoom(text.length);
            end += bytes.write(text, end, encoding);
        },
        written: () => bytes.subarray(0, end),
    };
}
function sections(content) {
    let at = 0;
    const section = () => {
        const start = at + 4;
        const length = start <= content.length ? content.readUInt32LE(at) : Number.POSITIVE_INFINITY;
        at = start + length;
        if (at > content.length)
            throw new Error('a column is cut off');
        return content.subarray(start, at);
    };
    return { section, isAtEnd: () => at === content.length };
}
function varintReader(bytes) {
    let at = 0;
    return () => {
        let value = 0;
        for (let scale = 1;; scale *= 0x80) {
            const byte = bytes[at++];
            if (byte === undefined)
                throw new Error('a column is cut off');
            value += (byte & 0x7f) * scale;
            if (!Number.isSafeInteger(value))
                throw new Error('a number is too large');
            if (byte < 0x80)
                return value;
        }
    };
}
function bytesReader(bytes) {
    let at = 0;
    return (length, encoding) => {
        const start = at;
        at += length;
        if (at > bytes.length)
            throw new Error('a column is cut off');
        return bytes.toString(encoding, start, at);
    };
}
/** Builds each path in one buffer: `before.slice(…) + suffix` would keep the whole chain of earlier strings alive. */
function pathReader(shared, lengths, suffixes, budget) {
    let path = Buffer.alloc(4096);
    let length = 0;
    let at = 0;
    return () => {
        const keep = shared();
        const added = lengths();
        if (keep > length || at + added > suffixes.length)
            throw new Error('a path is cut off');
        length = keep + added;
        budget.pathBytes -= length;
        if (budget.pathBytes < 0)
            throw new Error('the paths are too long');
        if (length > path.length)
            path = Buffer.concat([path, Buffer.alloc(length)]);
        suffixes.copy(path, keep, at, at + added);
        at += added;
        return path.toString('latin1', 0, length);
    };
}
