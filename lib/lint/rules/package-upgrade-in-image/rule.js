import { runs } from "../../commands.js";
import { describePackages } from "../../packages.js";
import { instructionsOf, layerOf } from "../../subject.js";
export const packageUpgradeInImage = {
    name: 'package-upgrade-in-image',
    aliases: ['DS-0024', 'DKL-DI-0003'],
    severity: 'info',
    check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => checkRun(subject, run)),
};
function checkRun(subject, run) {
    const upgrade = run.commands.find(isUpgrade);
    if (upgrade === undefined)
        return [];
    const layer = layerOf(subject, run);
    return [
        {
            message: 'packages of the base image are upgraded here, and the image carries both versions: take a newer base image, which has them already',
            range: upgrade.range,
            ...(priceOf(subject, layer) ?? { claims: null, evidence: [] }),
            fix: null,
        },
    ];
}
const isUpgrade = (command) => runs(command, ['apt-get', 'apt'], ['upgrade', 'dist-upgrade', 'full-upgrade']) ||
    runs(command, ['aptitude'], ['upgrade', 'safe-upgrade', 'full-upgrade', 'dist-upgrade']) ||
    runs(command, ['apk'], ['upgrade']) ||
    runs(command, ['dnf', 'yum', 'microdnf', 'tdnf'], ['upgrade', 'update', 'distro-sync']) ||
    runs(command, ['zypper'], ['update', 'up', 'dist-upgrade', 'dup', 'patch']);
/** What of a layer is another version of what the base image has; null where no image tells. */
function priceOf(subject, layer) {
    const installed = layer === null ? null : subject.packages();
    if (layer === null || installed === null)
        return null;
    const filesOf = (each) => installed.claimsOf(each).filter((claim) => claim.layer === layer.index);
    const upgraded = installed.upgraded.filter((each) => filesOf(each).length > 0);
    return { claims: upgraded.flatMap(filesOf), evidence: [describePackages(upgraded, installed)] };
}
