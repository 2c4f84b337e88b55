import { isMap, isScalar, type Node, type Pair } from 'yaml';
import type { CostPrices } from '../model/settings.ts';
import { quoted } from './given.ts';
import { suggestion } from './nearest.ts';
import { kindOf, offsetOf, type Position } from './yaml-values.ts';

interface Field {
  readonly pattern: RegExp;
  /** Completes "must be …". */
  readonly allowed: string;
  readonly description: string;
}

const price = { pattern: /^\d{1,6}(?:\.\d{1,9})?$/, allowed: 'a price such as 0.023, of nine decimals at most' };

/** The keys of `cost`. A GB is 1000³ bytes, as the bills of registries have it. */
export const costFields = {
  currency: {
    pattern: /^[A-Z]{3}$/,
    allowed: 'the three letters of a currency, such as EUR',
    description: 'What the prices are in, by ISO 4217.',
  },
  'storage-per-gb-month': { ...price, description: 'What a GB costs that a registry keeps for a month.' },
  'transfer-per-gb': { ...price, description: 'What a GB costs that is pulled.' },
  'pulls-per-month': {
    pattern: /^\d{1,9}$/,
    allowed: 'a whole number of at most nine digits',
    description: 'How often the image is pulled, for what its transfer costs a month.',
  },
} as const satisfies Readonly<Record<string, Field>>;

type FieldName = keyof typeof costFields;

const fieldNames = Object.keys(costFields) as readonly FieldName[];

export interface CostReading {
  readonly cost: CostPrices | null;
  readonly problems: readonly string[];
}

/** @param keyAt where the key `cost` stands, for messages */
export function readCost(node: Node | null, keyAt: string, at: Position): CostReading {
  if (!isMap(node)) {
    const where = node?.range ? at(node.range[0]) : keyAt;
    return {
      cost: null,
      problems: [`${where}: cost: must be a mapping, such as "currency: EUR", not ${kindOf(node)}`],
    };
  }
  const read = node.items.map((pair) => readField(pair, at));
  const wrong = read.flatMap((field) => ('problem' in field ? [field.problem] : []));
  const values = new Map(read.flatMap((field) => ('problem' in field ? [] : [[field.name, field.text] as const])));
  const problems = wrong.length > 0 ? wrong : missing(values).map((problem) => `${keyAt}: cost: ${problem}`);
  return { cost: problems.length > 0 ? null : pricesOf(values), problems };
}

function readField(
  { key, value }: Pair,
  at: Position,
): { readonly name: FieldName; readonly text: string } | { readonly problem: string } {
  const keyAt = at(offsetOf(key));
  const text = isScalar(key) ? String(key.value) : '';
  const name = fieldNames.find((field) => field === text);
  if (name === undefined) {
    return { problem: `${keyAt}: cost: unknown key ${quoted(text)}${suggestion(text, fieldNames)}` };
  }
  // As it was written: a binary fraction would not be the price.
  const given =
    isScalar(value) && typeof value.value === 'number' ? value.source : isScalar(value) ? value.value : null;
  const { pattern, allowed } = costFields[name];
  if (typeof given === 'string' && pattern.test(given)) return { name, text: given };
  const shown = typeof given === 'string' ? quoted(given) : kindOf(value as Node | null);
  return { problem: `${keyAt}: cost: ${name}: must be ${allowed}, not ${shown}` };
}

function missing(values: ReadonlyMap<FieldName, string>): readonly string[] {
  const has = (name: FieldName) => values.has(name);
  if (!has('currency')) return ['needs a currency'];
  if (!has('storage-per-gb-month') && !has('transfer-per-gb')) return ['needs storage-per-gb-month or transfer-per-gb'];
  return has('pulls-per-month') && !has('transfer-per-gb') ? ['pulls-per-month needs transfer-per-gb'] : [];
}

function pricesOf(values: ReadonlyMap<FieldName, string>): CostPrices {
  const priceOf = (name: FieldName) => {
    const text = values.get(name);
    return text === undefined ? null : billionths(text);
  };
  const pulls = values.get('pulls-per-month');
  return {
    currency: values.get('currency') ?? '',
    storagePerGbMonth: priceOf('storage-per-gb-month'),
    transferPerGb: priceOf('transfer-per-gb'),
    pullsPerMonth: pulls === undefined ? null : Number(pulls),
  };
}

/** `0.023` is 23,000,000: by digits, without a fraction on the way. */
function billionths(text: string): number {
  const [whole = '', decimals = ''] = text.split('.');
  return Number(whole + decimals.padEnd(9, '0'));
}
