import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { generatedFiles } from '../scripts/generated.ts';
import { resolveSettings } from '../src/settings/resolve.ts';

const page = (path: string) => readFileSync(join(__dirname, '..', path), 'utf8');

/** The examples of a page that are YAML, each by what it begins with. */
const examplesIn = (path: string) =>
  [...page(path).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
    ([, text = '']) => [text.split('\n')[0] ?? '', text] as const,
  );

describe('the configurations with budgets', () => {
  const validate = new Ajv({ allErrors: true }).compile(
    JSON.parse(generatedFiles(join(__dirname, '..'))['schema/config-v1.json'] ?? ''),
  );
  const shown = examplesIn('README.md').filter(([name]) => name === 'budgets:');
  const examples = [...shown, ...examplesIn('docs/budgets.md')];

  it('are there', () => {
    expect([shown.length, examples.length]).toEqual([1, 4]);
  });

  it.each(examples)('%s: is one that the program takes, and its schema', (_name, text) => {
    const { budgets } = resolveSettings({
      direct: { given: new Map(), problems: [] },
      currentDirectory: '/',
      readFile: () => text,
    });
    expect(budgets.length).toBeGreaterThan(1);
    expect(validate(parse(text))).toBe(true);
  });
});
