import { createHash } from 'node:crypto';
import { chooseFixes } from "../lint/fix.js";
import { code, escapeText, longestRun, truncate } from "../report/escape.js";
import { formatBytes } from "../units.js";
import { readPatch } from "./patch.js";
/** More would bury the pull request. */
const mostSuggestions = 10;
/**
 * Suggestions for safe fixes of lines that a pull request changes, the most expensive first. Left out are those that
 * leave one hunk, since GitHub shows nothing there, that are about other text than the branch has, or that share lines
 * with a more expensive one.
 */
export function suggestionsFor(findings, patches) {
    const hunks = new Map([...patches].map(([path, patch]) => [path, patch === null ? [] : readPatch(patch)]));
    const suggestions = [];
    for (const finding of chooseFixes(findings, false).chosen) {
        const made = suggestionFor(finding, hunks);
        if (made !== null && !suggestions.some((other) => overlap(made, other)))
            suggestions.push(made);
    }
    return suggestions.slice(0, mostSuggestions);
}
const overlap = (one, other) => one.path === other.path && one.firstLine <= other.lastLine && other.firstLine <= one.lastLine;
/** Controls and what shows nothing: nobody should commit what they can't see. */
const invisible = /[^\P{C}\t]|[\p{Zl}\p{Zp}]/u;
function suggestionFor(finding, hunks) {
    const [first, ...others] = finding.fix.lines ?? [];
    if (first === undefined || others.some(({ file }) => file !== first.file))
        return null;
    for (const hunk of hunks.get(first.file) ?? []) {
        const found = replace(hunk, [first, ...others]);
        if (found === null || found.after.some((line) => invisible.test(line)))
            continue;
        const { lines, after } = found;
        const [firstLine, lastLine] = [lines[0]?.line ?? 0, lines.at(-1)?.line ?? 0];
        const fingerprint = fingerprintOf([first.file, ...lines.map(({ text }) => text), '→', ...after]);
        return { path: first.file, firstLine, lastLine, fingerprint, body: bodyOf(finding, after) };
    }
    return null;
}
/** The lines of a hunk that changes are about, and what they become; null where they are not all there. */
function replace(hunk, changes) {
    const after = new Map(hunk.map(({ line, text }) => [line, [text]]));
    const touched = [];
    for (const { firstLine, before, after: texts } of changes) {
        // What is only added goes behind the line before it.
        const at = before.length === 0 ? firstLine - 1 : firstLine;
        const known = after.get(at);
        if (known === undefined || before.some((text, index) => after.get(firstLine + index)?.join('\n') !== text))
            return null;
        for (const index of before.keys())
            after.set(firstLine + index, []);
        after.set(at, before.length === 0 ? [...known, ...texts] : [...texts]);
        touched.push(at, Math.max(at, firstLine + before.length - 1));
    }
    const [from, to] = [Math.min(...touched), Math.max(...touched)];
    const lines = hunk.filter(({ line }) => line >= from && line <= to);
    return lines.some(({ isAdded }) => isAdded)
        ? { lines, after: lines.flatMap(({ line }) => after.get(line) ?? []) }
        : null;
}
function bodyOf({ message, rule, price }, after) {
    const saving = price === null ? '' : ` Saves ${formatBytes(price.diskBytes)}.`;
    const content = after.join('\n');
    const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
    const head = `${escapeText(truncate(message, 300))} · ${code(truncate(rule, 80))}.${saving}`;
    return `${head}\n\n${fence}suggestion\n${content}${content === '' ? '' : '\n'}${fence}`;
}
const fingerprintOf = (parts) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
