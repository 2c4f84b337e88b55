/**
 * The tar format as container tools write it: ustar, PAX and GNU headers (POSIX.1-2024 pax; GNU tar manual, "Basic Tar
 * Format"), read as Go's archive/tar reads them, for that is what the engines unpack with.
 *
 * Of our own because paths must stay bytes: tar-stream decodes PAX records as UTF-8, and two names that are not UTF-8
 * would become one. It also serves a stream and random access alike.
 */
const blockBytes = 512;
/** As Go's archive/tar bounds it; real ones hold a path or two. */
const maxExtensionBytes = 1024 * 1024;
const readBlock = { kind: 'read', bytes: blockBytes };
const entryEnd = { kind: 'end' };
const paddingOf = (bytes) => (blockBytes - (bytes % blockBytes)) % blockBytes;
const noExtensions = () => ({
    path: null,
    sparsePath: null,
    link: null,
    size: null,
    uid: null,
    gid: null,
    realSize: null,
    sparseMap: '',
});
/** Walks a tar; ends at the end-of-archive mark or at the end of the input. Throws a plain Error on a corrupt header. */
export function* tarSteps() {
    let extensions = noExtensions();
    for (;;) {
        const block = yield readBlock;
        if (block.length === 0)
            return;
        if (isZero(block)) {
            const next = yield readBlock;
            if (next.length > 0 && !isZero(next))
                throw new Error('a tar header is missing');
            return;
        }
        checkSum(block);
        const type = String.fromCharCode(block[156] ?? 0);
        if (isExtension(type)) {
            applyExtension(type, yield* readExtension(block), extensions);
            continue;
        }
        if (type === 'S')
            yield* readOldSparse(block, extensions);
        yield* entrySteps(block, type, extensions);
        extensions = noExtensions();
    }
}
function* entrySteps(block, type, extensions) {
    const path = extensions.sparsePath ?? extensions.path ?? headerPath(block);
    const kind = kindOf(type, path);
    // Links, devices, directories and pipes have no content, whatever size they declare.
    const stored = type >= '1' && type <= '6' ? 0 : (extensions.size ?? readNumber(block, 124, 12));
    const header = {
        path,
        kind,
        size: kind === 'file' ? (extensions.realSize ?? stored) : 0,
        stored,
        mode: readNumber(block, 100, 8) & 0o7777,
        uid: extensions.uid ?? readNumber(block, 108, 8),
        gid: extensions.gid ?? readNumber(block, 116, 8),
        link: kind === 'symlink' || kind === 'hardlink' ? (extensions.link ?? text(block, 157, 100)) : null,
        sparseMap: extensions.sparseMap,
    };
    yield { kind: 'entry', header };
    if (stored > 0)
        yield { kind: 'content', bytes: stored };
    yield entryEnd;
    if (paddingOf(stored) > 0)
        yield { kind: 'skip', bytes: paddingOf(stored) };
}
const isExtension = (type) => 'xgLK'.includes(type);
function applyExtension(type, content, extensions) {
    switch (type) {
        case 'x':
            readPax(content, extensions);
            break;
        case 'g':
            // Engines ignore global PAX headers (moby pkg/archive, TypeXGlobalHeader).
            break;
        case 'L':
            extensions.path = untilNul(content);
            break;
        case 'K':
            extensions.link = untilNul(content);
            break;
    }
}
function kindOf(type, path) {
    switch (type) {
        case '\0':
            return path.endsWith('/') ? 'directory' : 'file';
        case '0':
        case '7':
        case 'S':
            return 'file';
        case '1':
            return 'hardlink';
        case '2':
            return 'symlink';
        case '5':
            return 'directory';
        default:
            return 'other';
    }
}
function headerPath(block) {
    const name = text(block, 0, 100);
    // GNU headers ("ustar  ") keep times where ustar has the prefix.
    const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? text(block, 345, 155) : '';
    return prefix === '' ? name : `${prefix}/${name}`;
}
function* readExtension(block) {
    const bytes = readNumber(block, 124, 12);
    if (bytes > maxExtensionBytes)
        throw new Error(`a tar extension header of ${bytes} bytes is too large`);
    if (bytes === 0)
        return Buffer.alloc(0);
    const padded = bytes + paddingOf(bytes);
    const content = yield { kind: 'read', bytes: padded };
    if (content.length < padded)
        throw new Error('the tar ends inside a header');
    return content.subarray(0, bytes);
}
/** Old GNU sparse files (type S): the map may go on in further blocks, before the content. */
function* readOldSparse(block, extensions) {
    extensions.sparseMap = block.toString('latin1', 386, 482);
    extensions.realSize = readNumber(block, 483, 12);
    let extended = block[482] !== 0;
    while (extended) {
        const map = yield readBlock;
        if (map.length < blockBytes)
            throw new Error('the tar ends inside a header');
        addToSparseMap(extensions, map.toString('latin1', 0, 504));
        extended = map[504] !== 0;
    }
}
function addToSparseMap(extensions, text) {
    extensions.sparseMap += text;
    if (extensions.sparseMap.length > maxExtensionBytes)
        throw new Error("a sparse file's map is too large");
}
/** PAX records: `LENGTH KEY=VALUE\n`, the length counting itself. An empty value leaves the ustar field in force. */
function readPax(content, extensions) {
    for (let start = 0; start < content.length;) {
        const space = content.indexOf(0x20, start);
        if (space < 0 || space - start > maxPaxLengthDigits)
            throw corruptPax();
        const end = start + paxNumber(content.toString('latin1', start, space));
        const equals = content.indexOf(0x3d, space);
        if (end > content.length || content[end - 1] !== 0x0a || equals < 0 || equals >= end)
            throw corruptPax();
        setPax(extensions, content.toString('latin1', space + 1, equals), content.toString('latin1', equals + 1, end - 1));
        start = end;
    }
}
/** A length is that of a header of at most 1 MiB. */
const maxPaxLengthDigits = 20;
const corruptPax = () => new Error('a PAX header is corrupt');
function setPax(extensions, key, value) {
    if (value === '')
        return;
    switch (key) {
        case 'path':
            extensions.path = paxPath(value);
            break;
        case 'GNU.sparse.name':
            extensions.sparsePath = paxPath(value);
            break;
        case 'linkpath':
            extensions.link = paxPath(value);
            break;
        case 'size':
            extensions.size = paxNumber(value);
            break;
        case 'uid':
            extensions.uid = paxNumber(value);
            break;
        case 'gid':
            extensions.gid = paxNumber(value);
            break;
        case 'GNU.sparse.size':
        case 'GNU.sparse.realsize':
            extensions.realSize = paxNumber(value);
            break;
        // Sparse format 0.0 repeats the first two for each piece, 0.1 has them in one list.
        case 'GNU.sparse.offset':
        case 'GNU.sparse.numbytes':
        case 'GNU.sparse.map':
            addToSparseMap(extensions, `${value},`);
            break;
    }
}
function paxPath(value) {
    if (value.includes('\0'))
        throw corruptPax();
    return value;
}
function paxNumber(value) {
    const number = Number(value);
    if (!/^\d+$/.test(value) || !Number.isSafeInteger(number))
        throw corruptPax();
    return number;
}
/** An octal field, or base-256 where the first bit is set (GNU, star). */
function readNumber(block, start, length) {
    const first = block[start] ?? 0;
    if (first & 0x80)
        return readBase256(block, start, length);
    let number = 0;
    for (let at = start; at < start + length; at++) {
        const byte = block[at] ?? 0;
        if (byte === 0x20 && number === 0)
            continue;
        if (byte === 0x20 || byte === 0)
            break;
        if (byte < 0x30 || byte > 0x37)
            throw new Error('a tar header holds a number that is none');
        number = number * 8 + byte - 0x30;
    }
    return number;
}
function readBase256(block, start, length) {
    if ((block[start] ?? 0) & 0x40)
        throw new Error('a tar header holds a negative number');
    let number = (block[start] ?? 0) & 0x3f;
    for (let at = start + 1; at < start + length; at++)
        number = number * 256 + (block[at] ?? 0);
    if (!Number.isSafeInteger(number))
        throw new Error('a tar header holds a number that is out of range');
    return number;
}
/** The sum of the header's bytes, its own field taken as spaces; some old tars add signed bytes. */
function checkSum(block) {
    if (block.length < blockBytes)
        throw new Error('the tar ends inside a header');
    let unsigned = 8 * 0x20;
    let high = 0;
    for (let at = 0; at < blockBytes; at++) {
        if (at >= 148 && at < 156)
            continue;
        const byte = block[at] ?? 0;
        unsigned += byte;
        if (byte > 127)
            high++;
    }
    const written = readNumber(block, 148, 8);
    if (written !== unsigned && written !== unsigned - 256 * high)
        throw new Error('a tar header has a wrong checksum');
}
const zeroBlock = Buffer.alloc(blockBytes);
const isZero = (block) => block[0] === 0 && block.equals(zeroBlock);
const text = (block, start, length) => untilNul(block.subarray(start, start + length));
function untilNul(bytes) {
    const end = bytes.indexOf(0);
    return bytes.toString('latin1', 0, end < 0 ? bytes.length : end);
}
/** Drives `tarSteps` with the chunks of a stream; nothing is buffered but a header. */
export function tarWriter(visitor) {
    const steps = tarSteps();
    const nothing = Buffer.alloc(0);
    let wanted = 'skip';
    let missing = 0;
    let collected = [];
    /** Answers a step, and goes on to the next that wants input. */
    const advance = (answer) => {
        for (let next = steps.next(answer); !next.done; next = steps.next(nothing)) {
            const step = next.value;
            if (step.kind === 'entry')
                visitor.entry(step.header);
            else if (step.kind === 'end')
                visitor.entryEnd();
            else {
                wanted = step.kind;
                missing = step.bytes;
                return;
            }
        }
        wanted = 'finished';
    };
    const take = (piece) => {
        missing -= piece.length;
        if (wanted === 'content')
            visitor.content(piece);
        if (wanted === 'read' && (missing > 0 || collected.length > 0)) {
            collected.push(Buffer.from(piece));
            if (missing > 0)
                return;
            const whole = Buffer.concat(collected);
            collected = [];
            advance(whole);
        }
        else if (missing === 0)
            advance(wanted === 'read' ? piece : nothing);
    };
    advance(nothing);
    return {
        write(chunk) {
            for (let at = 0; at < chunk.length && wanted !== 'finished';) {
                const end = Math.min(chunk.length, at + missing);
                take(chunk.subarray(at, end));
                at = end;
            }
        },
        end() {
            if (wanted === 'content')
                throw new Error('the tar ends inside a file');
            // A short answer tells the walk that the input ends here.
            if (wanted === 'read')
                advance(Buffer.concat(collected));
        },
    };
}
