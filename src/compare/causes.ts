import type { Digest, LayerIndex } from '../model/image.ts';
import type { MeasuredLayer } from '../model/measurement.ts';
import type { Cause, Change, ImageReport, Metric, Size } from '../model/report.ts';
import { formatDelta } from '../units.ts';
import type { LayerPair } from './align.ts';
import type { Row } from './compare.ts';
import type { Side } from './side.ts';
import { addSizes, nothing } from './size.ts';
import {
  type ChangedLine,
  type LinePair,
  placeOf,
  sameInstruction,
  type UpstreamDifference,
  upstreamDifference,
} from './upstream-difference.ts';

type Judgement = Pick<Change, 'cause' | 'evidence' | 'assumed'>;

const proven = (cause: Cause, evidence: string): Judgement => ({ cause, evidence, assumed: false });
/** Where the evidence is not enough it is the author's, so that no growth slips by. */
const assumed = (why: string): Judgement => ({ cause: 'yours', evidence: `Assumed: ${why}`, assumed: true });

/**
 * Says of each row whose doing it is, and what that is told by: `yours`, a change of the Dockerfile, of build arguments
 * or of the files of the build context; `base`, another image under the same name; `drift`, other packages or files
 * from the same inputs. Rows below have the cause of theirs.
 *
 * @param rows all of them, as `compareSides` orders them
 * @param metric of the bytes that the evidence names
 */
export function assignCauses(rows: readonly Row[], before: Side, after: Side, metric: Metric): Row[] {
  const scene: Scene = {
    before,
    after,
    metric,
    changed: changedContent(before, after),
    positions: positionsIn(rows, before, after),
  };
  const judged = new Map<Row, Judgement>();
  // What is gone stands last, and yet may have stood below what is left.
  for (const row of [...rows].sort((a, b) => Number(isPaired(a)) - Number(isPaired(b)))) {
    judged.set(row, judgeRow(row, scene, judged));
  }
  return rows.map((row) => ({ ...row, change: withCause(row.change, judged.get(row) ?? unknownOrigin) }));
}

/** What each cause brought, all rows together; the three add up to the images' difference. */
export function sumCauses(rows: readonly Row[]): NonNullable<ImageReport['causes']> {
  const sum = (cause: Cause): Size =>
    rows
      .filter(({ change }) => change.cause === cause)
      .reduce((total, { change }) => addSizes(total, change.delta), nothing);
  return { yours: sum('yours'), base: sum('base'), drift: sum('drift') };
}

/** A row with a cause, and the rows below it with the same. */
export const withCause = (change: Change, judgement: Judgement): Change => ({
  ...change,
  ...judgement,
  children: change.children.map((child) => withCause(child, { ...judgement, evidence: null })),
});

/** What the judging of one row needs of all. */
interface Scene {
  readonly before: Side;
  readonly after: Side;
  readonly metric: Metric;
  readonly changed: (row: Row) => boolean;
  readonly positions: ReadonlyMap<Row, Position>;
}

type Judged = ReadonlyMap<Row, Judgement>;

function judgeRow(row: Row, scene: Scene, judged: Judged): Judgement {
  if (!scene.changed(row)) return proven('drift', 'The files are the same');
  if (isBase(row)) return judgeBase(row, scene);
  const [pair] = row.pairs;
  if (pair === undefined || !layersOf(row).every(isTraced)) return unknownOrigin;
  const { before, after } = pair;
  if (before === null || after === null) return judgeUnpaired(pair);
  if (before.origin !== after.origin) return assumed('it is part of the base image on one side only');
  if (!sameInstruction(before, after)) return proven('yours', `${lineOf(after)} edited`);
  return judgeSameLine({ row, before, after }, scene, judged);
}

const unknownBuildArgs: Judgement = assumed('it is not known which build arguments there were');

const layersOf = ({ pairs }: Row): readonly MeasuredLayer[] =>
  pairs.flatMap(({ before, after }) => [before, after].filter((layer) => layer !== null));

const isBase = (row: Row): boolean => layersOf(row).every(({ origin }) => origin === 'base');

const unknownOrigin: Judgement = assumed('it is not known which line made it');

const isTraced = ({ origin, instruction, location }: MeasuredLayer): boolean =>
  origin !== null && instruction !== null && location !== null;

/** `RUN line 12`; an instruction that is not in the Dockerfile is called by its keyword alone. */
function lineOf({ instruction, location }: MeasuredLayer): string {
  return `${keywordOf(instruction)}${location === null ? '' : ` line ${location.firstLine}`}`;
}

const keywordOf = (instruction: string | null): string => instruction?.split(' ', 1)[0]?.toUpperCase() ?? '';

function judgeUnpaired({ before, after }: LayerPair): Judgement {
  const [layer, what] = after === null ? [before, 'removed'] : [after, 'added'];
  return layer === null ? unknownOrigin : proven('yours', `${lineOf(layer)} ${what}`);
}

