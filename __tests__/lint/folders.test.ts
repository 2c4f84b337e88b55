import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { type Folder, filesIn, isMounted, removes } from '../../src/lint/folders.ts';
import type { Instruction } from '../../src/model/dockerfile.ts';

function runOf(text: string): Instruction {
  const run = parseDockerfile('Dockerfile', `FROM x\nRUN ${text}\n`).stages[0]?.instructions[1];
  if (run === undefined) throw new Error(`no RUN: ${text}`);
  return run;
}

describe('files in a folder', () => {
  it.each<[Folder, string, boolean]>([
    ['/var/cache/apk', 'var/cache/apk/APKINDEX.tar.gz', true],
    ['/var/cache/apk', 'var/cache/apk', false],
    ['/var/cache/apk', 'var/cache/apk-tools/x', false],
    ['/var/cache/apk', 'rootfs/var/cache/apk/x', false],
    ['~/.npm', 'root/.npm/_cacache/x', true],
    ['~/.npm', '.npm/x', true],
    ['~/.npm', 'srv/deep/.npm/x', true],
    ['~/.npm', 'root/x.npm/x', false],
  ])('%s has %s: %s', (folder, path, expected) => {
    expect(filesIn([folder])(path)).toBe(expected);
  });
});

describe('removing a folder', () => {
  it.each<[string, Folder, boolean]>([
    ['rm -rf /var/lib/apt/lists/*', '/var/lib/apt/lists', true],
    ['rm -rf /var/lib/apt/lists/*_Packages', '/var/lib/apt/lists', true],
    ['rm -rf /var/lib/apt', '/var/lib/apt/lists', true],
    ['rm -rf /var/lib/{apt,dpkg,cache,log}/', '/var/lib/apt/lists', true],
    ['find /var/lib/apt/lists -type f -delete', '/var/lib/apt/lists', true],
    ['rm -rf /tmp/* /var/tmp/*', '/var/lib/apt/lists', false],
    ['find / -name __pycache__ -delete', '/var/lib/apt/lists', false],
    ['ls /var/lib/apt/lists', '/var/lib/apt/lists', false],
    ['rm -rf lists', '/var/lib/apt/lists', false],
    ['rm -rf ~/.cache', '~/.cache/pip', true],
    ['rm -rf ~/.cache/*', '~/.cache/pip', true],
    ['rm -rf "$HOME/.cache/pip"', '~/.cache/pip', true],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
    ['rm -rf "${CARGO_HOME:-$HOME/.cargo}/registry"', '~/.cargo/registry', true],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
    ['rm -rf "${CARGO_HOME:-$HOME/.cargo}/bin"', '~/.cargo/registry', false],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
    ['rm -rf ${HOME}/.cache/pip/http', '~/.cache/pip', true],
    ['rm -rf /home/app/.cache', '~/.cache/pip', true],
    ['rm -rf /root', '~/.cache/pip', true],
    ['rm -rf "$CACHES"', '~/.cache/pip', true],
    ['rm -rf "$HOME/src"', '~/.cache/pip', false],
    ['rm -rf /tmp/*', '~/.cache/pip', false],
    ['rm -rf /root/*', '~/.cache/pip', false],
    ['rm -rf ~/.cache/yarn', '~/.cache/pip', false],
  ])('%s, of %s: %s', (text, folder, expected) => {
    expect(runOf(text).commands.some((command) => removes(command, folder))).toBe(expected);
  });
});

describe('mounting a folder', () => {
  it.each<[string, Folder, boolean]>([
    ['--mount=type=cache,target=/var/cache/apt,sharing=locked', '/var/cache/apt/archives', true],
    ['--mount=type=cache,dst=/var/cache', '/var/cache/apt/archives', true],
    ['--mount=target=/app,type=bind,source=.', '/app', true],
    ['--mount=target=/app', '/app', true],
    ['--mount=type=tmpfs,target=/tmp', '/tmp', true],
    ['--mount=type=cache,target=/home/app/.cache/uv/', '~/.cache/uv', true],
    ['--mount=type=cache,target=$UV_CACHE_DIR', '~/.cache/uv', true],
    ['--mount=type=cache,target=/root/.cache/pip', '~/.cache/uv', false],
    ['--mount=type=secret,target=/root/.cache/uv', '~/.cache/uv', false],
    ['--mount=type=cache', '~/.cache/uv', false],
    ['--network=none', '~/.cache/uv', false],
  ])('%s, of %s: %s', (flag, folder, expected) => {
    expect(isMounted(runOf(`${flag} make`), folder)).toBe(expected);
  });
});
