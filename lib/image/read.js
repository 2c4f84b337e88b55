import { UserError } from "../errors.js";
import { MissingImage } from "./missing.js";
import { readers } from "./readers.js";
/**
 * Reads an image from its source. Layers that `options.known` names are not read again.
 *
 * Throws a UserError where the image is missing, damaged, or not of the wanted platform.
 */
export const readImage = (source, options) => readerOf(source).read(source, options);
function readerOf({ kind }) {
    const reader = readers.find((candidate) => candidate.kind === kind);
    if (reader === undefined)
        throw new UserError(`Images of kind ${kind} cannot be read`);
    return reader;
}
/**
 * Reads an image from the first of the sources that has it.
 *
 * Throws a UserError as `readImage` does; where no source has the image, one that names every try.
 */
export const readFirst = (sources, options) => firstOf(sources, options.log, (source) => readImage(source, options));
/** The platforms of the image of the first source that has it, for `options.platform`. Throws as `readFirst` does. */
export const listPlatforms = (sources, options) => firstOf(sources, options.log, (source) => readerOf(source).platforms(source, options));
async function firstOf(sources, log, attempt) {
    const misses = [];
    for (const source of sources) {
        if (misses.length > 0)
            log.notice(`${misses.at(-1)?.message}: trying ${source.kind}:${source.reference}`);
        try {
            return await attempt(source);
        }
        catch (error) {
            if (!(error instanceof MissingImage))
                throw error;
            misses.push(error);
        }
    }
    const [first, second] = misses;
    if (first === undefined || second === undefined)
        throw first ?? new Error('there is no source');
    throw new UserError(misses.map(({ message }) => message).join('; and '), {
        hint: [...new Set(misses.flatMap(({ hint }) => hint ?? []))].join(' '),
        cause: second,
    });
}
