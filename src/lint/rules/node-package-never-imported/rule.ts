import { neverLoaded } from '../../loaded.ts';
import type { Rule } from '../../rule.ts';
import { unneededPackages } from '../../unneeded.ts';

export const nodePackageNeverImported: Rule = unneededPackages({
  name: 'node-package-never-imported',
  aliases: [],
  managers: ['node'],
  isMeant: () => true,
  isUsed: (_name, { installed }) => installed === null,
  choose(asked, image) {
    const dependencies = asked.filter(({ relations }) => relations.automatic === false);
    return neverLoaded(dependencies, image, { blinding: [], areBlindingAnywhere: false, hasToBeSeen: true });
  },
  message: (names) =>
    `${names}: among the \`dependencies\`, but no source, script or command of the image imports or names it; take it out, unless something loads it by a name that does not stand there`,
});
