import { type Alternatives, type FileView, matching, type PackageFormat, type Relations } from './format.ts';
import { stanzaPackages } from './stanzas.ts';

/** Alpine's and Wolfi's packages. */
export const apk: PackageFormat = {
  name: 'apk',
  find(view) {
    const askedFor = world(view);
    return [...matching(view, /^(?:usr\/)?lib\/apk\/db\/installed$/)].flatMap(([, text]) =>
      stanzaPackages('apk', text, view, (name, lines) => relationsOf(name, lines, askedFor)),
    );
  },
};

/** What was asked for (apk-world(5)): `name`, `name<1.2`, `name@edge`; null where that is not known. */
function world(view: FileView): ReadonlySet<string> | null {
  const content = view.collected.get('etc/apk/world');
  return content === undefined ? null : new Set(words(content.toString('latin1')).map(nameOf));
}

/** `D:` has what it needs, `p:` what it provides: names, `so:`, `cmd:` and `pc:` alike. */
function relationsOf(name: string, lines: readonly string[], askedFor: ReadonlySet<string> | null): Relations {
  const field = (key: string) => words(lines.find((line) => line.startsWith(`${key}:`))?.slice(2) ?? '');
  const provides = [name, ...field('p').map(nameOf)];
  return {
    needs: field('D')
      .filter((word) => !word.startsWith('!'))
      .map((word): Alternatives => [nameOf(word)]),
    wants: [],
    provides,
    automatic: askedFor === null ? null : !provides.some((each) => askedFor.has(each)),
    essential: false,
  };
}

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const nameOf = (word: string): string => /^[^<>=~@]*/.exec(word)?.[0] ?? '';
