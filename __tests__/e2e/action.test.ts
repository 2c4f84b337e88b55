import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseReport } from '../../src/report/json.ts';
import { describeWithEngines, describeWithProgram, removeImages, uniqueImage } from '../support/engines.ts';
import { type Files, type Forge, repository, startForge, tokens } from '../support/forge.ts';
import { makeSmallBase } from '../support/small-root.ts';

jest.setTimeout(120_000);

/** Line 5 of the Dockerfile. */
const bigLayer = 'RUN head -c 20000000 /dev/urandom > /app/model.bin';

describeWithProgram('act', 'act', () => {
  describeWithEngines('the action in a workflow', (engine) => {
    const [base, tag] = [uniqueImage('action-base'), uniqueImage('action')];
    const dockerfile = (...more: string[]): Files => ({
      Dockerfile: [
        `FROM ${base}`,
        'WORKDIR /app',
        'COPY app.txt ./',
        'RUN tr a-z A-Z < app.txt > loud.txt',
        ...more,
        '',
      ].join('\n'),
    });
    /** New in each run: BuildKit's cache would bring layers of earlier runs. */
    const words = (text: string) => `${text}, ${tag}\n`;
    let folder: string;
    let page: string;
    let forge: Forge;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'action-'));
      page = join(folder, 'report.html');
      await makeSmallBase(engine, base, 'RUN head -c 60000000 /dev/zero > /filler\n');
      const build = { context: '.', tags: tag, network: 'none' };
      forge = await startForge(engine, { ...build, 'max-size': '300MB', 'max-increase': '5%' });
      await forge.commit('main', { ...dockerfile(), 'app.txt': words('hello'), '.dockerignore': '.git\n' });
    });

    afterAll(async () => {
      await forge.close();
      await rm(folder, { recursive: true, force: true });
      await removeImages(engine, [base, tag]);
    });

    afterEach(() => expect(forge.api.violations).toEqual([]));

    const comments = (pull: number) => forge.api.comments(pull).map(({ body }) => body);
    const firstLine = (text: string | undefined) => text?.split('\n').find((line) => line.startsWith('###'));

    it('is neutral without a baseline, and holds max-size all the same', async () => {
      await forge.commit('first', { 'app.txt': words('hello, first') });
      const pull = await forge.pullRequest(1, 'first');
      const result = await forge.gate(pull);
      expect(result).toMatchObject({
        passed: true,
        outputs: { verdict: 'pass', 'baseline-kind': 'none', 'baseline-sha': '', 'delta-bytes': '' },
      });
      expect(Number(result.outputs.size)).toBeGreaterThan(50_000_000);
      expect(comments(1)).toHaveLength(1);
      expect(comments(1)[0]).toMatch(/no baseline/i);
      expect(comments(1)[0]).toContain('contents: write');
      const capped = await forge.gate(pull, { inputs: { 'max-size': '10MB' } });
      expect(capped).toMatchObject({ passed: false, outputs: { verdict: 'fail' } });
      expect(comments(1)).toHaveLength(1);
    });

    let recorded: string;

    it('stores the baseline on a push, and never fails there', async () => {
      recorded = await forge.commit('main', { 'app.txt': words('hello, main') });
      const result = await forge.push(recorded, { inputs: { 'max-size': '10MB' } });
      expect(result).toMatchObject({ passed: true, outputs: { verdict: 'warn', 'comment-url': '' } });
      expect(await forge.records()).toEqual([expect.stringMatching(new RegExp(`^refs/image-size/.+/.+/${recorded}$`))]);
      expect(firstLine(result.summary)).toContain('over its maximum of 10MB');
    });

    it('reads no layer where nothing changed, and writes no comment', async () => {
      await forge.commit('same', { 'README.md': 'words\n', '.dockerignore': '.git\nREADME.md\n' });
      const result = await forge.gate(await forge.pullRequest(2, 'same'));
      expect(result).toMatchObject({
        passed: true,
        outputs: { verdict: 'pass', 'delta-bytes': '0', 'baseline-kind': 'exact', 'baseline-sha': recorded },
      });
      expect(result.log).toMatch(/read 0 of \d+ layers/i);
      expect(comments(2)).toEqual([]);
    });

    let bigReport: string;

    it('fails a pull request that adds 20 MB, and names the line', async () => {
      await forge.commit('big', dockerfile(bigLayer));
      const pull = await forge.pullRequest(3, 'big');
      const result = await forge.gate(pull, { inputs: { 'html-file': page } });
      expect(result).toMatchObject({
        passed: false,
        outputs: { verdict: 'fail', 'delta-bytes': '20000000', 'baseline-sha': recorded },
      });
      expect(comments(3)).toHaveLength(1);
      expect(firstLine(comments(3)[0])).toContain('grew by 20 MB');
      expect(comments(3)[0]).toContain(`/${repository}/blob/${pull.head}/Dockerfile#L5`);
      expect(comments(3)[0]).toContain('Dockerfile:5');
      expect(result.outputs['comment-url']).toContain('#issuecomment-');
      expect(result.summary).toMatch(/\+20\sMB/);
      expect(result.log).toMatch(/read 1 of \d+ layers/i);
      bigReport = result.outputs['report-json'] ?? '';
      expect(parseReport(bigReport).images[0]?.changes).toMatchObject([
        { location: { file: 'Dockerfile', firstLine: 5 }, delta: { diskBytes: 20_000_000 } },
      ]);
    });

    it('writes the page of that report and of its files, which refers to nothing outside of itself', async () => {
      const html = await readFile(page, 'utf8');
      const [, data = ''] = /<script type="application\/json" id="data">(.*)<\/script>/.exec(html) ?? [];
      const { report, trees } = JSON.parse(data);
      // `upstream` is for the next comparison alone.
      expect(report).toEqual(JSON.parse(bigReport, (key, value) => (key === 'upstream' ? null : value)));
      expect(trees).toEqual([expect.objectContaining({ names: expect.stringMatching(/\bmodel\.bin\b/) })]);
      const [, style = ''] = /<style>(.*)<\/style>/s.exec(html) ?? [];
      expect(style).toContain('{');
      expect(style).not.toMatch(/url\(|@import/);
      const markup = html.replace(/(?<=<(script|style)\b[^>]*>).*?(?=<\/\1>)/gs, '');
      expect(markup).toMatch(/ http-equiv="Content-Security-Policy" content="default-src 'none'; /);
      expect(markup).not.toMatch(/\s(?:src|href|srcset|data|action)\s*=|<(?:link|base|iframe|object|img)\b/i);
    });

    it('adds no second comment on a re-run', async () => {
      const result = await forge.gate(await forge.pullRequest(3, 'big'));
      expect(result.passed).toBe(false);
      expect(comments(3)).toHaveLength(1);
    });

    it('turns the same comment green when the growth is gone', async () => {
      const [before] = forge.api.comments(3);
      await forge.commit('big', dockerfile());
      const result = await forge.gate(await forge.pullRequest(3, 'big'));
      expect(result).toMatchObject({ passed: true, outputs: { verdict: 'pass', 'delta-bytes': '0' } });
      const after = forge.api.comments(3);
      expect(after.map(({ id }) => id)).toEqual([before?.id]);
      expect(firstLine(after[0]?.body)).toContain('✅');
    });

    it('keeps its verdict where it may not comment, and says which permission is missing', async () => {
      await forge.commit('mute', dockerfile(bigLayer));
      const result = await forge.gate(await forge.pullRequest(4, 'mute'), { token: tokens.reader });
      expect(result).toMatchObject({ passed: false, outputs: { verdict: 'fail', 'comment-url': '' } });
      expect(result.log).toContain('pull-requests: write');
      expect(result.summary).toMatch(/\+20\sMB/);
      expect(comments(4)).toEqual([]);
    });

    it('keeps its verdict where it may not store, and says which permission is missing', async () => {
      const commit = await forge.commit('main', { 'app.txt': words('hello, unrecorded') });
      const result = await forge.push(commit, { token: tokens.reader });
      expect(result).toMatchObject({ passed: true, outputs: { verdict: 'pass' } });
      expect(result.log).toContain('contents: write');
      expect(await forge.records()).toHaveLength(1);
    });

    it('takes the nearest ancestor where the base moved on unmeasured', async () => {
      await forge.commit('late', { 'late.txt': 'x' });
      const result = await forge.gate(await forge.pullRequest(5, 'late'));
      expect(result.outputs).toMatchObject({ 'baseline-kind': 'ancestor', 'baseline-sha': recorded });
      expect(parseReport(result.outputs['report-json'] ?? '').images[0]?.baseline.distance).toBe(1);
    });

    it("takes the merge-base where the branch's own head is checked out", async () => {
      await forge.commit('own', { 'own.txt': 'x' });
      const pull = await forge.pullRequest(6, 'own');
      await forge.commit('main', { 'app.txt': words('hello, further') });
      const result = await forge.gate(pull, { checkout: 'head', persistCredentials: false });
      expect(result.outputs).toMatchObject({ 'baseline-kind': 'ancestor', 'baseline-sha': recorded });
    });

    it('gates a merge group without a comment, and stores nothing', async () => {
      await forge.commit('queued', dockerfile(bigLayer));
      const pull = await forge.pullRequest(7, 'queued');
      const result = await forge.event(
        'merge_group',
        { merge_group: { base_sha: recorded, head_sha: pull.merge } },
        pull.merge,
      );
      expect(result).toMatchObject({
        passed: false,
        outputs: { verdict: 'fail', 'baseline-kind': 'exact', 'baseline-sha': recorded },
      });
      expect(comments(7)).toEqual([]);
      expect(await forge.records()).toHaveLength(1);
    });

    it.each(['workflow_dispatch', 'schedule'])('only measures on %s', async (event) => {
      const result = await forge.event(event, {}, recorded, { inputs: { 'max-size': '1MB' } });
      expect(result).toMatchObject({ passed: true, outputs: { 'baseline-kind': 'none' } });
      expect(result.summary).not.toBe('');
    });

    it('measures on an event that it does not know, and says so', async () => {
      const result = await forge.event('repository_dispatch', {}, recorded);
      expect(result.passed).toBe(true);
      expect(result.log).toContain('repository_dispatch');
    });

    it('refuses an input before anything is built, and names it', async () => {
      const result = await forge.push(recorded, { inputs: { 'max-increase': 'a lot' } });
      expect(result.passed).toBe(false);
      expect(result.log).toMatch(/max-increase/);
      expect(result.log).toMatch(/a lot/);
      expect(result.log).not.toMatch(/buildx/);
    });

    it("shows BuildKit's own message and the line of a build that fails", async () => {
      await forge.commit('broken', dockerfile('RUN echo about to fail && exit 7'));
      const result = await forge.gate(await forge.pullRequest(8, 'broken'));
      expect(result.passed).toBe(false);
      expect(result.log).toContain('exit code: 7');
      expect(result.log).toContain('Dockerfile');
      expect(comments(8)).toEqual([]);
    });

    it('weighs what an earlier step built', async () => {
      const result = await forge.event('workflow_dispatch', {}, recorded, {
        inputs: { image: tag, context: '', tags: '', network: '' },
      });
      expect(result.passed).toBe(true);
      expect(Number(result.outputs.size)).toBeGreaterThan(50_000_000);
    });
  });
});
