import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseReport } from '../src/report/json.ts';
import { renderAs, reportFiles } from '../src/report-files.ts';
import { reportFormats } from '../src/settings/report-outputs.ts';
import { sampleReport } from './support/report-samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const report = sampleReport();
const page = { trees: () => [], assets: async () => ({ script: 'let script;', style: 'body {}' }) };
const noPage = {
  trees: () => {
    throw new Error('nobody asked for a page');
  },
  assets: () => Promise.reject(new Error('nobody asked for a page')),
};

const beginnings = {
  json: /^\{\n {2}"version": 1,/,
  markdown: /^### ✅ app: no change/,
  html: /^<!doctype html>/,
  sarif: /^\{\n {2}"\$schema": "https:\/\/docs\.oasis-open\.org\/sarif/,
  badge: /^\{\n {2}"schemaVersion": 1,/,
} as const;

it.each(reportFormats)('a report can be written as %s', async (format) => {
  const text = await renderAs(format, report, format === 'html' ? page : noPage);
  expect(text).toMatch(beginnings[format]);
  expect(text.endsWith('\n')).toBe(true);
});

it('is written to the files that are asked for, and to no other', async () => {
  const settings = {
    reportFile: join(folder, 'report.json'),
    htmlFile: null,
    sarifFile: null,
    badgeFile: join(folder, 'b'),
  };
  const files = reportFiles(report, settings, noPage);
  expect(files.map(({ option, path }) => [option, path])).toEqual([
    ['report-file', settings.reportFile],
    ['badge-file', settings.badgeFile],
  ]);
  for (const { write } of files) await write();
  expect(readdirSync(folder).sort()).toEqual(['b', 'report.json']);
  expect(parseReport(readFileSync(settings.reportFile, 'utf8'))).toEqual(report);
});

it('is no success where a file cannot be written', async () => {
  const files = reportFiles(
    report,
    { reportFile: join(folder, 'none/x'), htmlFile: null, sarifFile: null, badgeFile: null },
    page,
  );
  await expect(files[0]?.write()).rejects.toThrow('ENOENT');
});
