import fc from 'fast-check';
import { UserError } from '../../src/errors.ts';
import type { Budget, BuildSettings, Limit, Settings } from '../../src/model/settings.ts';
import { readInputs } from '../../src/settings/inputs.ts';
import { resolveSettings } from '../../src/settings/resolve.ts';

interface Case {
  readonly inputs?: Readonly<Record<string, string>>;
  /** Configuration files by their absolute paths. */
  readonly files?: Readonly<Record<string, string>>;
}

const configPath = '/repo/.github/image-size.yml';

function settingsFrom({ inputs = {}, files = {} }: Case): Settings {
  const environment = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  return resolveSettings({
    direct: readInputs(environment),
    currentDirectory: '/repo',
    readFile: (path) => files[path] ?? null,
  });
}

function buildFrom(from: Case): BuildSettings {
  const { subject } = settingsFrom(from);
  if (subject.kind !== 'build') throw new Error('builds nothing');
  return subject.build;
}

function problemIn(from: Case): string {
  try {
    settingsFrom(from);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(UserError);
    return thrown instanceof UserError ? thrown.message : '';
  }
  return 'no problem';
}

const plain = (name: Budget['name'], limit: Limit): Budget => ({
  ...{ name, limit, scope: null, metric: 'disk', counts: 'yours', level: 'fail' },
});

const plainBuild: BuildSettings = {
  context: '.',
  file: 'Dockerfile',
  target: null,
  buildArgs: [],
  buildContexts: [],
  secrets: [],
  secretEnvs: [],
  secretFiles: [],
  ssh: [],
  builder: null,
  cacheFrom: [],
  cacheTo: [],
  tags: [],
  labels: [],
  load: false,
  push: false,
  pull: false,
  noCache: false,
  network: null,
  addHosts: [],
  allow: [],
  ulimit: [],
  shmSize: null,
  platform: null,
};

const lint: Settings['lint'] = {
  level: 'report',
  threshold: null,
  minPrice: 100_000,
  rules: new Map(),
  maxLayerBytes: null,
  baseLookup: true,
};

