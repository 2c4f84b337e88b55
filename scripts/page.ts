import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { PageAssets } from '../src/report/html.ts';

const root = join(import.meta.dirname, '..');

/** The report page's program in one readable script, and its style sheet. */
export async function buildPage(): Promise<PageAssets> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/report/page/main.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2024',
    charset: 'utf8',
    legalComments: 'inline',
  });
  const style = await readFile(join(root, 'src/report/page/style.css'), 'utf8');
  return { script: outputFiles[0]?.text ?? '', style };
}
