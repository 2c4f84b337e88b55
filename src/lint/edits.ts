import { isPosixShell } from '../dockerfile/shell.ts';
import type { Instruction, Range, ShellCommand } from '../model/dockerfile.ts';
import type { Fix } from '../model/finding.ts';
import { type Chain, fact, instructionsIn, linesIn } from './facts.ts';
import { between, endOf, textAt } from './places.ts';
import type { LintSubject } from './subject.ts';

export type Edit = Fix['edits'][number];

/** Puts `text` behind what stands at `range` of the Dockerfile. */
export const insertBehind = (subject: LintSubject, range: Range, text: string): Edit => ({
  file: subject.dockerfile.path,
  firstLine: range.lastLine,
  firstColumn: range.lastColumn,
  lastLine: range.lastLine,
  lastColumn: range.lastColumn,
  text,
});

/** The fix of all these edits; null where there is none, or one can't be made. */
export function fixOfAll(edits: readonly (Edit | null)[], isSafe: boolean): Fix | null {
  return edits.length > 0 && edits.every((edit) => edit !== null) ? { safe: isSafe, edits: [...edits] } : null;
}

/** Puts an option behind a command's words; null where `--` has ended its options. */
export const insertOption = (subject: LintSubject, { words, range }: ShellCommand, option: string): Edit | null =>
  words.includes('--') ? null : insertBehind(subject, range, ` ${option}`);

/** `> log 2>&1`, `>> "a b"`, which are no words of a command. */
const redirections = /^(?:[ \t]*(?:\d+|&)?(?:>>|>\||>|<)&?[ \t]*(?:"[^"$`\\]*"|'[^']*'|\\.|[^\s;&|<>()"'`\\])+)*/;
/** What may stand behind a command that is over: not a pipe, `&`, a redirection, or more of a word. */
const commandEnd = /^[ \t]*(?:$|\n|&&|\|\||;|\)|(?<=[ \t])#)/;

/**
 * Runs `text` behind a command of a RUN if that does, by sudo where it is run so. Null where there is no such place: what
 * writes to a pipe or runs beside others is not over where it ends, and what is negated goes on where it failed.
 */
export function insertCommand(
  subject: LintSubject,
  run: Instruction,
  command: ShellCommand,
  text: string,
): Edit | null {
  const { range, words } = command;
  const next = nextOf(run, command);
  const redirection = redirections.exec(restOfLine(subject, range))?.[0] ?? '';
  const place = { ...range, lastColumn: range.lastColumn + redirection.length };
  const gap = scriptBetween(subject, place, next?.range ?? endOf(run.range));
  const goesOn = next?.operator === '|' || next?.operator === '&' || !commandEnd.test(gap);
  if (goesOn || isNegated(subject, range) || words[0] === 'exec') return null;
  const joint = jointOf(subject, run, command, { next, gap });
  return joint && insertBehind(subject, place, `${joint} ${words[0] === 'sudo' ? 'sudo ' : ''}${text}`);
}

/** The command that stands behind another; what a here-document holds is over with it. */
function nextOf(run: Instruction, command: ShellCommand): ShellCommand | undefined {
  const next = run.commands[run.commands.indexOf(command) + 1];
  return next !== undefined && next.range.firstLine >= command.range.lastLine ? next : undefined;
}

/**
 * What joins a command to the one before it, with `gap` up to `next`. Within a list `;` leaves it to the shell whether a
 * failure ends the list: `set -e` does not see that the first of two failed which `&&` joins. Where a branch, a function or
 * a loop ends in between, what was last in it tells whether it failed: only `&&` passes that on, unless the shell ends at
 * once. Null where neither does.
 */
function jointOf(
  subject: LintSubject,
  run: Instruction,
  command: ShellCommand,
  { next, gap }: { readonly next: ShellCommand | undefined; readonly gap: string },
): ';' | ' &&' | null {
  const behind = gap.replace(/(^|[\s;])#[^\n]*/g, '$1');
  const isLast = next === undefined && !/\bdone\b/.test(behind);
  if (isLast || (next !== undefined && next.operator !== ';')) return ' &&';
  if (/^[\s;]*$/.test(behind)) return ';';
  const isCondition = /^(?:[\s;)}]|(?:fi|done|esac)\b)*\b(?:then|do)\b/.test(behind);
  if (isCondition || !stopsAtFailure(subject, run)) return ' &&';
  return command.operator === '&&' || mayIgnoreFailures.test(textAt(subject, run.range)) ? null : ';';
}

/** What `set -e` does not hold for: compounds that are conditions, negated or joined to others; functions, called there. */
const mayIgnoreFailures =
  /(?:\b(?:if|elif|while|until)|!)\s+(?:[!{(]|(?:if|for|while|until|case)\b)|(?:\b(?:fi|done|esac)|[)}])\s*(?:&&|\|\|)|\(\)/;

const isErrexit = (word: string): boolean => /^-[a-zA-Z]*e[a-zA-Z]*$|^errexit$/.test(word);

/** Whether `set -e` or the like may hold in a RUN. */
function stopsAtFailure({ dockerfile, chain }: LintSubject, { commands, range }: Instruction): boolean {
  const isSet = commands.some(
    ({ words: [program = '', ...rest] }) => (program === 'set' || isPosixShell(program)) && rest.some(isErrexit),
  );
  const lines = linesIn(dockerfile).slice(range.firstLine - 1, range.lastLine);
  return isSet || isErrexitShell(chain) || lines.some((line) => /^[ \t]*#!.*[ \t]-\w*e/.test(line));
}

const isErrexitShell = fact((chain: Chain): boolean =>
  instructionsIn(chain).some(({ keyword, words }) => keyword === 'SHELL' && words.some(({ text }) => isErrexit(text))),
);

const isNegated = ({ dockerfile }: LintSubject, { firstLine, firstColumn }: Range): boolean =>
  /(?:^|[\s;&|(])![ \t]+$/.test((linesIn(dockerfile)[firstLine - 1] ?? '').slice(0, firstColumn - 1));

/** What the shell sees between two places of a RUN: lines that go on are joined, comments between them are gone. */
function scriptBetween(subject: LintSubject, before: Range, after: Range): string {
  const goesOn = subject.dockerfile.escape === '`' ? /(?<!`)`[ \t\r]*$/ : /(?<!\\)\\[ \t\r]*$/;
  const lines = textAt(subject, between(before, after)).split('\n');
  return lines
    .filter((line, at) => at === 0 || !/^\s*#/.test(line))
    .map((line) => (goesOn.test(line) ? line.replace(goesOn, '') : `${line}\n`))
    .join('')
    .replace(/\n$/, '');
}

const restOfLine = ({ dockerfile }: LintSubject, { lastLine, lastColumn }: Range): string =>
  (linesIn(dockerfile)[lastLine - 1] ?? '').slice(lastColumn - 1);
