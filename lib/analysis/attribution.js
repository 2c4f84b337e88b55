import { parseDockerfile } from "../dockerfile/parse.js";
import { stageChain } from "../dockerfile/stages.js";
const UNKNOWN = { origin: null, instruction: null, location: null, attribution: 'none' };
function locationOf(instruction, stage, file) {
    const { firstLine, lastLine } = instruction.range;
    return { file, firstLine, lastLine, stage: stage.name ?? String(stage.index) };
}
/** What BuildKit sets without being asked, as `NAME=value`: a FROM may use it. */
export function platformArgs({ os, architecture, variant }) {
    const platform = [os, architecture, ...(variant === null ? [] : [variant])].join('/');
    return [
        `TARGETPLATFORM=${platform}`,
        `TARGETOS=${os}`,
        `TARGETARCH=${architecture}`,
        `TARGETVARIANT=${variant ?? ''}`,
    ];
}
/** The instruction that covers a place, and its stage; of several stages, one that the image is built on. */
function findInstruction(places, chain, dockerfile) {
    const covers = ({ range }, place) => range.firstLine <= place.firstLine && place.firstLine <= range.lastLine;
    for (const stage of [...chain, ...dockerfile.stages]) {
        const instruction = stage.instructions.find((candidate) => places.some((place) => covers(candidate, place)));
        if (instruction !== undefined)
            return { instruction, stage };
    }
    return null;
}
function byProvenance(layers, dockerfile, chain) {
    return layers.map(({ origin, places }) => {
        const found = dockerfile === null ? null : findInstruction(places, chain, dockerfile);
        if (dockerfile === null || found === null)
            return { origin, instruction: null, location: null, attribution: 'provenance' };
        const location = locationOf(found.instruction, found.stage, dockerfile.path);
        return { origin, instruction: found.instruction.text, location, attribution: 'provenance' };
    });
}
const folded = (text) => text.replace(/\s+/g, ' ').trim();
/** A shell with its options as the front of a command: `/bin/sh -c `, `/bin/bash -o pipefail -c `. */
const SHELL = String.raw `\S*(?:sh|cmd|powershell)(?:\.exe)?(?: +(?:[-/][A-Za-z]\S*|pipefail))*? +(?:-[a-z]*c|/C|-Command) +`;
const SHELL_FRONT = new RegExp(`^${SHELL}`, 'is');
const SHELL_INSIDE = new RegExp(` ${SHELL}`, 'is');
/** `|2 A=x B=y z /bin/sh -c …`: what follows the build arguments; '' where their end cannot be told. */
function withoutBuildArgs(command) {
    const count = /^\|(\d+) /.exec(command)?.[1];
    if (count === undefined)
        return command;
    const names = [...command.matchAll(/ [A-Za-z_]\w*=/g)];
    const lastName = names[Number(count) - 1];
    const from = count === '0' ? 0 : lastName?.index;
    const shell = from === undefined ? null : SHELL_INSIDE.exec(command.slice(from));
    return from === undefined || shell === null ? '' : command.slice(from + shell.index + 1);
}
/**
 * The instruction that a history entry tells of (`created_by`, image-spec config.md), on one line, without the values of
 * build arguments: BuildKit's `RUN |1 A=b /bin/sh -c … # buildkit`, and the classic builder's, Buildah's and Kaniko's.
 * Null where it tells nothing.
 */
