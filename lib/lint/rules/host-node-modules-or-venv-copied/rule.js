import { posix } from 'node:path';
import { evidenceOf } from "../../claims.js";
import { appendIgnores, hasName, ignoredBy, installedDependencies } from "../../context-files.js";
import { copiesOf, copiesWholeContext, isFromContext, sourcesOf } from "../../copies.js";
import { removeInstruction } from "../../removals.js";
import { layerOf } from "../../subject.js";
export const hostNodeModulesOrVenvCopied = {
    name: 'host-node-modules-or-venv-copied',
    aliases: [],
    severity: 'warning',
    check(subject) {
        // Without an install here, those of the context may be what the image lives on.
        const names = installedDependencies(subject);
        return names.length === 0 ? [] : copiesOf(subject).flatMap((copy) => checkCopy(subject, copy, names));
    },
};
function checkCopy(subject, copy, names) {
    const isNamed = isFromContext(copy) && sourcesOf(copy).every((source) => names.includes(posix.basename(source)));
    const layer = layerOf(subject, copy);
    const lands = isNamed || (copiesWholeContext(copy) && layer !== null && !isIgnoreFileMissing(subject));
    if (!lands)
        return [];
    const claims = layer === null ? null : broughtBy(layer, names);
    return [
        {
            message: 'dependencies of the machine that builds are copied, beside those that a RUN installs: they are stored as well, and may be made for another system',
            range: copy.range,
            claims,
            evidence: evidenceOf(claims),
            fix: isNamed ? { safe: false, edits: [removeInstruction(subject, copy)] } : fixOf(subject, names, layer),
        },
    ];
}
/** Then another rule tells of all that lands. */
const isIgnoreFileMissing = ({ context }) => context !== null && context.ignoreText === null;
/** What an install wrote again is in the COPY's layer all the same. */
function broughtBy(layer, names) {
    const isMeant = hasName(names);
    return [...layer.live, ...layer.hidden.map(({ entry }) => entry)]
        .filter(({ path }) => isMeant(path))
        .map((entry) => ({ layer: layer.index, entry }));
}
/** Ignores the names that landed, where the ignore file is at hand and does not name them yet. */
function fixOf({ context }, names, layer) {
    if (context === null || layer === null)
        return null;
    const isIgnored = ignoredBy(context);
    const open = names.filter((name) => broughtBy(layer, [name]).length > 0 && !isIgnored(`any/${name}`));
    return open.length === 0
        ? null
        : {
            safe: true,
            edits: [
                appendIgnores(context, open.map((name) => `**/${name}`)),
            ],
        };
}
