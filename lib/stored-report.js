import { createReadStream } from 'node:fs';
import { errorText, UserError } from "./errors.js";
import { maxReportLength, parseReport } from "./report/json.js";
/**
 * Reads a report out of a file, or, where `path` is null, out of `input`.
 *
 * @throws UserError where it cannot be read, is too large, or is no report, naming the field that is wrong.
 */
export async function readStoredReport(path, input) {
    const text = await readBounded(path === null ? input : createReadStream(path)).catch((error) => {
        if (error instanceof UserError)
            throw error;
        throw new UserError(`the report cannot be read: ${errorText(error)}`, { cause: error });
    });
    return parseReport(text);
}
/** No character takes less than a byte: what is within the bound in bytes is so in characters. */
async function readBounded(stream) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of stream) {
        bytes += chunk.length;
        if (bytes > maxReportLength) {
            throw new UserError(`the report is longer than ${maxReportLength} bytes`, { hint: 'Is it a report at all?' });
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
}
