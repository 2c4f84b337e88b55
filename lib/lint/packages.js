import { overlay } from "../analysis/filesystem.js";
import { ownFiles } from "../analysis/ownership.js";
import { developmentFiles } from "../packages/development.js";
import { packageKey } from "../packages/format.js";
import { packageGraph } from "../packages/graph.js";
import { programsNamed } from "../packages/scripts.js";
import { formatBytes } from "../units.js";
/** Null where the layers' indexes don't know what was collected. */
export function installedPackages(layers, attributions, fileSystem) {
    const indexes = layers.map(({ index }) => index);
    const owned = ownFiles(indexes, fileSystem);
    const baseIndexes = indexes.filter((_index, at) => attributions[at]?.origin === 'base');
    const base = ownFiles(baseIndexes, overlay(baseIndexes));
    if (owned === null || base === null)
        return null;
    const inBase = new Set(base.packages.map(nameKey));
    const isAdded = (found) => !inBase.has(nameKey(found));
    const unchanged = new Set(base.packages.map(packageKey));
    const isOwn = ({ layer }) => attributions[layer]?.origin !== 'base';
    const claims = claimsByPackage(owned, isOwn);
    const graphs = new Map();
    const graphOf = (manager) => {
        const graph = graphs.get(manager) ??
            packageGraph(owned.packages
                .filter((each) => each.manager === manager)
                .map((each) => (isAdded(each) ? each : asStaying(each))));
        graphs.set(manager, graph);
        return graph;
    };
    const claimsOf = (found) => claims.get(packageKey(found)) ?? [];
    return {
        graphOf,
        isAdded,
        upgraded: owned.packages.filter((each) => !isAdded(each) && !unchanged.has(packageKey(each))),
        claimsOf,
        layerOf(found) {
            if (!isAdded(found))
                return null;
            const own = claimsOf(found);
            // One that only names others has no files.
            return largestHolder(own.length > 0 ? own : neededBy(found, graphOf(found.manager)).flatMap(claimsOf));
        },
        namedByScripts: new Set([...owned.view.collected].flatMap(([path, content]) => (isOwned(owned, path) ? [] : programsNamed(content)))),
        developmentOf(installer) {
            const files = developmentFiles(owned.view, installer).flatMap((name) => owned.view.files.get(name) ?? []);
            // Folders may be nested, and files linked.
            return [...new Set(files)].filter(isOwn).map(({ layer, entry }) => ({ layer, entry }));
        },
    };
}
const nameKey = ({ manager, name }) => `${manager} ${name}`;
function isOwned({ view, owners }, path) {
    const file = view.files.get(path);
    return file !== undefined && owners.has(file);
}
const asStaying = (each) => each.relations === null ? each : { ...each, relations: { ...each.relations, automatic: false } };
const neededBy = ({ relations }, graph) => (relations?.needs ?? []).flatMap((names) => names.flatMap(graph.find));
function claimsByPackage({ owners, packages, view }, isOwn) {
    const claims = new Map();
    const claim = (found, { layer, entry }) => {
        const key = packageKey(found);
        const list = claims.get(key);
        if (list === undefined)
            claims.set(key, [{ layer, entry }]);
        else
            list.push({ layer, entry });
    };
    for (const [file, owner] of owners)
        if (isOwn(file))
            claim(owner, file);
    const debian = new Map(packages.filter(({ manager }) => manager === 'dpkg').map((each) => [each.name, each]));
    if (debian.size === 0)
        return claims;
    for (const name of view.below('var/lib/dpkg/info')) {
        const file = view.files.get(name);
        const owner = debian.get(/\/([^/:]+)(?::[^/.]+)?\.\w+$/.exec(name)?.[1] ?? '');
        if (file !== undefined && owner !== undefined && isOwn(file))
            claim(owner, file);
    }
    return claims;
}
/** Index of the layer that holds most of the bytes, by the number of files where they are empty; null for no files. */
function largestHolder(claims) {
    const held = new Map();
    for (const { layer, entry } of claims)
        held.set(layer, (held.get(layer) ?? 0) + entry.size + 1);
    return ([...held].reduce((best, each) => (best !== null && best[1] >= each[1] ? best : each), null)?.[0] ?? null);
}
const bytesOf = (entries) => entries.reduce((sum, { size }) => sum + size, 0);
/** `3 packages: gcc-12 (60 MB), cpp-12 (20 MB), gcc (30 kB)`: how many, and the largest five. */
export function describePackages(packages, installed) {
    const weighed = packages
        .map((each) => ({ name: each.name, bytes: bytesOf(installed.claimsOf(each).map(({ entry }) => entry)) }))
        .sort((a, b) => b.bytes - a.bytes);
    const largest = weighed.slice(0, 5);
    const count = `${packages.length} ${packages.length === 1 ? 'package' : 'packages'}`;
    const names = largest.map(({ name, bytes }) => `${name} (${formatBytes(bytes)})`).join(', ');
    return weighed.length <= largest.length ? `${count}: ${names}` : `${count}, among them ${names}`;
}
