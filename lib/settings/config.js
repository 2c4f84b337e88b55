import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { errorText } from "../errors.js";
import { readBudgets } from "./budget-list.js";
import { quoted, toReading } from "./given.js";
import { suggestion } from "./nearest.js";
import { isAllowedIn, isOptionName, optionNames, optionOf } from "./options.js";
import { offsetOf, readValue } from "./yaml-values.js";
/** A configuration file is read whole: a larger one is a mistake or an attack. */
export const maxConfigBytes = 64 * 1024;
/** The one key that is no option: its entries are budgets on parts of the image, too. */
const budgetsKey = 'budgets';
/**
 * The options in the text of a configuration file: one YAML mapping (YAML 1.2, core schema) by the options' names, flat but
 * for `budgets`.
 * `path` is how messages name the file; they continue with line and column, 1-based.
 */
export function readConfig(text, path) {
    const lines = new LineCounter();
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${path}:${line}:${col}`;
    };
    if (Buffer.byteLength(text) > maxConfigBytes) {
        return withoutBudgets([{ problem: `${path}: must not be larger than ${maxConfigBytes / 1024} KiB` }]);
    }
    try {
        return readDocument(text, lines, at, path);
    }
    catch (thrown) {
        // The parser recurses: brackets that are nested a thousand deep exhaust its stack.
        return withoutBudgets([{ problem: `${path}: cannot be read as YAML: ${errorText(thrown)}` }]);
    }
}
const withoutBudgets = (problems) => ({ ...toReading(problems), budgets: [] });
function readDocument(text, lines, at, path) {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', merge: false });
    // The first one only: in a broken text the others mostly follow from it.
    const [broken] = [...document.errors, ...document.warnings];
    if (broken !== undefined) {
        return withoutBudgets([{ problem: `${at(broken.pos[0])}: ${yamlProblem(broken.code, broken.message)}` }]);
    }
    if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
        return withoutBudgets([]);
    if (!isMap(document.contents)) {
        return withoutBudgets([{ problem: `${path}: must be a mapping of options, such as "max-size: 300MB"` }]);
    }
    const { items } = document.contents;
    const listed = items.filter(isBudgets);
    const flat = items.filter((pair) => !isBudgets(pair));
    const lists = listed.map(({ key, value }) => readBudgets(isNode(value) ? value : null, at(offsetOf(key)), at));
    const reading = toReading(flat.map((pair) => readPair(pair, at)));
    return {
        given: reading.given,
        problems: [...reading.problems, ...lists.flatMap(({ problems }) => problems)],
        budgets: lists.flatMap(({ entries }) => entries),
    };
}
const isBudgets = ({ key }) => isScalar(key) && key.value === budgetsKey;
function yamlProblem(code, message) {
    return code === 'DUPLICATE_KEY' ? 'this key was given before' : `cannot be read as YAML: ${message}`;
}
function readPair({ key, value }, at) {
    const keyAt = at(offsetOf(key));
    const name = isScalar(key) ? String(key.value) : '';
    if (!isOptionName(name)) {
        return {
            problem: `${keyAt}: unknown key ${quoted(name)}${suggestion(name, [...optionNames.filter(isForFile), budgetsKey])}`,
        };
    }
    const option = optionOf(name);
    if (option.refused?.file !== undefined)
        return { problem: `${keyAt}: ${name} is not allowed here: ${option.refused.file}` };
    const where = (node) => `${node?.range ? at(node.range[0]) : keyAt}: ${name}`;
    const read = readValue(isNode(value) ? value : null, option, where);
    return 'problem' in read ? read : [name, read];
}
function isForFile(name) {
    return isAllowedIn('file', name);
}
