import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../src/errors.ts';
import { writeFixedFiles } from '../src/fixed-files.ts';
import type { FixedFile } from '../src/lint/fix.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fixed-'));
});

afterEach(() => rm(folder, { recursive: true }));

const at = (path: string) => join(folder, path);
const file = (path: string, before: string | null, after: string): FixedFile => ({ path, before, after, changes: [] });
const write = (...files: FixedFile[]) => writeFixedFiles(files, { folder, random: () => 'abc' });

describe('writing fixed files', () => {
  it('keeps the mode', async () => {
    await writeFile(at('Dockerfile'), 'FROM a');
    await chmod(at('Dockerfile'), 0o751);
    await write(file('Dockerfile', 'FROM a', 'FROM b'));
    expect(await readFile(at('Dockerfile'), 'utf8')).toBe('FROM b');
    expect((await stat(at('Dockerfile'))).mode & 0o777).toBe(0o751);
    expect(await readdir(folder)).toEqual(['Dockerfile']);
  });

  it('writes through a symbolic link', async () => {
    await mkdir(at('real'));
    await writeFile(at('real/Dockerfile'), 'FROM a');
    await symlink('real/Dockerfile', at('Dockerfile'));
    await write(file('Dockerfile', 'FROM a', 'FROM b'));
    expect(await readlink(at('Dockerfile'))).toBe('real/Dockerfile');
    expect(await readFile(at('real/Dockerfile'), 'utf8')).toBe('FROM b');
  });

  it('makes files that are not there yet', async () => {
    await write(file('.dockerignore', null, '.git\n'));
    expect(await readFile(at('.dockerignore'), 'utf8')).toBe('.git\n');
  });

  it.each([
    ['was changed in the meantime', Buffer.from('FROM c')],
    ['is not UTF-8', Buffer.from([0x46, 0xff])],
  ])('touches none where one %s', async (_name, bytes) => {
    await writeFile(at('.dockerignore'), '.git\n');
    await writeFile(at('Dockerfile'), bytes);
    const files = [
      file('.dockerignore', '.git\n', '.git\ndist\n'),
      file('Dockerfile', bytes.toString().slice(0, 1), ''),
    ];
    await expect(write(...files)).rejects.toThrow(UserError);
    expect(await readFile(at('.dockerignore'), 'utf8')).toBe('.git\n');
    expect(await readFile(at('Dockerfile'))).toEqual(bytes);
    expect((await readdir(folder)).sort()).toEqual(['.dockerignore', 'Dockerfile']);
  });

  it('takes no file that appeared in the meantime for a new one', async () => {
    await writeFile(at('.dockerignore'), 'mine\n');
    await expect(write(file('.dockerignore', null, '.git\n'))).rejects.toThrow('.dockerignore was not fixed');
    expect(await readFile(at('.dockerignore'), 'utf8')).toBe('mine\n');
  });

  it('says what cannot be written', async () => {
    await expect(write(file('gone/.dockerignore', null, ''))).rejects.toThrow(/^nothing was fixed: .*ENOENT/);
  });
});
