import type { Instruction, Range, ShellCommand } from '../model/dockerfile.ts';
import type { Fix } from '../model/finding.ts';
import { linesIn } from './facts.ts';
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

/** `> log 2>&1`, `>> "a b"`, which are no words of a command. */
const redirections = /^(?:[ \t]*(?:\d+|&)?(?:>>|>\||>|<)&?[ \t]*(?:"[^"$`\\]*"|'[^']*'|\\.|[^\s;&|<>()"'`\\])+)*/;
/** What may stand behind a command that is over: not a pipe, `&`, or more of a word. */
const commandEnd = /^(?:[ \t]*(?:$|\r|\\|`[ \t\r]*$|&&|\|\||;|\))|[ \t]+#)/;

/**
 * Runs `text` behind a command of a RUN, by sudo if that does. Null where there is no such place: what writes to a pipe or
 * runs beside others is not over where it ends.
 */
export function insertCommand(
  subject: LintSubject,
  run: Instruction,
  command: ShellCommand,
  text: string,
): Edit | null {
  const next = run.commands[run.commands.indexOf(command) + 1];
  const rest = restOfLine(subject, command.range);
  const redirection = redirections.exec(rest)?.[0] ?? '';
  if (next?.operator === '|' || !commandEnd.test(rest.slice(redirection.length))) return null;
  const { lastColumn } = command.range;
  // `set -e` does not end a script at the first of two commands that `&&` joins; a condition's last command decides it.
  const isOneOfMany = next?.operator === ';' && !/^[ \t]*;[ \t]*(?:then|do)\b/.test(rest);
  const sudo = command.words[0] === 'sudo' ? 'sudo ' : '';
  return insertBehind(
    subject,
    { ...command.range, lastColumn: lastColumn + redirection.length },
    `${isOneOfMany ? ';' : ' &&'} ${sudo}${text}`,
  );
}

const restOfLine = ({ dockerfile }: LintSubject, { lastLine, lastColumn }: Range): string =>
  (linesIn(dockerfile)[lastLine - 1] ?? '').slice(lastColumn - 1);
