import { downloadsOf } from '../model/download-marks.ts';
import type { Finding, Price } from '../model/finding.ts';
import type { Entry } from '../model/image.ts';
import { linesOfFix } from './fix-lines.ts';
import type { Claim, Draft, Rule } from './rule.ts';
import type { LintLayer, LintSubject } from './subject.ts';

export interface PricedDraft {
  readonly rule: Rule;
  readonly draft: Draft;
}

/**
 * Prices drafts in their order: a byte belongs to the first finding that claims it, so that prices never add up to
 * more than the image. Findings that cost nothing are dropped.
 */
export function priceDrafts(drafts: readonly PricedDraft[], subject: LintSubject): Finding[] {
  const layers = subject.layers ?? [];
  const granted = grantClaims(drafts.map(({ draft }) => draft));
  const weigh = fileWeigher(
    layers,
    granted.flatMap((claims) => claims ?? []),
  );
  const told = layers.map((): Size => nothing);
  const findings: Finding[] = [];
  drafts.forEach(({ rule, draft }, at) => {
    const shares =
      draft.excess !== undefined ? excessOf(draft.excess, told, layers) : sharesOf(granted[at] ?? null, weigh);
    const price = shares && priceOf(shares);
    if (price?.diskBytes === 0) return;
    for (const [layer, share] of shares ?? []) told[layer] = add(told[layer] ?? nothing, share);
    findings.push(findingOf(rule, draft, price, subject));
  });
  return findings;
}

/** Of files; the bytes to download are no whole number, and null where their layer's are not known. */
type Size = Pick<Price, 'diskBytes' | 'downloadBytes'>;

/** What a finding has of each layer, by its position. */
type Shares = ReadonlyMap<number, Size>;

const nothing: Size = { diskBytes: 0, downloadBytes: 0 };

const combine =
  (of: (one: number, other: number) => number) =>
  (one: Size, other: Size): Size => ({
    diskBytes: of(one.diskBytes, other.diskBytes),
    downloadBytes:
      one.downloadBytes === null || other.downloadBytes === null ? null : of(one.downloadBytes, other.downloadBytes),
  });
const add = combine((one, other) => one + other);
/** Down to nothing: parts that are no whole numbers may come to a trace more than the whole. */
const subtract = combine((one, other) => Math.max(0, one - other));

/** The claims of each draft that no earlier one has made. */
function grantClaims(drafts: readonly Draft[]): (readonly Claim[] | null)[] {
  const taken = new Map<number, Set<Entry>>();
  const isFree = ({ layer, entry }: Claim) => {
    const ofLayer = taken.get(layer) ?? new Set();
    const isTaken = ofLayer.has(entry);
    taken.set(layer, ofLayer.add(entry));
    return !isTaken;
  };
  return drafts.map(({ claims }) => claims?.filter(isFree) ?? null);
}

/** By the marks of a layer where it has some, else by its own compression ratio. */
function fileWeigher(layers: readonly LintLayer[], claims: readonly Claim[]): (claim: Claim) => Size {
  const claimed = Map.groupBy(claims, ({ layer }) => layer);
  const downloads = layers.map((layer) =>
    downloadsIn(layer, new Set(claimed.get(layer.index)?.map(({ entry }) => entry))),
  );
  return ({ layer, entry }) => ({ diskBytes: entry.size, downloadBytes: downloads[layer]?.(entry) ?? null });
}

function downloadsIn(
  { entries, marks, diskBytes, downloadBytes }: LintLayer,
  claimed: ReadonlySet<Entry>,
): (entry: Entry) => number | null {
  if (downloadBytes === null || claimed.size === 0) return () => null;
  if (marks === null) return ({ size }) => (size === 0 ? 0 : (size / diskBytes) * downloadBytes);
  const found = downloadsOf(entries, marks, (entry) => claimed.has(entry));
  return (entry) => found.get(entry) ?? null;
}

function sharesOf(claims: readonly Claim[] | null, weigh: (claim: Claim) => Size): Shares | null {
  if (claims === null) return null;
  const shares = new Map<number, Size>();
  for (const claim of claims) shares.set(claim.layer, add(shares.get(claim.layer) ?? nothing, weigh(claim)));
  return shares;
}

/** What an excess is beyond what findings have of its layer; to download it has the ratio of the layer's rest. */
function excessOf(
  { layer: at, bytes }: NonNullable<Draft['excess']>,
  told: readonly Size[],
  layers: readonly LintLayer[],
): Shares | null {
  const layer = layers[at];
  if (layer === undefined) return null;
  const rest = subtract(layer, told[at] ?? nothing);
  const diskBytes = Math.max(0, bytes - (layer.diskBytes - rest.diskBytes));
  const part = diskBytes === 0 ? 0 : diskBytes / rest.diskBytes;
  const downloadBytes = rest.downloadBytes === null ? null : part * rest.downloadBytes;
  return new Map([[at, { diskBytes, downloadBytes }]]);
}

function priceOf(shares: Shares): Price {
  const { diskBytes, downloadBytes } = [...shares.values()].reduce(add, nothing);
  return { diskBytes, downloadBytes: downloadBytes === null ? null : Math.floor(downloadBytes), measured: true };
}

function findingOf(rule: Rule, draft: Draft, price: Price | null, subject: LintSubject): Finding {
  const { firstLine, lastLine, firstColumn, lastColumn } = draft.range;
  return {
    rule: rule.name,
    aliases: [...rule.aliases],
    severity: rule.severity,
    message: draft.message,
    location: { file: subject.dockerfile.path, firstLine, lastLine, firstColumn, lastColumn },
    price,
    baseSaving: draft.baseSaving ?? null,
    evidence: [...draft.evidence],
    fix: draft.fix && { ...draft.fix, lines: linesOfFix(draft.fix, subject) },
  };
}
