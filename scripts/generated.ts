/**
 * The files that follow from src/settings/options.ts, the models and the rules' pages, as texts. `scripts/generate.ts` writes them; a test compares
 * them with those that are committed.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import * as z from 'zod';
import { diveReport, wastePlace } from '../src/model/dive.ts';
import { finding } from '../src/model/finding.ts';
import { location, measuredLayer, measurement } from '../src/model/measurement.ts';
import { change, report } from '../src/model/report.ts';
import { limitNames, maxBudgetEntries, partLimitNames, scopeFields, termFields } from '../src/settings/budget-list.ts';
import { costFields } from '../src/settings/cost.ts';
import { isAllowedIn, type Option, type OptionName, optionNames, optionOf, outputs } from '../src/settings/options.ts';
import { durationPattern, limitsPattern, sharePattern, sizePattern } from '../src/units.ts';

/** Texts by their paths in the repository, whose root is `root`. */
export function generatedFiles(root: string): Readonly<Record<string, string>> {
  return {
    'action.yml': actionYml(),
    'src/lint/rules/pages.ts': rulePages(join(root, 'src/lint/rules')),
    'schema/config-v1.json': json(configSchema()),
    'schema/dive-v1.json': json(
      modelSchema(diveReport, 'dive-v1', 'Dive report', "An image's wasted space, by dive's figures and exactly."),
    ),
    'schema/measurement-v1.json': json(
      modelSchema(measurement, 'measurement-v1', 'Measurement', 'One image at one commit, weighed by Image Size Gate.'),
    ),
    'schema/report-v1.json': json(
      modelSchema(report, 'report-v1', 'Report', 'Everything that one run of Image Size Gate computed.'),
    ),
  };
}

/** The READMEs of the rules as a module: the bundle stands alone, and SARIF viewers show them. */
function rulePages(folder: string): string {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('/README.md'),
  );
  const entry = (path: string) =>
    `  ${JSON.stringify(dirname(path))}: ${JSON.stringify(readFileSync(join(folder, path), 'utf8'))},`;
  return [
    "// Made from the rules' READMEs by `npm run generate`.",
    '',
    '/** Markdown, by the name of the rule. */',
    'export const pages: Readonly<Record<string, string>> = {',
    ...pages.sort().map(entry),
    '};\n',
  ].join('\n');
}

/** The pages with tables that follow from the options. */
export const pagesWithTables = ['README.md', 'docs/budgets.md'];

/** A page with its tables renewed: what stands between `<!-- NAME:start -->` and `<!-- NAME:end -->`. */
export function withTables(page: string): string {
  return Object.entries({ inputs: inputsTable(), outputs: outputsTable(), budgets: budgetsTable() }).reduce(
    (text, [name, table]) =>
      text.replace(
        new RegExp(`(<!-- ${name}:start -->\n)[\\s\\S]*?(<!-- ${name}:end -->)`),
        (_all, start: string, end: string) => `${start}${table}${end}`,
      ),
    page,
  );
}

function actionYml(): string {
  const action = {
    name: 'Image Size Gate',
    description: 'Weighs the container image of a pull request, says what grew and why, and fails over budget.',
    author: 'Image Size Gate contributors',
    branding: { icon: 'package', color: 'blue' },
    inputs: Object.fromEntries(optionNames.map((name) => [name, actionInput(name)])),
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, description]) => [name, { description }])),
    runs: { using: 'node24', main: 'dist/index.js' },
  };
  const origin =
    '# Made from src/settings/options.ts by `npm run generate`. Defaults are applied in code: a default here would win over the\n# configuration file.\n';
  return origin + stringify(action, { lineWidth: 0 });
}

/** Only what the configuration file may not set can have a default that the runner fills in. */
function actionInput(name: OptionName) {
  const description = describe(optionOf(name));
  return name === 'github-token'
    ? { description, required: false, default: `\${{ github.token }}` }
    : { description, required: false };
}

/** The description and what holds where nothing is given. */
function describe(option: Option): string {
  const fallback = fallbackOf(option);
  return fallback === null ? option.description : `${option.description} Default: ${fallback}.`;
}

function fallbackOf(option: Option): string | null {
  if (option.type === 'boolean') return `\`${option.default ?? false}\``;
  if ('default' in option && option.default !== undefined) return `\`${option.default}\``;
  return option.fallback ?? null;
}

function inputsTable(): string {
  const rows = optionNames.map((name) => {
    const option = optionOf(name);
    const inFile = isAllowedIn('file', name) ? '' : ' Not in the configuration file.';
    return [`\`${name}\``, typeOf(option), fallbackOf(option) ?? '', `${option.description}${inFile}`];
  });
  return table(['Input', 'Type', 'Default', 'Description'], rows);
}

function typeOf(option: Option): string {
  return option.type === 'choice' ? option.choices.map((choice) => `\`${choice}\``).join(', ') : option.type;
}

/** The keys of an entry of `budgets:`. */
function budgetsTable(): string {
  const row = ([name, option]: [string, Option], part: string) => [
    `\`${name}\``,
    typeOf(option),
    part,
    option.description,
  ];
  const forPart: readonly string[] = partLimitNames;
  const limits = limitNames.map((name): [string, Option] => [name, optionOf(name)]);
  return table(
    ['Key', 'Type', 'For', 'Description'],
    [
      ...Object.entries(scopeFields).map((field) => row(field, 'one at most')),
      ...limits.map((field) => row(field, forPart.includes(field[0]) ? 'all' : 'the whole image')),
      ...Object.entries(termFields).map((field) => row(field, 'all')),
    ],
  );
}

