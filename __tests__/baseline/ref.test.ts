import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { formatRef, parseRef, refPrefix } from '../../src/baseline/ref.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('.', '/', '_', '-', '~', '^', ':', '?', '*', '[', '\\', '@', '{', ' ', 'a', 'A', '.lock'),
    minLength: 1,
    maxLength: 20,
  }),
);

describe('the ref of a record', () => {
  it.each([
    ['a plain name', 'app', 'linux/amd64', `refs/image-size/app/linux_2famd64/${commit}`],
    ['a path', 'Group/app.web', 'linux/arm64/v8', `refs/image-size/_47roup_2fapp_2eweb/linux_2farm64_2fv8/${commit}`],
    ['what escapes use', 'a_b', 'x', `refs/image-size/a_5fb/x/${commit}`],
  ])('%s', (_, image, platform, ref) => {
    expect(formatRef({ image, platform }, commit)).toBe(ref);
  });

  it('reads back as it was', () => {
    fc.assert(
      fc.property(name, name, (image, platform) => {
        expect(parseRef(formatRef({ image, platform }, commit))).toEqual({ key: { image, platform }, commit });
      }),
    );
  });

  it('differs where names do, on a file system that folds case too', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        const folded = (image: string) => refPrefix({ image, platform: 'x' }).toLowerCase();
        expect(folded(one) === folded(other)).toBe(one === other);
      }),
    );
  });

  it('is one that git takes', () => {
    fc.assert(
      fc.property(name, (image) => {
        execFileSync('git', ['check-ref-format', formatRef({ image, platform: image }, commit)]);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['a branch', 'refs/heads/main'],
    ['no commit', 'refs/image-size/app/x/main'],
    ['capitals', `refs/image-size/App/x/${commit}`],
    ['an escape that is cut', `refs/image-size/a_2/x/${commit}`],
    ['bytes that are no text', `refs/image-size/_ff/x/${commit}`],
    ['one part too many', `refs/image-size/a/b/c/${commit}`],
  ])('is none: %s', (_, ref) => {
    expect(parseRef(ref)).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['longer than a file system takes', 'a'.repeat(251)],
    ['half a character', '\ud800'],
  ])('cannot be made of %s', (_, image) => {
    expect(() => refPrefix({ image, platform: 'x' })).toThrow('cannot name a baseline');
  });
});
