import { reduceRpmDatabase } from "./rpm-database.js";
const mebibyte = 1024 ** 2;
const whole = (content) => content;
/** The lines that match, and the empty ones, which end a stanza. */
const lines = (wanted) => (content) => Buffer.from(content
    .toString('latin1')
    .split('\n')
    .filter((line) => line === '' || wanted.test(line))
    .join('\n'), 'latin1');
/** The lines that match up to the first empty one, behind which a description follows. */
const header = (wanted) => (content) => {
    const end = content.indexOf('\n\n');
    return lines(wanted)(end < 0 ? content : content.subarray(0, end));
};
/** dpkg's stanzas: what of their packages depends on what, without versions. */
const dpkgStanzas = (content) => Buffer.from(lines(/^(?:Package|Version|Architecture|Status|Essential|Pre-Depends|Depends|Recommends|Provides): /)(content)
    .toString('latin1')
    .replaceAll(/ \([^()\n]*\)/g, ''), 'latin1');
/** The paths of `md5sum` lines: 32 digits, two spaces, path. */
const withoutMd5 = (content) => Buffer.from(content.toString('latin1').replaceAll(/^[0-9a-f]{32} [ *]/gm, ''), 'latin1');
/** The first column of comma-separated values, one per line, unquoted (RFC 4180); a path has no line break. */
const firstColumn = (content) => Buffer.from(content
    .toString('latin1')
    .split(/\r?\n/)
    .map((line) => (line.startsWith('"') ? quotedCell(line) : line.slice(0, unquotedEnd(line))))
    .join('\n'), 'latin1');
const quotedCell = (line) => /^"((?:[^"]|"")*)/.exec(line)?.[1]?.replaceAll('""', '"') ?? '';
const unquotedEnd = (line) => {
    const comma = line.indexOf(',');
    return comma < 0 ? line.length : comma;
};
/** A package.json's name and version, a line each. */
const nameAndVersion = (content) => {
    const json = parseJson(content);
    const read = (key) => {
        const value = propertyOf(json, key);
        return typeof value === 'string' ? value.replaceAll('\n', ' ') : '';
    };
    return Buffer.from(`${read('name')}\n${read('version')}`);
};
/** The folders of what composer installed for development alone, as seen from its own, a line each (composer 2). */
const composerFolders = (content) => {
    const json = parseJson(content);
    const [packages, names] = ['packages', 'dev-package-names'].map((key) => propertyOf(json, key));
    if (!Array.isArray(packages) || !Array.isArray(names))
        return Buffer.of();
    const isDevelopment = new Set(names);
    const folders = packages
        .filter((told) => isDevelopment.has(propertyOf(told, 'name')))
        .map((told) => propertyOf(told, 'install-path'))
        .filter((folder) => typeof folder === 'string' && !folder.includes('\n'));
    return Buffer.from(folders.join('\n'));
};
const propertyOf = (value, key) => typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
/** The folders that npm's lock of what it installed says are there for development alone, a line each. */
const developmentFolders = (content) => {
    const packages = propertyOf(parseJson(content), 'packages');
    const folders = Object.entries(packages ?? {}).filter(([folder, told]) => told?.dev === true && !folder.includes('\n'));
    return Buffer.from(folders.map(([folder]) => folder).join('\n'));
};
function parseJson(content) {
    try {
        return JSON.parse(content.toString('utf8'));
    }
    catch {
        return null;
    }
}
export const collectedFiles = [
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
    {
        path: /(?:^|\/)[^/]+\.egg-info\/(?:installed-files|top_level|requires)\.txt$/,
        maxBytes: 16 * mebibyte,
        reduce: whole,
    },
    {
        path: /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@]+\/package\.json$/,
        maxBytes: 4 * mebibyte,
        reduce: nameAndVersion,
    },
    { path: /(?:^|\/)node_modules\/\.package-lock\.json$/, maxBytes: 32 * mebibyte, reduce: developmentFolders },
    { path: /(?:^|\/)vendor\/composer\/installed\.json$/, maxBytes: 32 * mebibyte, reduce: composerFolders },
    { path: /(?:^|\/)specifications\/(?:default\/)?[^/]+\.gemspec$/, maxBytes: mebibyte, reduce: lines(/^# stub: /) },
];
/** One test for the many paths that are none of ours. */
const anyPath = new RegExp(collectedFiles.map(({ path }) => path.source).join('|'));
/** How a path's content is to be collected; null for nearly all. */
export function collectedFile(path) {
    return anyPath.test(path) ? (collectedFiles.find((file) => file.path.test(path)) ?? null) : null;
}
