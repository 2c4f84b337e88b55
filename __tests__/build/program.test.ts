import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { byDocker, findBuildx } from '../../src/build/program.ts';

describe('findBuildx', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'plugins-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (path: string, { mode = 0o755, text = '' } = {}) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { mode });
  };
  const find = () => findBuildx({ DOCKER_CONFIG: join(root, 'config') }, [join(root, 'first'), join(root, 'second')]);

  it("takes the user's plugin before the system's", async () => {
    write('first/docker-buildx');
    write('config/cli-plugins/docker-buildx');
    expect(await find()).toEqual([join(root, 'config/cli-plugins/docker-buildx')]);
  });

  it("takes the system's first that can be run", async () => {
    write('first/docker-buildx', { mode: 0o644 });
    write('second/docker-buildx');
    expect(await find()).toEqual([join(root, 'second/docker-buildx')]);
  });

  it('leaves it to docker where there is none', async () => {
    expect(await find()).toBe(byDocker);
  });

  it('leaves it to docker where more folders are configured', async () => {
    write('config/cli-plugins/docker-buildx');
    write('config/config.json', { text: '{"cliPluginsExtraDirs": ["/opt/plugins"]}' });
    expect(await find()).toBe(byDocker);
  });
});
