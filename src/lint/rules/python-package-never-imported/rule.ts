import { neverLoaded } from '../../loaded.ts';
import type { Rule } from '../../rule.ts';
import { unneededPackages } from '../../unneeded.ts';

/** What is unpickled may be of any module. */
const blinding = ['pickle', 'cloudpickle', 'dill', 'joblib'];

export const pythonPackageNeverImported: Rule = unneededPackages({
  name: 'python-package-never-imported',
  aliases: [],
  managers: ['python'],
  isMeant: () => true,
  isUsed: (_name, { installed }) => installed === null,
  choose: (asked, image) => neverLoaded(asked, image, { blinding, areBlindingAnywhere: false, hasToBeSeen: true }),
  message: (names) =>
    `${names}: no source, script or command of the image imports or names it; leave it out, unless something loads it by a name that does not stand there`,
});
