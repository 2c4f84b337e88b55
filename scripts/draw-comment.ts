/**
 * node scripts/draw-comment.ts [--base IMAGE]: builds examples/demo before and after a change on the engine at hand,
 * gates the change with dist/cli.js, and draws the comment as docs/comment.png, by Chromium. Everything in the picture
 * was measured; only the repository that its links name is made up.
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import MarkdownIt from 'markdown-it';
import { parseReport } from '../src/report/json.ts';
import { renderMarkdown } from '../src/report/markdown.ts';

const run = promisify(execFile);
const cli = resolve('dist/cli.js');
const baseAt = process.argv.indexOf('--base');
const buildArgs = baseAt < 0 ? [] : ['--build-arg', `BASE=${process.argv[baseAt + 1]}`];

/** As much of GitHub's look as a comment needs. */
const style = `
  body { margin: 0; padding: 24px; width: 860px; font: 14px/1.5 -apple-system, "Segoe UI", "Liberation Sans", sans-serif; color: #1f2328; }
  main { border: 1px solid #d1d9e0; border-radius: 6px; padding: 16px; }
  h3 { font-size: 17.5px; margin: 0 0 16px; } p, ul, table, details { margin: 0 0 16px; } main > :last-child { margin: 0; }
  table { border-collapse: collapse; } th, td { border: 1px solid #d1d9e0; padding: 6px 13px; } th { font-weight: 600; }
  tr:nth-child(2n) { background: #f6f8fa; } a { color: #0969da; text-decoration: underline; }
  code { background: #818b981f; border-radius: 6px; padding: 0.2em 0.4em; font: 85% "Liberation Mono", monospace; }
`;

async function gateDemo(folder: string): Promise<string> {
  const gate = async (...args: string[]) => {
    const command = [cli, 'gate', '--name', 'shop', ...buildArgs, ...args];
    // Over budget is exit code 1, with the report all the same.
    return await run(process.execPath, command, { cwd: folder, maxBuffer: 1 << 26 }).catch((error) => {
      if (error.code === 1 && error.stdout !== '') return error as { stdout: string };
      throw error;
    });
  };
  const git = (...args: string[]) =>
    run('git', ['-C', folder, '-c', 'user.name=demo', '-c', 'user.email=demo@example.com', ...args]);
  await cp('examples/demo/before', folder, { recursive: true });
  await git('init', '--quiet');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'before');
  await gate('--record');
  await cp('examples/demo/after', folder, { recursive: true });
  return (await gate('--max-increase', '5%', '--json')).stdout;
}

async function draw(html: string, png: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'draw-'));
  try {
    await writeFile(join(folder, 'page.html'), html);
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      `--user-data-dir=${folder}/profile`,
    ];
    await run('chromium', [
      ...flags,
      '--window-size=910,985',
      `--screenshot=${resolve(png)}`,
      `file://${folder}/page.html`,
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const folder = await mkdtemp(join(tmpdir(), 'demo-'));
try {
  const report = parseReport(await gateDemo(folder));
  const commit = report.images[0]?.current.commit ?? null;
  const repository = { url: 'https://github.com/acme/shop', commit, pullRequest: 7 };
  const markdown = renderMarkdown({ ...report, repository }, { limit: 65_536 });
  const body = new MarkdownIt({ html: true, linkify: true }).render(markdown);
  await draw(`<!doctype html><meta charset="utf-8"><style>${style}</style><main>${body}</main>`, 'docs/comment.png');
} finally {
  await rm(folder, { recursive: true, force: true });
}
