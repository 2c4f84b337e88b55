import { overlay } from "../analysis/filesystem.js";
import { ownFilesAmong } from "../analysis/owners-among.js";
import { ownFiles } from "../analysis/ownership.js";
import { once } from "./once.js";
/** An image as it was just read. */
export function weighedSide(weighed) {
    const { measurement, image, fileSystem } = weighed;
    return sideOf(measurement, new Map(image.layers.map(({ diffId, index }) => [diffId, index])), () => fileSystem);
}
/** An image as a store kept it. */
export const recordSide = ({ measurement, layers }) => sideOf(measurement, layers, (all) => overlay(all));
function sideOf(measurement, indexes, layOver) {
    const layers = once(() => indexesOf(measurement, indexes));
    const fileSystem = once(() => {
        const all = layers();
        return all && layOver(all);
    });
    const owners = once(() => {
        const [all, files] = [layers(), fileSystem()];
        return all && files && ownersOf(ownFiles(all, files));
    });
    const ownersAmong = (paths) => {
        const all = layers();
        return all && ownersOf(ownFilesAmong(all, paths));
    };
    return { measurement, indexes, fileSystem, owners, ownersAmong };
}
function indexesOf({ layers }, indexes) {
    const found = layers.flatMap(({ diffId }) => indexes.get(diffId) ?? []);
    return found.length === layers.length ? found : null;
}
function ownersOf(owned) {
    if (owned === null)
        return null;
    const { view, owners, packages } = owned;
    const versions = new Map();
    for (const owner of packages) {
        const key = packageKey(owner);
        versions.set(key, (versions.get(key) ?? new Set()).add(owner.version));
    }
    return {
        of: (path) => {
            const file = view.files.get(path);
            return (file && owners.get(file)) ?? null;
        },
        versions: (owner) => [...(versions.get(packageKey(owner)) ?? [])].sort(),
    };
}
/** A package whatever its version and architecture. A manager's name has no space. */
export const packageKey = ({ manager, name }) => `${manager} ${name}`;
/** All files of an image, whose sizes add up to its disk size; null where a layer's index is missing. */
export function filesOf({ fileSystem, owners }) {
    const files = fileSystem();
    return files && heldFiles(files, owners());
}
function* heldFiles({ live, dead }, owners) {
    for (const files of [live, dead]) {
        for (const { path, layer, entry } of files) {
            yield { path, layer, live: files === live, owner: owners?.of(path) ?? null, entry };
        }
    }
}
