import { programWords, runs } from "../../commands.js";
import { leftBehind } from "../../left-behind.js";
const filling = ['install', 'wheel', 'download'];
export const pipCacheLeftBehind = leftBehind({
    name: 'pip-cache-left-behind',
    aliases: ['DL3042'],
    leftovers: [
        {
            message: "pip's download cache stays in the layer: pass `--no-cache-dir`, or mount a cache at `/root/.cache/pip`",
            folders: ['~/.cache/pip'],
            isLeftBy: (command) => isPip(command) && !programWords(command).includes('--no-cache-dir'),
            isCleanedBy: (command) => runs(command, pips, ['purge']),
            settings: ['PIP_NO_CACHE_DIR', 'PIP_CACHE_DIR'],
            remedy: () => ({ option: '--no-cache-dir' }),
        },
    ],
});
const pips = ['pip', 'pip2', 'pip3'];
const isPip = (command) => runs(command, pips, filling) || isPipModule(command);
/** `python3 -m pip install`. */
function isPipModule(command) {
    const [program = '', ...words] = programWords(command);
    const at = words.indexOf('-m');
    return (/^python[\d.]*$/.test(program) &&
        at >= 0 &&
        words[at + 1] === 'pip' &&
        words.slice(at + 2).some((word) => filling.includes(word)));
}
