import { isMap, isNode, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import { errorText } from '../errors.ts';
import type { CostPrices } from '../model/settings.ts';
import { type BudgetEntry, readBudgets } from './budget-list.ts';
import { readCost } from './cost.ts';
import { type Given, type Problem, quoted, type Reading, toReading } from './given.ts';
import { suggestion } from './nearest.ts';
import { isAllowedIn, isOptionName, type OptionName, optionNames, optionOf } from './options.ts';
import { offsetOf, type Position, readValue, type Where } from './yaml-values.ts';

/** A configuration file is read whole: a larger one is a mistake or an attack. */
export const maxConfigBytes = 64 * 1024;

/** What a configuration file gives. */
export interface ConfigReading extends Reading {
  readonly budgets: readonly BudgetEntry[];
  readonly cost: CostPrices | null;
}

/** The keys that are no options: budgets on parts of the image, too, and prices. */
const budgetsKey = 'budgets';
const costKey = 'cost';

/**
 * The options in the text of a configuration file: one YAML mapping (YAML 1.2, core schema) by the options' names, flat but
 * for `budgets` and `cost`.
 * `path` is how messages name the file; they continue with line and column, 1-based.
 */
export function readConfig(text: string, path: string): ConfigReading {
  const lines = new LineCounter();
  const at: Position = (offset) => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  if (Buffer.byteLength(text) > maxConfigBytes) {
    return withoutBudgets([{ problem: `${path}: must not be larger than ${maxConfigBytes / 1024} KiB` }]);
  }
  try {
    return readDocument(text, lines, at, path);
  } catch (thrown) {
    // The parser recurses: brackets that are nested a thousand deep exhaust its stack.
    return withoutBudgets([{ problem: `${path}: cannot be read as YAML: ${errorText(thrown)}` }]);
  }
}

const withoutBudgets = (problems: readonly Problem[]): ConfigReading => ({
  ...toReading(problems),
  budgets: [],
  cost: null,
});

function readDocument(text: string, lines: LineCounter, at: Position, path: string): ConfigReading {
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', merge: false });
  // The first one only: in a broken text the others mostly follow from it.
  const [broken] = [...document.errors, ...document.warnings];
  if (broken !== undefined) {
    return withoutBudgets([{ problem: `${at(broken.pos[0])}: ${yamlProblem(broken.code, broken.message)}` }]);
  }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return withoutBudgets([]);
  if (!isMap(document.contents)) {
    return withoutBudgets([{ problem: `${path}: must be a mapping of options, such as "max-size: 300MB"` }]);
  }
  const { items } = document.contents;
  const { [budgetsKey]: listed = [], [costKey]: priced = [], flat = [] } = Object.groupBy(items, kindOfPair);
  const lists = listed.map(({ key, value }) => readBudgets(isNode(value) ? value : null, at(offsetOf(key)), at));
  const costs = priced.map(({ key, value }) => readCost(isNode(value) ? value : null, at(offsetOf(key)), at));
  const reading = toReading(flat.map((pair) => readPair(pair, at)));
  return {
    given: reading.given,
    problems: [...reading.problems, ...[...lists, ...costs].flatMap(({ problems }) => problems)],
    budgets: lists.flatMap(({ entries }) => entries),
    cost: costs[0]?.cost ?? null,
  };
}

function kindOfPair({ key }: Pair): typeof budgetsKey | typeof costKey | 'flat' {
  const name = isScalar(key) ? key.value : null;
  return name === budgetsKey || name === costKey ? name : 'flat';
}

function yamlProblem(code: string, message: string): string {
  return code === 'DUPLICATE_KEY' ? 'this key was given before' : `cannot be read as YAML: ${message}`;
}

function readPair({ key, value }: Pair, at: Position): readonly [OptionName, Given] | Problem {
  const keyAt = at(offsetOf(key));
  const name = isScalar(key) ? String(key.value) : '';
  if (!isOptionName(name)) {
    return {
      problem: `${keyAt}: unknown key ${quoted(name)}${suggestion(name, [...optionNames.filter(isForFile), budgetsKey, costKey])}`,
    };
  }
  const option = optionOf(name);
  if (option.refused?.file !== undefined)
    return { problem: `${keyAt}: ${name} is not allowed here: ${option.refused.file}` };
  const where: Where = (node) => `${node?.range ? at(node.range[0]) : keyAt}: ${name}`;
  const read = readValue(isNode(value) ? value : null, option, where);
  return 'problem' in read ? read : [name, read];
}

function isForFile(name: OptionName): boolean {
  return isAllowedIn('file', name);
}
