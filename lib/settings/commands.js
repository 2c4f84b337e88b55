import { isAllowedIn, optionNames, optionOf } from "./options.js";
/** Flags that belong to commands and not to the settings. */
export const switches = {
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
export const parameters = {
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
export const commands = {
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
export function isCommandName(name) {
    return Object.hasOwn(commands, name);
}
function inGroups(...groups) {
    return optionNames.filter((name) => groups.includes(optionOf(name).group) && isAllowedIn('flag', name));
}
