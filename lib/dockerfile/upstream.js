import { chainOf } from "./stages.js";
import { definitionsIn, expandKnown, givenVariables, globalVariables, namesIn, stageVariables, } from "./variables.js";
/** More lines than any Dockerfile that people write has for one layer. */
const mostLines = 1000;
/**
 * Finds the lines that decide what a layer holds beside its own text and the layers below it, in the order of the file:
 * ARG, ENV and the like in its scope; all lines of a stage that it takes something from, with the stages behind that
 * one; its own line, if it takes something from outside the Dockerfile that the layer does not show.
 *
 * @param buildArgs `NAME=value`
 */
export function upstreamTracer(dockerfile, buildArgs) {
    const build = {
        dockerfile,
        rows: dockerfile.text.split('\n'),
        globals: globalVariables(dockerfile, buildArgs),
        given: givenVariables(buildArgs),
        chains: new Map(),
        traced: new Map(),
    };
    return (stage, instruction) => traceLayer(stage, instruction, { ...build, stages: new Set(), lines: new Map() });
}
function traceLayer(stage, instruction, trace) {
    const own = tracedLine(instruction, stage, trace);
    addSettings(own, stage, trace);
    if (!showsItsSources(own))
        trace.lines.set(instruction, own);
    for (const source of own.sources)
        if (source.kind === 'stage')
            addStage(source.stage, trace);
    addGlobals([...trace.lines.values(), own], trace);
    if (trace.lines.size > mostLines)
        return null;
    return [...trace.lines.values()].sort((a, b) => a.instruction.range.firstLine - b.instruction.range.firstLine);
}
function chainUpTo(stage, { dockerfile, globals, chains }) {
    const chain = chains.get(stage) ?? chainOf(dockerfile, stage, globals);
    chains.set(stage, chain);
    return chain;
}
/** A layer of copied files is those files, so that nobody need read them; and what a stage has, its lines tell. */
function showsItsSources({ instruction: { keyword }, sources }) {
    const isCopy = keyword === 'COPY' || keyword === 'ADD';
    return sources.every(({ kind }) => kind === 'stage' || (kind === 'context' && isCopy));
}
const settings = new Set(['ARG', 'ENV', 'SHELL', 'USER', 'WORKDIR', 'ONBUILD']);
/** What neither is a setting nor writes files. */
const metadata = new Set(['CMD', 'ENTRYPOINT', 'LABEL', 'EXPOSE', 'HEALTHCHECK', 'STOPSIGNAL', 'MAINTAINER', 'VOLUME']);
/** A command sees all settings; other instructions those whose names they have. */
function addSettings({ instruction }, stage, trace) {
    if (instruction.keyword === 'FROM')
        return;
    const before = linesBefore(instruction, stage, trace).filter((line) => settings.has(line.instruction.keyword));
    const wanted = new Set(namesIn(sourceText(instruction, trace)));
    for (const line of before.reverse()) {
        const isWanted = definitionsIn(line.instruction).some(({ name }) => wanted.has(name));
        if (instruction.keyword !== 'RUN' && !isWanted)
            continue;
        for (const name of namesIn(line.instruction.text))
            wanted.add(name);
        trace.lines.set(line.instruction, { ...line, sources: [] });
    }
}
/** Global ARGs are seen by FROM, and by an ARG without a default. */
function addGlobals(lines, trace) {
    const wanted = new Set(lines.flatMap(({ instruction }) => {
        if (instruction.keyword === 'FROM')
            return namesIn(instruction.text);
        const bare = instruction.keyword === 'ARG' ? definitionsIn(instruction).filter(({ value }) => value === null) : [];
        return bare.map(({ name }) => name);
    }));
    for (const instruction of trace.dockerfile.globals.toReversed()) {
        if (!definitionsIn(instruction).some(({ name }) => wanted.has(name)))
            continue;
        for (const name of namesIn(instruction.text))
            wanted.add(name);
        trace.lines.set(instruction, { instruction, stage: null, sources: [] });
    }
}
function addStage(top, trace) {
    for (const stage of chainUpTo(top, trace)) {
        if (trace.stages.has(stage))
            continue;
        trace.stages.add(stage);
        for (const instruction of stage.instructions.filter(({ keyword }) => !metadata.has(keyword))) {
            if (trace.lines.size > mostLines)
                return;
            const line = tracedLine(instruction, stage, trace);
            trace.lines.set(instruction, line);
            for (const source of line.sources)
                if (source.kind === 'stage')
                    addStage(source.stage, trace);
        }
    }
}
/** The lines of a stage before one of it, those of the stages that it is built on included. */
function linesBefore(end, top, build) {
    const lines = chainUpTo(top, build).flatMap((stage) => stage.instructions.map((instruction) => ({ instruction, stage })));
    const index = lines.findIndex(({ instruction }) => instruction === end);
    return index === -1 ? [] : lines.slice(0, index);
}
function tracedLine(instruction, stage, build) {
    const known = build.traced.get(instruction);
    if (known !== undefined)
        return known;
    const sources = [...sourcesOf(instruction, stage, build), ...hereDocuments(instruction, build)];
    const line = { instruction, stage, sources };
    build.traced.set(instruction, line);
    return line;
}
function sourcesOf(instruction, stage, build) {
    switch (instruction.keyword) {
        case 'FROM':
            return baseOf(stage, build);
        case 'COPY':
        case 'ADD':
            return copiedFrom(instruction, stage, build);
        case 'RUN':
            return instruction.flags
                .filter(({ name }) => name === 'mount')
                .flatMap(({ value }) => mountedFrom(value ?? '', instruction, stage, build));
        default:
            return [];
    }
}
function baseOf(stage, build) {
    const below = chainUpTo(stage, build).at(-2);
    if (below !== undefined)
        return [{ kind: 'stage', stage: below }];
    const reference = expandKnown(stage.base.image, build.globals);
    return reference === 'scratch' ? [] : [{ kind: 'image', reference }];
}
/** A stage by name or number, else an image. */
function namedSource(name, { index }, { dockerfile }) {
    const earlier = dockerfile.stages.slice(0, index);
    const stage = earlier.findLast((other) => other.name === name.toLowerCase()) ??
        (/^\d+$/.test(name) ? earlier[Number(name)] : null);
    return stage ? { kind: 'stage', stage } : { kind: 'image', reference: name.includes('$') ? null : name };
}
const flagOf = ({ flags }, name) => flags.find((flag) => flag.name === name)?.value ?? null;
/** What ADD fetches (BuildKit, frontend/dockerfile/dockerfile2llb, isHTTPSource and parseGitSource). */
const remote = /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@)/;
function copiedFrom(instruction, stage, build) {
    const from = flagOf(instruction, 'from');
    if (from !== null)
        return [namedSource(from, stage, build)];
    const isLocal = (path) => !path.startsWith('<<') && !(instruction.keyword === 'ADD' && remote.test(path));
    const paths = instruction.words
        .slice(0, -1)
        .map(({ text }) => text)
        .filter(isLocal);
    if (paths.length === 0)
        return [];
    // What is left out would have to be left out of the sum, too.
    const isWhole = instruction.flags.every(({ name }) => name !== 'exclude');
    return [{ kind: 'context', paths: isWhole ? expandPaths(paths, instruction, stage, build) : null }];
}
function expandPaths(paths, instruction, stage, build) {
    if (paths.every((path) => !path.includes('$')))
        return paths;
    const before = linesBefore(instruction, stage, build).map((line) => line.instruction);
    const variables = stageVariables(before, build.globals, build.given);
    const expanded = paths.flatMap((path) => expandKnown(path, variables) ?? []);
    return expanded.length === paths.length ? expanded : null;
}
/** `type=bind,from=stage,source=path,target=path`; a cache may begin with a stage's files, other types take none. */
function mountedFrom(mount, instruction, stage, build) {
    const fields = new Map(mount.split(',').map((field) => {
        const [key = '', ...value] = field.split('=');
        return [key.trim().toLowerCase(), value.join('=')];
    }));
    const type = fields.get('type') ?? 'bind';
    const from = fields.get('from');
    if (type !== 'bind' && type !== 'cache')
        return [];
    if (from !== undefined)
        return [namedSource(from, stage, build)];
    if (type === 'cache')
        return [];
    const path = fields.get('source') ?? fields.get('src') ?? '.';
    return [{ kind: 'context', paths: expandPaths([path], instruction, stage, build) }];
}
/** The instruction's lines as they stand in the file. */
const sourceText = ({ range: { firstLine, lastLine } }, { rows }) => rows.slice(firstLine - 1, lastLine).join('\n');
function hereDocuments(instruction, build) {
    if (!/<<-?["']?\w/.test(instruction.text))
        return [];
    return [{ kind: 'text', text: sourceText(instruction, build) }];
}
