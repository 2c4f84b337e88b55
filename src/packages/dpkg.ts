import { type FileView, label, matching, type PackageFormat, visible } from './format.ts';

/**
 * Debian's packages: `status` and `info/*.list` (dpkg(1), deb-control(5)); distroless images have a file for each package
 * in `status.d`, and its files in `<package>.md5sums` beside it.
 */
export const dpkg: PackageFormat = {
  name: 'dpkg',
  find(view) {
    const divert = diversions(view);
    return [...installed(view)].map(({ name, version, architecture, files }) => ({
      manager: 'dpkg',
      name: label(name) ?? name,
      version: label(version),
      architecture: label(architecture),
      files: visible(
        view,
        files.map((path) => divert(path, name)),
      ),
    }));
  },
};

interface Stanza {
  readonly name: string;
  readonly version: string | undefined;
  readonly architecture: string | undefined;
  readonly status: string | undefined;
}

/** The paths are as the list has them: directories are among them. */
interface Installed extends Stanza {
  readonly files: readonly string[];
}

const info = 'var/lib/dpkg/info';

function* installed(view: FileView): Generator<Installed> {
  for (const [, text] of matching(view, /^var\/lib\/dpkg\/status$/)) {
    for (const stanza of stanzas(text)) {
      // Of a package that was removed but not purged only settings are left, and its list tells of those.
      if (!/ installed$/.test(stanza.status ?? '')) continue;
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
      status: fields.get('Status'),
    };
  }
}

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
