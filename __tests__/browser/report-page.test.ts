import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import * as fc from 'fast-check';
import type { Page } from 'playwright-core';
import { fileTree } from '../../src/compare/file-tree.ts';
import { visible } from '../../src/report/escape.ts';
import { headline } from '../../src/report/headline.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { largeSample, pageSample, smallSample } from '../support/page-samples.ts';
import { hostileText, reports } from '../support/report-arbitraries.ts';
import { gallery } from '../support/report-gallery.ts';
import { sampleFinding, sampleFix } from '../support/report-samples.ts';
import { sideOf } from '../support/sides.ts';

/** A browser on a machine that has other things to do. */
jest.setTimeout(120_000);

const item = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name });
const crumbs = (page: Page) => page.getByRole('navigation', { name: 'Place on the map' });
const focused = (page: Page) => page.locator(':focus').getAttribute('aria-label');

const sample = smallSample([
  sampleFinding({ message: 'run `apt-get clean`', fix: sampleFix({ before: ['RUN a'], after: ['RUN a && b'] }) }),
]);

describeWithBrowser('the page of a report', ({ open }) => {
  it('says the verdict, the budgets, the layers with their lines, the changes and the findings', async () => {
    const { page, problems, requests } = await open(sample);
    await expect(page.locator('h1').textContent()).resolves.toBe(headline(sample.report, visible));
    await expect(page.locator('#budgets').textContent()).resolves.toContain('max-increase 5%');
    const pip = page.locator('#layers tbody tr', { hasText: 'pip install' });
    await expect(pip.textContent()).resolves.toMatch(
      /Dockerfile:3[\s\S]*RUN pip install -r requirements.txt[\s\S]*\+30 kB/,
    );
    await expect(page.locator('#changes').textContent()).resolves.toContain('RUN chown -R app /srv');
    const finding = page.locator('.finding');
    await finding.getByText('Fix: changes nothing else').click();
    await expect(finding.textContent()).resolves.toMatch(/- RUN a\n\+ RUN a && b/);
    expect({ problems, requests }).toEqual({ problems: [], requests: [] });
  });

  it.each([
    ['new', /^RUN chown -R app \/srv/, '+'],
    ['grown', /^RUN pip install/, '▲'],
    ['shrunk', /^COPY \. \/srv/, '▼'],
    ['same', /^FROM debian/, null],
  ])('marks a layer that is %s by colour and sign', async (state, name, sign) => {
    const { page } = await open(sample);
    const layer = item(page, name);
    await expect(layer.getAttribute('class')).resolves.toContain(state);
    const label = await layer.locator('> .label .name').textContent();
    expect(label?.startsWith(sign ?? 'FROM')).toBe(true);
  });

  it('says what a later layer hides and what is gone', async () => {
    const { page } = await open(sample);
    const copy = item(page, /^COPY \. \/srv/);
    await expect(copy.getAttribute('class')).resolves.toContain('dead');
    await copy.click({ position: { x: 5, y: 5 } });
    await item(page, /^\/srv\//)
      .first()
      .click({ position: { x: 5, y: 5 } });
    await expect(page.getByText('Gone from here: /srv/old.bin (-250 kB).').count()).resolves.toBe(1);
  });

  it('opens what is clicked, and leads back by its path', async () => {
    const { page } = await open(sample);
    await item(page, /^RUN pip install/).click({ position: { x: 5, y: 5 } });
    await expect(crumbs(page).textContent()).resolves.toContain('RUN pip install -r requirements.txt');
    await expect(item(page, /^FROM debian/).count()).resolves.toBe(0);
    await item(page, /^\/root\/.cache\/pip\/wheel/).click();
    await expect(page.locator('.details').textContent()).resolves.toMatch(/\/root\/\.cache\/pip\/wheel300,000 B · /);
    await crumbs(page).getByRole('button').first().click();
    await expect(item(page, /^FROM debian/).count()).resolves.toBe(1);
  });

  it('is arranged by package', async () => {
    const { page } = await open(sample);
    await page.getByRole('button', { name: 'By package' }).click();
    await expect(item(page, /^dpkg, 1\.95 MB/).count()).resolves.toBe(1);
    await expect(item(page, /^python package flask, .* grown by 30/).count()).resolves.toBe(1);
    await expect(item(page, /^owned by no package/).count()).resolves.toBe(1);
  });

  it('finds paths and packages, and leads to their places', async () => {
    const { page } = await open(sample);
    const search = page.getByRole('searchbox');
    await search.fill('CITIES json');
    await expect(page.getByRole('status').first().textContent()).resolves.toBe('2 matches, 800 kB');
    await page
      .getByRole('button', { name: /cities\.json/ })
      .first()
      .click();
    await expect(page.locator('.details').textContent()).resolves.toMatch(/^\/srv\/data\/cities\.json400,000 B/);
    await expect(focused(page)).resolves.toMatch(/^\/srv\/data\/cities\.json, /);
    await search.fill('flask');
    await page.getByRole('button', { name: /^▲ python package flask/ }).click();
    await expect(focused(page)).resolves.toMatch(/^python package flask, /);
    await search.fill('nothing like this');
    await expect(page.getByRole('status').first().textContent()).resolves.toBe('0 matches, 0 B');
  });

  it('leads from a layer to its place on the map', async () => {
    const { page } = await open(sample);
    await page.getByRole('button', { name: 'Layer 3 on the map' }).click();
    await expect(focused(page)).resolves.toMatch(/^COPY \. \/srv, /);
  });

  it('is used by the keyboard alone', async () => {
    const { page } = await open(sample);
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    await expect(focused(page)).resolves.toMatch(/^FROM debian/);
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(focused(page)).resolves.toMatch(/^\/usr\//);
    await page.keyboard.press('ArrowLeft');
    await expect(focused(page)).resolves.toMatch(/^FROM debian/);
    await page.keyboard.press('Enter');
    await expect(crumbs(page).textContent()).resolves.toMatch(/FROM debian:bookworm-slim$/);
    await page.keyboard.press('Escape');
    await expect(focused(page)).resolves.toMatch(/^FROM debian/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await expect(focused(page)).resolves.toMatch(/^FROM debian/);
    await expect(page.locator('.treemap [tabindex="0"]').count()).resolves.toBe(1);
  });

  it('explains what the pointer is on, and what has the focus', async () => {
    const { page } = await open(sample);
    const tip = page.locator('.tip');
    await item(page, /^RUN pip install/).hover({ position: { x: 5, y: 5 } });
    await expect(tip.textContent()).resolves.toMatch(/grown by 30 kB[\s\S]*Dockerfile:3/);
    await page.mouse.move(0, 0);
    await expect(tip.isHidden()).resolves.toBe(true);
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    await expect(tip.textContent()).resolves.toContain('FROM debian:bookworm-slim');
  });

  it('says what is gathered', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`srv/file-${n}`, n + 1]));
    const side = sideOf([{ files: { ...files, 'srv/large': 5000 } }]);
    const { page } = await open({ ...pageSample(side, null), trees: [fileTree(side, null, 5)] });
    const note = page.getByText(/Of each directory the smallest files are one item, \d+ in all\./);
    await expect(note.count()).resolves.toBe(1);
    await expect(item(page, /small files in \/srv\/, /).count()).resolves.toBe(1);
  });

  it('says that there is nothing to compare with', async () => {
    const { page, problems } = await open(pageSample(sideOf([{ files: { 'a/b': 10 } }]), null));
    await expect(page.getByText('Nothing is compared: there is no baseline.').count()).resolves.toBe(1);
    await expect(page.locator('.legend').textContent()).resolves.not.toContain('grown');
    expect(problems).toEqual([]);
  });

  it('shows what a report tells without its files, and says so', async () => {
    const { page, problems } = await open({ report: sample.report, trees: [] });
    await expect(page.getByText('The files are not in this report').count()).resolves.toBe(1);
    await expect(item(page, /^RUN pip install/).count()).resolves.toBe(1);
    expect(problems).toEqual([]);
  });

  it('shows one of several images, by choice', async () => {
    const report = gallery['12-images'];
    if (report === undefined) throw new Error('the gallery has lost its twelve images');
    const { page, problems } = await open({ report, trees: [] });
    const [, second] = report.images;
    await page.locator('#images').getByRole('button').nth(1).click();
    await expect(page.locator('.crumbs').textContent()).resolves.toBe(second?.name);
    expect(problems).toEqual([]);
  });

  it.each(Object.entries(gallery))('has no trouble with the report %s', async (_name, report) => {
    const { problems, requests } = await open({ report, trees: [] });
    expect({ problems, requests }).toEqual({ problems: [], requests: [] });
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('is accessible (%s, %i pixels wide)', async (colorScheme, width) => {
    const { page } = await open(sample, { colorScheme, width });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'By package' }).click();
    await page.getByRole('searchbox').fill('flask');
    await openFolds(page);
    expect(await violations(page)).toEqual([]);
  });

  it('is not wider than a narrow screen', async () => {
    const { page } = await open(sample, { width: 390 });
    await expect(page.evaluate('document.documentElement.scrollWidth')).resolves.toBeLessThanOrEqual(390);
  });

  it('opens 50,000 files', async () => {
    const { page, problems } = await open(largeSample(50_000));
    await item(page, /^RUN make part-1/).click({ position: { x: 5, y: 5 } });
    await expect(crumbs(page).textContent()).resolves.toMatch(/RUN make part-1$/);
    await page.getByRole('searchbox').fill('part-1 file-1000.dat');
    await expect(page.getByRole('status').first().textContent()).resolves.toMatch(/^1 match, /);
    expect(problems).toEqual([]);
  });
});

