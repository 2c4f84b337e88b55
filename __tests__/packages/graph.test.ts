import fc from 'fast-check';
import type { Package, Relations } from '../../src/packages/format.ts';
import { type PackageGraph, packageGraph, type RelatedPackage } from '../../src/packages/graph.ts';

const made = (name: string, relations: Partial<Relations> | null = {}): Package => ({
  manager: 'dpkg',
  name,
  version: '1',
  architecture: null,
  files: [],
  relations: relations && {
    needs: [],
    wants: [],
    provides: [name],
    automatic: false,
    essential: false,
    ...relations,
  },
});

const graphOf = (packages: readonly Package[]) => {
  const graph = packageGraph(packages);
  const named = (names: readonly string[]) => names.flatMap(graph.find);
  const sorted = (found: Iterable<Package>) => [...found].map(({ name }) => name).sort();
  return {
    graph,
    named,
    closure: (names: readonly string[], wants = false) => sorted(graph.closure(named(names), { wants })),
    onlyNeededBy: (...names: string[]) => sorted(graph.onlyNeededBy(named(names))),
  };
};

const automatic = { automatic: true } as const;

describe('a compiler beside an application', () => {
  const { closure, onlyNeededBy } = graphOf([
    made('build-essential', { needs: [['gcc'], ['libc-dev']] }),
    made('gcc', { ...automatic, needs: [['cpp'], ['libc']], wants: [['manual']] }),
    made('cpp', { ...automatic, needs: [['libc']] }),
    made('libc6-dev', { ...automatic, provides: ['libc6-dev', 'libc-dev'], needs: [['libc']] }),
    made('manual', { ...automatic, needs: [['pager', 'less']] }),
    made('less', automatic),
    made('libc', { ...automatic, essential: true }),
    made('app', { needs: [['libc'], ['libssl']] }),
    made('libssl', automatic),
    made('orphan', automatic),
    made('hello'),
  ]);

  it.each([
    [['cpp'], false, ['cpp', 'libc']],
    [['build-essential'], false, ['build-essential', 'cpp', 'gcc', 'libc', 'libc6-dev']],
    [['gcc'], true, ['cpp', 'gcc', 'less', 'libc', 'manual']],
    [['nothing'], true, []],
  ])('what %p needs, with what it wants: %p', (names, wants, expected) => {
    expect(closure(names, wants)).toEqual(expected);
  });

  it.each([
    [['build-essential'], ['build-essential', 'cpp', 'gcc', 'less', 'libc6-dev', 'manual']],
    [['gcc'], []],
    [['app'], ['app', 'libssl']],
    [['libc'], []],
    [
      ['hello', 'app'],
      ['app', 'hello', 'libssl'],
    ],
  ])('what is there for %p alone', (names, expected) => {
    expect(onlyNeededBy(...names)).toEqual(expected);
  });
});

it('keeps what may have been asked for', () => {
  const { onlyNeededBy } = graphOf([made('pytest', { needs: [['pluggy']] }), made('pluggy', { automatic: null })]);
  expect(onlyNeededBy('pytest')).toEqual(['pytest']);
});

it('keeps what one of two equal packages is asked for', () => {
  const twice = [made('six', automatic), made('six')];
  const { onlyNeededBy } = graphOf([made('tool', { needs: [['six']] }), ...twice]);
  expect(onlyNeededBy('tool')).toEqual(['tool']);
});

it('leaves out what tells of no relations', () => {
  expect(packageGraph([made('rpm', null)]).packages).toEqual([]);
});

it('tells what is only recommended from what is needed as well', () => {
  const { graph } = graphOf([
    made('app', { needs: [['lib']], wants: [['docs'], ['lib'], ['fonts']] }),
    made('lib', automatic),
    made('docs', { ...automatic, needs: [['viewer'], ['lib']] }),
    made('viewer', automatic),
    made('fonts', { automatic: null }),
    made('orphan', { ...automatic, needs: [['x']] }),
    made('x', automatic),
  ]);
  expect([...graph.onlyWanted()].map(({ name }) => name)).toEqual(['docs', 'viewer']);
});

/** What packages need or want of those in `gone`. */
const lackedBy = (packages: readonly RelatedPackage[], { find }: PackageGraph, gone: ReadonlySet<RelatedPackage>) =>
  packages
    .flatMap(({ relations: { needs, wants } }) => [...needs, ...wants].flat().flatMap(find))
    .filter((each) => gone.has(each));

describe('of any graph', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const groups = fc.array(fc.subarray(names, { minLength: 1, maxLength: 2 }), { maxLength: 3 });
  const relations = fc.record({
    needs: groups,
    wants: groups,
    automatic: fc.constantFrom(true, true, false, null),
    essential: fc.boolean(),
  });
  const packages = fc
    .tuple(...names.map((name) => fc.option(relations).map((told) => (told === null ? null : made(name, told)))))
    .map((found) => found.filter((each) => each !== null));

  it('a closure holds what it is of, and is closed', () => {
    fc.assert(
      fc.property(packages, fc.subarray(names), fc.boolean(), (found, picked, wants) => {
        const { graph, named } = graphOf(found);
        const closure = graph.closure(named(picked), { wants });
        for (const each of named(picked)) expect(closure).toContain(each);
        expect(graph.closure(closure, { wants })).toEqual(closure);
      }),
    );
  });

  it('what stays lacks nothing that it had, and what goes was named or came by itself', () => {
    fc.assert(
      fc.property(packages, fc.subarray(names), (found, picked) => {
        const { graph, named } = graphOf(found);
        const gone = graph.onlyNeededBy(named(picked));
        const staying = graph.packages.filter((each) => !gone.has(each));
        expect(lackedBy(staying, graph, gone)).toEqual([]);
        for (const each of gone) {
          expect(each.relations.essential).toBe(false);
          if (!picked.includes(each.name)) expect(each.relations.automatic).toBe(true);
        }
      }),
    );
  });

  it('without what is only wanted, nothing lacks what it needs, and all stays that may have been asked for', () => {
    fc.assert(
      fc.property(packages, (found) => {
        const { graph } = graphOf(found);
        const wanted = graph.onlyWanted();
        const staying = graph.packages.filter((each) => !wanted.has(each));
        const needs = graph.closure(staying, { wants: false });
        for (const each of wanted) {
          expect(needs).not.toContain(each);
          expect(each.relations.automatic).toBe(true);
        }
      }),
    );
  });

  it('naming more never keeps more', () => {
    fc.assert(
      fc.property(packages, fc.subarray(names), fc.subarray(names), (found, picked, others) => {
        const { graph, named } = graphOf(found);
        const more = graph.onlyNeededBy(named([...picked, ...others]));
        for (const each of graph.onlyNeededBy(named(picked))) expect(more).toContain(each);
      }),
    );
  });
});
