import { parseConfig } from '../../src/image/oci.ts';

const userOf = (config: object): string =>
  parseConfig(
    Buffer.from(JSON.stringify({ os: 'linux', architecture: 'amd64', rootfs: { diff_ids: [] }, ...config })),
    'the config',
  ).user;

describe("the image's user", () => {
  it.each<[string, object, string]>([
    ['as its config says', { config: { User: 'app:app' } }, 'app:app'],
    ['nobody named: root', { config: {} }, ''],
    ['null, as Go may write it', { config: { User: null } }, ''],
    ['no config at all', { config: null }, ''],
  ])('%s', (_name, config, user) => {
    expect(userOf(config)).toBe(user);
  });
});
