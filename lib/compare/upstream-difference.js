/** Null where a side does not tell its lines. */
export function upstreamDifference(before, after) {
    const [old, current] = [before.layer.upstream, after.layer.upstream];
    if (old === null || current === null)
        return null;
    const { pairs, lines } = alignLines(canonical(old), canonical(current));
    const contents = pairs.map((pair) => ({ pair, change: contentChange(pair) }));
    const having = (change) => contents.filter((found) => found.change === change).map(({ pair }) => pair);
    return {
        lines,
        buildArgs: buildArgChanges(declaredNames([...old, ...current]), before.image, after.image),
        files: having('files').map(({ after }) => after),
        images: having('images'),
        untold: having('unknown').map(({ after }) => after),
    };
}
/** Whether two instructions are the same but for the names of stages. */
export function sameInstruction(before, after) {
    const text = ({ instruction, upstream }) => instruction === null ? null : withoutStageNames(instruction, stagesOf(upstream ?? []));
    return before.instruction === after.instruction || text(before) === text(after);
}
/** `Dockerfile:7 in builder`. */
export function placeOf({ location: { file, firstLine, stage } }) {
    return `${file}:${firstLine}${stage === null || /^\d+$/.test(stage) ? '' : ` in ${stage}`}`;
}
function canonical(lines) {
    const stages = stagesOf(lines);
    return lines.map((line) => ({ line, text: withoutStageNames(line.instruction, stages) }));
}
const stagesOf = (lines) => [
    ...new Set(lines.flatMap(({ location }) => location.stage ?? [])),
];
function withoutStageNames(instruction, stages) {
    const named = (prefix, name) => {
        const index = stages.indexOf(name.toLowerCase());
        return `${prefix}${index === -1 ? name : `#${index}`}`;
    };
    if (/^FROM /i.test(instruction)) {
        return instruction
            .replace(/ AS \S+$/i, '')
            .replace(/^((?:\S+ )(?:--\S+ )*)(\S+)$/, (_, prefix, name) => named(prefix, name));
    }
    return instruction.replace(/((?:--|,)from=)([^\s,]+)/g, (_, prefix, name) => named(prefix, name));
}
/** Lines of the same text are paired in their order; what is left was added, removed or edited. */
function alignLines(before, after) {
    const waiting = Map.groupBy(before.keys(), (index) => before[index]?.text ?? '');
    const pairs = [];
    const lines = [];
    const added = [];
    let last = -1;
    for (const { line, text } of after) {
        const index = waiting.get(text)?.shift();
        const partner = index === undefined ? undefined : before[index]?.line;
        if (index === undefined || partner === undefined) {
            added.push(line);
            continue;
        }
        pairs.push({ before: partner, after: line });
        if (index < last)
            lines.push({ line, how: 'moved' });
        last = Math.max(last, index);
    }
    const removed = [...waiting.values()].flat().flatMap((index) => before[index]?.line ?? []);
    return { pairs, lines: [...unpaired(removed, added), ...lines] };
}
const keywordOf = ({ instruction }) => instruction.split(' ', 1)[0] ?? '';
/** A removed line and an added one of the same keyword are one that was edited. */
function unpaired(removed, added) {
    const gone = [...removed];
    const lines = added.map((line) => {
        const index = gone.findIndex((other) => keywordOf(other) === keywordOf(line));
        if (index === -1)
            return { line, how: 'added' };
        gone.splice(index, 1);
        return { line, how: 'edited' };
    });
    return [...lines, ...gone.map((line) => ({ line, how: 'removed' }))];
}
function contentChange({ before, after }) {
    if (before.content === null || after.content === null)
        return 'unknown';
    if (before.content === after.content)
        return 'none';
    const [old, current] = [before.content.split(' '), after.content.split(' ')];
    const different = [
        ...old.filter((part) => !current.includes(part)),
        ...current.filter((part) => !old.includes(part)),
    ];
    return different.every((part) => part.startsWith('sha256:')) ? 'images' : 'files';
}
/** Names that ARG lines declare. */
function declaredNames(lines) {
    const declarations = lines.filter((line) => keywordOf(line) === 'ARG').map(({ instruction }) => instruction);
    return new Set(declarations.flatMap((text) => Array.from(text.matchAll(/ (\w+)(?==| |$)/g), ([, name]) => name ?? '')));
}
/** Null where it is not known what values there were. */
function buildArgChanges(names, { buildArgs: before }, { buildArgs: after }) {
    if (names.size === 0)
        return [];
    if (before === null || after === null)
        return null;
    const sum = (args, name) => (Object.hasOwn(args, name) ? args[name] : null);
    return [...names].filter((name) => sum(before, name) !== sum(after, name));
}
