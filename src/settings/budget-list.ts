import { isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { packageManager } from '../model/packages.ts';
import { type BudgetName, type BudgetScope, budgetName } from '../model/report.ts';
import type { Budget, Limit } from '../model/settings.ts';
import { parseDuration, parseLimits, parseShare, parseSize } from '../units.ts';
import { formatProblems, quoted } from './given.ts';
import { suggestion } from './nearest.ts';
import { type Format, type Option, options } from './options.ts';
import { kindOf, offsetOf, type Position, readValue } from './yaml-values.ts';

/** `budgets:` of the configuration file: limits on the image or on a part of it, as many as are wanted. */

const glob = (allowed: string, pattern: RegExp): Format => ({ pattern, allowed });

/** What an entry is about: one of these, or the whole image. */
export const scopeFields = {
  path: {
    type: 'text',
    group: 'Budgets',
    description:
      'Files of the image: `*` stands for a part of a name, `**` for any folders; a folder means all below it.',
    format: glob('an absolute path in the image, such as /usr/share/doc or /app/**/*.map', /^\/[^\p{Cc}]{0,511}$/u),
  },
  package: {
    type: 'text',
    group: 'Budgets',
    description:
      'A package by its name, with its manager where several have the name: `torch`, `python:torch`, `lib*`.',
    format: glob(
      `a package such as torch or python:torch (of ${packageManager.options.join(', ')})`,
      new RegExp(String.raw`^(?:(?:${packageManager.options.join('|')}):)?[^\p{Cc}\s:]{1,256}$`, 'u'),
    ),
  },
  layer: {
    type: 'text',
    group: 'Budgets',
    description: 'Layers by the line of the Dockerfile, `Dockerfile:12`, or by the instruction, `RUN pip install *`.',
    format: glob('a line such as Dockerfile:12 or an instruction such as "RUN pip install *"', /^\S[^\p{Cc}]{0,511}$/u),
  },
} as const satisfies Readonly<Record<BudgetScope['kind'], Option>>;

/** The limits that an entry may hold; all of them on the whole image, two on a part of it. */
export const limitNames = budgetName.options;
export const partLimitNames = ['max-size', 'max-increase'] as const satisfies readonly BudgetName[];

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
} as const satisfies Readonly<Record<string, Option>>;

const fields: ReadonlyMap<string, Option> = new Map<string, Option>([
  ...Object.entries(scopeFields),
  ...limitNames.map((name) => [name, options[name]] as const),
  ...Object.entries(termFields),
]);

/** The values of an entry by its keys, each of the right form. */
export type BudgetEntry = ReadonlyMap<string, string>;

/** More are no gate that anyone could read. */
export const maxBudgetEntries = 100;

/** @param keyAt where the key `budgets` stands, for messages */
export function readBudgets(
  list: Node | null,
  keyAt: string,
  at: Position,
): { readonly entries: readonly BudgetEntry[]; readonly problems: readonly string[] } {
  if (!isSeq(list)) {
    const where = list?.range ? at(list.range[0]) : keyAt;
    return refused(`${where}: budgets: must be a list of budgets, such as "- max-size: 300MB", not ${kindOf(list)}`);
  }
  if (list.items.length > maxBudgetEntries)
    return refused(`${keyAt}: budgets: must not hold more than ${maxBudgetEntries} entries`);
  const read = list.items.map((item, index) =>
    readEntry(isNode(item) ? item : null, `budgets, entry ${index + 1}`, keyAt, at),
  );
  return {
    entries: read.flatMap((entry) => ('problems' in entry ? [] : [entry])),
    problems: read.flatMap((entry) => ('problems' in entry ? entry.problems : [])),
  };
}

const refused = (problem: string) => ({ entries: [], problems: [problem] });

interface Refused {
  readonly problems: readonly string[];
}

