import { normalisedName } from "../packages/requirement.js";
import { installsOf, mayInstall, removedBy, virtualName } from "./installs.js";
import { describePackages } from "./packages.js";
import { instructionOf, instructionsOf } from "./subject.js";
/**
 * A rule about packages, priced by their files and by those of what came because of them alone. With an image at hand its
 * packages decide: what a script installs counts, and so does what it removes.
 */
export const unneededPackages = (unneeded) => ({
    name: unneeded.name,
    aliases: unneeded.aliases,
    severity: unneeded.severity ?? 'info',
    check: (subject) => unneeded.managers.flatMap((manager) => checkManager(subject, manager, unneeded)),
});
function checkManager(subject, manager, unneeded) {
    // What another stage installs may be copied.
    const runs = subject.dockerfile.stages.flatMap(({ instructions }) => instructions.filter(isRun));
    if (!runs.some((run) => mayInstall(run, manager)))
        return [];
    const isTraced = subject.layers?.some(({ location }) => location !== null) ?? false;
    const installed = isTraced ? subject.packages() : null;
    return installed === null
        ? instructionsOf(subject, 'RUN').flatMap((run) => checkText(subject, run, manager, unneeded))
        : checkImage(subject, installed, manager, unneeded);
}
const isRun = ({ keyword }) => keyword === 'RUN';
/** What a RUN says that it installs, and does not remove again. */
function checkText(subject, run, manager, unneeded) {
    const { isMeant, isUsed } = unneeded;
    const use = { subject, installed: null, instruction: run };
    const installs = installsOf(run, manager).map(({ command, names }) => {
        const removed = removedBehind(run, command, manager);
        const virtual = virtualName(command);
        const stays = (name) => !removed.has(name) && (virtual === null || !removed.has(virtual));
        return { command, names: names.filter((name) => isMeant(name, manager) && stays(name) && !isUsed?.(name, use)) };
    });
    const found = foundBy(run, manager, installs, null);
    return found.names.length === 0 ? [] : [draftOf(subject, found, unneeded, null)];
}
function removedBehind(run, command, manager) {
    const behind = run.commands.slice(run.commands.indexOf(command) + 1);
    return new Set(behind.flatMap((each) => removedBy(each, manager)));
}
const foundBy = (instruction, manager, installs, kept) => ({
    ...{ manager, instruction, kept },
    installs: installs.filter(({ names }) => names.length > 0),
    names: [...new Set(installs.flatMap(({ names }) => names))],
});
/** One finding for each instruction whose layer has some of them. */
function checkImage(subject, installed, manager, unneeded) {
    const graph = installed.graphOf(manager);
    const layerOf = (each) => subject.layers?.[installed.layerOf(each) ?? -1] ?? null;
    const meant = graph.packages.filter((each) => {
        const layer = layerOf(each);
        const instruction = layer === null ? null : instructionOf(subject, layer);
        if (instruction === null || each.relations.automatic === true || !isAnyMeant(each, graph, unneeded))
            return false;
        return !unneeded.isUsed?.(nameOf(each), { subject, installed, instruction });
    });
    const kept = new Set([...graph.closure(meant, { wants: true })].flatMap((each) => unneeded.keeps?.(each, graph) ?? []));
    const gone = [...graph.onlyNeededBy(meant, kept)];
    return (subject.layers ?? []).flatMap((layer) => {
        const here = gone.filter((each) => layerOf(each) === layer);
        return here.length === 0
            ? []
            : checkLayer(subject, layer, { installed, manager, unneeded, here, meant: new Set(meant), kept: [...kept] });
    });
}
/** A virtual package of apk's is meant where one of those is that it was made for. */
function isAnyMeant(found, graph, { isMeant }) {
    const isOneMeant = (each) => isMeant(nameOf(each), each.manager);
    if (isOneMeant(found))
        return true;
    return found.name.startsWith('.') && found.relations.needs.flat().flatMap(graph.find).some(isOneMeant);
}
/** As a Dockerfile's command has it, when it is read. */
const nameOf = ({ manager, name }) => (manager === 'python' ? normalisedName(name) : name);
function checkLayer(subject, layer, gone) {
    const { installed, manager, unneeded, here, meant, kept } = gone;
    const instruction = instructionOf(subject, layer);
    const names = here.filter((each) => meant.has(each)).map(nameOf);
    if (instruction === null || names.length === 0)
        return [];
    const isNamed = new Set(names);
    const installs = installsOf(instruction, manager).map((install) => ({
        ...install,
        names: install.names.filter((name) => isNamed.has(name) || isNamed.has(virtualName(install.command) ?? '')),
    }));
    const keptHere = kept.filter((each) => installed.layerOf(each) === layer.index && each.relations.automatic === true);
    const found = {
        ...foundBy(instruction, manager, installs, keptHere.map(nameOf)),
        names,
    };
    return [
        draftOf(subject, found, unneeded, {
            claims: here.flatMap(installed.claimsOf),
            evidence: [describePackages(here, installed)],
        }),
    ];
}
function draftOf(subject, found, { message, fix }, priced) {
    const all = installsOf(found.instruction, found.manager);
    const [install] = found.installs.length > 0 || all.length > 1 ? found.installs : all;
    return {
        message: message(listed(found.names)),
        range: install?.command.range ?? found.instruction.range,
        claims: priced?.claims ?? null,
        evidence: priced?.evidence ?? [],
        fix: fix?.(subject, found) ?? null,
    };
}
/** The first few names, set apart as code. */
function listed(names) {
    const shown = names.slice(0, 5).map((name) => `\`${name}\``);
    const more = names.length - shown.length;
    return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}
