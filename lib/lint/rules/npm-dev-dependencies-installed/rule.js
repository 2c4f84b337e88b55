import { programWords, subcommandOf } from "../../commands.js";
import { developmentDependencies } from "../../development.js";
export const npmDevDependenciesInstalled = developmentDependencies({
    name: 'npm-dev-dependencies-installed',
    installer: 'npm',
    message: 'packages that `package.json` has for development are in the image: `npm ci --omit=dev`, in another stage than what builds with them',
    isCulprit: installsAll,
    option: '--omit=dev',
    runners: ['npm', 'npx', 'pnpm', 'yarn', 'tsc', 'vite', 'webpack', 'ng', 'next', 'nest'],
});
const installing = ['ci', 'install', 'i', 'clean-install', 'install-clean'];
function installsAll(command) {
    const [program, ...words] = programWords(command);
    const says = words.some((word) => /^--(?:omit=dev|production|prod|only=prod(?:uction)?)$/.test(word));
    const isGlobal = words.includes('-g') || words.includes('--global');
    return program === 'npm' && installing.includes(subcommandOf(command) ?? '') && !says && !isGlobal;
}
