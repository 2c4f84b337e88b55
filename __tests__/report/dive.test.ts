import type { DiveReport, Waste, WastePlace } from '../../src/model/dive.ts';
import { renderDive, renderWaste } from '../../src/report/dive.ts';

const plain = { color: false, width: Number.POSITIVE_INFINITY };

const line = (layer: number, instruction: string): WastePlace => ({
  layer,
  origin: 'own',
  instruction,
  location: { file: 'Dockerfile', firstLine: layer, lastLine: layer, stage: '0' },
});
const base: WastePlace = { layer: 0, origin: 'base', instruction: 'FROM debian', location: null };

const waste: Waste = {
  liveBytes: 90_000_000,
  deadBytes: 10_000_000,
  efficiency: 0.9,
  how: { deleted: 7_000_000, modified: 2_000_000, metadata: 1_000_000 },
  hiddenBy: { base: 2_000_000, own: 8_000_000, unknown: 0 },
  rows: [
    {
      how: 'deleted',
      diskBytes: 7_000_000,
      files: 12,
      broughtBy: line(3, 'RUN apt-get update'),
      hiddenBy: line(4, 'RUN rm -rf /var/lib/apt/lists'),
      largest: [{ path: '/var/lib/apt/lists/a', diskBytes: 6_000_000 }],
    },
    { how: 'modified', diskBytes: 2_000_000, files: 1, broughtBy: base, hiddenBy: { ...base, layer: 1 }, largest: [] },
    { how: 'metadata', diskBytes: 1_000_000, files: 2, broughtBy: base, hiddenBy: line(5, 'RUN chown'), largest: [] },
  ],
};
const none: Waste = {
  liveBytes: 5,
  deadBytes: 0,
  efficiency: 1,
  how: { deleted: 0, modified: 0, metadata: 0 },
  hiddenBy: { base: 0, own: 0, unknown: 0 },
  rows: [],
};

const report = (overrides: Partial<DiveReport> = {}): DiveReport => ({
  version: 1,
  image: 'docker:app:1',
  platform: 'linux/amd64',
  efficiency: 0.98,
  wastedBytes: 32_025,
  userWastedPercent: 0.5,
  sizeBytes: 1_220_598,
  userSizeBytes: 64_050,
  inefficientFiles: [
    { count: 2, sizeBytes: 25_620, file: '/root/saved.txt' },
    { count: 10, sizeBytes: 6405, file: '/root/example/\u001b[2Jfile' },
  ],
  pass: false,
  results: [
    { rule: 'highestUserWastedPercent', threshold: 0.1, status: 'fail' },
    { rule: 'highestWastedBytes', threshold: null, status: 'skip' },
    { rule: 'lowestEfficiency', threshold: 0.9, status: 'pass' },
  ],
  waste: none,
  ...overrides,
});

const lines = (overrides: Partial<DiveReport> = {}) => renderDive(report(overrides), null, plain).split('\n');

