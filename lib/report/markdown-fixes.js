import { codeBlock, codeHtml, truncate } from "./escape.js";
import { byPrice, priceBy, sizeText } from "./figures.js";
import { details } from "./markdown-blocks.js";
/** The fixes of an image's most expensive findings, each folded as a diff; what costs nothing needs none here. */
export const fixDetails = (image, { report: { metric }, plan }) => shownFixes(image, metric)
    .slice(0, plan.fixes)
    .map((finding) => details(title(finding, metric), codeBlock(diffText(finding), 'diff')));
/** The most expensive first. */
export const shownFixes = ({ findings }, metric) => byPrice(findings, metric).filter((finding) => (priceBy(metric, finding) ?? 0) > 0 && (finding.fix?.lines?.length ?? 0) > 0);
function title(finding, metric) {
    const { rule, location, fix } = finding;
    const where = location === null ? '' : ` at ${codeHtml(`${truncate(location.file, 60)}:${location.firstLine}`)}`;
    const caution = fix?.safe === true ? '' : '; try the image afterwards';
    return `Fix for ${codeHtml(truncate(rule, 80))}${where}, ${sizeText(priceBy(metric, finding))}${caution}`;
}
/** More of a fix is in the report, and in what `image-size-gate fix` prints. */
const mostLines = 30;
const longestLine = 200;
function diffText({ fix, location }) {
    const lines = (fix?.lines ?? []).flatMap((change) => changeText(change, location?.file ?? null));
    const more = lines.length > mostLines ? [`… ${lines.length - mostLines} more lines`] : [];
    return [...lines.slice(0, mostLines), ...more].join('\n');
}
/** The file is named where it is not the one that the finding is in. */
function changeText({ file, firstLine, before, after }, known) {
    return [
        ...(file === known ? [] : [`+++ ${truncate(file, longestLine)}`]),
        `@@ -${firstLine},${before.length} +${firstLine},${after.length} @@`,
        ...before.map((line) => `-${truncate(line, longestLine)}`),
        ...after.map((line) => `+${truncate(line, longestLine)}`),
    ];
}
