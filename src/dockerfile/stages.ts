import type { Dockerfile, Stage } from '../model/dockerfile.ts';
import { expand, globalVariables, type Variables } from './variables.ts';

/** The stage that a build makes: by name or index, else the last one; null where there is none such. */
export function targetStage(dockerfile: Dockerfile, target: string | null): Stage | null {
  if (target === null || target === '') return dockerfile.stages.at(-1) ?? null;
  const named = dockerfile.stages.findLast(({ name }) => name === target.toLowerCase());
  return named ?? (/^\d+$/.test(target) ? dockerfile.stages[Number(target)] : undefined) ?? null;
}

/**
 * The stages whose layers the image holds: the target and what its FROM leads to within the file, base-most first.
 * `COPY --from` does not count.
 *
 * @param buildArgs `NAME=value`, for stages that a FROM names by a variable
 */
export function stageChain(
  dockerfile: Dockerfile,
  target: string | null,
  buildArgs: readonly string[] = [],
): readonly Stage[] {
  const stage = targetStage(dockerfile, target);
  return stage === null ? [] : chainOf(dockerfile, stage, globalVariables(dockerfile, buildArgs));
}

/** A stage and those that it is built on, base-most first. */
export function chainOf(dockerfile: Dockerfile, top: Stage, variables: Variables): readonly Stage[] {
  const chain: Stage[] = [];
  let stage: Stage | null = top;
  while (stage !== null) {
    chain.unshift(stage);
    const { index }: Stage = stage;
    const name: string = expand(stage.base.image, variables).toLowerCase();
    // A FROM reaches earlier stages only: the walk ends.
    stage = dockerfile.stages.findLast((other) => other.index < index && other.name === name) ?? null;
  }
  return chain;
}

/**
 * The image of a registry that a build is based on, its variables filled in; null for `scratch`, and where that is not
 * known.
 *
 * @param buildArgs `NAME=value`; null: not known, as the build is not
 */
export function baseImage(
  dockerfile: Dockerfile,
  target: string | null,
  buildArgs: readonly string[] | null,
): string | null {
  const [stage] = stageChain(dockerfile, target, buildArgs ?? []);
  const written = stage?.base.image ?? '';
  if (buildArgs === null && written.includes('$')) return null;
  const image = expand(written, globalVariables(dockerfile, buildArgs ?? []));
  return image === '' || image.toLowerCase() === 'scratch' ? null : image;
}
