import type { Stage } from '../model/dockerfile.ts';
import type { BaseSaving } from '../model/finding.ts';
import type { DownloadSize } from '../model/image.ts';
import { formatBytes } from '../units.ts';
import { alternativesTo, type BaseAlternative } from './base-images.ts';
import { warningsOf } from './base-warnings.ts';
import { compilationsIn } from './compiling.ts';
import type { Draft } from './rule.ts';
import type { LintBase, LintSubject } from './subject.ts';

/** The rules that are about the base image. */
const baseRules = ['single-stage-with-build-tools', 'full-language-base', 'smaller-base-available'] as const;
export type BaseRule = (typeof baseRules)[number];

/** Whether the fixes of a rule change the base image. */
export const isBaseRule = (rule: string): boolean => baseRules.some((name) => name === rule);

/** What one rule has to say of a base image. The bytes of a base are one rule's: no two ever speak of the same. */
export interface BaseAdvice {
  readonly rule: BaseRule;
  /** At least one. */
  readonly alternatives: readonly BaseAlternative[];
}

/** Null: nothing is known that could take its place. */
export function adviseOnBase(image: string, chain: readonly Stage[]): BaseAdvice | null {
  const found = alternativesTo(image);
  if (found === null) return null;
  const { slim, smaller, runtimes } = found;
  if (runtimes.length > 0 && compilationsIn(chain).length > 0) {
    return { rule: 'single-stage-with-build-tools', alternatives: runtimes };
  }
  if (slim !== null) return { rule: 'full-language-base', alternatives: [slim] };
  return smaller.length === 0 ? null : { rule: 'smaller-base-available', alternatives: smaller };
}

/** The images whose sizes tell what another base saves: the base's own first; none where there is no advice. */
export function imagesToLookUp(image: string, chain: readonly Stage[]): string[] {
  const advice = adviseOnBase(image, chain);
  return advice === null ? [] : [image, ...advice.alternatives.map((each) => each.image)];
}

/** A base image that something smaller could take the place of. */
export interface LargerBase {
  readonly image: string;
  /** By what they save, the most first; where that is not known, in the order of likeness. At least one. */
  readonly alternatives: readonly PricedAlternative[];
  readonly saving: BaseSaving | null;
}

export interface PricedAlternative extends BaseAlternative {
  /** Bytes of download; null: not known. */
  readonly saves: number | null;
}

/** The base image, where `rule` has something to say of it that its registry does not deny. */
export function largerBase(subject: LintSubject, rule: BaseRule): LargerBase | null {
  const { base, chain } = subject;
  const advice = base === null ? null : adviseOnBase(base.image, chain);
  if (base === null || advice?.rule !== rule) return null;
  const alternatives = priced(base, advice.alternatives);
  const savings = alternatives.flatMap(({ saves }) => saves ?? []);
  if (alternatives.length === 0) return null;
  const saving = savings.length === 0 ? null : { leastBytes: Math.min(...savings), mostBytes: Math.max(...savings) };
  return { image: base.image, alternatives, saving };
}

/** With sizes at hand those alone that save; without, those that are there for sure. */
function priced({ image, sizes }: LintBase, alternatives: readonly BaseAlternative[]): PricedAlternative[] {
  const own = bytesOf(sizes.get(image));
  const there = alternatives
    .filter((each) => sizes.get(each.image) !== 'absent')
    .map((each) => ({ ...each, saves: difference(own, bytesOf(sizes.get(each.image))) }));
  const known = there.filter(({ saves }) => saves !== null);
  if (known.length === 0) return there.filter(({ isPromised }) => isPromised);
  return known.filter(({ saves }) => (saves ?? 0) > 0).sort((a, b) => (b.saves ?? 0) - (a.saves ?? 0));
}

const bytesOf = (size: DownloadSize | undefined): number | null => (typeof size === 'number' ? size : null);

const difference = (own: number | null, other: number | null): number | null =>
  own === null || other === null ? null : own - other;

/** The finding of a rule about the base image; `fix` is null where none is offered. */
export function baseDraft(
  subject: LintSubject,
  { alternatives, saving, image }: LargerBase,
  { message, fix }: { readonly message: string; readonly fix: Draft['fix'] },
): Draft[] {
  const [from] = subject.chain[0]?.instructions ?? [];
  if (from === undefined) return [];
  return [
    {
      message: saving === null ? message : `${message} (${savingText(saving)} less to download)`,
      range: from.words[0]?.range ?? from.range,
      claims: null,
      baseSaving: saving,
      evidence: [
        ...alternatives.flatMap(({ image: other, saves }) =>
          saves === null ? [] : [`${other} takes ${formatBytes(saves)} less to download than ${image}`],
        ),
        ...(saving === null && subject.layers !== null ? ['what it saves is not known: no registry has told'] : []),
        ...warningsOf(subject, new Set(alternatives.map(({ kind }) => kind))),
      ],
      fix,
    },
  ];
}

const savingText = ({ leastBytes, mostBytes }: BaseSaving): string =>
  leastBytes === mostBytes ? formatBytes(mostBytes) : `${formatBytes(leastBytes)} to ${formatBytes(mostBytes)}`;

/** The names of images, set apart as code. */
export const imagesText = (alternatives: readonly BaseAlternative[]): string =>
  alternatives.map(({ image }) => `\`${image}\``).join(' or ');
