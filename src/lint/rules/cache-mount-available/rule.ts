import type { Instruction, ShellCommand } from '../../../model/dockerfile.ts';
import { programWords, runs } from '../../commands.ts';
import { type Chain, fact, instructionsIn } from '../../facts.ts';
import { type Folder, isMounted, removes } from '../../folders.ts';
import { insertFlag } from '../../removals.ts';
import type { Draft, Rule } from '../../rule.ts';
import { instructionsOf, type LintSubject } from '../../subject.ts';

interface Cache {
  readonly programs: readonly string[];
  readonly subcommands: readonly string[];
  readonly folder: Folder;
  /** Where a mount serves root without more; null: the program has to be told first (apt's images delete archives). */
  readonly target: string | null;
  /** Options that switch the cache off. */
  readonly off: readonly string[];
}

const caches: readonly Cache[] = [
  cache(['apt-get', 'apt'], ['install'], '/var/cache/apt', null),
  cache(['apk'], ['add'], '/var/cache/apk', '/var/cache/apk', ['--no-cache']),
  cache(['dnf', 'yum', 'microdnf'], ['install'], '/var/cache/dnf', null),
  cache(['pip', 'pip3'], ['install', 'wheel'], '~/.cache/pip', '/root/.cache/pip', ['--no-cache-dir']),
  cache(['uv'], ['sync', 'install'], '~/.cache/uv', '/root/.cache/uv', ['--no-cache', '-n']),
  cache(['npm'], ['install', 'ci', 'i'], '~/.npm', '/root/.npm'),
  cache(['go'], ['download', 'build', 'install'], '/go/pkg/mod', '/go/pkg/mod'),
  cache(['cargo'], ['build', 'install', 'fetch'], '/usr/local/cargo/registry', '/usr/local/cargo/registry'),
  cache(['mvn'], [], '~/.m2', '/root/.m2'),
  cache(['gradle', 'gradlew'], [], '~/.gradle', '/root/.gradle'),
];

function cache(
  programs: readonly string[],
  subcommands: readonly string[],
  folder: Folder,
  target: string | null,
  off: readonly string[] = [],
): Cache {
  return { programs, subcommands, folder, target, off };
}

export const cacheMountAvailable: Rule = {
  name: 'cache-mount-available',
  aliases: [],
  severity: 'info',
  topic: 'practice',
  offByDefault: true,
  check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => checkRun(subject, run)),
};

/** One finding for each RUN, at its first install. */
function checkRun(subject: LintSubject, run: Instruction): Draft[] {
  const open = caches.filter(({ folder }) => !isMounted(run, folder)).filter((each) => run.commands.some(uses(each)));
  const command = run.commands.find((each) => open.some((one) => uses(one)(each)));
  if (command === undefined) return [];
  return [
    {
      message: `every build fetches anew what it had before: mount a cache (${open.map(({ folder }) => `\`${folder}\``).join(', ')})`,
      range: command.range,
      claims: null,
      evidence: [],
      fix: fixOf(subject, run, open),
    },
  ];
}

const uses =
  ({ programs, subcommands }: Cache) =>
  (command: ShellCommand): boolean =>
    runs(command, programs, subcommands);

const firstUser = fact(
  (chain: Chain): number =>
    instructionsIn(chain).find(({ keyword }) => keyword === 'USER')?.range.firstLine ?? Number.POSITIVE_INFINITY,
);

/** Not where the cache is switched off or removed, which a mount would have to undo, and not for another user's home. */
function fixOf(subject: LintSubject, run: Instruction, open: readonly Cache[]): Draft['fix'] {
  const targets = open.flatMap(({ target }) => target ?? []);
  const isRoot = firstUser(subject.chain) > run.range.firstLine;
  const isOff = run.commands.some((command) =>
    open.some(
      ({ folder, off }) => removes(command, folder) || programWords(command).some((word) => off.includes(word)),
    ),
  );
  if (!isRoot || isOff || targets.length < open.length) return null;
  const flag = targets.map((target) => `--mount=type=cache,target=${target}`).join(' ');
  return { safe: false, edits: [insertFlag(subject, run, flag)] };
}
