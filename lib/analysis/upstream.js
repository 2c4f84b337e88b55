import { upstreamTracer } from "../dockerfile/upstream.js";
import { givenVariables } from "../dockerfile/variables.js";
import { briefSum } from "./brief-sum.js";
/** Lines of so many characters in all are told, then none. */
const mostCharacters = 2 ** 20;
/** What a line takes beside its text, roughly. */
const placeCharacters = 150;
/** The lines that decide what each layer holds (`MeasuredLayer.upstream`), one list for each layer. */
export async function findUpstream(input) {
    const { attributions, dockerfile, buildArgs } = input;
    const contents = new Map();
    let characters = 0;
    const trace = dockerfile && buildArgs && upstreamTracer(dockerfile, buildArgs);
    const linesOf = async ({ location }) => {
        const made = dockerfile && location && findMade(dockerfile, location);
        const traced = made && trace?.(made.stage, made.instruction);
        if (!dockerfile || !traced)
            return null;
        characters += traced.reduce((sum, { instruction }) => sum + instruction.text.length + placeCharacters, 0);
        if (characters > mostCharacters)
            return null;
        const lines = [];
        for (const { instruction, stage, sources } of traced) {
            // A line of several layers is read once.
            const content = contents.get(instruction) ?? contentOf(sources, input);
            contents.set(instruction, content);
            const location = locationOf(instruction, stage, dockerfile);
            lines.push({ location, instruction: instruction.text, content: await content });
        }
        return lines;
    };
    const found = [];
    for (const attribution of attributions)
        found.push(await linesOf(attribution));
    return found;
}
function findMade({ stages }, { firstLine, stage: name }) {
    for (const stage of stages.filter((candidate) => nameOf(candidate) === name)) {
        const instruction = stage.instructions.find(({ range }) => range.firstLine === firstLine);
        if (instruction !== undefined)
            return { stage, instruction };
    }
    return null;
}
const nameOf = ({ name, index }) => name ?? String(index);
function locationOf({ range }, stage, { path }) {
    const { firstLine, lastLine } = range;
    return { file: path, firstLine, lastLine, stage: stage && nameOf(stage) };
}
/** `UpstreamLine.content` of what a line takes: one word for each source, stages left out; null where one is not known. */
async function contentOf(sources, input) {
    const words = [];
    for (const source of sources) {
        if (source.kind === 'stage')
            continue;
        const word = await wordOf(source, input);
        if (word === null)
            return null;
        words.push(word);
    }
    return words.join(' ');
}
async function wordOf(source, { bases, sumFiles }) {
    switch (source.kind) {
        case 'image':
            return source.reference === null ? null : digestsOf(source.reference, bases ?? []);
        case 'context': {
            const sum = source.paths === null ? null : await sumFiles(source.paths);
            return sum === null ? null : `files:${sum}`;
        }
        case 'text':
            return `files:${briefSum(source.text)}`;
    }
}
/** A build for several platforms may take one image under several digests. */
function digestsOf(reference, bases) {
    const pinned = /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1];
    if (pinned !== undefined)
        return pinned;
    const name = familiarName(reference);
    const digests = bases.filter((base) => familiarName(base.reference) === name).map(({ digest }) => digest);
    return digests.length === 0 ? null : digests.sort().join(' ');
}
/** `docker.io/library/python` is `python:latest` (distribution/reference, FamiliarString). */
function familiarName(reference) {
    const short = reference.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\/(?=[^/]+$)/, '');
    return /:[^/]+$/.test(short) ? short : `${short}:latest`;
}
/**
 * `Measurement.buildArgs`; of a name that is given twice the last counts, as for buildx.
 *
 * @param buildArgs `NAME=value`; null: not known
 */
export function sumBuildArgs(buildArgs) {
    if (buildArgs === null)
        return null;
    return Object.fromEntries(Array.from(givenVariables(buildArgs), ([name, value]) => [name, briefSum(name, value)]));
}
