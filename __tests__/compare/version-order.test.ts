import * as fc from 'fast-check';
import { compareVersions } from '../../src/compare/version-order.ts';
import { packageManager } from '../../src/model/packages.ts';

/** Versions from the oldest to the newest; those that are equal stand together. */
type Ladder = readonly (string | readonly string[])[];

describe('compareVersions', () => {
  const ladders: [manager: Parameters<typeof compareVersions>[0], what: string, ladder: Ladder][] = [
    ['dpkg', 'tilde before the end (deb-version(7))', ['~~', '~~a', '~', '', 'a']],
    ['dpkg', 'pre-releases', ['1.0~beta1~svn1245', '1.0~beta1', '1.0', '1.0+b1']],
    ['dpkg', 'epochs', [['9.9', '0:9.9'], '1:0.1', '2:0']],
    ['dpkg', 'revisions', [['3.0.11', '3.0.11-0'], '3.0.11-1~deb12u1', '3.0.11-1~deb12u2', '3.0.11-1', '3.0.11-1+b1']],
    [
      'dpkg',
      'numbers by value, letters before other characters',
      [['1.09', '1.9'], '1.10', '1.10a', '1.10+', '1.10.1'],
    ],
    ['dpkg', 'hyphens in the version', ['1-1-1', '1-2-1', '2-1']],
    ['rpm', 'tilde and caret (rpm-version(7))', ['1.0~rc1', '1.0~rc2', '1.0', '1.0^git1', '1.0^git2', '1.0.1']],
    ['rpm', 'a caret after a tilde', ['1.0~rc1^git1~pre', '1.0~rc1^git1', '1.0']],
    ['rpm', 'numbers newer than words', ['xyz.4', '2', '8']],
    ['rpm', 'separators that do not count', [['2.0', '2_0', '2.0.']]],
    [
      'rpm',
      'numbers by value',
      [
        ['10.0001', '10.1'],
        ['10.0039', '10.39'],
      ],
    ],
    ['rpm', 'words that go on', ['1.0', '1.0a', '1.0aa', '5.5p1', '5.5p2', '5.5p10', '6.0', '6.0.rc1']],
    ['rpm', 'epochs and releases', ['2.34-60.el9', '2.34-100.el9', '1:1.0-1']],
    [
      'apk',
      'suffixes (apk-tools, version.c)',
      [
        '6.0_alpha_pre2',
        '6.0_alpha',
        '6.0_alpha2',
        '6.0_beta',
        '6.0_pre1',
        '6.0_rc1',
        '6.0',
        '6.0_cvs',
        '6.0_svn',
        '6.0_git20240101',
        '6.0_hg',
        '6.0_p9',
        '6.0_p10',
      ],
    ],
    ['apk', 'revisions', ['1.3-r0', '1.3-r9', '1.3-r10', '1.3.1-r0']],
    ['apk', 'letters', ['2.5.1-r8', '2.5.1a-r1', '2.5.1b', '2.5.2']],
    ['apk', 'numbers with a zero in front', ['1.0', '1.02', '1.03', '1.06', '1.1', '1.12']],
    ['apk', 'first numbers by value', ['4', ['006', '6'], '10', '20050718']],
    [
      'python',
      'PEP 440',
      [
        '1.0.dev456',
        '1.0a1',
        '1.0a2.dev456',
        '1.0a12.dev456',
        '1.0a12',
        '1.0b1.dev456',
        '1.0b2',
        '1.0b2.post345.dev456',
        '1.0b2.post345',
        '1.0rc1.dev456',
        '1.0rc1',
        ['1', '1.0', '1.0.0', 'v1.0'],
        '1.0+abc.5',
        '1.0+abc.7',
        '1.0+5',
        '1.0.post456.dev34',
        ['1.0.post456', '1.0-456'],
        '1.1.dev1',
        '1!0.1',
      ],
    ],
    ['gem', 'Gem::Version', ['1.0.a', '1.0.a.2', '1.0.b1', ['1', '1.0', '1.0.0'], '1.0.1', '1.10']],
    ['gem', 'a hyphen as a pre-release', ['1.0-rc1', '1.0']],
    [
      'node',
      'semver.org',
      ['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-beta.2', '1.0.0-beta.11', '1.0.0-rc.1', ['1.0.0', '1.0.0+build']],
    ],
    [
      'go',
      'pseudo-versions',
      ['v0.0.0-20230101000000-abcdefabcdef', 'v0.0.0-20240101000000-abcdefabcdef', 'v0.1.0', 'v2.0.0+incompatible'],
    ],
    ['rust', 'semantic versions', ['0.9.0', '0.10.0']],
  ];
  it.each(ladders)('orders %s: %s', (manager, _what, ladder) => {
    const steps = ladder.flatMap((rung, step) => [rung].flat().map((version) => ({ version, step })));
    for (const a of steps) {
      for (const b of steps) {
        const order = compareVersions(manager, a.version, b.version);
        expect([a.version, b.version, order === null ? null : Math.sign(order)]).toEqual([
          a.version,
          b.version,
          Math.sign(a.step - b.step),
        ]);
      }
    }
  });

  it.each([
    ['apk', '1.0bc', '1.0'],
    ['node', '(devel)', '1.0.0'],
    ['go', 'devel', 'v1.0.0'],
    ['python', 'unknown', '1.0'],
    ['gem', '1..2', '1.2'],
    ['dpkg', '1'.repeat(300), '2'],
  ] as const)('does not order what is no version of %s: %s', (manager, a, b) => {
    expect(compareVersions(manager, a, b)).toBeNull();
    expect(compareVersions(manager, b, a)).toBeNull();
  });

  it('orders any two texts the same way from both ends, and throws at none', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0129.-~^+_:!abprcde') }));
    fc.assert(
      fc.property(fc.constantFrom(...packageManager.options), text, text, (manager, a, b) => {
        const [forth, back] = [compareVersions(manager, a, b), compareVersions(manager, b, a)];
        expect(forth === null ? null : Math.sign(forth)).toBe(back === null ? null : 0 - Math.sign(back));
        expect(compareVersions(manager, a, a) ?? 0).toBe(0);
      }),
    );
  });
});