function outputsTable(): string {
  return table(
    ['Output', 'Description'],
    Object.entries(outputs).map(([name, description]) => [`\`${name}\``, description]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [head, head.map(() => '---'), ...rows].map(line).join('');
}

/** JSON Schema draft-07: what editors read best. */
const draft = 'http://json-schema.org/draft-07/schema#';

function identifier(name: string): string {
  return `urn:image-size-gate:schema:${name}`;
}

function configSchema() {
  const names = optionNames.filter((name) => isAllowedIn('file', name));
  return {
    $schema: draft,
    $id: identifier('config-v1'),
    title: 'Configuration of Image Size Gate',
    description: "The action's inputs in a file (.github/image-size.yml); an input wins over the file.",
    type: 'object',
    properties: {
      ...Object.fromEntries(names.map((name) => [name, propertySchema(optionOf(name))])),
      budgets: budgetsSchema(),
      cost: costSchema(),
    },
    additionalProperties: false,
  };
}

const propertySchema = (option: Option) => ({
  description: describe(option).replaceAll('`', ''),
  ...valueSchema(option),
});

/** One kind of entry for the whole image and one for each of its parts. */
function budgetsSchema() {
  const options = (names: readonly OptionName[]) => names.map((name) => [name, optionOf(name)] as const);
  const terms = Object.entries(termFields).map(([name, { default: _, ...option }]) => [name, option] as const);
  const whole = budgetSchema([...options(limitNames), ...terms], limitNames, []);
  const parts = Object.entries(scopeFields).map(([name, scope]) =>
    budgetSchema([[name, scope], ...options(partLimitNames), ...terms], partLimitNames, [name]),
  );
  return {
    description:
      'Limits on the image or a part of it, as many as are wanted; each entry says what for, and one limit or more.',
    type: 'array',
    items: { anyOf: [whole, ...parts] },
    maxItems: maxBudgetEntries,
  };
}

/** A price is a number or, as it is taken digit by digit, the same as a text. */
function costSchema() {
  const field = ({ pattern, description }: (typeof costFields)[keyof typeof costFields]) => ({
    description,
    anyOf: [
      { type: 'string', pattern: pattern.source },
      ...(pattern === costFields.currency.pattern ? [] : [{ type: 'number', minimum: 0, maximum: 999_999_999 }]),
    ],
  });
  return {
    description: 'What registries charge, to tell what an image and its change cost.',
    type: 'object',
    properties: Object.fromEntries(Object.entries(costFields).map(([name, of]) => [name, field(of)])),
    required: ['currency'],
    anyOf: [{ required: ['storage-per-gb-month'] }, { required: ['transfer-per-gb'] }],
    dependencies: { 'pulls-per-month': ['transfer-per-gb'] },
    additionalProperties: false,
  };
}

function budgetSchema(
  fields: readonly (readonly [string, Option])[],
  limits: readonly string[],
  required: readonly string[],
) {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, option]) => [name, propertySchema(option)])),
    anyOf: limits.map((name) => ({ required: [name] })),
    required,
    additionalProperties: false,
  };
}

function valueSchema(option: Option) {
  const preset = 'default' in option && option.default !== undefined ? { default: option.default } : {};
  switch (option.type) {
    case 'text':
      return { type: 'string', pattern: option.format.pattern.source, ...preset };
    case 'choice':
      return { type: 'string', enum: option.choices, ...preset };
    case 'boolean':
      return { type: 'boolean', default: option.default ?? false };
    case 'size':
      // The second pattern refuses zero.
      return {
        anyOf: [
          { type: 'string', allOf: [{ pattern: sizePattern.source }, { pattern: '[1-9]' }] },
          { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
        ],
      };
    case 'limits':
      return { type: 'string', pattern: limitsPattern.source };
    case 'duration':
      return { type: 'string', allOf: [{ pattern: durationPattern.source }, { pattern: '[1-9]' }] };
    case 'share':
      return { type: 'string', pattern: sharePattern.source };
    case 'count':
      return {
        anyOf: [
          { type: 'string', pattern: '^[1-9][0-9]{0,3}$' },
          { type: 'integer', minimum: 1, maximum: option.maximum },
        ],
      };
    case 'list':
      return {
        anyOf: [
          { type: 'string', pattern: String.raw`\S`, description: 'One entry on each line' },
          {
            type: 'array',
            items: { type: 'string', pattern: option.format.pattern.source },
            minItems: 1,
            ...(option.maxEntries === undefined ? {} : { maxItems: option.maxEntries.count }),
          },
        ],
      };
  }
}

/** Parts that stand in the schemas under names of their own. */
const definitions = { change, finding, layer: measuredLayer, location, place: wastePlace };
for (const [id, model] of Object.entries(definitions)) z.globalRegistry.add(model, { id });

/** Open objects: fields that a later version adds must not make its reports wrong by the schema of an earlier one. */
function modelSchema(model: z.ZodType, name: string, title: string, description: string) {
  const { $schema, ...schema } = z.toJSONSchema(model, {
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return { $schema, $id: identifier(name), title, description, ...schema };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
