import { programWords, runs } from "../../commands.js";
import { instructionsOf } from "../../subject.js";
const installers = [
    {
        programs: ['apt-get', 'apt', 'aptitude'],
        subcommands: ['install'],
        valued: ['-t', '--target-release', '-o', '--option', '-c', '--config-file', '-a', '--host-architecture'],
        isPinned: (word) => /[=/]|\.deb$/.test(word),
    },
    {
        programs: ['apk'],
        subcommands: ['add'],
        valued: ['-t', '--virtual', '-X', '--repository', '-p', '--root', '--arch', '--keys-dir', '--cache-dir'],
        isPinned: (word) => /[=<>~@/]|\.apk$/.test(word),
    },
    {
        programs: ['pip', 'pip2', 'pip3'],
        subcommands: ['install'],
        valued: [
            ...['-r', '--requirement', '-c', '--constraint', '-i', '--index-url', '--extra-index-url', '-f', '--find-links'],
            ...[
                '-e',
                '--editable',
                '-t',
                '--target',
                '--prefix',
                '--root',
                '--src',
                '--trusted-host',
                '--platform',
                '--proxy',
            ],
        ],
        isPinned: (word) => /[=~]=|[@/]|^\.|\.(?:whl|zip|tar\.gz)$/.test(word),
        pinning: ['-c', '--constraint', '--no-index'],
    },
    {
        programs: ['npm'],
        subcommands: ['install', 'i', 'add'],
        valued: ['--prefix', '-C', '--registry', '--cache', '--loglevel', '-w', '--workspace'],
        isPinned: (word) => /.@[^/]|:|^[./~]|\.tgz$|^[^@/]+\//.test(word),
    },
    {
        programs: ['gem'],
        subcommands: ['install'],
        valued: ['-i', '--install-dir', '-n', '--bindir', '-s', '--source', '-P', '--trust-policy', '--platform'],
        isPinned: (word) => /:|\.gem$/.test(word),
        pinning: ['-v', '--version'],
    },
];
export const unpinnedPackages = {
    name: 'unpinned-packages',
    aliases: ['DL3008', 'DL3013', 'DL3016', 'DL3018', 'DL3028'],
    severity: 'info',
    topic: 'practice',
    offByDefault: true,
    check: (subject) => instructionsOf(subject, 'RUN').flatMap(checkRun),
};
/** One finding for each RUN, at its first install without versions. */
function checkRun(run) {
    const open = run.commands
        .map((command) => ({ command, packages: unpinned(command) }))
        .filter(({ packages }) => packages.length > 0);
    const [first] = open;
    if (first === undefined)
        return [];
    return [
        {
            message: 'packages are installed in whatever version there is that day: name versions where a build must be the same again',
            range: first.command.range,
            claims: null,
            evidence: [`without a version: ${shortList(open.flatMap(({ packages }) => packages))}`],
            fix: null,
        },
    ];
}
function unpinned(command) {
    const installer = installers.find(({ programs, subcommands }) => runs(command, programs, subcommands));
    if (installer === undefined)
        return [];
    const words = programWords(command).slice(1);
    if (words.some((word) => installer.pinning?.includes(word.split('=')[0] ?? '')))
        return [];
    const from = words.findIndex((word) => installer.subcommands.includes(word)) + 1;
    // What a variable holds is not known.
    return operands(words.slice(from), installer.valued).filter((word) => !installer.isPinned(word) && !/[$`]/.test(word));
}
const operands = (words, valued) => words.filter((word, at) => !word.startsWith('-') && !valued.includes(words[at - 1] ?? ''));
function shortList(names) {
    const rest = names.length - 10;
    return names.slice(0, 10).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
