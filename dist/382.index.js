export const id = 382;
export const ids = [382];
export const modules = {

/***/ 382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  terminal: () => (/* binding */ terminal)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/exit-codes.js
var exit_codes = __webpack_require__(4676);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/model/dive.js
var dive = __webpack_require__(979);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/settings/options.js
var options = __webpack_require__(9551);
;// CONCATENATED MODULE: ./lib/settings/commands.js

/** Flags that belong to commands and not to the settings. */
const switches = {
    json: 'Print JSON.',
    markdown: 'Print the report as Markdown, as the comment shows it.',
    record: 'Store the measurement as the baseline of HEAD.',
    build: 'Build the image, to price what is found.',
    unsafe: 'Make fixes, too, that may break something: build and try the image afterwards.',
    write: 'Change the files; else the changes are printed as a diff.',
    verify: 'Build with and without the fixes; fail where the saving is not what was predicted, within 10 %.',
    each: 'With --verify: build every fix alone, too.',
    packages: 'Say which packages own the files, and where the rest lies.',
    ci: "Changes nothing: dive's flag for what this command always does.",
    'all-platforms': 'Weigh every platform of SOURCE; with --json, an array.',
    help: 'Print this help.',
};
/** Flags with a value that belong to commands and not to the settings; `section` of the help that tells of them. */
const parameters = {
    depth: {
        section: 'Output',
        placeholder: 'LEVELS',
        description: 'Levels to show below each layer: packages, directories, files; a number, or all (default: 1).',
    },
    path: {
        section: 'Output',
        placeholder: 'PATH',
        description: 'Show only what changed at or below this path of the image; budgets still hold for all of it.',
    },
    json: { section: 'Output', placeholder: 'FILE', description: 'Write the report as JSON; - is standard output.' },
    markdown: { section: 'Output', placeholder: 'FILE', description: 'Write it as Markdown, as the comment shows it.' },
    html: { section: 'Output', placeholder: 'FILE', description: 'Write it as a page to look around in.' },
    sarif: { section: 'Output', placeholder: 'FILE', description: 'Write its findings as SARIF 2.1.0.' },
    badge: { section: 'Output', placeholder: 'FILE', description: 'Write the JSON of a shields.io endpoint badge.' },
    'ci-config': {
        section: 'Rules',
        placeholder: 'FILE',
        description: "dive's rules, as YAML (default: .dive-ci, where there is one).",
    },
    lowestEfficiency: {
        section: 'Rules',
        placeholder: 'RATIO',
        description: 'Smallest efficiency that passes (default: 0.9).',
    },
    highestWastedBytes: {
        section: 'Rules',
        placeholder: 'SIZE',
        description: 'Most wasted bytes that pass (default: disabled).',
    },
    highestUserWastedPercent: {
        section: 'Rules',
        placeholder: 'RATIO',
        description: 'Largest part of the bytes of all layers but the first that may be wasted (default: 0.1).',
    },
};
const lintOptions = [
    ...inGroups('Build', 'Setup', 'Lint').filter((name) => name !== 'lint'),
    'image',
];
const commands = {
    gate: {
        summary: 'Build or take an image, weigh it, compare it with its baseline and hold it against the budgets.',
        operands: '',
        minOperands: 0,
        maxOperands: 0,
        options: inGroups('Build', 'Image', 'Budgets', 'Lint', 'Comparison', 'Report', 'Setup'),
        parameters: ['depth', 'path'],
        switches: ['record', 'json', 'markdown', 'help'],
    },
    measure: {
        summary: 'Weigh an image: SOURCE, or what --context DIR builds.',
        operands: '[SOURCE]',
        minOperands: 0,
        maxOperands: 1,
        options: [...inGroups('Build', 'Setup'), 'name'],
        switches: ['all-platforms', 'packages', 'json', 'help'],
    },
    compare: {
        summary: 'Compare two images, A before and B after, and hold the difference against budgets.',
        operands: 'A B',
        minOperands: 2,
        maxOperands: 2,
        options: ['name', 'platforms', 'max-unpacked', ...inGroups('Budgets'), 'report-file', 'html-file', 'badge-file'],
        parameters: ['depth', 'path'],
        switches: ['json', 'markdown', 'help'],
    },
    lint: {
        summary: 'Find what makes an image larger than it needs to be; with --image or --build, at its price in bytes.',
        operands: '[DOCKERFILE]',
        minOperands: 0,
        maxOperands: 1,
        options: [...lintOptions, 'sarif-file'],
        switches: ['build', 'json', 'help'],
    },
    fix: {
        summary: 'Make the fixes that findings of the lint offer, in the Dockerfile and its ignore file.',
        operands: '[DOCKERFILE]',
        minOperands: 0,
        maxOperands: 1,
        options: lintOptions.filter((name) => name !== 'failure-threshold'),
        switches: ['build', 'unsafe', 'write', 'verify', 'each', 'json', 'help'],
    },
    dive: {
        summary: "Wasted space by dive's figures and rules, and exactly, by the lines that waste it.",
        operands: 'SOURCE',
        minOperands: 1,
        maxOperands: 1,
        options: ['file', 'target', 'platforms', 'max-unpacked', 'working-directory'],
        parameters: ['ci-config', 'lowestEfficiency', 'highestWastedBytes', 'highestUserWastedPercent'],
        switches: ['ci', 'json', 'help'],
    },
    report: {
        summary: 'Show a report again, or write it in other ways: REPORT.json is one that was stored (-: standard input); SOURCE is measured first, and linted where its Dockerfile is known.',
        operands: 'REPORT.json|SOURCE',
        minOperands: 1,
        maxOperands: 1,
        options: ['name', 'file', 'target', 'platforms', 'metric', 'max-unpacked', 'working-directory', 'config-file'],
        parameters: ['depth', 'json', 'markdown', 'html', 'sarif', 'badge'],
        switches: ['help'],
    },
};
function isCommandName(name) {
    return Object.hasOwn(commands, name);
}
function inGroups(...groups) {
    return options/* optionNames */.W6.filter((name) => groups.includes((0,options/* optionOf */.XD)(name).group) && (0,options/* isAllowedIn */.i8)('flag', name));
}

// EXTERNAL MODULE: ./lib/settings/given.js + 1 modules
var settings_given = __webpack_require__(8730);
// EXTERNAL MODULE: ./lib/settings/nearest.js
var nearest = __webpack_require__(8535);
;// CONCATENATED MODULE: ./lib/settings/command-line.js





/** The options by the names of their flags. */
const optionByFlag = new Map(options/* optionNames */.W6.flatMap((name) => (0,options/* flagsOf */.Zo)(name).map((flag) => [flag, name])));
function readWords(args, shape) {
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
        ...[...optionByFlag].map(([flag, name]) => [flag, parserType((0,options/* optionOf */.XD)(name))]),
        ...Object.keys(parameters).map((name) => [name, 'string']),
    ];
    const toggles = Object.keys(switches).map((name) => [name, 'boolean']);
    // A word may be a switch of one command and take a value with another.
    const own = (shape.parameters ?? []).map((name) => [name, 'string']);
    const known = Object.fromEntries([...valued, ...toggles, ...own].map(([name, type]) => [name, { type }]));
    return (0,external_node_util_.parseArgs)({
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
    return shape.options.includes(name) || (0,options/* optionOf */.XD)(name).refused?.flag !== undefined;
}
function unknownFlag({ rawName, name }, shape) {
    const flags = shape.options.flatMap((option) => (0,options/* flagsOf */.Zo)(option));
    return `unknown option ${(0,settings_given/* quoted */.TL)(rawName)}${(0,nearest/* suggestion */.h)(name, [...flags, ...(shape.parameters ?? []), ...shape.switches], '--')}`;
}
function flagValue(flag, name, before) {
    const where = flag.rawName;
    const option = (0,options/* optionOf */.XD)(name);
    const refused = option.refused?.flag;
    if (refused !== undefined)
        return { problem: `${where}: not allowed here: ${refused}` };
    const isRepeated = before !== undefined && option.type !== 'list';
    if (option.type === 'boolean' && !isRepeated)
        return (0,settings_given/* givenByText */.IP)(where, option, flag.value ?? 'true');
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

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/settings/config.js + 1 modules
var config = __webpack_require__(7256);
;// CONCATENATED MODULE: ./lib/settings/dive-rules.js






const defaults = { lowestEfficiency: 0.9, highestWastedBytes: null, highestUserWastedPercent: 0.1 };
/** dive's defaults, and what is given over them; what is given later wins. */
function resolveDiveRules(given) {
    const problems = [];
    const rules = { ...defaults };
    for (const { rule, where, text } of given) {
        const limit = parseLimit(rule, text);
        if (limit === undefined)
            problems.push(`${where}: must be ${allowed[rule]}, or disabled, not ${(0,settings_given/* quoted */.TL)(text)}`);
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
function readDiveRules(text, path) {
    if (Buffer.byteLength(text) > config/* maxConfigBytes */.a) {
        return broken(`${path}: must not be larger than ${config/* maxConfigBytes */.a / 1024} KiB`);
    }
    try {
        return readDocument(text, path);
    }
    catch (thrown) {
        // The parser recurses: brackets that are nested a thousand deep exhaust its stack.
        return broken(`${path}: cannot be read as YAML: ${(0,errors/* errorText */.kc)(thrown)}`);
    }
}
const broken = (problem) => ({ given: [], problems: [problem], notices: [] });
function readDocument(text, path) {
    const lines = new dist/* LineCounter */.HN();
    const position = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${path}:${line}:${col}`;
    };
    const at = (node) => position(node?.range?.[0] ?? 0);
    const { contents, errors } = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false });
    const [error] = errors;
    if (error !== undefined)
        return broken(`${position(error.pos[0])}: cannot be read as YAML: ${error.message}`);
    if (isEmpty(contents))
        return { given: [], problems: [], notices: [] };
    if (!(0,dist/* isMap */.jh)(contents))
        return broken(`${at(contents)}: must be a mapping with the key "rules"`);
    // What else stands there is of other programs, or of none: dive does not look.
    const rules = contents.items.find(({ key }) => keyOf(key).toLowerCase() === 'rules')?.value;
    const mapping = (0,dist/* isNode */.Ll)(rules) ? rules : null;
    if (isEmpty(mapping))
        return { given: [], problems: [], notices: [] };
    if (!(0,dist/* isMap */.jh)(mapping))
        return broken(`${at(mapping)}: rules: must be a mapping, such as "lowestEfficiency: 0.95"`);
    return toReading(mapping.items.map((pair) => readRule(pair, at)));
}
/** Of nothing, dive takes its defaults. */
const isEmpty = (node) => node === null || ((0,dist/* isScalar */.jn)(node) && node.value === null);
const keyOf = (key) => ((0,dist/* isScalar */.jn)(key) ? String(key.value) : '');
function readRule({ key, value }, at) {
    const name = keyOf(key);
    // The names' case does not matter to dive.
    const rule = dive/* diveRuleNames */.DI.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (rule === undefined) {
        const notice = `${at((0,dist/* isNode */.Ll)(key) ? key : null)}: unknown rule ${(0,settings_given/* quoted */.TL)(name)}${(0,nearest/* suggestion */.h)(name, dive/* diveRuleNames */.DI)}`;
        return { notice };
    }
    const node = (0,dist/* isNode */.Ll)(value) ? value : null;
    if (isEmpty(node))
        return null;
    const where = `${at(node)}: ${rule}`;
    if (!(0,dist/* isScalar */.jn)(node))
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

;// CONCATENATED MODULE: ./lib/settings/help.js


const programName = 'image-size-gate';
const columns = 100;
const indent = 2;
const descriptionColumn = 32;
/** The text of `--help`, of one command or of all; ends with a line end. */
function helpText(command) {
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
    const groups = Map.groupBy(shape.options, (option) => (0,options/* optionOf */.XD)(option).group);
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
    const option = (0,options/* optionOf */.XD)(name);
    const [flag] = (0,options/* flagsOf */.Zo)(name);
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

;// CONCATENATED MODULE: ./lib/settings/report-outputs.js

/** What a report can be written as; each is a parameter of `report` with a file. */
const reportFormats = ['json', 'markdown', 'html', 'sarif', 'badge'];
/** What is to be written where, and what is wrong with that. */
function readOutputs(parameters, currentDirectory) {
    const given = reportFormats.flatMap((format) => {
        const path = parameters.get(format);
        return path === undefined ? [] : [{ format, path }];
    });
    const outputs = given.map(({ format, path }) => ({
        format,
        path: path === '-' ? null : (0,external_node_path_.resolve)(currentDirectory, path),
    }));
    const flags = (of) => of.map(({ format }) => `--${format}`).join(' and ');
    const empty = given.filter(({ path }) => path === '');
    const shared = [...Map.groupBy(outputs, ({ path }) => path)].filter(([, of]) => of.length > 1);
    return {
        outputs,
        problems: [
            ...empty.map(({ format }) => `--${format}: must be a file, or - for standard output, not ""`),
            ...shared.map(([path, of]) => `${flags(of)} cannot both be written to ${path ?? 'standard output'}`),
        ],
    };
}

// EXTERNAL MODULE: ./lib/settings/resolve.js
var resolve = __webpack_require__(3057);
;// CONCATENATED MODULE: ./lib/settings/view.js


const depths = /^\d{1,3}$/;
/** The view by the parameters `depth` and `path`, and what is wrong with them. */
function readView(parameters) {
    const depth = parameters.get('depth') ?? '1';
    const path = parameters.get('path');
    const problems = [
        ...(depth === 'all' || depths.test(depth)
            ? []
            : [`--depth: must be a number of levels such as 2, or all, not ${(0,settings_given/* quoted */.TL)(depth)}`]),
        ...(path === '' ? ['--path: must be a path in the image such as /usr/lib, not ""'] : []),
    ];
    const view = {
        depth: depth === 'all' ? Number.POSITIVE_INFINITY : Number(depth),
        path: path === undefined ? null : absolute(path),
    };
    return { view, problems };
}
/** `usr/lib/` as `/usr/lib`. */
const absolute = (path) => external_node_path_.posix.resolve('/', path);

;// CONCATENATED MODULE: ./lib/settings/arguments.js












/**
 * The command in the arguments that follow the program's name.
 *
 * @throws UserError for wrong usage, with every problem found.
 */
function parseArguments(argv, environment) {
    const [first = '', ...rest] = argv;
    if (first === '--help' || first === '-h')
        return { kind: 'help', text: helpText(null) };
    if (first === '--version')
        return { kind: 'version' };
    if (!isCommandName(first))
        throw noCommand(first);
    const words = readWords(rest, commands[first]);
    if (words.switches.has('help'))
        return { kind: 'help', text: helpText(first) };
    // The value of an unknown option looks like an operand: one mistake, one message.
    const operandsAreSure = words.problems.length === 0;
    (0,resolve/* refuse */.TR)([
        ...words.problems,
        ...(operandsAreSure ? operandProblems(first, words) : []),
        ...conflicts(first, words),
        ...readView(words.parameters).problems,
        ...(first === 'report' ? readOutputs(words.parameters, environment.currentDirectory).problems : []),
    ], `See "${programName} ${first} --help".`);
    return commandOf(first, words, environment);
}
function noCommand(word) {
    const names = Object.keys(commands);
    const what = word === '' ? 'a command is missing' : `${(0,settings_given/* quoted */.TL)(word)} is no command${(0,nearest/* suggestion */.h)(word, names)}`;
    return new errors/* UserError */.yo(`${what}: must be one of ${names.join(', ')}`, { hint: `See "${programName} --help".` });
}
function operandProblems(command, { operands, given }) {
    const { minOperands, maxOperands } = commands[command];
    const usage = commands[command].operands;
    if (operands.some((operand) => operand.trim() === ''))
        return ['an operand is empty'];
    if (operands.length < minOperands)
        return [`${command} needs ${usage}`];
    if (operands.length > maxOperands) {
        return [
            `${command} takes ${usage === '' ? 'no operand' : usage}: ${operands.slice(maxOperands).map(settings_given/* quoted */.TL).join(', ')} is too much`,
        ];
    }
    const hasSubject = operands.length > 0 || given.has('context');
    return command === 'measure' && !hasSubject ? ['measure needs SOURCE, or a folder to build by --context'] : [];
}
function conflicts(command, { operands, switches, given }) {
    const both = (one, other) => `${one} and ${other} exclude each other`;
    const problems = [];
    if (switches.has('json') && switches.has('markdown'))
        problems.push(both('--json', '--markdown'));
    if (switches.has('all-platforms') && given.has('platforms'))
        problems.push(both('--all-platforms', '--platform'));
    if (switches.has('all-platforms') && given.has('context'))
        problems.push(both('--all-platforms', '--context'));
    if (switches.has('build') && given.has('image'))
        problems.push(both('--build', '--image'));
    if (switches.has('verify') && given.has('image'))
        problems.push(both('--verify', '--image'));
    if (switches.has('each') && !switches.has('verify'))
        problems.push('--each: needs --verify');
    const takesDockerfile = command === 'lint' || command === 'fix';
    if (takesDockerfile && operands.length > 0 && given.has('file'))
        problems.push(both('DOCKERFILE', '--file'));
    return problems;
}
function commandOf(command, words, environment) {
    const [operand = '', second = ''] = words.operands;
    const { view } = readView(words.parameters);
    const format = words.switches.has('json') ? 'json' : words.switches.has('markdown') ? 'markdown' : 'text';
    switch (command) {
        case 'gate': {
            const settings = (0,resolve/* resolveSettings */.Mo)({ ...environment, direct: reading(words.given) });
            return { kind: command, settings, record: words.switches.has('record'), view, format };
        }
        case 'measure': {
            const given = withOperand(words, 'image', 'SOURCE');
            const settings = (0,resolve/* resolveSettings */.Mo)({ ...environment, direct: reading(given) });
            const { switches } = words;
            const allPlatforms = switches.has('all-platforms');
            return { kind: command, settings, allPlatforms, packages: switches.has('packages'), format };
        }
        case 'compare': {
            // Two images from anywhere: a configuration file that happens to lie here says nothing about them.
            const settings = (0,resolve/* resolveSettings */.Mo)({ ...environment, direct: reading(words.given), readFile: () => null });
            return {
                kind: command,
                before: operand,
                after: second,
                platform: (0,resolve/* platformOf */.tj)(settings.subject),
                settings,
                view,
                format,
            };
        }
        case 'lint':
            return { kind: command, ...lintArguments(words, environment, format) };
        case 'fix': {
            const { switches } = words;
            const verify = switches.has('each') ? 'each' : switches.has('verify') ? 'together' : 'no';
            return {
                kind: command,
                ...lintArguments(words, environment, format),
                allowUnsafe: switches.has('unsafe'),
                write: switches.has('write'),
                verify,
            };
        }
        case 'dive': {
            const given = withOperand({ ...words, operands: [withoutSlashes(operand)] }, 'image', 'SOURCE');
            // Another tool's command: its rules come from its own file.
            const settings = (0,resolve/* resolveSettings */.Mo)({ ...environment, direct: reading(given), readFile: () => null });
            return { kind: command, settings, ...diveRulesOf(words, settings.workingDirectory, environment), format };
        }
        case 'report': {
            const { outputs } = readOutputs(words.parameters, environment.currentDirectory);
            return { kind: command, origin: originOf(words, environment), outputs, view };
        }
    }
}
function reading(given) {
    return { given, problems: [] };
}
/** No source ends so: archives are tars, and an engine's names end with a tag. */
const storedReport = /\.json$/i;
function originOf(words, environment) {
    const [operand = ''] = words.operands;
    if (operand === '-')
        return { kind: 'stored', path: null };
    if (storedReport.test(operand))
        return { kind: 'stored', path: (0,external_node_path_.resolve)(environment.currentDirectory, operand) };
    const given = withOperand(words, 'image', 'SOURCE');
    return { kind: 'source', settings: (0,resolve/* resolveSettings */.Mo)({ ...environment, direct: reading(given) }) };
}
/** The first operand as the value of an option. */
function withOperand({ operands, given }, name, where) {
    const [value] = operands;
    return new Map(value === undefined ? given : [...given, [name, { where, value }]]);
}
function lintArguments(words, environment, format) {
    const given = withOperand(words, 'file', 'DOCKERFILE');
    given.delete('image');
    return { ...(0,resolve/* resolveBuild */.hU)({ ...environment, direct: reading(given) }), pricing: pricingOf(words), format };
}
function pricingOf({ switches, given }) {
    const image = given.get('image')?.value;
    if (typeof image === 'string')
        return { kind: 'image', reference: image };
    return { kind: switches.has('build') || switches.has('verify') ? 'build' : 'none' };
}
/** `docker://app` is how dive writes `docker:app`; `docker-tar` is its older name of an archive. */
function withoutSlashes(source) {
    return source.replace(/^docker-tar:/, 'docker-archive:').replace(/^(docker|podman|docker-archive):\/\//, '$1:');
}
/** The rules by flags, over those of the file, over the defaults. */
function diveRulesOf({ parameters }, workingDirectory, { readFile }) {
    const asked = parameters.get('ci-config');
    const path = asked ?? '.dive-ci';
    const text = readFile((0,external_node_path_.resolve)(workingDirectory, path));
    const isMissing = asked !== undefined && text === null;
    const missing = isMissing ? [`--ci-config: there is no file ${(0,settings_given/* quoted */.TL)(path)} in ${(0,settings_given/* quoted */.TL)(workingDirectory)}`] : [];
    const file = text === null ? { given: [], problems: missing, notices: [] } : readDiveRules(text, path);
    const flags = dive/* diveRuleNames */.DI.flatMap((rule) => {
        const value = parameters.get(rule);
        return value === undefined ? [] : [{ rule, where: `--${rule}`, text: value }];
    });
    const { rules, problems } = resolveDiveRules([...file.given, ...flags]);
    (0,resolve/* refuse */.TR)([...file.problems, ...problems]);
    return { rules, rulesFile: text === null ? null : path, notices: file.notices };
}

// EXTERNAL MODULE: ./lib/settings/config-file.js
var config_file = __webpack_require__(2154);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/terminal-text.js
var terminal_text = __webpack_require__(2234);
;// CONCATENATED MODULE: ./lib/terminal-log.js


/**
 * Logs on standard error: what is said once stands in a line of its own. What passes by, as a group's lines and progress
 * do, is on a terminal one line that is drawn again and wiped at the end; elsewhere a group's lines are lines, and
 * progress is one now and then.
 *
 * @param now milliseconds of a clock that never goes back
 */
function terminalLog(stream, now = () => performance.now()) {
    const line = stream.isTTY === true ? redrawnLine(stream, now) : occasionalLines(stream, now);
    const titles = [];
    const say = (prefix, message) => {
        line.wipe();
        stream.write(`${prefix}${message}\n`);
    };
    return {
        debug: () => { },
        info(message) {
            const title = titles.at(-1);
            if (title === undefined || stream.isTTY !== true)
                say('', message);
            else
                line.show(() => `${title} ${message.trimEnd().split('\n').at(-1)}`);
        },
        notice: (message) => say('note: ', message),
        warning: (message, place) => say(`${placeText(place)}warning: `, message),
        error: (message, place) => say(`${placeText(place)}error: `, message),
        async group(title, work) {
            if (stream.isTTY !== true)
                say('', title);
            titles.push(title);
            try {
                return await work();
            }
            finally {
                titles.splice(titles.lastIndexOf(title), 1);
                line.wipe();
            }
        },
        secret: () => { },
        progress: (status) => (status === null ? line.wipe() : line.show(status)),
    };
}
const drawnEvery = 100;
const wiped = '\r\u001b[2K';
/** At most ten times a second; the last one is drawn, too, if late. */
function redrawnLine(stream, now) {
    let next = () => '';
    let timer = null;
    let drawnAt = Number.NEGATIVE_INFINITY;
    let isDrawn = false;
    const draw = () => {
        timer = null;
        drawnAt = now();
        isDrawn = true;
        // One column less: in the last one some terminals begin a new line.
        stream.write(wiped + (0,terminal_text/* fit */.Uj)((0,report_escape/* visible */.RK)(next()), (stream.columns || 80) - 1));
    };
    return {
        show(status) {
            next = status;
            if (timer !== null)
                return;
            const wait = drawnAt + drawnEvery - now();
            if (wait <= 0)
                draw();
            else
                timer = setTimeout(draw, wait).unref();
        },
        wipe() {
            if (timer !== null)
                clearTimeout(timer);
            timer = null;
            if (isDrawn)
                stream.write(wiped);
            isDrawn = false;
        },
    };
}
const saidEvery = 10_000;
/** Work that takes a few seconds is not worth a line. */
function occasionalLines(stream, now) {
    let since = null;
    return {
        show(status) {
            since ??= now();
            if (now() - since < saidEvery)
                return;
            since = now();
            stream.write(`${(0,report_escape/* visible */.RK)(status())}\n`);
        },
        wipe() {
            since = null;
        },
    };
}
const placeText = (place) => place?.file === undefined ? '' : `${place.file}:${place.startLine ?? 1}: `;

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/cli.js






/** The program on a terminal: results on standard output, all else on standard error. */
async function terminal() {
    process.stdout.on('error', letReaderGo);
    process.exitCode = await exitCodeOf(process.argv.slice(2));
}
/** A reader that has seen enough (`| head`) closes the pipe; what we found, and so the exit code, stays the same. */
function letReaderGo(error) {
    if (error.code !== 'EPIPE')
        throw error;
}
async function exitCodeOf(argv) {
    const log = terminalLog(process.stderr);
    try {
        return await answer(parseArguments(argv, { currentDirectory: process.cwd(), readFile: config_file/* readConfigFile */.R }), log);
    }
    catch (error) {
        log.error((0,errors/* errorText */.kc)(error));
        if (error instanceof errors/* UserError */.yo) {
            if (error.hint !== null)
                process.stderr.write(`${error.hint}\n`);
        }
        else if (error instanceof Error && process.env.DEBUG)
            process.stderr.write(`${error.stack}\n`);
        return exit_codes/* exitCodes */.h.trouble;
    }
}
async function answer(command, log) {
    switch (command.kind) {
        case 'help':
            process.stdout.write(command.text);
            return exit_codes/* exitCodes */.h.pass;
        case 'version':
            process.stdout.write(`${version/* version */.r}\n`);
            return exit_codes/* exitCodes */.h.pass;
        default: {
            // Wrong usage is told before all the rest is loaded.
            const { execute } = await Promise.all(/* import() */[__webpack_require__.e(467), __webpack_require__.e(260), __webpack_require__.e(865), __webpack_require__.e(17)]).then(__webpack_require__.bind(__webpack_require__, 6017));
            return await execute(command, log);
        }
    }
}


/***/ }),

/***/ 4676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
/** Of the program on a terminal: the verdict's, and what is not a verdict: wrong usage, or an environment that lacks something. */
const exitCodes = { pass: 0, fail: 1, trouble: 2 };


/***/ }),

/***/ 979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ diveRuleNames)
/* harmony export */ });
/* unused harmony exports wastePlace, wasteRow, waste, diveResult, diveFigures, diveReport */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7597);
/* harmony import */ var _measurement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);


