import type { Range } from '../../../model/dockerfile.ts';
import { describeFiles } from '../../claims.ts';
import type { Claim, Draft, Rule } from '../../rule.ts';
import type { LintLayer, LintSubject } from '../../subject.ts';

export const deletedInLaterLayer: Rule = {
  name: 'deleted-in-later-layer',
  aliases: ['ID.20021'],
  severity: 'warning',
  // Without layers there is no telling what a removal hits.
  check: (subject) => (subject.layers ?? []).flatMap((layer) => checkDeleter(subject, layer, subject.layers ?? [])),
};

/** One finding for each instruction that deletes; what the base image brought can't be freed by its user. */
function checkDeleter(subject: LintSubject, deleter: LintLayer, layers: readonly LintLayer[]): Draft[] {
  const range = rangeOf(subject, deleter);
  if (range === null) return [];
  const holders = layers
    .filter((layer) => layer.origin !== 'base')
    .map((layer) => ({ layer, claims: deletedBy(deleter, layer) }))
    .filter(({ claims }) => claims.length > 0);
  if (holders.length === 0) return [];
  return [
    {
      message:
        'files of an earlier layer are deleted here, which hides them and frees nothing: delete them in the instruction that makes them, or build in another stage',
      range,
      claims: holders.flatMap(({ claims }) => claims),
      evidence: holders.map(
        ({ layer, claims }) => `${placeOf(layer)}: ${describeFiles(claims.map(({ entry }) => entry))}`,
      ),
      fix: null,
    },
  ];
}

const deletedBy = (deleter: LintLayer, holder: LintLayer): Claim[] =>
  holder.hidden
    .filter(({ how, by }) => how === 'deleted' && by === deleter.index)
    .map(({ entry }) => ({ layer: holder.index, entry }));

const placeOf = ({ location, index }: LintLayer): string =>
  location === null ? `added by layer ${index + 1}` : `added by ${location.file}:${location.firstLine}`;

/** The instruction's range in the file that is linted; null where the layer's line is not known. */
function rangeOf(subject: LintSubject, layer: LintLayer): Range | null {
  const { location } = layer;
  if (location === null || layer.origin === 'base') return null;
  const instructions = subject.chain.flatMap((stage) => stage.instructions);
  return instructions.find(({ range }) => range.firstLine === location.firstLine)?.range ?? null;
}
