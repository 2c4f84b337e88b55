import { installsOf } from '../../installs.ts';
import { neverLoaded } from '../../loaded.ts';
import type { Rule } from '../../rule.ts';
import { type Use, unneededPackages } from '../../unneeded.ts';
import { leaveOut } from '../../unneeded-fixes.ts';

/** Libraries; those of the C library, and of services that are found by their settings, are opened by name. */
const library = /^lib(?!c6|c-|c-bin|nss|pam|gcc-s1|stdc)(?!.*-(?:dev|dbg|doc|bin|utils|tools|perl|java)$)/;

/** Java and .NET keep the names of what they open where nobody looks. */
const blinding = ['libjvm', 'libcoreclr', 'libhostfxr', 'libmonosgen-2'];

export const sharedLibraryNeverLinked: Rule = unneededPackages({
  name: 'shared-library-never-linked',
  aliases: [],
  managers: ['dpkg', 'apk'],
  isMeant: (name) => library.test(name),
  isUsed: (name, use) => use.installed === null || !isAskedFor(name, use),
  choose: (asked, image) => neverLoaded(asked, image, { blinding, areBlindingAnywhere: true, hasToBeSeen: false }),
  message: (names) =>
    `${names}: no program or library of the image is linked to it, and no text in them or in a source names it; leave it out, unless a program opens it (dlopen) by a name that it puts together`,
  fix: leaveOut,
});

const isAskedFor = (name: string, { instruction }: Use): boolean =>
  (['dpkg', 'apk'] as const).some((manager) =>
    installsOf(instruction, manager).some(({ names }) => names.includes(name)),
  );
