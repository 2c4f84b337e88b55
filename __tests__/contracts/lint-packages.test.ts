import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stageChain } from '../../src/dockerfile/stages.ts';
import { applyEdits } from '../../src/lint/fix-edits.ts';
import { lintLayers } from '../../src/lint/layers.ts';
import { lint } from '../../src/lint/lint.ts';
import { installedPackages } from '../../src/lint/packages.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Digest, KnownLayer } from '../../src/model/image.ts';
import { type Weighed, weigh } from '../../src/weigh.ts';
import { buildSettings } from '../build/settings.ts';
import { type DebianPackage, debianArchive } from '../support/apt-repository.ts';
import { elfFile } from '../support/elf.ts';
import { engineSeams } from '../support/engine-seams.ts';
import { buildText, describeWithEngine, type Engine, removeImages, uniqueImage } from '../support/engines.ts';
import { unpackWheel, type Wheel } from '../support/wheels.ts';
import { makeZip } from '../support/zip.ts';

jest.setTimeout(600_000);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'isg-lint-'));
  folders.push(folder);
  return folder;
}

/** By path in the build context. */
type Files = Readonly<Record<string, string | Buffer>>;

/** What was read before, as a baseline brings it: the base image is read once. */
const known = new Map<Digest, KnownLayer>();

