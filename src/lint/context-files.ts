import dockerignore from '@balena/dockerignore';
import type { ShellCommand } from '../model/dockerfile.ts';
import { programWords, runs } from './commands.ts';
import type { Edit } from './edits.ts';
import type { PathTest } from './folders.ts';
import { instructionsOf, type LintContext, type LintSubject } from './subject.ts';

/** Names that hardly any image wants, wherever they stand in the context. */
export const unwantedNames: readonly string[] = [
  '.git',
  '.svn',
  '.hg',
  '.github',
  '.vscode',
  '.idea',
  '.DS_Store',
  '.env',
  '__pycache__',
  '.pytest_cache',
  '.mypy_cache',
  '.ruff_cache',
  '.tox',
  '.nox',
  'coverage',
  '.nyc_output',
];

interface Dependencies {
  /** Folders that a package manager fills. */
  readonly names: readonly string[];
  readonly isInstall: (command: ShellCommand) => boolean;
}

const dependencies: readonly Dependencies[] = [
  {
    names: ['node_modules'],
    isInstall: (command) =>
      runs(command, ['npm', 'pnpm', 'bun', 'yarn'], ['install', 'i', 'ci', 'clean-install']) ||
      /^yarn(?: -.*)?$/.test(programWords(command).join(' ')),
  },
  {
    names: ['.venv', 'venv'],
    isInstall: (command) =>
      runs(command, ['pip', 'pip3', 'poetry', 'pipenv', 'pdm'], ['install', 'sync']) ||
      runs(command, ['uv'], ['sync', 'install']),
  },
];

/** Dependencies that the Dockerfile installs itself, so that those of the context are not what the image lives on. */
export function installedDependencies(subject: LintSubject): string[] {
  const commands = instructionsOf(subject, 'RUN').flatMap((run) => run.commands);
  return dependencies.filter(({ isInstall }) => commands.some(isInstall)).flatMap(({ names }) => names);
}

/** Whether one of `names` is a part of a path. */
export function hasName(names: readonly string[]): PathTest {
  if (names.length === 0) return () => false;
  const pattern = new RegExp(`(?:^|/)(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(?:/|$)`);
  return (path) => pattern.test(path);
}

/** More text is no list that people keep; its patterns may take for ever. */
const longestIgnoreFile = 64 * 1024;

/** Whether the ignore file leaves a path of the context out, as BuildKit reads it; all, where it is too long to tell. */
export function ignoredBy({ ignoreText }: LintContext): PathTest {
  if (ignoreText === null) return () => false;
  if (ignoreText.length > longestIgnoreFile) return () => true;
  const patterns = dockerignore.default({ ignorecase: false }).add(ignoreText.replace(/^\uFEFF/, ''));
  return (path) => patterns.ignores(path);
}

/** Adds lines to the ignore file, behind what it says; makes it where there is none. */
export function appendIgnores({ ignoreFile, ignoreText }: LintContext, patterns: readonly string[]): Edit {
  const lines = (ignoreText ?? '').split('\n');
  const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  return {
    file: ignoreFile,
    firstLine: place.line,
    firstColumn: place.column,
    lastLine: place.line,
    lastColumn: place.column,
    text: (place.column === 1 ? '' : '\n') + patterns.map((pattern) => `${pattern}\n`).join(''),
  };
}
