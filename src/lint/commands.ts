import type { Instruction, ShellCommand } from '../model/dockerfile.ts';

const wrappers = new Set(['sudo', 'exec', 'env', 'time', 'nice', 'command']);

/** The words from the program on: without wrappers, their options and assignments, and without the program's folder. */
export function programWords(command: ShellCommand): readonly string[] {
  let start = 0;
  while (wrappers.has(command.words[start] ?? '')) {
    start++;
    while (/^-|^\w+=/.test(command.words[start] ?? '')) start++;
  }
  const [program, ...rest] = command.words.slice(start);
  return program === undefined ? [] : [program.replace(/^.*\//, ''), ...rest];
}

/** Whether `command` runs one of `programs`, with one of `subcommands` among its words where some are given. */
export function runs(command: ShellCommand, programs: readonly string[], subcommands: readonly string[] = []): boolean {
  const [program, ...rest] = programWords(command);
  if (program === undefined || !programs.includes(program)) return false;
  return subcommands.length === 0 || rest.some((word) => subcommands.includes(word));
}

/** Whether a `--mount=type=cache` of a RUN covers `path` (without a leading slash). */
export function hasCacheMount(run: Instruction, path: string): boolean {
  return run.flags.some((flag) => {
    if (flag.name !== 'mount' || flag.value === null) return false;
    const options = new Map(flag.value.split(',').map((pair) => splitPair(pair.trim())));
    const target = options.get('target') ?? options.get('dst') ?? options.get('destination');
    return options.get('type') === 'cache' && target !== undefined && covers(target, `/${path}`);
  });
}

const covers = (folder: string, path: string): boolean => {
  const trimmed = folder.replace(/\/+$/, '');
  return path === trimmed || path.startsWith(`${trimmed}/`);
};

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
