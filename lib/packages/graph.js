import { packageKey } from "./format.js";
/** The packages of one manager: names mean nothing to another. Those without relations are left out. */
export function packageGraph(found) {
    const packages = mergeEqual(found.filter(isRelated));
    const byName = new Map();
    for (const each of packages) {
        for (const name of new Set(each.relations.provides))
            append(byName, name, each);
    }
    const find = (name) => byName.get(name) ?? [];
    const targets = (groups) => groups.flatMap((names) => names.flatMap(find));
    const closure = (named, { wants }) => {
        const reached = new Set(named);
        // A set that grows while it is walked is walked to its new end.
        for (const { relations } of reached) {
            for (const next of targets(relations.needs))
                reached.add(next);
            if (wants)
                for (const next of targets(relations.wants))
                    reached.add(next);
        }
        return reached;
    };
    return {
        packages,
        find,
        closure,
        onlyNeededBy(named, kept = new Set()) {
            const dropped = new Set(named);
            const affected = closure(dropped, { wants: true });
            const isKept = (each) => !affected.has(each) || each.relations.essential || kept.has(each) || (wasAskedFor(each) && !dropped.has(each));
            const staying = closure(packages.filter(isKept), { wants: true });
            return new Set([...affected].filter((each) => !staying.has(each)));
        },
        onlyWanted() {
            const explained = closure(packages.filter(wasAskedFor), { wants: true });
            const kept = packages.filter((each) => !explained.has(each) || wasAskedFor(each) || each.relations.essential);
            const needed = closure(kept, { wants: false });
            return new Set([...explained].filter((each) => !needed.has(each)));
        },
    };
}
/** Or may have been. */
const wasAskedFor = ({ relations }) => relations.automatic !== true;
const isRelated = (each) => each.relations !== null;
function mergeEqual(packages) {
    const merged = new Map();
    for (const each of packages) {
        const other = merged.get(packageKey(each));
        merged.set(packageKey(each), other === undefined ? each : merge(other, each));
    }
    return [...merged.values()];
}
const merge = (one, other) => ({
    ...one,
    files: [...one.files, ...other.files],
    relations: {
        needs: [...one.relations.needs, ...other.relations.needs],
        wants: [...one.relations.wants, ...other.relations.wants],
        provides: [...one.relations.provides, ...other.relations.provides],
        automatic: one.relations.automatic === other.relations.automatic ? one.relations.automatic : null,
        essential: one.relations.essential || other.relations.essential,
    },
});
function append(lists, key, value) {
    const list = lists.get(key);
    if (list === undefined)
        lists.set(key, [value]);
    else
        list.push(value);
}
