import { programWords, runs } from '../../commands.ts';
import { leftBehind } from '../../left-behind.ts';
import type { Rule } from '../../rule.ts';

const pips = ['pip', 'pip2', 'pip3'];
const filling = ['install', 'wheel', 'download'];

export const pipCacheLeftBehind: Rule = leftBehind({
  name: 'pip-cache-left-behind',
  aliases: ['DL3042'],
  leftovers: [
    {
      message: "pip's download cache stays in the layer: pass `--no-cache-dir`, or mount a cache at `/root/.cache/pip`",
      folders: ['~/.cache/pip'],
      isLeftBy: (command) => runs(command, pips, filling) && !programWords(command).includes('--no-cache-dir'),
      isCleanedBy: (command) => runs(command, pips, ['purge']),
      settings: ['PIP_NO_CACHE_DIR', 'PIP_CACHE_DIR'],
      remedy: () => ({ option: '--no-cache-dir' }),
    },
  ],
});