const bytes = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative();
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP();
/** A layer that brought content, or hid it. */
const wastePlace = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    layer: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('Index of the layer, base first'),
    origin: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['base', 'own']).nullable(),
    instruction: text.nullable(),
    location: _measurement_js__WEBPACK_IMPORTED_MODULE_0__/* .location */ .C5.nullable(),
});
const wasteRow = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    how: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['deleted', 'modified', 'metadata'])
        .describe('By what stands at the path after the hiding layer: nothing, other content, the same content'),
    diskBytes: bytes,
    files: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    broughtBy: wastePlace,
    hiddenBy: wastePlace,
    largest: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ path: text, diskBytes: bytes })).describe('The largest of its files'),
});
/** What is in the layers and in no container: exact, each byte in one row. */
const waste = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    liveBytes: bytes.describe('Bytes of the files of the final file system'),
    deadBytes: bytes.describe('Bytes that a later layer hides; live and dead are the disk size'),
    efficiency: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().describe('Live bytes by the disk size; 1 where there are none'),
    how: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ deleted: bytes, modified: bytes, metadata: bytes }).describe('The dead bytes, split'),
    hiddenBy: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ base: bytes, own: bytes, unknown: bytes })
        .describe('The dead bytes, by whose layer hid them: what the base image hid, no line of yours can save'),
    rows: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(wasteRow).describe('The dead bytes by the layers that brought and hid them; the largest first'),
});
const diveRuleNames = ['highestUserWastedPercent', 'highestWastedBytes', 'lowestEfficiency'];
const diveResult = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    rule: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(diveRuleNames),
    threshold: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullable().describe('Null: the rule is disabled'),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['pass', 'fail', 'skip']),
});
/** The figures of wagoodman/dive 0.13, computed as it computes them. */
const diveFigures = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    efficiency: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    wastedBytes: bytes,
    userWastedPercent: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
        .nullable()
        .describe('A ratio, not a percentage; null where no layer follows the first, or none has a byte'),
    sizeBytes: bytes,
    userSizeBytes: bytes.describe('Of all layers but the first'),
    inefficientFiles: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ count: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(), sizeBytes: bytes, file: text }))
        .describe('Paths that occur twice or more, the largest first'),
});
/** What `dive --json` prints. Published as schema/dive-v1.json. */
const diveReport = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    image: text.describe('The source, as it was named'),
    platform: text.describe('os/architecture[/variant]'),
    ...diveFigures.shape,
    pass: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    results: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(diveResult).describe('One for each rule'),
    waste: waste.describe('Our own figures, exact'),
});


