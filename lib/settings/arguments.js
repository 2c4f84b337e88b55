import { resolve } from 'node:path';
import { UserError } from "../errors.js";
import { diveRuleNames } from "../model/dive.js";
import { readWords } from "./command-line.js";
import { commands, isCommandName } from "./commands.js";
import { readDiveRules, resolveDiveRules } from "./dive-rules.js";
import { quoted } from "./given.js";
import { helpText, programName } from "./help.js";
import { suggestion } from "./nearest.js";
import { readOutputs } from "./report-outputs.js";
import { platformOf, refuse, resolveBuild, resolveSettings } from "./resolve.js";
import { readView } from "./view.js";
/**
 * The command in the arguments that follow the program's name.
 *
 * @throws UserError for wrong usage, with every problem found.
 */
export function parseArguments(argv, environment) {
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
    refuse([
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
    const what = word === '' ? 'a command is missing' : `${quoted(word)} is no command${suggestion(word, names)}`;
    return new UserError(`${what}: must be one of ${names.join(', ')}`, { hint: `See "${programName} --help".` });
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
            `${command} takes ${usage === '' ? 'no operand' : usage}: ${operands.slice(maxOperands).map(quoted).join(', ')} is too much`,
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
            const settings = resolveSettings({ ...environment, direct: reading(words.given) });
            return { kind: command, settings, record: words.switches.has('record'), view, format };
        }
        case 'measure': {
            const given = withOperand(words, 'image', 'SOURCE');
            const settings = resolveSettings({ ...environment, direct: reading(given) });
            const { switches } = words;
            const allPlatforms = switches.has('all-platforms');
            return { kind: command, settings, allPlatforms, packages: switches.has('packages'), format };
        }
        case 'compare': {
            // Two images from anywhere: a configuration file that happens to lie here says nothing about them.
            const settings = resolveSettings({ ...environment, direct: reading(words.given), readFile: () => null });
            return {
                kind: command,
                before: operand,
                after: second,
                platform: platformOf(settings.subject),
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
            const settings = resolveSettings({ ...environment, direct: reading(given), readFile: () => null });
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
        return { kind: 'stored', path: resolve(environment.currentDirectory, operand) };
    const given = withOperand(words, 'image', 'SOURCE');
    return { kind: 'source', settings: resolveSettings({ ...environment, direct: reading(given) }) };
}
/** The first operand as the value of an option. */
function withOperand({ operands, given }, name, where) {
    const [value] = operands;
    return new Map(value === undefined ? given : [...given, [name, { where, value }]]);
}
function lintArguments(words, environment, format) {
    const given = withOperand(words, 'file', 'DOCKERFILE');
    given.delete('image');
    return { ...resolveBuild({ ...environment, direct: reading(given) }), pricing: pricingOf(words), format };
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
    const text = readFile(resolve(workingDirectory, path));
    const isMissing = asked !== undefined && text === null;
    const missing = isMissing ? [`--ci-config: there is no file ${quoted(path)} in ${quoted(workingDirectory)}`] : [];
    const file = text === null ? { given: [], problems: missing, notices: [] } : readDiveRules(text, path);
    const flags = diveRuleNames.flatMap((rule) => {
        const value = parameters.get(rule);
        return value === undefined ? [] : [{ rule, where: `--${rule}`, text: value }];
    });
    const { rules, problems } = resolveDiveRules([...file.given, ...flags]);
    refuse([...file.problems, ...problems]);
    return { rules, rulesFile: text === null ? null : path, notices: file.notices };
}
