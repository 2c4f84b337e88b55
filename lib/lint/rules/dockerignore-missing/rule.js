import { evidenceOf, keptFiles } from "../../claims.js";
import { appendIgnores, hasName, installedDependencies, unwantedNames } from "../../context-files.js";
import { copiesOf, copiesWholeContext } from "../../copies.js";
import { layerOf } from "../../subject.js";
export const dockerignoreMissing = {
    name: 'dockerignore-missing',
    aliases: ['ID.10001'],
    severity: 'warning',
    check(subject) {
        const { context } = subject;
        if (context === null || context.ignoreText !== null)
            return [];
        const names = [...unwantedNames, ...installedDependencies(subject)];
        return copiesOf(subject)
            .filter(copiesWholeContext)
            .flatMap((copy) => checkCopy(subject, copy, context, names));
    },
};
function checkCopy(subject, copy, context, names) {
    const layer = layerOf(subject, copy);
    const claims = layer === null ? null : keptFiles(layer, hasName(names));
    return [
        {
            message: `the whole context is copied and there is no \`${context.ignoreFile}\`: what no image needs lands in the layer`,
            range: copy.range,
            claims,
            evidence: evidenceOf(claims),
            fix: {
                safe: true,
                edits: [
                    appendIgnores(context, names.map((name) => `**/${name}`)),
                ],
            },
        },
    ];
}
