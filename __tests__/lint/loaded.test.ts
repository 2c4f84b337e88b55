import * as fc from 'fast-check';
import { neverLoaded } from '../../src/lint/loaded.ts';
import { pythonPackageNeverImported } from '../../src/lint/rules/python-package-never-imported/rule.ts';
import { type Case, findingsOf, subjectOf } from '../support/lint-cases.ts';
import type { PackageSpec } from '../support/package-files.ts';

const site = 'usr/lib/python3.11/site-packages';
const moduleOf = (name: string) => `${site}/${name}/__init__.py`;

interface Distribution {
  readonly needs: readonly string[];
  readonly automatic: boolean;
  /** Modules of others that it imports without a word. */
  readonly imports: readonly string[];
}

/** An image whose program imports `main` and others. */
function imageOf(distributions: Readonly<Record<string, Distribution>>, imported: readonly string[]): Case {
  const specs = Object.entries(distributions).map(([name, { needs, automatic }]): [string, PackageSpec] => [
    name,
    { size: 10, needs, automatic, files: [moduleOf(name)] },
  ]);
  const modules = Object.entries(distributions).map(([name, { imports }]) => [
    moduleOf(name),
    { text: `x = 1\n${imports.map((other) => `import ${other}\n`).join('')}` },
  ]);
  return {
    name: '',
    dockerfile: 'FROM python\nRUN pip install -r requirements.txt\nCOPY . /app\n',
    manager: 'python',
    packages: { base: {}, 2: Object.fromEntries(specs) },
    layers: {
      2: Object.fromEntries(modules),
      3: { 'app/main.py': { text: `import ${['main', ...imported].join(', ')}` } },
    },
  };
}

const names = ['main', 'aa', 'bb', 'cc', 'dd', 'ee', 'ff'];
const some = fc.subarray(names, { maxLength: 2 });
const images = fc.record({
  distributions: fc.record(
    Object.fromEntries(
      names.map((name) => [name, fc.record({ needs: some, automatic: fc.boolean(), imports: some })]),
    ) as Record<string, fc.Arbitrary<Distribution>>,
  ),
  imported: some,
});

describe('what nothing loads', () => {
  const limits = { blinding: [], areBlindingAnywhere: false, hasToBeSeen: true };

  it('can go without anything that stays missing what it imports or needs', () => {
    fc.assert(
      fc.property(images, ({ distributions, imported }) => {
        const subject = subjectOf(imageOf(distributions, imported));
        const installed = subject.packages();
        if (installed === null) throw new Error('an image tells of its packages');
        const graph = installed.graphOf('python');
        const asked = graph.packages.filter(({ relations }) => relations.automatic !== true);
        const unneeded = neverLoaded(asked, { subject, installed, manager: 'python' }, limits);
        const gone = new Set([...graph.onlyNeededBy(unneeded)].map(({ name }) => name));
        const missed = [
          'main',
          ...imported,
          ...names
            .filter((name) => !gone.has(name))
            .flatMap((name) => {
              const { needs = [], imports = [] } = distributions[name] ?? {};
              return [...needs, ...imports];
            }),
        ];
        // What stays for no other reason than that nobody asked for it, or for what needs it, is no loss.
        expect(missed.filter((name) => gone.has(name))).toEqual([]);
      }),
    );
  });

  it('is no more where one more thing is imported', () => {
    const found = (test: Case) =>
      findingsOf(pythonPackageNeverImported, subjectOf(test)).map(({ price }) => price?.diskBytes ?? 0);
    fc.assert(
      fc.property(images, fc.constantFrom(...names), ({ distributions: all, imported }, more) => {
        // Where one is imported that nothing says is needed, one more may be what it stays for, and frees others of that.
        const distributions = Object.fromEntries(
          Object.entries(all).map(([name, of]) => [name, { ...of, imports: [] }]),
        );
        const [before = 0] = found(imageOf(distributions, imported));
        const [after = 0] = found(imageOf(distributions, [...imported, more]));
        expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it.each([
    [
      'is not told where a source names more than can be kept',
      Array.from({ length: 20_000 }, (_, at) => `'name${at}'`).join('\n'),
      0,
    ],
    ['is told where all was read', '', 1],
  ])('%s', (_name, text, findings) => {
    const alone: Distribution = { needs: [], automatic: false, imports: [] };
    const test = imageOf({ main: alone, aa: alone }, []);
    const layers = { ...test.layers, 3: { ...test.layers?.[3], 'app/data.py': { text } } };
    expect(findingsOf(pythonPackageNeverImported, subjectOf({ ...test, layers }))).toHaveLength(findings);
  });
});
