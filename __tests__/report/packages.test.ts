import type { PackageWeight } from '../../src/model/packages.ts';
import { renderPackages } from '../../src/report/packages.ts';

const plain = { color: false, width: Number.POSITIVE_INFINITY };
const row = (name: string, diskBytes: number, over: Partial<PackageWeight> = {}): PackageWeight => ({
  manager: 'dpkg',
  name,
  version: '1.0',
  architecture: 'amd64',
  diskBytes,
  files: 1,
  layers: [{ layer: 0, diskBytes }],
  ...over,
});
const rest = (directory: string, diskBytes: number) => ({ directory, diskBytes, files: 1, layers: [] });

describe('packages on a terminal', () => {
  it('stand above the rest, with their shares', () => {
    const packages = [row('libc6', 12_000_000), row('run', 2_000_000, { manager: 'go', version: null })];
    expect(renderPackages({ packages, unowned: [rest('/app', 5_990_000), rest('/', 10_000)] }, plain)).toBe(
      [
        '2 packages own 14 MB of 20 MB that can be seen',
        '',
        ' DISK  SHARE  KIND  VERSION  PACKAGE',
        '12 MB    60%  dpkg  1.0      libc6',
        ' 2 MB    10%  go    -        run',
        '',
        '   DISK  SHARE  OWNED BY NO PACKAGE',
        '5.99 MB  29.9%  /app',
        '  10 kB   0.1%  /',
        '',
      ].join('\n'),
    );
  });

  it('are one row where they are many and small', () => {
    const packages = Array.from({ length: 60 }, (_, at) => row(`p${at}`, 1000));
    const lines = renderPackages({ packages, unowned: [] }, plain).trim().split('\n');
    expect(lines).toHaveLength(2 + 1 + 40 + 1);
    expect(lines.at(-1)).toMatch(/^20 kB +33\.3% +20 smaller$/);
  });

  it('of an empty image are none', () => {
    expect(renderPackages({ packages: [], unowned: [rest('/', 0)] }, plain)).toBe(
      '0 packages own 0 B of 0 B that can be seen\n\nDISK  SHARE  OWNED BY NO PACKAGE\n 0 B      -  /\n',
    );
  });

  it('cannot move the cursor', () => {
    const hostile = '\u001b[2J\nfake';
    const text = renderPackages(
      { packages: [row(hostile, 1, { version: hostile })], unowned: [rest(hostile, 1)] },
      { color: false, width: 60 },
    );
    expect(text).not.toContain('\u001b');
    expect(text.trimEnd().split('\n')).toHaveLength(7);
  });
});
