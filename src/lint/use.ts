import type { Instruction } from '../model/dockerfile.ts';
import { programWords } from './commands.ts';
import { type Chain, fact, instructionsIn, namedFact, placesIn } from './facts.ts';
import type { LintSubject } from './subject.ts';
import type { Use } from './unneeded.ts';

/** What an image runs, or has run by others. */
export const started = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'SHELL', 'ONBUILD'];

/** The RUNs of the stages, and how many of them stand before each instruction and at it. */
const runsIn = fact((chain: Chain) => {
  const runs: Instruction[] = [];
  const upTo = new Map<Instruction, number>();
  for (const instruction of instructionsIn(chain)) {
    if (instruction.keyword === 'RUN') runs.push(instruction);
    upTo.set(instruction, runs.length);
  }
  return { runs, upTo };
});

/** The RUNs of the image's stages behind an instruction. */
export function runsBehind({ chain }: LintSubject, instruction: Instruction): Instruction[] {
  const { runs, upTo } = runsIn(chain);
  return runs.slice(upTo.get(instruction));
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
  const { isStarted, lastRun } = namingOf(subject.chain, programs.join('|'));
  return (
    isStarted ||
    (whileBuilding && lastRun > placeOf(subject.chain, instruction)) ||
    programs.some((program) => installed?.namedByScripts.has(program))
  );
}

/** What names one of some programs, set apart by `|`: whether that is started, and the last RUN. */
const namingOf = namedFact((chain: Chain, programs: string) => {
  const isNamed = namesAny(programs.split('|'));
  const instructions = instructionsIn(chain);
  return {
    isStarted: instructions.some(({ keyword, text }) => started.includes(keyword) && isNamed(text)),
    lastRun: instructions.findLastIndex(({ keyword, text }) => keyword === 'RUN' && isNamed(text)),
  };
});

const placeOf = (chain: Chain, instruction: Instruction): number => placesIn(chain).get(instruction) ?? -1;

/** Whether a later RUN runs one of `programs`. */
export const runsLater = (programs: readonly string[], { subject, instruction }: Use): boolean =>
  lastRunOf(subject.chain, programs.join('|')) > placeOf(subject.chain, instruction);

/** The last RUN of one of some programs, set apart by `|`. */
const lastRunOf = namedFact((chain: Chain, programs: string) => {
  const meant = new Set(programs.split('|'));
  return instructionsIn(chain).findLastIndex(
    ({ keyword, commands }) =>
      keyword === 'RUN' && commands.some((command) => meant.has(programWords(command)[0] ?? '')),
  );
});

/** Whether a text has one of `words`, not as a part of another. */
export function namesAny(words: readonly string[]): (text: string) => boolean {
  const escaped = words.map((word) => word.replaceAll('+', '\\+'));
  const pattern = new RegExp(`(?<![\\w-])(?:${escaped.join('|')})(?![\\w-])`);
  return (text) => pattern.test(text);
}
