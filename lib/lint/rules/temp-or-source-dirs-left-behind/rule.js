import { keptFiles } from "../../claims.js";
import { filesIn } from "../../folders.js";
import { removeAtEnd, shipped } from "../../shipped.js";
const isTemporary = filesIn(['/tmp', '/var/tmp']);
const isSource = filesIn(['/usr/src']);
/** `/tmp/build` of `/tmp/build/a/b`. */
const top = /^(?:tmp|var\/tmp|usr\/src)\/[^/]+/;
export const tempOrSourceDirsLeftBehind = shipped({
    name: 'temp-or-source-dirs-left-behind',
    aliases: [],
    severity: 'warning',
    keywords: ['RUN'],
    message: 'temporary files or sources stay in the layer: remove them in the same RUN, or work in a mount (`RUN --mount=type=tmpfs,target=/tmp`)',
    find(layer, run, subject) {
        const isUsed = usedPaths(subject);
        // Of `/usr/src` only what the RUN itself says that it puts there: applications live there, too.
        const sources = run.text.includes('/usr/src') ? isSource : () => false;
        return keptFiles(layer, (path) => (isTemporary(path) || sources(path)) && !isUsed(path));
    },
    fix: (claims, run, subject) => removeAtEnd(subject, run, new Set(claims.map(({ entry }) => top.exec(entry.path)?.[0] ?? entry.path)), {
        isSafe: false,
        command: 'rm -rf',
    }),
});
/** What the image works in or starts from. */
function usedPaths(subject) {
    const lines = subject.chain.flatMap(({ instructions }) => instructions);
    const lastWorkdir = lines.findLast(({ keyword }) => keyword === 'WORKDIR');
    const used = lines.flatMap((line) => pathsOf(line).filter((path) => line === lastWorkdir || counts(line, path)));
    const isUsed = filesIn(used.map((path) => `/${path}`));
    const names = new Set(used);
    return (path) => names.has(path) || isUsed(path);
}
/** `ENV TMPDIR=/tmp` says nothing about what lies there; a working directory of `/usr/src` does. */
function counts({ keyword }, path) {
    if (path.startsWith('usr/src'))
        return keyword !== 'RUN';
    return ['ENV', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'VOLUME'].includes(keyword) && top.test(path);
}
const pathsOf = ({ text }) => Array.from(text.matchAll(/(?<![\w.-])\/((?:tmp|var\/tmp|usr\/src)(?:\/[\w.@+-]+)*)(?![\w.@+-])/g), ([, path = '']) => path);
