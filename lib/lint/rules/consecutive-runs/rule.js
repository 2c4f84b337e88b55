import { describeFiles } from "../../claims.js";
import { runs } from "../../commands.js";
import { between, replaceAt, textAt } from "../../removals.js";
import { layerOf } from "../../subject.js";
export const consecutiveRuns = {
    name: 'consecutive-runs',
    aliases: ['DL3059'],
    severity: 'info',
    // Without layers there is no telling whether it costs anything, and mostly it does not.
    check: (subject) => subject.layers === null ? [] : runGroups(subject).flatMap((group) => checkGroup(subject, group)),
};
/** RUNs that follow one another in a stage, two and more. */
function runGroups(subject) {
    const groups = [];
    for (const { instructions } of subject.chain) {
        let group = [];
        for (const instruction of instructions) {
            if (instruction.keyword !== 'RUN')
                group = [];
            else if (group.push(instruction) === 2)
                groups.push(group);
        }
    }
    return groups;
}
function checkGroup(subject, group) {
    const [first, second, ...others] = group;
    if (first === undefined || second === undefined)
        return [];
    const claims = overwritten(subject, group);
    return [
        {
            message: `${group.length} RUNs follow one another and write the same files again, which all stay in the image: join them by \`&&\``,
            range: { ...first.range, ...lastPlace(others.at(-1) ?? second) },
            claims,
            evidence: [describeFiles(claims.map(({ entry }) => entry))],
            fix: fixOf(subject, group),
        },
    ];
}
const lastPlace = ({ range: { lastLine, lastColumn } }) => ({ lastLine, lastColumn });
/** What one of the RUNs wrote and a later one of them wrote again: package databases, logs, caches. */
function overwritten(subject, group) {
    const layers = group.flatMap((run) => layerOf(subject, run) ?? []);
    const members = new Set(layers.map(({ index }) => index));
    return layers.flatMap(({ index, hidden }) => hidden
        .filter(({ how, by }) => how === 'modified' && by !== index && members.has(by))
        .map(({ entry }) => ({ layer: index, entry })));
}
function fixOf(subject, group) {
    const pairs = group.slice(1).map((run, at) => [group[at], run]);
    const canJoin = hasUsualEscape(subject) && pairs.every(([one, other]) => isJoinable(subject, one, other));
    if (!canJoin)
        return null;
    return {
        safe: false,
        edits: pairs.map(([one, { range, commands }]) => replaceAt(subject, between(one.range, commands[0]?.range ?? range), ' \\\n && ')),
    };
}
const hasUsualEscape = ({ dockerfile }) => !/^#\s*escape\s*=\s*`/im.test(dockerfile.text);
/** What a shell keeps for its next command: a RUN of its own begins without it. */
const lasting = ['cd', 'pushd', 'export', 'set', 'shopt', 'source', '.', 'umask', 'ulimit', 'trap', 'exec', 'exit'];
/** Neither flags, nor more than commands, nor comments in between, and nothing that the second would inherit. */
function isJoinable(subject, one, other) {
    const [command] = other.commands;
    if (command === undefined || one.commands.length === 0)
        return false;
    if ([one, other].some(({ flags, text }) => flags.length > 0 || text.includes('<<')))
        return false;
    const changesShell = one.commands.some((each) => runs(each, lasting) || each.words.length === 0 || each.operator === '&' || each.operator === '||');
    return (!changesShell &&
        /[^;&|\\]$/.test(one.text) &&
        /^\s*RUN\s+$/i.test(textAt(subject, between(one.range, command.range))));
}
