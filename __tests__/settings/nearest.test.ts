import { nearest, suggestion } from '../../src/settings/nearest.ts';

const names = ['max-size', 'max-increase', 'metric', 'file', 'target', 'no-cache', 'build-args'];

describe('nearest', () => {
  it.each([
    ['max-sise', 'max-size'],
    ['max_size', 'max-size'],
    ['maxSize', 'max-size'],
    ['MAX-SIZE', 'max-size'],
    ['max-increas', 'max-increase'],
    ['metrics', 'metric'],
    ['flie', 'file'],
    ['build-arg', 'build-args'],
    ['nocache', 'no-cache'],
    ['verbose', null],
    ['', null],
    ['x'.repeat(100_000), null],
  ])('of %.20s is %s', (word, expected) => {
    expect(nearest(word, names)).toBe(expected);
  });

  it('makes a suggestion', () => {
    expect(suggestion('flie', names, '--')).toBe(' (did you mean --file?)');
    expect(suggestion('verbose', names)).toBe('');
  });
});
