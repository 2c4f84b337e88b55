import { runs } from "../../commands.js";
import { leftBehind } from "../../left-behind.js";
import { instructionsOf } from "../../subject.js";
const apt = ['apt-get', 'apt', 'aptitude'];
const archives = /^var\/cache\/apt\/(?:archives\/(?:partial\/)?[^/]+\.deb|(?:src)?pkgcache\.bin)$/;
export const aptArchivesLeftBehind = leftBehind({
    name: 'apt-archives-left-behind',
    aliases: [],
    leftovers: [
        {
            message: 'the packages that apt fetched stay in the layer: run `apt-get clean` in the same RUN, or mount a cache at `/var/cache/apt`',
            folders: ['/var/cache/apt/archives'],
            files: (path) => archives.test(path),
            isLeftBy: (command, run, subject) => runs(command, apt, ['install', 'upgrade', 'full-upgrade', 'dist-upgrade', 'build-dep']) &&
                (subject.layers !== null || keepsDownloads(subject, run)),
            isCleanedBy: (command) => runs(command, apt, ['clean', 'autoclean', 'distclean']),
            remedy: () => ({ command: 'apt-get clean' }),
        },
    ],
});
/** By the text alone: Debian's and Ubuntu's images clean up behind apt, unless a RUN up to this one tells them not to. */
const keepsDownloads = (subject, { range }) => instructionsOf(subject, 'RUN')
    .filter((earlier) => earlier.range.firstLine <= range.firstLine)
    .some(({ text }) => /\brm\b[^;&|]*docker-clean|Keep-Downloaded-Packages["' ]+(?:true|1|yes)/i.test(text));
