import { expand, globalVariables } from "./variables.js";
/** The stage that a build makes: by name or index, else the last one; null where there is none such. */
export function targetStage(dockerfile, target) {
    if (target === null || target === '')
        return dockerfile.stages.at(-1) ?? null;
    const named = dockerfile.stages.findLast(({ name }) => name === target.toLowerCase());
    return named ?? (/^\d+$/.test(target) ? dockerfile.stages[Number(target)] : undefined) ?? null;
}
/**
 * The stages whose layers the image holds: the target and what its FROM leads to within the file, base-most first.
 * `COPY --from` does not count.
 *
 * @param buildArgs `NAME=value`, for stages that a FROM names by a variable
 */
export function stageChain(dockerfile, target, buildArgs = []) {
    const stage = targetStage(dockerfile, target);
    return stage === null ? [] : chainOf(dockerfile, stage, globalVariables(dockerfile, buildArgs));
}
/** A stage and those that it is built on, base-most first. */
export function chainOf(dockerfile, top, variables) {
    const chain = [];
    let stage = top;
    while (stage !== null) {
        chain.unshift(stage);
        const { index } = stage;
        const name = expand(stage.base.image, variables).toLowerCase();
        // A FROM reaches earlier stages only: the walk ends.
        stage = dockerfile.stages.findLast((other) => other.index < index && other.name === name) ?? null;
    }
    return chain;
}
