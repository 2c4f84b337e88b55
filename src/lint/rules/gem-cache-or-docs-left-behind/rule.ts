import type { ShellCommand } from '../../../model/dockerfile.ts';
import { programAsWritten, programWords, runs, subcommandOf } from '../../commands.ts';
import { leftBehind, type Remedy } from '../../left-behind.ts';
import type { Claim, Rule } from '../../rule.ts';

/** An installation's archives, but not `vendor/cache`, which an application brings to install from. */
const archive = /(?<!\/vendor)\/cache\/[^/]+\.gem$/;
const documentation = /\/(?:gems\/\d[\w.]*|ruby\/\d[\w.]*|bundle)\/doc\//;

const installs = (command: ShellCommand): boolean =>
  runs(command, ['gem', 'bundle', 'bundler']) && subcommandOf(command) === 'install';

const isPlainGem = (command: ShellCommand): boolean =>
  runs(command, ['gem']) && !programWords(command).some((word) => /^(?:-i|--install-dir|--user-install)\b/.test(word));

export const gemCacheOrDocsLeftBehind: Rule = leftBehind({
  name: 'gem-cache-or-docs-left-behind',
  aliases: [],
  leftovers: [
    {
      message:
        "RubyGems' archives of what it installed, and documentation made of them, stay in the layer: remove `cache` and `doc` of the gem folder in the same RUN",
      folders: [],
      files: (path) =>
        (path.endsWith('.gem') && archive.test(path)) || (path.includes('/doc/') && documentation.test(path)),
      isLeftBy: installs,
      isCleanedBy: (command) =>
        runs(command, ['rm', 'find']) && programWords(command).some((word) => /\bcache\b|\.gem$/.test(word)),
      remedy: (culprits, claims) =>
        culprits.every(isPlainGem) ? removeByGem(programAsWritten(culprits[0])) : removeFolders(claims),
    },
  ],
});

const removeByGem = (gem: string): Remedy => ({
  command: `rm -rf "$(${gem} env gemdir)/cache" "$(${gem} env gemdir)/doc"`,
});

/** Where bundler installs is its configuration's matter: the layer alone tells. */
function removeFolders(claims: readonly Claim[] | null): Remedy | null {
  const folders = [...new Set(claims?.map(({ entry }) => `/${folderOf(entry.path)}`))].sort();
  const isPlain = folders.length > 0 && folders.every((folder) => /^[\w./@+-]+$/.test(folder));
  return isPlain ? { command: `rm -rf ${folders.join(' ')}` } : null;
}

/** The `cache` that holds an archive, or the `doc` that holds documentation. */
const folderOf = (path: string): string => {
  const documented = documentation.exec(path);
  return documented === null
    ? path.slice(0, path.lastIndexOf('/'))
    : path.slice(0, documented.index + documented[0].length - 1);
};
