import { parseArgs } from 'node:util';
import { type CommandShape, type Parameter, parameters, type Switch, switches } from './commands.ts';
import { type Given, givenByText, type Problem, quoted } from './given.ts';
import { suggestion } from './nearest.ts';
import { flagsOf, type Option, type OptionName, optionNames, optionOf } from './options.ts';

/** The arguments of a command, taken apart; formats of values are checked later. */
export interface Words {
  readonly operands: readonly string[];
  readonly switches: ReadonlySet<Switch>;
  readonly parameters: ReadonlyMap<Parameter, string>;
  readonly given: ReadonlyMap<OptionName, Given>;
  readonly problems: readonly string[];
}

/** The options by the names of their flags. */
const optionByFlag: ReadonlyMap<string, OptionName> = new Map(
  optionNames.flatMap((name) => flagsOf(name).map((flag) => [flag, name] as const)),
);

interface Flag {
  /** As the user wrote it: `--tag`, `-t`. */
  readonly rawName: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

export function readWords(args: readonly string[], shape: CommandShape): Words {
  const operands: string[] = [];
  const problems: string[] = [];
  const flags: Flags = { switches: new Set(), parameters: new Map(), given: new Map() };
  for (const token of tokensOf(args, shape)) {
    if (token.kind === 'positional') operands.push(token.value);
    const problem = token.kind === 'option' ? readFlag(token, shape, flags) : null;
    if (problem !== null) problems.push(problem);
  }
  return { ...flags, operands, problems };
}

interface Flags {
  readonly switches: Set<Switch>;
  readonly parameters: Map<Parameter, string>;
  readonly given: Map<OptionName, Given>;
}

/** Adds a flag to those before it, or says what is wrong with it. */
function readFlag(flag: Flag, shape: CommandShape, { switches, parameters, given }: Flags): string | null {
  const toggle = shape.switches.find((candidate) => candidate === flag.name);
  if (toggle !== undefined) {
    if (flag.value !== undefined) return `${flag.rawName}: takes no value`;
    switches.add(toggle);
    return null;
  }
  const parameter = shape.parameters?.find((candidate) => candidate === flag.name);
  if (parameter !== undefined) {
    const value = ownValue(flag, parameters.has(parameter));
    if (typeof value !== 'string') return value.problem;
    parameters.set(parameter, value);
    return null;
  }
  const name = optionByFlag.get(flag.name);
  if (name === undefined || !isKnown(name, shape)) return unknownFlag(flag, shape);
  const value = flagValue(flag, name, given.get(name));
  if ('problem' in value) return value.problem;
  given.set(name, value);
  return null;
}

/** `strict` is off because our own messages say more than those of `parseArgs`. */
function tokensOf(args: readonly string[], shape: CommandShape) {
  const valued = [
    ...[...optionByFlag].map(([flag, name]) => [flag, parserType(optionOf(name))] as const),
    ...Object.keys(parameters).map((name) => [name, 'string'] as const),
  ];
  const toggles = Object.keys(switches).map((name) => [name, 'boolean'] as const);
  // A word may be a switch of one command and take a value with another.
  const own = (shape.parameters ?? []).map((name) => [name, 'string'] as const);
  const known = Object.fromEntries([...valued, ...toggles, ...own].map(([name, type]) => [name, { type }]));
  return parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: { ...known, help: { type: 'boolean', short: 'h' } },
  }).tokens;
}

function parserType(option: Option): 'boolean' | 'string' {
  return option.type === 'boolean' ? 'boolean' : 'string';
}

/** A refused option is known too: its message says why it is refused. */
function isKnown(name: OptionName, shape: CommandShape): boolean {
  return shape.options.includes(name) || optionOf(name).refused?.flag !== undefined;
}

function unknownFlag({ rawName, name }: Flag, shape: CommandShape): string {
  const flags = shape.options.flatMap((option) => flagsOf(option));
  return `unknown option ${quoted(rawName)}${suggestion(name, [...flags, ...(shape.parameters ?? []), ...shape.switches], '--')}`;
}

function flagValue(flag: Flag, name: OptionName, before: Given | undefined): Given | Problem {
  const where = flag.rawName;
  const option = optionOf(name);
  const refused = option.refused?.flag;
  if (refused !== undefined) return { problem: `${where}: not allowed here: ${refused}` };
  const isRepeated = before !== undefined && option.type !== 'list';
  if (option.type === 'boolean' && !isRepeated) return givenByText(where, option, flag.value ?? 'true');
  const value = ownValue(flag, isRepeated);
  if (typeof value !== 'string') return value;
  if (option.type !== 'list') return { where, value };
  return { where, value: [...(Array.isArray(before?.value) ? before.value : []), value] };
}

function ownValue({ rawName, value, inlineValue }: Flag, isRepeated: boolean): string | Problem {
  if (isRepeated) return { problem: `${rawName}: was given before` };
  // "--target --load": the next option is no value; "--target=--load" is taken at its word. "-" is standard output.
  const isMissing = value === undefined || (inlineValue !== true && /^-./.test(value));
  return value === undefined || isMissing ? { problem: `${rawName}: needs a value` } : value;
}
