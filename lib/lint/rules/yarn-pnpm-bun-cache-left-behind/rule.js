import { programWords, runs, subcommandOf } from "../../commands.js";
import { leftBehind } from "../../left-behind.js";
const yarn = {
    message: "yarn's download cache stays in the layer: run `yarn cache clean` behind the last install of the RUN, or mount a cache",
    folders: ['~/.cache/yarn', '~/.yarn/cache', '~/.yarn/berry/cache'],
    isLeftBy: (command) => runs(command, ['yarn', 'yarnpkg']) && installsByYarn(command),
    isCleanedBy: (command) => runs(command, ['yarn', 'yarnpkg'], ['clean']) && subcommandOf(command) === 'cache',
    settings: ['YARN_CACHE_FOLDER'],
    isNeeded: runsFromArchives,
    remedy: () => ({ command: 'yarn cache clean' }),
    // Plug'n'Play runs from the archives in the cache.
    isSafe: false,
};
const pnpm = {
    message: "pnpm's store stays in the layer, and no project links what is in it: mount a cache where it is",
    folders: ['~/.local/share/pnpm/store', '~/.pnpm-store', '~/pnpm/store', '~/.cache/pnpm'],
    // What the project links is stored once: how much more there is in the store, the layer alone tells.
    isLeftBy: () => false,
    remedy: () => null,
};
const bun = {
    message: "bun's download cache stays in the layer: remove `~/.bun/install/cache` in the same RUN, or mount a cache there",
    folders: ['~/.bun/install/cache'],
    isLeftBy: (command) => runs(command, ['bun']) && ['install', 'i', 'add'].includes(subcommandOf(command) ?? ''),
    isCleanedBy: (command) => runs(command, ['bun'], ['rm']) && subcommandOf(command) === 'pm',
    settings: ['BUN_INSTALL_CACHE_DIR', 'BUN_INSTALL'],
    remedy: () => ({ command: 'rm -rf ~/.bun/install/cache' }),
};
export const yarnPnpmBunCacheLeftBehind = leftBehind({
    name: 'yarn-pnpm-bun-cache-left-behind',
    aliases: ['DL3060'],
    leftovers: [yarn, pnpm, bun],
});
function installsByYarn(command) {
    const [, ...words] = programWords(command);
    const [subcommand, second] = words.filter((word) => !word.startsWith('-'));
    if (subcommand === 'global')
        return second === 'add';
    if (subcommand === 'workspaces')
        return second === 'focus';
    return subcommand === undefined
        ? !words.some((word) => ['-v', '--version', '--help'].includes(word))
        : ['install', 'add'].includes(subcommand);
}
const isPlugAndPlay = /(?:^|\/)\.pnp\.c?js$/;
function runsFromArchives({ layers }) {
    return (layers?.some(({ live }) => live.some(({ path }) => path.includes('.pnp.') && isPlugAndPlay.test(path))) ?? false);
}
