/** Whether any of the lines is a changed one, or lost a line between two of its own. */
export function touches(changed, file, { first, last }) {
    const spans = changed.get(file) ?? [];
    return spans === 'all' || spans.some((span) => span.first <= last && first <= span.last);
}
/** What the pull request changes of `files`, paths from the repository's root. Rejects as the API does. */
export async function changedLines(api, files) {
    const patches = await api.patches(files);
    return new Map([...patches].map(([file, patch]) => [file, patch === null ? 'all' : linesInPatch(patch)]));
}
/**
 * The lines that a unified diff's hunks add or delete, as GitHub's API has them (from the first `@@` on). Nothing where
 * there is no hunk.
 */
export function linesInPatch(patch) {
    const spans = [];
    let next = 1;
    for (const line of patch.split('\n')) {
        const start = /^@@ -\d+(?:,\d+)? \+(\d{1,9})(?:,(\d+))? @@/.exec(line);
        if (start !== null) {
            // A hunk without a line of its own names the line before it.
            next = Number(start[1]) + (start[2] === '0' ? 1 : 0);
        }
        else if (line.startsWith('+')) {
            spans.push({ first: next, last: next });
            next++;
        }
        else if (line.startsWith('-'))
            spans.push({ first: next, last: next - 1 });
        else if (line.startsWith(' '))
            next++;
    }
    return spans;
}
