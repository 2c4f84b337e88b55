import { programAsWritten, programWords, runs, subcommandOf } from "../../commands.js";
import { leftBehind } from "../../left-behind.js";
import { instructionsOf } from "../../subject.js";
const isOneOf = (subcommands, command) => subcommands.includes(subcommandOf(command) ?? '');
const go = {
    message: "Go's modules and what it compiled stay in the image: build in another stage, or run `go clean -cache -modcache` in the same RUN",
    folders: ['~/.cache/go-build', '~/go/pkg/mod'],
    isLeftBy: (command) => runs(command, ['go']) && isOneOf(['build', 'install', 'get', 'test', 'generate', 'mod'], command),
    isCleanedBy: (command) => runs(command, ['go']) && subcommandOf(command) === 'clean',
    settings: ['GOCACHE', 'GOMODCACHE', 'GOPATH'],
    isNeeded: (subject) => startsBy(subject, ['go']),
    remedy: (culprits) => ({ command: `${programAsWritten(culprits[0])} clean -cache -modcache` }),
    isSafe: false,
};
const cargo = {
    message: "cargo's registry and checkouts stay in the image: build in another stage, or remove them in the same RUN",
    folders: ['~/.cargo/registry', '~/.cargo/git', '~/cargo/registry', '~/cargo/git'],
    isLeftBy: (command) => runs(command, ['cargo']) && isOneOf(['build', 'install', 'fetch', 'test', 'check'], command),
    isNeeded: (subject) => startsBy(subject, ['cargo']),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
    remedy: () => ({ command: 'rm -rf "${CARGO_HOME:-$HOME/.cargo}/registry" "${CARGO_HOME:-$HOME/.cargo}/git"' }),
    isSafe: false,
};
const maven = {
    message: "maven's repository stays in the image: build in another stage, or remove `~/.m2/repository` in the same RUN",
    folders: ['~/.m2/repository'],
    isLeftBy: (command) => runs(command, ['mvn', 'mvnw']) &&
        subcommandOf(command) !== null &&
        !programWords(command).some((word) => word.startsWith('-Dmaven.repo.local')),
    isNeeded: (subject) => startsBy(subject, ['mvn', 'mvnw']),
    remedy: () => ({ command: 'rm -rf ~/.m2/repository' }),
    isSafe: false,
};
const gradle = {
    message: "gradle's caches stay in the image: build in another stage, or remove them in the same RUN",
    folders: ['~/.gradle/caches', '~/.gradle/wrapper/dists'],
    isLeftBy: (command) => runs(command, ['gradle', 'gradlew']) && subcommandOf(command) !== null,
    settings: ['GRADLE_USER_HOME'],
    isNeeded: (subject) => startsBy(subject, ['gradle', 'gradlew']),
    remedy: () => ({ command: 'rm -rf ~/.gradle/caches ~/.gradle/wrapper/dists' }),
    isSafe: false,
};
export const goCargoMavenCachesLeftBehind = leftBehind({
    name: 'go-cargo-maven-caches-left-behind',
    aliases: [],
    leftovers: [go, cargo, maven, gradle],
});
/** Whether the image builds again whenever it starts (`CMD mvn spring-boot:run`). */
const startsBy = (subject, programs) => ['CMD', 'ENTRYPOINT']
    .flatMap((keyword) => instructionsOf(subject, keyword))
    .flatMap(({ words }) => words.flatMap(({ text }) => text.split(/[\s;&|]+/)))
    .some((word) => programs.includes(word.replace(/^.*\//, '')));
