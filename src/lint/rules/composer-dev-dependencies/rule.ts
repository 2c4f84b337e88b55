import type { ShellCommand } from '../../../model/dockerfile.ts';
import { programWords } from '../../commands.ts';
import { developmentDependencies } from '../../development.ts';
import type { Rule } from '../../rule.ts';

export const composerDevDependencies: Rule = developmentDependencies({
  name: 'composer-dev-dependencies',
  installer: 'composer',
  message: 'packages that `composer.json` has for development are in the image: `composer install --no-dev`',
  isCulprit: installsAll,
  option: '--no-dev',
  runners: ['composer', 'composer.phar', 'php'],
});

function installsAll(command: ShellCommand): boolean {
  const words = programWords(command);
  const isComposer = words.slice(0, 2).some((word) => /^(?:.*\/)?composer(?:\.phar)?$/.test(word));
  return isComposer && (words.includes('install') || words.includes('update')) && !words.includes('--no-dev');
}
