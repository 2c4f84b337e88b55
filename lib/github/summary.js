import { appendFile, stat } from 'node:fs/promises';
/**
 * Of one step, in bytes; GitHub drops a longer summary as a whole:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
export const maxSummaryBytes = 1_048_576;
const pointer = '\n\n_The summary is cut here: GitHub shows 1 MiB of a step. The output `report-json` and `report-file` have all._\n';
/**
 * Appends Markdown to the step summary, the file that GITHUB_STEP_SUMMARY names; does nothing where there is none.
 * What does not fit is cut at the end of a line. Rejects where the file can't be written.
 */
export async function appendSummary(file, markdown) {
    if (!file) {
        return;
    }
    const room = maxSummaryBytes - (await sizeOf(file));
    await appendFile(file, fitted(`${markdown.trimEnd()}\n`, room));
}
/** 0 where there is no file yet. */
async function sizeOf(file) {
    try {
        return (await stat(file)).size;
    }
    catch {
        return 0;
    }
}
function fitted(text, room) {
    if (Buffer.byteLength(text) <= room) {
        return text;
    }
    const left = room - Buffer.byteLength(pointer);
    if (left < 0) {
        return '';
    }
    const bytes = Buffer.from(text).subarray(0, left);
    const end = bytes.lastIndexOf('\n');
    return `${bytes.subarray(0, Math.max(end, 0)).toString()}${pointer}`;
}
