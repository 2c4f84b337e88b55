import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiveReport } from '../../src/model/dive.ts';
import { awkwardImages } from '../support/awkward-images.ts';
import { type CliResult, type CliWorld, startCli } from '../support/cli.ts';
import {
  describeWithEngines,
  describeWithProgram,
  docker,
  type Engine,
  removeImages,
  uniqueImage,
} from '../support/engines.ts';

jest.setTimeout(180_000);

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

describeWithProgram('dive', 'dive', () => {
  describeWithEngines('beside the real dive', (engine) => {
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
      await cli.write({ Dockerfile: awkwardImages[label] ?? '' });
      const options = ['--load', '--provenance=false', '--network', 'none', '--tag', name];
      await docker(engine, ['buildx', 'build', ...options, cli.folder]);
      built.set(label, name);
      return name;
    };

    const ours = async (image: string, args: readonly string[] = []): Promise<DiveReport> => {
      const { stdout, stderr } = await cli.run(['dive', image, '--json', ...args]);
      if (stdout === '') throw new Error(stderr);
      return JSON.parse(stdout);
    };

    it.each(Object.keys(awkwardImages))('gives the same figures to the last digit: %s', async (label) => {
      const name = await build(label);
      const [report, { image, layer }] = await Promise.all([ours(name), exportOf(engine, folder, name)]);
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
      const [theirs, { exitCode, stdout }] = await Promise.all([
        runDive(engine, folder, ['--ci', name]),
        cli.run(['dive', '--ci', name]),
      ]);
      expect(analysisOf(stdout)).toEqual(analysisOf(theirs.stdout));
      expect(exitCode).toBe(theirs.exitCode);
    });

    const rewrites = 'rewrites, with other content and without';

    /** Its image in a file, as both programs take it. */
    const saveRewrites = async (): Promise<string> => {
      const file = join(folder, 'saved.tar');
      await docker(engine, ['save', '--output', file, await build(rewrites)]);
      return `docker-archive://${file}`;
    };

    describe('by a file of rules', () => {
      let archive: string;

      // Rules hold figures, wherever they come from: no engine has to hand the image over for each.
      beforeAll(async () => {
        archive = await saveRewrites();
      });

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
        const file = join(folder, 'rules.yml');
        await writeFile(file, `rules:\n  ${rules}\n`);
        const [theirs, { exitCode, stdout }] = await Promise.all([
          runDive(engine, folder, ['--ci', '--ci-config', file, archive]),
          cli.run(['dive', '--ci-config', file, archive]),
        ]);
        expect(analysisOf(stdout)).toEqual(analysisOf(theirs.stdout));
        expect(exitCode).toBe(theirs.exitCode);
      });

      it('passes what is met to the digit, and fails one digit on', async () => {
        const { efficiency, wastedBytes } = await ours(archive);
        for (const [rules, exitCode] of [
          [`lowestEfficiency: ${efficiency}\n  highestWastedBytes: ${wastedBytes}`, 0],
          [`highestWastedBytes: ${wastedBytes - 1}`, 1],
        ] as const) {
          const text = `rules:\n  highestUserWastedPercent: disabled\n  ${rules}\n`;
          await cli.write({ '.dive-ci': text });
          await writeFile(join(folder, '.dive-ci'), text);
          expect((await runDive(engine, folder, ['--ci', archive])).exitCode).toBe(exitCode);
          expect((await cli.run(['dive', archive])).exitCode).toBe(exitCode);
        }
        await rm(join(cli.folder, '.dive-ci'));
        await rm(join(folder, '.dive-ci'));
      });

      it('fails where a rule makes no sense, and says where', async () => {
        const file = join(folder, 'rules.yml');
        await writeFile(file, 'rules:\n  lowestEfficiency: 95\n');
        expect((await runDive(engine, folder, ['--ci', '--ci-config', file, archive])).exitCode).toBe(1);
        const { exitCode, stderr } = await cli.run(['dive', '--ci-config', file, archive]);
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
      const archive = await saveRewrites();
      const [theirs, { exitCode, stdout }] = await Promise.all([
        runDive(engine, folder, ['--ci', archive]),
        cli.run(['dive', archive]),
      ]);
      expect(analysisOf(stdout)).toEqual(analysisOf(theirs.stdout));
      expect(exitCode).toBe(theirs.exitCode);
    });

    it('names the lines that waste, where the Dockerfile is at hand', async () => {
      const name = await build(rewrites);
      await cli.write({ Dockerfile: awkwardImages[rewrites] ?? '' });
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
  });
});
