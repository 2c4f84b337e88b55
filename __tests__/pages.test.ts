import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { generatedFiles } from '../scripts/generated.ts';
import { renderBadge } from '../src/report/badge.ts';
import { isOptionName } from '../src/settings/options.ts';
import { resolveSettings } from '../src/settings/resolve.ts';
import { grownImage, sampleReport } from './support/report-samples.ts';

const page = (path: string) => readFileSync(join(__dirname, '..', path), 'utf8');

/** The examples of a page that are YAML, each by what it begins with. */
const examplesIn = (path: string) =>
  [...page(path).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
    ([, text = '']) => [text.split('\n')[0] ?? '', text] as const,
  );

describe("README's recipe of a badge", () => {
  const recipe = examplesIn('README.md').find(([, text]) => text.includes('badge-file'))?.[1] ?? '';
  const [step, push] = parse(recipe);

  it('asks for the file that it pushes, on a push', () => {
    expect(Object.keys(step.with).filter((name) => !isOptionName(name))).toEqual([]);
    expect(push.if).toBe("github.event_name == 'push'");
    expect(push.run).toContain(`hash-object -w ${step.with['badge-file']}`);
  });

  it('leaves one commit with the badge on its branch, whatever was there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'badge-'));
    const git = (...args: readonly string[]) =>
      execFileSync('git', args, { cwd: join(folder, 'clone'), encoding: 'utf8', stdio: 'pipe' });
    try {
      execFileSync('git', ['init', '--quiet', '--bare', join(folder, 'origin')]);
      execFileSync('git', ['clone', '--quiet', join(folder, 'origin'), join(folder, 'clone')], { stdio: 'pipe' });
      for (const size of [1000, 1200]) {
        const badge = renderBadge(sampleReport({ images: [grownImage({ layers: [layerOf(size)] })] }));
        writeFileSync(join(folder, 'clone/badge.json'), badge);
        // As the runner does: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
        execFileSync('bash', ['-e', '-c', push.run], { cwd: join(folder, 'clone'), stdio: 'pipe' });
        git('fetch', '--quiet', 'origin', 'badges');
        expect(git('show', 'FETCH_HEAD:image-size.json')).toBe(badge);
      }
      expect(git('rev-list', '--count', 'FETCH_HEAD').trim()).toBe('1');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const layerOf = (after: number) => ({ instruction: 'RUN two', line: 2, before: 1000, after });
});

it("docs/cost.md's example is one that the program takes, and its schema", () => {
  const validate = new Ajv().compile(JSON.parse(generatedFiles(join(__dirname, '..'))['schema/config-v1.json'] ?? ''));
  const [[, text] = ['', '']] = examplesIn('docs/cost.md');
  const { cost } = resolveSettings({
    direct: { given: new Map(), problems: [] },
    currentDirectory: '/',
    readFile: () => text,
  });
  expect(cost).toMatchObject({ currency: 'EUR', storagePerGbMonth: 100_000_000, pullsPerMonth: 2000 });
  expect(validate(parse(text))).toBe(true);
  expect(validate({ cost: { currency: 'EUR' } })).toBe(false);
});

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
