import { formatDelta } from "../units.js";
import { addSizes, nothing } from "./size.js";
import { placeOf, sameInstruction, upstreamDifference, } from "./upstream-difference.js";
const proven = (cause, evidence) => ({ cause, evidence, assumed: false });
/** Where the evidence is not enough it is the author's, so that no growth slips by. */
const assumed = (why) => ({ cause: 'yours', evidence: `Assumed: ${why}`, assumed: true });
/**
 * Says of each row whose doing it is, and what that is told by: `yours`, a change of the Dockerfile, of build arguments
 * or of the files of the build context; `base`, another image under the same name; `drift`, other packages or files
 * from the same inputs. Rows below have the cause of theirs.
 *
 * @param rows all of them, as `compareSides` orders them
 * @param metric of the bytes that the evidence names
 */
export function assignCauses(rows, before, after, metric) {
    const scene = {
        before,
        after,
        metric,
        changed: changedContent(before, after),
        positions: positionsIn(rows, before, after),
    };
    const judged = new Map();
    // What is gone stands last, and yet may have stood below what is left.
    for (const row of [...rows].sort((a, b) => Number(isPaired(a)) - Number(isPaired(b)))) {
        judged.set(row, judgeRow(row, scene, judged));
    }
    return rows.map((row) => ({ ...row, change: withCause(row.change, judged.get(row) ?? unknownOrigin) }));
}
/** What each cause brought, all rows together; the three add up to the images' difference. */
export function sumCauses(rows) {
    const sum = (cause) => rows
        .filter(({ change }) => change.cause === cause)
        .reduce((total, { change }) => addSizes(total, change.delta), nothing);
    return { yours: sum('yours'), base: sum('base'), drift: sum('drift') };
}
/** A row with a cause, and the rows below it with the same. */
export const withCause = (change, judgement) => ({
    ...change,
    ...judgement,
    children: change.children.map((child) => withCause(child, { ...judgement, evidence: null })),
});
function judgeRow(row, scene, judged) {
    if (!scene.changed(row))
        return proven('drift', 'The files are the same');
    if (isBase(row))
        return judgeBase(row, scene);
    const [pair] = row.pairs;
    if (pair === undefined || !layersOf(row).every(isTraced))
        return unknownOrigin;
    const { before, after } = pair;
    if (before === null || after === null)
        return judgeUnpaired(pair);
    if (before.origin !== after.origin)
        return assumed('it is part of the base image on one side only');
    if (!sameInstruction(before, after))
        return proven('yours', `${lineOf(after)} edited`);
    return judgeSameLine({ row, before, after }, scene, judged);
}
const unknownBuildArgs = assumed('it is not known which build arguments there were');
const layersOf = ({ pairs }) => pairs.flatMap(({ before, after }) => [before, after].filter((layer) => layer !== null));
const isBase = (row) => layersOf(row).every(({ origin }) => origin === 'base');
const unknownOrigin = assumed('it is not known which line made it');
const isTraced = ({ origin, instruction, location }) => origin !== null && instruction !== null && location !== null;
/** `RUN line 12`; an instruction that is not in the Dockerfile is called by its keyword alone. */
function lineOf({ instruction, location }) {
    return `${keywordOf(instruction)}${location === null ? '' : ` line ${location.firstLine}`}`;
}
const keywordOf = (instruction) => instruction?.split(' ', 1)[0]?.toUpperCase() ?? '';
function judgeUnpaired({ before, after }) {
    const [layer, what] = after === null ? [before, 'removed'] : [after, 'added'];
    return layer === null ? unknownOrigin : proven('yours', `${lineOf(layer)} ${what}`);
}
function judgeBase({ pairs, change }, scene) {
    const before = pairs.find((pair) => pair.before !== null)?.before;
    const after = pairs.find((pair) => pair.after !== null)?.after;
    if (!before || !after)
        return proven('yours', `The base image was ${after ? 'added' : 'removed'}`);
    if (before.instruction === null || after.instruction === null) {
        return assumed('it is not known which FROM brought it');
    }
    const bytes = bytesOf(change, scene.metric);
    if (!sameInstruction(before, after)) {
        return proven('yours', `${quoted(before.instruction)} → ${quoted(after.instruction)}, ${bytes}`);
    }
    const difference = differenceOf(before, after, scene);
    if (difference === null && after.instruction.includes('$')) {
        return assumed(`${after.instruction} depends on build arguments, and the baseline does not tell them`);
    }
    // What the image was is not at issue here: with the same text and arguments it is what the registry had.
    const own = difference && judgeLines({ ...difference, files: [] });
    if (own)
        return own;
    if (difference?.buildArgs === null)
        return unknownBuildArgs;
    const digests = difference?.images.map((pair) => digestsOf(pair)) ?? [];
    return proven('base', `${digests[0] ?? `${clipped(after.instruction)} unchanged`}, ${bytes}`);
}
function judgeSameLine(line, scene, judged) {
    const { before, after } = line;
    const difference = differenceOf(before, after, scene);
    const source = sourceOf(after.instruction ?? '');
    if (source === 'trigger')
        return assumed(`ONBUILD of the base image made it, by ${lineOf(after)}`);
    if (source === 'context') {
        return ((difference && judgeLines(difference)) ?? proven('yours', `Files of the build context changed: ${lineOf(after)}`));
    }
    if (difference === null) {
        const isPlain = source === 'remote' && !/\$/.test(after.instruction ?? '');
        return isPlain
            ? drifted(line, scene, judged)
            : assumed(`the baseline or this build does not tell what ${lineOf(after)} depends on`);
    }
    const own = judgeLines(difference);
    if (own)
        return own;
    if (difference.buildArgs === null)
        return unknownBuildArgs;
    if (difference.untold.length > 0) {
        return assumed(`it is not known what ${listed(difference.untold.map(placeOf))} took`);
    }
    const below = isCommand(after) ? judgeBelow(line, scene, judged) : null;
    if (below)
        return below;
    if (difference.images.length > 0)
        return proven('base', listed(difference.images.map(upstreamDigests)));
    return drifted(line, scene, judged);
}
const differenceOf = (before, after, scene) => upstreamDifference({ layer: before, image: scene.before.measurement }, { layer: after, image: scene.after.measurement });
function sourceOf(instruction) {
    switch (keywordOf(instruction)) {
        case 'COPY':
        case 'ADD': {
            if (/ --from=/.test(instruction))
                return 'upstream';
            const sources = instruction
                .replace(/^\S+(?: --\S+)*/, '')
                .trim()
                .split(' ')
                .slice(0, -1);
            if (sources.length > 0 && sources.every((path) => /^\[?"?(?:https?:\/\/|git:\/\/|git@)/.test(path)))
                return 'remote';
            // A here-document is part of the Dockerfile: its own line tells whether it changed.
            return sources.length > 0 && sources.every((path) => path.startsWith('<<')) ? 'upstream' : 'context';
        }
        case 'FROM':
            return 'trigger';
        default:
            return 'command';
    }
}
const isCommand = ({ instruction }) => sourceOf(instruction ?? '') === 'command';
/** What the author changed in what decides a layer; null: nothing that is known. */
function judgeLines({ lines, buildArgs, files }) {
    const parts = [
        ...(lines.length > 0 ? [listed(lines.map(changedLine))] : []),
        ...(buildArgs !== null && buildArgs.length > 0 ? [`build arguments changed: ${listed(buildArgs)}`] : []),
        ...(files.length > 0 ? [`files taken in by ${listed(files.map(placeOf))} changed`] : []),
    ];
    const text = parts.join('; ');
    return text === '' ? null : proven('yours', text.charAt(0).toUpperCase() + text.slice(1));
}
const changedLine = ({ line, how }) => `${placeOf(line)} ${how}: ${quoted(line.instruction)}`;
/** A command sees what stands below it, and may make of it what it likes: that it did is a guess. */
function judgeBelow({ row }, scene, judged) {
    if (isReordered(row, scene))
        return assumed('the line is unchanged, but runs in another order');
    const own = changedBelow(row, 'yours', scene, judged);
    if (own.length === 0)
        return null;
    const names = listed(own.map(({ change }) => nameOf(change)));
    return assumed(`the line is unchanged, but ${names} changed and it runs on ${own.length === 1 ? 'it' : 'them'}`);
}
const changedBelow = (row, cause, scene, judged) => [...judged]
    .filter(([other, judgement]) => judgement.cause === cause && scene.changed(other) && precedes(other, row, scene))
    .map(([other]) => other);
const nameOf = ({ label, location }) => location === null ? clipped(label) : `${keywordOf(label)} line ${location.firstLine}`;
function drifted({ row, after }, scene, judged) {
    const packages = packagesOf(row.change, scene.metric);
    const isRebased = isCommand(after) && changedBelow(row, 'base', scene, judged).some(isBase);
    const parts = [
        `${lineOf(after)} unchanged${packages.length === 0 ? `, ${bytesOf(row.change, scene.metric)}` : ''}`,
        ...packages,
        ...(isRebased ? ['it ran on a new base image'] : []),
    ];
    return proven('drift', parts.join('; '));
}
/** Packages that an evidence names. */
const mostPackages = 2;
/** `libssl3 3.0.11 → 3.0.14, +400 kB`, the largest first. */
function packagesOf({ children }, metric) {
    const weight = ({ delta }) => Math.abs(known(delta, metric) ?? 0);
    return children
        .filter((child) => child.package !== null && weight(child) > 0)
        .sort((a, b) => weight(b) - weight(a))
        .slice(0, mostPackages)
        .map((child) => `${packageText(child)}, ${bytesOf(child, metric)}`);
}
function packageText({ label, package: found }) {
    if (found === null || found.before === found.after)
        return label;
    if (found.before === null || found.after === null)
        return `${found.name} ${found.direction}`;
    return `${found.name} ${found.before} → ${found.after}`;
}
const known = ({ diskBytes, downloadBytes }, metric) => metric === 'disk' ? diskBytes : (downloadBytes ?? diskBytes);
/** With a `~` where it is an estimate: the download size of less than a layer. */
function bytesOf({ kind, delta }, metric) {
    const bytes = known(delta, metric);
    const isEstimate = kind !== 'layer' && metric === 'download' && delta.downloadBytes !== null;
    return bytes === null ? 'size unknown' : `${isEstimate ? '~' : ''}${formatDelta(bytes)}`;
}
/** `FROM golang:1.22 in builder: digest a1b2c3d → c3d4e5f`. */
function upstreamDigests(pair) {
    const { stage } = pair.after.location;
    return digestsOf(pair, stage === null || /^\d+$/.test(stage) ? '' : ` in ${stage}`);
}
function digestsOf({ before, after }, where = '') {
    const short = (content) => Array.from(content?.matchAll(/sha256:(\w{7})/g) ?? [], ([, hex]) => hex).join(', ');
    const from = clipped(after.instruction.replace(/^(FROM .*) AS \S+$/i, '$1'));
    return `${from}${where}: digest ${short(before.content)} → ${short(after.content)}`;
}
const longestInstruction = 80;
const clipped = (instruction) => instruction.length <= longestInstruction ? instruction : `${instruction.slice(0, longestInstruction - 1).trimEnd()}…`;
/** As code among the words of an evidence. */
const quoted = (instruction) => `\`${clipped(instruction)}\``;
const mostListed = 3;
function listed(items) {
    const rest = items.length - mostListed;
    return rest > 0 ? `${items.slice(0, mostListed).join(', ')} and ${rest} more` : items.join(', ');
}
function positionsIn(rows, before, after) {
    const numbers = (side) => new Map(side.measurement.layers.map((layer, index) => [layer, index]));
    const [old, current] = [numbers(before), numbers(after)];
    const highest = (indexes) => (indexes.length === 0 ? null : Math.max(...indexes));
    return new Map(rows.map((row) => {
        const olds = row.pairs.flatMap((pair) => (pair.before && old.get(pair.before)) ?? []);
        const currents = row.pairs.flatMap((pair) => (pair.after && current.get(pair.after)) ?? []);
        return [row, { before: highest(olds), after: highest(currents) }];
    }));
}
const isPaired = ({ pairs }) => pairs.some(({ before }) => before) && pairs.some(({ after }) => after);
/** Whether `other` stands below `row` in the newer image, or stood there in the older one if it is gone. */
function precedes(other, row, { positions }) {
    const [lower, upper] = [positions.get(other), positions.get(row)];
    if (lower == null || upper == null)
        return false;
    if (lower.after !== null && upper.after !== null)
        return lower.after < upper.after;
    return lower.before !== null && upper.before !== null && lower.before < upper.before;
}
/** Whether a layer that both images have has come to stand above this one, or below. */
function isReordered(row, { positions }) {
    const own = positions.get(row);
    if (own?.before == null || own.after === null)
        return false;
    const [before, after] = [own.before, own.after];
    return [...positions.values()].some((other) => other.before !== null && other.after !== null && other.before < before !== other.after < after);
}
/** Whether a row's layers hold something else than before; times do not count, which differ at every checkout. */
function changedContent(before, after) {
    const known = new Map();
    const isChanged = (pair) => {
        if (pair.before === null || pair.after === null)
            return true;
        if (pair.before.diffId === pair.after.diffId)
            return false;
        const [old, current] = [
            before.indexes.get(pair.before.diffId),
            after.indexes.get(pair.after.diffId),
        ];
        return old === undefined || current === undefined || !sameContent(old, current);
    };
    return (row) => {
        const changed = known.get(row) ?? row.pairs.some(isChanged);
        known.set(row, changed);
        return changed;
    };
}
/** Builders write a layer's entries in an order of their own, but always in the same. */
function sameContent(before, after) {
    if (before.entries.length !== after.entries.length || before.diskBytes !== after.diskBytes)
        return false;
    return before.entries.every((entry, index) => {
        const other = after.entries[index];
        return other !== undefined && facts.every((fact) => entry[fact] === other[fact]);
    });
}
const facts = ['path', 'kind', 'size', 'hash', 'mode', 'uid', 'gid', 'link'];
