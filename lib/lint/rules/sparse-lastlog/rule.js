import { programWords, runs } from "../../commands.js";
import { leftBehind } from "../../left-behind.js";
const files = new Set(['var/log/lastlog', 'var/log/faillog', 'var/log/tallylog']);
export const sparseLastlog = leftBehind({
    name: 'sparse-lastlog',
    aliases: ['DL3046'],
    leftovers: [
        {
            message: 'useradd made room for the logins of every user ID up to its own: pass `--no-log-init`. It is nearly all zeros, so that it takes its size on disk, and little to download',
            folders: ['/var/log'],
            files: (path) => files.has(path),
            // Newer programs leave the files alone: only the layer tells.
            isLeftBy: (command, _run, { layers }) => layers !== null && initialisesLogs(command),
            remedy: () => ({ option: '--no-log-init' }),
        },
    ],
});
const initialisesLogs = (command) => runs(command, ['useradd']) &&
    !programWords(command).some((word) => word === '--no-log-init' || /^-[a-zA-Z]*l/.test(word));
