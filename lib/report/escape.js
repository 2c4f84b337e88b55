/**
 * Text from images, Dockerfiles and pull requests as Markdown that is text and nothing else.
 *
 * GitHub looks for mentions, references, commit ids, addresses, emoji and formulas after Markdown has been rendered, so
 * that backslashes stop none of them. It leaves code alone: whatever could mean something goes into code spans.
 */
/** Controls, bidirectional and other invisible characters, lone surrogates, private and unassigned characters. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/gu;
const breaks = /[\t\n\r]+/g;
/** On one line, with a visible escape (`\u{202E}`) for every character that shows nothing or reorders what is shown. */
export function visible(text) {
    return text.replace(breaks, ' ').replace(invisible, escapeCharacter);
}
function escapeCharacter(character) {
    return `\\u{${character.codePointAt(0)?.toString(16).toUpperCase()}}`;
}
/** At most `length` code points, the last of them an ellipsis where something was cut. */
export function truncate(text, length) {
    // A code point is at most two units long: the slice bounds the work on a text of any length.
    const points = Array.from(text.slice(0, 2 * length + 2));
    return points.length <= length ? text : `${points.slice(0, Math.max(0, length - 1)).join('')}…`;
}
/** `text` as an inline code span: all of it shown, none of it Markdown. */
export function code(text) {
    const content = visible(text) || ' ';
    const fence = '`'.repeat(longestRun(content) + 1);
    // CommonMark 6.1: a span loses one space on each side where it has both, and a backtick must not touch the fence.
    const stripped = content.startsWith(' ') && content.endsWith(' ') && content.trim() !== '';
    const padding = stripped || content.startsWith('`') || content.endsWith('`') ? ' ' : '';
    return fence + padding + content + padding + fence;
}
/** `text` as code inside an HTML block, where Markdown is not read: a `<summary>`. */
export function codeHtml(text) {
    return `<code>${visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)}</code>`;
}
/** `text` as a fenced block. Line breaks stay; tabs too. */
export function codeBlock(text, language) {
    const content = text.replace(/\r\n?/g, '\n').replace(/[^\n\t]+/g, (part) => part.replace(invisible, escapeCharacter));
    const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
    return `${fence}${language}\n${content}\n${fence}`;
}
/** How many backticks stand in a row, at most. */
export function longestRun(text) {
    return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
/**
 * `text` as a run of inline Markdown: plain words stay words; every other word, and what stands in a pair of
 * backticks, becomes code.
 */
export function escapeText(text) {
    const parts = visible(text).split(/`([^`]+)`/);
    // What a capture group matched stands at the odd places.
    const escaped = parts.map((part, at) => (at % 2 === 0 ? escapeWords(part, at === 0) : code(part)));
    return escaped.reduce(joinApart, '').trim();
}
/** Two code spans must not touch: their fences would be one. */
function joinApart(before, after) {
    return before.endsWith('`') && after.startsWith('`') ? `${before} ${after}` : before + after;
}
function escapeWords(text, opensLine) {
    const first = text.search(/\S/);
    return text.replace(/\S+/g, (word, at) => escapeWord(word, opensLine && at === first));
}
const plainWord = /^[("']{0,3}(?:[+-]?\p{N}+(?:[.,]\p{N}+)*%?|[\p{L}\p{N}]+(?:[-'’/,][\p{L}\p{N}]+)*|→)?[)"'.,;:!?]*$/u;
/** What GitHub links without any punctuation around it: commit ids, `GH-1`, advisories. */
const reference = /[0-9a-f]{7}|(?:^|[^a-z0-9])(?:gh|ghsa|cve)-/i;
const orderedListMarker = /^\d+[.)]$/;
function escapeWord(word, opensLine) {
    const plain = plainWord.test(word) && !reference.test(word);
    if (plain && !(opensLine && orderedListMarker.test(word)))
        return word;
    const [, open = '', core = word, close = ''] = /^(\(?)([^()]*[^().,;:!?])(\)?[.,;:!?]*)$/.exec(word) ?? /^()(.*?[^.,;:!?])([.,;:!?]*)$/.exec(word) ?? [];
    return open + code(core) + close;
}
/** A finished piece of inline Markdown as a table's cell: the table syntax takes its `\|` before anything is parsed. */
export function cell(markdown) {
    return markdown.replaceAll('|', '\\|');
}
/** A link around a finished piece of inline Markdown; without `url`, or where it is not http(s), just that piece. */
export function link(markdown, url) {
    const target = url === null ? null : URL.parse(url);
    if (target === null || !/^https?:$/.test(target.protocol))
        return markdown;
    return `[${markdown}](${target.href.replace(/[^\w\-.~:/?#@!$+,=%]/g, encodeCharacter)})`;
}
function encodeCharacter(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
