import { givenByText, toReading } from "./given.js";
import { nearest } from "./nearest.js";
import { isOptionName, optionNames, optionOf } from "./options.js";
/**
 * The action's inputs from the runner's environment. The runner sets `INPUT_NAME` to the empty text where the workflow
 * gives no value (or one that evaluates to nothing), so that an empty input is one that is not given.
 */
export function readInputs(environment) {
    return toReading(optionNames.flatMap((name) => {
        const text = environment[variableOf(name)] ?? '';
        if (text.trim() === '')
            return [];
        const value = givenByText(`input ${name}`, optionOf(name), text);
        return ['problem' in value ? value : [name, value]];
    }));
}
/**
 * Warnings about inputs that look like a misspelt one of ours: a budget under a wrong name gates nothing. GitHub warns of
 * unknown inputs too, but without the right name; what is like none of ours may be anyone's variable.
 */
export function misspeltInputs(environment) {
    return Object.keys(environment).flatMap((variable) => {
        const name = /^INPUT_([A-Z0-9_-]{1,40})$/.exec(variable)?.[1]?.toLowerCase();
        if (name === undefined || isOptionName(name))
            return [];
        const meant = nearest(name, optionNames);
        return meant === null ? [] : [`input ${name} is not known and was ignored: did you mean ${meant}?`];
    });
}
/** As @actions/core names them. */
function variableOf(name) {
    return `INPUT_${name.toUpperCase()}`;
}
