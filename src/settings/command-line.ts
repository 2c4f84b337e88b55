import { parseArgs } from 'node:util';
import { type CommandShape, type Switch, switches } from './commands.ts';
import { type Given, givenByText, type Problem, quoted } from './given.ts';
import { suggestion } from './nearest.ts';
import { flagsOf, type Option, type OptionName, optionNames, optionOf } from './options.ts';

/** The arguments of a command, taken apart; formats of values are checked later. */
export interface Words {
  readonly operands: readonly string[];
  readonly switches: ReadonlySet<Switch>;
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
  const on = new Set<Switch>();
  const given = new Map<OptionName, Given>();
  const problems: string[] = [];
  for (const token of tokensOf(args)) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const name = optionByFlag.get(token.name);
    const toggle = shape.switches.find((candidate) => candidate === token.name);
    if (toggle !== undefined && token.value === undefined) on.add(toggle);
    else if (toggle !== undefined) problems.push(`${token.rawName}: takes no value`);
    else if (name === undefined || !isKnown(name, shape)) problems.push(unknownFlag(token, shape));
    else {
      const value = flagValue(token, name, given.get(name));
      if ('problem' in value) problems.push(value.problem);
      else given.set(name, value);
    }
  }
  return { operands, switches: on, given, problems };
}

/** `strict` is off because our own messages say more than those of `parseArgs`. */
function tokensOf(args: readonly string[]) {
  const valued = [...optionByFlag].map(([flag, name]) => [flag, parserType(optionOf(name))] as const);
  const toggles = Object.keys(switches).map((name) => [name, 'boolean'] as const);
  const known = Object.fromEntries([...valued, ...toggles].map(([name, type]) => [name, { type }]));
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
  return `unknown option ${quoted(rawName)}${suggestion(name, [...flags, ...shape.switches], '--')}`;
}

function flagValue(flag: Flag, name: OptionName, before: Given | undefined): Given | Problem {
  const where = flag.rawName;
  const option = optionOf(name);
  const refused = option.refused?.flag;
  if (refused !== undefined) return { problem: `${where}: not allowed here: ${refused}` };
  if (before !== undefined && option.type !== 'list') return { problem: `${where}: was given before` };
  if (option.type === 'boolean') return givenByText(where, option, flag.value ?? 'true');
  // "--target --load": the next option is no value; "--target=--load" is taken at its word.
  const isMissing = flag.value === undefined || (flag.inlineValue !== true && flag.value.startsWith('-'));
  if (flag.value === undefined || isMissing) return { problem: `${where}: needs a value` };
  if (option.type !== 'list') return { where, value: flag.value };
  return { where, value: [...(Array.isArray(before?.value) ? before.value : []), flag.value] };
}
