import { isAtLeast, parseVersion, requireVersion } from '../../src/build/versions.ts';
import { UserError } from '../../src/errors.ts';

describe('parseVersion', () => {
  it.each([
    ['github.com/docker/buildx 0.29.1+ds1 0.29.1+ds1-4', '0.29.1'],
    ['github.com/docker/buildx v0.17.1-desktop.1 257815a6fbaee88976808020bf04274388275ae8', '0.17.1'],
    ['github.com/docker/buildx v0.30.0 2f5a4b1', '0.30.0'],
    ['28.5.2+dfsg4', '28.5.2'],
    ['24.0', '24.0.0'],
    ['v0.0.0+unknown', '0.0.0'],
    ['27.3.1-ce, build 1', '27.3.1'],
  ])('%s', (text, expected) => {
    expect(parseVersion(text)?.version).toBe(expected);
  });

  it('finds none in a text without', () => {
    expect(parseVersion('unknown')).toBeNull();
  });
});

describe('isAtLeast', () => {
  it.each([
    ['0.14.0', true],
    ['0.13.1', false],
    ['0.14.0-rc1', true],
    ['v0.0.0+unknown', true],
    ['', true],
  ])('%s against 0.14.0: %s', (text, expected) => {
    expect(isAtLeast(text, '0.14.0')).toBe(expected);
  });
});

it('says what is too old, and what is needed', () => {
  expect(() => requireVersion('Docker buildx', 'v0.12.1', '0.14.0', 'Update it.')).toThrow(
    new UserError('Docker buildx 0.12.1 is too old: 0.14.0 or newer is needed.'),
  );
  expect(() => requireVersion('Docker buildx', 'v0.14.0', '0.14.0', 'Update it.')).not.toThrow();
});
