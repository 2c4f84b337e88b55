/** What tells packages apart: two that agree in it are one, wherever they lie. */
export const packageKey = ({ manager, name, version, architecture }) => JSON.stringify([manager, name, version, architecture]);
/** The visible files of these paths, with or without a leading slash. */
export function visible(view, paths) {
    const found = [];
    for (const path of paths) {
        const name = view.find(path);
        if (name !== null)
            found.push(name);
    }
    return found;
}
/** Collected content whose path matches, with the match. */
export function* matching(view, pattern) {
    for (const [path, content] of view.collected) {
        const match = pattern.exec(path);
        if (match !== null)
            yield [match, content.toString('latin1')];
    }
}
/** Texts of a package are shown: they are UTF-8 where paths stay bytes. Null where there is none. */
export function label(latin1) {
    return latin1 ? Buffer.from(latin1, 'latin1').toString('utf8').trim() || null : null;
}
