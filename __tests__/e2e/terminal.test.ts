import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Finding } from '../../src/model/finding.ts';
import type { FixReport } from '../../src/model/fixes.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import type { Report } from '../../src/model/report.ts';
import { version } from '../../src/version.ts';
import { type CliWorld, startCli } from '../support/cli.ts';
import { describeWithEngines, docker, removeImages, uniqueImage } from '../support/engines.ts';
import { makeSmallBase } from '../support/small-root.ts';

jest.setTimeout(180_000);

const archives = join(__dirname, '../../examples/archives');
const [before, after] = ['before', 'after'].map((name) => join(archives, `${name}.oci.tar`)) as [string, string];

function expectValid(schema: 'report' | 'measurement', text: string): void {
  const ajv = new Ajv({ strict: false });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(join(__dirname, `../../schema/${schema}-v1.json`), 'utf8')));
  expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([]);
}

let cli: CliWorld;

afterEach(() => cli.close());

describe('on a terminal without an engine', () => {
  beforeEach(async () => {
    cli = await startCli({ DOCKER_HOST: 'unix:///nowhere/docker.sock' });
  });

  it('compares two archives and fails over budget', async () => {
    const { exitCode, stdout } = await cli.run(['compare', before, after, '--max-increase', '5%']);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^FAIL /);
    expect(stdout).toContain('RUN chown -R nobody /app');
    expect(stdout).not.toContain('\u001b');
  });

  it('compares two archives and passes within', async () => {
    expect((await cli.run(['compare', after, before, '--max-increase', '0B'])).exitCode).toBe(0);
  });

  it('prints a report that its schema accepts, whose rows add up', async () => {
    const { stdout } = await cli.run(['compare', before, after, '--json']);
    expectValid('report', stdout);
    const [image] = (JSON.parse(stdout) as Report).images;
    const rows = image?.changes.map(({ delta }) => delta.diskBytes ?? Number.NaN) ?? [];
    expect(rows.reduce((sum, bytes) => sum + bytes, 0)).toBe(image?.delta?.diskBytes);
  });

  it('tells what changed below a path, as deep as is asked', async () => {
    const { stdout } = await cli.run(['compare', before, after, '--path', '/app/public', '--depth', 'all']);
    expect(stdout).toContain('\nbelow /app/public: +27.5 kB of +347 kB\n');
    expect(stdout).toMatch(/^\+21\.5 kB .* {6}app\.js \(stored again\)$/m);
    expect(stdout).not.toContain('cities.json');
    const { stdout: json } = await cli.run(['compare', before, after, '--path', '/app/public', '--json']);
    expectValid('report', json);
    const [image] = (JSON.parse(json) as Report).images;
    const rows = image?.changes.map(({ delta }) => delta.diskBytes ?? Number.NaN) ?? [];
    expect(image?.focus).toMatchObject({ path: '/app/public', delta: { diskBytes: rows.reduce((a, b) => a + b, 0) } });
  });

  it('measures an archive', async () => {
    const { stdout } = await cli.run(['measure', `oci-archive:${after}`, '--json']);
    expectValid('measurement', stdout);
    const { diskBytes, layers } = JSON.parse(stdout) as Measurement;
    expect(layers.reduce((sum, layer) => sum + layer.diskBytes, 0)).toBe(diskBytes);
  });

  it('lints without prices', async () => {
    await cli.write({ Dockerfile: 'FROM debian\nRUN apt-get update && apt-get install -y curl\n' });
    const { exitCode, stdout } = await cli.run(['lint', '--json']);
    expect(exitCode).toBe(1);
    const findings = JSON.parse(stdout) as Finding[];
    expect(findings.find(({ rule }) => rule === 'apt-lists-left-behind')).toMatchObject({
      price: null,
      location: { file: 'Dockerfile', firstLine: 2 },
    });
    expect(findings.filter(({ price }) => price !== null)).toEqual([]);
  });

  it('prices by an image that is in a file', async () => {
    const dockerfile = join(archives, 'after.Dockerfile');
    const { stdout } = await cli.run(['lint', dockerfile, '--image', after, '--lint-min-price', '1B', '--json']);
    const priced = (JSON.parse(stdout) as Finding[]).filter(({ price }) => price !== null);
    expect(priced.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['apt-lists-left-behind', 'chown-duplicates-files']),
    );
  });

  it.each([
    ['no command', [], 'a command is missing'],
    ['an unknown command', ['gaet'], 'did you mean gate?'],
    ['an unknown flag', ['gate', '--max-sise', '1MB'], '--max-size'],
    ['a wrong value', ['compare', before, after, '--max-size', 'much'], '--max-size'],
    ['a file that is no image', ['measure', join(archives, 'README.md')], 'README.md'],
    ['an archive that is not there', ['measure', 'oci-archive:gone.tar'], 'gone.tar'],
    ['an engine that does not answer', ['measure', 'docker:app:latest'], 'docker'],
    ['no Dockerfile', ['lint', 'gone/Dockerfile'], 'gone/Dockerfile'],
  ])('says what is wrong, and ends with 2: %s', async (_name, args, message) => {
    const { exitCode, stdout, stderr } = await cli.run(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('tells its version and helps', async () => {
    expect((await cli.run(['--version'])).stdout).toBe(`${version}\n`);
    expect((await cli.run(['gate', '--help'])).stdout).toContain('--max-increase');
  });
});

describeWithEngines('on a terminal', (engine) => {
  const base = uniqueImage('terminal-base');
  let images: string[];

  beforeAll(() => makeSmallBase(engine, base));
  afterAll(() => removeImages(engine, [base]));

  beforeEach(async () => {
    cli = await startCli({ DOCKER_HOST: engine.host });
    images = [];
  });

  afterEach(() => removeImages(engine, images));

  const newImage = () => {
    const name = uniqueImage('terminal');
    images.push(name);
    return name;
  };

  /** Runs a command that builds. A network for each instruction would take longer than what it does. */
  const runBuild = (args: readonly string[]) => cli.run([...args, '--network', 'none']);

  async function build(dockerfile: string, args: readonly string[] = []): Promise<Measurement> {
    await cli.write({ Dockerfile: dockerfile });
    const { exitCode, stdout, stderr } = await runBuild(['measure', '--context', '.', '--json', ...args]);
    if (exitCode !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Measurement;
  }

  it('names the line of every layer of a real image, and keeps build-arg values to itself', async () => {
    const lines = [
      `FROM ${base} AS build`,
      'RUN head -c 300000 /dev/urandom > /artefact',
      `FROM ${base}`,
      'ARG SECRET_WORD',
      'WORKDIR /app',
      'COPY Dockerfile ./',
      'RUN echo "$SECRET_WORD" | wc -c \\',
      '    # a comment within',
      '    && head -c 50000 /dev/zero > zeros',
      'COPY --link --from=build /artefact /opt/',
      'RUN <<EOF',
      'head -c 7000 /dev/zero > /seven',
      'EOF',
      'RUN true',
      'RUN chown -R nobody /app',
    ];
    const measurement = await build(`${lines.join('\n')}\n`, ['--build-arg', 'SECRET_WORD=xyzzy-plugh']);
    const own = measurement.layers.filter(({ origin }) => origin === 'own');
    expect(own.map(({ location, diskBytes }) => [location?.firstLine, location?.lastLine, diskBytes])).toEqual([
      [5, 5, 0],
      [6, 6, `${lines.join('\n')}\n`.length],
      [7, 9, 50_000],
      [10, 10, 300_000],
      [11, 13, 7000],
      [14, 14, 0],
      [15, 15, 50_000 + `${lines.join('\n')}\n`.length],
    ]);
    expect(measurement.layers.every(({ attribution }) => attribution === 'provenance')).toBe(true);
    expect(JSON.stringify(measurement)).not.toContain('xyzzy');
  });

  it('adds up to what is in the tars of docker save', async () => {
    const tag = newImage();
    const measurement = await build(`FROM ${base}\nRUN head -c 12345 /dev/urandom > /a && ln /a /b\n`, ['--tag', tag]);
    const saved = await cli.run(['measure', `docker:${tag}`, '--json']);
    expect((JSON.parse(saved.stdout) as Measurement).diskBytes).toBe(measurement.diskBytes);
    await docker(engine, ['save', '--output', join(cli.folder, 'saved.tar'), tag]);
    const archive = JSON.parse(
      (await cli.run(['measure', 'docker-archive:saved.tar', '--json'])).stdout,
    ) as Measurement;
    expect(archive.layers.map(({ diffId, diskBytes }) => [diffId, diskBytes])).toEqual(
      measurement.layers.map(({ diffId, diskBytes }) => [diffId, diskBytes]),
    );
    expect(measurement.layers.at(-1)?.diskBytes).toBe(12_345);
  });

  it('records a baseline, finds nothing changed, and fails what grew', async () => {
    // New in each run: BuildKit's cache would bring layers of earlier runs.
    const once = randomUUID();
    await cli.git('init', '--quiet');
    await cli.write({ Dockerfile: `FROM ${base}\nRUN echo ${once} > /one\n`, '.dockerignore': '.git\n' });
    await cli.git('add', '.');
    await cli.git('commit', '--quiet', '--message', 'one');
    const recorded = await runBuild(['gate', '--record', '--max-increase', '1MB']);
    expect(recorded).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Recorded as the baseline') });
    const same = await runBuild(['gate', '--max-increase', '1MB']);
    expect(same).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/Read 0 of 2 layers/) });
    await cli.write({
      Dockerfile: `FROM ${base}\nRUN echo ${once} > /one\nRUN head -c 2000000 /dev/urandom > /two\n`,
    });
    const grown = await runBuild(['gate', '--max-increase', '1MB']);
    expect(grown).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/Read 1 of 3 layers/) });
    expect(grown.stdout).toContain('+2 MB');
    expect(grown.stdout).toContain('Dockerfile:3');
  });

  it('leaves no image behind', async () => {
    await cli.write({ Dockerfile: `FROM ${base}\nRUN echo fleeting > /x\n` });
    const list = async () => (await docker(engine, ['image', 'ls', '--format', '{{.Repository}}'])).stdout;
    await cli.run(['gate', '--name', 'fleeting-image']);
    expect(await list()).not.toContain('fleeting-image');
  });

  it("shows BuildKit's message, and ends with 2, where the build fails", async () => {
    await cli.write({ Dockerfile: `FROM ${base}\nRUN echo going down && exit 9\n` });
    const { exitCode, stderr } = await runBuild(['gate']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('exit code: 9');
    expect(stderr).toContain('Dockerfile:2');
  });

  describe('fixes', () => {
    /** Programs that leave behind what the real ones do, without a network. */
    const programs = {
      'apt-get': 'mkdir -p /var/lib/apt/lists && head -c 500000 /dev/zero > /var/lib/apt/lists/deb.example_Packages',
      pip: 'case "$*" in *--no-cache-dir*) ;; *) mkdir -p ~/.cache/pip/http && head -c 300000 /dev/zero > ~/.cache/pip/http/x; esac',
      npm: 'case $1 in ci) mkdir -p ~/.npm/_cacache && head -c 400000 /dev/zero > ~/.npm/_cacache/x;; cache) rm -r ~/.npm/_cacache; esac',
    };
    const smelly = [
      `FROM ${base}`,
      'COPY --chmod=755 apt-get pip npm /usr/local/bin/',
      'RUN apt-get update && apt-get install --no-install-recommends -y curl',
      'RUN pip install requests \\',
      '  && npm ci',
      'CMD ["true"]',
      '',
    ].join('\r\n');
    const fixedLines = [
      'RUN apt-get update && apt-get install --no-install-recommends -y curl && rm -rf /var/lib/apt/lists/*',
      'RUN pip install requests --no-cache-dir \\',
      '  && npm ci && npm cache clean --force',
    ];

    beforeEach(async () => {
      const scripts = Object.entries(programs).map(([name, text]) => [name, `#!/bin/sh\n${text}\n`] as const);
      await cli.write({ Dockerfile: smelly, ...Object.fromEntries(scripts) });
    });

    const read = (path: string) => readFile(join(cli.folder, path), 'utf8');

    it('are written where builds show that they save what was predicted', async () => {
      const before = await build(smelly);
      const { exitCode, stdout, stderr } = await runBuild(['fix', '--verify', '--each', '--write', '--json']);
      const { fixed, verification, written } = JSON.parse(stdout) as FixReport;
      expect({ exitCode, written, stderr: /error/.exec(stderr) }).toEqual({ exitCode: 0, written: true, stderr: null });
      const savings = verification?.fixes.map(({ finding, predicted, measured }) => [
        finding.rule,
        predicted,
        measured,
      ]);
      expect(savings).toEqual([
        ['apt-lists-left-behind', 500_000, 500_000],
        ['npm-cache-left-behind', 400_000, 400_000],
        ['pip-cache-left-behind', 300_000, 300_000],
      ]);
      expect(fixed).toHaveLength(3);
      expect(verification).toMatchObject({ together: { predicted: 1_200_000, measured: 1_200_000 }, holds: true });
      const lines = smelly.split('\r\n');
      expect(await read('Dockerfile')).toBe([...lines.slice(0, 2), ...fixedLines, ...lines.slice(5)].join('\r\n'));
      expect(before.diskBytes - (await build(await read('Dockerfile'))).diskBytes).toBe(1_200_000);
    });

    it('are printed as a diff that git takes, which changes nothing the second time', async () => {
      await cli.git('init', '--quiet');
      const { exitCode, stdout, stderr } = await cli.run(['fix']);
      expect(exitCode).toBe(0);
      expect(stderr).toContain('3 fixes: nothing was written');
      expect(await read('Dockerfile')).toBe(smelly);
      await cli.write({ 'fixes.diff': stdout });
      await cli.git('apply', '--whitespace=nowarn', 'fixes.diff');
      expect(await read('Dockerfile')).toContain(fixedLines.join('\r\n'));
      expect(await cli.run(['fix'])).toMatchObject({
        exitCode: 0,
        stdout: '',
        stderr: expect.stringContaining('0 fixes'),
      });
    });

    it('that want the same place are made one behind the other, and predicted together', async () => {
      const npm = `case $1 in
        ci) mkdir -p ~/.npm/_cacache node_modules/jest
          echo '{"packages":{"node_modules/jest":{"dev":true}}}' > node_modules/.package-lock.json
          case "$*" in *--omit=dev*) bytes=100000;; *) bytes=400000; head -c 600000 /dev/zero > node_modules/jest/index.js; esac
          head -c $bytes /dev/zero > ~/.npm/_cacache/x;;
        cache) rm -r ~/.npm/_cacache;;
      esac`;
      const dockerfile = `FROM ${base}\nCOPY --chmod=755 npm /usr/local/bin/\nWORKDIR /app\nRUN npm ci\n`;
      await cli.write({ npm: `#!/bin/sh\n${npm}\n`, Dockerfile: dockerfile });
      const { exitCode, stdout } = await runBuild(['fix', '--unsafe', '--verify', '--each', '--write', '--json']);
      const { verification, deferred } = JSON.parse(stdout) as FixReport;
      expect({ exitCode, deferred }).toEqual({ exitCode: 0, deferred: [] });
      expect(verification?.together).toEqual({ predicted: 1_000_000, measured: 1_000_000 });
      expect(verification?.fixes.map(({ finding: { rule }, ...saving }) => ({ rule, ...saving }))).toEqual([
        // Alone, less is downloaded to the cache, too.
        { rule: 'npm-dev-dependencies-installed', predicted: 600_000, measured: 900_000 },
        { rule: 'npm-cache-left-behind', predicted: 400_000, measured: 400_000 },
      ]);
      expect(await read('Dockerfile')).toBe(dockerfile.replace('ci\n', 'ci --omit=dev && npm cache clean --force\n'));
    });

    it('are not written where they save something else', async () => {
      // A fix that brings more than it takes away.
      await cli.write({
        pip: '#!/bin/sh\nmkdir -p ~/.cache/pip/http && head -c 300000 /dev/zero > ~/.cache/pip/http/x\n',
      });
      const { exitCode, stderr } = await runBuild(['fix', '--verify', '--write']);
      expect(exitCode).toBe(1);
      expect(stderr).toContain('the prediction does not hold: -25%');
      expect(await read('Dockerfile')).toBe(smelly);
    });

    it('are made in the ignore file, too, and leave no image behind', async () => {
      const folder = `fixed-${randomUUID()}`;
      const dockerfile = `FROM ${base}\nCOPY . /app\n`;
      await cli.write({
        [`${folder}/Dockerfile`]: dockerfile,
        [`${folder}/src/main.js`]: 'x',
        [`${folder}/.git/objects/pack`]: 'y'.repeat(500_000),
      });
      const { exitCode, stderr } = await runBuild(['fix', '--verify', '--write', '--working-directory', folder]);
      expect({ exitCode, stderr }).toMatchObject({
        exitCode: 0,
        stderr: expect.stringContaining('the prediction holds'),
      });
      expect(await read(`${folder}/.dockerignore`)).toContain('.git\n');
      expect(await read(`${folder}/Dockerfile`)).toBe(dockerfile);
      const { stdout: images } = await docker(engine, ['image', 'ls', '--format', '{{.Repository}}']);
      expect(images).not.toContain(folder);
    });
  });
});
