import { filesNamed, isArchive } from '../../src/lint/archives.ts';

it.each([
  ['tool.tar.gz', true],
  ['https://example.com/tool.zip?raw=1', true],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
  ['/tmp/go${VERSION}.tgz', true],
  ['$NAME.zip', false],
  ['tool.txt', false],
])('%s is an archive: %s', (word, expected) => {
  expect(isArchive(word)).toBe(expected);
});

it('looks at a name once, however many variables it opens', () => {
  const word = `${'${'.repeat(100_000)}a.zip`;
  const start = performance.now();
  isArchive(word);
  filesNamed(word)('a.zip');
  expect(performance.now() - start).toBeLessThan(1000);
});
