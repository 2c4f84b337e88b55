import type { Dockerfile } from '../../../model/dockerfile.ts';
import { keptFiles } from '../../claims.ts';
import { fact } from '../../facts.ts';
import type { Rule } from '../../rule.ts';
import { removeAtEnd, shipped } from '../../shipped.ts';

const isLog = (path: string): boolean => path.startsWith('var/log/') || /^var\/cache\/debconf\/[^/]+-old$/.test(path);

export const logFilesShipped: Rule = shipped({
  name: 'log-files-shipped',
  aliases: [],
  severity: 'info',
  keywords: ['RUN'],
  message: 'what was logged while the image was built stays in it: remove the files in the same RUN',
  find(layer, _run, subject) {
    const named = namedLogs(subject.dockerfile);
    // What is empty was made for a program to write to.
    return keptFiles(layer, isLog).filter(({ entry }) => entry.size > 0 && !named.has(`/${entry.path}`));
  },
  fix: (claims, run, subject) =>
    removeAtEnd(subject, run, new Set(claims.map(({ entry }) => entry.path)), { isSafe: true, command: 'rm -f' }),
});

/** Logs that the Dockerfile is about (`CMD tail -f /var/log/app.log`). */
const namedLogs = fact(
  ({ text }: Dockerfile): ReadonlySet<string> => new Set(text.match(/\/var\/log\/[\w./-]+/g) ?? []),
);
