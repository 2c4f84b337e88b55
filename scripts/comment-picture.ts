import MarkdownIt from 'markdown-it';
import { type Browser, chromium } from 'playwright-core';

/** Comments as pictures, near to how GitHub shows them: GitHub's values of June 2025 (primer/css, github-markdown-css). */

export interface Picture {
  readonly markdown: string;
  readonly theme: 'light' | 'dark';
  /** CSS pixels of the comment with its border. */
  readonly width: number;
  /** Cuts what is further down. */
  readonly maxHeight?: number;
  /** Whether folds are open. */
  readonly unfolded?: boolean;
}

const themes = {
  light: {
    ...{ text: '#1f2328', page: '#ffffff', muted: '#f6f8fa', border: '#d1d9e0', link: '#0969da', code: '#818b981f' },
    ...{ added: '#116329', addedBack: '#dafbe1', removed: '#82071e', removedBack: '#ffebe9', hunk: '#8250df' },
  },
  dark: {
    ...{ text: '#f0f6fc', page: '#0d1117', muted: '#151b23', border: '#3d444d', link: '#4493f8', code: '#656c7633' },
    ...{ added: '#aff5b4', addedBack: '#033a16', removed: '#ffdcd7', removedBack: '#67060c', hunk: '#d2a8ff' },
  },
} as const;

const mono = 'ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace';

function styleOf(theme: Picture['theme'], width: number): string {
  const color = themes[theme];
  return `
    body { margin: 0; background: ${color.page}; }
    main { box-sizing: border-box; width: ${width}px; padding: 16px; border: 1px solid ${color.border}; border-radius: 6px;
      font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, "Liberation Sans", Arial, sans-serif, "Noto Color Emoji";
      color: ${color.text}; overflow-wrap: break-word; overflow: hidden; color-scheme: ${theme}; }
    main > :first-child { margin-top: 0 !important; } main > :last-child { margin-bottom: 0 !important; }
    h3, h4, h5 { margin: 24px 0 16px; font-weight: 600; line-height: 1.25; font-size: 1em; }
    h3 { font-size: 1.25em; } h5 { font-size: 0.875em; }
    p, ul, table, pre, details, section { margin: 0 0 16px; } ul { padding-left: 2em; } li + li { margin-top: 0.25em; }
    strong, th { font-weight: 600; } a { color: ${color.link}; text-decoration: underline; text-underline-offset: 0.2rem; }
    table { display: block; width: max-content; max-width: 100%; overflow: auto; border-spacing: 0; border-collapse: collapse;
      font-variant: tabular-nums; }
    th, td { padding: 6px 13px; border: 1px solid ${color.border}; }
    tbody tr:nth-child(2n) { background: ${color.muted}; }
    code { padding: 0.2em 0.4em; font: 85% ${mono}; white-space: break-spaces; background: ${color.code}; border-radius: 6px; }
    h3 code, h4 code, h5 code { padding: 0 0.2em; font-size: inherit; }
    pre { padding: 16px; overflow: auto; font: 85%/1.45 ${mono}; background: ${color.muted}; border-radius: 6px; }
    pre code { padding: 0; font-size: 100%; white-space: pre; background: none; }
    .added { color: ${color.added}; background: ${color.addedBack}; }
    .removed { color: ${color.removed}; background: ${color.removedBack}; }
    .hunk { color: ${color.hunk}; font-weight: bold; }
    .mermaid { text-align: center; border: 1px solid ${color.border}; border-radius: 6px; padding: 16px; }
  `;
}

const renderer = new MarkdownIt({
  html: true,
  linkify: true,
  highlight: (text, language) => highlighted(text, language),
});
renderer.linkify.set({ fuzzyLink: false });

/** Colours a diff, and takes a Mermaid block out of its `<pre>`, for Mermaid to find. */
function highlighted(text: string, language: string): string {
  const safe = renderer.utils.escapeHtml(text);
  if (language === 'mermaid') return `<pre class="mermaid">${safe}</pre>`;
  if (language !== 'diff') return '';
  const kinds: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed', '@': 'hunk' };
  return safe.replace(/^([+\-@]).*$/gm, (line, sign) => `<span class="${kinds[sign]}">${line}</span>`);
}

/** Takes pictures by a Chromium; with `mermaid`, Mermaid's own script as a file, charts are drawn too. */
export async function withPainter(
  mermaid: string | null,
  work: (paint: (picture: Picture) => Promise<Buffer>) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    await work((picture) => paint(browser, mermaid, picture));
  } finally {
    await browser.close();
  }
}

async function paint(browser: Browser, mermaid: string | null, picture: Picture): Promise<Buffer> {
  const { markdown, theme, width, maxHeight = Number.POSITIVE_INFINITY, unfolded = false } = picture;
  const page = await browser.newPage({ viewport: { width, height: 200 } });
  try {
    const body = renderer.render(unfolded ? markdown.replaceAll('<details>', '<details open>') : markdown);
    await page.setContent(
      `<!doctype html><meta charset="utf-8"><style>${styleOf(theme, width)}</style><main>${body}</main>`,
    );
    if (mermaid !== null) {
      await page.addScriptTag({ path: mermaid });
      const start = `mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: '${theme === 'dark' ? 'dark' : 'default'}' }); mermaid.run()`;
      await page.evaluate(start);
    }
    const { height = 0 } = (await page.locator('main').boundingBox()) ?? {};
    return await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, maxHeight) } });
  } finally {
    await page.close();
  }
}
