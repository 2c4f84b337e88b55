import { unneededPackages } from "../../unneeded.js";
import { removeAfterUse } from "../../unneeded-fixes.js";
import { isProgramUsed, runsLater } from "../../use.js";
/** Packages of Debian and of Alpine, and what they are called by. */
const programsOf = {
    git: ['git'],
    'git-lfs': ['git'],
    subversion: ['svn'],
    mercurial: ['hg'],
    curl: ['curl'],
    wget: ['wget'],
    aria2: ['aria2c'],
};
/** They fetch what a lock or a requirement names from repositories of git. */
const installers = [
    'npm',
    'npx',
    'yarn',
    'pnpm',
    'bun',
    'pip',
    'pip3',
    'uv',
    'poetry',
    'pdm',
    'go',
    'cargo',
    'composer',
    'bundle',
    'mix',
];
/** Libraries that call git. */
const modules = ['gitpython', 'pygit', 'dulwich', 'dvc', 'mlflow', 'setuptools-scm'];
export const vcsOrDownloaderInFinalImage = unneededPackages({
    name: 'vcs-or-downloader-in-final-image',
    aliases: ['DL4001', 'DS-0014'],
    managers: ['dpkg', 'apk'],
    isMeant: (name) => Object.hasOwn(programsOf, name),
    isUsed: (name, use) => use.installed === null || isUsed(name, use),
    message: (names) => `${names}: once everything is fetched, an image needs none of it: fetch by \`ADD\` or in another stage, or remove it in the same RUN`,
    fix: removeAfterUse,
});
function isUsed(name, use) {
    const isGit = name.startsWith('git');
    const python = use.installed?.graphOf('python');
    return (isProgramUsed(programsOf[name] ?? [], use) ||
        (isGit && runsLater(installers, use)) ||
        (isGit && modules.some((module) => python !== undefined && python.find(module).length > 0)));
}
