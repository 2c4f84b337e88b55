import { evidenceOf } from "./claims.js";
import { programWords } from "./commands.js";
import { insertBehind } from "./edits.js";
import { instructionOf } from "./subject.js";
import { runsBehind } from "./use.js";
/**
 * A rule about dependencies of development, by the notes of what installed them; silent without an image, since nothing
 * else tells whether a project has any.
 */
export const developmentDependencies = (rule) => ({
    name: rule.name,
    aliases: [],
    severity: 'warning',
    check: (subject) => (mayHave(subject, rule) ? checkImage(subject, rule) : []),
});
/** What another stage installs may be copied. */
const mayHave = ({ dockerfile, layers }, { runners }) => layers !== null &&
    dockerfile.stages.some(({ instructions }) => instructions.some(({ commands }) => commands.some((command) => isRunner(command, runners))));
const isRunner = (command, runners) => programWords(command).some((word) => runners.includes(word.replace(/^.*\//, '')));
/** One finding for each instruction whose layer holds some. */
function checkImage(subject, rule) {
    const claims = subject.packages()?.developmentOf(rule.installer) ?? [];
    return (subject.layers ?? []).flatMap((layer) => {
        const here = claims.filter((claim) => claim.layer === layer.index);
        return here.length === 0 ? [] : checkLayer(subject, layer, here, rule);
    });
}
function checkLayer(subject, layer, claims, rule) {
    const instruction = instructionOf(subject, layer);
    if (instruction === null)
        return [];
    const culprits = instruction.commands.filter(rule.isCulprit);
    return [
        {
            message: rule.message,
            range: culprits.at(-1)?.range ?? instruction.range,
            claims,
            evidence: evidenceOf(claims),
            fix: fixOf(subject, instruction, culprits, rule),
        },
    ];
}
/** None where a build behind it may need what would be left out. */
function fixOf(subject, instruction, culprits, { option, runners }) {
    const last = culprits.at(-1);
    if (last === undefined)
        return null;
    const behind = [
        ...instruction.commands.slice(instruction.commands.indexOf(last) + 1),
        ...runsBehind(subject, instruction).flatMap(({ commands }) => commands),
    ];
    if (behind.some((command) => isRunner(command, runners) && !programWords(command).includes('cache')))
        return null;
    return { safe: false, edits: culprits.map(({ range }) => insertBehind(subject, range, ` ${option}`)) };
}
