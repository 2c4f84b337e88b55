import { runs } from "../../commands.js";
import { leftBehind } from "../../left-behind.js";
const apt = ['apt-get', 'apt', 'aptitude'];
const updates = (command) => runs(command, apt, ['update']);
export const aptListsLeftBehind = leftBehind({
    name: 'apt-lists-left-behind',
    aliases: ['DL3009', 'DKL-DI-0005'],
    leftovers: [
        {
            message: "apt's package lists stay in the layer: remove `/var/lib/apt/lists/*` in the same RUN, or mount a cache there",
            folders: ['/var/lib/apt/lists'],
            // An install needs the lists: they can go behind the last one.
            isLeftBy: (command, run) => runs(command, apt, ['update', 'install']) && run.commands.some(updates),
            remedy: () => ({ command: 'rm -rf /var/lib/apt/lists/*' }),
        },
    ],
});