describe('settings', () => {
  it('builds the current directory where nothing is given', () => {
    expect(settingsFrom({})).toEqual({
      subject: { kind: 'build', build: plainBuild },
      name: null,
      budgets: [],
      cost: null,
      metric: 'disk',
      lint,
      filter: 'changed-lines',
      baseRef: null,
      githubToken: null,
      comment: 'on-change',
      commentKey: null,
      suggestions: false,
      workingDirectory: '/repo',
      reportFile: null,
      htmlFile: null,
      sarifFile: null,
      badgeFile: null,
      maxUnpacked: null,
    });
  });

  it.each<[string, string, Partial<BuildSettings>]>([
    ['context', 'app', { context: 'app', file: 'app/Dockerfile' }],
    ['context', './app/', { context: './app/', file: 'app/Dockerfile' }],
    ['context', 'https://github.com/o/r.git#v1:app', { context: 'https://github.com/o/r.git#v1:app', file: null }],
    ['context', 'git@github.com:o/r.git', { context: 'git@github.com:o/r.git', file: null }],
    ['context', 'github.com/o/r', { context: 'github.com/o/r', file: null }],
    ['file', 'docker/Dockerfile.prod', { file: 'docker/Dockerfile.prod' }],
    ['target', 'final', { target: 'final' }],
    ['build-args', 'A=1\nB\nC=x=y, z', { buildArgs: ['A=1', 'B', 'C=x=y, z'] }],
    ['build-contexts', 'base=docker-image://alpine:3', { buildContexts: ['base=docker-image://alpine:3'] }],
    ['secrets', 'A=1\n"B=x\ny"', { secrets: ['A=1', 'B=x\ny'] }],
    ['secret-envs', 'A=VAR,B=OTHER', { secretEnvs: ['A=VAR', 'B=OTHER'] }],
    ['secret-files', 'A=./secret.txt', { secretFiles: ['A=./secret.txt'] }],
    ['ssh', 'default\nkey=path', { ssh: ['default', 'key=path'] }],
    ['builder', 'my-builder', { builder: 'my-builder' }],
    ['cache-from', 'type=gha,scope=a\nuser/app:cache', { cacheFrom: ['type=gha,scope=a', 'user/app:cache'] }],
    ['cache-to', 'type=gha,mode=max', { cacheTo: ['type=gha,mode=max'] }],
    ['tags', 'ghcr.io/o/app:1.2,localhost:5000/a_b/c-d', { tags: ['ghcr.io/o/app:1.2', 'localhost:5000/a_b/c-d'] }],
    ['labels', 'org.x=a b\nflag', { labels: ['org.x=a b', 'flag'] }],
    ['load', 'true', { load: true }],
    ['pull', 'true', { pull: true }],
    ['no-cache', 'true', { noCache: true }],
    ['network', 'none', { network: 'none' }],
    ['add-hosts', 'docker:10.180.0.1,six=[::1]', { addHosts: ['docker:10.180.0.1', 'six=[::1]'] }],
    ['allow', 'network.host,device=gpu', { allow: ['network.host', 'device=gpu'] }],
    ['ulimit', 'nofile=1024:2048', { ulimit: ['nofile=1024:2048'] }],
    ['shm-size', '2g', { shmSize: '2g' }],
    ['platforms', 'linux/arm/v7', { platform: 'linux/arm/v7' }],
  ])('take %s: %j', (name, value, expected) => {
    expect(buildFrom({ inputs: { [name]: value } })).toEqual({ ...plainBuild, ...expected });
  });

  it('pushes by tags', () => {
    expect(buildFrom({ inputs: { push: 'true', tags: 'a:1' } })).toEqual({ ...plainBuild, push: true, tags: ['a:1'] });
  });

  it.each<[string, string, Partial<Settings>]>([
    ['name', 'org/app', { name: 'org/app', commentKey: null }],
    ['max-unpacked', '100GB', { maxUnpacked: 100e9 }],
    ['max-size', '286 MiB', { budgets: [plain('max-size', { text: '286 MiB', unit: 'bytes', value: 299_892_736 })] }],
    [
      'max-increase',
      '5%, 20MB',
      {
        budgets: [
          plain('max-increase', { text: '5%', unit: 'percent', value: 5 }),
          plain('max-increase', { text: '20MB', unit: 'bytes', value: 20_000_000 }),
        ],
      },
    ],
    ['max-waste', '5%', { budgets: [plain('max-waste', { text: '5%', unit: 'percent', value: 5 })] }],
    ['max-layers', '20', { budgets: [plain('max-layers', { text: '20', unit: 'layers', value: 20 })] }],
    [
      'max-build-time',
      '1h30m',
      { budgets: [plain('max-build-time', { text: '1h30m', unit: 'seconds', value: 5400 })] },
    ],
    ['min-cached-steps', '80%', { budgets: [plain('min-cached-steps', { text: '80%', unit: 'percent', value: 80 })] }],
    ['counts', 'all', { budgets: [] }],
    ['metric', 'download', { metric: 'download' }],
    ['lint', 'fail', { lint: { ...lint, level: 'fail' } }],
    ['filter', 'all', { filter: 'all' }],
    ['failure-threshold', 'none', { lint: { ...lint, threshold: 'none' } }],
    ['lint-max-layer-size', '200MB', { lint: { ...lint, maxLayerBytes: 200_000_000 } }],
    ['base-lookup', 'false', { lint: { ...lint, baseLookup: false } }],
    ['base-lookup', 'true', { lint }],
    ['lint-min-price', '1MB', { lint: { ...lint, minPrice: 1_000_000 } }],
    [
      'lint-rules',
      'healthcheck-missing, -DL3009',
      {
        lint: {
          ...lint,
          rules: new Map([
            ['healthcheck-missing', true],
            ['DL3009', false],
          ]),
        },
      },
    ],
    ['base-ref', 'release/1.x', { baseRef: 'release/1.x' }],
    ['comment', 'never', { comment: 'never' }],
    ['comment-key', 'arm', { commentKey: 'arm' }],
    ['html-file', 'out/report.html', { htmlFile: '/repo/out/report.html' }],
    ['sarif-file', 'out/lint.sarif', { sarifFile: '/repo/out/lint.sarif' }],
    ['badge-file', 'badge.json', { badgeFile: '/repo/badge.json' }],
    ['report-file', 'out/report.json', { reportFile: '/repo/out/report.json' }],
    ['github-token', 'ghs_x', { githubToken: 'ghs_x' }],
    ['working-directory', 'sub', { workingDirectory: '/repo/sub' }],
  ])('take %s: %j', (name, value, expected) => {
    expect(settingsFrom({ inputs: { [name]: value } })).toMatchObject(expected);
  });

  it.each<[string, string]>([
    ['lint', 'yes'],
    ['failure-threshold', 'style'],
    ['lint-rules', '--x'],
    ['context', '--push'],
    ['file', 'a\nb'],
    ['target', 'a b'],
    ['build-contexts', 'base'],
    ['secret-envs', 'A=not a name'],
    ['secret-files', 'A='],
    ['ssh', '--x'],
    ['builder', '-x'],
    ['tags', 'Upper/Case'],
    ['tags', 'a:b:c'],
    ['labels', '=x'],
    ['load', 'on'],
    ['push', '1'],
    ['network', 'bridge'],
    ['add-hosts', 'host'],
    ['allow', 'Everything!'],
    ['ulimit', 'nofile'],
    ['shm-size', 'big'],
    ['platforms', 'amd64'],
    ['image', '-x'],
    ['name', 'a//b'],
    ['name', '../x'],
    ['max-size', '10M'],
    ['max-size', '0'],
    ['max-unpacked', '0'],
    ['max-increase', '5 percent'],
    ['metric', 'disc'],
    ['base-ref', 'a..b'],
    ['base-ref', '--upload-pack=x'],
    ['comment', 'sometimes'],
    ['comment-key', 'a-->b'],
    ['report-file', '-'],
    ['working-directory', '-x'],
    ['config-file', 'a\0b'],
  ])('name the input, the value and what is allowed: %s %j', (name, value) => {
    const problem = problemIn({ inputs: { [name]: value } });
    expect(problem).toMatch(new RegExp(`^input ${name}(, entry 1)?: must be .{5,}, not "`));
    expect(problem).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('take one platform for now', () => {
    expect(problemIn({ inputs: { platforms: 'linux/amd64,linux/arm64' } })).toBe(
      'input platforms: holds 2 entries: one image of one platform is measured: use a job for each platform',
    );
  });

  it('report every problem at once', () => {
    expect(
      problemIn({
        inputs: { metric: 'disc', load: 'on', comment: 'no' },
        files: { [configPath]: 'max-sise: 1MB\nname: a b\n' },
      }),
    ).toBe(
      [
        '5 settings cannot be used:',
        '- input load: must be true or false, not "on"',
        '- input metric: must be one of disk, download, not "disc"',
        '- input comment: must be one of always, on-change, on-failure, never, not "no"',
        '- .github/image-size.yml:1:1: unknown key "max-sise" (did you mean max-size?)',
        '- .github/image-size.yml:2:7: name: must be at most 128 letters, digits, ".", "_", "-" and "/", each part with a letter or digit first, not "a b"',
      ].join('\n'),
    );
  });

  it('list no more problems than one can read', () => {
    const file = Array.from({ length: 500 }, (_, index) => `key${index}: 1`).join('\n');
    const lines = problemIn({ files: { [configPath]: file } }).split('\n');
    expect([lines.length, lines.at(0), lines.at(-1)]).toEqual([22, '500 settings cannot be used:', '- and 480 more']);
  });

  it('cut long values and escape what changes the display', () => {
    const problem = problemIn({ inputs: { metric: `\u202e\u001b[31m${'x'.repeat(500)}` } });
    expect(problem).toContain('\\u{202e}\\u001b[31mxxx');
    expect(problem.length).toBeLessThan(200);
  });
});

describe('secret values', () => {
  const leaky = fc.string({ minLength: 6, unit: fc.constantFrom('s', '3', 'c', 'r', 'é', '7') });

  it.each([
    ['secrets', (value: string) => value],
    ['secrets', (value: string) => `id=ok\n"${value}`],
    ['build-args', (value: string) => `3${value}=${value}`],
    ['github-token', (value: string) => `${value} ${value}é`],
  ])('never stand in a message about %s', (name, text) => {
    fc.assert(
      fc.property(leaky, (value) => {
        const problem = problemIn({ inputs: { [name]: text(value) } });
        expect(problem).toContain(`input ${name}`);
        expect(problem).not.toContain(value);
      }),
    );
  });

  it('are counted', () => {
    expect(problemIn({ inputs: { secrets: 'a=b\nlost line' } })).toBe(
      'input secrets, entry 2: must be id=value (a value of several lines stands in double quotes)',
    );
  });
});

describe('what is measured', () => {
  const image = { kind: 'image', reference: 'app:1', platform: null, file: null, target: null };

  it('is an image that is there', () => {
    expect(settingsFrom({ inputs: { image: 'app:1' } }).subject).toEqual(image);
  });

  it('keeps what attribution needs', () => {
    expect(settingsFrom({ inputs: { image: 'app:1', file: 'Dockerfile', target: 'final' } }).subject).toEqual({
      ...image,
      file: 'Dockerfile',
      target: 'final',
    });
  });

  it('is the image of one platform', () => {
    expect(settingsFrom({ inputs: { image: 'app:1', platforms: 'linux/arm64' } }).subject).toEqual({
      ...image,
      platform: 'linux/arm64',
    });
  });

  it('is not both', () => {
    expect(problemIn({ inputs: { image: 'app:1', context: '.', tags: 'a:1', load: 'false' } })).toBe(
      'input image: an image that is there already is not built: leave this out, or input context, input tags',
    );
    expect(problemIn({ files: { [configPath]: 'image: app:1\npull: true' } })).toBe(
      '.github/image-size.yml:1:8: image: an image that is there already is not built: leave this out, or .github/image-size.yml:2:7: pull',
    );
  });

  it.each<[string, Case, 'build' | 'image']>([
    ['the image of the inputs', { inputs: { image: 'app:1' }, files: { [configPath]: 'context: app' } }, 'image'],
    ['the build of the inputs', { inputs: { context: 'app' }, files: { [configPath]: 'image: app:1' } }, 'build'],
    ['the image of the file', { inputs: { target: 'x' }, files: { [configPath]: 'image: app:1' } }, 'image'],
  ])('is %s', (_name, from, kind) => {
    expect(settingsFrom(from).subject.kind).toBe(kind);
  });

  it('cannot be pushed without tags', () => {
    expect(problemIn({ inputs: { push: 'true' } })).toBe('input push: needs tags, which say where to push to');
    expect(buildFrom({ inputs: { push: 'true' }, files: { [configPath]: 'tags: a:1' } }).tags).toEqual(['a:1']);
  });
});

describe('the configuration file', () => {
  it('fills in what the inputs leave open', () => {
    const files = { [configPath]: 'max-size: 300MB\nmetric: download\nload: true\nbuild-args: [A=1, B=2]\n' };
    const settings = settingsFrom({ inputs: { metric: 'disk', load: 'false' }, files });
    expect(settings).toMatchObject({
      metric: 'disk',
      budgets: [{ name: 'max-size', limit: { value: 300_000_000 } }],
      subject: { build: { load: false, buildArgs: ['A=1', 'B=2'] } },
    });
  });

  it('is looked for in the working directory', () => {
    const files = { '/repo/app/.github/image-size.yml': 'name: app' };
    expect(settingsFrom({ inputs: { 'working-directory': 'app' }, files }).name).toBe('app');
  });

  it('can have another name, and must be there then', () => {
    const inputs = { 'config-file': 'size.yml' };
    expect(settingsFrom({ inputs, files: { '/repo/size.yml': 'name: app' } }).name).toBe('app');
    expect(problemIn({ inputs })).toBe('input config-file: there is no file "size.yml" in "/repo"');
  });
});
