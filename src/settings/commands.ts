import { type Group, isAllowedIn, type OptionName, optionNames, optionOf } from './options.ts';

/** The commands of the terminal, declared: the parser of the arguments and `--help` are made from this. */

export type CommandName = 'gate' | 'measure' | 'compare' | 'lint';

/** Flags that belong to commands and not to the settings. */
export const switches = {
  json: 'Print JSON.',
  markdown: 'Print the report as Markdown, as the comment shows it.',
  record: 'Store the measurement as the baseline of HEAD.',
  build: 'Build the image, to price what is found.',
  help: 'Print this help.',
} as const;

export type Switch = keyof typeof switches;

export interface CommandShape {
  readonly summary: string;
  readonly operands: string;
  readonly minOperands: number;
  readonly maxOperands: number;
  readonly options: readonly OptionName[];
  readonly switches: readonly Switch[];
}

export const commands: Readonly<Record<CommandName, CommandShape>> = {
  gate: {
    summary: 'Build or take an image, weigh it, compare it with its baseline and hold it against the budgets.',
    operands: '',
    minOperands: 0,
    maxOperands: 0,
    options: inGroups('Build', 'Image', 'Budgets', 'Comparison', 'Report', 'Setup'),
    switches: ['record', 'json', 'markdown', 'help'],
  },
  measure: {
    summary: 'Weigh an image: SOURCE, or what --context DIR builds.',
    operands: '[SOURCE]',
    minOperands: 0,
    maxOperands: 1,
    options: [...inGroups('Build', 'Setup'), 'name'],
    switches: ['json', 'help'],
  },
  compare: {
    summary: 'Compare two images, A before and B after, and hold the difference against budgets.',
    operands: 'A B',
    minOperands: 2,
    maxOperands: 2,
    options: ['name', ...inGroups('Budgets'), 'report-file'],
    switches: ['json', 'markdown', 'help'],
  },
  lint: {
    summary: 'Find what makes an image larger than it needs to be; with --image or --build, at its price in bytes.',
    operands: '[DOCKERFILE]',
    minOperands: 0,
    maxOperands: 1,
    options: [...inGroups('Build', 'Setup'), 'image'],
    switches: ['build', 'json', 'help'],
  },
};

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function inGroups(...groups: readonly Group[]): readonly OptionName[] {
  return optionNames.filter((name) => groups.includes(optionOf(name).group) && isAllowedIn('flag', name));
}
