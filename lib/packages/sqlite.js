/** Throws a plain Error where the file is no database or is damaged; null where it has no such table. */
export function readTable(file, table) {
    const database = openDatabase(file);
    for (const [type, name, , root] of rows(database, 1)) {
        if (type === 'table' && name === table && typeof root === 'number')
            return rows(database, root);
    }
    return null;
}
const headerBytes = 100;
function openDatabase(file) {
    if (file.length < headerBytes || file.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
        throw new Error('it is no SQLite database');
    }
    const declared = file.readUInt16BE(16);
    const pageBytes = declared === 1 ? 65_536 : declared;
    const usableBytes = pageBytes - file.readUInt8(20);
    if (pageBytes < 512 || usableBytes < 480)
        throw new Error('its pages have no valid size');
    const read = new Set();
    return {
        pageBytes,
        usableBytes,
        page(number) {
            const end = number * pageBytes;
            if (number < 1 || end > file.length || read.has(number))
                throw new Error(`page ${number} cannot be read`);
            read.add(number);
            return file.subarray(end - pageBytes, end);
        },
    };
}
const interiorPage = 0x05;
const leafPage = 0x0d;
/** The rows of the table b-tree with this root, in the order of their keys. */
function* rows(database, root) {
    const pending = [root];
    for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
        const page = database.page(number);
        const start = number === 1 ? headerBytes : 0;
        const type = page[start];
        const cells = page.readUInt16BE(start + 3);
        const pointers = start + (type === interiorPage ? 12 : 8);
        const cellAt = (index) => page.readUInt16BE(pointers + 2 * index);
        if (type === interiorPage) {
            pending.push(page.readUInt32BE(start + 8));
            for (let index = cells - 1; index >= 0; index--)
                pending.push(page.readUInt32BE(cellAt(index)));
        }
        else if (type === leafPage) {
            for (let index = 0; index < cells; index++)
                yield values(payload(database, page, cellAt(index)));
        }
        else
            throw new Error(`page ${number} belongs to no table`);
    }
}
/** A leaf cell's content, with what overflows onto pages of its own. */
function payload(database, page, at) {
    const { usableBytes } = database;
    const bytes = readVarint(page, at);
    const key = readVarint(page, bytes.end);
    const local = localBytes(bytes.value, usableBytes);
    const start = key.end;
    if (local === bytes.value)
        return slice(page, start, local);
    const pieces = [slice(page, start, local)];
    let next = page.readUInt32BE(start + local);
    for (let left = bytes.value - local; left > 0;) {
        const overflow = database.page(next);
        const length = Math.min(left, usableBytes - 4);
        pieces.push(slice(overflow, 4, length));
        left -= length;
        next = overflow.readUInt32BE(0);
    }
    return Buffer.concat(pieces);
}
/** "B-tree Cell Format": how much of a table leaf's payload stays on the page. */
function localBytes(payloadBytes, usableBytes) {
    const most = usableBytes - 35;
    if (payloadBytes <= most)
        return payloadBytes;
    const least = Math.floor(((usableBytes - 12) * 32) / 255) - 23;
    const even = least + ((payloadBytes - least) % (usableBytes - 4));
    return even <= most ? even : least;
}
/** "Record Format": serial types, then the values. */
function values(record) {
    const header = readVarint(record, 0);
    const found = [];
    let content = header.value;
    for (let at = header.end; at < header.value;) {
        const serial = readVarint(record, at);
        at = serial.end;
        const bytes = valueBytes(serial.value);
        found.push(readValue(slice(record, content, bytes), serial.value));
        content += bytes;
    }
    return found;
}
const integerBytes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
const valueBytes = (serial) => integerBytes[serial] ?? Math.floor((serial - 12) / 2);
/** Integers of 8 bytes and floating-point numbers are nothing that is asked for: null. */
function readValue(bytes, serial) {
    if (serial === 8 || serial === 9)
        return serial - 8;
    if (serial >= 1 && serial <= 5)
        return bytes.readIntBE(0, bytes.length);
    if (serial < 12)
        return null;
    return serial % 2 === 0 ? bytes : bytes.toString('utf8');
}
function slice(from, start, length) {
    if (length < 0 || start + length > from.length)
        throw new Error('a value is cut off');
    return from.subarray(start, start + length);
}
/** At most nine bytes, the high bits first; the ninth gives all of its eight. */
function readVarint(from, start) {
    let value = 0;
    for (let at = start; at < start + 9; at++) {
        const byte = from[at];
        if (byte === undefined)
            throw new Error('a number is cut off');
        if (at === start + 8)
            return { value: value * 0x100 + byte, end: at + 1 };
        value = value * 0x80 + (byte & 0x7f);
        if (byte < 0x80)
            return { value, end: at + 1 };
    }
    throw new Error('a number has no end');
}