/** Builds a Dockerfile and weighs the image, as the gate does. */
async function weighDockerfile(engine: Engine, text: string, files: Files = {}): Promise<Weighed> {
  const folder = newFolder();
  for (const [path, content] of Object.entries({ ...files, Dockerfile: text })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const weighed = await weigh(
    {
      ...{ subject: { kind: 'build', build: buildSettings() }, name: 'lint', commit: null, maxUnpacked: null },
      ...{ workingDirectory: folder, root: folder, known: async () => known },
    },
    engineSeams(engine, newFolder()),
  );
  for (const layer of weighed.image.layers) known.set(layer.diffId, { ...layer, store: engine.store });
  return weighed;
}

function findingsIn({ dockerfile, image, attributions, fileSystem }: Weighed): Finding[] {
  if (dockerfile === null) throw new Error('what was just built has a Dockerfile');
  return lint({
    dockerfile,
    chain: stageChain(dockerfile, null, []),
    layers: lintLayers(image.layers, attributions, fileSystem),
    packages: () => installedPackages(image.layers, attributions, fileSystem),
    context: null,
    base: null,
    user: image.config.user,
  });
}

const base = uniqueImage('lint');

/** Debian with an archive of its packages that are installed below: what they need is asked of the network once. */
const baseDockerfile = `FROM test/debian:bookworm
RUN apt-get update && apt-get install -y --download-only gnupg \\
 && apt-get install -y --download-only --no-install-recommends libpcre3 vim htop gcc libc6-dev libexpat1-dev python3-pip \\
 && mv /var/cache/apt/archives /archive && mkdir -p /var/cache/apt/archives/partial && rm -rf /var/lib/apt/lists/*
RUN cd /archive && for deb in *.deb; do \\
      dpkg-deb --field $deb && echo "Filename: ./$deb" && echo "SHA256: $(sha256sum $deb | cut -c -64)" \\
      && stat --format 'Size: %s' $deb && echo; \\
    done >Packages
RUN echo 'deb [trusted=yes] file:/archive ./' >/etc/apt/sources.list && echo force-unsafe-io >/etc/dpkg/dpkg.cfg.d/fast
`;

const install = 'apt-get update && apt-get install -y';
const clean = 'rm -rf /var/lib/apt/lists/* && apt-get clean';

/** By rule: a Dockerfile of real Debian packages. */
const smells: Readonly<Record<string, string>> = {
  'debug-tool-in-final-image': `FROM ${base}
RUN ${install} --no-install-recommends libpcre3 vim htop && ${clean}
`,
  'apt-recommends-installed': `FROM ${base}
RUN ${install} gnupg && ${clean}
`,
  'compiler-in-final-image': `FROM ${base}
RUN ${install} --no-install-recommends gcc libc6-dev libexpat1-dev \\
 && echo 'int main() { return 0; }' >/x.c && gcc -o /usr/bin/x /x.c && ${clean}
`,
};

describeWithEngine('classic', 'what packages cost', (engine) => {
  beforeAll(() => buildText(engine, base, baseDockerfile));
  afterAll(() => removeImages(engine, [base]));

  it.each(Object.entries(smells))('%s: what the fix saves is what was predicted', async (rule, text) => {
    const before = await weighDockerfile(engine, text);
    const finding = findingsIn(before).find((each) => each.rule === rule);
    const predicted = finding?.price?.diskBytes ?? 0;
    expect(predicted).toBeGreaterThan(1_000_000);

    const fixed = applyEdits(text, finding?.fix?.edits ?? []);
    const after = await weighDockerfile(engine, fixed);
    const measured = before.measurement.diskBytes - after.measurement.diskBytes;
    expect(Math.abs(predicted - measured)).toBeLessThan(0.1 * measured);
    expect(findingsIn(after).map((each) => each.rule)).not.toContain(rule);
  });
});

/** New in each run, so that BuildKit's cache brings no layers of earlier ones. */
const filler = (bytes: number): string => randomBytes(bytes / 2).toString('hex');

const wheel = (name: string, imports: string, requires: readonly string[] = []): Wheel => ({
  ...{ name, version: '1.0', requires },
  files: { [`${name}/__init__.py`]: `${imports}\n`, [`${name}/data.txt`]: filler(200_000) },
});

/** `used` imports what it does not require; what nothing imports brings `needed` with it. */
const wheels = [
  wheel('used', 'try:\n    import optional\nexcept ImportError:\n    pass'),
  wheel('optional', ''),
  wheel('unused', 'import needed', ['needed']),
  wheel('needed', ''),
];

function wheelFile(made: Wheel): [string, Buffer] {
  const { name, version } = made;
  const info = {
    [`${name}-${version}.dist-info/WHEEL`]: 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  };
  return [`wheels/${name}-${version}-py3-none-any.whl`, makeZip({ ...unpackWheel(made), ...info })];
}

const library = (name: string, needs: readonly string[]): DebianPackage => ({
  ...{ name: `${name}1`, version: '1.0-1' },
  files: {
    [`usr/lib/x86_64-linux-gnu/${name}.so.1`]: Buffer.concat([
      elfFile({ soname: `${name}.so.1`, needs: ['libc.so.6', ...needs] }),
      Buffer.from(filler(400_000)),
    ]),
  },
});

describeWithEngine('classic', 'what nothing loads', (engine) => {
  beforeAll(() => buildText(engine, base, baseDockerfile));
  afterAll(() => removeImages(engine, [base]));

  it('python-package-never-imported: the image is smaller by what was predicted, to the byte', async () => {
    const dockerfile = (names: string) => `FROM ${base}
RUN ${install} --no-install-recommends python3-pip && ${clean}
COPY app.py /app/
RUN --mount=type=bind,source=wheels,target=/wheels \\
 pip install --no-cache-dir --break-system-packages --no-index --find-links /wheels ${names}
CMD ["python3", "/app/app.py"]
`;
    const files = { 'app.py': 'import used\n', ...Object.fromEntries(wheels.map(wheelFile)) };
    const before = await weighDockerfile(engine, dockerfile('used optional unused'), files);
    const finding = findingsIn(before).find(({ rule }) => rule === 'python-package-never-imported');
    expect(finding).toMatchObject({ message: expect.stringMatching(/^`unused`: /), fix: null });

    const after = await weighDockerfile(engine, dockerfile('used optional'), files);
    expect(finding?.price?.diskBytes).toBe(before.measurement.diskBytes - after.measurement.diskBytes);
    expect(findingsIn(after).map(({ rule }) => rule)).not.toContain('python-package-never-imported');
  });

  it('shared-library-never-linked: what the fix saves is what was predicted', async () => {
    const text = `FROM ${base}
COPY --chmod=755 app plug.conf /opt/
RUN --mount=type=bind,source=archive,target=/archive \\
 echo 'deb [trusted=yes] file:/archive ./' >/etc/apt/sources.list && ${install} libused1 libunused1 libopened1 && ${clean}
`;
    const packages = [library('libused', []), library('libunused', []), library('libopened', [])];
    const archive = await debianArchive(packages);
    const files = {
      app: elfFile({ needs: ['libused.so.1'] }),
      'plug.conf': 'library = libopened.so.1\n',
      ...Object.fromEntries([...archive].map(([name, content]) => [`archive/${name}`, content])),
    };
    const before = await weighDockerfile(engine, text, files);
    const finding = findingsIn(before).find(({ rule }) => rule === 'shared-library-never-linked');
    expect(finding?.message).toMatch(/^`libunused1`: /);
    const predicted = finding?.price?.diskBytes ?? 0;
    expect(predicted).toBeGreaterThan(400_000);

    const after = await weighDockerfile(engine, applyEdits(text, finding?.fix?.edits ?? []), files);
    const measured = before.measurement.diskBytes - after.measurement.diskBytes;
    expect(Math.abs(predicted - measured)).toBeLessThan(0.01 * measured);
    expect(findingsIn(after).map(({ rule }) => rule)).not.toContain('shared-library-never-linked');
  });
});
