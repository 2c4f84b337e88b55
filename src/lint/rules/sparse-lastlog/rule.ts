import type { ShellCommand } from '../../../model/dockerfile.ts';
import { programWords, runs } from '../../commands.ts';
import { leftBehind } from '../../left-behind.ts';

/** 29 MB and more of lastlog (292 bytes for each ID up to the highest). */
const highId = 100_000;
const files = new Set(['var/log/lastlog', 'var/log/faillog', 'var/log/tallylog']);

export const sparseLastlog = leftBehind({
  name: 'sparse-lastlog',
  aliases: ['DL3046'],
  leftovers: [
    {
      message:
        'useradd made room for the logins of every user ID up to its own: pass `--no-log-init`. It is nearly all zeros, so that it takes its size on disk, and little to download',
      folders: ['/var/log'],
      files: (path) => files.has(path),
      isLeftBy: (command, _run, { layers }) => initialisesLogs(command) && (layers !== null || idOf(command) >= highId),
      remedy: () => ({ option: '--no-log-init' }),
    },
  ],
});

const initialisesLogs = (command: ShellCommand): boolean =>
  runs(command, ['useradd']) &&
  !programWords(command).some((word) => word === '--no-log-init' || /^-[a-zA-Z]*l/.test(word));

/** By `-u 100000`, `-ou100000`, `--uid=100000`; 0 where it is not said. */
function idOf(command: ShellCommand): number {
  const text = programWords(command).join(' ');
  return Number(/ (?:--uid|-[a-zA-Z]*u)[ =]?(\d+)/.exec(text)?.[1] ?? 0);
}
