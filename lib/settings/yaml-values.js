import { isMap, isNode, isScalar, isSeq } from 'yaml';
import { givenByText, notAllowed, quoted } from "./given.js";
/** The value of an option out of a YAML node; formats are checked later. */
export function readValue(node, option, whereIs) {
    if (option.type === 'list' && isSeq(node))
        return readEntries(node, option, whereIs);
    const where = whereIs(node);
    const value = isScalar(node) ? node.value : undefined;
    if (option.type === 'boolean') {
        return typeof value === 'boolean' ? { where, value } : notAllowed(where, option, kindOf(node));
    }
    const isNumeric = option.type === 'size' || option.type === 'count';
    if (isNumeric && Number.isInteger(value))
        return { where, value: String(value) };
    if (typeof value !== 'string')
        return notAllowed(where, option, kindOf(node));
    return option.type === 'list' ? givenByText(where, option, value) : { where, value };
}
/** The entries of a YAML list are taken as they are: none is split. */
function readEntries(list, option, whereIs) {
    const where = whereIs(list);
    if (list.items.length === 0)
        return notAllowed(where, option, 'an empty list');
    const value = [];
    for (const item of list.items) {
        const node = isNode(item) ? item : null;
        if (!isScalar(node) || typeof node.value !== 'string')
            return notAllowed(whereIs(node ?? list), option, kindOf(node));
        value.push(node.value);
    }
    return { where, value };
}
export function offsetOf(node) {
    return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
/** What a node is, for a message. */
export function kindOf(node) {
    if (isSeq(node))
        return 'a list';
    if (isMap(node))
        return 'a mapping';
    if (!isScalar(node))
        return 'an alias';
    const { value } = node;
    if (value === null)
        return 'nothing';
    if (typeof value === 'string')
        return `the text ${quoted(value)}`;
    return `the ${typeof value} ${quoted(String(value))} (in quotes it is text)`;
}
