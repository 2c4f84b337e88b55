import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBuildFiles } from '../../src/build/files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = () => readBuildFiles({ context: '.', file: null, workingDirectory: root, root });

describe('readBuildFiles', () => {
  it('reads the Dockerfile and what the context leaves out', async () => {
    writeFileSync(join(root, 'Dockerfile'), 'FROM scratch\n');
    writeFileSync(join(root, '.dockerignore'), '.git\n');
    expect(await read()).toMatchObject({
      dockerfilePath: 'Dockerfile',
      dockerfileText: 'FROM scratch\n',
      context: { ignoreFile: '.dockerignore', ignoreText: '.git\n' },
    });
  });

  it('tells no Dockerfile where there is none', async () => {
    expect(await read()).toMatchObject({ dockerfileText: null, context: { ignoreText: null } });
  });

  it.each([
    ['a link to an endless device', (path: string) => symlinkSync('/dev/zero', path)],
    ['more than anybody writes', (path: string) => writeFileSync(path, `#${'x'.repeat(4 * 1024 ** 2)}`)],
  ])('does not read %s', async (_, make) => {
    make(join(root, 'Dockerfile'));
    expect(await read()).toMatchObject({ dockerfileText: null });
  });
});
