import { weightOf } from '../compare/size.ts';
import type { Change, ImageReport, Metric, PackageChange, Size } from '../model/report.ts';
import { isDust, isMoreThanDust } from './dust.ts';
import { bytesBy, plural, sumSizes } from './figures.ts';

/** Rows of what changed: which of them are shown, and in what words. */

/** Some rows, and what they leave of the whole; both together are the whole, but for dust. */
export interface Selection {
  readonly shown: readonly Change[];
  /** `count`: rows that were left out; null where these are themselves sums of others. */
  readonly other: { readonly count: number | null; readonly delta: Size } | null;
}

/** The `count` largest of the rows that make up `whole`; sums of others stand last. */
export function largest(rows: readonly Change[], whole: Size, metric: Metric, count: number): Selection {
  const { named, sums } = byName(rows.filter((row) => !isDust(row, metric)));
  const sorted = named.toSorted((a, b) => weightOf(b.delta, metric) - weightOf(a.delta, metric));
  const left = Math.max(0, sorted.length - count);
  const shown = left > 0 ? sorted.slice(0, count) : [...sorted, ...sums];
  const listed = sumSizes(shown.map(({ delta }) => delta));
  const delta: Size = {
    diskBytes: difference(whole.diskBytes, listed.diskBytes),
    downloadBytes: difference(whole.downloadBytes, listed.downloadBytes),
  };
  const rest = { count: left > 0 && sums.length > 0 ? null : left, delta };
  return { shown, other: left > 0 || delta.diskBytes || (delta.downloadBytes && isMoreThanDust(delta)) ? rest : null };
}

/** The largest rows of an image, and what they leave of its change. */
export function largestChanges(image: ImageReport, metric: Metric, count: number): Selection {
  const total = sumSizes(image.changes.map(({ delta }) => delta));
  // Below a path there is less than the image's change.
  return largest(image.changes, image.focus === null ? (image.delta ?? total) : total, metric, count);
}

const difference = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

/** A row in a tree that is printed from top to bottom. */
export interface Line {
  /** Steps below a layer. */
  readonly level: number;
  /** Null: what was left out of this level. */
  readonly row: Change | null;
  readonly parent: Change | null;
  readonly delta: Size;
  /** Of what was left out; null where that is not known. */
  readonly count: number | null;
}

export const lineOf = (row: Change, parent: Change | null = null, level = 0): Line => ({
  level,
  row,
  parent,
  delta: row.delta,
  count: null,
});

const otherLine = ({ count, delta }: NonNullable<Selection['other']>, parent: Change | null, level: number): Line => ({
  level,
  row: null,
  parent,
  delta,
  count,
});

/** A selection as lines, each followed by what `below` makes of it. */
export const linesOf = (
  { shown, other }: Selection,
  below: (row: Change) => readonly Line[],
  parent: Change | null = null,
  level = 0,
): Line[] => [
  ...shown.flatMap((row) => [lineOf(row, parent, level), ...below(row)]),
  ...(other === null ? [] : [otherLine(other, parent, level)]),
];

/** How many rows are shown below `parent`, `level` steps below the layer; 0: none, nor any below them. */
export type Breadth = (level: number, parent: Change) => number;

/** What lies below a row, level by level. */
export function linesBelow(row: Change, metric: Metric, breadth: Breadth, level = 1): Line[] {
  const most = breadth(level, row);
  if (most === 0 || row.children.length === 0) return [];
  const selection = largest(row.children, row.delta, metric, most);
  return linesOf(selection, (child) => linesBelow(child, metric, breadth, level + 1), row, level);
}

export const otherLabel = ({ count }: Line): string => (count ? `other (${plural(count, 'smaller change')})` : 'other');

/** A row that is less than this part of the largest beside it explains nothing. */
const leastShare = 0.1;

/** A row that is more than this part of its directory stands for it: `/var/lib/apt/lists`, not `/var`. */
const mostShare = 0.9;

/** The few rows below `row` that explain it best, the largest first. */
export function telling(row: Change, metric: Metric, count: number): readonly Change[] {
  const named = byName(row.children).named.map((child) => essenceOf(child, metric));
  const least = leastShare * named.reduce((most, child) => Math.max(most, weightOf(child.delta, metric)), 0);
  return named
    .filter((child) => weightOf(child.delta, metric) >= least)
    .toSorted((a, b) => weightOf(b.delta, metric) - weightOf(a.delta, metric))
    .slice(0, count);
}

function essenceOf(row: Change, metric: Metric): Change {
  let essence = row;
  while (essence.kind === 'directory' && weightOf(essence.delta, metric) > 0) {
    const least = mostShare * weightOf(essence.delta, metric);
    // Two that undo each other may both be as large as what they lie in.
    const [heavy, ...others] = byName(essence.children).named.filter((child) => weightOf(child.delta, metric) >= least);
    if (heavy === undefined || others.length > 0) break;
    essence = heavy;
  }
  return essence;
}

/** A sum of others that comes to nothing tells nothing. */
const byName = (rows: readonly Change[]) => ({
  named: rows.filter(({ kind }) => kind !== 'other'),
  sums: rows.filter(({ kind, delta }) => kind === 'other' && (delta.diskBytes !== 0 || delta.downloadBytes)),
});

/** How text from outside is made safe for where it is shown. */
export interface Voice {
  /** Set apart, as a name. */
  quote(text: string): string;
  /** As words of the sentence around it. */
  say(text: string): string;
}

