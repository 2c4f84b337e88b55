import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageAssets } from './report/html.ts';

/** What scripts/bundle.ts puts beside the bundle. Read when a page is asked for: no other run is to wait for it. */
export async function readPageAssets(): Promise<PageAssets> {
  const folder = dirname(fileURLToPath(import.meta.url));
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const [script, style] = await Promise.all([read('report-page.js'), read('report-page.css')]);
  return { script, style };
}
