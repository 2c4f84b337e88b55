/**
 * node scripts/draw-report.ts [--base IMAGE]: draws the HTML report of examples/demo (scripts/demo.ts) as
 * docs/report-light.png and docs/report-dark.png, by Chromium. Everything in the pictures was measured.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { gateDemo } from './demo.ts';

const folder = await mkdtemp(join(tmpdir(), 'demo-'));
const html = join(folder, 'report.html');
try {
  await gateDemo(folder, '--html', html);
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 1180 } });
    await page.goto(pathToFileURL(html).href);
    await page.getByRole('treeitem').first().waitFor();
    await page.screenshot({ path: `docs/report-${colorScheme}.png` });
  }
  await browser.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
