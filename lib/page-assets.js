import { readFile } from 'node:fs/promises';
/**
 * What scripts/bundle.ts puts beside the bundle. Read when a page is asked for: no other run is to wait for it.
 */
export async function readPageAssets() {
    const read = (name) => readFile(new URL(name, folder), 'utf8');
    const [script, style] = await Promise.all([read('report-page.js'), read('report-page.css')]);
    return { script, style };
}
const folder = new URL('.', import.meta.url);
