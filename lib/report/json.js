import { errorText, UserError } from "../errors.js";
import { report } from "../model/report.js";
import { truncate, visible } from "./escape.js";
/** What a terminal or a log would obey or hide: JSON lets C1 controls and invisible characters through as they are. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/gu;
/** Indented JSON, in ASCII controls and visible characters alone, with a trailing newline. */
export function renderJson(value) {
    const text = JSON.stringify(value, null, 2);
    return `${text.replace(invisible, (character) => (character === '\n' ? character : escapeUnits(character)))}\n`;
}
/** JSON on one line that can stand in an HTML element: nothing in it opens or closes one. */
export function inertJson(value, replacer) {
    return JSON.stringify(value, replacer).replace(invisible, escapeUnits).replaceAll('<', escapeUnits);
}
function escapeUnits(character) {
    return character
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('');
}
/** Far beyond any report of ours: 300 images of 100 layers are some 30 MB. */
export const maxReportLength = 100_000_000;
/**
 * Reads what `renderJson` wrote of a report; the text may come from anyone.
 *
 * @throws UserError for anything else, naming where it departs from schema/report-v1.json.
 */
export function parseReport(text) {
    if (text.length > maxReportLength)
        throw notAReport(`it is longer than ${maxReportLength} characters`);
    const value = parseJson(text);
    const version = versionOf(value);
    if (typeof version === 'number' && version > 1) {
        throw new UserError(`the report has version ${version}, and this program reads version 1`, {
            hint: 'Use the image-size-gate that wrote it, or a newer one.',
        });
    }
    const result = validate(value);
    if (result.success)
        return result.data;
    const issues = result.error.issues.slice(0, 5).map(({ path, message }) => `${pathText(path)}: ${message}`);
    throw notAReport(issues.join('; '));
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw notAReport(`it is not JSON: ${errorText(error)}`, error);
    }
}
const versionOf = (value) => typeof value === 'object' && value !== null && 'version' in value ? value.version : null;
/** Changes nest: a hostile depth overflows the stack of any recursive check. */
function validate(value) {
    try {
        return report.safeParse(value);
    }
    catch (error) {
        throw notAReport('it is nested too deep', error);
    }
}
function pathText(path) {
    const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
    return steps.join('').replace(/^\./, '') || 'the whole';
}
const notAReport = (why, cause) => new UserError(`not a report of image-size-gate: ${truncate(visible(why), 500)}`, {
    hint: 'Give the file that report-file or --json wrote.',
    cause,
});
