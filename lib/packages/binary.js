import { collectedFile } from "./collected.js";
import { label } from "./format.js";
/** Go and Rust programs, each a package of one file, by what `binaryScanner` found in them. */
export const binary = {
    name: 'binary',
    find: (view) => [...view.collected]
        .filter(([path]) => collectedFile(path) === null)
        .flatMap(([path, facts]) => identify(path, facts.toString('latin1').split('\n')) ?? []),
};
function identify(path, [language, name, version]) {
    if (language !== 'go' && language !== 'rust')
        return null;
    const fileName = path.slice(path.lastIndexOf('/') + 1);
    return {
        manager: language,
        name: label(name) ?? label(fileName) ?? fileName,
        version: label(version),
        architecture: null,
        files: [path],
        relations: null,
    };
}
