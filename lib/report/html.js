import { createHash } from 'node:crypto';
import { visible } from "./escape.js";
import { headline } from "./headline.js";
import { inertJson } from "./json.js";
/**
 * A report as one HTML file that asks for nothing: all it holds is in it, and its policy forbids the rest. What comes from
 * outside is data, which the page's program shows as text.
 *
 * @param trees the files of each image of the report, in its order; null or missing: not known
 */
export function renderHtml(report, trees, assets) {
    const data = { report, trees: report.images.map((_, at) => trees[at] ?? null) };
    const title = escapeHtml(headline(report, visible));
    const { script, style } = assets;
    const policy = [
        "default-src 'none'",
        `script-src '${sumOf(script)}'`,
        `style-src '${sumOf(style)}'`,
        "base-uri 'none'",
        "form-action 'none'",
    ].join('; ');
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<noscript><p>${title}</p><p>The rest of this report is drawn by its own script, which this browser does not run.</p></noscript>
<script type="application/json" id="data">${dataJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}
/** What a policy names an inline element by (Content Security Policy 3, "hash-source"). */
const sumOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
/** `upstream` is there for the next comparison to read, and the longest part of a measurement. */
const dataJson = (data) => inertJson(data, (key, value) => (key === 'upstream' ? null : value));
const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
