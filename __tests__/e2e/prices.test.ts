import { randomBytes } from 'node:crypto';
import { applyEdits } from '../../src/lint/fix-edits.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { parseReport } from '../../src/report/json.ts';
import { type AptRepository, type DebianPackage, startAptRepository } from '../support/apt-repository.ts';
import { type CliWorld, startCli } from '../support/cli.ts';
import { buildText, describeWithEngine, removeImages, uniqueImage } from '../support/engines.ts';
import { makeSmallBase } from '../support/small-root.ts';

jest.setTimeout(180_000);

/** One to install, and a list that is worth a price. */
const packages: readonly DebianPackage[] = [
  { name: 'less', version: '590-2', files: { 'usr/bin/less': randomBytes(200_000) } },
  ...Array.from({ length: 300 }, (_, at) => ({ name: `library-${at}`, version: '1.0-1', files: {} })),
];

// On one store: on the other one, accuracy.test.ts holds the same prices and many more against builds.
describeWithEngine('containerd', 'a price is what the fix saves', (engine) => {
  const [base, aptBase] = [uniqueImage('prices'), uniqueImage('prices-apt')];
  let archive: AptRepository;
  let cli: CliWorld;

  beforeAll(async () => {
    archive = await startAptRepository();
    await archive.publish(packages);
    await makeSmallBase(engine, base);
    await buildText(
      engine,
      aptBase,
      `FROM test/debian:bookworm\nRUN echo 'deb [trusted=yes] ${archive.url} ./' > /etc/apt/sources.list\n`,
    );
  });
  afterAll(async () => {
    await archive.close();
    await removeImages(engine, [base, aptBase]);
  });

  beforeEach(async () => {
    cli = await startCli({ DOCKER_HOST: engine.host });
  });
  afterEach(() => cli.close());

  interface Priced {
    readonly findings: readonly Finding[];
    readonly diskBytes: number;
  }

  /** Runs a command that builds `dockerfile`, whose instructions may fetch from the archive. */
  async function run(command: string, file: string, dockerfile: string, args: readonly string[] = []): Promise<string> {
    await cli.write({ [file]: dockerfile });
    const build = ['--context', '.', '--file', file, '--network', 'host', '--allow', 'network.host'];
    const { stdout, stderr } = await cli.run([command, ...build, ...args, '--json']);
    if (stdout === '') throw new Error(stderr);
    return stdout;
  }

  async function lint(dockerfile: string): Promise<Priced> {
    const [image] = parseReport(await run('gate', 'Dockerfile', dockerfile, ['--lint-min-price', '1B'])).images;
    if (image === undefined) throw new Error('no image in the report');
    return { findings: image.findings, diskBytes: image.current.diskBytes };
  }

  const weigh = async (file: string, dockerfile: string): Promise<number> =>
    (JSON.parse(await run('measure', file, dockerfile)) as Measurement).diskBytes;

  const head = `FROM ${base}\n`;
  const aptHead = `FROM ${aptBase}\n`;
  const built = `FROM ${base} AS build
RUN mkdir -p /usr/local/include /usr/local/bin && head -c 700000 /dev/zero > /usr/local/include/x.h && echo app > /usr/local/bin/app
FROM ${base}
`;
  const install = 'apt-get update && apt-get install -y --no-install-recommends less';

  it.each([
    [
      'apt-lists-left-behind',
      `${aptHead}RUN ${install}\n`,
      `${aptHead}RUN ${install} && rm -rf /var/lib/apt/lists/*\n`,
    ],
    [
      'pip-cache-left-behind',
      `${head}RUN mkdir -p /root/.cache/pip/http && head -c 400000 /dev/urandom > /root/.cache/pip/http/x && echo pip install x\n`,
      `${head}RUN echo pip install x\n`,
    ],
    [
      'chown-duplicates-files',
      `${head}COPY data /app/\nRUN chown -R nobody /app\n`,
      `${head}COPY --chown=nobody data /app/\n`,
    ],
    [
      'uv-cache-left-behind',
      // The environment shares `module` with the cache.
      `${head}RUN mkdir -p /root/.cache/uv /srv/env && cd /root/.cache/uv && head -c 400000 /dev/urandom > module && ln module /srv/env/ && head -c 70000 /dev/urandom > index\n`,
      `${head}RUN mkdir -p /root/.cache/uv /srv/env && cd /root/.cache/uv && head -c 400000 /dev/urandom > module && ln module /srv/env/ && rm -rf /root/.cache/uv\n`,
    ],
    [
      'archive-copied-then-extracted',
      `FROM ${base} AS build\nRUN head -c 500000 /dev/zero > /x && tar cf /x.tar x\n${head}COPY --from=build /x.tar /tmp/\nRUN tar xf /tmp/x.tar && rm /tmp/x.tar\n`,
      `FROM ${base} AS build\nRUN head -c 500000 /dev/zero > /x && tar cf /x.tar x\n${head}RUN --mount=type=bind,from=build,source=/x.tar,target=/tmp/x.tar tar xf /tmp/x.tar\n`,
    ],
    [
      'deleted-in-later-layer',
      `${head}RUN head -c 900000 /dev/urandom > /big\nRUN rm /big\n`,
      `${head}RUN head -c 900000 /dev/urandom > /big && rm /big\n`,
    ],
    [
      'chmod-duplicates-files',
      `${head}COPY data /app/\nRUN chmod -R 755 /app\n`,
      `${head}COPY --chmod=755 data /app/\n`,
    ],
    [
      'copied-wheels-never-freed',
      `${head}COPY data /wheels/data\nRUN wc -c /wheels/data > /installed && rm -rf /wheels\n`,
      `${head}RUN --mount=type=bind,source=data,target=/wheels/data wc -c /wheels/data > /installed\n`,
    ],
    [
      'consecutive-runs',
      `${head}RUN head -c 900000 /dev/zero > /database\nRUN echo more >> /database\n`,
      `${head}RUN head -c 900000 /dev/zero > /database && echo more >> /database\n`,
    ],
    [
      'file-overwritten-by-later-layer',
      `${head}RUN head -c 1900000 /dev/zero > /model\nWORKDIR /\nRUN echo more >> /model\n`,
      `${head}RUN head -c 1900000 /dev/zero > /model && echo more >> /model\n`,
    ],
    [
      'duplicate-content',
      `${head}RUN head -c 1900000 /dev/zero > /server && cp /server /copy\n`,
      `${head}RUN head -c 1900000 /dev/zero > /server && ln -s /server /copy\n`,
    ],
    [
      'copies-whole-usr-local',
      `${built}COPY --from=build /usr/local /usr/local\n`,
      `${built}COPY --from=build /usr/local/bin/app /usr/local/bin/app\n`,
    ],
  ])('%s', async (rule, smelly, clean) => {
    await cli.write({ data: 'x'.repeat(300_000), '.dockerignore': 'dist\n' });
    const [{ findings, diskBytes }, without] = await Promise.all([lint(smelly), weigh('clean.Dockerfile', clean)]);
    const finding = findings.find((found) => found.rule === rule);
    const saved = diskBytes - without;
    expect(saved).toBeGreaterThan(0);
    expect(finding?.price).toMatchObject({ diskBytes: saved, measured: true });
  });

  it.each([
    ['apt-lists-left-behind', aptHead, `RUN ${install}`],
    ['apt-archives-left-behind', aptHead, `RUN ${install} && rm -rf /var/lib/apt/lists/*`],
    ['log-files-shipped', aptHead, `RUN ${install} && rm -rf /var/lib/apt/lists/* && apt-get clean`],
    [
      'downloaded-archive-left-behind',
      head,
      'RUN set -e; mkdir /srv; cd /srv; head -c 500000 /dev/urandom > data; tar cf data.tar data; rm data; tar xf data.tar; ls',
    ],
    [
      'temp-or-source-dirs-left-behind',
      head,
      'RUN mkdir -p /tmp/made && head -c 300000 /dev/urandom > "/tmp/made/a b"',
    ],
  ])('%s, by its own fix', async (rule, from, run) => {
    const smelly = `${from}${run}\n`;
    const { findings, diskBytes } = await lint(smelly);
    const finding = findings.find((found) => found.rule === rule);
    const saved = diskBytes - (await weigh('Dockerfile', applyEdits(smelly, finding?.fix?.edits ?? [])));
    expect(saved).toBeGreaterThan(0);
    expect(finding?.price?.diskBytes).toBe(saved);
  });

  it('dockerignore-missing', async () => {
    await cli.write({ 'src/main.js': 'x', '.idea/m.js': 'y'.repeat(200_000) });
    const smelly = `${head}COPY . /app\n`;
    const findings = JSON.parse(await run('lint', 'Dockerfile', smelly, ['--build'])) as readonly Finding[];
    const finding = findings.find(({ rule }) => rule === 'dockerignore-missing');
    const smellyBytes = await weigh('Dockerfile', smelly);
    const [edit] = finding?.fix?.edits ?? [];
    await cli.write({ [edit?.file ?? '']: edit?.text ?? '' });
    // The ignore file lands, too.
    const saved = smellyBytes - (await weigh('Dockerfile', smelly)) + (edit?.text.length ?? 0);
    expect(finding?.price?.diskBytes).toBe(saved);
  });
});
