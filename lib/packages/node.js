import { label } from "./format.js";
/** Packages as npm, yarn and pnpm lay them out: each folder in `node_modules` with a package.json; nested ones own their files. */
export const node = {
    name: 'node',
    find(view) {
        const packages = new Map();
        for (const [path, content] of view.collected) {
            const [, root, folder] = /^((?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+))\/package\.json$/.exec(path) ?? [];
            if (root !== undefined && folder !== undefined)
                packages.set(root, { ...identify(folder, content), files: [] });
        }
        if (packages.size === 0)
            return [];
        for (const name of view.names)
            packages.get(rootOf(name, (root) => packages.has(root)) ?? '')?.files.push(name);
        return [...packages.values()];
    },
};
function identify(folder, content) {
    const [name, version] = content.toString('latin1').split('\n');
    return {
        manager: 'node',
        name: label(name) ?? label(folder) ?? folder,
        version: label(version),
        architecture: null,
        relations: null,
    };
}
/** The innermost package around a file: bundled folders of `node_modules` without one belong to what is around them. */
function rootOf(name, isRoot) {
    for (let end = name.length;;) {
        const at = name.lastIndexOf('node_modules/', end);
        if (at < 0)
            return null;
        const [inside = ''] = /^(?:@[^/]+\/)?[^/]+/.exec(name.slice(at + 'node_modules/'.length)) ?? [];
        const root = name.slice(0, at + 'node_modules/'.length) + inside;
        if ((at === 0 || name[at - 1] === '/') && isRoot(root))
            return root;
        if (at === 0)
            return null;
        end = at - 1;
    }
}
