import type { Instruction, ShellCommand } from '../model/dockerfile.ts';
import type { PackageManager } from '../model/packages.ts';
import { normalisedName } from '../packages/requirement.ts';
import { programAsWritten, programWords } from './commands.ts';
import { namedFact } from './facts.ts';

/** The managers whose packages tell of their relations. */
export type Installer = Extract<PackageManager, 'dpkg' | 'apk' | 'python' | 'node'>;

/** A command that installs packages. */
export interface Install {
  readonly command: ShellCommand;
  /** What it names, without versions; files, URLs and what variables hold are not among it. */
  readonly names: readonly string[];
}

interface Syntax {
  readonly programs: readonly string[];
  readonly install: readonly string[];
  readonly remove: readonly string[];
  /** Options whose value is a word of its own. */
  readonly valued: readonly string[];
  /** A package's name in a word; null where it names none. */
  readonly nameOf: (word: string) => string | null;
}

const syntaxes: Readonly<Record<Installer, Syntax>> = {
  dpkg: {
    programs: ['apt-get', 'apt', 'aptitude'],
    install: ['install'],
    remove: ['remove', 'purge', 'autoremove', 'autopurge'],
    valued: ['-t', '--target-release', '--default-release', '-o', '--option', '-c', '--config-file', '-a'],
    nameOf: (word) => /^([a-z0-9][a-z0-9+.-]+)(?:[:=/].*)?$/.exec(word)?.[1] ?? null,
  },
  apk: {
    programs: ['apk'],
    install: ['add'],
    remove: ['del'],
    valued: [
      '-t',
      '--virtual',
      '-X',
      '--repository',
      '-p',
      '--root',
      '--arch',
      '--keys-dir',
      '--repositories-file',
      '--wait',
      '--cache-dir',
    ],
    nameOf: (word) => /^(\.?[A-Za-z0-9][\w+.-]*)(?:[=<>~@].*)?$/.exec(word)?.[1] ?? null,
  },
  python: {
    programs: ['pip', 'pip2', 'pip3', 'uv', 'poetry', 'pipenv', 'pdm'],
    install: ['install', 'sync', 'add'],
    remove: ['uninstall'],
    valued: [
      ...'-r --requirement -c --constraint -e --editable -t --target --prefix --root --src -i --index-url'.split(' '),
      ...'--extra-index-url -f --find-links --trusted-host --proxy --cert --timeout --retries'.split(' '),
      ...'--python-version --platform --implementation --abi --python -p --no-binary --only-binary'.split(' '),
      ...'--progress-bar --log --cache-dir'.split(' '),
    ],
    nameOf(word) {
      const [, name] = /^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?\s*(?:[=<>!~;@ ].*)?$/.exec(word) ?? [];
      return name === undefined || /\.(?:whl|zip|gz|txt)$/.test(name) ? null : normalisedName(name);
    },
  },
  node: {
    programs: ['npm', 'yarn', 'pnpm', 'bun'],
    install: ['install', 'i', 'ci', 'clean-install', 'add'],
    remove: ['uninstall', 'remove', 'rm', 'un'],
    valued: ['--prefix', '--registry', '--cache', '--tag', '-w', '--workspace', '--filter', '-C', '--dir'],
    nameOf: (word) => /^((?:@[\w.-]+\/)?[\w][\w.-]*)(?:@[^/]*)?$/.exec(word)?.[1] ?? null,
  },
};

/** The commands of a RUN that install packages of `manager`. */
export const installsOf = namedFact((run: Instruction, manager: Installer): readonly Install[] =>
  run.commands.flatMap((command) => {
    const rest = argumentsOf(command, manager, syntaxes[manager].install);
    return rest === null ? [] : [{ command, names: namesIn(rest, manager) }];
  }),
);

/** By name, the place of the last command of a RUN that takes it away; a virtual package by its own. */
export const lastRemovals = namedFact(
  (run: Instruction, manager: Installer): ReadonlyMap<string, number> =>
    new Map(run.commands.flatMap((command, at) => removedBy(command, manager).map((name) => [name, at] as const))),
);

const removedBy = (command: ShellCommand, manager: Installer): string[] =>
  namesIn(argumentsOf(command, manager, syntaxes[manager].remove) ?? [], manager);

/** The virtual package that `apk add --virtual NAME` makes; null for none. */
export function virtualName({ words }: ShellCommand): string | null {
  const at = words.findIndex((word) => word === '-t' || word === '--virtual');
  return (
    (at < 0 ? words.find((word) => word.startsWith('--virtual='))?.slice('--virtual='.length) : words[at + 1]) ?? null
  );
}

/** Whether a RUN may install packages of `manager`, by its own words or by a script. */
export const mayInstall = namedFact(
  (run: Instruction, manager: Installer): boolean =>
    run.commands.some((command) => runsScript(command) || isOf(command, manager)) ||
    (run.commands.length === 0 && run.words.length > 0),
);

const runsScript = (command: ShellCommand): boolean =>
  /\.\w+$|^(?:\.?\/|(?:ba|da|z)?sh$|source$|make$)/.test(programAsWritten(command));

const isOf = (command: ShellCommand, manager: Installer): boolean => argumentsOf(command, manager, null) !== null;

/** The words behind the subcommand; null where `command` is not of `manager`, or of none of `subcommands`. */
function argumentsOf(
  command: ShellCommand,
  manager: Installer,
  subcommands: readonly string[] | null,
): readonly string[] | null {
  const { programs } = syntaxes[manager];
  const [program = '', ...rest] = programWords(command);
  if (!programs.includes(program)) return null;
  if (subcommands === null) return rest;
  const at = rest.findIndex((word) => subcommands.includes(word));
  return at < 0 ? null : [...rest.slice(0, at).filter((word) => word.startsWith('-')), ...rest.slice(at + 1)];
}

function namesIn(words: readonly string[], manager: Installer): string[] {
  const { valued, nameOf } = syntaxes[manager];
  return words.flatMap((word, at) => {
    const isValue = valued.includes(words[at - 1] ?? '');
    return isValue || word.startsWith('-') || word.includes('$') ? [] : (nameOf(word) ?? []);
  });
}
