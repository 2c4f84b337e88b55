/**
 * A list in one text, as docker/build-push-action reads its inputs (CSV, RFC 4180): an entry for each line and, where
 * `separator` is a comma, for each comma. An entry that is in double quotes may hold both; `""` is a quote in it.
 * Empty entries are left out; white space around the others goes unless `keepSpace`.
 *
 * Null where a quote is not closed.
 */
export function parseList(text, options) {
    const entries = [];
    // A field is quoted only from its first character on; what stands behind the closing quote belongs to it.
    const field = /(?:"((?:[^"]|"")*)("?)([^,\r\n]*)|([^,\r\n]*))(,|\r\n|\n|\r|$)/gy;
    let line = '';
    for (let match = field.exec(text); match !== null; match = field.exec(text)) {
        const [, quoted, closing, rest = '', plain = '', end = ''] = match;
        if (quoted !== undefined && closing === '')
            return null;
        line += quoted === undefined ? plain : quoted.replaceAll('""', '"') + rest;
        if (end === ',' && options.separator === 'line') {
            line += ',';
            continue;
        }
        entries.push(options.keepSpace === true ? line : line.trim());
        line = '';
        if (end === '')
            break;
    }
    return entries.filter((entry) => entry.trim() !== '');
}