describeWithBrowser('hostile text', ({ open }) => {
  const attack = '<img src=x onerror=alert(1)></script><script>alert(1)</script>\u202egpj.\u0007';

  it('is shown as text wherever it comes from', async () => {
    const files = { [attack]: 1000, [`${'d/'.repeat(2000)}deep`]: 2000, ['n'.repeat(4000)]: 500, 'a/<b>&amp;': 10 };
    const current = sideOf([{ files, instruction: attack, location: null }], { name: attack, platform: attack });
    const before = sideOf([{ files: { ...files, [`gone ${attack}`]: 9000 }, instruction: attack, location: null }]);
    const { page, problems, requests } = await open(
      pageSample(current, before, [sampleFinding({ rule: attack, message: attack, evidence: [attack] })]),
    );
    await item(page, /^<img src=x onerror/)
      .first()
      .click({ position: { x: 5, y: 5 } });
    await expect(page.getByText('Gone from here: ').textContent()).resolves.toContain(
      visible(`gone ${attack}`).slice(0, 30),
    );
    await page.keyboard.press('Escape');
    await expect(page.locator('.message').textContent()).resolves.toBe(visible(attack));
    await expect(
      item(page, /^<img src=x onerror/)
        .first()
        .getAttribute('aria-label'),
    ).resolves.toContain(visible(attack));
    await expect(strangers(page)).resolves.toEqual([]);
    await page.getByRole('searchbox').fill('deep');
    await page.getByRole('button', { name: /deep/ }).click();
    expect({ problems, requests }).toEqual({ problems: [], requests: [] });
  });

  it('comes back as text from any report', async () => {
    await fc.assert(
      fc.asyncProperty(reports, hostileText, async (report, notice) => {
        const { page, problems, requests } = await open({ report: { ...report, notices: [notice] }, trees: [] });
        expect(await page.locator('h1').textContent()).toBe(headline(report, visible));
        expect(await page.locator('.notices').textContent()).toBe(withoutCode(visible(notice)));
        expect(await strangers(page)).toEqual([]);
        expect({ problems, requests }).toEqual({ problems: [], requests: [] });
        await page.context().close();
      }),
      { numRuns: 8 },
    );
  });
});

/** Backticks around code are not shown. */
const withoutCode = (text: string): string => text.replace(/`([^`]+)`/g, '$1');

/** What only markup from outside could have made: elements of other kinds, handlers, links to elsewhere than the web. */
const strangers = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('*')].filter((element) =>
    ['IMG', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'SVG', 'B'].includes(element.tagName.toUpperCase()) ||
    (element.tagName === 'SCRIPT' && element !== document.scripts[0] && element !== document.scripts[1]) ||
    element.getAttributeNames().some((name) => name.startsWith('on')) ||
    (element.hasAttribute('href') && !/^https?:/.test(element.getAttribute('href')))
  ).map((element) => element.outerHTML)`);

/** Those within others too, which are made when these open. */
async function openFolds(page: Page): Promise<void> {
  const closed = page.locator('details:not([open]) > summary').filter({ visible: true });
  while ((await closed.count()) > 0) await closed.first().click();
}

/**
 * Rules that the page breaks, each with the places. That a name has all of the visible text is not asked for: what is
 * seen in a rectangle is also the text of those inside it.
 */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ rules: { 'label-content-name-mismatch': { enabled: false } } })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
