import { type NoiseKind, noiseLabel, noiseOf } from '../../src/compare/noise.ts';

describe('noiseOf', () => {
  it.each<[string, NoiseKind | null]>([
    ['var/lib/dpkg/status', 'package databases'],
    ['var/lib/dpkg/info/libc6.list', 'package databases'],
    ['usr/lib/apk/db/installed', 'package databases'],
    ['lib/apk/db/scripts.tar', 'package databases'],
    ['etc/apk/world', 'package databases'],
    ['usr/lib/sysimage/rpm/rpmdb.sqlite', 'package databases'],
    ['var/lib/dnf/history.sqlite', 'package databases'],
    ['etc/ld.so.cache', 'caches'],
    ['var/cache/debconf/templates.dat-old', 'caches'],
    ['usr/share/icons/hicolor/icon-theme.cache', 'caches'],
    ['etc/passwd-', 'caches'],
    ['var/log/apt/history.log', 'logs'],
    ['var/log/dnf.librepo.log', 'logs'],
    ['app/m.pyc', 'bytecode'],
    ['var/lib/apt/lists/deb.debian.org_dists_InRelease', null],
    ['var/cache/apt/archives/curl.deb', null],
    ['var/log/lastlog', null],
    ['var/log/app.log', null],
    ['etc/passwd', null],
    ['srv/var/lib/dpkg/status', null],
    ['app/m.py', null],
  ])('%s is %s', (path, kind) => {
    expect(noiseOf({ path, onBothSides: true, sameVersion: () => true })).toBe(kind);
  });

  it.each([
    ['that came', false, true],
    ['of a package that changed', true, false],
  ])('is not bytecode %s', (_name, onBothSides, same) => {
    expect(noiseOf({ path: 'm.pyc', onBothSides, sameVersion: () => same })).toBeNull();
  });

  it('is named by its kinds, in one order', () => {
    expect(noiseLabel(new Set(['logs', 'package databases']))).toBe('noise: package databases, logs');
  });
});
