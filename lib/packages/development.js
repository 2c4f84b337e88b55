import { matching } from "./format.js";
/** What each installer notes beside what it installed; its folders are as seen from the first group. */
const notes = {
    npm: /^((?:.*\/)?)node_modules\/\.package-lock\.json$/,
    composer: /^((?:.*\/)?vendor\/composer\/)installed\.json$/,
};
/** The files of what npm (7 and newer) or composer (2) installed for development alone, by their own notes; one may be named twice. */
export function developmentFiles(view, installer) {
    return [...matching(view, notes[installer])].flatMap(([[, home = ''], text]) => text
        .split('\n')
        .filter(Boolean)
        .map((folder) => pathFrom(home, folder))
        .filter((folder) => folder.startsWith(parentOf(home)))
        .flatMap((folder) => [...view.below(folder)]));
}
/** A note is believed about the folder that it is in, and about what lies beside that. */
const parentOf = (home) => home.replace(/composer\/$/, '');
function pathFrom(home, folder) {
    const parts = home.split('/').filter(Boolean);
    for (const part of folder.split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts.join('/');
}
