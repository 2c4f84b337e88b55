/** `$X`, `${X}`, `${X:-default}`, `${X-default}`, `${X:+other}` and `${X+other}`: what BuildKit expands in a FROM. */
export function expand(text, variables) {
    return text.replace(/\$(?:(\w+)|\{(\w+)(?:(:?)([-+])([^{}]*))?\})/g, (_, bare, braced, colon, operator, word) => {
        const value = variables.get(bare ?? braced ?? '');
        const isSet = value !== undefined && (value !== '' || colon !== ':');
        if (operator === '+')
            return isSet ? word : '';
        return isSet ? value : (word ?? '');
    });
}
/** Build arguments by name; one without a value (`NAME`) is not known. */
export const givenVariables = (buildArgs) => new Map(buildArgs
    .filter((arg) => arg.includes('='))
    .map((arg) => [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]));
/** Global ARGs with their defaults, overruled by build arguments (`NAME=value`). */
export function globalVariables(dockerfile, buildArgs) {
    const given = givenVariables(buildArgs);
    // BuildKit's own (TARGETARCH …) need no ARG before FROM.
    const variables = new Map([...given].filter(([name]) => /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/.test(name)));
    for (const { text } of dockerfile.globals.filter(({ keyword }) => keyword === 'ARG').flatMap(({ words }) => words)) {
        const [name = '', ...value] = text.split('=');
        const fallback = value.length === 0 ? undefined : expand(value.join('='), variables);
        const known = given.get(name) ?? fallback;
        if (known !== undefined)
            variables.set(name, known);
    }
    return variables;
}
/** Names that a text takes the values of. */
export const namesIn = (text) => Array.from(text.matchAll(/\$\{?(\w+)/g), ([, name = '']) => name);
/** `expand`; null where a value is not known, which a base image may set, or where more than that is asked for. */
export function expandKnown(text, variables) {
    if (namesIn(text).some((name) => !variables.has(name)))
        return null;
    const expanded = expand(text, variables);
    return /[$\\]/.test(text.replace(/\$(?:\w+|\{\w+(?::?[-+][^{}$]*)?\})/g, '')) ? null : expanded;
}
/** What an ARG or an ENV defines; nothing for other instructions. */
export function definitionsIn({ keyword, words }) {
    if (keyword !== 'ARG' && keyword !== 'ENV')
        return [];
    const texts = words.map(({ text }) => text);
    const [first = '', ...rest] = texts;
    // The old form `ENV NAME some words`.
    if (keyword === 'ENV' && !first.includes('='))
        return [{ name: first, value: rest.join(' ') }];
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
export function stageVariables(lines, globals, given) {
    const variables = new Map();
    const environment = new Set();
    for (const line of lines) {
        const isArg = line.keyword === 'ARG';
        // One instruction's definitions do not see each other.
        const known = definitionsIn(line).map(({ name, value }) => {
            const own = value === null ? (globals.get(name) ?? null) : expandKnown(value, variables);
            return { name, value: isArg ? (given.get(name) ?? own) : own };
        });
        for (const { name, value } of known) {
            if (isArg && environment.has(name))
                continue;
            if (!isArg)
                environment.add(name);
            if (value === null)
                variables.delete(name);
            else
                variables.set(name, value);
        }
    }
    return variables;
}
