import type { Dockerfile, Instruction } from '../model/dockerfile.ts';

/** By name. */
export type Variables = ReadonlyMap<string, string>;

/** What the variables of one text may add to it, in characters: values of values can double at every line. */
const MOST_EXPANDED = 4096;

/** `$X`, `${X}`, `${X:-default}`, `${X-default}`, `${X:+other}` and `${X+other}`; null where it grows too long. */
function expandBounded(text: string, variables: Variables): string | null {
  let room = MOST_EXPANDED;
  const expanded = text.replace(
    /\$(?:(\w+)|\{(\w+)(?:(:?)([-+])([^{}]*))?\})/g,
    (_, bare: string | undefined, braced: string | undefined, colon: string, operator: string, word: string) => {
      const value = variables.get(bare ?? braced ?? '');
      const isSet = value !== undefined && (value !== '' || colon !== ':');
      const instead = operator === '+' ? (isSet ? word : '') : isSet ? value : (word ?? '');
      room -= instead.length;
      return room < 0 ? '' : instead;
    },
  );
  return room < 0 ? null : expanded;
}

/** As BuildKit expands a FROM; what would grow beyond all references stays as it is written. */
export const expand = (text: string, variables: Variables): string => expandBounded(text, variables) ?? text;

/** Build arguments by name; one without a value (`NAME`) is not known. */
export const givenVariables = (buildArgs: readonly string[]): Variables =>
  new Map(
    buildArgs
      .filter((arg) => arg.includes('='))
      .map((arg) => [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]),
  );

/** Global ARGs with their defaults, overruled by build arguments (`NAME=value`). */
export function globalVariables({ globals }: Pick<Dockerfile, 'globals'>, buildArgs: readonly string[]): Variables {
  const given = givenVariables(buildArgs);
  // BuildKit's own (TARGETARCH …) need no ARG before FROM.
  const variables = new Map([...given].filter(([name]) => /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/.test(name)));
  for (const { text } of globals.filter(({ keyword }) => keyword === 'ARG').flatMap(({ words }) => words)) {
    const [name = '', ...value] = text.split('=');
    const fallback = value.length === 0 ? undefined : expand(value.join('='), variables);
    const known = given.get(name) ?? fallback;
    if (known !== undefined) variables.set(name, known);
  }
  return variables;
}

/** Names that a text takes the values of. */
export const namesIn = (text: string): string[] => Array.from(text.matchAll(/\$\{?(\w+)/g), ([, name = '']) => name);

/** `expand`; null where a value is not known, which a base image may set, or where more than that is asked for. */
export function expandKnown(text: string, variables: Variables): string | null {
  if (namesIn(text).some((name) => !variables.has(name))) return null;
  const expanded = expandBounded(text, variables);
  return /[$\\]/.test(text.replace(/\$(?:\w+|\{\w+(?::?[-+][^{}$]*)?\})/g, '')) ? null : expanded;
}

export interface Definition {
  readonly name: string;
  /** As written; null: an ARG without a default. */
  readonly value: string | null;
}

/** What an ARG or an ENV defines; nothing for other instructions. */
export function definitionsIn({ keyword, words }: Instruction): readonly Definition[] {
  if (keyword !== 'ARG' && keyword !== 'ENV') return [];
  const texts = words.map(({ text }) => text);
  const [first = '', ...rest] = texts;
  // The old form `ENV NAME some words`.
  if (keyword === 'ENV' && !first.includes('=')) return [{ name: first, value: rest.join(' ') }];
  return texts.map((text) => {
    const equals = text.indexOf('=');
    return equals === -1 ? { name: text, value: null } : { name: text.slice(0, equals), value: text.slice(equals + 1) };
  });
}

/**
 * The variables that lines of a stage have set, as far as they are known: an ENV wins over an ARG, a build argument over
 * an ARG's default.
 *
 * @param lines of the stage and those that it is built on, in their order
 * @param given build arguments by name
 */
export function stageVariables(lines: readonly Instruction[], globals: Variables, given: Variables): Variables {
  const variables = new Map<string, string>();
  const environment = new Set<string>();
  for (const line of lines) {
    const isArg = line.keyword === 'ARG';
    // One instruction's definitions do not see each other.
    const known = definitionsIn(line).map(({ name, value }) => {
      const own = value === null ? (globals.get(name) ?? null) : expandKnown(value, variables);
      return { name, value: isArg ? (given.get(name) ?? own) : own };
    });
    for (const { name, value } of known) {
      if (isArg && environment.has(name)) continue;
      if (!isArg) environment.add(name);
      if (value === null) variables.delete(name);
      else variables.set(name, value);
    }
  }
  return variables;
}
