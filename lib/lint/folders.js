import { programWords, runs } from "./commands.js";
/** The files in any of `folders`, however deep. */
export function filesIn(folders) {
    const tests = folders.map((folder) => {
        const inside = `${namesOf(folder).join('/')}/`;
        return folder.startsWith('/')
            ? (path) => path.startsWith(inside)
            : (path) => path.includes(`/${inside}`) || path.startsWith(inside);
    });
    return (path) => tests.some((test) => test(path));
}
/** Whether `command` removes a folder, what holds it, or some of what is in it: a text alone can't tell how much. */
export const removes = (command, folder) => runs(command, ['rm', 'find']) && programWords(command).some((word) => mayMean(word, folder));
/** Whether a mount of a RUN keeps what is written to `folder` out of the layer. */
export const isMounted = (run, folder) => mountTargets(run).some((target) => mayMean(target, folder));
/** Where a RUN mounts what does not become part of its layer (BuildKit's `--mount`, whose default type is `bind`). */
function mountTargets(run) {
    return run.flags.flatMap(({ name, value }) => {
        if (name !== 'mount' || value === null)
            return [];
        const options = new Map(value.split(',').map((pair) => splitPair(pair.trim())));
        const target = options.get('target') ?? options.get('dst') ?? options.get('destination');
        return target !== undefined && ['cache', 'tmpfs', 'bind'].includes(options.get('type') ?? 'bind') ? [target] : [];
    });
}
function splitPair(pair) {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
/** Whether a path as a Dockerfile has it (`/var/cache/*`, `${HOME:-/root}/.npm`) may mean a folder, its parents or its content. */
function mayMean(written, folder) {
    const word = written.replace(/\$\{(\w+):?-[^}]*\}/g, '$$$1');
    const path = namesOf(word);
    const names = namesOf(folder);
    if (folder.startsWith('/'))
        return /^[/$]/.test(word) && agree(path, names);
    if (/^(?:~|\$HOME|\$\{HOME\}|\/root|\/home\/[^/]+)\/?$/.test(word))
        return true;
    if (path[0]?.startsWith('$'))
        return agree(path, names);
    // The place of a `~` folder is where its own name stands: a glob (`/tmp/*`) is none.
    return path.some((name, at) => name === names[0] && agree(path.slice(at), names));
}
const namesOf = (path) => path
    .replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/)/, '')
    .split('/')
    .filter((name) => name !== '');
/** Whether two paths are the same as far as the shorter one goes; `/` alone is no path. */
const agree = (path, names) => path.length > 0 && names.slice(0, path.length).every((name, at) => fits(path[at] ?? name, name));
/** What stands behind a glob's or a variable's first character fits everything. */
function fits(pattern, name) {
    const open = pattern.search(/[*?[{$]/);
    return open < 0 ? pattern === name : name.startsWith(pattern.slice(0, open));
}
