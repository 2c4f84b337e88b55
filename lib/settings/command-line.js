import { parseArgs } from 'node:util';
import { parameters, switches } from "./commands.js";
import { givenByText, quoted } from "./given.js";
import { suggestion } from "./nearest.js";
import { flagsOf, optionNames, optionOf } from "./options.js";
/** The options by the names of their flags. */
const optionByFlag = new Map(optionNames.flatMap((name) => flagsOf(name).map((flag) => [flag, name])));
export function readWords(args, shape) {
    const operands = [];
    const problems = [];
    const flags = { switches: new Set(), parameters: new Map(), given: new Map() };
    for (const token of tokensOf(args, shape)) {
        if (token.kind === 'positional')
            operands.push(token.value);
        const problem = token.kind === 'option' ? readFlag(token, shape, flags) : null;
        if (problem !== null)
            problems.push(problem);
    }
    return { ...flags, operands, problems };
}
/** Adds a flag to those before it, or says what is wrong with it. */
function readFlag(flag, shape, { switches, parameters, given }) {
    const toggle = shape.switches.find((candidate) => candidate === flag.name);
    if (toggle !== undefined) {
        if (flag.value !== undefined)
            return `${flag.rawName}: takes no value`;
        switches.add(toggle);
        return null;
    }
    const parameter = shape.parameters?.find((candidate) => candidate === flag.name);
    if (parameter !== undefined) {
        const value = ownValue(flag, parameters.has(parameter));
        if (typeof value !== 'string')
            return value.problem;
        parameters.set(parameter, value);
        return null;
    }
    const name = optionByFlag.get(flag.name);
    if (name === undefined || !isKnown(name, shape))
        return unknownFlag(flag, shape);
    const value = flagValue(flag, name, given.get(name));
    if ('problem' in value)
        return value.problem;
    given.set(name, value);
    return null;
}
/** `strict` is off because our own messages say more than those of `parseArgs`. */
function tokensOf(args, shape) {
    const valued = [
        ...[...optionByFlag].map(([flag, name]) => [flag, parserType(optionOf(name))]),
        ...Object.keys(parameters).map((name) => [name, 'string']),
    ];
    const toggles = Object.keys(switches).map((name) => [name, 'boolean']);
    // A word may be a switch of one command and take a value with another.
    const own = (shape.parameters ?? []).map((name) => [name, 'string']);
    const known = Object.fromEntries([...valued, ...toggles, ...own].map(([name, type]) => [name, { type }]));
    return parseArgs({
        args: [...args],
        strict: false,
        tokens: true,
        options: { ...known, help: { type: 'boolean', short: 'h' } },
    }).tokens;
}
function parserType(option) {
    return option.type === 'boolean' ? 'boolean' : 'string';
}
/** A refused option is known too: its message says why it is refused. */
function isKnown(name, shape) {
    return shape.options.includes(name) || optionOf(name).refused?.flag !== undefined;
}
function unknownFlag({ rawName, name }, shape) {
    const flags = shape.options.flatMap((option) => flagsOf(option));
    return `unknown option ${quoted(rawName)}${suggestion(name, [...flags, ...(shape.parameters ?? []), ...shape.switches], '--')}`;
}
function flagValue(flag, name, before) {
    const where = flag.rawName;
    const option = optionOf(name);
    const refused = option.refused?.flag;
    if (refused !== undefined)
        return { problem: `${where}: not allowed here: ${refused}` };
    const isRepeated = before !== undefined && option.type !== 'list';
    if (option.type === 'boolean' && !isRepeated)
        return givenByText(where, option, flag.value ?? 'true');
    const value = ownValue(flag, isRepeated);
    if (typeof value !== 'string')
        return value;
    if (option.type !== 'list')
        return { where, value };
    return { where, value: [...(Array.isArray(before?.value) ? before.value : []), value] };
}
function ownValue({ rawName, value, inlineValue }, isRepeated) {
    if (isRepeated)
        return { problem: `${rawName}: was given before` };
    // "--target --load": the next option is no value; "--target=--load" is taken at its word. "-" is standard output.
    const isMissing = value === undefined || (inlineValue !== true && /^-./.test(value));
    return value === undefined || isMissing ? { problem: `${rawName}: needs a value` } : value;
}
