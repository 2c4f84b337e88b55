import { programWords } from "../../commands.js";
import { developmentDependencies } from "../../development.js";
export const composerDevDependencies = developmentDependencies({
    name: 'composer-dev-dependencies',
    installer: 'composer',
    message: 'packages that `composer.json` has for development are in the image: `composer install --no-dev`',
    isCulprit: installsAll,
    option: '--no-dev',
    runners: ['composer', 'composer.phar', 'php'],
});
function installsAll(command) {
    const words = programWords(command);
    const isComposer = words.slice(0, 2).some((word) => /^(?:.*\/)?composer(?:\.phar)?$/.test(word));
    return isComposer && (words.includes('install') || words.includes('update')) && !words.includes('--no-dev');
}
