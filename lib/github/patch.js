/**
 * The hunks of a file's `patch`, as GitHub's API gives it: the lines after the change, in their order. What is no hunk
 * is passed over.
 */
export function readPatch(patch) {
    const hunks = [];
    let line = 0;
    for (const row of patch.split('\n')) {
        const start = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(row)?.[1];
        if (start !== undefined) {
            hunks.push([]);
            line = Number(start);
        }
        else if (/^[ +]/.test(row)) {
            hunks.at(-1)?.push({ line, text: row.slice(1), isAdded: row.startsWith('+') });
            line++;
        }
    }
    return hunks;
}
