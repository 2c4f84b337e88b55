import { writeFile } from 'node:fs/promises';
import type { FileTree } from './model/file-tree.ts';
import type { Report } from './model/report.ts';
import type { Settings } from './model/settings.ts';
import { renderBadge } from './report/badge.ts';
import { type PageAssets, renderHtml } from './report/html.ts';
import { renderJson } from './report/json.ts';
import { reportSarif } from './report/sarif.ts';

/** What a page needs beside the report; asked for where one is wanted. */
export interface PageParts {
  readonly trees: () => readonly (FileTree | null)[];
  readonly assets: () => Promise<PageAssets>;
}

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
  { trees, assets }: PageParts,
): ReportFile[] {
  const file = (option: ReportFile['option'], path: string | null, render: () => string | Promise<string>) =>
    path === null ? [] : [{ option, path, write: async () => writeFile(path, await render()) }];
  return [
    ...file('report-file', settings.reportFile, () => renderJson(report)),
    ...file('html-file', settings.htmlFile, async () => renderHtml(report, trees(), await assets())),
    ...file('sarif-file', settings.sarifFile, () => reportSarif(report)),
    ...file('badge-file', settings.badgeFile, () => renderBadge(report)),
  ];
}
