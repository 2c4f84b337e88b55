import { label, visible } from "./format.js";
/**
 * Packages as apk's database has them: a stanza of lines for each, `P:` name, `V:` version, `A:` architecture, and the
 * files as `F:` directory followed by the `R:` names in it (apk-tools, database.c).
 */
export function stanzaPackages(manager, text, view, relationsOf) {
    return text.split(/\n\n+/).flatMap((stanza) => {
        const lines = stanza.split('\n');
        const field = (key) => label(lines.find((line) => line.startsWith(`${key}:`))?.slice(2));
        const name = field('P');
        if (name === null)
            return [];
        const [version, architecture] = [field('V'), field('A')];
        const files = visible(view, pathsOf(lines));
        return [{ manager, name, version, architecture, files, relations: relationsOf(name, lines) }];
    });
}
function* pathsOf(lines) {
    let directory = '';
    for (const line of lines) {
        if (line.startsWith('F:'))
            directory = line.slice(2);
        else if (line.startsWith('R:'))
            yield `${directory}/${line.slice(2)}`;
    }
}
/** The stanza that `stanzaPackages` reads. What holds a line break is left out. */
export function writeStanza({ name, version, architecture, directories }) {
    const lines = [`P:${name}`, `V:${version}`, ...(architecture === null ? [] : [`A:${architecture}`])];
    for (const [directory, names] of directories)
        lines.push(`F:${directory}`, ...names.map((base) => `R:${base}`));
    return lines.filter((line) => !line.includes('\n')).join('\n');
}