function judgeBase({ pairs, change }: Row, scene: Scene): Judgement {
  const before = pairs.find((pair) => pair.before !== null)?.before;
  const after = pairs.find((pair) => pair.after !== null)?.after;
  if (!before || !after) return proven('yours', `The base image was ${after ? 'added' : 'removed'}`);
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
  if (own) return own;
  if (difference?.buildArgs === null) return unknownBuildArgs;
  const digests = difference?.images.map((pair) => digestsOf(pair)) ?? [];
  return proven('base', `${digests[0] ?? `${clipped(after.instruction)} unchanged`}, ${bytes}`);
}

/** A layer that the same line made in both builds. */
interface SameLine {
  readonly row: Row;
  readonly before: MeasuredLayer;
  readonly after: MeasuredLayer;
}

function judgeSameLine(line: SameLine, scene: Scene, judged: Judged): Judgement {
  const { before, after } = line;
  const difference = differenceOf(before, after, scene);
  const source = sourceOf(after.instruction ?? '');
  if (source === 'trigger') return assumed(`ONBUILD of the base image made it, by ${lineOf(after)}`);
  if (source === 'context') {
    return (
      (difference && judgeLines(difference)) ?? proven('yours', `Files of the build context changed: ${lineOf(after)}`)
    );
  }
  if (difference === null) {
    const isPlain = source === 'remote' && !/\$/.test(after.instruction ?? '');
    return isPlain
      ? drifted(line, scene, judged)
      : assumed(`the baseline or this build does not tell what ${lineOf(after)} depends on`);
  }
  const own = judgeLines(difference);
  if (own) return own;
  if (difference.buildArgs === null) return unknownBuildArgs;
  if (difference.untold.length > 0) {
    return assumed(`it is not known what ${listed(difference.untold.map(placeOf))} took`);
  }
  const below = isCommand(after) ? judgeBelow(line, scene, judged) : null;
  if (below) return below;
  if (difference.images.length > 0) return proven('base', listed(difference.images.map(upstreamDigests)));
  return drifted(line, scene, judged);
}

const differenceOf = (before: MeasuredLayer, after: MeasuredLayer, scene: Scene): UpstreamDifference | null =>
  upstreamDifference(
    { layer: before, image: scene.before.measurement },
    { layer: after, image: scene.after.measurement },
  );

/** Where a line has from what it puts into the image; `upstream`: its upstream lines tell it all. */
type Source = 'context' | 'upstream' | 'remote' | 'command' | 'trigger';

