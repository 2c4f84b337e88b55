import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Docker from 'dockerode';
import { attribute } from '../../src/analysis/attribution.ts';
import { type BuildOptions, buildImage, removeTag } from '../../src/build/buildx.ts';
import { checkDockerfile } from '../../src/build/check.ts';
import { byDocker, findBuildx, type Program } from '../../src/build/program.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import type { LayerAttribution, Provenance } from '../../src/model/attribution.ts';
import type { HistoryEntry, ImageConfig } from '../../src/model/image.ts';
import type { AnnotationPlace, Exec, Log } from '../../src/seams.ts';
import { buildSettings } from '../build/settings.ts';
import {
  describeWith,
  describeWithEngines,
  docker,
  type Engine,
  registryHost,
  removeImages,
  uniqueImage,
} from '../support/engines.ts';
import { type ExecCall, recordingExec } from '../support/exec.ts';
import { makeSmallBase } from '../support/small-root.ts';

jest.setTimeout(180_000);

let buildx: Program;
beforeAll(async () => {
  buildx = await findBuildx(process.env);
});

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'isg-build-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

interface Run {
  readonly options: BuildOptions;
  readonly calls: readonly ExecCall[];
  readonly lines: string[];
  readonly errors: { readonly message: string; readonly place: AnnotationPlace | undefined }[];
}

/** The real docker against one engine, with everything that is logged. */
function runIn(engine: Engine, folder: string, environment: Readonly<Record<string, string>> = {}): Run {
  const lines: string[] = [];
  const errors: Run['errors'] = [];
  const line = (message: string) => void lines.push(message);
  const log: Log = {
    ...{ debug: line, info: line, notice: line, warning: line, secret: () => undefined },
    error: (message, place) => void errors.push({ message, place }),
    group: (_, work) => work(),
  };
  const { exec, calls } = recordingExec();
  const here: Exec = (program, args, options = {}) =>
    exec(program, args, { ...options, env: { ...environment, DOCKER_HOST: engine.host, ...options.env } });
  const random = () => randomBytes(6).toString('hex');
  const tempDir = folderOf({});
  const own = { buildx, name: 'contract', dockerfile: 'Dockerfile', workingDirectory: folder, tempDir, random };
  const options = { exec: here, log, clock: () => new Date(), environment: { ...process.env, ...environment }, ...own };
  return { options, calls, lines, errors };
}

/** The parts of the image's config that attribution needs, from a `docker save`. */
async function configOf(engine: Engine, reference: string): Promise<ImageConfig> {
  const folder = folderOf({});
  await docker(engine, ['save', '--output', join(folder, 'image.tar'), reference]);
  execFileSync('tar', ['-xf', 'image.tar'], { cwd: folder });
  const manifests: { Config: string }[] = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const config: {
    os: string;
    architecture: string;
    history: { created_by?: string; empty_layer?: boolean }[];
    rootfs: { diff_ids: `sha256:${string}`[] };
  } = JSON.parse(readFileSync(join(folder, manifests[0]?.Config ?? ''), 'utf8'));
  const history: HistoryEntry[] = config.history.map((entry) => ({
    createdBy: entry.created_by ?? '',
    emptyLayer: entry.empty_layer ?? false,
  }));
  rmSync(folder, { recursive: true });
  const { os, architecture } = config;
  return { os, architecture, variant: null, created: null, user: '', history, diffIds: config.rootfs.diff_ids };
}

const example = readFileSync(join(__dirname, '..', 'build', 'fixtures', 'Dockerfile'), 'utf8');
const exampleLines = ['8-8', '10-10', '11-15', '16-16', '17-17', '18-18', '19-22', '23-23', '26-30'];
const onbuild = `FROM parent
RUN echo own > /own
`;

const lines = (layers: readonly LayerAttribution[]) =>
  layers.map(({ location }) => (location === null ? null : `${location.firstLine}-${location.lastLine}`));

