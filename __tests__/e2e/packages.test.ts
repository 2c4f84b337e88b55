import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { overlay } from '../../src/analysis/filesystem.ts';
import { findOwners } from '../../src/analysis/ownership.ts';
import { readImage } from '../../src/image/read.ts';
import type { PackageWeight } from '../../src/model/packages.ts';
import { describeWithEngine, docker, type Engine, removeImages, uniqueImage } from '../support/engines.ts';
import { readOptions } from '../support/read-options.ts';

jest.setTimeout(300_000);

/** A Python package as pip lays it out, made by hand: the network is for Debian's packages alone. */
const files: Readonly<Record<string, string>> = {
  'site/tool/__init__.py': 'x = 1\n'.repeat(100),
  'site/tool-1.0.dist-info/METADATA': 'Name: tool\nVersion: 1.0\n',
  'site/tool-1.0.dist-info/RECORD': 'tool/__init__.py,,\ntool-1.0.dist-info/METADATA,,\ntool-1.0.dist-info/RECORD,,\n',
  'modules/a/package.json': '{"name":"a","version":"1.0.0"}',
  'modules/a/index.js': 'x'.repeat(5000),
};

const dockerfile = `FROM test/debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends python3-minimal less && rm -rf /var/lib/apt/lists/*
COPY site /usr/local/lib/python3.11/dist-packages
COPY modules /app/node_modules
RUN python3 -m compileall -q /usr/local/lib/python3.11/dist-packages && echo more >>/etc/issue
`;

/** \`package bytes\` of each package by dpkg and stat alone; hard links once. */
const script = `
dpkg-query -W -f '\${binary:Package} \${Package}\\n' | while read -r full name; do
  dpkg -L "$full" | xargs -d '\\n' stat -c '%F|%i|%s' 2>/dev/null | awk -F'|' -v name="$name" '
    /^regular/ && !seen[$2]++ { bytes += $3 } END { if (bytes > 0) print name, bytes }'
done`;

async function readOwners(engine: Engine, image: string, folder: string) {
  const archive = join(folder, 'image.tar');
  await docker(engine, ['save', '-o', archive, image]);
  const source = { kind: 'docker-archive' as const, reference: archive };
  const { image: read } = await readImage(source, readOptions({ tempDir: folder }));
  const indexes = read.layers.map(({ index }) => index);
  const fileSystem = overlay(indexes);
  return { owners: findOwners(indexes, fileSystem), liveBytes: fileSystem.liveBytes };
}

describeWithEngine('classic', 'packages of a real image', (engine) => {
  const image = uniqueImage('packages');
  let folder: string;
  let found: Awaited<ReturnType<typeof readOwners>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'packages-'));
    for (const [path, content] of Object.entries({ ...files, Dockerfile: dockerfile })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await docker(engine, ['build', '--tag', image, folder]);
    found = await readOwners(engine, image, folder);
  });

  afterAll(async () => {
    await removeImages(engine, [image]);
    await rm(folder, { recursive: true, force: true });
  });

  it('weigh what dpkg and stat say, and add up', async () => {
    const { owners, liveBytes } = found;
    const rows = [...(owners?.packages ?? []), ...(owners?.unowned ?? [])];
    expect(rows.reduce((sum, { diskBytes }) => sum + diskBytes, 0)).toBe(liveBytes);
    expect(owners?.notes).toEqual([]);

    const { stdout } = await docker(engine, ['run', '--rm', image, 'sh', '-c', script]);
    const expected = new Map(
      stdout
        .trim()
        .split('\n')
        .map((line): [string, number] => {
          const [name = '', bytes] = line.split(' ');
          return [name, Number(bytes)];
        }),
    );
    const bytesOf = ({ name, diskBytes }: PackageWeight): [string, number] => [name, diskBytes];
    // What python3 compiled when it was installed is in no list, but its module's owner's.
    const isPython = (name: string) => name.includes('python3');
    const dpkg = (owners?.packages ?? []).filter(({ manager }) => manager === 'dpkg').map(bytesOf);
    expect(dpkg.filter(([name]) => !isPython(name)).toSorted()).toEqual(
      [...expected].filter(([name]) => !isPython(name)).toSorted(),
    );
    expect(dpkg.length).toBeGreaterThan(80);
    for (const [name, bytes] of dpkg) expect(bytes).toBeGreaterThanOrEqual(expected.get(name) ?? Number.NaN);
  });

  it('are weighed in the layers that hold their files', () => {
    const { owners } = found;
    const layersOf = (manager: string, name: string) =>
      owners?.packages
        .find((found) => found.manager === manager && found.name === name)
        ?.layers.map(({ layer, diskBytes }) => (layer === 4 ? [layer] : [layer, diskBytes]));
    const site = Object.entries(files).filter(([path]) => path.startsWith('site/'));
    expect(layersOf('dpkg', 'less')?.map(([layer]) => layer)).toEqual([1]);
    // Its module lies in the layer of the COPY, what was compiled from it in a later one.
    expect(layersOf('python', 'tool')).toEqual([[2, site.reduce((sum, [, text]) => sum + text.length, 0)], [4]]);
    expect(layersOf('node', 'a')).toEqual([[3, 5030]]);
    expect(layersOf('dpkg', 'base-files')?.map(([layer]) => layer)).toEqual([0, 4]);
  });
});
