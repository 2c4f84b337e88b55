import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { buildPage } from '../../scripts/page.ts';
import { type PageAssets, renderHtml } from '../../src/report/html.ts';
import { describeWith } from './engines.ts';
import type { PageSample } from './page-samples.ts';

/** CHROMIUM, else the one on PATH; null: there is none. */
export function findChromium(): string | null {
  const { CHROMIUM: named, PATH = '' } = process.env;
  const places = named === undefined ? PATH.split(delimiter).map((folder) => join(folder, 'chromium')) : [named];
  return places.find((path) => existsSync(path)) ?? null;
}

/** A page as a reader opens it. */
export interface OpenPage {
  readonly page: Page;
  /** What went wrong in it, by its console. */
  readonly problems: readonly string[];
  /** What it asked for, beside itself. */
  readonly requests: readonly string[];
}

export interface Look {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
}

/** Opens reports in one browser, each in a context of its own. */
export interface Reader {
  readonly open: (sample: PageSample, look?: Look) => Promise<OpenPage>;
}

/** A suite that reads pages in Chromium. */
export function describeWithBrowser(name: string, suite: (reader: Reader) => void): void {
  describeWith(findChromium(), name, { what: 'Chromium', variable: 'CHROMIUM' }, (executablePath) => {
    let browser: Browser;
    let folder: string;
    let assets: PageAssets;
    const contexts: BrowserContext[] = [];

    beforeAll(async () => {
      // A sandbox needs more than a container allows, and the pages are ours.
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
      folder = await mkdtemp(join(tmpdir(), 'page-'));
      assets = await buildPage();
    });
    afterEach(async () => {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
    });
    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    });

    suite({
      open: async ({ report, trees }, { colorScheme = 'light', width = 1280 } = {}) => {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
        contexts.push(context);
        const file = join(folder, 'report.html');
        await writeFile(file, renderHtml(report, trees, assets));
        return await openPage(await context.newPage(), pathToFileURL(file).href);
      },
    });
  });
}

async function openPage(page: Page, address: string): Promise<OpenPage> {
  const problems: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== address) requests.push(request.url());
  });
  await page.goto(address);
  await page.locator('footer').waitFor();
  return { page, problems, requests };
}
