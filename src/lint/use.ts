import type { Instruction } from '../model/dockerfile.ts';
import { programWords } from './commands.ts';
import type { LintSubject } from './subject.ts';
import type { Use } from './unneeded.ts';

/** What an image runs, or has run by others. */
export const started = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'SHELL', 'ONBUILD'];

/** The RUNs of the image's stages behind an instruction. */
export function runsBehind({ chain }: LintSubject, instruction: Instruction): Instruction[] {
  const all = chain.flatMap(({ instructions }) => instructions);
  return all.slice(all.indexOf(instruction) + 1).filter(({ keyword }) => keyword === 'RUN');
}

/**
 * Whether one of `programs` is named by what the image starts, by a script that no package brought, or, `whileBuilding`,
 * by a later RUN. A program of the image that starts it by other means does not show.
 */
export function isProgramUsed(
  programs: readonly string[],
  { subject, installed, instruction }: Use,
  { whileBuilding } = { whileBuilding: true },
): boolean {
  const isNamed = namesAny(programs);
  const instructions = subject.chain.flatMap((stage) => stage.instructions);
  return (
    instructions.some(({ keyword, text }) => started.includes(keyword) && isNamed(text)) ||
    (whileBuilding && runsBehind(subject, instruction).some(({ text }) => isNamed(text))) ||
    programs.some((program) => installed?.namedByScripts.has(program))
  );
}

/** Whether a later RUN runs one of `programs`. */
export const runsLater = (programs: readonly string[], { subject, instruction }: Use): boolean =>
  runsBehind(subject, instruction).some(({ commands }) =>
    commands.some((command) => programs.includes(programWords(command)[0] ?? '')),
  );

/** Whether a text has one of `words`, not as a part of another. */
export function namesAny(words: readonly string[]): (text: string) => boolean {
  const escaped = words.map((word) => word.replaceAll('+', '\\+'));
  const pattern = new RegExp(`(?<![\\w-])(?:${escaped.join('|')})(?![\\w-])`);
  return (text) => pattern.test(text);
}
