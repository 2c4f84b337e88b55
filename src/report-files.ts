import { writeFile } from 'node:fs/promises';
import type { FileTree } from './model/file-tree.ts';
import type { Report } from './model/report.ts';
import type { Settings } from './model/settings.ts';
import { renderBadge } from './report/badge.ts';
import { type PageAssets, renderHtml } from './report/html.ts';
import { renderJson } from './report/json.ts';
import { renderMarkdown } from './report/markdown.ts';
import { reportSarif } from './report/sarif.ts';
import type { ReportFormat } from './settings/report-outputs.ts';

/** What a page needs beside the report; asked for where one is wanted. */
export interface PageParts {
  readonly trees: () => readonly (FileTree | null)[];
  readonly assets: () => Promise<PageAssets>;
}

/** A report in one of the ways that it can be written. */
export function renderAs(format: ReportFormat, report: Report, page: PageParts): Promise<string> {
  return renderings[format](report, page);
}

const renderings: Readonly<Record<ReportFormat, (report: Report, page: PageParts) => Promise<string>>> = {
  json: async (report) => renderJson(report),
  markdown: async (report) => renderMarkdown(report, { limit: Number.POSITIVE_INFINITY }),
  html: async (report, { trees, assets }) => renderHtml(report, trees(), await assets()),
  sarif: async (report) => reportSarif(report),
  badge: async (report) => renderBadge(report),
};

export interface ReportFile {
  readonly option: 'report-file' | 'html-file' | 'sarif-file' | 'badge-file';
  /** Absolute. */
  readonly path: string;
  /** Rejects where the file cannot be made or written. */
  readonly write: () => Promise<void>;
}

/** The files that a report is asked to be written to. */
export function reportFiles(
  report: Report,
  settings: Pick<Settings, 'reportFile' | 'htmlFile' | 'sarifFile' | 'badgeFile'>,
  page: PageParts,
): ReportFile[] {
  const file = (option: ReportFile['option'], format: ReportFormat, path: string | null) =>
    path === null ? [] : [{ option, path, write: async () => writeFile(path, await renderAs(format, report, page)) }];
  return [
    ...file('report-file', 'json', settings.reportFile),
    ...file('html-file', 'html', settings.htmlFile),
    ...file('sarif-file', 'sarif', settings.sarifFile),
    ...file('badge-file', 'badge', settings.badgeFile),
  ];
}