function sourceOf(instruction: string): Source {
  switch (keywordOf(instruction)) {
    case 'COPY':
    case 'ADD': {
      if (/ --from=/.test(instruction)) return 'upstream';
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

const isCommand = ({ instruction }: MeasuredLayer): boolean => sourceOf(instruction ?? '') === 'command';

/** What the author changed in what decides a layer; null: nothing that is known. */
function judgeLines({ lines, buildArgs, files }: UpstreamDifference): Judgement | null {
  const parts = [
    ...(lines.length > 0 ? [listed(lines.map(changedLine))] : []),
    ...(buildArgs !== null && buildArgs.length > 0 ? [`build arguments changed: ${listed(buildArgs)}`] : []),
    ...(files.length > 0 ? [`files taken in by ${listed(files.map(placeOf))} changed`] : []),
  ];
  const text = parts.join('; ');
  return text === '' ? null : proven('yours', text.charAt(0).toUpperCase() + text.slice(1));
}

const changedLine = ({ line, how }: ChangedLine): string => `${placeOf(line)} ${how}: ${quoted(line.instruction)}`;

/** A command sees what stands below it, and may make of it what it likes: that it did is a guess. */
function judgeBelow({ row }: SameLine, scene: Scene, judged: Judged): Judgement | null {
  if (isReordered(row, scene)) return assumed('the line is unchanged, but runs in another order');
  const own = changedBelow(row, 'yours', scene, judged);
  if (own.length === 0) return null;
  const names = listed(own.map(({ change }) => nameOf(change)));
  return assumed(`the line is unchanged, but ${names} changed and it runs on ${own.length === 1 ? 'it' : 'them'}`);
}

const changedBelow = (row: Row, cause: Cause, scene: Scene, judged: Judged): readonly Row[] =>
  [...judged]
    .filter(([other, judgement]) => judgement.cause === cause && scene.changed(other) && precedes(other, row, scene))
    .map(([other]) => other);

const nameOf = ({ label, location }: Change): string =>
  location === null ? clipped(label) : `${keywordOf(label)} line ${location.firstLine}`;

function drifted({ row, after }: SameLine, scene: Scene, judged: Judged): Judgement {
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
function packagesOf({ children }: Change, metric: Metric): string[] {
  const weight = ({ delta }: Change) => Math.abs(known(delta, metric) ?? 0);
  return children
    .filter((child) => child.package !== null && weight(child) > 0)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, mostPackages)
    .map((child) => `${packageText(child)}, ${bytesOf(child, metric)}`);
}

function packageText({ label, package: found }: Change): string {
  if (found === null || found.before === found.after) return label;
  if (found.before === null || found.after === null) return `${found.name} ${found.direction}`;
  return `${found.name} ${found.before} → ${found.after}`;
}

const known = ({ diskBytes, downloadBytes }: Size, metric: Metric): number | null =>
  metric === 'disk' ? diskBytes : (downloadBytes ?? diskBytes);

/** With a `~` where it is an estimate: the download size of less than a layer. */
function bytesOf({ kind, delta }: Change, metric: Metric): string {
  const bytes = known(delta, metric);
  const isEstimate = kind !== 'layer' && metric === 'download' && delta.downloadBytes !== null;
  return bytes === null ? 'size unknown' : `${isEstimate ? '~' : ''}${formatDelta(bytes)}`;
}

/** `FROM golang:1.22 in builder: digest a1b2c3d → c3d4e5f`. */
function upstreamDigests(pair: LinePair): string {
  const { stage } = pair.after.location;
  return digestsOf(pair, stage === null || /^\d+$/.test(stage) ? '' : ` in ${stage}`);
}

function digestsOf({ before, after }: LinePair, where = ''): string {
  const short = (content: string | null) =>
    Array.from(content?.matchAll(/sha256:(\w{7})/g) ?? [], ([, hex]) => hex).join(', ');
  const from = clipped(after.instruction.replace(/^(FROM .*) AS \S+$/i, '$1'));
  return `${from}${where}: digest ${short(before.content)} → ${short(after.content)}`;
}

const longestInstruction = 80;

const clipped = (instruction: string): string =>
  instruction.length <= longestInstruction ? instruction : `${instruction.slice(0, longestInstruction - 1).trimEnd()}…`;

/** As code among the words of an evidence. */
const quoted = (instruction: string): string => `\`${clipped(instruction)}\``;

const mostListed = 3;

function listed(items: readonly string[]): string {
  const rest = items.length - mostListed;
  return rest > 0 ? `${items.slice(0, mostListed).join(', ')} and ${rest} more` : items.join(', ');
}

/** The highest of a row's layers, by number from the bottom; null: not there on that side. */
interface Position {
  readonly before: number | null;
  readonly after: number | null;
}

function positionsIn(rows: readonly Row[], before: Side, after: Side): ReadonlyMap<Row, Position> {
  const numbers = (side: Side) => new Map(side.measurement.layers.map((layer, index) => [layer, index]));
  const [old, current] = [numbers(before), numbers(after)];
  const highest = (indexes: readonly number[]) => (indexes.length === 0 ? null : Math.max(...indexes));
  return new Map(
    rows.map((row) => {
      const olds = row.pairs.flatMap((pair) => (pair.before && old.get(pair.before)) ?? []);
      const currents = row.pairs.flatMap((pair) => (pair.after && current.get(pair.after)) ?? []);
      return [row, { before: highest(olds), after: highest(currents) }];
    }),
  );
}

const isPaired = ({ pairs }: Row): boolean => pairs.some(({ before }) => before) && pairs.some(({ after }) => after);

/** Whether `other` stands below `row` in the newer image, or stood there in the older one if it is gone. */
function precedes(other: Row, row: Row, { positions }: Scene): boolean {
  const [lower, upper] = [positions.get(other), positions.get(row)];
  if (lower == null || upper == null) return false;
  if (lower.after !== null && upper.after !== null) return lower.after < upper.after;
  return lower.before !== null && upper.before !== null && lower.before < upper.before;
}

/** Whether a layer that both images have has come to stand above this one, or below. */
function isReordered(row: Row, { positions }: Scene): boolean {
  const own = positions.get(row);
  if (own?.before == null || own.after === null) return false;
  const [before, after] = [own.before, own.after];
  return [...positions.values()].some(
    (other) => other.before !== null && other.after !== null && other.before < before !== other.after < after,
  );
}

/** Whether a row's layers hold something else than before; times do not count, which differ at every checkout. */
function changedContent(before: Side, after: Side): (row: Row) => boolean {
  const known = new Map<Row, boolean>();
  const isChanged = (pair: LayerPair): boolean => {
    if (pair.before === null || pair.after === null) return true;
    if (pair.before.diffId === pair.after.diffId) return false;
    const [old, current] = [
      before.indexes.get(pair.before.diffId as Digest),
      after.indexes.get(pair.after.diffId as Digest),
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
function sameContent(before: LayerIndex, after: LayerIndex): boolean {
  if (before.entries.length !== after.entries.length || before.diskBytes !== after.diskBytes) return false;
  return before.entries.every((entry, index) => {
    const other = after.entries[index];
    return other !== undefined && facts.every((fact) => entry[fact] === other[fact]);
  });
}

const facts = ['path', 'kind', 'size', 'hash', 'mode', 'uid', 'gid', 'link'] as const;
