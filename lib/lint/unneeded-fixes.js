import { runs } from "./commands.js";
import { insertBehind, insertCommand } from "./edits.js";
import { virtualName } from "./installs.js";
import { replaceAt, textAt } from "./removals.js";
import { runsBehind } from "./use.js";
/** Leaves what is not needed out of the commands that name it; null where that is not to be seen, or nothing would be left. */
export function leaveOut(subject, { installs, names }) {
    const isSeen = names.every((name) => installs.some((install) => install.names.includes(name)));
    if (!isSeen || installs.some(({ command }) => virtualName(command) !== null))
        return null;
    const edits = installs.flatMap((install) => withoutNames(subject, install));
    return edits.every((edit) => edit !== null) ? { safe: false, edits } : null;
}
/**
 * What the RUN itself still needs is removed when it is done; where a later one may need it, there is no such edit. What
 * the RUN does not use is left out.
 */
export function removeAfterUse(subject, found) {
    const { instruction, installs, kept } = found;
    if (kept === null || instruction.keyword !== 'RUN' || runsBehind(subject, instruction).length > 0)
        return null;
    const last = instruction.commands.at(-1);
    const install = installs.at(-1);
    if (last === undefined || install === undefined)
        return null;
    const behind = instruction.commands.slice(instruction.commands.indexOf(install.command) + 1);
    if (behind.every((command) => runs(command, ['rm', 'apt-get', 'apt', 'true'])))
        return leaveOut(subject, found);
    const edit = insertCommand(subject, instruction, last, removalOf(found, kept));
    return edit === null ? null : { safe: false, edits: [edit] };
}
/** Removes packages and what came with them, less what is of use. */
function removalOf({ manager, names }, kept) {
    const [gone, stays] = [names.join(' '), kept.join(' ')];
    if (manager === 'apk')
        return `${stays && `apk add --no-cache ${stays} && `}apk del --no-cache ${gone}`;
    return `${stays && `apt-mark manual ${stays} && `}apt-get purge -y --auto-remove ${gone}`;
}
/** The edits that take the names out of a command; none of it where it would name nothing any more. */
function withoutNames(subject, { command, names }) {
    const others = command.words.filter((word) => !word.startsWith('-') && !names.includes(nameIn(word)));
    // The program and its subcommand are always left.
    if (others.length <= 2 + (command.words[0] === 'sudo' ? 1 : 0))
        return [null];
    return names.map((name) => {
        const place = placeOf(subject, command, name);
        return place === null ? null : replaceAt(subject, place.withSpace, '');
    });
}
/** Adds to a package's name in a command; null where the name does not stand there once. */
export function extendName(subject, command, name, addition) {
    const place = placeOf(subject, command, name);
    return place === null ? null : insertBehind(subject, place.name, addition);
}
/** Where a command names a package; null where that is in quotes, or not once. */
function placeOf(subject, { range }, name) {
    const text = textAt(subject, range);
    const words = [...text.matchAll(/(?:[ \t]|\\\r?\n)+([^\s\\]+)(?=\s|\\|$)/g)];
    const [match, ...more] = words.filter(([, word = '']) => nameIn(word) === name);
    if (match === undefined || more.length > 0)
        return null;
    const [{ length }, word = ''] = match;
    const start = match.index + length - word.length;
    return {
        name: rangeWithin(range, text, start, start + name.length),
        withSpace: rangeWithin(range, text, match.index, match.index + length),
    };
}
const nameIn = (word) => word.split(/[=:/@<>~[]/)[0] ?? '';
/** The range of a part of the text that stands at `range`. */
function rangeWithin(range, text, start, end) {
    const positionOf = (at) => {
        const lines = text.slice(0, at).split('\n');
        const column = (lines.at(-1) ?? '').length;
        return { line: range.firstLine + lines.length - 1, column: column + (lines.length === 1 ? range.firstColumn : 1) };
    };
    const [first, last] = [positionOf(start), positionOf(end)];
    return { firstLine: first.line, firstColumn: first.column, lastLine: last.line, lastColumn: last.column };
}