/***/ }),

/***/ 2527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   Q_: () => (/* binding */ longestRun),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   v1: () => (/* binding */ codeHtml),
/* harmony export */   xv: () => (/* binding */ truncate)
/* harmony export */ });
/**
 * Text from images, Dockerfiles and pull requests as Markdown that is text and nothing else.
 *
 * GitHub looks for mentions, references, commit ids, addresses, emoji and formulas after Markdown has been rendered, so
 * that backslashes stop none of them. It leaves code alone: whatever could mean something goes into code spans.
 */
/** Controls, bidirectional and other invisible characters, lone surrogates, private and unassigned characters. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/gu;
const breaks = /[\t\n\r]+/g;
/** On one line, with a visible escape (`\u{202E}`) for every character that shows nothing or reorders what is shown. */
function visible(text) {
    return text.replace(breaks, ' ').replace(invisible, escapeCharacter);
}
function escapeCharacter(character) {
    return `\\u{${character.codePointAt(0)?.toString(16).toUpperCase()}}`;
}
/** At most `length` code points, the last of them an ellipsis where something was cut. */
function truncate(text, length) {
    // A code point is at most two units long: the slice bounds the work on a text of any length.
    const points = Array.from(text.slice(0, 2 * length + 2));
    return points.length <= length ? text : `${points.slice(0, Math.max(0, length - 1)).join('')}…`;
}
/** `text` as an inline code span: all of it shown, none of it Markdown. */
function code(text) {
    const content = visible(text) || ' ';
    const fence = '`'.repeat(longestRun(content) + 1);
    // CommonMark 6.1: a span loses one space on each side where it has both, and a backtick must not touch the fence.
    const stripped = content.startsWith(' ') && content.endsWith(' ') && content.trim() !== '';
    const padding = stripped || content.startsWith('`') || content.endsWith('`') ? ' ' : '';
    return fence + padding + content + padding + fence;
}
/** `text` as code inside an HTML block, where Markdown is not read: a `<summary>`. */
function codeHtml(text) {
    return `<code>${visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)}</code>`;
}
/** `text` as a fenced block. Line breaks stay; tabs too. */
function codeBlock(text, language) {
    const content = text.replace(/\r\n?/g, '\n').replace(/[^\n\t]+/g, (part) => part.replace(invisible, escapeCharacter));
    const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
    return `${fence}${language}\n${content}\n${fence}`;
}
/** How many backticks stand in a row, at most. */
function longestRun(text) {
    return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
/**
 * `text` as a run of inline Markdown: plain words stay words; every other word, and what stands in a pair of
 * backticks, becomes code.
 */
function escapeText(text) {
    const parts = visible(text).split(/`([^`]+)`/);
    // What a capture group matched stands at the odd places.
    const escaped = parts.map((part, at) => (at % 2 === 0 ? escapeWords(part, at === 0) : code(part)));
    return escaped.reduce(joinApart, '').trim();
}
/** Two code spans must not touch: their fences would be one. */
function joinApart(before, after) {
    return before.endsWith('`') && after.startsWith('`') ? `${before} ${after}` : before + after;
}
function escapeWords(text, opensLine) {
    const first = text.search(/\S/);
    return text.replace(/\S+/g, (word, at) => escapeWord(word, opensLine && at === first));
}
const plainWord = /^[("']{0,3}(?:[+-]?\p{N}+(?:[.,]\p{N}+)*%?|[\p{L}\p{N}]+(?:[-'’/,][\p{L}\p{N}]+)*|→)?[)"'.,;:!?]*$/u;
/** What GitHub links without any punctuation around it: commit ids, `GH-1`, advisories. */
const reference = /[0-9a-f]{7}|(?:^|[^a-z0-9])(?:gh|ghsa|cve)-/i;
const orderedListMarker = /^\d+[.)]$/;
function escapeWord(word, opensLine) {
    const plain = plainWord.test(word) && !reference.test(word);
    if (plain && !(opensLine && orderedListMarker.test(word)))
        return word;
    const [, open = '', core = word, close = ''] = /^(\(?)([^()]*[^().,;:!?])(\)?[.,;:!?]*)$/.exec(word) ?? /^()(.*?[^.,;:!?])([.,;:!?]*)$/.exec(word) ?? [];
    return open + code(core) + close;
}
/** A finished piece of inline Markdown as a table's cell: the table syntax takes its `\|` before anything is parsed. */
function cell(markdown) {
    return markdown.replaceAll('|', '\\|');
}
/** A link around a finished piece of inline Markdown; without `url`, or where it is not http(s), just that piece. */
function link(markdown, url) {
    const target = url === null ? null : URL.parse(url);
    if (target === null || !/^https?:$/.test(target.protocol))
        return markdown;
    return `[${markdown}](${target.href.replace(/[^\w\-.~:/?#@!$+,=%]/g, encodeCharacter)})`;
}
function encodeCharacter(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}


/***/ }),

/***/ 2234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ painter),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   RX: () => (/* binding */ terminalTable),
/* harmony export */   Uj: () => (/* binding */ fit),
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   eV: () => (/* binding */ pad)
/* harmony export */ });
/** Laying out text whose every character is visible (see `visible`) in a terminal of a given width. */
/** Parameters of ECMA-48's SGR. */
const styleCodes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34 };
const painter = (color) => (style, text) => color ? `\u001b[${styleCodes[style]}m${text}\u001b[0m` : text;
/** Of one column each: up to the first marks. */
const narrow = /^[ -~\u00a0-\u02ff]*$/;
/** What takes two columns: UAX 11's W and F (Unicode 17), of which emoji have a property of their own. */
const wide = /[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** What stands on the character before it; marks that take room of their own (Mc) are none. */
const combining = /[\p{Mn}\p{Me}]/u;
/** Two of them are a flag, of two columns. */
const regional = /\p{Regional_Indicator}/u;
const skinTone = /\p{Emoji_Modifier}/u;
const toned = /\p{Emoji_Modifier_Base}/u;
const textEmoji = /(?!\p{Emoji_Presentation})\p{Emoji}/u;
const asEmoji = '\ufe0f';
/** Columns that a text takes. Terminals differ on emoji made of several characters; none makes them wider than this. */
function columns(text) {
    if (narrow.test(text))
        return text.length;
    let count = 0;
    let before = '';
    for (const character of text) {
        count += columnsOf(character, before);
        before = character;
    }
    return count;
}
function columnsOf(character, before) {
    if (character === asEmoji)
        return textEmoji.test(before) ? 1 : 0;
    if (combining.test(character))
        return 0;
    if (regional.test(character))
        return 1;
    if (skinTone.test(character) && toned.test(before))
        return 0;
    return wide.test(character) ? 2 : 1;
}
/** `text` in at most `width` columns, an ellipsis where something was cut. */
function fit(text, width, cut = 'end') {
    if (text.length <= width / 2 || columns(text) <= width)
        return text;
    if (width < 1)
        return '';
    const behind = cut === 'end' ? 0 : Math.floor((width - 1) / 2);
    return `${head(text, width - 1 - behind)}…${tail(text, behind)}`;
}
/** What a reader takes for one character: marks, flags and skin tones are not torn off. */
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** As many characters as `width` columns hold. */
function head(text, width) {
    let taken = 0;
    for (const { segment, index } of clusters.segment(text)) {
        taken += columns(segment);
        if (taken > width)
            return text.slice(0, index);
    }
    return text;
}
/** The same from the end. */
function tail(text, width) {
    let taken = 0;
    const fitting = [...clusters.segment(text)].reverse().find(({ segment }) => {
        taken += columns(segment);
        return taken > width;
    });
    return fitting === undefined ? text : text.slice(fitting.index + fitting.segment.length);
}
/** Broken at spaces into lines of at most `width` columns, those that follow indented; `paint` takes each line. */
function wrap(text, width, paint = (line) => line) {
    if (columns(text) <= width)
        return paint(text, 0);
    const indent = width >= 20 ? '  ' : '';
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (columns(longer) <= width)
            line = longer;
        else {
            if (line.trim() !== '')
                lines.push(line);
            const pieces = chop(word, width - indent.length).map((piece, at) => (lines.length + at > 0 ? indent : '') + piece);
            line = pieces.pop() ?? '';
            lines.push(...pieces);
        }
    }
    return [...lines, line].map(paint).join('\n');
}
/** In pieces of at most `width` columns, however narrow that is of at least one character. */
function chop(text, width) {
    const pieces = [];
    let piece = '';
    let taken = 0;
    for (const { segment } of clusters.segment(text)) {
        const size = columns(segment);
        if (piece !== '' && taken + size > width) {
            pieces.push(piece);
            piece = '';
            taken = 0;
        }
        piece += segment;
        taken += size;
    }
    return [...pieces, piece];
}
const textOf = (cell) => (typeof cell === 'object' ? cell.path : (cell ?? ''));
const cutOf = (cell) => (typeof cell === 'object' ? 'middle' : 'end');
/**
 * Columns with a gap of two; the first two are figures, to the right. No other than the last takes more than a third of
 * the width, and that takes what is left.
 */
function terminalTable(header, rows, width, paint) {
    const all = [header, ...rows];
    const last = header.length - 1;
    const widths = header.slice(0, last).map((_, at) => Math.min(Math.floor(width / 3), all.reduce((most, row) => Math.max(most, columns(textOf(row[at]))), 0)));
    const line = (row) => {
        const front = widths
            .map((of, at) => `${pad(textOf(row[at]), of, { right: at < 2, cut: cutOf(row[at]) })}  `)
            .join('');
        const rest = fit(textOf(row[last]), width - columns(front), cutOf(row[last]));
        return fit(front + rest, width).trimEnd();
    };
    return [paint('dim', line(header)), ...rows.map(line)].join('\n');
}
/** `text` in exactly `width` columns, to the left unless `right`. */
function pad(text, width, { right = false, cut } = {}) {
    const fitted = fit(text, width, cut);
    const space = ' '.repeat(width - columns(fitted));
    return right ? space + fitted : fitted + space;
}


/***/ })

};
