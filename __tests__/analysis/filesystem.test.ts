import fc from 'fast-check';
import { overlay } from '../../src/analysis/filesystem.ts';
import type { Entry, EntryKind, LayerIndex } from '../../src/model/image.ts';

const base = { mode: 0o644, uid: 0, gid: 0, size: 0, hash: null, link: null };
const file = (path: string, content: string): Entry => ({
  ...base,
  path,
  kind: 'file',
  size: content.length,
  hash: content,
});
const plain = (kind: EntryKind, path: string): Entry => ({ ...base, path, kind });
const dir = (path: string) => plain('directory', path);
const gone = (path: string) => plain('whiteout', path);
const opaque = (path: string) => plain('opaque', path);
const link = (path: string, to: string): Entry => ({ ...base, path, kind: 'hardlink', link: to });
const symlink = (path: string, to: string): Entry => ({ ...base, path, kind: 'symlink', link: to });

function layer(...entries: Entry[]): LayerIndex {
  const diskBytes = entries.reduce((sum, entry) => sum + entry.size, 0);
  const files = entries.filter((entry) => entry.kind === 'file').length;
  return { diffId: `sha256:${'0'.repeat(64)}`, diskBytes, files, entries, collected: new Map() };
}

const show = (layers: readonly LayerIndex[]) => {
  const { live, dead } = overlay(layers);
  return {
    live: live.map(({ path, links, layer }) => `${[path, ...(links ?? [])].toSorted().join('=')}@${layer}`).toSorted(),
    dead: dead.map(({ path, layer, hiddenBy, how }) => `${path}@${layer} ${how} by ${hiddenBy}`).toSorted(),
  };
};

