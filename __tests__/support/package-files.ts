/** A package of a lint case: the bytes of its one file, what it needs and wants, whether somebody asked for it. */
export interface PackageSpec {
  readonly size?: number;
  /** Its files, the first with all of its bytes; what `layers` say of them holds. Unless given, one of no kind. */
  readonly files?: readonly string[];
  readonly version?: string;
  readonly needs?: readonly string[];
  readonly wants?: readonly string[];
  readonly automatic?: boolean;
}

export type PackageSpecs = Readonly<Record<string, PackageSpec>>;

export type CaseManager = 'dpkg' | 'apk' | 'python';

/** A layer's files with their sizes, and what is collected of them; databases are empty, so that prices are round. */
export interface PackageFiles {
  readonly sizes: Readonly<Record<string, number>>;
  readonly collected: ReadonlyMap<string, Buffer>;
}

/** What a manager writes when it installs `added` beside the packages that are there. */
export function packageFiles(manager: CaseManager, added: PackageSpecs, before: PackageSpecs): PackageFiles {
  const contents = writers[manager](added, { ...before, ...added });
  const files = Object.entries(added).flatMap(([name, spec]) =>
    filesOf(name, spec).map((path, at): [string, number] => [path, at === 0 ? (spec.size ?? 0) : 0]),
  );
  return {
    sizes: { ...Object.fromEntries(Object.keys(contents).map((path) => [path, 0])), ...Object.fromEntries(files) },
    collected: new Map(Object.entries(contents).map(([path, content]) => [path, Buffer.from(content)])),
  };
}

const filesOf = (name: string, { files = [`opt/${name}/file`] }: PackageSpec): readonly string[] => files;

const lines = (paths: readonly string[]): string => paths.map((path) => `/${path}\n`).join('');

type Writer = (added: PackageSpecs, all: PackageSpecs) => Record<string, string>;

const stanzas = (packages: PackageSpecs, stanza: (name: string, spec: PackageSpec) => readonly string[]): string =>
  Object.entries(packages)
    .map(([name, spec]) => `${stanza(name, spec).join('\n')}\n\n`)
    .join('');

const dpkg: Writer = (added, all) => ({
  'var/lib/dpkg/status': stanzas(all, (name, { version = '1', needs = [], wants = [] }) => [
    `Package: ${name}`,
    'Status: install ok installed',
    'Architecture: amd64',
    `Version: ${version}`,
    `Depends: ${needs.join(', ')}`,
    `Recommends: ${wants.join(', ')}`,
  ]),
  'var/lib/apt/extended_states': stanzas(all, (name, { automatic = false }) => [
    `Package: ${name}`,
    'Architecture: amd64',
    `Auto-Installed: ${automatic ? 1 : 0}`,
  ]),
  ...Object.fromEntries(
    Object.entries(added).map(([name, spec]) => [`var/lib/dpkg/info/${name}.list`, lines(filesOf(name, spec))]),
  ),
});

const apk: Writer = (_added, all) => ({
  'lib/apk/db/installed': stanzas(all, (name, { size, version = '1', needs = [] }) => [
    `P:${name}`,
    `V:${version}`,
    `D:${needs.join(' ')}`,
    ...(size === undefined ? [] : [`F:opt/${name}`, 'R:file']),
  ]),
  'etc/apk/world': Object.keys(all)
    .filter((name) => !all[name]?.automatic)
    .join('\n'),
});

const python: Writer = (added) =>
  Object.fromEntries(
    Object.entries(added).flatMap(([name, spec]) => {
      const { version = '1', needs = [], automatic = false } = spec;
      const folder = `usr/lib/python3.11/site-packages/${name}-${version}.dist-info`;
      const requirements = needs.map((need) => `Requires-Dist: ${need}\n`);
      return [
        [`${folder}/METADATA`, `Name: ${name}\nVersion: ${version}\n${requirements.join('')}`],
        [`${folder}/INSTALLER`, 'pip\n'],
        [`${folder}/RECORD`, `${name}-${version}.dist-info/METADATA\n${lines(filesOf(name, spec))}`],
        ...(automatic ? [] : [[`${folder}/REQUESTED`, '']]),
      ];
    }),
  );

const writers: Readonly<Record<CaseManager, Writer>> = { dpkg, apk, python };
