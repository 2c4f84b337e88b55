/**
 * node scripts/draw-comments.ts [--to FOLDER] [--mermaid FILE]: draws the comments of __tests__/report/golden by
 * Chromium. Without `--to` those that docs/comment.md shows, into docs/comments; with it all of them, wide and narrow,
 * light and dark, folded and open, to look at. `--mermaid`: Mermaid's own script (`dist/mermaid.min.js` of its package),
 * without which its charts stay text.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Picture, withPainter } from './comment-picture.ts';

const { values } = parseArgs({ options: { to: { type: 'string' }, mermaid: { type: 'string' } } });
const goldens = '__tests__/report/golden';
const folder = values.to ?? 'docs/comments';

const shown = ['no-change', 'regression', '40-images'];

type Looks = readonly [suffix: string, look: Omit<Picture, 'markdown'>][];

const published: Looks = [
  ['light', { theme: 'light', width: 860, maxHeight: 715 }],
  ['dark', { theme: 'dark', width: 860, maxHeight: 715 }],
];
const everything: Looks = [
  ['light', { theme: 'light', width: 860, maxHeight: 3000 }],
  ['dark', { theme: 'dark', width: 860, maxHeight: 3000 }],
  ['narrow', { theme: 'light', width: 390, maxHeight: 3000 }],
  ['open', { theme: 'light', width: 860, maxHeight: 5000, unfolded: true }],
];

const all = (await readdir(goldens)).map((file) => basename(file, '.md'));
const names = values.to === undefined ? shown : all;
await mkdir(folder, { recursive: true });
await withPainter(values.mermaid ?? null, async (paint) => {
  for (const name of names) {
    const markdown = await readFile(join(goldens, `${name}.md`), 'utf8');
    for (const [suffix, look] of values.to === undefined ? published : everything) {
      await writeFile(join(folder, `${name}-${suffix}.png`), await paint({ markdown, ...look }));
    }
  }
});
