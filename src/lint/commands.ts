import type { ShellCommand } from '../model/dockerfile.ts';
import { fact } from './facts.ts';

const wrappers = new Set(['sudo', 'exec', 'env', 'time', 'nice', 'command']);

/** The words from the program on, as they are written: without wrappers, their options and assignments. */
function unwrapped({ words }: ShellCommand): readonly string[] {
  let start = 0;
  while (wrappers.has(words[start] ?? '')) {
    start++;
    while (/^-|^\w+=/.test(words[start] ?? '')) start++;
  }
  return words.slice(start);
}

/** The words from the program on, and of the program its name without its folder; of `python3 -m pip` that is `pip`. */
export const programWords = fact((command: ShellCommand): readonly string[] => {
  const [written, ...rest] = unwrapped(command);
  if (written === undefined) return [];
  const program = written.replace(/^.*\//, '');
  const behindOptions = rest.findIndex((word) => word === '-m' || !word.startsWith('-'));
  const module = rest[behindOptions] === '-m' ? rest.slice(behindOptions + 1) : [];
  return /^python[\d.]*$/.test(program) && module.length > 0 ? module : [program, ...rest];
});

/** The program as it is written: `/opt/conda/bin/conda`. */
export const programAsWritten = (command: ShellCommand): string => unwrapped(command)[0] ?? '';

/** The first word behind the program that is no option: `install` of `npm --quiet install left-pad`. */
export const subcommandOf = (command: ShellCommand): string | null =>
  programWords(command)
    .slice(1)
    .find((word) => !word.startsWith('-')) ?? null;

/** Whether `command` runs one of `programs`, with one of `subcommands` among its words where some are given. */
export function runs(command: ShellCommand, programs: readonly string[], subcommands: readonly string[] = []): boolean {
  const [program, ...rest] = programWords(command);
  if (program === undefined || !programs.includes(program)) return false;
  return subcommands.length === 0 || rest.some((word) => subcommands.includes(word));
}
