import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { UserError } from '../src/errors.ts';
import { maxReportLength, renderJson } from '../src/report/json.ts';
import { readStoredReport } from '../src/stored-report.ts';
import { sampleReport } from './support/report-samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'stored-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

const report = sampleReport({ notices: ['日本'] });
const none = Readable.from([]);

it('reads a file', async () => {
  const path = join(folder, 'report.json');
  writeFileSync(path, renderJson(report));
  expect(await readStoredReport(path, none)).toEqual(report);
});

it('reads standard input, whatever its pieces', async () => {
  const bytes = Buffer.from(JSON.stringify(report));
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) => bytes.subarray(at * 7, at * 7 + 7));
  expect(await readStoredReport(null, Readable.from(pieces))).toEqual(report);
});

describe('refuses', () => {
  const refusal = async (path: string | null, input: Readable = none) => {
    const error = await readStoredReport(path, input).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    return String(error);
  };

  it('a file that is not there', async () => {
    expect(await refusal(join(folder, 'none.json'))).toMatch(/the report cannot be read: .*ENOENT.*none\.json/);
  });

  it('a folder', async () => {
    expect(await refusal(folder)).toMatch(/the report cannot be read: .*EISDIR/);
  });

  it('another file, and says where it departs', async () => {
    const path = join(folder, 'other.json');
    writeFileSync(path, JSON.stringify({ ...report, images: [{ ...report.images[0], delta: 1 }] }));
    expect(await refusal(path)).toContain('not a report of image-size-gate: images[0].delta: ');
  });

  it('what does not end, without reading on', async () => {
    let pieces = 0;
    const endless = new Readable({
      read() {
        pieces++;
        this.push(Buffer.alloc(1_000_000, ' '));
      },
    });
    expect(await refusal(null, endless)).toContain(`longer than ${maxReportLength} bytes`);
    expect(pieces).toBeLessThan(110);
    expect(endless.destroyed).toBe(true);
  });
});
