import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Confirmation, confirmPrices } from '../../scripts/accuracy/measure.ts';
import { differenceOf, medianDifference, rulesIn, wrongSigns } from '../../scripts/accuracy/page.ts';
import { engineSeams } from '../support/engine-seams.ts';
import { describeWithEngine } from '../support/engines.ts';

jest.setTimeout(1_500_000);

const example = { folder: join(__dirname, '../../examples/smells'), base: 'test/debian:bookworm' };

/** What stands for one piece of a blob may be told of the file beside it. */
const pieceBytes = 16 * 1024;

/** Their fixes also save what other findings are priced by. */
const overlapping = ['python-bytecode-shipped'];

/** One of each way to a price. */
const ways = {
  'what an instruction leaves': 'apt-archives-left-behind',
  'what a later one deletes': 'deleted-in-later-layer',
  'what a later one writes again': 'chown-duplicates-files',
  'what is there twice': 'duplicate-content',
  'a package with what came because of it': 'debug-tool-in-final-image',
  'packages that nothing needs': 'apt-recommends-installed',
};

describeWithEngine('classic', 'prices of an image with many smells', (engine) => {
  let found: readonly Confirmation[];

  beforeAll(async () => {
    const tempDir = await mkdtemp(join(tmpdir(), 'accuracy-'));
    try {
      found = await confirmPrices(example, engineSeams(engine, tempDir));
    } finally {
      await rm(tempDir, { recursive: true, force: true });
    }
  });

  it('are of more rules than 35', () => {
    expect(rulesIn(found).size).toBeGreaterThan(35);
  });

  it.each(Object.entries(ways))('are made of %s', (_way, rule) => {
    expect([...rulesIn(found)]).toContain(rule);
  });

  it('are what a build without the smell saves on disk, to 5 %', () => {
    const off = found.filter((each) => Math.abs(differenceOf(each, 'diskBytes') ?? 1) > 0.05);
    expect(off.map(({ rule }) => rule)).toEqual(overlapping);
  });

  it('are what it saves to download, to 5 % or to a piece of a blob', () => {
    const off = found.filter((each) => {
      const bytes = (each.saved.downloadBytes ?? 0) - (each.price.downloadBytes ?? 0);
      return Math.abs(bytes) > pieceBytes && Math.abs(differenceOf(each, 'downloadBytes') ?? 1) > 0.05;
    });
    expect(off.map(({ rule }) => rule)).toEqual(overlapping);
  });

  it('are so in the median', () => {
    expect(medianDifference(found, 'diskBytes')).toBeLessThan(0.01);
    expect(medianDifference(found, 'downloadBytes')).toBeLessThan(0.02);
  });

  it('never call that a saving which makes the image larger', () => {
    expect(wrongSigns(found)).toEqual([]);
  });
});
