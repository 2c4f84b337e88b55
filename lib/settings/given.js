import { parseDuration, parseLimits, parseShare, parseSize } from "../units.js";
import { parseList } from "./list-syntax.js";
import { allowedValues } from "./options.js";
export function toReading(values) {
    const given = new Map();
    const problems = [];
    for (const value of values) {
        if ('problem' in value)
            problems.push(value.problem);
        else
            given.set(...value);
    }
    return { given, problems };
}
/** An option's value out of one text; formats are checked later, where all places come together. */
export function givenByText(where, option, text) {
    if (option.type === 'boolean') {
        const value = booleans[text.trim()];
        return value === undefined ? notAllowed(where, option, quoted(text)) : { where, value };
    }
    if (option.type !== 'list')
        return { where, value: text.trim() };
    const entries = parseList(text, { separator: option.separator, keepSpace: option.sensitive === true });
    if (entries === null)
        return { problem: `${where}: a double quote that opens an entry is not closed` };
    return entries.length === 0 ? notAllowed(where, option, 'an empty list') : { where, value: entries };
}
/** YAML 1.2's core schema, as @actions/core reads booleans. */
const booleans = {
    true: true,
    True: true,
    TRUE: true,
    false: false,
    False: false,
    FALSE: false,
};
/** The problem of a value that its option does not allow; `shown` is made by `quoted`, or words of ours. */
export function notAllowed(where, option, shown) {
    const instead = option.sensitive === true ? '' : `, not ${shown}`;
    return { problem: `${where}: must be ${allowedValues(option)}${instead}` };
}
/** What is wrong with the format of an option's value, one sentence each. */
export function formatProblems(option, { where, value }) {
    const unless = (allowed, text, place = where) => allowed ? [] : [notAllowed(place, option, quoted(text)).problem];
    if (option.type === 'list' && Array.isArray(value)) {
        const { maxEntries } = option;
        const tooMany = maxEntries !== undefined && value.length > maxEntries.count;
        return [
            ...value.flatMap((entry, index) => unless(option.format.pattern.test(entry), entry, `${where}, entry ${index + 1}`)),
            ...(tooMany ? [`${where}: holds ${value.length} entries: ${maxEntries.why}`] : []),
        ];
    }
    const text = String(value);
    switch (option.type) {
        case 'text':
            return unless(option.format.pattern.test(text), text);
        case 'choice':
            return unless(option.choices.includes(text), text);
        case 'size':
            return unless((parseSize(text) ?? 0) > 0, text);
        case 'limits':
            return unless(parseLimits(text) !== null, text);
        case 'duration':
            return unless((parseDuration(text) ?? 0) > 0, text);
        case 'share':
            return unless(parseShare(text) !== null, text);
        case 'count':
            return unless(/^[1-9]\d{0,15}$/.test(text) && Number(text) <= option.maximum, text);
        default:
            return [];
    }
}
/** A value for a message: in quotes, on one line, cut where it is long, no character that changes the display. */
export function quoted(value) {
    const cut = value.length > maxShown ? `${value.slice(0, maxShown)}…` : value;
    return JSON.stringify(cut).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, codePoint);
}
const maxShown = 80;
function codePoint(character) {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
