import type { Instruction } from '../../../model/dockerfile.ts';
import { runs } from '../../commands.ts';
import { type Chain, fact, instructionsIn } from '../../facts.ts';
import { leftBehind } from '../../left-behind.ts';
import type { Rule } from '../../rule.ts';
import type { LintSubject } from '../../subject.ts';

const apt = ['apt-get', 'apt', 'aptitude'];
const archives = /^var\/cache\/apt\/(?:archives\/(?:partial\/)?[^/]+\.deb|(?:src)?pkgcache\.bin)$/;

export const aptArchivesLeftBehind: Rule = leftBehind({
  name: 'apt-archives-left-behind',
  aliases: [],
  leftovers: [
    {
      message:
        'the packages that apt fetched stay in the layer: run `apt-get clean` in the same RUN, or mount a cache at `/var/cache/apt`',
      folders: ['/var/cache/apt/archives'],
      files: (path) => archives.test(path),
      isLeftBy: (command, run, subject) =>
        runs(command, apt, ['install', 'upgrade', 'full-upgrade', 'dist-upgrade', 'build-dep']) &&
        (subject.layers !== null || keepsDownloads(subject, run)),
      isCleanedBy: (command) => runs(command, apt, ['clean', 'autoclean', 'distclean']),
      remedy: () => ({ command: 'apt-get clean' }),
    },
  ],
});

/** By the text alone: Debian's and Ubuntu's images clean up behind apt, unless a RUN up to this one tells them not to. */
const keepsDownloads = ({ chain }: LintSubject, { range }: Instruction): boolean =>
  firstKeeping(chain) <= range.firstLine;

/** The line of the first RUN that tells them. */
const firstKeeping = fact((chain: Chain): number => {
  const keeps = /\brm\b[^;&|]*docker-clean|Keep-Downloaded-Packages["' ]+(?:true|1|yes)/i;
  const first = instructionsIn(chain).find(({ keyword, text }) => keyword === 'RUN' && keeps.test(text));
  return first?.range.firstLine ?? Number.POSITIVE_INFINITY;
});
