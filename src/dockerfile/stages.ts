import type { Dockerfile, Stage } from '../model/dockerfile.ts';

/** The stage that a build makes: by name or index, else the last one; null where there is none such. */
export function targetStage(dockerfile: Dockerfile, target: string | null): Stage | null {
  if (target === null || target === '') return dockerfile.stages.at(-1) ?? null;
  const named = dockerfile.stages.findLast(({ name }) => name === target.toLowerCase());
  return named ?? (/^\d+$/.test(target) ? dockerfile.stages[Number(target)] : undefined) ?? null;
}

type Variables = ReadonlyMap<string, string>;

/** `$X`, `${X}`, `${X:-default}`, `${X-default}`, `${X:+other}` and `${X+other}`: what BuildKit expands in a FROM. */
function expand(text: string, variables: Variables): string {
  return text.replace(
    /\$(?:(\w+)|\{(\w+)(?:(:?)([-+])([^{}]*))?\})/g,
    (_, bare: string | undefined, braced: string | undefined, colon: string, operator: string, word: string) => {
      const value = variables.get(bare ?? braced ?? '');
      const isSet = value !== undefined && (value !== '' || colon !== ':');
      if (operator === '+') return isSet ? word : '';
      return isSet ? value : (word ?? '');
    },
  );
}

/** Global ARGs with their defaults, overruled by build arguments (`NAME=value`). */
function globalVariables(dockerfile: Dockerfile, buildArgs: readonly string[]): Variables {
  const given = new Map(
    buildArgs
      .filter((arg) => arg.includes('='))
      .map((arg) => [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]),
  );
  // BuildKit's own (TARGETARCH …) need no ARG before FROM.
  const variables = new Map([...given].filter(([name]) => /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/.test(name)));
  for (const { text } of dockerfile.globals.filter(({ keyword }) => keyword === 'ARG').flatMap(({ words }) => words)) {
    const [name = '', ...value] = text.split('=');
    const fallback = value.length === 0 ? undefined : expand(value.join('='), variables);
    const known = given.get(name) ?? fallback;
    if (known !== undefined) variables.set(name, known);
  }
  return variables;
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
  const variables = globalVariables(dockerfile, buildArgs);
  const chain: Stage[] = [];
  let stage = targetStage(dockerfile, target);
  while (stage !== null) {
    chain.unshift(stage);
    const { index } = stage;
    const name = expand(stage.base.image, variables).toLowerCase();
    // A FROM reaches earlier stages only: the walk ends.
    stage = dockerfile.stages.findLast((other) => other.index < index && other.name === name) ?? null;
  }
  return chain;
}
