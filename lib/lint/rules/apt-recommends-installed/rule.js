import { programWords } from "../../commands.js";
import { insertBehind } from "../../edits.js";
import { installsOf, mayInstall } from "../../installs.js";
import { describePackages } from "../../packages.js";
import { instructionsOf, layerOf } from "../../subject.js";
export const aptRecommendsInstalled = {
    name: 'apt-recommends-installed',
    aliases: ['DL3015', 'DS-0029'],
    severity: 'info',
    check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => checkRun(subject, run)),
};
function checkRun(subject, run) {
    const installs = installsOf(run, 'dpkg').map(({ command }) => command);
    const culprits = installs.filter((command) => !isSwitchedOff(command));
    // A script may install, too; but where all installs that are to be seen are switched off, there is nothing to say.
    if (culprits.length === 0 && (installs.length > 0 || !mayInstall(run, 'dpkg')))
        return [];
    const found = priceOf(subject, run);
    if (found === null && (culprits.length === 0 || isConfigured(subject)))
        return [];
    return [
        {
            message: 'apt installs what packages only recommend: pass `--no-install-recommends`, and name what you need of it yourself',
            range: culprits.at(-1)?.range ?? run.range,
            claims: found?.claims ?? null,
            evidence: found?.evidence ?? [],
            fix: culprits.length === 0
                ? null
                : {
                    safe: false,
                    edits: culprits.map((command) => insertBehind(subject, command.range, ` ${optionOf(command)}`)),
                },
        },
    ];
}
/** Null where no image tells. */
function priceOf(subject, run) {
    const layer = layerOf(subject, run);
    const installed = layer === null ? null : subject.packages();
    if (layer === null || installed === null)
        return null;
    const recommended = [...installed.graphOf('dpkg').onlyWanted()].filter((each) => installed.layerOf(each) === layer.index);
    return { claims: recommended.flatMap(installed.claimsOf), evidence: [describePackages(recommended, installed)] };
}
/** By an option of the command; `-oAPT::Install-Recommends=0` is one. */
const isSwitchedOff = ({ words }) => words.some((word) => /^--(?:no-install-recommends|without-recommends)$|^-R$|Install-Recommends=/i.test(word));
/** Whether the Dockerfile writes it to apt's configuration somewhere. */
const isConfigured = ({ dockerfile }) => /APT::Install-Recommends\b/i.test(dockerfile.text);
const optionOf = (command) => programWords(command)[0] === 'aptitude' ? '--without-recommends' : '--no-install-recommends';
