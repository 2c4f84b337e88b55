import { programAsWritten, runs } from "../../commands.js";
import { leftBehind } from "../../left-behind.js";
const dnf = ['dnf', 'dnf5', 'yum', 'microdnf', 'tdnf'];
export const yumDnfZypperCacheLeftBehind = leftBehind({
    name: 'yum-dnf-zypper-cache-left-behind',
    aliases: ['DL3032', 'DL3036', 'DL3040', 'DS-0015', 'DS-0019', 'DS-0020'],
    leftovers: [
        {
            message: 'what dnf or yum fetched stays in the layer: run `clean all` behind the last install of the RUN',
            folders: ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum', '/var/cache/tdnf'],
            isLeftBy: (command) => runs(command, dnf, ['install', 'localinstall', 'groupinstall', 'reinstall', 'update', 'upgrade', 'makecache']),
            isCleanedBy: (command) => runs(command, dnf, ['clean']),
            remedy: (culprits) => ({ command: `${programAsWritten(culprits.at(-1) ?? culprits[0])} clean all` }),
        },
        {
            message: 'what zypper fetched stays in the layer: run `zypper clean --all` behind the last install of the RUN',
            folders: ['/var/cache/zypp'],
            isLeftBy: (command) => runs(command, ['zypper'], ['install', 'in', 'update', 'up', 'patch', 'dist-upgrade', 'dup', 'refresh', 'ref']),
            isCleanedBy: (command) => runs(command, ['zypper'], ['clean', 'cc']),
            remedy: () => ({ command: 'zypper clean --all' }),
        },
    ],
});
