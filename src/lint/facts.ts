import type { Dockerfile, Instruction, Stage } from '../model/dockerfile.ts';

/** What is found out when it is first asked for, and kept as long as what it is about: rules ask at every instruction. */
export function fact<K extends object, V>(find: (about: K) => V): (about: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (about) => {
    const found = known.get(about) ?? { value: find(about) };
    known.set(about, found);
    return found.value;
  };
}

/** The same by a name as well. */
export function namedFact<K extends object, N extends string, V>(
  find: (about: K, name: N) => V,
): (about: K, name: N) => V {
  const known = fact((_about: K) => new Map<N, V>());
  return (about, name) => {
    const values = known(about);
    const value = values.has(name) ? (values.get(name) as V) : find(about, name);
    values.set(name, value);
    return value;
  };
}

/** The stages that an image is made of, as `LintSubject` has them. */
export type Chain = readonly Stage[];

/** What is in the stages, in its order. */
export const instructionsIn = fact((chain: Chain): readonly Instruction[] =>
  chain.flatMap(({ instructions }) => instructions),
);

/** Which of `instructionsIn` each is. */
export const placesIn = fact(
  (chain: Chain): ReadonlyMap<Instruction, number> => new Map(instructionsIn(chain).map((each, at) => [each, at])),
);

/** The place of the last instruction that has `part` in its text; -1 for none. */
export const lastNaming = namedFact((chain: Chain, part: string) =>
  instructionsIn(chain).findLastIndex(({ text }) => text.includes(part)),
);

/** Without what ends them. */
export const linesIn = fact(({ text }: Dockerfile): readonly string[] => text.split('\n'));
