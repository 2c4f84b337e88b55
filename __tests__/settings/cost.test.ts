import { resolveSettings } from '../../src/settings/resolve.ts';

const read = (text: string) =>
  resolveSettings({
    direct: { given: new Map(), problems: [] },
    currentDirectory: '/repo',
    readFile: () => text,
  }).cost;

const problemIn = (text: string) => {
  try {
    read(text);
    return '';
  } catch (error) {
    return String(error);
  }
};

it.each([
  ['no prices', 'max-size: 1GB\n', null],
  [
    'all of it',
    'cost:\n  currency: EUR\n  storage-per-gb-month: 0.10\n  transfer-per-gb: "0.09"\n  pulls-per-month: 2000\n',
    { currency: 'EUR', storagePerGbMonth: 100_000_000, transferPerGb: 90_000_000, pullsPerMonth: 2000 },
  ],
  [
    'one price, digit by digit',
    'cost: { currency: USD, transfer-per-gb: 123456.123456789 }',
    { currency: 'USD', storagePerGbMonth: null, transferPerGb: 123_456_123_456_789, pullsPerMonth: null },
  ],
  [
    'what costs nothing',
    'cost: { currency: USD, transfer-per-gb: 0 }',
    { currency: 'USD', storagePerGbMonth: null, transferPerGb: 0, pullsPerMonth: null },
  ],
])('reads %s', (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

it.each([
  ['no mapping', 'cost: 3', 'image-size.yml:1:7: cost: must be a mapping, such as "currency: EUR", not the number "3"'],
  [
    'an unknown key',
    'cost: { curency: EUR }',
    'image-size.yml:1:9: cost: unknown key "curency" (did you mean currency?)',
  ],
  ['no currency', 'cost: { transfer-per-gb: 1 }', 'image-size.yml:1:1: cost: needs a currency'],
  ['no price', 'cost: { currency: EUR }', 'cost: needs storage-per-gb-month or transfer-per-gb'],
  [
    'pulls alone',
    'cost: { currency: EUR, storage-per-gb-month: 1, pulls-per-month: 1 }',
    'pulls-per-month needs transfer-per-gb',
  ],
  [
    'a negative price',
    'cost: { currency: EUR, transfer-per-gb: -1 }',
    'transfer-per-gb: must be a price such as 0.023',
  ],
  ['an exponent', 'cost: { currency: EUR, transfer-per-gb: 1e9 }', 'not "1e9"'],
  ['too many digits', 'cost: { currency: EUR, transfer-per-gb: 1234567 }', 'must be a price'],
  [
    'markup for a currency',
    'cost: { currency: "<b>", transfer-per-gb: 1 }',
    'currency: must be the three letters of a currency',
  ],
  ['a list', 'cost: { currency: EUR, transfer-per-gb: [1] }', 'not a list'],
  ['the key twice', 'cost: { currency: EUR }\ncost: { currency: EUR }', 'this key was given before'],
])('refuses %s', (_, text, message) => {
  expect(problemIn(text)).toContain(message);
});
