import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addSizes, nothing } from '../../src/compare/size.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import type { Change, ImageReport, Size } from '../../src/model/report.ts';
import { parseReport } from '../../src/report/json.ts';
import { type AptRepository, type DebianPackage, startAptRepository } from '../support/apt-repository.ts';
import { type CliWorld, startCli } from '../support/cli.ts';
import { describeWithEngines, describeWithProgram, docker, removeImages, uniqueImage } from '../support/engines.ts';
import { type Files, startForge } from '../support/forge.ts';
import { type Texts, unpackWheel } from '../support/wheels.ts';

jest.setTimeout(120_000);

/** New in each run, so that BuildKit's cache brings no layers of earlier runs. */
const textOf = (length: number): string =>
  randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length);

const editor = (version: string, length: number): DebianPackage => ({
  name: 'editor',
  version,
  files: { 'usr/bin/editor': textOf(length), 'usr/share/doc/editor/changelog': textOf(2000) },
});
const viewer: DebianPackage = {
  name: 'viewer',
  version: '2:3.1-2',
  files: { 'usr/lib/viewer/view.so': textOf(30_000), 'usr/share/viewer/icons': textOf(10_000) },
};
const archives = { old: [editor('1.0-1', 100_000), viewer], movedOn: [editor('1.0-1+deb12u1', 130_000), viewer] };

const torch = (version: string, length: number): Texts =>
  unpackWheel({
    name: 'torch',
    version,
    files: { 'torch/__init__.py': textOf(500), 'torch/lib/libtorch.so': textOf(length) },
  });
const wheels = { cpu: torch('2.3.0+cpu', 200_000), cuda: torch('2.3.0+cu121', 900_000) };
const cublas = unpackWheel({
  name: 'nvidia_cublas_cu12',
  version: '12.1.3.1',
  files: { 'nvidia/cublas/lib/libcublas.so.12': textOf(300_000) },
});

const under = (folder: string, texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([path, text]) => [`${folder}/${path}`, text]));

const weigh = (texts: Texts): number => Object.values(texts).reduce((sum, { length }) => sum + length, 0);

const model = textOf(150_000);

const project = {
  '.github/image-size.yml': `network: host
allow: [network.host]
budgets:
  - max-increase: 1kB
  - max-increase: 2kB
    counts: all
`,
  'src/main.txt': textOf(100),
  'app/server.js': textOf(3000),
  'app/models/large.bin': model,
  ...under('wheels/cpu', wheels.cpu),
  ...under('wheels/cuda', { ...wheels.cuda, ...cublas }),
} as const satisfies Texts;

const site = '/usr/local/lib/python3.12/site-packages';

/** By line. */
const dockerfile = (base: string): readonly string[] => [
  `FROM ${base} AS builder`,
  'COPY src /src',
  'RUN cat /src/* > /artefact && head -c 50000 /dev/zero >> /artefact',
  `FROM ${base}`,
  'RUN apt-get update && apt-get install -y editor && rm -rf /var/lib/apt/lists/* /var/cache/apt /var/log/apt',
  `RUN --mount=type=bind,source=wheels,target=/wheels mkdir -p ${site} && cp -r /wheels/cpu/. ${site}`,
  'COPY --from=builder /artefact /opt/artefact',
  'COPY app /app',
];

const signed = (bytes: number | null): string => (bytes === null ? '?' : `${bytes < 0 ? '' : '+'}${bytes}`);

/** `yours Dockerfile:6 +1000: RUN line 6 edited`, then a line for each row below it. */
function outline({ cause, assumed, location, delta, evidence, children }: Change): string[] {
  const place = location === null ? '-' : `${location.file}:${location.firstLine}`;
  return [
    `${cause}${assumed ? '?' : ''} ${place} ${signed(delta.diskBytes)}: ${evidence}`,
    ...children.filter(isWeighty).map(outlineBelow),
  ];
}

/** `dpkg editor 1.0 → 1.1 (upgraded) +1000`, `file /a +0 from /b`; noise has as many bytes as it likes. */
function outlineBelow({ kind, label, package: found, delta, movedFrom }: Change): string {
  if (kind === 'other') return `  ${label}`;
  const versions = [found?.before, found?.after].filter((version) => version != null).join(' → ');
  const name = found === null ? `${kind} ${label}` : `${found.manager} ${found.name} ${versions} (${found.direction})`;
  return `  ${name} ${signed(delta.diskBytes)}${movedFrom === null ? '' : ` from ${movedFrom}`}`;
}

/** Not so for layers that were made anew with the same files: times differ, and so what they compress to. */
const isWeighty = (row: Change): boolean =>
  row.delta.diskBytes !== 0 || row.movedFrom !== null || row.children.some(isWeighty);

const total = (changes: readonly Change[]): Size => changes.map(({ delta }) => delta).reduce(addSizes, nothing);

/** Rows whose parts do not add up to them, by disk or download. */
const wrongSums = (row: Change): string[] => [
  ...(row.children.length === 0 || isSame(total(row.children), row.delta) ? [] : [row.label]),
  ...row.children.flatMap(wrongSums),
];

