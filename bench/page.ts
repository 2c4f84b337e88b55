import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../__tests__/support/browser.ts';
import { largeSample } from '../__tests__/support/page-samples.ts';
import { buildPage } from '../scripts/page.ts';
import { renderHtml } from '../src/report/html.ts';

/** The HTML report of one image: its file, and how long a reader waits for it. */
export interface PageRow {
  readonly files: number;
  readonly bytes: number;
  /** To make the tree and the page of it. */
  readonly renderSeconds: number;
  readonly opening: Opening;
}

interface Opening {
  /** From the request to the frame that shows the map, by the clock. */
  readonly seconds: number;
  /** Of the processor, by the page's thread. */
  readonly cpuSeconds: number;
}

/** Times reports of images with so many files; medians of `rounds`. */
export async function benchPages(counts: readonly number[], rounds: number): Promise<PageRow[]> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('there is no Chromium: CHROMIUM or PATH must have one');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const folder = await mkdtemp(join(tmpdir(), 'bench-page-'));
  const assets = await buildPage();
  const rows: PageRow[] = [];
  try {
    for (const files of counts) {
      const { report, trees } = largeSample(files);
      const started = performance.now();
      const html = renderHtml(report, trees, assets);
      const renderSeconds = (performance.now() - started) / 1000;
      const path = join(folder, `${files}.html`);
      await writeFile(path, html);
      const openings: Opening[] = [];
      for (let round = 0; round < rounds; round++) openings.push(await timeOpening(browser, path));
      const opening = {
        seconds: median(openings.map(({ seconds }) => seconds)),
        cpuSeconds: median(openings.map(({ cpuSeconds }) => cpuSeconds)),
      };
      rows.push({ files, bytes: (await stat(path)).size, renderSeconds, opening });
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
  return rows;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function timeOpening(browser: Browser, path: string): Promise<Opening> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(pathToFileURL(path).href);
    await page.getByRole('treeitem').first().waitFor();
    const shown = 'new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))';
    const seconds = (await page.evaluate<number>(shown)) / 1000;
    const { metrics } = await devtools.send('Performance.getMetrics');
    return { seconds, cpuSeconds: metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN };
  } finally {
    await page.close();
  }
}

export function renderPageRows(rows: readonly PageRow[]): string {
  const lines = rows.map(
    ({ files, bytes, renderSeconds, opening: { seconds, cpuSeconds } }) =>
      `| ${files.toLocaleString('en-US')} | ${(bytes / 1e6).toFixed(1)} MB | ${renderSeconds.toFixed(2)} s | ${seconds.toFixed(2)} s | ${cpuSeconds.toFixed(2)} s |`,
  );
  return [
    'The HTML report of an image of five layers, one file in fifty changed, in Chromium:',
    '',
    '| files | page | written in | shown in | processor of the page |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
