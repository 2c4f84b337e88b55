import type { Instruction } from '../../../model/dockerfile.ts';
import { fileName, filesNamed, isArchive, unpackedBy } from '../../archives.ts';
import { evidenceOf } from '../../claims.ts';
import { copiesOf, sourcesOf } from '../../copies.ts';
import type { Claim, Draft, Rule } from '../../rule.ts';
import { instructionsOf, type LintLayer, type LintSubject, layerOf } from '../../subject.ts';

export const archiveCopiedThenExtracted: Rule = {
  name: 'archive-copied-then-extracted',
  aliases: ['DL3010'],
  severity: 'warning',
  check: (subject) => copiesOf(subject).flatMap((copy) => checkCopy(subject, copy)),
};

function checkCopy(subject: LintSubject, copy: Instruction): Draft[] {
  const names = archivesOf(copy).filter((name) => isUnpackedBehind(subject, copy, name));
  if (names.length === 0) return [];
  const layer = layerOf(subject, copy);
  const claims = layer === null ? null : archivesIn(layer, names);
  return [
    {
      message:
        'an archive is copied into a layer, and unpacked into another: let ADD unpack it, or mount it where it is unpacked (`RUN --mount=type=bind,…`)',
      range: copy.range,
      claims,
      evidence: evidenceOf(claims),
      fix: null,
    },
  ];
}

/** The names under which archives arrive. */
function archivesOf(copy: Instruction): string[] {
  const sources = sourcesOf(copy).filter(isArchive);
  const target = copy.words.at(-1)?.text ?? '';
  return sources.length === 1 && isArchive(target) ? [fileName(target)] : sources.map(fileName);
}

const isUnpackedBehind = (subject: LintSubject, { range }: Instruction, name: string): boolean =>
  instructionsOf(subject, 'RUN')
    .filter((run) => run.range.firstLine > range.firstLine)
    .some(({ commands }) =>
      commands.some((command) => {
        const word = unpackedBy(command);
        return word !== null && fileName(word) === name;
      }),
    );

/** A removal in a later layer hides them, and frees nothing. */
function archivesIn(layer: LintLayer, names: readonly string[]): Claim[] {
  const tests = names.map(filesNamed);
  return [...layer.live, ...layer.hidden.map(({ entry }) => entry)]
    .filter(({ path }) => tests.some((test) => test(path)))
    .map((entry) => ({ layer: layer.index, entry }));
}
