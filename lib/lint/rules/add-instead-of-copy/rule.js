import { sourcesOf } from "../../copies.js";
import { replaceAt } from "../../removals.js";
import { instructionsOf } from "../../subject.js";
export const addInsteadOfCopy = {
    name: 'add-instead-of-copy',
    aliases: ['DL3020', 'CKV_DOCKER_4', 'CIS-DI-0009'],
    severity: 'info',
    topic: 'practice',
    check: (subject) => checkAll(subject, instructionsOf(subject, 'ADD').filter(isPlainCopy)),
};
/** What ADD does beside: fetches (BuildKit, isHTTPSource and parseGitSource), and unpacks tars. */
const remote = /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@|[\w.-]+\.\w+\/.*\.git(?:#|$))/;
const packed = /\.(?:tar|t?gz|t?bz2?|tbz2|t?xz|t?zst|tlz|lz4?)$/i;
const copyFlags = ['chown', 'chmod', 'link', 'exclude'];
const isPlainCopy = (add) => add.flags.every(({ name }) => copyFlags.includes(name)) &&
    sourcesOf(add).every((source) => !remote.test(source) && !packed.test(source) && !/\$|\*$/.test(source));
/** BuildKit looks into a file to see whether it is a tar, whatever its name is. */
const isSurelyNone = (source) => /^\.?\/?$|\/$|^<<|\.\w+$/.test(source);
/** One finding for all: who writes ADD writes it everywhere. */
function checkAll(subject, adds) {
    const [first, ...others] = adds;
    if (first === undefined)
        return [];
    return [
        {
            message: '`ADD` also fetches and unpacks; where files are only copied, say `COPY`',
            range: first.range,
            claims: null,
            evidence: others.length === 0 ? [] : [`also in line ${others.map(({ range }) => range.firstLine).join(', ')}`],
            fix: {
                safe: adds.every((add) => sourcesOf(add).every(isSurelyNone)),
                edits: adds.map((add) => replaceAt(subject, keywordOf(add), 'COPY')),
            },
        },
    ];
}
function keywordOf({ keyword, range: { firstLine, firstColumn } }) {
    return { firstLine, firstColumn, lastLine: firstLine, lastColumn: firstColumn + keyword.length };
}
