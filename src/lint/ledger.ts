import type { Finding, Price } from '../model/finding.ts';
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
  const taken = layers.map(() => new Map<string, number>());
  const findings: Finding[] = [];
  for (const { rule, draft } of drafts) {
    const free = draft.claims?.filter((claim) => take(claim, taken)) ?? null;
    const price = draft.excess !== undefined ? excessPrice(draft.excess, taken, layers) : free && priceOf(free, layers);
    if (price?.diskBytes === 0) continue;
    findings.push(findingOf(rule, draft, price, subject));
  }
  return findings;
}

/** Whether nobody has a file yet; from here on somebody has. */
function take({ layer, entry }: Claim, taken: readonly Map<string, number>[]): boolean {
  if (taken[layer]?.has(entry.path)) return false;
  taken[layer]?.set(entry.path, entry.size);
  return true;
}

/** What an excess is beyond what findings have of its layer. */
function excessPrice(
  { layer, bytes }: NonNullable<Draft['excess']>,
  taken: readonly ReadonlyMap<string, number>[],
  layers: readonly LintLayer[],
): Price {
  const told = [...(taken[layer]?.values() ?? [])].reduce((sum, size) => sum + size, 0);
  return sizesOf(new Map([[layer, Math.max(0, bytes - told)]]), layers);
}

function priceOf(claims: readonly Claim[], layers: readonly LintLayer[]): Price {
  const diskByLayer = new Map<number, number>();
  for (const { layer, entry } of claims) diskByLayer.set(layer, (diskByLayer.get(layer) ?? 0) + entry.size);
  return sizesOf(diskByLayer, layers);
}

/** Download bytes by each layer's own compression ratio: what a single file takes in a blob can't be told. */
function sizesOf(diskByLayer: ReadonlyMap<number, number>, layers: readonly LintLayer[]): Price {
  let diskBytes = 0;
  let downloadBytes: number | null = 0;
  for (const [index, disk] of diskByLayer) {
    diskBytes += disk;
    const layer = layers[index];
    const ratio = layer?.downloadBytes == null ? null : layer.downloadBytes / layer.diskBytes;
    downloadBytes = downloadBytes === null || ratio === null ? null : downloadBytes + Math.floor(disk * ratio);
  }
  return { diskBytes, downloadBytes, measured: true };
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
