import { commands, parameters, switches, } from "./commands.js";
import { flagsOf, optionOf } from "./options.js";
export const programName = 'image-size-gate';
const columns = 100;
const indent = 2;
const descriptionColumn = 32;
/** The text of `--help`, of one command or of all; ends with a line end. */
export function helpText(command) {
    return `${command === null ? overview() : commandHelp(command, commands[command])}\n`;
}
function overview() {
    const rows = Object.entries(commands).map(([name, { operands, summary }]) => row(`${name} ${operands}`, summary));
    return [
        `Usage: ${programName} COMMAND [options]`,
        section('Commands', rows),
        section('Options', [row('--help', switches.help), row('--version', 'Print the version.')]),
        `"${programName} COMMAND --help" lists the options of a command.`,
        'Exit codes: 0 pass, 1 over budget or findings that reach the threshold, 2 wrong usage or environment.',
    ].join('\n\n');
}
function commandHelp(name, shape) {
    const groups = Map.groupBy(shape.options, (option) => optionOf(option).group);
    const { Rules: rules = [], Output: shown = [] } = Object.groupBy(shape.parameters ?? [], (name) => parameters[name].section);
    return [
        ['Usage:', programName, name, '[options]', shape.operands].filter((part) => part !== '').join(' '),
        wrap(shape.summary, 0),
        ...[...groups].map(([group, names]) => section(group, names.map(optionRow))),
        ...(rules.length === 0 ? [] : [section('Rules', rules.map(parameterRow))]),
        section('Output', [...shown.map(parameterRow), ...shape.switches.map(switchRow)]),
    ].join('\n\n');
}
function section(title, rows) {
    return [`${title}:`, ...rows].join('\n');
}
function optionRow(name) {
    const option = optionOf(name);
    const [flag] = flagsOf(name);
    const placeholder = placeholderOf(option);
    const notes = [option.type === 'list' && option.maxEntries === undefined ? 'repeatable' : '', defaultOf(option)];
    const note = notes.filter((text) => text !== '').join('; ');
    const description = note === '' ? option.description : `${option.description} (${note})`;
    return row(`--${flag}${placeholder === '' ? '' : ` ${placeholder}`}`, description.replaceAll('`', ''));
}
function parameterRow(name) {
    const { placeholder, description } = parameters[name];
    return row(`--${name} ${placeholder}`, description);
}
function switchRow(name) {
    return row(`--${name}`, switches[name]);
}
function placeholderOf(option) {
    switch (option.type) {
        case 'boolean':
            return '';
        case 'choice':
            return option.choices.join('|');
        case 'size':
            return 'SIZE';
        case 'limits':
            return 'LIMITS';
        case 'duration':
            return 'TIME';
        case 'share':
            return 'PERCENT';
        case 'count':
            return 'NUMBER';
        default:
            return option.placeholder ?? 'VALUE';
    }
}
function defaultOf(option) {
    const value = 'default' in option ? option.default : option.fallback;
    return value === undefined ? '' : `default: ${value}`;
}
function row(left, description) {
    const name = `${' '.repeat(indent)}${left.trim()}`;
    const text = wrap(description, descriptionColumn);
    // A name that reaches into the descriptions gets a line of its own.
    return name.length < descriptionColumn - 1
        ? `${name.padEnd(descriptionColumn)}${text.trimStart()}`
        : `${name}\n${text}`;
}
function wrap(text, column) {
    const margin = ' '.repeat(column);
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= columns)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(`${margin}${word}`);
    }
    return lines.join('\n');
}
