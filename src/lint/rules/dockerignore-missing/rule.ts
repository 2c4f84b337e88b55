import type { Instruction } from '../../../model/dockerfile.ts';
import { evidenceOf, keptFiles } from '../../claims.ts';
import { appendIgnores, hasName, installedDependencies, unwantedNames } from '../../context-files.ts';
import { copiesOf, copiesWholeContext } from '../../copies.ts';
import type { Draft, Rule } from '../../rule.ts';
import { type LintContext, type LintSubject, layerOf } from '../../subject.ts';

export const dockerignoreMissing: Rule = {
  name: 'dockerignore-missing',
  aliases: ['ID.10001'],
  severity: 'warning',
  check(subject) {
    const { context } = subject;
    if (context === null || context.ignoreText !== null) return [];
    const names = [...unwantedNames, ...installedDependencies(subject)];
    return copiesOf(subject)
      .filter(copiesWholeContext)
      .flatMap((copy) => checkCopy(subject, copy, context, names));
  },
};

function checkCopy(subject: LintSubject, copy: Instruction, context: LintContext, names: readonly string[]): Draft[] {
  const layer = layerOf(subject, copy);
  const claims = layer === null ? null : keptFiles(layer, hasName(names));
  return [
    {
      message: `the whole context is copied and there is no \`${context.ignoreFile}\`: what no image needs lands in the layer`,
      range: copy.range,
      claims,
      evidence: evidenceOf(claims),
      fix: {
        safe: true,
        edits: [
          appendIgnores(
            context,
            names.map((name) => `**/${name}`),
          ),
        ],
      },
    },
  ];
}
