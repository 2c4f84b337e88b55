import { evidenceOf } from "./claims.js";
import { insertCommand } from "./edits.js";
import { layerOf } from "./subject.js";
/** A rule about files that only the layers tell of: it is silent without an image. */
export const shipped = ({ name, aliases, severity, keywords, message, find, fix }) => ({
    name,
    aliases,
    severity,
    check: (subject) => subject.chain
        .flatMap(({ instructions }) => instructions)
        .filter(({ keyword }) => keywords.includes(keyword))
        .flatMap((instruction) => {
        const layer = layerOf(subject, instruction);
        const claims = layer === null ? [] : find(layer, instruction, subject);
        if (claims.length === 0)
            return [];
        return [
            {
                message,
                range: instruction.range,
                claims,
                evidence: evidenceOf(claims),
                fix: fix(claims, instruction, subject),
            },
        ];
    }),
});
/** Paths that a shell takes as they are. A list that is longer than this is none that anybody would want to read. */
const [plainPath, mostPaths] = [/^[\w./@+:-]+$/, 12];
/** Removes paths (latin1, no leading slash) at the end of a RUN; null where that can't be written well. */
export function removeAtEnd(subject, run, paths, { isSafe, command }) {
    const last = run.commands.at(-1);
    if (last === undefined || paths.size > mostPaths || ![...paths].every((path) => plainPath.test(path)))
        return null;
    const words = [...paths].sort().map((path) => `/${path}`);
    const edit = insertCommand(subject, run, last, `${command} ${words.join(' ')}`);
    return edit === null ? null : { safe: isSafe, edits: [edit] };
}