describe("dive's lines", () => {
  it('are those of dive, and our own stand below', () => {
    expect(renderDive(report(), '.dive-ci', plain)).toBe(`  Using CI config: .dive-ci
Image Source: docker:app:1
Analyzing image...
  efficiency: 98.0000 %
  wastedBytes: 32025 bytes (32 kB)
  userWastedPercent: 50.0000 %
Inefficient Files:
Count  Wasted Space  File Path
    2         26 kB  /root/saved.txt
   10        6.4 kB  /root/example/\\u{1B}[2Jfile
Results:
  FAIL: highestUserWastedPercent: too many bytes wasted, relative to the user bytes added (%-user-wasted-bytes=0.5 > threshold=0.1)
  SKIP: highestWastedBytes: rule disabled
  PASS: lowestEfficiency
Result:FAIL [Total:3] [Passed:1] [Failed:1] [Warn:0] [Skipped:1]

nothing is hidden by later layers: efficiency 100%

dive's figures differ, as it counts every copy of a path that several layers hold, the visible one too, and takes no account of files that went with a directory that was deleted whole, or emptied, or gave way to a file.
`);
  });

  it('say nothing of a difference where there is none', () => {
    const text = renderDive(report({ wastedBytes: 0, inefficientFiles: [], pass: true }), null, plain);
    expect(text).not.toContain('differ');
    expect(text).toContain('  Using default CI config\n');
    expect(text).toContain('File Path\nNone\n');
  });

  // As Go 1.26 and go-humanize 1.0.1 print them.
  it.each([
    [0, '0 B'],
    [9, '9 B'],
    [10, '10 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [1050, '1.1 kB'],
    [9949, '9.9 kB'],
    [9950, '10 kB'],
    [12_500, '12 kB'],
    [13_500, '14 kB'],
    [999_999, '1000 kB'],
    [1_000_000_000, '1.0 GB'],
  ])('print %d bytes as %s', (bytes, text) => {
    expect(lines({ wastedBytes: bytes })).toContain(`  wastedBytes: ${bytes} bytes (${text})`);
  });

  it.each([
    [0, 0, 'NaN'],
    [1, 0, '+Inf'],
    [1, 3, '33.3333'],
    [1, 3_200_000, '0.0000'],
    [3, 3_200_000, '0.0001'],
    [1, 32, '3.1250'],
  ])('print %d of %d as %s %%', (wastedBytes, userSizeBytes, text) => {
    expect(lines({ wastedBytes, userSizeBytes })).toContain(`  userWastedPercent: ${text} %`);
  });

  it.each([
    ['lowestEfficiency', 1e-5, 'image efficiency is too low (efficiency=0.98 < threshold=1e-05)'],
    ['highestWastedBytes', 20_000, 'too many bytes wasted (wasted-bytes=32025 > threshold=20000)'],
  ] as const)('say why %s is broken', (rule, threshold, text) => {
    expect(lines({ results: [{ rule, threshold, status: 'fail' }] })).toContain(`  FAIL: ${rule}: ${text}`);
  });

  it('are coloured where that is wanted, and say the same', () => {
    const coloured = renderDive(report(), null, { ...plain, color: true });
    expect(coloured).toContain('\u001b[31mResult:FAIL');
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    expect(coloured.replace(escapes, '')).toBe(renderDive(report(), null, plain));
  });
});

describe('waste', () => {
  it('names the lines', () => {
    expect(renderWaste(waste, plain)).toBe(
      `10 MB of 100 MB are hidden by later layers (7 MB deleted, 2 MB overwritten, 1 MB rewritten for metadata alone; 2 MB of it within the base image): efficiency 90%
DISK  FILES  HOW          BROUGHT BY    HIDDEN BY
7 MB     12  deleted      Dockerfile:3  Dockerfile:4  RUN rm -rf /var/lib/apt/lists
2 MB      1  overwritten  base image    base image
1 MB      2  metadata     base image    Dockerfile:5  RUN chown
`,
    );
  });

  it('names layers by what is known of them', () => {
    const unknown: WastePlace = { layer: 2, origin: null, instruction: null, location: null };
    const row = { ...waste.rows[0], broughtBy: unknown, hiddenBy: { ...unknown, layer: 3, instruction: 'RUN x' } };
    expect(renderWaste({ ...waste, rows: [row as Waste['rows'][number]] }, plain)).toMatch(/ layer 3 {5}RUN x\n$/);
  });

  it('adds up the rows that it leaves out, and leaves out those of nothing', () => {
    const [row] = waste.rows;
    if (row === undefined) throw new Error('a row');
    const rows = [...Array.from({ length: 25 }, () => row), { ...row, diskBytes: 0 }];
    const text = renderWaste({ ...waste, rows }, plain);
    expect(text.split('\n')).toHaveLength(24);
    expect(text).toContain('35 MB         other');
  });

  it('fits the terminal', () => {
    const widths = renderWaste(waste, { color: false, width: 60 })
      .split('\n')
      .map((text) => text.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(60);
  });
});
