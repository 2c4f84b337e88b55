import type { Instruction } from '../model/dockerfile.ts';
import type { BaseKind } from './base-images.ts';
import { programWords } from './commands.ts';
import { installsOf } from './installs.ts';
import type { LintSubject } from './subject.ts';
import { namesAny, started } from './use.ts';

/** What a full image of a language has for building, and the slim ones don't (docker-library/buildpack-deps). */
const buildTools = 'curl wget git hg svn ssh gpg gcc g++ cc make autoconf unzip xz patch file'.split(' ');

/** What an image that Alpine's or distroless's takes the place of has beside them. */
const debianTools = [...buildTools, 'bash'];
const inAlpine = new Set(['wget', 'unzip', 'patch']);

/** What another base of one of `kinds` would have against this Dockerfile and its image, a sentence each. */
export function warningsOf(subject: LintSubject, kinds: ReadonlySet<BaseKind>): string[] {
  const isOther = kinds.has('alpine') || kinds.has('distroless');
  const tools = isOther ? debianTools.filter((tool) => kinds.has('distroless') || !inAlpine.has(tool)) : buildTools;
  return [
    ...toolWarning(subject, tools),
    ...(kinds.has('alpine') ? [...muslWarning(subject), ...aptWarning(subject)] : []),
    ...(kinds.has('distroless') ? shellWarning(subject) : []),
  ];
}

/** Programs that the Dockerfile names, did not install, and that only the full image brings. */
export function missingTools(subject: LintSubject, tools: readonly string[] = buildTools): ToolUse[] {
  const installed = new Set(runsOf(subject).flatMap((run) => installsOf(run, 'dpkg').flatMap(({ names }) => names)));
  const lines = [...runsOf(subject), ...startsOf(subject)];
  return tools.flatMap((tool) => {
    const isNamed = namesAny([tool]);
    const users = installed.has(tool) ? [] : lines.filter(({ text }) => isNamed(text));
    return users.length === 0 ? [] : [{ tool, users }];
  });
}

export interface ToolUse {
  readonly tool: string;
  readonly users: readonly Instruction[];
}

function toolWarning(subject: LintSubject, tools: readonly string[]): string[] {
  const missing = missingTools(subject, tools).map(({ tool, users }) => `${tool} (${linesText(users)})`);
  return missing.length === 0 ? [] : [`to be installed, or done without: ${missing.join(', ')}`];
}

const mostNames = 5;

/** What was compiled for glibc does not run with musl (PEP 656 has wheels for it). */
function muslWarning({ packages }: LintSubject): string[] {
  const installed = packages();
  const compiled = (installed?.graphOf('python').packages ?? []).filter((each) =>
    installed?.claimsOf(each).some(({ entry }) => /\.so(?:\.[\d.]+)?$/.test(entry.path)),
  );
  if (compiled.length === 0) return [];
  const names = compiled.slice(0, mostNames).map(({ name }) => name);
  const more = compiled.length - names.length;
  const list = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return [
    `compiled for glibc, which Alpine has not: ${list}; see that each has a wheel for musl, or it is compiled anew`,
  ];
}

function aptWarning(subject: LintSubject): string[] {
  const users = runsOf(subject).filter(({ commands }) =>
    commands.some((command) => ['apt-get', 'apt', 'dpkg'].includes(programWords(command)[0] ?? '')),
  );
  return users.length === 0 ? [] : [`apt is not on Alpine, apk has other packages: ${linesText(users)}`];
}

/** Distroless has no shell for a RUN, nor for what is not written as an array. */
function shellWarning(subject: LintSubject): string[] {
  const users = [
    ...runsOf(subject),
    ...startsOf(subject).filter(({ form, keyword }) => form === 'shell' && keyword !== 'SHELL'),
  ];
  return users.length === 0
    ? []
    : [
        `distroless has no shell: ${linesText(users)}; a RUN belongs into another stage, CMD and the like into an array`,
      ];
}

const runsOf = ({ chain }: LintSubject): Instruction[] =>
  chain.flatMap(({ instructions }) => instructions.filter(({ keyword }) => keyword === 'RUN'));

const startsOf = ({ chain }: LintSubject): Instruction[] =>
  chain.flatMap(({ instructions }) => instructions.filter(({ keyword }) => started.includes(keyword)));

const mostLines = 5;

/** `lines 3, 5 and 2 more`. */
function linesText(instructions: readonly Instruction[]): string {
  const lines = [...new Set(instructions.map(({ range }) => range.firstLine))].sort((a, b) => a - b);
  const more = lines.length - mostLines;
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, mostLines).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
