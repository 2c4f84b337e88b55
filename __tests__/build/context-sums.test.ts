import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ContextLimits, contextSums } from '../../src/build/context-sums.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string>>;

function contextOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'isg-context-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A sum in a context of these files, after a change to the folder. */
function sumOf(
  files: Files,
  paths: readonly string[],
  change: (folder: string) => void = () => undefined,
  limits?: ContextLimits,
) {
  const folder = contextOf(files);
  change(folder);
  const ignoreFiles = ['Dockerfile.dockerignore', '.dockerignore'].map((name) => join(folder, name));
  return contextSums({ folder, ignoreFiles }, limits)(paths);
}

const sample: Files = { 'src/a.go': 'a', 'src/b.txt': 'b', 'src/deep/c.go': 'c', 'go.mod': 'm', 'README.md': 'r' };
const everything = sumOf(sample, ['.']);

describe('contextSums', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['a folder, with or without its slash', ['src'], ['/src/']],
    ['a folder and what is in it', ['src'], ['src/a.go', 'src/b.txt', 'src/deep']],
    ['a file by a pattern', ['src/*.go'], ['src/a.go']],
    ['all entries by a pattern', ['*'], ['.']],
    ['one character', ['src/?.go'], ['src/a.go']],
    ['one of several characters', ['src/[a-b].*'], ['src/a.go', 'src/b.txt']],
    ['none of several characters', ['src/[^b].*'], ['src/a.go']],
    ['a character that is quoted', ['src/\\a.go'], ['src/a.go']],
    ['a pattern for a folder', ['s*/a.go'], ['src/a.go']],
    ['a path that leads out stays within', ['../../go.mod'], ['go.mod']],
    ['an order of their own', ['go.mod', 'src/a.go'], ['src/a.go', 'go.mod']],
    ['a file named twice', ['go.mod', 'go.mod'], ['go.mod']],
  ])('the same for %s', async (_, paths, others) => {
    const sum = await sumOf(sample, paths);
    expect(sum).toMatch(/^[0-9a-f]{4}$/);
    expect(sum).toBe(await sumOf(sample, others));
  });

  it.each<[string, Files]>([
    ['content', { ...sample, 'src/a.go': 'other' }],
    ['name', { 'src/x.go': 'a', 'src/b.txt': 'b', 'src/deep/c.go': 'c', 'go.mod': 'm', 'README.md': 'r' }],
    ['number', { ...sample, 'src/new': '' }],
  ])("another by the files' %s", async (_, files) => {
    expect(await sumOf(files, ['.'])).not.toBe(await everything);
  });

  it('another by whether a file is executable, the same by every other mode and by time', async () => {
    const path = (folder: string) => join(folder, 'src/a.go');
    expect(await sumOf(sample, ['.'], (folder) => chmodSync(path(folder), 0o755))).not.toBe(await everything);
    expect(await sumOf(sample, ['.'], (folder) => chmodSync(path(folder), 0o600))).toBe(await everything);
    expect(await sumOf(sample, ['.'], (folder) => utimesSync(path(folder), 1, 1))).toBe(await everything);
  });

  describe('leaves out what .dockerignore says', () => {
    it.each<[string, Files, readonly string[]]>([
      ['a pattern', { '.dockerignore': '*.md\n.dockerignore\nsrc' }, ['go.mod']],
      ['comments and blank lines', { '.dockerignore': '# src\n\n.dockerignore' }, ['src', 'go.mod', 'README.md']],
      ['an exception', { '.dockerignore': '*\n!src/deep' }, ['src/deep']],
      ['capitals are other letters', { '.dockerignore': '.dockerignore\nreadme.md' }, ['src', 'go.mod', 'README.md']],
      [
        'its own for the Dockerfile first',
        { '.dockerignore': 'src', 'Dockerfile.dockerignore': '*ignore' },
        ['src', 'go.mod', 'README.md'],
      ],
    ])('%s', async (_, ignoreFiles, left) => {
      expect(await sumOf({ ...sample, ...ignoreFiles }, ['.'])).toBe(await sumOf(sample, left));
    });
  });

  it('sums a link as what it says', async () => {
    const link = (target: string) => (folder: string) => symlinkSync(target, join(folder, 'src/link'));
    const sum = await sumOf(sample, ['src'], link('/etc/passwd'));
    expect(sum).toBe(await sumOf(sample, ['src'], link('/etc/passwd')));
    expect(sum).not.toBe(await sumOf(sample, ['src'], link('/etc/shadow')));
  });

  const many: ContextLimits = { files: 100, bytes: 100, names: 100 };
  interface Unknown {
    readonly name: string;
    readonly files?: Files;
    readonly paths?: readonly string[];
    readonly change?: (folder: string) => void;
    readonly limits?: ContextLimits;
  }
  const linked = (folder: string) => symlinkSync('/etc', join(folder, 'link'));
  const unknowns: Unknown[] = [
    { name: 'a file that is not there', paths: ['nope'] },
    { name: 'a path through a file', paths: ['go.mod/x'] },
    { name: 'a link', paths: ['link'], change: linked },
    { name: 'a path through a link', paths: ['link/passwd'], change: linked },
    { name: 'a pattern that is none', paths: ['src/['] },
    { name: 'a pattern that takes for ever', paths: ['*a*a*a*a*a*b'] },
    { name: 'too many files', limits: { ...many, files: 4 } },
    { name: 'too many bytes', limits: { ...many, bytes: 4 } },
    { name: 'too many names', limits: { ...many, names: 4 } },
    { name: 'an ignore file that is too long', files: { ...sample, '.dockerignore': `#${'x'.repeat(100_000)}` } },
    { name: 'an ignore file that is a folder', files: { ...sample, '.dockerignore/x': '' } },
    { name: 'a context that is not there', change: (folder) => rmSync(folder, { recursive: true }) },
  ];
  it.each(unknowns)('is not known for $name', async ({ files = sample, paths = ['.'], change, limits }) => {
    expect(await sumOf(files, paths, change, limits)).toBeNull();
  });

  it('reads a file once for all sums', async () => {
    const folder = contextOf(sample);
    const sums = contextSums({ folder, ignoreFiles: [] }, { ...many, files: 5, bytes: 5 });
    expect(await sums(['.'])).not.toBeNull();
    rmSync(join(folder, 'go.mod'));
    writeFileSync(join(folder, 'go.mod'), 'changed, and longer');
    expect(await sums(['go.mod'])).toBe(await sumOf(sample, ['go.mod']));
  });

  it('leaves out what is no file', async () => {
    const folder = contextOf(sample);
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(folder, 'socket'), done));
    try {
      expect(await contextSums({ folder, ignoreFiles: [] })(['.'])).toBe(await everything);
    } finally {
      await new Promise((done) => server.close(done));
    }
  });
});
