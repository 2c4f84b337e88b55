import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assignCauses, sumCauses } from '../../src/compare/causes.ts';
import { changesOf, compareSides } from '../../src/compare/compare.ts';
import { weighedSide } from '../../src/compare/side.ts';
import { addSizes } from '../../src/compare/size.ts';
import type { BuildSettings } from '../../src/model/settings.ts';
import { type Weighed, weigh } from '../../src/weigh.ts';
import { buildSettings } from '../build/settings.ts';
import { engineSeams } from '../support/engine-seams.ts';
import { describeWithEngines, docker, type Engine, removeImages, uniqueImage } from '../support/engines.ts';

jest.setTimeout(180_000);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string>>;

function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'isg-causes-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Builds a folder and weighs the image, as the gate does. */
async function weighBuild(engine: Engine, files: Files, build: BuildSettings): Promise<Weighed> {
  const folder = folderOf(files);
  return await weigh(
    {
      ...{ subject: { kind: 'build', build }, name: 'causes', commit: null, maxUnpacked: null },
      ...{ workingDirectory: folder, root: folder, known: async () => new Map() },
    },
    engineSeams(engine, folderOf({})),
  );
}

/** What a comment would say of each change, the lower layers first; the causes add up to the whole. */
function verdicts(before: Weighed, after: Weighed): readonly string[] {
  const [old, current] = [weighedSide(before), weighedSide(after)];
  const { delta, rows } = compareSides(old, current, 'disk');
  const judged = assignCauses(rows, old, current, 'disk');
  const { yours, base, drift } = sumCauses(judged);
  expect([yours, base, drift].reduce(addSizes).diskBytes).toBe(delta.diskBytes);
  const shown = new Set(changesOf(judged, 'disk'));
  return judged
    .filter(({ change }) => shown.has(change))
    .map(({ change: { cause, evidence, assumed } }) => `${cause}${assumed ? '?' : ''}: ${evidence}`);
}

describeWithEngines('whose doing a change is', (engine) => {
  const [tools, runtime] = [uniqueImage('tools'), uniqueImage('runtime')];
  afterAll(() => removeImages(engine, [tools, runtime]));

  let sizes = 20;
  /** Another image under the same name, of another size. */
  async function makeImage(name: string, from: string): Promise<void> {
    await removeImages(engine, [name]);
    const folder = folderOf({ Dockerfile: `FROM ${from}\nCOPY id /id\n`, id: randomBytes(sizes++).toString('hex') });
    await docker(engine, ['buildx', 'build', '--quiet', '--load', '--tag', name, folder]);
  }
  const makeImages = () => Promise.all([makeImage(tools, 'test/debian:bookworm'), makeImage(runtime, 'scratch')]);

  const dockerfile = `ARG TOOLS=${tools}
FROM $TOOLS AS builder
ARG FLAVOUR=plain
COPY src/*.txt /src/
RUN cat /src/* > /out && head -c $(od -An -N2 -tu2 /dev/urandom) /dev/urandom >> /out
FROM ${runtime}
COPY --from=builder /out /out
`;
  /** Other files than those that are copied change nothing. */
  const files = (): Files => ({
    Dockerfile: dockerfile,
    'src/a.txt': 'a',
    'src/noise': randomBytes(8).toString('hex'),
  });
  /** Nothing is built by steps that others have left. */
  const settings = buildSettings({ noCache: true });
  let before: Weighed;
  beforeAll(async () => {
    await makeImages();
    before = await weighBuild(engine, files(), settings);
  });

  const short = (digest: string) => digest.slice('sha256:'.length).slice(0, 7);
  /** The digests under which two builds took an image. */
  function digests(name: string, after: Weighed): string {
    const [old, current] = [before, after].map(
      ({ measurement }) => measurement.bases?.find(({ reference }) => reference === name)?.digest ?? '',
    );
    return `${short(old ?? '')} → ${short(current ?? '')}`;
  }

  it('tells the lines that a copied layer depends on', () => {
    const { layers, bases, buildArgs } = before.measurement;
    expect(buildArgs).toEqual({});
    expect(bases?.map(({ reference }) => reference).sort()).toEqual([runtime, tools].sort());
    const contentOf = (name: string) => bases?.find(({ reference }) => reference === name)?.digest;
    const shown = layers.map(({ upstream }) =>
      upstream?.map(({ location: { firstLine, stage }, content }) => [firstLine, stage, content]),
    );
    expect(shown).toEqual([
      [[6, '1', contentOf(runtime)]],
      [
        [1, null, ''],
        [2, 'builder', contentOf(tools)],
        [3, 'builder', ''],
        [4, 'builder', expect.stringMatching(/^files:[0-9a-f]{4}$/)],
        [5, 'builder', ''],
      ],
    ]);
  });

  it('drift, where nothing changed', async () => {
    const after = await weighBuild(engine, files(), settings);
    expect(verdicts(before, after)).toEqual([expect.stringMatching(/^drift: COPY line 7 unchanged, [-+]\d/)]);
  });

  const changes: readonly (readonly [name: string, changed: Files, build: Partial<BuildSettings>, expected: string])[] =
    [
      [
        "the builder's line",
        { Dockerfile: dockerfile.replace('> /out &&', '> /out;') },
        {},
        'yours: Dockerfile:5 in builder edited: `RUN cat /src/* > /out; ',
      ],
      [
        'a file that the builder copied',
        { 'src/a.txt': 'other' },
        {},
        'yours: Files taken in by Dockerfile:4 in builder changed',
      ],
      ['a build argument', {}, { buildArgs: ['FLAVOUR=hidden-value'] }, 'yours: Build arguments changed: FLAVOUR'],
    ];
  it.each(changes)('yours, where you changed %s', async (_, changed, build, expected) => {
    const after = await weighBuild(engine, { ...files(), ...changed }, { ...settings, ...build });
    expect(verdicts(before, after)).toEqual([expect.stringContaining(expected)]);
    expect(JSON.stringify(after.measurement)).not.toContain('hidden-value');
  });

  it("base, where the builder's image moved under its name, or the image's own", async () => {
    await makeImages();
    const after = await weighBuild(engine, files(), settings);
    expect(verdicts(before, after)).toEqual([
      expect.stringContaining(`base: FROM ${runtime}: digest ${digests(runtime, after)}, `),
      `base: FROM $TOOLS in builder: digest ${digests(tools, after)}`,
    ]);
  });
});