export function instructionOf(createdBy) {
    const text = createdBy
        .trim()
        .replace(/\s# buildkit$/, '')
        .trim();
    const metadata = /^(?:\|\d+ .*? )?\S*sh -c #\(nop\)\s+(.*)$/s.exec(text)?.[1];
    if (metadata !== undefined)
        return folded(metadata) || null;
    const run = /^RUN (.*)$/s.exec(text)?.[1] ?? (/^\|\d+ /.test(text) || SHELL_FRONT.test(text) ? text : null);
    if (run !== null)
        return folded(`RUN ${withoutBuildArgs(run).replace(SHELL_FRONT, '')}`);
    const argument = /^ARG ([^=\s]+)/.exec(text)?.[1];
    return argument === undefined ? folded(text) || null : `ARG ${argument}`;
}
/** Instructions that always, or may, make a layer; all others make none. */
const MAKES_LAYER = {
    RUN: 'always',
    COPY: 'always',
    ADD: 'always',
    WORKDIR: 'may',
};
function fitsLayer({ emptyLayer }, keyword) {
    const makes = MAKES_LAYER[keyword];
    return makes === 'may' || emptyLayer === (makes === undefined);
}
/** A RUN's own text as history has it: what stands behind its flags, or the here-document that is its script. */
function runText(instruction, dockerfile) {
    if (instruction.form === 'exec')
        return folded(instruction.words.map(({ text }) => text).join(' '));
    const text = instruction.text
        .split(' ')
        .slice(1 + instruction.flags.length)
        .join(' ');
    if (!/^<<\S+$/.test(text))
        return text;
    const { firstLine, lastLine } = instruction.range;
    return folded(dockerfile.text
        .split('\n')
        .slice(firstLine, lastLine - 1)
        .join(' '));
}
/** Without the marks that Dockerfile and history set differently: quotes, brackets, `A=b` for `A b`. */
const plain = (text) => folded(text.replace(/["'\\]/g, '').replace(/[[\]{}&=-]/g, ' '));
/** The words of an instruction that its history entry has, too: unless they hold variables, or are resolved there. */
function plainWords({ keyword, words }) {
    const texts = words.map(({ text }) => plain(text)).filter((text) => !text.includes('$') && !text.startsWith('<<'));
    switch (keyword) {
        case 'ARG':
            return texts.slice(0, 1).map((text) => text.replace(/ .*/s, ''));
        case 'WORKDIR':
            // Joined with the one before.
            return texts
                .flatMap((text) => text.split('/'))
                .filter((segment) => !/^\.*$/.test(segment))
                .slice(-1);
        case 'EXPOSE':
            // Ranges are written out.
            return [];
        default:
            return texts;
    }
}
/** Whether what made a layer mentions the instruction's words. The classic builder has a checksum for what was copied. */
function mentions(made, instruction) {
    if (/^(?:COPY|ADD) (?:file|dir|multi):/.test(made))
        return true;
    const text = ` ${plain(instruction.keyword === 'WORKDIR' ? made.replaceAll('/', ' ') : made)} `;
    return plainWords(instruction).every((word) => text.includes(` ${word} `));
}
/** Whether a history entry can be an instruction's. */
function agrees(entry, instruction, dockerfile) {
    const made = instructionOf(entry.createdBy);
    if (made === null || !fitsLayer(entry, instruction.keyword))
        return false;
    if (!made.startsWith(`${instruction.keyword} `) && made !== instruction.keyword)
        return false;
    if (instruction.keyword !== 'RUN')
        return mentions(made, instruction);
    const text = runText(instruction, dockerfile);
    // A here-document that begins with #! is run as a file.
    if (/^RUN \/dev\/pipes\/\w+$/.test(made))
        return text.startsWith('#!');
    // A here-document of BuildKit's that is not the script itself stands in the entry with its body.
    return text.includes('<<')
        ? made.startsWith(`RUN ${text.slice(0, text.indexOf('<<')).trim()}`)
        : made === `RUN ${text}`;
}
/** Aligns history and Dockerfile from the end, up to the first disagreement: ONBUILD triggers, or another Dockerfile. */
function align(history, { dockerfile, chain }) {
    const expected = chain.flatMap((stage) => stage.instructions
        .filter(({ keyword }) => keyword !== 'FROM' && keyword !== 'ONBUILD')
        .map((instruction) => ({ instruction, stage })));
    const matches = new Map();
    for (const [distance, match] of expected.toReversed().entries()) {
        const index = history.length - 1 - distance;
        const entry = history[index];
        if (entry === undefined || !agrees(entry, match.instruction, dockerfile))
            return { matches, complete: false };
        matches.set(index, match);
    }
    return { matches, complete: true };
}
/** Whether build arguments, if they were known, could turn a FROM to another stage of the file. */
function canNameStage({ base, index }, dockerfile) {
    const image = base.image.toLowerCase();
    const [first, last] = [image.indexOf('$'), Math.max(image.lastIndexOf('}'), image.lastIndexOf('$'))];
    if (first === -1)
        return false;
    const [before, after] = [image.slice(0, first), image[last] === '}' ? image.slice(last + 1) : ''];
    return dockerfile.stages.some((stage) => stage.index < index && stage.name?.startsWith(before) === true && stage.name.endsWith(after));
}
/** The layers below the Dockerfile's own are those of its FROM, where all of its own were found. */
function baseAttribution({ matches, complete }, history, { dockerfile, chain, isKnown }) {
    const [stage] = chain;
    const from = stage?.instructions[0];
    if (!complete || stage === undefined || from === undefined)
        return null;
    const hasOwnLayer = [...matches.keys()].some((index) => history[index]?.emptyLayer === false);
    // Another image's Dockerfile may agree in its CMD.
    if (!isKnown && (!hasOwnLayer || canNameStage(stage, dockerfile)))
        return null;
    return {
        origin: 'base',
        instruction: from.text,
        location: locationOf(from, stage, dockerfile.path),
        attribution: 'history',
    };
}
function byHistory(history, layerCount, definition) {
    const layers = [...history.entries()].filter(([, entry]) => !entry.emptyLayer);
    if (layers.length !== layerCount)
        return Array.from({ length: layerCount }, () => UNKNOWN);
    const alignment = definition === null ? null : align(history, definition);
    const base = definition === null || alignment === null ? null : baseAttribution(alignment, history, definition);
    return layers.map(([index, entry]) => {
        const match = alignment?.matches.get(index);
        if (definition !== null && match !== undefined) {
            const location = locationOf(match.instruction, match.stage, definition.dockerfile.path);
            return { origin: 'own', instruction: match.instruction.text, location, attribution: 'history' };
        }
        const instruction = instructionOf(entry.createdBy);
        return base ?? (instruction === null ? UNKNOWN : { ...UNKNOWN, instruction, attribution: 'history' });
    });
}
/**
 * Says of each layer, base first, which Dockerfile instruction made it: by BuildKit's provenance where it covers the
 * image, else by the image's history, which is believed only as far as it agrees with the Dockerfile.
 */
export function attribute(input) {
    const { config, provenance, target, layerCount, buildArgs } = input;
    const built = provenance?.dockerfile ?? null;
    // What BuildKit built is right about the lines; the given file about the path.
    const isOther = built !== null && built.text !== input.dockerfile?.text;
    const dockerfile = isOther ? parseDockerfile(input.dockerfile?.path ?? built.filename, built.text) : input.dockerfile;
    const variables = [...platformArgs(config), ...(buildArgs ?? [])];
    const chain = dockerfile === null ? [] : stageChain(dockerfile, target, variables);
    if (provenance?.layers.length === layerCount)
        return byProvenance(provenance.layers, dockerfile, chain);
    const hasDefinition = dockerfile !== null && chain.length > 0;
    const definition = hasDefinition ? { dockerfile, chain, isKnown: buildArgs !== null } : null;
    return byHistory(config.history, layerCount, definition);
}
