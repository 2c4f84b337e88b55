import { baseDraft, imagesText, largerBase } from '../../base-advice.ts';
import type { Rule } from '../../rule.ts';

export const smallerBaseAvailable: Rule = {
  name: 'smaller-base-available',
  aliases: [],
  severity: 'info',
  check(subject) {
    const found = largerBase(subject, 'smaller-base-available');
    if (found === null) return [];
    const message = `there is a smaller base than \`${found.image}\`: ${imagesText(found.alternatives)}, if what the image runs works there`;
    return baseDraft(subject, found, { message, fix: null });
  },
};
