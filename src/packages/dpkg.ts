import {
  type Alternatives,
  type FileView,
  label,
  matching,
  type PackageFormat,
  type Relations,
  visible,
} from './format.ts';

/**
 * Debian's packages: `status` and `info/*.list` (dpkg(1), deb-control(5)); distroless images have a file for each package
 * in `status.d`, and its files in `<package>.md5sums` beside it.
 */
export const dpkg: PackageFormat = {
  name: 'dpkg',
  find(view) {
    const divert = diversions(view);
    const automatic = automaticallyInstalled(view);
    return [...installed(view)].map(({ name, version, architecture, fields, files }) => ({
      manager: 'dpkg',
      name: label(name) ?? name,
      version: label(version),
      architecture: label(architecture),
      files: visible(
        view,
        files.map((path) => divert(path, name)),
      ),
      relations: relationsOf(name, fields, automatic(name, architecture)),
    }));
  },
};

interface Stanza {
  readonly name: string;
  readonly version: string | undefined;
  readonly architecture: string | undefined;
  readonly fields: Fields;
}

type Fields = ReadonlyMap<string, string>;

/** The paths are as the list has them: directories are among them. */
interface Installed extends Stanza {
  readonly files: readonly string[];
}

const info = 'var/lib/dpkg/info';

function* installed(view: FileView): Generator<Installed> {
  for (const [, text] of matching(view, /^var\/lib\/dpkg\/status$/)) {
    for (const stanza of stanzas(text)) {
      // Of a package that was removed but not purged only settings are left, and its list tells of those.
      if (!/ installed$/.test(stanza.fields.get('Status') ?? '')) continue;
      const { name, architecture } = stanza;
      const list =
        view.collected.get(`${info}/${name}:${architecture}.list`) ?? view.collected.get(`${info}/${name}.list`);
      yield { ...stanza, files: pathLines(list) };
    }
  }
  for (const [[path], text] of matching(view, /^var\/lib\/dpkg\/status\.d\/.+(?<!\.md5sums)$/)) {
    for (const stanza of stanzas(text)) yield { ...stanza, files: pathLines(view.collected.get(`${path}.md5sums`)) };
  }
}

function* stanzas(text: string): Generator<Stanza> {
  for (const stanza of text.split(/\n\n+/)) {
    const fields = new Map(
      stanza.split('\n').map((line): [string, string] => {
        const [key = '', ...value] = line.split(': ');
        return [key, value.join(': ').trimEnd()];
      }),
    );
    const name = fields.get('Package');
    if (!name) continue;
    yield {
      name,
      version: fields.get('Version'),
      architecture: fields.get('Architecture'),
      fields,
    };
  }
}

/**
 * Which packages apt installed because of others (`Auto-Installed` of apt-mark(8)). A package that is not mentioned was
 * asked for; where apt keeps no such file, that is not known.
 */
function automaticallyInstalled(view: FileView): (name: string, architecture: string | undefined) => boolean | null {
  const content = view.collected.get('var/lib/apt/extended_states');
  if (content === undefined) return () => null;
  const automatic = new Set<string>();
  for (const { name, architecture, fields } of stanzas(content.toString('latin1'))) {
    // One for all architectures stands there with the machine's.
    if (fields.get('Auto-Installed') === '1') automatic.add(`${name}:${architecture}`).add(`${name}:all`);
  }
  return (name, architecture) => automatic.has(`${name}:${architecture}`);
}

const relationsOf = (name: string, fields: Fields, automatic: boolean | null): Relations => ({
  needs: [...alternatives(fields.get('Pre-Depends')), ...alternatives(fields.get('Depends'))],
  wants: alternatives(fields.get('Recommends')),
  provides: [name, ...alternatives(fields.get('Provides')).flat()],
  automatic,
  essential: fields.get('Essential') === 'yes',
});

/** `a | b, c:any (>= 1)` (deb-control(5)); versions are met by what is installed, or dpkg would not have installed it. */
const alternatives = (relation = ''): Alternatives[] =>
  relation
    .split(',')
    .map((group) => group.split('|').map(nameOf).filter(Boolean))
    .filter((group) => group.length > 0);

const nameOf = (word: string): string => /^[^\s:(]*/.exec(word.trim())?.[0] ?? '';

const pathLines = (content: Buffer | undefined): string[] =>
  content?.toString('latin1').split('\n').filter(Boolean) ?? [];

/** `diversions` holds three lines each: the path, where it goes, the package whose own file stays (`:` none). */
function diversions(view: FileView): (path: string, owner: string) => string {
  const lines = pathLines(view.collected.get('var/lib/dpkg/diversions'));
  const diverted = new Map<string, { readonly to: string; readonly by: string }>();
  for (let at = 0; at + 2 < lines.length; at += 3) {
    const [from = '', to = '', by = ''] = lines.slice(at, at + 3);
    diverted.set(from, { to, by });
  }
  return (path, owner) => {
    const diversion = diverted.get(path);
    return diversion === undefined || diversion.by === owner ? path : diversion.to;
  };
}
