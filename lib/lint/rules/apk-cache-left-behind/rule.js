import { programWords, runs } from "../../commands.js";
import { leftBehind } from "../../left-behind.js";
export const apkCacheLeftBehind = leftBehind({
    name: 'apk-cache-left-behind',
    aliases: ['DL3019', 'DS-0025'],
    leftovers: [
        {
            message: "apk's package index stays in the layer: pass `--no-cache`, or mount a cache at `/var/cache/apk`",
            folders: ['/var/cache/apk', '/etc/apk/cache'],
            isLeftBy: (command) => runs(command, ['apk'], ['add', 'update', 'upgrade']) && !programWords(command).includes('--no-cache'),
            isCleanedBy: (command) => runs(command, ['apk'], ['cache']) && programWords(command).includes('clean'),
            // `apk update` is there for the index: without a cache it does nothing.
            remedy: (culprits) => culprits.some((command) => runs(command, ['apk'], ['update']))
                ? { command: 'rm -rf /var/cache/apk/*' }
                : { option: '--no-cache' },
        },
    ],
});
