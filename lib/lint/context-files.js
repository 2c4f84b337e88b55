import dockerignore from '@balena/dockerignore';
import { programWords, runs } from "./commands.js";
import { instructionsOf } from "./subject.js";
/** Names that hardly any image wants, wherever they stand in the context. */
export const unwantedNames = [
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
const dependencies = [
    {
        names: ['node_modules'],
        isInstall: (command) => runs(command, ['npm', 'pnpm', 'bun', 'yarn'], ['install', 'i', 'ci', 'clean-install']) ||
            /^yarn(?: -.*)?$/.test(programWords(command).join(' ')),
    },
    {
        names: ['.venv', 'venv'],
        isInstall: (command) => runs(command, ['pip', 'pip3', 'poetry', 'pipenv', 'pdm'], ['install', 'sync']) ||
            runs(command, ['uv'], ['sync', 'install']) ||
            (/^python[\d.]*$/.test(programWords(command)[0] ?? '') &&
                runs(command, [programWords(command)[0] ?? ''], ['pip'])),
    },
];
/** Dependencies that the Dockerfile installs itself, so that those of the context are not what the image lives on. */
export function installedDependencies(subject) {
    const commands = instructionsOf(subject, 'RUN').flatMap((run) => run.commands);
    return dependencies.filter(({ isInstall }) => commands.some(isInstall)).flatMap(({ names }) => names);
}
/** Whether one of `names` is a part of a path. */
export function hasName(names) {
    if (names.length === 0)
        return () => false;
    const pattern = new RegExp(`(?:^|/)(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(?:/|$)`);
    return (path) => pattern.test(path);
}
/** More text is no list that people keep; its patterns may take for ever. */
const longestIgnoreFile = 64 * 1024;
/** Whether the ignore file leaves a path of the context out, as BuildKit reads it; all, where it is too long to tell. */
export function ignoredBy({ ignoreText }) {
    if (ignoreText === null)
        return () => false;
    if (ignoreText.length > longestIgnoreFile)
        return () => true;
    const patterns = dockerignore.default({ ignorecase: false }).add(ignoreText.replace(/^\uFEFF/, ''));
    return (path) => patterns.ignores(path);
}
/** Adds lines to the ignore file, behind what it says; makes it where there is none. */
export function appendIgnores({ ignoreFile, ignoreText }, patterns) {
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
