import { linesOf } from "./fix-edits.js";
/** Unchanged lines shown around a change, as diff(1) and git do. */
const contextLines = 3;
/** A change of one file as patch(1) and `git apply` take it; ends with a line's end. Nothing where nothing changes. */
export function unifiedDiff({ path, before, changes }) {
    if (changes.length === 0)
        return '';
    const lines = linesOf(before ?? '');
    const names = [before === null ? '/dev/null' : `a/${path}`, `b/${path}`];
    let growth = 0;
    const hunks = hunksOf(changes).map((members) => {
        const text = hunkText(members, lines, growth);
        growth += members.reduce((sum, change) => sum + change.after.length - change.before.length, 0);
        return text;
    });
    return `--- ${names[0]}\n+++ ${names[1]}\n${hunks.join('')}`;
}
/** Changes whose surroundings meet are shown together. */
function hunksOf(changes) {
    const hunks = [];
    for (const change of changes) {
        const last = hunks.at(-1);
        const previous = last?.at(-1);
        const isNear = previous !== undefined && change.firstLine - endOf(previous) <= 2 * contextLines;
        if (last !== undefined && isNear)
            hunks[hunks.length - 1] = [...last, change];
        else
            hunks.push([change]);
    }
    return hunks;
}
/** The first line behind what a change replaces. */
const endOf = ({ firstLine, before }) => firstLine + before.length;
/** @param growth lines that the hunks before this one add */
function hunkText(changes, lines, growth) {
    const first = Math.max(1, changes[0].firstLine - contextLines);
    const marked = [];
    let at = first;
    const keep = (until) => marked.push(...lines.slice(at - 1, until - 1).map((line) => ` ${line}`));
    for (const change of changes) {
        keep(change.firstLine);
        marked.push(...change.before.map((line) => `-${line}`), ...change.after.map((line) => `+${line}`));
        at = endOf(change);
    }
    keep(at + contextLines);
    const count = (mark) => marked.filter((line) => !line.startsWith(mark)).length;
    const header = `@@ -${range(first, count('+'))} +${range(first + growth, count('-'))} @@\n`;
    return header + marked.map(terminated).join('');
}
/** Of no lines, the place is the line before. */
const range = (first, count) => `${count === 0 ? first - 1 : first}${count === 1 ? '' : `,${count}`}`;
const terminated = (line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`);
