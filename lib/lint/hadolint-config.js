import { isNode, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import { errorText } from "../errors.js";
/** As hadolint looks for it in the folder that it runs in; the first that is there. */
export const hadolintConfigNames = ['.hadolint.yaml', '.hadolint.yml'];
export const noHadolintConfig = {
    suppressions: [],
    severities: new Map(),
    threshold: null,
    ignoresComments: false,
    notices: [],
};
/** hadolint's levels; `style` is our `info`. */
const levels = { error: 'error', warning: 'warning', info: 'info', style: 'info' };
const thresholds = { ...levels, ignore: 'none', none: 'none' };
/** The gravest first, which has the last word where a rule stands under several. */
const overridable = ['error', 'warning', 'info', 'style'];
const codes = z.array(z.string());
/** The keys that mean something here. */
const keys = {
    ignored: codes,
    override: z.partialRecord(z.enum(overridable), codes.nullable()),
    'failure-threshold': z.enum(['error', 'warning', 'info', 'style', 'ignore', 'none']),
    'no-fail': z.boolean(),
    'disable-ignore-pragma': z.boolean(),
};
/** Keys of hadolint's that are about its output, or about rules that are not ours. */
const foreignKeys = ['format', 'label-schema', 'no-color', 'strict-labels', 'trustedRegistries', 'verbose'];
/**
 * Reads `.hadolint.yaml` (https://github.com/hadolint/hadolint#configure). It is another program's: what can't be read
 * is a notice, never an error.
 */
export function readHadolintConfig(text, path) {
    const lines = new LineCounter();
    const notices = [];
    try {
        const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
        const [broken] = document.errors;
        if (broken !== undefined)
            throw broken;
        const lineOf = (...at) => lineIn(document, at, lines);
        const values = readValues(document, (key, message) => notices.push({ file: path, line: lineOf(key), message: `${key}: ${message}` }));
        return { ...configOf(values, path, (index) => lineOf('ignored', index)), notices };
    }
    catch (thrown) {
        // The parser recurses: brackets that are nested a thousand deep exhaust its stack.
        return { ...noHadolintConfig, notices: [{ file: path, line: 1, message: `cannot be read: ${errorText(thrown)}` }] };
    }
}
/** Throws where the document is no mapping. */
function readValues(document, complain) {
    const given = z.record(z.string(), z.unknown()).nullable().parse(document.toJS()) ?? {};
    const values = {};
    for (const [key, value] of Object.entries(given)) {
        if (isKey(key)) {
            const { success, data } = keys[key].safeParse(value);
            if (success)
                values[key] = data;
            else
                complain(key, 'is not as hadolint has it, and was left aside');
        }
        else if (!foreignKeys.includes(key))
            complain(key, 'is no key of hadolint');
    }
    return values;
}
const isKey = (key) => Object.hasOwn(keys, key);
function configOf(values, path, lineOfIgnored) {
    const { ignored = [], override = {}, 'failure-threshold': threshold } = values;
    const severities = new Map();
    for (const level of overridable.toReversed()) {
        for (const code of override[level] ?? [])
            severities.set(code, levels[level]);
    }
    return {
        suppressions: ignored.map((code, index) => ({
            codes: [code],
            lines: null,
            by: { syntax: 'hadolint-config', file: path, line: lineOfIgnored(index) },
            reason: null,
        })),
        severities,
        threshold: values['no-fail'] === true ? 'none' : threshold === undefined ? null : thresholds[threshold],
        ignoresComments: values['disable-ignore-pragma'] === true,
    };
}
/** 1-based; the first line where the document has no such place. */
function lineIn(document, at, lines) {
    const node = document.getIn(at, true);
    return isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
}
