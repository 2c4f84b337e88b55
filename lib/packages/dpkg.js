import { label, matching, visible, } from "./format.js";
/**
 * Debian's packages: `status` and `info/*.list` (dpkg(1), deb-control(5)); distroless images have a file for each package
 * in `status.d`, and its files in `<package>.md5sums` beside it.
 */
export const dpkg = {
    name: 'dpkg',
    find(view) {
        const divert = diversions(view);
        const automatic = automaticallyInstalled(view);
        return [...installed(view)].map(({ name, version, architecture, fields, files }) => ({
            manager: 'dpkg',
            name: label(name) ?? name,
            version: label(version),
            architecture: label(architecture),
            files: visible(view, files.map((path) => divert(path, name))),
            relations: relationsOf(name, fields, automatic(name, architecture)),
        }));
    },
};
const info = 'var/lib/dpkg/info';
function* installed(view) {
    for (const [, text] of matching(view, /^var\/lib\/dpkg\/status$/)) {
        for (const stanza of stanzas(text)) {
            // Of a package that was removed but not purged only settings are left, and its list tells of those.
            if (!/ installed$/.test(stanza.fields.get('Status') ?? ''))
                continue;
            const { name, architecture } = stanza;
            const list = view.collected.get(`${info}/${name}:${architecture}.list`) ?? view.collected.get(`${info}/${name}.list`);
            yield { ...stanza, files: pathLines(list) };
        }
    }
    for (const [[path], text] of matching(view, /^var\/lib\/dpkg\/status\.d\/.+(?<!\.md5sums)$/)) {
        for (const stanza of stanzas(text))
            yield { ...stanza, files: pathLines(view.collected.get(`${path}.md5sums`)) };
    }
}
function* stanzas(text) {
    for (const stanza of text.split(/\n\n+/)) {
        const fields = new Map(stanza.split('\n').map((line) => {
            const [key = '', ...value] = line.split(': ');
            return [key, value.join(': ').trimEnd()];
        }));
        const name = fields.get('Package');
        if (!name)
            continue;
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
function automaticallyInstalled(view) {
    const content = view.collected.get('var/lib/apt/extended_states');
    if (content === undefined)
        return () => null;
    const automatic = new Set();
    for (const { name, architecture, fields } of stanzas(content.toString('latin1'))) {
        // One for all architectures stands there with the machine's.
        if (fields.get('Auto-Installed') === '1')
            automatic.add(`${name}:${architecture}`).add(`${name}:all`);
    }
    return (name, architecture) => automatic.has(`${name}:${architecture}`);
}
const relationsOf = (name, fields, automatic) => ({
    needs: [...alternatives(fields.get('Pre-Depends')), ...alternatives(fields.get('Depends'))],
    wants: alternatives(fields.get('Recommends')),
    provides: [name, ...alternatives(fields.get('Provides')).flat()],
    automatic,
    essential: fields.get('Essential') === 'yes',
});
/** `a | b, c:any (>= 1)` (deb-control(5)); versions are met by what is installed, or dpkg would not have installed it. */
const alternatives = (relation = '') => relation
    .split(',')
    .map((group) => group.split('|').map(nameOf).filter(Boolean))
    .filter((group) => group.length > 0);
const nameOf = (word) => /^[^\s:(]*/.exec(word.trim())?.[0] ?? '';
const pathLines = (content) => content?.toString('latin1').split('\n').filter(Boolean) ?? [];
/** `diversions` holds three lines each: the path, where it goes, the package whose own file stays (`:` none). */
function diversions(view) {
    const lines = pathLines(view.collected.get('var/lib/dpkg/diversions'));
    const diverted = new Map();
    for (let at = 0; at + 2 < lines.length; at += 3) {
        const [from = '', to = '', by = ''] = lines.slice(at, at + 3);
        diverted.set(from, { to, by });
    }
    return (path, owner) => {
        const diversion = diverted.get(path);
        return diversion === undefined || diversion.by === owner ? path : diversion.to;
    };
}
