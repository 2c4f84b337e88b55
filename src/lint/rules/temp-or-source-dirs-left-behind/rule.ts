import type { Instruction } from '../../../model/dockerfile.ts';
import { keptFiles } from '../../claims.ts';
import { type Chain, fact, instructionsIn } from '../../facts.ts';
import { filesIn, type PathTest } from '../../folders.ts';
import type { Rule } from '../../rule.ts';
import { removeAtEnd, shipped } from '../../shipped.ts';

const isTemporary = filesIn(['/tmp', '/var/tmp']);
const isSource = filesIn(['/usr/src']);
/** `/tmp/build` of `/tmp/build/a/b`. */
const top = /^(?:tmp|var\/tmp|usr\/src)\/[^/]+/;

export const tempOrSourceDirsLeftBehind: Rule = shipped({
  name: 'temp-or-source-dirs-left-behind',
  aliases: [],
  severity: 'warning',
  keywords: ['RUN'],
  message:
    'temporary files or sources stay in the layer: remove them in the same RUN, or work in a mount (`RUN --mount=type=tmpfs,target=/tmp`)',
  find(layer, run, subject) {
    const isUsed = usedPaths(subject.chain);
    // Of `/usr/src` only what the RUN itself says that it puts there: applications live there, too.
    const sources = run.text.includes('/usr/src') ? isSource : () => false;
    return keptFiles(layer, (path) => (isTemporary(path) || sources(path)) && !isUsed(path));
  },
  fix: (claims, run, subject) =>
    removeAtEnd(subject, run, new Set(claims.map(({ entry }) => top.exec(entry.path)?.[0] ?? entry.path)), {
      isSafe: false,
      command: 'rm -rf',
    }),
});

/** What the image works in or starts from. */
const usedPaths = fact((chain: Chain): PathTest => {
  const lines = instructionsIn(chain);
  const lastWorkdir = lines.findLast(({ keyword }) => keyword === 'WORKDIR');
  const used = lines.flatMap((line) => pathsOf(line).filter((path) => line === lastWorkdir || counts(line, path)));
  const isUsed = filesIn(used.map((path) => `/${path}` as const));
  const names = new Set(used);
  return (path) => names.has(path) || isUsed(path);
});

/** `ENV TMPDIR=/tmp` says nothing about what lies there; a working directory of `/usr/src` does. */
function counts({ keyword }: Instruction, path: string): boolean {
  if (path.startsWith('usr/src')) return keyword !== 'RUN';
  return ['ENV', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'VOLUME'].includes(keyword) && top.test(path);
}

const pathsOf = ({ text }: Instruction): string[] =>
  Array.from(
    text.matchAll(/(?<![\w.-])\/((?:tmp|var\/tmp|usr\/src)(?:\/[\w.@+-]+)*)(?![\w.@+-])/g),
    ([, path = '']) => path,
  );
