import { randomUUID } from 'node:crypto';
import type { BudgetResult, Report } from '../../src/model/report.ts';
import { type CliWorld, startCli } from '../support/cli.ts';
import { describeWithEngines, removeImages, uniqueImage } from '../support/engines.ts';
import { makeSmallBase } from '../support/small-root.ts';

jest.setTimeout(180_000);

const site = 'usr/lib/python3/site-packages';
/** A distribution of Python with one module, and a folder of documentation beside it. */
const filesOf = (moduleBytes: number, docBytes: number) => ({
  [`root/${site}/heavy/data.py`]: '#'.repeat(moduleBytes),
  [`root/${site}/heavy-1.0.dist-info/METADATA`]: 'Name: heavy\nVersion: 1.0\n',
  [`root/${site}/heavy-1.0.dist-info/RECORD`]: 'heavy/data.py,,\nheavy-1.0.dist-info/METADATA,,\n',
  'root/usr/share/doc/heavy/manual': '#'.repeat(docBytes),
});

const configuration = `
network: none
max-increase: 1GB
min-cached-steps: 50%
max-build-time: 1h
budgets:
  - path: /usr/share/doc/heavy/**
    max-size: 100kB
  - package: python:heavy
    max-increase: 10%
  - layer: COPY root *
    max-increase: 100kB
    level: warn
  - path: /srv/none
    max-size: 1MB
`;

let cli: CliWorld;

afterEach(() => cli.close());

describeWithEngines('budgets on parts of a built image', (engine) => {
  const base = uniqueImage('budgets');

  beforeAll(() => makeSmallBase(engine, base));
  afterAll(() => removeImages(engine, [base]));

  beforeEach(async () => {
    cli = await startCli({ DOCKER_HOST: engine.host });
  });

  it('are held against the baseline, say what to undo, and count the steps of the build', async () => {
    await cli.git('init', '--quiet');
    await cli.write({
      // New in each run: BuildKit's cache would bring steps of earlier runs.
      Dockerfile: `FROM ${base}\nRUN echo ${randomUUID()} > /once\nCOPY root /\n`,
      '.github/image-size.yml': configuration,
      ...filesOf(1_000_000, 50_000),
    });
    await cli.git('add', '.');
    await cli.git('commit', '--quiet', '--message', 'one');
    await cli.run(['gate', '--record']);
    await cli.write(filesOf(1_300_000, 150_000));
    const { exitCode, stdout } = await cli.run(['gate', '--json']);
    const { verdict, images } = JSON.parse(stdout) as Report;
    expect([exitCode, verdict]).toEqual([1, 'fail']);
    expect(images[0]?.current.build).toMatchObject({ steps: 2, cachedSteps: 1 });
    const shown = ({ status, message }: BudgetResult) => `${status}: ${message}`;
    expect(images[0]?.budgets.map(shown)).toEqual([
      'pass: grew by 400 kB: within max-increase 1GB',
      expect.stringMatching(/^pass: the build took [\dms.]+: within max-build-time 1h$/),
      'pass: 1 of 2 steps (50%) came from the cache: enough for min-cached-steps 50%',
      'fail: /usr/share/doc/heavy/**: 150 kB (disk) is 50 kB over max-size 100 kB; undoing Dockerfile:3 (`COPY root /`, 100 kB) gets below it',
      'fail: package python:heavy: grew by 300 kB (+30%): 200 kB over max-increase 10%; undoing Dockerfile:3 (`COPY root /`, +300 kB) gets below it',
      expect.stringMatching(
        /^warn: layer COPY root \*: grew by 400 kB: 300 kB over max-increase 100kB; undoing .+ gets below it$/,
      ),
      'pass: /srv/none: nothing of that is in the image: within max-size 1MB',
    ]);
  });
});
