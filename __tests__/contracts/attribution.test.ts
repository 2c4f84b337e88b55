import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { MeasuredLayer } from '../../src/model/measurement.ts';
import { type Weighed, weigh } from '../../src/weigh.ts';
import { engineSeams } from '../support/engine-seams.ts';
import { describeWithEngines, docker, type Engine, removeImages, uniqueImage } from '../support/engines.ts';
import { makeSmallBase } from '../support/small-root.ts';

jest.setTimeout(180_000);

const base = uniqueImage('base');

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'isg-attribution-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

interface Named {
  readonly file?: string;
  readonly target?: string;
}

interface Place {
  readonly folder: string;
  /** Buildx's own, with its notes of builds. */
  readonly buildx: string;
}

/** Weighs an image of the engine, as `image:` does, in a folder. */
async function weighImage(
  engine: Engine,
  { folder, buildx }: Place,
  reference: string,
  named: Named = {},
): Promise<Weighed> {
  const subject = {
    kind: 'image',
    reference,
    platform: null,
    file: named.file ?? null,
    target: named.target ?? null,
  } as const;
  const weighable = { subject, name: 'attribution', commit: null, workingDirectory: folder, root: folder };
  return await weigh(
    { ...weighable, known: async () => new Map(), maxUnpacked: null },
    engineSeams(engine, folderOf({}), { BUILDX_CONFIG: buildx }),
  );
}

const rows = (layers: readonly MeasuredLayer[]) =>
  layers.map(({ origin, location }) => [origin, location && `${location.firstLine}-${location.lastLine}`]);
const methods = (layers: readonly MeasuredLayer[]) => [...new Set(layers.map(({ attribution }) => attribution))];

type Row = readonly ['base' | 'own' | null, string | null];

interface Pitfall {
  readonly lines: readonly string[];
  readonly args?: readonly string[];
  readonly layers: readonly Row[];
  /** Where the history tells less than provenance. */
  readonly byHistory?: readonly Row[];
  /** For history, which does not know it. */
  readonly target?: string;
}

const from: Row = ['base', '1-1'];

/** What is easily got wrong: Dockerfiles, and the lines of their layers. */
const pitfalls: Readonly<Record<string, Pitfall>> = {
  'the same instruction in two stages, in the last': {
    lines: [`FROM ${base} AS one`, 'RUN echo same > /same', `FROM ${base}`, 'RUN echo same > /same', 'RUN echo x > /x'],
    layers: [
      ['base', '3-3'],
      ['own', '4-4'],
      ['own', '5-5'],
    ],
  },
  'the same instruction in two stages, in the target': {
    lines: [`FROM ${base} AS one`, 'RUN echo same > /same', `FROM ${base}`, 'RUN echo same > /same', 'RUN echo x > /x'],
    args: ['--target', 'one'],
    target: 'one',
    layers: [from, ['own', '2-2']],
  },
  'a stage upon a stage, named by an argument': {
    lines: ['ARG PARENT=none', `FROM ${base} AS parent`, 'RUN echo a > /a', `FROM $\{PARENT}`, 'RUN echo b > /b'],
    args: ['--build-arg', 'PARENT=parent'],
    layers: [
      ['base', '2-2'],
      ['own', '3-3'],
      ['own', '5-5'],
    ],
    // Without the value it is not known which stage is meant.
    byHistory: [
      [null, null],
      [null, null],
      ['own', '5-5'],
    ],
  },
  'WORKDIR, which makes a layer everywhere but at /': {
    lines: [`FROM ${base}`, 'WORKDIR /', 'WORKDIR /app', 'WORKDIR /app', 'WORKDIR sub', 'RUN pwd > /where'],
    layers: [from, ['own', '3-3'], ['own', '4-4'], ['own', '5-5'], ['own', '6-6']],
  },
  'RUN that changes nothing, whose empty layer repeats': {
    lines: [`FROM ${base}`, 'RUN true', 'RUN echo x > /x', 'RUN true', 'RUN :', 'RUN true'],
    layers: [from, ['own', '2-2'], ['own', '3-3'], ['own', '4-4'], ['own', '5-5'], ['own', '6-6']],
  },
  'COPY --link, a layer that knows none below': {
    lines: [
      ...[`FROM ${base} AS made`, 'RUN echo made > /made', `FROM ${base}`, 'RUN echo x > /x'],
      ...['COPY --link hello.txt /linked/', 'COPY --link --from=made /made /linked/', 'COPY hello.txt /after'],
    ],
    layers: [
      ['base', '3-3'],
      ['own', '4-4'],
      ['own', '5-5'],
      ['own', '6-6'],
      ['own', '7-7'],
    ],
  },
  'here-documents and continued lines': {
    lines: [
      ...[`FROM ${base}`, 'RUN <<EOF', 'echo one > /one', 'echo two > /two', 'EOF'],
      ...['COPY <<A <<B /texts/', 'a', 'A', 'b', 'B', '# a comment', 'RUN echo x \\', '  # within', '  > /x'],
    ],
    layers: [from, ['own', '2-5'], ['own', '6-10'], ['own', '12-14']],
  },
  'what makes no layer': {
    lines: [
      ...['ARG GLOBAL=1', `FROM ${base}`, 'ARG WORD=two', 'ENV A=b C="d e"', 'RUN echo $WORD > /word', 'EXPOSE 80 81'],
      ...['USER nobody', 'LABEL x="y z"', 'VOLUME /data', 'STOPSIGNAL SIGTERM', 'SHELL ["/bin/bash", "-c"]', 'CMD x'],
    ],
    layers: [
      ['base', '2-2'],
      ['own', '5-5'],
    ],
  },
  'another shell': {
    lines: [
      `FROM ${base}`,
      'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
      'RUN echo a | cat > /a',
      'RUN ["touch", "/b"]',
    ],
    layers: [from, ['own', '3-3'], ['own', '4-4']],
  },
};

