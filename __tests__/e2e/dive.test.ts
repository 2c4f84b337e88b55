import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiveReport } from '../../src/model/dive.ts';
import { type CliResult, type CliWorld, startCli } from '../support/cli.ts';
import { describeWithEngines, docker, type Engine, removeImages, uniqueImage } from '../support/engines.ts';

jest.setTimeout(180_000);

/** A shell and some programs with their libraries, so that an image is saved in no time. */
const programs = `FROM test/debian:bookworm AS full
RUN mkdir /small && cd /usr/bin \\
    && for program in sh cat chmod chown cp head ln mkdir mv rm touch; do \\
         cp --parents -L /bin/$program $(ldd /bin/$program | grep -o '/[^ ]*') /small; \\
       done
FROM scratch
COPY --from=full /small /
`;
const small = `${programs}RUN mkdir -p /d/sub /e /z && head -c 100000 /dev/zero >/d/a && head -c 5000 /dev/zero >/d/sub/b && echo x >/e/x \\
    && head -c 20000 /dev/zero >/z/z && ln /d/a /d/hard && ln -s a /d/soft
`;

/** What the layers above do, by its name. */
const images: Readonly<Record<string, string>> = {
  'nothing above the first layer that has files': `${programs}RUN true
`,
  'nothing wasted': `${small}RUN echo new >/new
COPY Dockerfile /Dockerfile
`,
  deletions: `${small}RUN rm /d/a
RUN rm -rf /d/sub /e
RUN mkdir /e && echo again >/e/x
RUN rm -rf /e
RUN rm -rf /d /z
`,
  'rewrites, with other content and without': `${small}RUN echo shorter >/d/a
RUN chown 7:7 /d/sub/b && touch /e/x
RUN chmod 600 /d/sub/b && mv /e/x /e/y
RUN chown -R 8:8 /d
`,
  links: `${small}RUN ln /d/sub/b /d/twin && ln -s /nowhere /d/dangling
RUN rm /d/hard && echo through >>/d/soft
RUN rm /d/soft /d/twin
`,
  'emptied directories': `${small}RUN rm -rf /d && mkdir /d && echo new >/d/a
RUN rm -rf /d/a && mkdir /d/a && echo in >/d/a/in
RUN rm -rf /d && mkdir /d
RUN rm -rf /d
`,
  'files over directories, directories over files': `${small}RUN rm -rf /d && echo file >/d
RUN rm -rf /d && mkdir -p /d/sub && echo b >/d/sub/b
RUN rm -rf /e && ln -s /d /e
RUN rm /e && mkdir /e
RUN rm -rf /d /e
`,
  'the same layers again': `${small}COPY Dockerfile /copies/a
COPY Dockerfile /copies/a
RUN rm /copies/a
COPY Dockerfile /copies/a
RUN true
RUN rm /copies/a
RUN true
`,
  'several stages': `${small}FROM test/debian:bookworm AS build
RUN mkdir /out && head -c 300000 /dev/urandom >/out/a && ln /out/a /out/b && cp /out/a /out/c
FROM test/debian:bookworm
COPY --link --from=build /out /out
COPY --from=build /out /out2
RUN rm /out2/b && touch /out/a
RUN rm -rf /usr/share/doc /out2 && cp /etc/passwd /p && mv /p /etc/passwd
`,
  'names that sort before a dot, that hold spaces, that are no UTF-8': `${programs}RUN echo x >/+q && echo y >'/!z' && echo s >'/a b' && echo n >"/$(printf 'n\\377')" && mkdir '/-d' && echo d >'/-d/d'
RUN rm /+q '/!z' && mkdir /+q && rm "/$(printf 'n\\377')"
RUN rm -rf /+q '/a b' /-d && mkdir /-d
RUN rm -rf /-d
`,
};

interface DiveExport {
  readonly layer: readonly { readonly sizeBytes: number }[];
  readonly image: {
    readonly sizeBytes: number;
    readonly inefficientBytes: number;
    readonly efficiencyScore: number;
    readonly fileReference: DiveReport['inefficientFiles'];
  };
}

