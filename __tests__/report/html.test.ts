import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { renderHtml } from '../../src/report/html.ts';
import { smallSample } from '../support/page-samples.ts';
import { hostileText, reports } from '../support/report-arbitraries.ts';
import { sampleImage, sampleReport } from '../support/report-samples.ts';

const assets = { script: "console.log('program');\n", style: 'body { margin: 0 }\n' };

const dataOf = (html: string): { report: unknown; trees: unknown } => {
  const [, text = ''] = /<script type="application\/json" id="data">(.*)<\/script>/.exec(html) ?? [];
  return JSON.parse(text);
};

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('the page', () => {
  it('holds the report and its files', () => {
    const { report, trees } = smallSample();
    const data = dataOf(renderHtml(report, trees, assets));
    expect(data.trees).toEqual(JSON.parse(JSON.stringify(trees)));
    expect(data.report).toMatchObject({ verdict: report.verdict, images: [{ delta: report.images[0]?.delta }] });
  });

  it('leaves out the lines that decide what a layer holds', () => {
    const { report } = smallSample();
    expect(renderHtml(report, [], assets)).not.toMatch(/"upstream":[^n]/);
  });

  it('says of each image whether its files are known', () => {
    const report = sampleReport({ images: [sampleImage(), sampleImage()] });
    expect(dataOf(renderHtml(report, [], assets)).trees).toEqual([null, null]);
  });

  it('allows its own script and style, and nothing else', () => {
    const html = renderHtml(sampleReport({}), [], assets);
    const sum = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${sum(assets.script)}`,
      `style-src ${sum(assets.style)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html).toContain(`<script>${assets.script}</script>`);
    expect(html).toContain(`<style>${assets.style}</style>`);
  });

  it('is not changed by any text', () => {
    const plain = renderHtml(sampleReport({}), [], assets);
    fc.assert(
      fc.property(reports, hostileText, (report, name) => {
        const images = report.images.map((image) => ({ ...image, name }));
        const html = renderHtml({ ...report, images }, [], assets);
        for (const part of ['<', '>']) {
          // Data is the one line where `>` may stand.
          const outside = html.replace(/(id="data">).*(<\/script>)/, '$1$2');
          expect(count(outside, part)).toBe(count(plain.replace(/(id="data">).*(<\/script>)/, '$1$2'), part));
        }
        expect(html).not.toMatch(/[^\n\P{C}]/u);
        expect(dataOf(html).report).toMatchObject({ verdict: report.verdict });
      }),
      { numRuns: 30 },
    );
  });
});
