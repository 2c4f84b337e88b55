import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { errorText } from "../errors.js";
import { diveRuleNames } from "../model/dive.js";
import { maxConfigBytes } from "./config.js";
import { quoted } from "./given.js";
import { suggestion } from "./nearest.js";
const defaults = { lowestEfficiency: 0.9, highestWastedBytes: null, highestUserWastedPercent: 0.1 };
/** dive's defaults, and what is given over them; what is given later wins. */
export function resolveDiveRules(given) {
    const problems = [];
    const rules = { ...defaults };
    for (const { rule, where, text } of given) {
        const limit = parseLimit(rule, text);
        if (limit === undefined)
            problems.push(`${where}: must be ${allowed[rule]}, or disabled, not ${quoted(text)}`);
        else
            rules[rule] = limit;
    }
    return { rules, problems };
}
const ratio = 'a ratio from 0 to 1';
const allowed = {
    lowestEfficiency: ratio,
    highestWastedBytes: 'a size such as 20MB',
    highestUserWastedPercent: ratio,
};
/** Null: disabled, in any of the words of dive 0.13 and of its successor; undefined: not a limit. */
function parseLimit(rule, text) {
    if (['', 'disabled', 'off', 'false'].includes(text.trim().toLowerCase()))
        return null;
    if (rule === 'highestWastedBytes')
        return parseBytes(text);
    const isDecimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
    const limit = Number(text);
    return isDecimal && limit >= 0 && limit <= 1 ? limit : undefined;
}
const powers = ['', 'k', 'm', 'g', 't', 'p', 'e'];
/** Sizes as dustin/go-humanize's ParseBytes reads them, which dive uses: `20MB`, `1,024 KiB`, `20M`; `kB` is 1000. */
function parseBytes(text) {
    const [, digits = '', prefix = '', binary = ''] = /^([\d.,]+)\s*(?:([kmgtpe])(i)?)?b?\s*$/i.exec(text) ?? [];
    const number = digits.replaceAll(',', '');
    if (!/^(?:\d+\.?\d*|\.\d+)$/.test(number))
        return undefined;
    const bytes = Number(number) * (binary === '' ? 1000 : 1024) ** powers.indexOf(prefix.toLowerCase());
    return bytes < 2 ** 64 ? Math.trunc(bytes) : undefined;
}
/** The rules in the text of a `.dive-ci` file (YAML); `path` is how messages name it, with line and column behind. */
export function readDiveRules(text, path) {
    if (Buffer.byteLength(text) > maxConfigBytes) {
        return broken(`${path}: must not be larger than ${maxConfigBytes / 1024} KiB`);
    }
    try {
        return readDocument(text, path);
    }
    catch (thrown) {
        // The parser recurses: brackets that are nested a thousand deep exhaust its stack.
        return broken(`${path}: cannot be read as YAML: ${errorText(thrown)}`);
    }
}
const broken = (problem) => ({ given: [], problems: [problem], notices: [] });
function readDocument(text, path) {
    const lines = new LineCounter();
    const position = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${path}:${line}:${col}`;
    };
    const at = (node) => position(node?.range?.[0] ?? 0);
    const { contents, errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const [error] = errors;
    if (error !== undefined)
        return broken(`${position(error.pos[0])}: cannot be read as YAML: ${error.message}`);
    if (isEmpty(contents))
        return { given: [], problems: [], notices: [] };
    if (!isMap(contents))
        return broken(`${at(contents)}: must be a mapping with the key "rules"`);
    // What else stands there is of other programs, or of none: dive does not look.
    const rules = contents.items.find(({ key }) => keyOf(key).toLowerCase() === 'rules')?.value;
    const mapping = isNode(rules) ? rules : null;
    if (isEmpty(mapping))
        return { given: [], problems: [], notices: [] };
    if (!isMap(mapping))
        return broken(`${at(mapping)}: rules: must be a mapping, such as "lowestEfficiency: 0.95"`);
    return toReading(mapping.items.map((pair) => readRule(pair, at)));
}
/** Of nothing, dive takes its defaults. */
const isEmpty = (node) => node === null || (isScalar(node) && node.value === null);
const keyOf = (key) => (isScalar(key) ? String(key.value) : '');
function readRule({ key, value }, at) {
    const name = keyOf(key);
    // The names' case does not matter to dive.
    const rule = diveRuleNames.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (rule === undefined) {
        const notice = `${at(isNode(key) ? key : null)}: unknown rule ${quoted(name)}${suggestion(name, diveRuleNames)}`;
        return { notice };
    }
    const node = isNode(value) ? value : null;
    if (isEmpty(node))
        return null;
    const where = `${at(node)}: ${rule}`;
    if (!isScalar(node))
        return { problem: `${where}: must be ${allowed[rule]}, or disabled` };
    return { rule, where, text: String(node.value) };
}
function toReading(read) {
    const given = [];
    const problems = [];
    const notices = [];
    for (const each of read) {
        if (each === null)
            continue;
        if ('notice' in each)
            notices.push(each.notice);
        else if ('problem' in each)
            problems.push(each.problem);
        else
            given.push(each);
    }
    return { given, problems, notices };
}
