import { readPatch } from '../../src/github/patch.ts';

describe('a patch', () => {
  it('is read as the lines after it', () => {
    const patch =
      '@@ -1,3 +1,3 @@ FROM a\n FROM a\n-RUN b\n+RUN c\n \n@@ -9,0 +10,1 @@\n+RUN d\n\\ No newline at end of file';
    expect(readPatch(patch)).toEqual([
      [
        { line: 1, text: 'FROM a', isAdded: false },
        { line: 2, text: 'RUN c', isAdded: true },
        { line: 3, text: '', isAdded: false },
      ],
      [{ line: 10, text: 'RUN d', isAdded: true }],
    ]);
  });

  it.each(['', 'Binary files differ', '@@ -1 @@\n+a', '+a\n b'])('without a hunk has no lines: %j', (patch) => {
    expect(readPatch(patch)).toEqual([]);
  });
});
