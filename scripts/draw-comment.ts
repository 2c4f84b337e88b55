/**
 * node scripts/draw-comment.ts [--base IMAGE]: builds examples/demo before and after a change on the engine at hand,
 * gates the change with dist/cli.js, and draws the comment as docs/comment.png, by Chromium. Everything in the picture
 * was measured; only the repository that its links name is made up.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseReport } from '../src/report/json.ts';
import { renderMarkdown } from '../src/report/markdown.ts';
import { withPainter } from './comment-picture.ts';
import { gateDemo } from './demo.ts';

const folder = await mkdtemp(join(tmpdir(), 'demo-'));
try {
  const report = parseReport(await gateDemo(folder));
  const commit = report.images[0]?.current.commit ?? null;
  const repository = { url: 'https://github.com/acme/shop', commit, pullRequest: 7 };
  const markdown = renderMarkdown({ ...report, repository }, { limit: 65_536 });
  await withPainter(null, async (paint) =>
    writeFile('docs/comment.png', await paint({ markdown, theme: 'light', width: 860, maxHeight: 900 })),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