describeWithEngines('a build', (engine) => {
  const base = uniqueImage('base');
  const made: string[] = [base];
  beforeAll(() => makeSmallBase(engine, base));
  afterAll(() => removeImages(engine, made));

  /** Builds, and attributes by provenance and by history. */
  async function built(run: Run, given: Parameters<typeof buildSettings>[0], text: string) {
    const settings = buildSettings(given);
    const result = await buildImage(settings, run.options);
    if (result.image.kind !== 'engine') throw new Error('not in the engine');
    made.push(result.image.reference);
    const config = await configOf(engine, result.image.reference);
    const layerCount = config.diffIds.length;
    const dockerfile = parseDockerfile('Dockerfile', text);
    const common = { config, dockerfile, target: settings.target, layerCount, buildArgs: settings.buildArgs };
    const by = (provenance: Provenance | null) => attribute({ ...common, provenance });
    return { result, config, byProvenance: by(result.provenance), byHistory: by(null) };
  }

  it('traces every layer to its lines, by provenance and by history alike', async () => {
    const folder = folderOf({ Dockerfile: example, 'hello.txt': 'hello' });
    const run = runIn(engine, folder);
    const buildArgs = [`BASE=${base}`, 'VERSION=hidden-build-arg'];
    const { result, config, byProvenance, byHistory } = await built(run, { buildArgs }, example);
    expect(result.ownTag).toMatch(/^image-size-gate\/contract:[0-9a-f]{12}$/);
    expect(lines(byProvenance)).toEqual(exampleLines);
    expect(byProvenance.map(({ origin }) => origin)).toEqual(['base', ...Array(8).fill('own')]);
    expect(byHistory).toEqual(byProvenance.map((layer) => ({ ...layer, attribution: 'history' })));
    // The values that history holds get into nothing of ours.
    expect(JSON.stringify(config)).toContain('hidden-build-arg');
    expect(JSON.stringify([result, byProvenance, byHistory, run.lines])).not.toContain('hidden-build-arg');
    expect(run.calls.flatMap(({ args }) => args).join(' ')).not.toContain('hidden-build-arg');
  });

  it('traces a target, and a file elsewhere', async () => {
    const folder = folderOf({ 'docker/app.Dockerfile': example, 'hello.txt': 'hello' });
    const given = { target: 'tools', file: 'docker/app.Dockerfile', buildArgs: [`BASE=${base}`] };
    const { byProvenance, byHistory } = await built(runIn(engine, folder), given, example);
    expect(lines(byProvenance)).toEqual(['3-3', '5-5', '6-6']);
    expect(lines(byHistory)).toEqual(['3-3', '5-5', '6-6']);
  });

  it('gives the layers of ONBUILD triggers to FROM', async () => {
    const parent = uniqueImage('parent');
    const parentFolder = folderOf({ Dockerfile: `FROM ${base}\nONBUILD RUN echo trigger > /trigger\n` });
    await docker(engine, ['buildx', 'build', '--quiet', '--tag', parent, parentFolder]);
    made.push(parent);
    const text = onbuild.replace('parent', parent);
    const { byProvenance, byHistory } = await built(runIn(engine, folderOf({ Dockerfile: text })), {}, text);
    expect(lines(byProvenance)).toEqual(['1-1', '1-1', '2-2']);
    // The Dockerfile's own instructions agree; what lies below them is its FROM's.
    expect(lines(byHistory)).toEqual(['1-1', '1-1', '2-2']);
  });

  it('works without a network, on nothing at all', async () => {
    const text = 'FROM scratch\nCOPY --link hello.txt /\nCOPY hello.txt /again\n';
    const folder = folderOf({ Dockerfile: text, 'hello.txt': 'hello' });
    const { byProvenance, byHistory } = await built(runIn(engine, folder), {}, text);
    expect(lines(byProvenance)).toEqual(['2-2', '3-3']);
    expect(lines(byHistory)).toEqual(['2-2', '3-3']);
  });

  it('keeps secrets and build arguments from command line, log and image', async () => {
    const text = `FROM ${base}
ARG PLAIN
RUN --mount=type=secret,id=one --mount=type=secret,id=two --mount=type=secret,id=three \\
  cat /run/secrets/* && echo "$PLAIN" && echo '::error::no command' && echo '##[error]no' && test -n "$PLAIN"
`;
    const folder = folderOf({ Dockerfile: text, 'three.txt': 'hidden-three' });
    const run = runIn(engine, folder, { TWO: 'hidden-two' });
    const given = {
      buildArgs: ['PLAIN=hidden-plain'],
      secrets: ['one=hidden-one\nhidden-one-more'],
      secretEnvs: ['two=TWO'],
      secretFiles: ['three=three.txt'],
      noCache: true,
    };
    const { result, byProvenance } = await built(run, given, text);
    const log = run.lines.join('\n');
    expect(log).toMatch(/\*\*\*/);
    expect(JSON.stringify([log, result, byProvenance])).not.toContain('hidden');
    expect(run.calls.flatMap(({ args }) => args).join(' ')).not.toContain('hidden');
    expect(run.lines.filter((line) => /^\s*::/.test(line) || line.includes('##['))).toEqual([]);
    expect(readdirSync(run.options.tempDir)).toEqual([]);
  });

  it('does not let a build argument change the environment of docker itself', async () => {
    const text = `FROM ${base}\nARG DOCKER_HOST\nRUN test "$DOCKER_HOST" = tcp://nowhere:1\n`;
    const run = runIn(engine, folderOf({ Dockerfile: text }));
    await expect(built(run, { buildArgs: ['DOCKER_HOST=tcp://nowhere:1'] }, text)).resolves.toMatchObject({
      result: { image: { kind: 'engine' } },
    });
    expect(run.lines.join('\n')).not.toContain('tcp://nowhere:1');
  });

  it("uses the user's tags, and removes its own", async () => {
    const tag = uniqueImage('tagged');
    const folder = folderOf({ Dockerfile: 'FROM scratch\nCOPY Dockerfile /\n' });
    const run = runIn(engine, folder);
    const tagged = await buildImage(buildSettings({ tags: [tag], load: true }), run.options);
    made.push(tag);
    expect(tagged).toMatchObject({ image: { kind: 'engine', reference: tag }, ownTag: null });
    const own = await buildImage(buildSettings(), run.options);
    const ownTag = own.ownTag ?? '';
    await docker(engine, ['image', 'inspect', ownTag]);
    await removeTag(ownTag, new Docker({ socketPath: engine.host.replace('unix://', '') }), run.options.log);
    await expect(docker(engine, ['image', 'inspect', ownTag])).rejects.toThrow(/No such image/i);
    await docker(engine, ['image', 'inspect', tag]);
  });

  it('counts its steps, and the bytes of its contexts', async () => {
    const text = 'FROM scratch\nCOPY one /\nCOPY --from=extra two /\n';
    const bytes = (count: number) => randomBytes(count / 2).toString('hex');
    const folder = folderOf({
      Dockerfile: text,
      one: bytes(1_234_000),
      'extra/two': bytes(2_000),
      unused: bytes(9_000),
    });
    const { result } = await built(runIn(engine, folder), { buildContexts: ['extra=./extra'] }, text);
    const { contextBytes, ...steps } = result.figures;
    expect(steps).toMatchObject({ steps: 2, cachedSteps: 0 });
    // Two decimals of a megabyte, and of a kilobyte; what is said of the files themselves comes beside.
    expect(contextBytes).toBeGreaterThan(1_230_000 + 1_990);
    expect(contextBytes).toBeLessThan(1_250_000 + 2_500);
  });

  it('pushes, and keeps the image', async () => {
    const tag = `${registryHost}/${uniqueImage('pushed')}`;
    const folder = folderOf({ Dockerfile: `FROM scratch\nCOPY Dockerfile /\n# ${tag}\n` });
    const settings = buildSettings({ tags: [tag], push: true, load: true });
    const result = await buildImage(settings, runIn(engine, folder).options);
    made.push(tag);
    expect(result.image).toEqual({ kind: 'engine', reference: tag });
    await docker(engine, ['image', 'inspect', tag]);
    await docker(engine, ['buildx', 'imagetools', 'inspect', tag]);
  });

  it('names the line on which a build fails', async () => {
    const text = `FROM ${base}\n# a comment\nRUN echo b && \\\n  false\n`;
    const run = runIn(engine, folderOf({ Dockerfile: text }));
    await expect(buildImage(buildSettings(), run.options)).rejects.toThrow(
      'The build failed at Dockerfile:3: process "/bin/sh -c echo b &&   false" did not complete successfully: exit code: 1.',
    );
    expect(run.errors).toEqual([
      {
        message: expect.stringContaining('exit code: 1'),
        place: { title: 'The image does not build', file: 'Dockerfile', startLine: 3 },
      },
    ]);
    expect(readdirSync(run.options.tempDir)).toEqual([]);
  });

  it.each([
    ['no Dockerfile', {}, 'There is no Dockerfile at Dockerfile.'],
    ['an unknown stage', { file: 'real', target: 'nope' }, 'Dockerfile has no stage "nope".'],
    ['no context', { context: 'nowhere' }, 'The build context nowhere is no folder that exists.'],
    ['a context that is a file', { context: 'real' }, 'The build context real is no folder that exists.'],
    ['no such builder', { builder: 'isg-nowhere' }, 'There is no builder "isg-nowhere".'],
    [
      'a parse error',
      { file: 'wrong' },
      'The build failed at wrong:2: dockerfile parse error on line 2: unknown instruction: FOO (did you mean FROM?).',
    ],
  ])('says what is wrong: %s', async (_, given, message) => {
    const folder = folderOf({ real: 'FROM scratch AS x\nCOPY real /\n', wrong: 'FROM scratch\nFOO bar\n' });
    await expect(buildImage(buildSettings(given), runIn(engine, folder).options)).rejects.toThrow(message);
  });

  it('has the findings of BuildKit', async () => {
    const folder = folderOf({ Dockerfile: `FROM ${base} as x\nMAINTAINER me\nCMD echo \\\n  hi\n` });
    const { findings } = await checkDockerfile(buildSettings(), runIn(engine, folder).options);
    expect(findings.map(({ rule, location }) => [rule, location?.firstLine, location?.lastLine])).toEqual(
      expect.arrayContaining([
        ['FromAsCasing', 1, 1],
        ['MaintainerDeprecated', 2, 2],
        ['JSONArgsRecommended', 3, 4],
      ]),
    );
  });

  it('has a notice where the Dockerfile cannot be checked', async () => {
    const run = runIn(engine, folderOf({ Dockerfile: 'FROM scratch\nFOO bar\n' }));
    const notice = expect.stringContaining('unknown instruction: FOO');
    expect(await checkDockerfile(buildSettings(), run.options)).toEqual({ findings: [], notice });
  });
});

