import { matching, type PackageFormat } from './format.ts';
import { stanzaPackages } from './stanzas.ts';

/** Alpine's and Wolfi's packages. */
export const apk: PackageFormat = {
  name: 'apk',
  find: (view) =>
    [...matching(view, /^(?:usr\/)?lib\/apk\/db\/installed$/)].flatMap(([, text]) => stanzaPackages('apk', text, view)),
};
