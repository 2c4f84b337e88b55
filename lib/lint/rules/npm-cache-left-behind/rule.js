import { programWords, runs, subcommandOf } from "../../commands.js";
import { leftBehind } from "../../left-behind.js";
const installing = new Set(['install', 'i', 'add', 'ci', 'clean-install', 'install-ci-test', 'cit', 'update']);
export const npmCacheLeftBehind = leftBehind({
    name: 'npm-cache-left-behind',
    aliases: [],
    leftovers: [
        {
            message: "npm's download cache stays in the layer: run `npm cache clean --force` behind the last install of the RUN, or mount a cache at `/root/.npm`",
            folders: ['~/.npm/_cacache'],
            isLeftBy: installs,
            isCleanedBy: (command) => runs(command, ['npm'], ['clean', 'clear', 'rm']) && subcommandOf(command) === 'cache',
            settings: ['npm_config_cache', 'NPM_CONFIG_CACHE'],
            remedy: () => ({ command: 'npm cache clean --force' }),
        },
    ],
});
function installs(command) {
    const isElsewhere = programWords(command).some((word) => word.startsWith('--cache'));
    return runs(command, ['npm']) && installing.has(subcommandOf(command) ?? '') && !isElsewhere;
}
