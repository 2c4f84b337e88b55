import { formatPercent } from "../units.js";
import { truncate, visible } from "./escape.js";
import { plural, sizeText } from "./figures.js";
import { painter, terminalTable, wrap } from "./terminal-text.js";
/** Text from an image: nothing in it moves the cursor, and it ends. */
const shown = (text) => (text === null ? '-' : truncate(visible(text), 200));
/** Rows that a reader still takes in. */
const longestTable = 40;
/** Packages, the largest first, then where the rest lies; all rows together are the live bytes. Ends with a line break. */
export function renderPackages({ packages, unowned }, { color, width }) {
    const paint = painter(color);
    const live = bytesOf(packages) + bytesOf(unowned);
    const figures = (bytes) => [sizeText(bytes), live === 0 ? '-' : formatPercent((100 * bytes) / live)];
    const summary = `${plural(packages.length, 'package')} ${packages.length === 1 ? 'owns' : 'own'} ${sizeText(bytesOf(packages))} ` +
        `of ${sizeText(live)} that can be seen`;
    const rows = packages
        .slice(0, longestTable)
        .map(({ diskBytes, manager, version, name }) => [...figures(diskBytes), manager, shown(version), shown(name)]);
    const smaller = packages.slice(longestTable);
    const more = smaller.length === 0 ? [] : [[...figures(bytesOf(smaller)), '', '', `${smaller.length} smaller`]];
    const rest = unowned.map(({ diskBytes, directory }) => [...figures(diskBytes), { path: shown(directory) }]);
    const tables = [
        rows.length === 0
            ? ''
            : terminalTable(['DISK', 'SHARE', 'KIND', 'VERSION', 'PACKAGE'], [...rows, ...more], width, paint),
        rest.length === 0 ? '' : terminalTable(['DISK', 'SHARE', 'OWNED BY NO PACKAGE'], rest, width, paint),
    ];
    const parts = [wrap(summary, width, (line) => paint('bold', line)), ...tables];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
const bytesOf = (rows) => rows.reduce((sum, { diskBytes }) => sum + diskBytes, 0);
