import type { ShellCommand } from '../../../model/dockerfile.ts';
import { programAsWritten, programWords, runs, subcommandOf } from '../../commands.ts';
import { type Chain, fact, instructionsIn } from '../../facts.ts';
import { type Leftover, leftBehind } from '../../left-behind.ts';
import type { Rule } from '../../rule.ts';
import type { LintSubject } from '../../subject.ts';

const isOneOf = (subcommands: readonly string[], command: ShellCommand): boolean =>
  subcommands.includes(subcommandOf(command) ?? '');

const go: Leftover = {
  message:
    "Go's modules and what it compiled stay in the image: build in another stage, or run `go clean -cache -modcache` in the same RUN",
  folders: ['~/.cache/go-build', '~/go/pkg/mod'],
  isLeftBy: (command) =>
    runs(command, ['go']) && isOneOf(['build', 'install', 'get', 'test', 'generate', 'mod'], command),
  isCleanedBy: (command) => runs(command, ['go']) && subcommandOf(command) === 'clean',
  settings: ['GOCACHE', 'GOMODCACHE', 'GOPATH'],
  isNeeded: (subject) => startsBy(subject, ['go']),
  remedy: (culprits) => ({ command: `${programAsWritten(culprits[0])} clean -cache -modcache` }),
  isSafe: false,
};

const cargo: Leftover = {
  message: "cargo's registry and checkouts stay in the image: build in another stage, or remove them in the same RUN",
  folders: ['~/.cargo/registry', '~/.cargo/git', '~/cargo/registry', '~/cargo/git'],
  isLeftBy: (command) => runs(command, ['cargo']) && isOneOf(['build', 'install', 'fetch', 'test', 'check'], command),
  isNeeded: (subject) => startsBy(subject, ['cargo']),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
  remedy: () => ({ command: 'rm -rf "${CARGO_HOME:-$HOME/.cargo}/registry" "${CARGO_HOME:-$HOME/.cargo}/git"' }),
  isSafe: false,
};

const maven: Leftover = {
  message:
    "maven's repository stays in the image: build in another stage, or remove `~/.m2/repository` in the same RUN",
  folders: ['~/.m2/repository'],
  isLeftBy: (command) =>
    runs(command, ['mvn', 'mvnw']) &&
    subcommandOf(command) !== null &&
    !programWords(command).some((word) => word.startsWith('-Dmaven.repo.local')),
  isNeeded: (subject) => startsBy(subject, ['mvn', 'mvnw']),
  remedy: () => ({ command: 'rm -rf ~/.m2/repository' }),
  isSafe: false,
};

const gradle: Leftover = {
  message: "gradle's caches stay in the image: build in another stage, or remove them in the same RUN",
  folders: ['~/.gradle/caches', '~/.gradle/wrapper/dists'],
  isLeftBy: (command) => runs(command, ['gradle', 'gradlew']) && subcommandOf(command) !== null,
  settings: ['GRADLE_USER_HOME'],
  isNeeded: (subject) => startsBy(subject, ['gradle', 'gradlew']),
  remedy: () => ({ command: 'rm -rf ~/.gradle/caches ~/.gradle/wrapper/dists' }),
  isSafe: false,
};

export const goCargoMavenCachesLeftBehind: Rule = leftBehind({
  name: 'go-cargo-maven-caches-left-behind',
  aliases: [],
  leftovers: [go, cargo, maven, gradle],
});

/** Whether the image builds again whenever it starts (`CMD mvn spring-boot:run`). */
const startsBy = ({ chain }: LintSubject, programs: readonly string[]): boolean =>
  programs.some((program) => startedNames(chain).has(program));

const startedNames = fact((chain: Chain): ReadonlySet<string> => {
  const started = instructionsIn(chain).filter(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  const words = started.flatMap((each) => each.words.flatMap(({ text }) => text.split(/[\s;&|]+/)));
  return new Set(words.map((word) => word.replace(/^.*\//, '')));
});
