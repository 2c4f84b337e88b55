import { applyEdits } from '../../src/lint/fix-edits.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { type CliWorld, startCli } from '../support/cli.ts';
import { describeWithEngine } from '../support/engines.ts';

jest.setTimeout(180_000);

// On one store: on the other one, accuracy.test.ts holds the same prices and many more against builds.
describeWithEngine('containerd', 'a price is what the fix saves', (engine) => {
  let cli: CliWorld;

  beforeEach(async () => {
    cli = await startCli({ DOCKER_HOST: engine.host });
  });
  afterEach(() => cli.close());

  async function build(dockerfile: string): Promise<Measurement> {
    await cli.write({ Dockerfile: dockerfile });
    const { exitCode, stdout, stderr } = await cli.run(['measure', '--context', '.', '--json']);
    if (exitCode !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Measurement;
  }

  async function lint(dockerfile: string): Promise<Finding[]> {
    await cli.write({ Dockerfile: dockerfile });
    const { stdout, stderr } = await cli.run(['lint', '--build', '--lint-min-price', '1B', '--json']);
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as Finding[];
  }

  const head = 'FROM test/debian:bookworm\n';
  const built =
    'FROM test/debian:bookworm AS build\nRUN mkdir -p /usr/local/include && head -c 700000 /dev/zero > /usr/local/include/x.h' +
    ' && echo app > /usr/local/bin/app\nFROM test/debian:bookworm\n';
  it.each([
    [
      'apt-lists-left-behind',
      `${head}RUN apt-get update && apt-get install -y --no-install-recommends less\n`,
      `${head}RUN apt-get update && apt-get install -y --no-install-recommends less && rm -rf /var/lib/apt/lists/*\n`,
      // Beside the lists the same RUN writes logs and caches, whose size changes from run to run.
      20_000,
    ],
    [
      'pip-cache-left-behind',
      `${head}RUN mkdir -p /root/.cache/pip/http && head -c 400000 /dev/urandom > /root/.cache/pip/http/x && echo pip install x\n`,
      `${head}RUN echo pip install x\n`,
      0,
    ],
    [
      'chown-duplicates-files',
      `${head}COPY data /app/\nRUN chown -R nobody /app\n`,
      `${head}COPY --chown=nobody data /app/\n`,
      0,
    ],
    [
      'uv-cache-left-behind',
      // The environment shares `module` with the cache.
      `${head}RUN mkdir -p /root/.cache/uv /srv/env && cd /root/.cache/uv && head -c 400000 /dev/urandom > module && ln module /srv/env/ && head -c 70000 /dev/urandom > index\n`,
      `${head}RUN mkdir -p /root/.cache/uv /srv/env && cd /root/.cache/uv && head -c 400000 /dev/urandom > module && ln module /srv/env/ && rm -rf /root/.cache/uv\n`,
      0,
    ],
    [
      'archive-copied-then-extracted',
      `FROM test/debian:bookworm AS build\nRUN head -c 500000 /dev/zero > /x && tar cf /x.tar x\n${head}COPY --from=build /x.tar /tmp/\nRUN tar xf /tmp/x.tar && rm /tmp/x.tar\n`,
      `FROM test/debian:bookworm AS build\nRUN head -c 500000 /dev/zero > /x && tar cf /x.tar x\n${head}RUN --mount=type=bind,from=build,source=/x.tar,target=/tmp/x.tar tar xf /tmp/x.tar\n`,
      0,
    ],
    [
      'deleted-in-later-layer',
      `${head}RUN head -c 900000 /dev/urandom > /big\nRUN rm /big\n`,
      `${head}RUN head -c 900000 /dev/urandom > /big && rm /big\n`,
      0,
    ],
    [
      'chmod-duplicates-files',
      `${head}COPY data /app/\nRUN chmod -R 755 /app\n`,
      `${head}COPY --chmod=755 data /app/\n`,
      0,
    ],
    [
      'copied-wheels-never-freed',
      `${head}COPY data /wheels/data\nRUN wc -c /wheels/data > /installed && rm -rf /wheels\n`,
      `${head}RUN --mount=type=bind,source=data,target=/wheels/data wc -c /wheels/data > /installed\n`,
      0,
    ],
    [
      'consecutive-runs',
      `${head}RUN head -c 900000 /dev/zero > /database\nRUN echo more >> /database\n`,
      `${head}RUN head -c 900000 /dev/zero > /database && echo more >> /database\n`,
      0,
    ],
    [
      'file-overwritten-by-later-layer',
      `${head}RUN head -c 1900000 /dev/zero > /model\nWORKDIR /\nRUN echo more >> /model\n`,
      `${head}RUN head -c 1900000 /dev/zero > /model && echo more >> /model\n`,
      0,
    ],
    [
      'duplicate-content',
      `${head}RUN head -c 1900000 /dev/zero > /server && cp /server /copy\n`,
      `${head}RUN head -c 1900000 /dev/zero > /server && ln -s /server /copy\n`,
      0,
    ],
    [
      'copies-whole-usr-local',
      `${built}COPY --from=build /usr/local /usr/local\n`,
      `${built}COPY --from=build /usr/local/bin/app /usr/local/bin/app\n`,
      0,
    ],
  ])('%s', async (rule, smelly, clean, tolerance) => {
    await cli.write({ data: 'x'.repeat(300_000), '.dockerignore': 'dist\n' });
    const finding = (await lint(smelly)).find((found) => found.rule === rule);
    const saved = (await build(smelly)).diskBytes - (await build(clean)).diskBytes;
    expect(finding?.price?.measured).toBe(true);
    expect(saved).toBeGreaterThan(0);
    expect(Math.abs((finding?.price?.diskBytes ?? 0) - saved)).toBeLessThanOrEqual(tolerance);
  });

  const install = 'apt-get update && apt-get install -y --no-install-recommends less';
  it.each([
    // Logs and caches beside what is priced change their size from run to run.
    ['apt-lists-left-behind', `RUN ${install}`, 20_000],
    ['apt-archives-left-behind', `RUN ${install} && rm -rf /var/lib/apt/lists/*`, 20_000],
    ['log-files-shipped', `RUN ${install} && rm -rf /var/lib/apt/lists/* && apt-get clean`, 2000],
    [
      'downloaded-archive-left-behind',
      'RUN set -e; cd /srv; head -c 500000 /dev/urandom > data; tar cf data.tar data; rm data; tar xf data.tar; ls',
      0,
    ],
    ['temp-or-source-dirs-left-behind', 'RUN mkdir /tmp/made && head -c 300000 /dev/urandom > "/tmp/made/a b"', 0],
  ])('%s, by its own fix', async (rule, run, tolerance) => {
    const smelly = `${head}${run}\n`;
    const finding = (await lint(smelly)).find((found) => found.rule === rule);
    const saved =
      (await build(smelly)).diskBytes - (await build(applyEdits(smelly, finding?.fix?.edits ?? []))).diskBytes;
    expect(saved).toBeGreaterThan(0);
    expect(Math.abs((finding?.price?.diskBytes ?? 0) - saved)).toBeLessThanOrEqual(tolerance);
  });

  it('dockerignore-missing', async () => {
    await cli.write({ 'src/main.js': 'x', '.idea/m.js': 'y'.repeat(200_000) });
    const smelly = `${head}COPY . /app\n`;
    const finding = (await lint(smelly)).find(({ rule }) => rule === 'dockerignore-missing');
    const with_ = (await build(smelly)).diskBytes;
    const [edit] = finding?.fix?.edits ?? [];
    await cli.write({ [edit?.file ?? '']: edit?.text ?? '' });
    const without = (await build(smelly)).diskBytes;
    // The ignore file lands, too.
    expect(with_ - without + (edit?.text.length ?? 0)).toBe(finding?.price?.diskBytes);
  });
});
