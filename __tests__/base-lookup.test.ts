import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBaseLookup } from '../src/base-lookup.ts';
import { parseDockerfile } from '../src/dockerfile/parse.ts';
import type { LintSettings } from '../src/model/settings.ts';
import type { Seams } from '../src/seams.ts';
import { buildSettings } from './build/settings.ts';
import { type FakeRegistry, openFakeRegistry, putImage } from './support/fake-registry.ts';
import { readOptions, recordingLog } from './support/read-options.ts';
import { makeTar } from './support/tars.ts';

let folder = '';
let registry: FakeRegistry;
let said: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bases-'));
  registry = await openFakeRegistry();
  said = [];
  for (const tag of ['3.12', '3.12-slim']) putImage(registry, tag, [await makeTar({ name: tag, content: tag })]);
});
afterEach(async () => {
  await registry.close();
  rmSync(folder, { recursive: true, force: true });
});

const usual: LintSettings = {
  level: 'report',
  threshold: null,
  minPrice: 1,
  rules: new Map(),
  maxLayerBytes: null,
  baseLookup: true,
};

function open(settings: Partial<LintSettings> = {}) {
  const log = { ...recordingLog().log, info: (message: string) => said.push(message) };
  const environment = { DOCKER_CONFIG: folder, HOME: folder, XDG_RUNTIME_DIR: folder };
  const seams: Seams = {
    ...readOptions({
      tempDir: folder,
      fetch: globalThis.fetch,
      environment,
      log: { ...log, info: (m) => void log.info(m) },
    }),
    clock: () => new Date(),
    random: () => 'x',
  };
  return openBaseLookup({ ...usual, ...settings }, seams);
}

const dockerfile = (text: string) => parseDockerfile('Dockerfile', text);
const plain = { target: null, buildArgs: [] };
const asked = () => registry.requests.map(({ path }) => path.replace('/v2/python/manifests/', '')).sort();

describe('the look-up of base images', () => {
  it('tells the base, and the sizes of it and of what could take its place', async () => {
    const image = `${registry.host}/python:3.12`;
    const base = await open().find(dockerfile(`FROM ${image}\n`), plain, 'linux/amd64');
    expect(base?.image).toBe(image);
    expect([...(base?.sizes.keys() ?? [])]).toEqual([image, `${image}-slim`]);
  });

  it('is begun before the build, and then asks no more', async () => {
    const text = `ARG V\nFROM ${registry.host}/python:$V\n`;
    writeFileSync(join(folder, 'Dockerfile'), text);
    const bases = open();
    const build = buildSettings({ buildArgs: ['V=3.12'], platform: 'linux/amd64' });
    await bases.begin({ kind: 'build', build }, { workingDirectory: folder, root: folder });
    expect(asked()).toEqual(['3.12', '3.12-slim']);
    const base = await bases.find(dockerfile(text), { target: null, buildArgs: ['V=3.12'] }, 'linux/amd64');
    expect(base?.sizes.size).toBe(2);
    expect(asked()).toHaveLength(2);
  });

  it.each<[string, Partial<LintSettings>, string | null]>([
    ['it is switched off', { baseLookup: false }, 'linux/amd64'],
    ['nothing is linted', { level: 'off' }, 'linux/amd64'],
    ['there is no image', {}, null],
  ])('asks no registry where %s, and still tells the base', async (_name, settings, platform) => {
    const bases = open(settings);
    const image = `${registry.host}/python:3.12`;
    const found = await bases.find(dockerfile(`FROM ${image}\n`), plain, platform);
    expect(found).toEqual({ image, sizes: new Map() });
    expect(asked()).toEqual([]);
  });

  it.each([
    ['an image without advice', 'FROM company/app:1\n', 'company/app:1'],
    ['nothing', 'FROM scratch\n', null],
    ['what a build argument names that is not known', 'ARG B=python\nFROM $B\n', null],
  ])('asks nothing for %s', async (_name, text, image) => {
    const base = await open().find(dockerfile(text), { target: null, buildArgs: null }, 'linux/amd64');
    expect(base?.image ?? null).toBe(image);
    expect(base?.sizes.size ?? 0).toBe(0);
  });

  it('says once, and quietly, that a registry did not tell', async () => {
    const bases = open();
    registry.manifests.clear();
    registry.rules.push((_request, response) => {
      response.writeHead(500).end();
      return true;
    });
    const text = dockerfile(`FROM ${registry.host}/python:3.12\n`);
    for (let times = 0; times < 2; times++) await bases.find(text, plain, 'linux/amd64');
    expect(said).toEqual([expect.stringContaining('is not known')]);
  });
});
