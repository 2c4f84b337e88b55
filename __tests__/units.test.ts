import fc from 'fast-check';
import {
  formatBytes,
  formatDelta,
  formatDistinctBytes,
  formatDuration,
  formatExactBytes,
  formatPercent,
  formatPercentDelta,
  parseDuration,
  parseLimits,
  parseShare,
  parseSize,
} from '../src/units.ts';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [1234, '1.23 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [12_345_678, '12.3 MB'],
    [123_456_789, '123 MB'],
    [1_234_567_890, '1.23 GB'],
    [1_234_567_890_123, '1.23 TB'],
    [Number.MAX_SAFE_INTEGER, '9.01 PB'],
    [-1_200_000, '-1.2 MB'],
  ])('prints %d as %s', (bytes, printed) => {
    expect(formatBytes(bytes)).toBe(printed);
  });

  it('reads back within the printed precision', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 * 1000 ** 4 }), (bytes) => {
        const read = parseSize(formatBytes(bytes));
        expect(read).not.toBeNull();
        // Three significant digits: off by half of the third one at most, and by nothing below 1000.
        const third = bytes < 1000 ? 0 : 10 ** (Math.floor(Math.log10(bytes)) - 2);
        expect(Math.abs((read ?? Number.NaN) - bytes)).toBeLessThanOrEqual(third / 2 + third * 1e-9);
      }),
    );
  });

  it('never puts a larger size in a smaller number of bytes', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 14), fc.nat(10 ** 14), (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(parseSize(formatBytes(low))).toBeLessThanOrEqual(parseSize(formatBytes(high)) ?? Number.NaN);
      }),
    );
  });
});

describe('exact sizes', () => {
  it('groups the digits', () => expect(formatExactBytes(12_345_678)).toBe('12,345,678 B'));

  it.each<[string, readonly number[], readonly string[]]>([
    ['apart', [1_000_000, 2_000_000], ['1 MB', '2 MB']],
    ['equal', [1_000_000, 1_000_000], ['1 MB', '1 MB']],
    ['tied by rounding', [300_000_000, 300_000_001], ['300,000,000 B', '300,000,001 B']],
  ])('%s', (_name, sizes, printed) => {
    expect(formatDistinctBytes(sizes)).toEqual(printed);
  });
});

describe('changes', () => {
  it.each([
    [1_200_000, '+1.2 MB'],
    [-1_200_000, '-1.2 MB'],
    [0, '0 B'],
  ])('prints %d bytes as %s', (bytes, printed) => {
    expect(formatDelta(bytes)).toBe(printed);
  });

  it.each([
    [5, '+5%'],
    [5.34, '+5.3%'],
    [-5.34, '-5.3%'],
    [0, '0%'],
    [0.01, '+<0.1%'],
    [-0.01, '-<0.1%'],
    [99.96, '+100%'],
    [1234.5, '+1235%'],
  ])('prints %d percent as %s', (percent, printed) => {
    expect(formatPercentDelta(percent)).toBe(printed);
  });

  it('leaves the sign of a plain percentage out', () => expect(formatPercent(12.34)).toBe('12.3%'));
});

describe('parseSize', () => {
  it.each([
    ['1000000', 1_000_000],
    ['0', 0],
    ['20kB', 20_000],
    ['300MB', 300_000_000],
    ['300 mb', 300_000_000],
    ['1.5 GiB', 1_610_612_736],
    ['64KiB', 65_536],
    ['2TB', 2 * 1000 ** 4],
    ['1TiB', 1024 ** 4],
    [' 7 B ', 7],
    ['0.0004kB', 0],
  ])('reads %s', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it.each([
    '',
    ' ',
    'MB',
    '10M',
    '5%',
    '-5MB',
    '+5MB',
    '1e6',
    '1,5GB',
    '.5MB',
    '5.MB',
    '10 MB MB',
    '9007199254740993',
    '99999TB',
    'constructor',
  ])('refuses %j', (text) => {
    expect(parseSize(text)).toBeNull();
  });
});

describe('parseLimits', () => {
  const percent = (text: string, value: number) => ({ text, unit: 'percent', value });
  const bytes = (text: string, value: number) => ({ text, unit: 'bytes', value });
  it.each([
    ['5%', [percent('5%', 5)]],
    ['2.5 %', [percent('2.5 %', 2.5)]],
    ['20MB', [bytes('20MB', 20_000_000)]],
    ['5%, 20MB', [percent('5%', 5), bytes('20MB', 20_000_000)]],
    ['20MiB,0%', [percent('0%', 0), bytes('20MiB', 20_971_520)]],
  ])('reads %s', (text, limits) => {
    expect(parseLimits(text)).toEqual(limits);
  });

  it.each(['', ',', '5%,', '5%, 6%', '1MB, 2MB', '-5%', 'five%', '5%, 20MB, 1kB'])('refuses %j', (text) => {
    expect(parseLimits(text)).toBeNull();
  });
});

describe('parseDuration', () => {
  it.each([
    ['90s', 90],
    ['10m', 600],
    ['1h30m', 5400],
    ['1h 2m 3.5s', 3723.5],
    ['0s', 0],
    [' 2h ', 7200],
  ])('reads %s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each(['', ' ', '5', 'm', '1.5h', '30m1h', '1m1m', '-5s', '1d', '99999h', '1h30'])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  it.each([
    [0, '0s'],
    [0.04, '0s'],
    [12.34, '12.3s'],
    [59.96, '1m'],
    [95, '1m35s'],
    [7500, '2h5m'],
    [3601.2, '1h1s'],
  ])('is what %d is written as', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('reads back what is written', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (seconds) => {
        expect(parseDuration(formatDuration(seconds))).toBe(seconds);
      }),
    );
  });
});

describe('parseShare', () => {
  it.each([
    ['80%', 80],
    ['0 %', 0],
    ['100%', 100],
    ['99.5%', 99.5],
  ])('reads %s', (text, percent) => {
    expect(parseShare(text)).toBe(percent);
  });

  it.each(['', '80', '101%', '100.1%', '-1%', '5%, 6%'])('refuses %j', (text) => {
    expect(parseShare(text)).toBeNull();
  });
});