/** BuildKit outside the engine (`buildkitd --addr …`), as docker/setup-buildx-action has it; there is none everywhere. */
const builderNeed = { what: 'BuildKit daemon', variable: 'BUILDKIT_HOST' };
describeWith(process.env.BUILDKIT_HOST || null, 'a build by a builder of its own', builderNeed, (buildkit) => {
  const builder = `isg-${randomBytes(6).toString('hex')}`;
  const text = 'FROM scratch\nCOPY hello.txt /\nCOPY --link hello.txt /linked\nCOPY hello.txt /\n';
  const folder = folderOf({ Dockerfile: text, 'hello.txt': 'hello' });
  const run = () => runIn({ store: 'classic', host: 'unix:///nowhere.sock' }, folder);
  beforeAll(() => execFileSync('docker', ['buildx', 'create', '--name', builder, '--driver', 'remote', buildkit]));
  afterAll(() => execFileSync('docker', ['buildx', 'rm', builder]));

  it('leaves an OCI layout, and needs no engine', async () => {
    const { image, ownTag, provenance } = await buildImage(buildSettings({ builder }), run().options);
    if (image.kind !== 'oci-dir') throw new Error('no layout');
    const index: { manifests: { digest: string }[] } = JSON.parse(readFileSync(join(image.path, 'index.json'), 'utf8'));
    expect(index.manifests).toHaveLength(1);
    expect(ownTag).toBeNull();
    expect(provenance?.layers.map(({ origin, places }) => [origin, places[0]?.firstLine])).toEqual([
      ['own', 2],
      ['own', 3],
      ['own', 4],
    ]);
  });

  it('pushes beside', async () => {
    const tag = `${registryHost}/${uniqueImage('pushed')}`;
    const { image } = await buildImage(buildSettings({ builder, push: true, tags: [tag] }), run().options);
    expect(readdirSync(image.kind === 'oci-dir' ? image.path : '')).toContain('index.json');
    execFileSync('docker', ['buildx', 'imagetools', 'inspect', tag]);
  });

  it('has the findings of BuildKit', async () => {
    const wrong = folderOf({ Dockerfile: 'FROM scratch AS X\nCOPY Dockerfile /\n' });
    const { options } = runIn({ store: 'classic', host: 'unix:///nowhere.sock' }, wrong);
    expect((await checkDockerfile(buildSettings({ builder }), options)).findings.map(({ rule }) => rule)).toContain(
      'StageNameCasing',
    );
  });
});

describeWithEngines('what is missing on the machine', (engine) => {
  const folder = folderOf({
    Dockerfile: 'FROM scratch\n',
    'bin/docker': '#!/bin/sh\necho "docker: unknown command: docker buildx" >&2; exit 1\n',
  });
  chmodSync(join(folder, 'bin/docker'), 0o755);
  const failing = (environment: Readonly<Record<string, string>>, host = engine.host) => {
    const { options } = runIn({ ...engine, host }, folder, environment);
    return buildImage(buildSettings(), { ...options, buildx: byDocker });
  };

  it('docker', async () => {
    await expect(failing({ PATH: join(folder, 'nothing') })).rejects.toThrow(
      'Docker is not installed, or not on the PATH.',
    );
  });
  it('its buildx plugin', async () => {
    await expect(failing({ PATH: `${join(folder, 'bin')}:${process.env.PATH}` })).rejects.toThrow(
      'The buildx plugin of Docker is not installed.',
    );
  });
  it('the engine', async () => {
    await expect(failing({}, `unix://${join(folder, 'no.sock')}`)).rejects.toThrow(
      /^No Docker engine answers at unix:/,
    );
  });
});
