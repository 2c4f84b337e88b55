import { isSource, mayBeScript, programsNamed, scriptScanner } from '../../src/packages/scripts.ts';

const scan = (isScript: boolean, ...pieces: string[]) => {
  const scanner = scriptScanner(isScript);
  for (const piece of pieces) scanner.write(Buffer.from(piece));
  return scanner.finish()?.toString() ?? null;
};

it.each([
  ['a shell script', false, ['#!/bin/sh\ncurl -f http://x && git\tpull\n'], 'script\ncurl\ngit'],
  ['in pieces', false, ['#', '!/bin/sh\nwg', 'et x\n'], 'script\nwget'],
  ['a program that is no script', false, ['\x7fELF', ' curl '], null],
  ['a program in pieces', false, ['\x7f', 'ELF', ' curl '], null],
  ['a source without a first line of its own', true, ['subprocess.run(["git", "pull"])'], 'script\ngit'],
  ['parts of other words', true, ['libcurl curl-config legit g++x digit'], null],
  ['a name with signs', true, ['exec g++ a.c; su-exec me'], 'script\ng++\nsu-exec'],
  ['nothing', false, [], null],
])('%s', (_name, isScript, pieces, expected) => {
  expect(scan(isScript, ...pieces)).toBe(expected);
});

it.each([
  ['app/entry.sh', true],
  ['etc/supervisord.conf', true],
  ['app/node_modules/x/index.js', false],
  ['usr/lib/python3/dist-packages/x.py', false],
  ['usr/local/lib/python3.12/site-packages/x.py', false],
  ['app/readme.md', false],
])('%s is read: %p', (path, expected) => {
  expect(isSource(path)).toBe(expected);
});

it("does not take a package's own scripts for a use of it", () => {
  expect(mayBeScript('var/lib/dpkg/info/vim.postinst')).toBe(false);
  expect(mayBeScript('usr/local/bin/entry')).toBe(true);
});

it('takes no other content for a script', () => {
  expect(programsNamed(Buffer.from('go\nexample.com/git\nv1'))).toEqual([]);
  expect(programsNamed(Buffer.from('script\ncurl\ngit'))).toEqual(['curl', 'git']);
});