describeWithEngines('attribution of an image that an earlier step built', (engine) => {
  const made: string[] = [base];
  const buildx = folderOf({});
  beforeAll(() => makeSmallBase(engine, base));
  afterAll(() => removeImages(engine, made));

  const newImage = (label = 'attribution') => {
    const name = uniqueImage(label);
    made.push(name);
    return name;
  };

  async function build(folder: string, args: readonly string[] = [], context = '.'): Promise<string> {
    const image = newImage();
    const options = { cwd: folder, env: { BUILDX_CONFIG: buildx } };
    await docker(engine, ['buildx', 'build', '--quiet', '--tag', image, ...args, context], options);
    return image;
  }

  const weighIn = async (folder: string, image: string) =>
    (await weighImage(engine, { folder, buildx }, image)).measurement.layers;
  /** Where nothing is known of the build, as on another machine. */
  const weighElsewhere = async (folder: string, image: string, named?: Named) =>
    (await weighImage(engine, { folder, buildx: folderOf({}) }, image, named)).measurement.layers;

  it.each(Object.entries(pitfalls))('%s', async (_, { lines, args = [], layers, byHistory = layers, target }) => {
    const folder = folderOf({ Dockerfile: `${lines.join('\n')}\n`, 'hello.txt': 'hello' });
    const image = await build(folder, args);
    const recorded = await weighIn(folder, image);
    expect(rows(recorded)).toEqual(layers);
    expect(methods(recorded)).toEqual(['provenance']);
    const remembered = await weighElsewhere(folder, image, target === undefined ? {} : { target });
    expect(rows(remembered)).toEqual(byHistory);
    expect(methods(remembered)).not.toContain('provenance');
  });

  it('the triggers of ONBUILD, which are those of FROM', async () => {
    const parentFolder = folderOf({ Dockerfile: `FROM ${base}\nONBUILD RUN echo trigger > /trigger\n` });
    const parent = await build(parentFolder);
    const folder = folderOf({ Dockerfile: `FROM ${parent}\nRUN echo own > /own\n` });
    const image = await build(folder);
    const recorded = await weighIn(folder, image);
    // The build ran the trigger; the history cannot tell it from what the parent ran itself.
    expect(rows(recorded)).toEqual([from, ['own', '1-1'], ['own', '2-2']]);
    expect(methods(recorded)).toEqual(['provenance']);
    const remembered = await weighElsewhere(folder, image);
    expect(rows(remembered)).toEqual([from, from, ['own', '2-2']]);
    expect(methods(remembered)).toEqual(['history']);
  });

  const dockerfile = `FROM ${base}\nRUN echo one > /one\nCOPY hello.txt /\n`;
  const expected: Row[] = [from, ['own', '2-2'], ['own', '3-3']];

  it.each<[string, readonly string[]]>([
    ['without provenance', ['--provenance=false']],
    ['with provenance', ['--provenance=mode=max']],
    ['compressed by gzip', ['--output', 'type=image,compression=gzip,force-compression=true']],
    ['compressed by zstd', ['--output', 'type=image,compression=zstd,force-compression=true']],
    ['without a cache', ['--no-cache']],
    ['at a time of its own', ['--build-arg', 'SOURCE_DATE_EPOCH=0']],
  ])('a build %s', async (_, args) => {
    const folder = folderOf({ Dockerfile: dockerfile, 'hello.txt': 'hello' });
    // The containerd store takes attestations as part of the image; the classic one has no place for them.
    const layers = await weighIn(
      folder,
      await build(folder, engine.store === 'classic' && args[0] === '--provenance=mode=max' ? [] : args),
    );
    expect([rows(layers), methods(layers)]).toEqual([expected, ['provenance']]);
  });

  it('a build that others followed, and that was repeated from the cache', async () => {
    const folder = folderOf({ Dockerfile: dockerfile, 'hello.txt': 'hello' });
    const image = await build(folder);
    await build(folderOf({ Dockerfile: `FROM ${base}\n# other\nRUN echo other > /other\n` }));
    expect(rows(await weighIn(folder, image))).toEqual(expected);
    writeFileSync(join(folder, 'Dockerfile'), dockerfile.replaceAll('\n', '\n\n'));
    const again = await build(folder);
    expect(rows(await weighIn(folder, again))).toEqual([from, ['own', '3-3'], ['own', '5-5']]);
    expect(methods(await weighIn(folder, again))).toEqual(['provenance']);
  });

  it('a Dockerfile that is another by now: the one that was built counts', async () => {
    const folder = folderOf({ Dockerfile: dockerfile, 'hello.txt': 'hello' });
    const image = await build(folder);
    writeFileSync(join(folder, 'Dockerfile'), `FROM ${base}\nRUN echo else > /else\nCOPY hello.txt /\n`);
    const { measurement, dockerfile: used } = await weighImage(engine, { folder, buildx }, image);
    expect(rows(measurement.layers)).toEqual(expected);
    expect(used?.text).toBe(dockerfile);
    // The last instruction agrees; the one before does not, so what lies below is nobody's.
    expect(rows(await weighElsewhere(folder, image))).toEqual([
      [null, null],
      [null, null],
      ['own', '3-3'],
    ]);
  });

  it('the file that the build was given, not one that happens to lie there', async () => {
    const folder = folderOf({
      ...{ Dockerfile: `FROM ${base}\nCMD ["other"]\n`, 'app/docker/app.Dockerfile': dockerfile },
      ...{ 'app/hello.txt': 'hello', 'app/.dockerignore': 'docker\n' },
    });
    const image = await build(folder, ['--file', 'app/docker/app.Dockerfile'], 'app');
    const { measurement, context } = await weighImage(engine, { folder, buildx }, image);
    expect(rows(measurement.layers)).toEqual(expected);
    expect(measurement.layers[1]?.location?.file).toBe('app/docker/app.Dockerfile');
    expect(context).toEqual({ ignoreFile: 'app/.dockerignore', ignoreText: 'docker\n' });
  });

  it('keeps the values of build arguments to itself', async () => {
    const text = `FROM ${base}\nARG WORD\nRUN echo "$WORD" > /word\nWORKDIR /srv/$WORD\nCOPY hello.txt /srv/$WORD/\n`;
    const folder = folderOf({ Dockerfile: text, 'hello.txt': 'hello' });
    const image = await build(folder, ['--build-arg', 'WORD=hidden-word']);
    const { image: found, ...weighed } = await weighImage(engine, { folder, buildx }, image);
    expect(JSON.stringify(found.config.history)).toContain('hidden-word');
    expect(rows(weighed.measurement.layers)).toEqual([from, ['own', '3-3'], ['own', '4-4'], ['own', '5-5']]);
    expect(JSON.stringify(weighed.measurement)).not.toContain('hidden-word');
    const layers = await weighElsewhere(folder, image);
    expect(rows(layers)).toEqual([from, ['own', '3-3'], ['own', '4-4'], ['own', '5-5']]);
    expect(JSON.stringify(layers)).not.toContain('hidden-word');
  });

  it('nothing but a base image', async () => {
    const folder = folderOf({ Dockerfile: `FROM ${base}\nLABEL x=${randomBytes(6).toString('hex')}\n` });
    const image = await build(folder);
    const recorded = await weighIn(folder, image);
    expect([rows(recorded), methods(recorded)]).toEqual([[from], ['provenance']]);
    // A label is too little to tell that it is this Dockerfile's image.
    expect(rows(await weighElsewhere(folder, image))).toEqual([[null, null]]);
  });

  it('claims nothing of an image that the Dockerfile did not make', async () => {
    const folder = folderOf({ Dockerfile: 'FROM scratch\nCMD ["bash"]\n' });
    expect(rows(await weighIn(folder, base))).toEqual([[null, null]]);
    const [imported, committed] = [newImage('imported'), newImage('committed')];
    const tar = join(folderOf({ file: 'content' }), 'import.tar');
    execFileSync('tar', ['-cf', tar, '-C', dirname(tar), 'file']);
    await docker(engine, ['import', '--change', 'CMD ["bash"]', tar, imported]);
    expect(await weighIn(folder, imported)).toMatchObject([
      { origin: null, instruction: null, location: null, attribution: 'none' },
    ]);
    const builtFolder = folderOf({ Dockerfile: dockerfile, 'hello.txt': 'hello' });
    const built = await build(builtFolder);
    const { stdout } = await docker(engine, ['create', built, 'true']);
    const container = stdout.trim();
    try {
      await docker(engine, ['commit', container, committed]);
    } finally {
      await docker(engine, ['rm', container]);
    }
    const layers = await weighIn(builtFolder, committed);
    expect(layers.map(({ location }) => location)).toEqual(layers.map(() => null));
    expect(methods(layers)).not.toContain('provenance');
  });
});
