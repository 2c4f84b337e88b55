import { writeFile } from 'node:fs/promises';
import { renderBadge } from "./report/badge.js";
import { renderHtml } from "./report/html.js";
import { renderJson } from "./report/json.js";
import { renderMarkdown } from "./report/markdown.js";
import { reportSarif } from "./report/sarif.js";
/** A report in one of the ways that it can be written. */
export function renderAs(format, report, page) {
    return renderings[format](report, page);
}
const renderings = {
    json: async (report) => renderJson(report),
    markdown: async (report) => renderMarkdown(report, { limit: Number.POSITIVE_INFINITY }),
    html: async (report, { trees, assets }) => renderHtml(report, trees(), await assets()),
    sarif: async (report) => reportSarif(report),
    badge: async (report) => renderBadge(report),
};
/** The files that a report is asked to be written to. */
export function reportFiles(report, settings, page) {
    const file = (option, format, path) => path === null ? [] : [{ option, path, write: async () => writeFile(path, await renderAs(format, report, page)) }];
    return [
        ...file('report-file', 'json', settings.reportFile),
        ...file('html-file', 'html', settings.htmlFile),
        ...file('sarif-file', 'sarif', settings.sarifFile),
        ...file('badge-file', 'badge', settings.badgeFile),
    ];
}
