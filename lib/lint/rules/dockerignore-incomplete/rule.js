import { describeFiles } from "../../claims.js";
import { appendIgnores, hasName, ignoredBy, unwantedNames } from "../../context-files.js";
import { copiesOf, copiesWholeContext, isFromContext, targetOf } from "../../copies.js";
import { layerOf } from "../../subject.js";
/** Folders at the context's top that an image rarely wants. */
const topNames = ['test', 'tests', '__tests__', 'spec', 'e2e', 'doc', 'docs', 'examples', 'screenshots'];
const hasAnyName = hasName([...unwantedNames, ...topNames]);
/** What a package brings along is its own. */
const isPackaged = hasName(['node_modules', 'site-packages', 'venv', '.venv', 'vendor']);
export const dockerignoreIncomplete = {
    name: 'dockerignore-incomplete',
    aliases: ['DKL-LI-0003'],
    severity: 'warning',
    check(subject) {
        const { context } = subject;
        if (context === null || context.ignoreText === null)
            return [];
        return copiesOf(subject)
            .filter(isFromContext)
            .flatMap((copy) => checkCopy(subject, copy, context));
    },
};
/** One finding for each COPY. Silent without a layer: what the context holds, the text does not tell. */
function checkCopy(subject, copy, context) {
    const layer = layerOf(subject, copy);
    if (layer === null)
        return [];
    const candidates = candidatesIn(layer);
    const landed = entriesFor(subject, copy, context)
        .map((entry) => ({ ...entry, files: candidates.filter(({ path }) => entry.isMeant(path)) }))
        .filter(({ files }) => files.length > 0);
    if (landed.length === 0)
        return [];
    return [
        {
            message: `\`${context.ignoreFile}\` lets through what an image rarely needs: ${landed.map(({ pattern }) => `\`${pattern}\``).join(', ')}`,
            range: copy.range,
            claims: landed.flatMap(({ files }) => files.map((entry) => ({ layer: layer.index, entry }))),
            evidence: landed.map(({ pattern, files }) => `${pattern}: ${describeFiles(files)}`),
            fix: {
                safe: false,
                edits: [
                    appendIgnores(context, landed.map(({ pattern }) => pattern)),
                ],
            },
        },
    ];
}
/** Files with any of the names: a layer may have a million, and few of them are. */
const candidatesIn = (layer) => layer.live.filter(({ path }) => hasAnyName(path) && !isPackaged(path));
/** Not those that are left out already, or let through by an exception (`!docs`), or that the Dockerfile speaks of. */
function entriesFor(subject, copy, context) {
    const isIgnored = ignoredBy(context);
    const exceptions = (context.ignoreText ?? '').split('\n').filter((line) => line.trimStart().startsWith('!'));
    const isOpen = (name) => !exceptions.some((line) => line.includes(name));
    const anywhere = unwantedNames
        .filter((name) => isOpen(name) && !isIgnored(`any/${name}`))
        .map((name) => ({ pattern: `**/${name}`, isMeant: hasName([name]) }));
    const target = copiesWholeContext(copy) ? targetOf(subject, copy) : null;
    if (target === null)
        return anywhere;
    const atTop = topNames
        .filter((name) => isOpen(name) && !isIgnored(name) && !isSpokenOf(subject, name))
        .map((name) => {
        const folder = `${target === '' ? '' : `${target}/`}${name}/`;
        return { pattern: name, isMeant: (path) => path.startsWith(folder) };
    });
    return [...anywhere, ...atTop];
}
/** `RUN npm test`, `RUN mkdocs build`: it may be what the image is for. `docker` and `latest` speak of neither. */
function isSpokenOf(subject, name) {
    const word = new RegExp(`(?<!la)${name.replace(/^_+|_+$/g, '').replace(/s$/, '')}(?:s|\\b)`, 'i');
    return subject.chain.some(({ instructions: [, ...rest] }) => rest.some(({ text }) => word.test(text)));
}
