import { unneededPackages } from "../../unneeded.js";
import { leaveOut } from "../../unneeded-fixes.js";
import { isProgramUsed } from "../../use.js";
/** Packages of Debian and of Alpine, whose programs have their names. */
const tools = /^(?:vim(?:-(?:tiny|nox|gtk3|athena))?|neovim|nano|emacs(?:-nox|-gtk)?|htop|iotop|iftop|tree|strace|ltrace|gdb|tmux|screen|mc|telnet|tcpdump|nmap)$/;
export const debugToolInFinalImage = unneededPackages({
    name: 'debug-tool-in-final-image',
    aliases: [],
    managers: ['dpkg', 'apk'],
    isMeant: (name) => tools.test(name),
    isUsed: (name, use) => isProgramUsed(programsOf(name), use),
    message: (names) => `${names}: tools to look around with are not for an image that runs; \`docker debug\` or \`kubectl debug\` bring theirs`,
    fix: leaveOut,
});
const programsOf = (name) => {
    if (name.startsWith('vim'))
        return ['vim', 'vi'];
    return [name === 'neovim' ? 'nvim' : name.replace(/-.*/, '')];
};