describe('overlay', () => {
  const lower = layer(dir('d'), file('d/a', 'aaa'), file('d/b', 'bb'));

  it.each<{ name: string; layers: LayerIndex[]; live: string[]; dead: string[] }>([
    { name: 'no layers', layers: [], live: [], dead: [] },
    {
      name: 'a whiteout deletes a file',
      layers: [lower, layer(gone('d/a'))],
      live: ['d/b@0'],
      dead: ['d/a@0 deleted by 1'],
    },
    {
      name: 'a whiteout deletes a directory with all below',
      layers: [lower, layer(gone('d'))],
      live: [],
      dead: ['d/a@0 deleted by 1', 'd/b@0 deleted by 1'],
    },
    {
      name: 'rm -rf d && mkdir d, as the classic store writes it',
      layers: [lower, layer(dir('d'), opaque('d'), file('d/a', 'new'))],
      live: ['d/a@1'],
      dead: ['d/a@0 modified by 1', 'd/b@0 deleted by 1'],
    },
    {
      name: 'rm -rf d && mkdir d, as the containerd store writes it',
      layers: [lower, layer(dir('d'), file('d/a', 'new'), gone('d/b'))],
      live: ['d/a@1'],
      dead: ['d/a@0 modified by 1', 'd/b@0 deleted by 1'],
    },
    {
      name: 'an opaque marker after its siblings spares them',
      layers: [lower, layer(file('d/new', 'n'), opaque('d'))],
      live: ['d/new@1'],
      dead: ['d/a@0 deleted by 1', 'd/b@0 deleted by 1'],
    },
    {
      name: 'a whiteout after an entry of the same layer and path spares it',
      layers: [lower, layer(file('d/a', 'new'), gone('d/a'))],
      live: ['d/a@1', 'd/b@0'],
      dead: ['d/a@0 modified by 1'],
    },
    {
      name: 'a file over a directory drops what was in it',
      layers: [lower, layer(file('d', 'f'))],
      live: ['d@1'],
      dead: ['d/a@0 deleted by 1', 'd/b@0 deleted by 1'],
    },
    {
      name: 'a symbolic link over a directory drops what was in it',
      layers: [lower, layer(symlink('d', 'elsewhere'))],
      live: [],
      dead: ['d/a@0 deleted by 1', 'd/b@0 deleted by 1'],
    },
    {
      name: 'a directory over a file',
      layers: [lower, layer(dir('d/a'), file('d/a/x', 'x'))],
      live: ['d/a/x@1', 'd/b@0'],
      dead: ['d/a@0 deleted by 1'],
    },
    {
      name: 'an entry below what was a file, without its directory',
      layers: [lower, layer(file('d/a/x', 'x'))],
      live: ['d/a/x@1', 'd/b@0'],
      dead: ['d/a@0 deleted by 1'],
    },
    {
      name: 'a directory over a directory keeps what is in it',
      layers: [lower, layer(dir('d'))],
      live: ['d/a@0', 'd/b@0'],
      dead: [],
    },
    {
      name: 'the same content again is metadata',
      layers: [lower, layer({ ...file('d/a', 'aaa'), uid: 7 })],
      live: ['d/a@1', 'd/b@0'],
      dead: ['d/a@0 metadata by 1'],
    },
    {
      name: 'hard-linked content lives while a name does',
      layers: [layer(file('x', 'c'), link('y', 'x')), layer(gone('x'))],
      live: ['y@0'],
      dead: [],
    },
    {
      name: 'hard-linked content dies with its last name, in the layer that took it',
      layers: [layer(file('x', 'c'), link('y', 'x')), layer(gone('x')), layer(gone('y'))],
      live: [],
      dead: ['y@0 deleted by 2'],
    },
    {
      name: 'both names in one layer: dead once',
      layers: [layer(file('x', 'c'), link('y', 'x')), layer(gone('x'), gone('y'))],
      live: [],
      dead: ['x@0 deleted by 1'],
    },
    {
      name: 'ln of a lower file: the copy has two names',
      layers: [layer(file('x', 'c')), layer(file('x', 'c'), link('y', 'x'))],
      live: ['x=y@1'],
      dead: ['x@0 metadata by 1'],
    },
    {
      name: 'a hard link to a lower layer keeps its content',
      layers: [layer(file('x', 'c')), layer(link('y', 'x')), layer(gone('x'))],
      live: ['y@0'],
      dead: [],
    },
    { name: 'a hard link to itself', layers: [layer(file('x', 'c'), link('x', 'x'))], live: ['x@0'], dead: [] },
    { name: 'a hard link to nothing', layers: [layer(link('x', 'nowhere'))], live: [], dead: [] },
    {
      name: 'a path twice in one tar',
      layers: [layer(file('x', 'one'), file('x', 'two'))],
      live: ['x@0'],
      dead: ['x@0 modified by 0'],
    },
    { name: 'dots are names', layers: [lower, layer(gone('d/../d/a'))], live: ['d/a@0', 'd/b@0'], dead: [] },
    { name: 'a whiteout of nothing', layers: [lower, layer(gone('nowhere'))], live: ['d/a@0', 'd/b@0'], dead: [] },
    {
      name: 'an opaque root',
      layers: [lower, layer(opaque(''), file('x', 'x'))],
      live: ['x@1'],
      dead: ['d/a@0 deleted by 1', 'd/b@0 deleted by 1'],
    },
  ])('$name', ({ layers, live, dead }) => {
    expect(show(layers)).toEqual({ live, dead });
  });

  it('lists visible symbolic links alone', () => {
    const { symlinks } = overlay([layer(symlink('bin', 'usr/bin'), symlink('lib', 'usr/lib')), layer(gone('lib'))]);
    expect([...symlinks]).toEqual([['bin', 'usr/bin']]);
  });

  const name = fc.constantFrom('a', 'b', 'c');
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
  const anyEntry = fc.oneof(
    fc.tuple(path, fc.string({ maxLength: 4 })).map(([at, content]) => file(at, content)),
    path.map(dir),
    path.map(gone),
    path.map(opaque),
    fc
      .tuple(path, path)
      .filter(([at, to]) => at !== to)
      .map(([at, to]) => link(at, to)),
    fc.tuple(path, path).map(([at, to]) => symlink(at, to)),
  );
  const layers = fc.array(
    fc.array(anyEntry, { maxLength: 8 }).map((entries) => layer(...entries)),
    { maxLength: 5 },
  );

  it('adds up to the layers, to the byte', () => {
    fc.assert(
      fc.property(layers, (all) => {
        const { live, dead, liveBytes, deadBytes, totalBytes } = overlay(all);
        const bytes = (files: readonly { entry: Entry }[]) => files.reduce((sum, { entry }) => sum + entry.size, 0);
        expect(bytes(live)).toBe(liveBytes);
        expect(bytes(dead)).toBe(deadBytes);
        expect(totalBytes).toBe(all.reduce((sum, { diskBytes }) => sum + diskBytes, 0));
        expect(live.length + dead.length).toBe(all.reduce((sum, { files }) => sum + files, 0));
      }),
      { numRuns: 1000 },
    );
  });

  it('shows what a naive model shows', () => {
    fc.assert(
      fc.property(layers, (all) => {
        const shown = overlay(all).live.flatMap(({ path: first, links, entry }) =>
          [first, ...(links ?? [])].map((at) => [at, entry.hash]),
        );
        expect(shown.toSorted()).toEqual([...naive(all)].toSorted());
      }),
      { numRuns: 1000 },
    );
  });

  it('takes a million entries in a few seconds', () => {
    const entries = Array.from({ length: 1_000_000 }, (_, at) => file(`d${at % 1000}/e${at % 97}/f${at}`, 'x'));
    const started = performance.now();
    const { liveBytes, deadBytes } = overlay([layer(...entries.slice(0, 10)), { ...layer(), entries }]);
    expect([liveBytes, deadBytes]).toEqual([1_000_000, 10]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

/** Paths and what they hold, as a flat map with prefix scans: slow, and plain to see through. */
function naive(all: readonly LayerIndex[]): Map<string, string | null> {
  const files = new Map<string, Entry>();
  for (const { entries } of all) {
    for (const entry of entries) naiveHide(files, entry);
    for (const entry of entries) naivePlace(files, entry);
  }
  return new Map([...files].map(([path, entry]) => [path, entry.hash]));
}

function dropBelow(files: Map<string, Entry>, path: string): void {
  for (const other of [...files.keys()]) if (other.startsWith(`${path}/`)) files.delete(other);
}

function naiveHide(files: Map<string, Entry>, { kind, path }: Entry): void {
  if (kind !== 'opaque' && kind !== 'whiteout') return;
  dropBelow(files, path);
  if (kind === 'whiteout') files.delete(path);
}

function naivePlace(files: Map<string, Entry>, entry: Entry): void {
  const { kind, path } = entry;
  if (kind === 'opaque' || kind === 'whiteout') return;
  for (const above of [...files.keys()]) if (path.startsWith(`${above}/`)) files.delete(above);
  const content = kind === 'file' ? entry : kind === 'hardlink' ? files.get(entry.link ?? '') : undefined;
  files.delete(path);
  if (kind !== 'directory') dropBelow(files, path);
  if (content !== undefined) files.set(path, content);
}
