import { globOf } from "../compare/glob.js";
import { programWords } from "./commands.js";
const extension = /\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz|tzst|zip|7z)$/i;
/** The innermost of nested ones: each is looked at once, however many are opened. */
const variable = /\$(?:\w+|\{[^{}]*\}|\([^()]*\))/g;
/** What stands behind the last `/` of a path or an address, without the latter's query. */
export const fileName = (word) => (/^https?:/.test(word) ? word.replace(/[?#].*$/, '') : word).replace(/^.*\//, '');
/** By a name of which more is known than that it ends in `.zip`. */
export function isArchive(word) {
    const name = fileName(word).replace(variable, '');
    return /\w/.test(name.slice(0, extension.exec(name)?.index ?? 0));
}
/** The archive that a command unpacks, as it is written; null: none, its input, or one without an archive's name. */
export function unpackedBy(command) {
    const [program, ...words] = programWords(command);
    const word = unpackers.get(program ?? '')?.(words) ?? null;
    return word !== null && isArchive(word) ? word : null;
}
const firstArchive = (words) => words.find((word) => !word.startsWith('-') && isArchive(word));
/** `tar xzf a.tgz`, `tar -C /opt -x -f a.tgz`, `tar --extract --file=a.tgz`. */
const tarArchive = (words) => {
    const isCluster = (word, at) => /^-[a-zA-Z]/.test(word) || (at === 0 && /^[a-zA-Z]+$/.test(word));
    const clusters = words.filter(isCluster);
    const unpacks = clusters.some((word) => word.includes('x')) || words.includes('--extract') || words.includes('--get');
    if (!unpacks)
        return undefined;
    const long = words.find((word) => word.startsWith('--file='))?.slice('--file='.length);
    const at = words.findIndex((word, place) => word === '--file' || (isCluster(word, place) && word.includes('f')));
    return long ?? (at < 0 ? undefined : words[at + 1]);
};
const unpackers = new Map([
    ...['tar', 'bsdtar', 'gtar'].map((program) => [program, tarArchive]),
    ['unzip', firstArchive],
    ...['7z', '7za', '7zr'].map((program) => [program, (words) => (words[0] === 'x' ? firstArchive(words) : undefined)]),
]);
/** The files that an archive's name may stand for: wherever its folder is not known, and with any value of a variable. */
export function filesNamed(word) {
    const [folder, name] = [word.slice(0, -fileName(word).length), fileName(word).replace(variable, '*')];
    const path = folder.startsWith('/') && !folder.includes('$') ? `${folder.slice(1)}${name}` : `**/${name}`;
    const bytes = Buffer.from(path, 'utf8').toString('latin1');
    return globOf(bytes, '/');
}