const isSame = (a: Size, b: Size): boolean => a.diskBytes === b.diskBytes && a.downloadBytes === b.downloadBytes;

/** Every level adds up to the one above, to the byte, and so do the causes. */
function expectSums({ delta, causes, changes }: ImageReport): void {
  const whole = { diskBytes: delta?.diskBytes ?? null, downloadBytes: delta?.downloadBytes ?? null };
  expect(whole.downloadBytes).not.toBeNull();
  expect(total(changes)).toEqual(whole);
  expect(changes.flatMap(wrongSums)).toEqual([]);
  const of = (cause: Change['cause']) => total(changes.filter((row) => row.cause === cause));
  expect(causes).toEqual({ yours: of('yours'), base: of('base'), drift: of('drift') });
}

/** Of the table under a headline of a comment, without its head. */
const rowsOfTable = (comment: string, title: string): string[] =>
  (comment.split(`#### ${title}\n`)[1]?.split(/\n(?:<details>|####)/)[0] ?? '')
    .split('\n')
    .filter((text) => text.startsWith('|'))
    .slice(2);

describeWithEngines('why an image grew', (engine) => {
  const base = uniqueImage('growth');
  const [oldBase, refreshedBase] = [base.replace(':latest', ':old'), base.replace(':latest', ':refreshed')];
  const lines = dockerfile(base);
  /** The Dockerfile with other lines at the place of one. */
  const withLine = (number: number, ...others: string[]): Texts => ({
    Dockerfile: `${lines.toSpliced(number - 1, 1, ...others).join('\n')}\n`,
  });
  const line = (number: number): string => lines[number - 1] ?? '';
  const edited = (number: number, text: string, by: string): Texts => withLine(number, line(number).replace(text, by));
  const original: Texts = { ...project, Dockerfile: `${lines.join('\n')}\n` };

  let archive: AptRepository;
  let cli: CliWorld;

  async function buildBase(release: number, ...tags: string[]): Promise<void> {
    await cli.write({
      'base/Dockerfile': `FROM test/debian:bookworm
RUN echo 'deb [trusted=yes] ${archive.url} ./' > /etc/apt/sources.list
COPY release /etc/release
`,
      'base/release': textOf(release),
    });
    const names = tags.flatMap((tag) => ['--tag', tag]);
    await docker(engine, ['buildx', 'build', '--quiet', '--load', ...names, join(cli.folder, 'base')]);
  }

  async function commit(files: Files): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      if (text === null) await rm(join(cli.folder, path));
      else await cli.write({ [path]: text });
    }
    await cli.git('add', '--all');
    await cli.git('commit', '--quiet', '--allow-empty', '--message', 'change');
  }

  beforeAll(async () => {
    archive = await startAptRepository();
    await archive.publish(archives.old);
    cli = await startCli({ DOCKER_HOST: engine.host });
    await buildBase(5000, base, oldBase);
    await buildBase(9000, refreshedBase);
    await cli.git('init', '--quiet', '--initial-branch=main');
    await commit(original);
    expect(await cli.run(['gate', '--record'])).toMatchObject({ exitCode: 0 });
  });

  afterAll(async () => {
    await Promise.all([cli.close(), archive.close()]);
    await removeImages(engine, [base, oldBase, refreshedBase]);
  });

  /** What the gate says of a commit on top of what was recorded. */
  async function gate(files: Files, args: readonly string[] = []): Promise<ImageReport> {
    await cli.git('switch', '--quiet', '--force-create', 'change', 'main');
    await commit(files);
    const { stdout, stderr } = await cli.run(['gate', '--base-ref', 'main', '--json', ...args]);
    await cli.git('switch', '--quiet', 'main');
    if (stdout === '') throw new Error(stderr);
    const [image] = parseReport(stdout).images;
    if (image === undefined) throw new Error('no image in the report');
    expect(image.baseline.kind).toBe('exact');
    expectSums(image);
    return image;
  }

  const rowsOf = ({ changes }: ImageReport): string[] => changes.filter(isWeighty).flatMap(outline);
  /** Of the budgets on what `yours` and what `all` brought. */
  const verdicts = ({ budgets }: ImageReport) => budgets.map(({ counts, status }) => `${counts}: ${status}`);

  const wheelGrowth = weigh(wheels.cuda) - weigh(wheels.cpu) + weigh(cublas);
  const changes: readonly (readonly [name: string, files: Files, rows: readonly unknown[]])[] = [
    [
      'a CPU wheel replaced by a bigger one',
      edited(6, '/wheels/cpu', '/wheels/cuda'),
      [
        `yours Dockerfile:6 +${wheelGrowth}: RUN line 6 edited`,
        `  python torch 2.3.0+cpu → 2.3.0+cu121 (upgraded) +${weigh(wheels.cuda) - weigh(wheels.cpu)}`,
        `  python nvidia_cublas_cu12 12.1.3.1 (added) +${weigh(cublas)}`,
      ],
    ],
    [
      'an apt package added',
      edited(5, 'install -y editor', 'install -y editor viewer'),
      [
        expect.stringMatching(/^yours Dockerfile:5 \+4[0-4]\d{3}: RUN line 5 edited$/),
        '  dpkg viewer 2:3.1-2 (added) +40000',
        '  noise: package databases, logs',
      ],
    ],
    [
      'an instruction inserted in the middle',
      withLine(6, 'RUN head -c 50000 /dev/zero > /etc/inserted', line(6)),
      ['yours Dockerfile:6 +50000: RUN line 6 added', '  file /etc/inserted +50000'],
    ],
    [
      'a chown layer added',
      withLine(9, 'RUN chown -R nobody /app'),
      ['yours Dockerfile:9 +153000: RUN line 9 added', '  directory /app +153000'],
    ],
    [
      'a file moved',
      { 'app/models/large.bin': null, 'app/weights/large.bin': model },
      [
        'yours Dockerfile:8 +0: Files of the build context changed: COPY line 8',
        '  file /app/weights/large.bin +0 from /app/models/large.bin',
      ],
    ],
    [
      "a builder stage's artefact grown",
      edited(3, '50000', '90000'),
      [
        `yours Dockerfile:7 +40000: Dockerfile:3 in builder edited: \`${line(3).replace('50000', '90000')}\``,
        '  file /opt/artefact +40000',
      ],
    ],
    [
      'an image that shrank',
      withLine(6),
      [
        `yours Dockerfile:6 -${weigh(wheels.cpu)}: RUN line 6 removed`,
        `  python torch 2.3.0+cpu (removed) -${weigh(wheels.cpu)}`,
      ],
    ],
  ];

  it.each(changes)('%s', async (_, files, rows) => {
    const image = await gate(files);
    expect(rowsOf(image)).toEqual(rows);
    const verdict = (image.delta?.diskBytes ?? 0) > 0 ? 'fail' : 'pass';
    expect(verdicts(image)).toEqual([`yours: ${verdict}`, `all: ${verdict}`]);
  });

  /** Under which a build took its base image. */
  const digestOf = (measurement: Measurement | null): string =>
    measurement?.bases?.map(({ digest }) => digest.slice('sha256:'.length).slice(0, 7)).join() ?? '';

  it('a base image refreshed under the same tag', async () => {
    await docker(engine, ['tag', refreshedBase, base]);
    const image = await gate({}).finally(() => docker(engine, ['tag', oldBase, base]));
    const digests = [image.baseline.measurement, image.current].map(digestOf);
    expect(new Set(digests).size).toBe(2);
    expect(rowsOf(image)).toEqual([
      `base Dockerfile:4 +4000: FROM ${base}: digest ${digests.join(' → ')}, +4 kB`,
      '  file /etc/release +4000',
    ]);
    expect(verdicts(image)).toEqual(['yours: pass', 'all: fail']);
  });

  describeWithProgram('act', 'in a pull request', () => {
    it('is told by line, package and bytes', async () => {
      const forge = await startForge(engine, { context: '.' });
      try {
        expect(await forge.push(await forge.commit('main', original))).toMatchObject({ passed: true });
        await forge.commit('wheel', edited(6, '/wheels/cpu', '/wheels/cuda'));
        const pull = await forge.pullRequest(1, 'wheel');
        expect(await forge.gate(pull)).toMatchObject({ passed: false });
        const comment = forge.api.comments(1)[0]?.body ?? '';
        const [, lead] = comment.split('\n').filter((text) => /^(?:###|- ) ?/.test(text));
        expect(lead).toMatch(/^- \*\*\+1 MB\*\* .*Dockerfile:6.*: `torch 2\.3\.0\+cpu → 2\.3\.0\+cu121` \+700 kB$/);
        const [top, ...below] = rowsOfTable(comment, 'What changed');
        expect(top).toMatch(/^\| \*\*\+1\sMB\*\* \| /);
        expect(top).toContain(`/blob/${pull.head}/Dockerfile#L6) \`RUN --mount=`);
        expect(below).toEqual([
          expect.stringMatching(/^\| \+700\skB \| └ `torch 2\.3\.0\+cpu → 2\.3\.0\+cu121` \|$/),
          expect.stringMatching(/^\| \+300\skB \| └ `nvidia_cublas_cu12 12\.1\.3\.1` \(new\) \|$/),
        ]);
      } finally {
        await forge.close();
      }
    });
  });

  // Last: a later build may find in the cache what this one makes beside it, or what was there before.
  it('an unchanged apt-get install after the archive moved on', async () => {
    await archive.publish(archives.movedOn);
    const image = await gate({}, ['--no-cache']);
    const [row, ...others] = rowsOf(image);
    expect(row).toMatch(
      /^drift Dockerfile:5 \+30\d{3}: RUN line 5 unchanged; editor 1\.0-1 → 1\.0-1\+deb12u1, \+30 kB$/,
    );
    expect(others).toEqual([
      '  dpkg editor 1.0-1 → 1.0-1+deb12u1 (upgraded) +30000',
      '  noise: package databases, logs',
    ]);
    expect(verdicts(image)).toEqual(['yours: pass', 'all: fail']);
  });
});
