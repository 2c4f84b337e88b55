import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendSummary, maxSummaryBytes } from '../../src/github/summary.ts';

describe('the step summary', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'summary-'));
    file = join(folder, 'summary.md');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('is appended to what is there', async () => {
    await writeFile(file, 'before\n');
    await appendSummary(file, '# one');
    await appendSummary(file, '# two\n\n');
    expect(await readFile(file, 'utf8')).toBe('before\n# one\n# two\n');
  });

  it('is made where there is no file yet', async () => {
    await appendSummary(file, '# one');
    expect(await readFile(file, 'utf8')).toBe('# one\n');
  });

  it.each([undefined, ''])('is nothing where GITHUB_STEP_SUMMARY is %j', async (unset) => {
    await expect(appendSummary(unset, '# one')).resolves.toBeUndefined();
  });

  it.each([
    ['an empty file', 0],
    ['what is there already', 500_000],
  ])('is cut at the end of a line to fit GitHub, with %s', async (_, before) => {
    await writeFile(file, 'b'.repeat(before));
    const line = '| größe | 1 MB |\n';
    await appendSummary(file, line.repeat(100_000));
    const written = await readFile(file);
    expect(written.byteLength).toBeLessThanOrEqual(maxSummaryBytes);
    expect(written.byteLength).toBeGreaterThan(maxSummaryBytes - 2 * Buffer.byteLength(line));
    const text = written.toString().slice(before);
    expect(text.replaceAll(line, '')).toMatch(/^\n_The summary is cut here.*_\n$/);
  });

  it('stays as it is where nothing more fits', async () => {
    await writeFile(file, 'b'.repeat(maxSummaryBytes));
    await appendSummary(file, 'more');
    expect((await readFile(file)).byteLength).toBe(maxSummaryBytes);
  });

  it('holds exactly what fits', async () => {
    await appendSummary(file, 'b'.repeat(maxSummaryBytes - 1));
    expect((await readFile(file)).byteLength).toBe(maxSummaryBytes);
  });
});