/** A row by its name and what became of it: `torch 2.1.0 → 2.3.0`, `/app/big.bin (new)`. */
export function describe(row: Change, voice: Voice, parent: Change | null = null): string {
  if (row.kind === 'other') return voice.say(row.label);
  const fate = fateOf(row, voice);
  return voice.quote(nameOf(row, parent)) + (fate === '' ? '' : ` ${fate}`);
}

function nameOf({ kind, label, package: owner }: Change, parent: Change | null): string {
  if (owner !== null) return packageName(owner);
  if (kind !== 'file' && kind !== 'directory') return label;
  const above = `${parent?.label ?? ''}/`;
  const name = parent?.kind === 'directory' && label.startsWith(above) ? label.slice(above.length) : label;
  return kind === 'directory' && !name.endsWith('/') ? `${name}/` : name;
}

function packageName({ name, before, after, direction }: PackageChange): string {
  const versions = direction === 'same' ? [after] : [before, after];
  return [name, versions.filter((version) => version !== null).join(' → ')].filter((part) => part !== '').join(' ');
}

function fateOf(row: Change, { quote }: Voice): string {
  const slash = row.kind === 'directory' ? '/' : '';
  if (row.movedFrom !== null) return `moved from ${quote(row.movedFrom + slash)}`;
  if (row.movedTo !== null) return `moved to ${quote(row.movedTo + slash)}`;
  if (row.storedAgain) return '(stored again)';
  if (row.before === null) return '(new)';
  if (row.after === null) return '(removed)';
  return row.package?.direction === 'downgraded' ? '(downgraded)' : '';
}

const causeNames = { yours: null, base: 'base image', drift: 'drift' } as const;

/** Whose doing a layer is, in a word; empty below a layer. */
export const causeName = ({ kind, cause }: Change): string => (kind === 'layer' ? (causeNames[cause] ?? 'yours') : '');

/** What tells whose doing a layer is; empty below a layer, and where there is nothing to tell. */
export const evidenceText = (row: Change, { say }: Voice): string =>
  row.kind === 'layer' && isTold(row) ? say(withoutPrefix(row.evidence, `${row.label}: `)) : '';

/** Whose doing, where it is not the author's, and what tells; empty below a layer, and where there is nothing to tell. */
export function causeText(row: Change, voice: Voice): string {
  const name = row.kind === 'layer' ? (causeNames[row.cause] ?? '') : '';
  return [name, evidenceText(row, voice)].filter((part) => part !== '').join(': ');
}

/** A guess is told of elsewhere; that a line came or went is told beside its name. */
function isTold(row: Change): row is Change & { evidence: string } {
  const isPlain = row.cause === 'yours' && (row.before === null || row.after === null);
  return row.evidence !== null && !row.assumed && !isPlain;
}

const withoutPrefix = (text: string, prefix: string): string =>
  text.startsWith(prefix) ? text.slice(prefix.length) : text;

/** Whose growth it is, where it is not all the author's: `your change +1 MB`, `base image +3.2 MB`, `drift 0 B`. */
export function causeParts(
  { causes }: Pick<ImageReport, 'causes'>,
  metric: Metric,
): readonly (readonly [string, number | null])[] {
  if (causes === null) return [];
  const { yours, base, drift } = causes;
  if (!bytesBy(metric, base) && !bytesBy(metric, drift)) return [];
  const parts = [
    ['your change', yours],
    ['base image', base],
    ['drift', drift],
  ] as const;
  return parts.map(([name, size]) => [name, bytesBy(metric, size)]);
}

/** Rows whose cause nothing proves, by the reason. */
export function assumptions({ changes }: ImageReport): readonly { readonly reason: string; rows: readonly Change[] }[] {
  const guesses = changes.filter(({ assumed, evidence }) => assumed && evidence !== null);
  const byReason = Map.groupBy(guesses, ({ evidence }) => evidence ?? '');
  return [...byReason].map(([evidence, rows]) => {
    const reason = withoutPrefix(evidence, 'Assumed: ');
    return { reason: reason.charAt(0).toLowerCase() + reason.slice(1), rows };
  });
}

/** The causes of several images together; null where they are known of none. */
export function causesOfAll(images: readonly ImageReport[]): ImageReport['causes'] {
  const known = images.flatMap(({ causes }) => causes ?? []);
  if (known.length === 0) return null;
  const sumOf = (cause: keyof (typeof known)[number]) => sumSizes(known.map((causes) => causes[cause]));
  return { yours: sumOf('yours'), base: sumOf('base'), drift: sumOf('drift') };
}

/** What works against the image's change is worth a line where it is this part of what made it. */
const leastAgainst = 0.5;

/** The row that moved an image most, and the one that moved it the other way where that is much too. */
export function leadingRows({ changes, delta }: ImageReport, metric: Metric): Change[] {
  const bytesOf = (size: Size) => bytesBy(metric, size) ?? size.diskBytes ?? 0;
  const sorted = changes.toSorted((a, b) => weightOf(b.delta, metric) - weightOf(a.delta, metric));
  const grown = sorted.find((row) => bytesOf(row.delta) > 0);
  const shrunk = sorted.find((row) => bytesOf(row.delta) < 0);
  const [first, second] = delta !== null && bytesOf(delta) < 0 ? [shrunk, grown] : [grown, shrunk];
  if (first === undefined || second === undefined) return [first ?? second].filter((row) => row !== undefined);
  const isMuch = weightOf(second.delta, metric) >= leastAgainst * weightOf(first.delta, metric);
  return isMuch ? [first, second] : [first];
}
