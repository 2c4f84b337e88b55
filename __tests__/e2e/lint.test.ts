import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseReport } from '../../src/report/json.ts';
import { describeWithEngines, describeWithProgram, removeImages, uniqueImage } from '../support/engines.ts';
import { type Files, type Forge, startForge, tokens } from '../support/forge.ts';
import { sarifViolations } from '../support/sarif.ts';
import { makeSmallBase } from '../support/small-root.ts';

jest.setTimeout(180_000);

const rule = 'apt-lists-left-behind';

/** An apt-get that needs no network: its update fetches 3 MB of lists. */
const aptGet = [
  '#!/bin/sh',
  'mkdir -p /var/lib/apt/lists',
  'head -c 3000000 /dev/urandom > /var/lib/apt/lists/packages',
  '',
].join('\n');

const update = 'RUN apt-get update';
const mended = 'RUN apt-get update && rm -rf /var/lib/apt/lists/*';

describeWithProgram('act', 'act', () => {
  describeWithEngines('the lint in a workflow', (engine) => {
    const [base, tag] = [uniqueImage('lint-base'), uniqueImage('lint')];
    /** The lines given stand from line 3 on. */
    const dockerfile = (...lines: string[]): Files => ({
      Dockerfile: [`FROM ${base}`, 'COPY --chmod=755 apt-get /usr/local/bin/', ...lines, ''].join('\n'),
    });
    let forge: Forge;
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'lint-'));
      await makeSmallBase(engine, base);
      const build = { context: '.', tags: tag, network: 'none' };
      forge = await startForge(engine, { ...build, lint: 'fail', 'failure-threshold': 'warning' });
      await forge.commit('main', { ...dockerfile(), 'apt-get': aptGet, '.dockerignore': '.git\n' });
    });

    afterAll(async () => {
      await forge.close();
      await rm(folder, { recursive: true, force: true });
      await removeImages(engine, [base, tag]);
    });

    afterEach(() => expect(forge.api.violations).toEqual([]));

    const comment = (pull: number) => forge.api.comments(pull).map(({ body }) => body);
    /** What GitHub would show on a line of the diff. */
    const annotations = (log: string) =>
      log.split('\n').filter((line) => /::(?:error|warning)\b.*Dockerfile/.test(line));

    it('passes without a finding that counts', async () => {
      await forge.commit('mended', dockerfile(mended));
      const result = await forge.gate(await forge.pullRequest(1, 'mended'));
      expect(result).toMatchObject({ passed: true, outputs: { verdict: 'pass' } });
      expect(annotations(result.log)).toEqual([]);
    });

    it('fails with its findings in the comment, on their lines and as SARIF', async () => {
      await forge.commit('lists', dockerfile(update));
      const sarif = join(folder, 'lint.sarif');
      const result = await forge.gate(await forge.pullRequest(2, 'lists'), { inputs: { 'sarif-file': sarif } });
      expect(result).toMatchObject({ passed: false, outputs: { verdict: 'fail' } });
      const report = parseReport(result.outputs['report-json'] ?? '');
      const found = report.images[0]?.findings[0];
      expect(found).toMatchObject({
        rule,
        severity: 'warning',
        location: { file: 'Dockerfile', firstLine: 3 },
        price: { diskBytes: 3_000_000, measured: true },
      });
      expect(comment(2)).toEqual([expect.stringContaining(rule)]);
      expect(comment(2)[0]).toContain('Dockerfile:3');
      expect(comment(2)[0]).toMatch(/3\sMB/);
      expect(annotations(result.log)).toEqual([expect.stringMatching(/line=3\b.*package lists stay/)]);

      const log = JSON.parse(await readFile(sarif, 'utf8'));
      expect(sarifViolations(log)).toEqual([]);
      expect(log.runs[0].results).toContainEqual(
        expect.objectContaining({ ruleId: rule, properties: expect.objectContaining({ price: found?.price }) }),
      );
    });

    it.each([
      ['findings are only told', { lint: 'report' }],
      ['none is bad enough', { 'failure-threshold': 'error' }],
      ['none is dear enough', { 'lint-min-price': '4MB' }],
      ['the rule is switched off', { 'lint-rules': `-${rule}` }],
    ])('passes where %s', async (_, inputs) => {
      const result = await forge.gate(await forge.pullRequest(2, 'lists'), { inputs });
      expect(result).toMatchObject({ passed: true, outputs: { verdict: 'pass' } });
    });

    const suggested = () =>
      forge.api.reviewComments().map(({ path, startLine, line, body }) => ({ path, startLine, line, body }));
    const suggest = async (token = tokens.writer) =>
      await forge.gate(await forge.pullRequest(2, 'lists'), { inputs: { suggestions: 'true' }, token });

    it('suggests nothing without the permission, and keeps its verdict', async () => {
      const result = await suggest(tokens.reader);
      expect(result).toMatchObject({ passed: false, outputs: { verdict: 'fail' } });
      expect(result.log).toContain('pull-requests: write');
      expect(suggested()).toEqual([]);
    });

    it('suggests the fix on its line in one review, and says it once', async () => {
      const expected = [
        {
          path: 'Dockerfile',
          startLine: null,
          line: 3,
          body: expect.stringContaining(`\`\`\`suggestion\n${mended}\n\`\`\``),
        },
      ];
      await suggest();
      expect(suggested()).toEqual(expected);
      expect(forge.api.reviews()).toHaveLength(1);
      await suggest();
      expect(suggested()).toEqual(expected);
      expect(forge.api.reviews()).toHaveLength(1);
    });

    it('takes its suggestion back when it is committed', async () => {
      await forge.commit('lists', dockerfile(mended));
      expect(await suggest()).toMatchObject({ passed: true, outputs: { verdict: 'pass' } });
      expect(suggested()).toEqual([]);
      expect(forge.api.comments(2)).toHaveLength(1);
    });

    describe('a finding on a line that the pull request leaves alone', () => {
      const gate = async (inputs: Readonly<Record<string, string>>) =>
        await forge.gate(await forge.pullRequest(3, 'behind'), { inputs: { suggestions: 'true', ...inputs } });

      beforeAll(async () => {
        await forge.commit('main', dockerfile(update, 'RUN true', 'RUN true', 'RUN true', 'RUN true'));
        await forge.commit('behind', dockerfile(update, 'RUN true', 'RUN true', 'RUN true', 'RUN echo behind'));
      });

      it('is not annotated, nor is its fix suggested; it counts all the same', async () => {
        const result = await gate({ filter: 'changed-lines' });
        expect(result).toMatchObject({ passed: false, outputs: { verdict: 'fail' } });
        expect(annotations(result.log)).toEqual([]);
        expect(result.log).toMatch(/Findings on lines that are not changed, not annotated: [1-9]/);
        expect(comment(3)[0]).toContain(rule);
        expect(suggested()).toEqual([]);
      });

      it('is annotated with `filter: all`', async () => {
        const result = await gate({ filter: 'all' });
        expect(result).toMatchObject({ passed: false, outputs: { verdict: 'fail' } });
        expect(annotations(result.log)).toEqual([expect.stringMatching(/line=3\b/)]);
      });
    });
  });
});
