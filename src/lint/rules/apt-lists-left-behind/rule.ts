import type { ShellCommand } from '../../../model/dockerfile.ts';
import { runs } from '../../commands.ts';
import { leftBehind } from '../../left-behind.ts';
import type { Rule } from '../../rule.ts';

const apt = ['apt-get', 'apt', 'aptitude'];
const updates = (command: ShellCommand): boolean => runs(command, apt, ['update']);

export const aptListsLeftBehind: Rule = leftBehind({
  name: 'apt-lists-left-behind',
  aliases: ['DL3009', 'DKL-DI-0005'],
  leftovers: [
    {
      message:
        "apt's package lists stay in the layer: remove `/var/lib/apt/lists/*` in the same RUN, or mount a cache there",
      folders: ['/var/lib/apt/lists'],
      // An install needs the lists: they can go behind the last one.
      isLeftBy: (command, run) => runs(command, apt, ['update', 'install']) && run.commands.some(updates),
      isCleanedBy: (command) => runs(command, apt, ['distclean', 'dist-clean']),
      remedy: () => ({ command: 'rm -rf /var/lib/apt/lists/*' }),
    },
  ],
});