/** Runs the real dive, without anyone's configuration. */
function runDive(engine: Engine, folder: string, args: readonly string[]): Promise<CliResult> {
  const { CI: _ci, ...environment } = process.env;
  const env = { ...environment, DOCKER_HOST: engine.host, HOME: folder, XDG_CONFIG_HOME: folder };
  return new Promise((resolve, reject) => {
    execFile('dive', args, { cwd: folder, env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

async function exportOf(engine: Engine, folder: string, image: string): Promise<DiveExport> {
  const file = join(folder, 'dive.json');
  // dive writes over the start of what is there.
  await rm(file, { force: true });
  const { exitCode, stdout } = await runDive(engine, folder, ['--json', file, image]);
  if (exitCode !== 0) throw new Error(stdout);
  return JSON.parse(await readFile(file, 'utf8'));
}

/** Of equal sizes, dive lists the files in any order. */
const byFile = (files: DiveReport['inefficientFiles']) =>
  files.toSorted((a, b) => b.sizeBytes - a.sizeBytes || (a.file < b.file ? -1 : 1));

/** dive's log from its analysis to its result, without colours, the files in an order. */
function analysisOf(log: string): string[] {
  const escapes = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');
  const lines = log.replace(escapes, '').split('\n');
  const at = (front: string) => lines.findIndex((line) => line.startsWith(front));
  const [files, results] = [at('Count'), at('Results:')];
  return [
    ...lines.slice(at('Analyzing'), files + 1),
    ...lines.slice(files + 1, results).toSorted(),
    ...lines.slice(results, at('Result:') + 1),
  ];
}

function hasDive(): boolean {
  try {
    execFileSync('dive', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const suite = (engine: Engine) => {
  const built = new Map<string, string>();
  let cli: CliWorld;
  let folder = '';

  beforeAll(async () => {
    cli = await startCli({ DOCKER_HOST: engine.host });
    folder = await mkdtemp(join(tmpdir(), 'dive-'));
  });

  afterAll(async () => {
    await cli.close();
    await rm(folder, { recursive: true });
    await removeImages(engine, [...built.values()]);
  });

  /** The name of an image in the engine, built once. */
  const build = async (label: string): Promise<string> => {
    const known = built.get(label);
    if (known !== undefined) return known;
    const name = uniqueImage('dive');
    await cli.write({ Dockerfile: images[label] ?? '' });
    await docker(engine, ['buildx', 'build', '--load', '--provenance=false', '--tag', name, cli.folder]);
    built.set(label, name);
    return name;
  };

  const ours = async (image: string, args: readonly string[] = []): Promise<DiveReport> => {
    const { stdout, stderr } = await cli.run(['dive', image, '--json', ...args]);
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout);
  };

  it.each(Object.keys(images))('gives the same figures to the last digit: %s', async (label) => {
    const name = await build(label);
    const [report, { image, layer }] = [await ours(name), await exportOf(engine, folder, name)];
    const userSizeBytes = layer.slice(1).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    expect({ ...report, inefficientFiles: byFile(report.inefficientFiles) }).toMatchObject({
      efficiency: image.efficiencyScore,
      wastedBytes: image.inefficientBytes,
      userWastedPercent: userSizeBytes === 0 ? null : image.inefficientBytes / userSizeBytes,
      sizeBytes: image.sizeBytes,
      userSizeBytes,
      inefficientFiles: byFile(image.fileReference),
    });
    const { waste } = report;
    expect(waste.liveBytes + waste.deadBytes).toBe(report.sizeBytes);
    expect(waste.rows.reduce((sum, { diskBytes }) => sum + diskBytes, 0)).toBe(waste.deadBytes);
  });

  it.each([
    'nothing above the first layer that has files',
    'names that sort before a dot, that hold spaces, that are no UTF-8',
  ])('prints the same lines: %s', async (label) => {
    const name = await build(label);
    const theirs = await runDive(engine, folder, ['--ci', name]);
    const { exitCode, stdout } = await cli.run(['dive', '--ci', name]);
    expect(analysisOf(stdout)).toEqual(analysisOf(theirs.stdout));
    expect(exitCode).toBe(theirs.exitCode);
  });

  const rewrites = 'rewrites, with other content and without';

  describe('by a file of rules', () => {
    it.each<[string, string]>([
      ['all within', 'lowestEfficiency: 0.1\n  highestWastedBytes: 20MB\n  highestUserWastedPercent: 1'],
      ['too inefficient', 'lowestEfficiency: 0.99999\n  highestUserWastedPercent: disabled'],
      ['too many bytes', 'lowestEfficiency: 0\n  highestWastedBytes: 1KiB\n  highestUserWastedPercent: disabled'],
      ['too large a part', 'lowestEfficiency: disabled\n  highestUserWastedPercent: 0.00001'],
      [
        'all disabled',
        'lowestEfficiency: disabled\n  highestWastedBytes: disabled\n  highestUserWastedPercent: disabled',
      ],
      ['names in small letters, one of nothing', 'lowestefficiency: 0.5\n  highestUserWastedPercent:'],
      ['one that is not known', 'lowestEfficiency: 0.2\n  lowest: 3\n  highestUserWastedPercent: 0.999'],
    ])('passes and fails with dive: %s', async (_label, rules) => {
      const name = await build(rewrites);
      const file = join(folder, 'rules.yml');
      await writeFile(file, `rules:\n  ${rules}\n`);
      const theirs = await runDive(engine, folder, ['--ci', '--ci-config', file, name]);
      const { exitCode, stdout } = await cli.run(['dive', '--ci-config', file, name]);
      expect(analysisOf(stdout)).toEqual(analysisOf(theirs.stdout));
      expect(exitCode).toBe(theirs.exitCode);
    });

    it('passes what is met to the digit, and fails one digit on', async () => {
      const name = await build(rewrites);
      const { efficiency, wastedBytes } = await ours(name);
      for (const [rules, exitCode] of [
        [`lowestEfficiency: ${efficiency}\n  highestWastedBytes: ${wastedBytes}`, 0],
        [`highestWastedBytes: ${wastedBytes - 1}`, 1],
      ] as const) {
        const text = `rules:\n  highestUserWastedPercent: disabled\n  ${rules}\n`;
        await cli.write({ '.dive-ci': text });
        await writeFile(join(folder, '.dive-ci'), text);
        expect((await runDive(engine, folder, ['--ci', name])).exitCode).toBe(exitCode);
        expect((await cli.run(['dive', name])).exitCode).toBe(exitCode);
      }
      await rm(join(cli.folder, '.dive-ci'));
      await rm(join(folder, '.dive-ci'));
    });

    it('fails where a rule makes no sense, and says where', async () => {
      const name = await build(rewrites);
      const file = join(folder, 'rules.yml');
      await writeFile(file, 'rules:\n  lowestEfficiency: 95\n');
      expect((await runDive(engine, folder, ['--ci', '--ci-config', file, name])).exitCode).toBe(1);
      const { exitCode, stderr } = await cli.run(['dive', '--ci-config', file, name]);
      expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(`${file}:2:21: `) });
    });
  });

  it('lets a flag win over the file, as dive does', async () => {
    const name = await build(rewrites);
    const file = join(folder, 'rules.yml');
    await writeFile(file, 'rules: { lowestEfficiency: 0.1, highestUserWastedPercent: 0.99 }\n');
    const args = ['--ci', '--ci-config', file, '--lowestEfficiency', '0.99999', name];
    expect((await runDive(engine, folder, args)).exitCode).toBe(1);
    expect((await cli.run(['dive', ...args])).exitCode).toBe(1);
  });

  it('reads an archive as dive does', async () => {
    const name = await build(rewrites);
    const archive = join(folder, 'saved.tar');
    await docker(engine, ['save', '--output', archive, name]);
    const theirs = await runDive(engine, folder, ['--ci', `docker-archive://${archive}`]);
    const { exitCode, stdout } = await cli.run(['dive', `docker-archive://${archive}`]);
    expect(analysisOf(stdout)).toEqual(analysisOf(theirs.stdout));
    expect(exitCode).toBe(theirs.exitCode);
  });

  it('names the lines that waste, where the Dockerfile is at hand', async () => {
    const name = await build(rewrites);
    await cli.write({ Dockerfile: images[rewrites] ?? '' });
    const { waste } = await ours(name);
    const rows = waste.rows.map(({ how, diskBytes, broughtBy, hiddenBy }) => [
      how,
      diskBytes,
      broughtBy.instruction?.split(' ').slice(0, 2).join(' '),
      hiddenBy.instruction,
    ]);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['metadata', 5002, 'RUN mkdir', 'RUN chown 7:7 /d/sub/b && touch /e/x'],
        ['metadata', 5000, 'RUN chown', 'RUN chmod 600 /d/sub/b && mv /e/x /e/y'],
        ['deleted', 2, 'RUN chown', 'RUN chmod 600 /d/sub/b && mv /e/x /e/y'],
      ]),
    );
    expect(waste.hiddenBy.own).toBe(waste.deadBytes);
  });
};

if (hasDive()) describeWithEngines('beside the real dive', suite);
else if (process.env.CI === 'true') {
  it('beside the real dive', () => {
    throw new Error('CI must provide dive: call scripts/test-engines up');
  });
} else {
  describe.skip('beside the real dive (skipped: dive is not on PATH)', () => {
    it('needs dive', () => undefined);
  });
}
