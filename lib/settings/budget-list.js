import { isMap, isNode, isScalar, isSeq } from 'yaml';
import { packageManager } from "../model/packages.js";
import { budgetName } from "../model/report.js";
import { parseDuration, parseLimits, parseShare, parseSize } from "../units.js";
import { formatProblems, quoted } from "./given.js";
import { suggestion } from "./nearest.js";
import { options } from "./options.js";
import { kindOf, offsetOf, readValue } from "./yaml-values.js";
/** `budgets:` of the configuration file: limits on the image or on a part of it, as many as are wanted. */
const glob = (allowed, pattern) => ({ pattern, allowed });
/** What an entry is about: one of these, or the whole image. */
export const scopeFields = {
    path: {
        type: 'text',
        group: 'Budgets',
        description: 'Files of the image: `*` stands for a part of a name, `**` for any folders; a folder means all below it.',
        format: glob('an absolute path in the image, such as /usr/share/doc or /app/**/*.map', /^\/[^\p{Cc}]{0,511}$/u),
    },
    package: {
        type: 'text',
        group: 'Budgets',
        description: 'A package by its name, with its manager where several have the name: `torch`, `python:torch`, `lib*`.',
        format: glob(`a package such as torch or python:torch (of ${packageManager.options.join(', ')})`, new RegExp(String.raw `^(?:(?:${packageManager.options.join('|')}):)?[^\p{Cc}\s:]{1,256}$`, 'u')),
    },
    layer: {
        type: 'text',
        group: 'Budgets',
        description: 'Layers by the line of the Dockerfile, `Dockerfile:12`, or by the instruction, `RUN pip install *`.',
        format: glob('a line such as Dockerfile:12 or an instruction such as "RUN pip install *"', /^\S[^\p{Cc}]{0,511}$/u),
    },
};
/** The limits that an entry may hold; all of them on the whole image, two on a part of it. */
export const limitNames = budgetName.options;
export const partLimitNames = ['max-size', 'max-increase'];
/** What says how the limits of an entry are meant. */
export const termFields = {
    metric: options.metric,
    counts: options.counts,
    level: {
        type: 'choice',
        group: 'Budgets',
        description: 'What it is to be over the limit.',
        choices: ['warn', 'fail'],
        default: 'fail',
    },
};
const fields = new Map([
    ...Object.entries(scopeFields),
    ...limitNames.map((name) => [name, options[name]]),
    ...Object.entries(termFields),
]);
/** More are no gate that anyone could read. */
export const maxBudgetEntries = 100;
/** @param keyAt where the key `budgets` stands, for messages */
export function readBudgets(list, keyAt, at) {
    if (!isSeq(list)) {
        const where = list?.range ? at(list.range[0]) : keyAt;
        return refused(`${where}: budgets: must be a list of budgets, such as "- max-size: 300MB", not ${kindOf(list)}`);
    }
    if (list.items.length > maxBudgetEntries)
        return refused(`${keyAt}: budgets: must not hold more than ${maxBudgetEntries} entries`);
    const read = list.items.map((item, index) => readEntry(isNode(item) ? item : null, `budgets, entry ${index + 1}`, keyAt, at));
    return {
        entries: read.flatMap((entry) => ('problems' in entry ? [] : [entry])),
        problems: read.flatMap((entry) => ('problems' in entry ? entry.problems : [])),
    };
}
const refused = (problem) => ({ entries: [], problems: [problem] });
function readEntry(node, name, listAt, at) {
    const entryAt = `${node?.range ? at(node.range[0]) : listAt}: ${name}`;
    if (!isMap(node))
        return { problems: [`${entryAt}: must be a mapping, such as "max-size: 300MB", not ${kindOf(node)}`] };
    const read = node.items.map((pair) => readField(pair, name, at));
    const entry = new Map(read.flatMap((field) => ('problems' in field ? [] : [field])));
    const wrong = read.flatMap((field) => ('problems' in field ? field.problems : []));
    const problems = wrong.length > 0 ? wrong : contradictions(entry, entryAt);
    return problems.length > 0 ? { problems } : entry;
}
function readField({ key, value }, entry, at) {
    const keyAt = at(offsetOf(key));
    const name = isScalar(key) ? String(key.value) : '';
    const field = fields.get(name);
    if (field === undefined) {
        return { problems: [`${keyAt}: ${entry}: unknown key ${quoted(name)}${suggestion(name, [...fields.keys()])}`] };
    }
    const where = (node) => `${node?.range ? at(node.range[0]) : keyAt}: ${entry}: ${name}`;
    const read = readValue(isNode(value) ? value : null, field, where);
    const problems = 'problem' in read ? [read.problem] : formatProblems(field, read);
    return 'problem' in read || problems.length > 0 ? { problems } : [name, String(read.value)];
}
function contradictions(values, entryAt) {
    const has = (name) => values.has(name);
    const scopes = scopeNames.filter(has);
    const limits = limitNames.filter(has);
    if (scopes.length > 1)
        return [`${entryAt}: ${scopes.join(' and ')} exclude each other`];
    const [scope] = scopes;
    const allowed = scope === undefined ? limitNames : partLimitNames;
    if (limits.length === 0)
        return [`${entryAt}: holds no limit: give it ${allowed.join(', ')}`];
    return limits
        .filter((name) => !allowed.includes(name))
        .map((name) => `${entryAt}: ${name} is for the whole image, not for a ${scope}`);
}
const scopeNames = Object.keys(scopeFields);
/** The budgets that options give, on the whole image. */
export function plainBudgets(textOf, usual) {
    return limitNames.flatMap((name) => limitsOf(name, textOf(name)).map((limit) => ({ name, scope: null, limit, level: 'fail', ...usual })));
}
/** The budgets of the list; what an entry does not say is as it is for the options. */
export function listedBudgets(entries, usual) {
    return entries.flatMap((entry) => {
        const kind = scopeNames.find((name) => entry.has(name));
        const scope = kind === undefined ? null : { kind, pattern: entry.get(kind) ?? '' };
        const terms = {
            scope,
            metric: chosen(termFields.metric.choices, entry.get('metric')) ?? usual.metric,
            counts: chosen(termFields.counts.choices, entry.get('counts')) ?? usual.counts,
            level: chosen(termFields.level.choices, entry.get('level')) ?? termFields.level.default,
        };
        return limitNames.flatMap((name) => limitsOf(name, entry.get(name) ?? null).map((limit) => ({ name, limit, ...terms })));
    });
}
const chosen = (choices, value) => choices.find((choice) => choice === value);
/** The limits in an option's text: one, or of `5%, 20MB` two; none where it is not of the form. */
function limitsOf(name, text) {
    if (text === null)
        return [];
    const option = options[name];
    const one = (unit, value) => (value === null ? [] : [{ text, unit, value }]);
    switch (option.type) {
        case 'size':
            return one('bytes', parseSize(text));
        case 'limits':
            return parseLimits(text) ?? [];
        case 'count':
            return one('layers', Number(text));
        case 'duration':
            return one('seconds', parseDuration(text));
        case 'share':
            return one('percent', parseShare(text));
    }
}
