import { reduceInstalled } from './package-json.ts';
import { reduceRpmDatabase } from './rpm-database.ts';

/**
 * The files that tell which package owns what: captured while a layer streams by, reduced to what is read of them. They
 * stay with the layer's index, so that a layer need not be read again for its packages. Hashes and descriptions go: they
 * are most of the bytes, and do not compress.
 *
 * What is kept belongs to the format of baseline records: raise `collectedVersion` of the codec with any change here.
 */
export interface CollectedFile {
  /** Of the path without a leading slash. */
  readonly path: RegExp;
  /** A larger file is passed over. */
  readonly maxBytes: number;
  /** What is kept of the content. Never throws: what is not as it should be gives nothing. */
  readonly reduce: (content: Buffer) => Buffer;
}

const mebibyte = 1024 ** 2;

const whole = (content: Buffer): Buffer => content;

/** The lines that match, and the empty ones, which end a stanza. */
const lines =
  (wanted: RegExp) =>
  (content: Buffer): Buffer =>
    Buffer.from(
      content
        .toString('latin1')
        .split('\n')
        .filter((line) => line === '' || wanted.test(line))
        .join('\n'),
      'latin1',
    );

/** The lines that match up to the first empty one, behind which a description follows. */
const header =
  (wanted: RegExp) =>
  (content: Buffer): Buffer => {
    const end = content.indexOf('\n\n');
    return lines(wanted)(end < 0 ? content : content.subarray(0, end));
  };

/** dpkg's stanzas: what of their packages depends on what, without versions. */
const dpkgStanzas = (content: Buffer): Buffer =>
  Buffer.from(
    lines(/^(?:Package|Version|Architecture|Status|Essential|Pre-Depends|Depends|Recommends|Provides): /)(content)
      .toString('latin1')
      .replaceAll(/ \([^()\n]*\)/g, ''),
    'latin1',
  );

/** The paths of `md5sum` lines: 32 digits, two spaces, path. */
const withoutMd5 = (content: Buffer): Buffer =>
  Buffer.from(content.toString('latin1').replaceAll(/^[0-9a-f]{32} [ *]/gm, ''), 'latin1');

/** The first column of comma-separated values, one per line, unquoted (RFC 4180); a path has no line break. */
const firstColumn = (content: Buffer): Buffer =>
  Buffer.from(
    content
      .toString('latin1')
      .split(/\r?\n/)
      .map((line) => (line.startsWith('"') ? quotedCell(line) : line.slice(0, unquotedEnd(line))))
      .join('\n'),
    'latin1',
  );

const quotedCell = (line: string): string => /^"((?:[^"]|"")*)/.exec(line)?.[1]?.replaceAll('""', '"') ?? '';

const unquotedEnd = (line: string): number => {
  const comma = line.indexOf(',');
  return comma < 0 ? line.length : comma;
};

/** The folders of what composer installed for development alone, as seen from its own, a line each (composer 2). */
const composerFolders = (content: Buffer): Buffer => {
  const json = parseJson(content);
  const [packages, names] = ['packages', 'dev-package-names'].map((key) => propertyOf(json, key));
  if (!Array.isArray(packages) || !Array.isArray(names)) return Buffer.of();
  const isDevelopment = new Set<unknown>(names);
  const folders = packages
    .filter((told) => isDevelopment.has(propertyOf(told, 'name')))
    .map((told) => propertyOf(told, 'install-path'))
    .filter((folder) => typeof folder === 'string' && !folder.includes('\n'));
  return Buffer.from(folders.join('\n'));
};

const propertyOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;

/** The folders that npm's lock of what it installed says are there for development alone, a line each. */
const developmentFolders = (content: Buffer): Buffer => {
  const packages = propertyOf(parseJson(content), 'packages');
  const folders = Object.entries(packages ?? {}).filter(
    ([folder, told]) => told?.dev === true && !folder.includes('\n'),
  );
  return Buffer.from(folders.map(([folder]) => folder).join('\n'));
};

function parseJson(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return null;
  }
}

export const collectedFiles: readonly CollectedFile[] = [
  {
    path: /^var\/lib\/dpkg\/(?:status|status\.d\/[^/]+(?<!\.md5sums))$/,
    maxBytes: 64 * mebibyte,
    reduce: dpkgStanzas,
  },
  {
    path: /^var\/lib\/apt\/extended_states$/,
    maxBytes: 16 * mebibyte,
    reduce: lines(/^(?:Package|Architecture|Auto-Installed): /),
  },
  { path: /^var\/lib\/dpkg\/status\.d\/[^/]+\.md5sums$/, maxBytes: 16 * mebibyte, reduce: withoutMd5 },
  { path: /^var\/lib\/dpkg\/(?:diversions|info\/[^/]+\.list)$/, maxBytes: 16 * mebibyte, reduce: whole },
  { path: /^(?:usr\/)?lib\/apk\/db\/installed$/, maxBytes: 64 * mebibyte, reduce: lines(/^[PVADFRp]:/) },
  { path: /^etc\/apk\/world$/, maxBytes: mebibyte, reduce: whole },
  {
    path: /^(?:var\/lib\/rpm|usr\/lib\/sysimage\/rpm)\/rpmdb\.sqlite$/,
    maxBytes: 256 * mebibyte,
    reduce: reduceRpmDatabase,
  },
  { path: /(?:^|\/)[^/]+\.dist-info\/RECORD$/, maxBytes: 32 * mebibyte, reduce: firstColumn },
  {
    path: /(?:^|\/)(?:[^/]+\.dist-info\/METADATA|[^/]+\.egg-info(?:\/PKG-INFO)?)$/,
    maxBytes: 4 * mebibyte,
    reduce: header(/^(?:Name|Version|Requires-Dist): /),
  },
  { path: /(?:^|\/)[^/]+\.dist-info\/INSTALLER$/, maxBytes: 256, reduce: whole },
  { path: /(?:^|\/)[^/]+\.(?:dist|egg)-info\/entry_points\.txt$/, maxBytes: mebibyte, reduce: lines(/^\[/) },
  {
    path: /(?:^|\/)[^/]+\.egg-info\/(?:installed-files|top_level|requires)\.txt$/,
    maxBytes: 16 * mebibyte,
    reduce: whole,
  },
  {
    path: /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@]+\/package\.json$/,
    maxBytes: 4 * mebibyte,
    reduce: reduceInstalled,
  },
  { path: /(?:^|\/)node_modules\/\.package-lock\.json$/, maxBytes: 32 * mebibyte, reduce: developmentFolders },
  { path: /(?:^|\/)vendor\/composer\/installed\.json$/, maxBytes: 32 * mebibyte, reduce: composerFolders },
  { path: /(?:^|\/)specifications\/(?:default\/)?[^/]+\.gemspec$/, maxBytes: mebibyte, reduce: lines(/^# stub: /) },
];

/** One test for the many paths that are none of ours. */
const anyPath = new RegExp(collectedFiles.map(({ path }) => path.source).join('|'));

/** How a path's content is to be collected; null for nearly all. */
export function collectedFile(path: string): CollectedFile | null {
  return anyPath.test(path) ? (collectedFiles.find((file) => file.path.test(path)) ?? null) : null;
}