function readEntry(node: Node | null, name: string, listAt: string, at: Position): BudgetEntry | Refused {
  const entryAt = `${node?.range ? at(node.range[0]) : listAt}: ${name}`;
  if (!isMap(node))
    return { problems: [`${entryAt}: must be a mapping, such as "max-size: 300MB", not ${kindOf(node)}`] };
  const read = node.items.map((pair) => readField(pair, name, at));
  const entry = new Map(read.flatMap((field) => ('problems' in field ? [] : [field])));
  const wrong = read.flatMap((field) => ('problems' in field ? field.problems : []));
  const problems = wrong.length > 0 ? wrong : contradictions(entry, entryAt);
  return problems.length > 0 ? { problems } : entry;
}

function readField({ key, value }: Pair, entry: string, at: Position): readonly [string, string] | Refused {
  const keyAt = at(offsetOf(key));
  const name = isScalar(key) ? String(key.value) : '';
  const field = fields.get(name);
  if (field === undefined) {
    return { problems: [`${keyAt}: ${entry}: unknown key ${quoted(name)}${suggestion(name, [...fields.keys()])}`] };
  }
  const where = (node: Node | null) => `${node?.range ? at(node.range[0]) : keyAt}: ${entry}: ${name}`;
  const read = readValue(isNode(value) ? value : null, field, where);
  const problems = 'problem' in read ? [read.problem] : formatProblems(field, read);
  return 'problem' in read || problems.length > 0 ? { problems } : [name, String(read.value)];
}

function contradictions(values: BudgetEntry, entryAt: string): readonly string[] {
  const has = (name: string) => values.has(name);
  const scopes = scopeNames.filter(has);
  const limits = limitNames.filter(has);
  if (scopes.length > 1) return [`${entryAt}: ${scopes.join(' and ')} exclude each other`];
  const [scope] = scopes;
  const allowed: readonly BudgetName[] = scope === undefined ? limitNames : partLimitNames;
  if (limits.length === 0) return [`${entryAt}: holds no limit: give it ${allowed.join(', ')}`];
  return limits
    .filter((name) => !allowed.includes(name))
    .map((name) => `${entryAt}: ${name} is for the whole image, not for a ${scope}`);
}

const scopeNames = Object.keys(scopeFields) as readonly BudgetScope['kind'][];

type Usual = Pick<Budget, 'metric' | 'counts'>;

/** The budgets that options give, on the whole image. */
export function plainBudgets(textOf: (name: BudgetName) => string | null, usual: Usual): Budget[] {
  return limitNames.flatMap((name) =>
    limitsOf(name, textOf(name)).map((limit) => ({ name, scope: null, limit, level: 'fail', ...usual })),
  );
}

/** The budgets of the list; what an entry does not say is as it is for the options. */
export function listedBudgets(entries: readonly BudgetEntry[], usual: Usual): Budget[] {
  return entries.flatMap((entry) => {
    const kind = scopeNames.find((name) => entry.has(name));
    const scope = kind === undefined ? null : { kind, pattern: entry.get(kind) ?? '' };
    const terms = {
      scope,
      metric: chosen(termFields.metric.choices, entry.get('metric')) ?? usual.metric,
      counts: chosen(termFields.counts.choices, entry.get('counts')) ?? usual.counts,
      level: chosen(termFields.level.choices, entry.get('level')) ?? termFields.level.default,
    };
    return limitNames.flatMap((name) =>
      limitsOf(name, entry.get(name) ?? null).map((limit) => ({ name, limit, ...terms })),
    );
  });
}

const chosen = <const T extends string>(choices: readonly T[], value: string | undefined): T | undefined =>
  choices.find((choice) => choice === value);

/** The limits in an option's text: one, or of `5%, 20MB` two; none where it is not of the form. */
function limitsOf(name: BudgetName, text: string | null): readonly Limit[] {
  if (text === null) return [];
  const option = options[name];
  const one = (unit: Limit['unit'], value: number | null) => (value === null ? [] : [{ text, unit, value }]);
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
