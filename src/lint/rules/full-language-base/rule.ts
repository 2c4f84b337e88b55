import { baseDraft, imagesText, type LargerBase, largerBase } from '../../base-advice.ts';
import { missingTools } from '../../base-warnings.ts';
import { replaceAt } from '../../removals.ts';
import type { Draft, Rule } from '../../rule.ts';
import type { LintSubject } from '../../subject.ts';

export const fullLanguageBase: Rule = {
  name: 'full-language-base',
  aliases: [],
  severity: 'warning',
  check(subject) {
    const found = largerBase(subject, 'full-language-base');
    if (found === null) return [];
    const message = `\`${found.image}\` brings compilers, headers and tools that building takes and running does not: use ${imagesText(found.alternatives)}`;
    return baseDraft(subject, found, { message, fix: fixOf(subject, found) });
  },
};

/** None where a variable or a digest names the image, or the Dockerfile uses what would go. */
function fixOf(subject: LintSubject, { image, alternatives }: LargerBase): Draft['fix'] {
  const name = subject.chain[0]?.instructions[0]?.words[0];
  const [slim] = alternatives;
  if (name?.text !== image || image.includes('@') || slim === undefined) return null;
  if (missingTools(subject).length > 0) return null;
  return { safe: false, edits: [replaceAt(subject, name.range, slim.image)] };
}
