import { programWords, runs, subcommandOf } from "../../commands.js";
import { leftBehind } from "../../left-behind.js";
export const uvCacheLeftBehind = leftBehind({
    name: 'uv-cache-left-behind',
    aliases: [],
    leftovers: [
        {
            message: "uv's cache stays in the layer: pass `--no-cache`, or mount a cache at `/root/.cache/uv`",
            folders: ['~/.cache/uv'],
            isLeftBy: (command) => installs(command) && !programWords(command).some((word) => off.has(word)),
            isCleanedBy: (command) => runs(command, ['uv']) && subcommandOf(command) === 'cache',
            settings: ['UV_NO_CACHE', 'UV_CACHE_DIR'],
            remedy: () => ({ option: '--no-cache' }),
        },
    ],
});
const off = new Set(['--no-cache', '--no-cache-dir', '-n', '--cache-dir']);
/** Not `uv run` and `uvx`: what stands behind those belongs to the program that they run. */
function installs(command) {
    if (!runs(command, ['uv']))
        return false;
    const subcommand = subcommandOf(command);
    if (subcommand === 'pip')
        return runs(command, ['uv'], ['install', 'sync']);
    if (subcommand === 'tool')
        return runs(command, ['uv'], ['install']);
    return subcommand === 'sync' || subcommand === 'add';
}
