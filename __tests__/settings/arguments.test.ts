import { UserError } from '../../src/errors.ts';
import { type Command, parseArguments } from '../../src/settings/arguments.ts';
import { commands } from '../../src/settings/commands.ts';
import { flagsOf } from '../../src/settings/options.ts';

function parse(line: string, files: Readonly<Record<string, string>> = {}): Command {
  const argv = line.split(' ').filter((word) => word !== '');
  return parseArguments(argv, { currentDirectory: '/repo', readFile: (path) => files[path] ?? null });
}

function errorOf(line: string, files: Readonly<Record<string, string>> = {}): UserError {
  try {
    parse(line, files);
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown;
    throw thrown;
  }
  throw new Error(`no error: ${line}`);
}

const config = (text: string) => ({ '/repo/.github/image-size.yml': text });

describe('gate', () => {
  it('takes the settings by flags', () => {
    expect(
      parse('gate --context app --build-arg A=1 --build-arg B=2 --load --max-size=300MB --metric download --record'),
    ).toMatchObject({
      kind: 'gate',
      record: true,
      format: 'text',
      settings: {
        subject: {
          kind: 'build',
          build: { context: 'app', file: 'app/Dockerfile', buildArgs: ['A=1', 'B=2'], load: true },
        },
        budgets: [{ name: 'max-size', metric: 'download', limit: { text: '300MB', value: 300_000_000 } }],
        metric: 'download',
        workingDirectory: '/repo',
        githubToken: null,
      },
    });
  });

  it('fills in from the configuration file; a flag wins', () => {
    const files = config('max-size: 300MB\nload: true\ntarget: final\n');
    expect(parse('gate --max-size 1GB --load=false', files)).toMatchObject({
      settings: {
        budgets: [{ name: 'max-size', limit: { text: '1GB' } }],
        subject: { build: { load: false, target: 'final' } },
      },
    });
  });

  it("takes an option's own name for docker's, and lists as they are", () => {
    expect(parse('gate --build-args A=1,2 --tags a:1 --tag b:2')).toMatchObject({
      settings: { subject: { build: { buildArgs: ['A=1,2'], tags: ['a:1', 'b:2'] } } },
    });
  });

  it('keeps a value that has spaces or dashes', () => {
    const environment = { currentDirectory: '/repo', readFile: () => null };
    expect(parseArguments(['gate', '--label', 'a=b c', '--build-arg=A=--x'], environment)).toMatchObject({
      settings: { subject: { build: { labels: ['a=b c'], buildArgs: ['A=--x'] } } },
    });
  });

  it.each([
    ['gate --json', 'json'],
    ['gate --markdown', 'markdown'],
    ['gate', 'text'],
  ])('%s prints %s', (line, format) => {
    expect(parse(line)).toMatchObject({ format });
  });
});

describe('report', () => {
  it.each([
    ['report out/report.json', { kind: 'stored', path: '/repo/out/report.json' }],
    ['report REPORT.JSON', { kind: 'stored', path: '/repo/REPORT.JSON' }],
    ['report -', { kind: 'stored', path: null }],
    ['report app:1', { kind: 'source', settings: { subject: { kind: 'image', reference: 'app:1' } } }],
    ['report oci-dir:x --name y', { kind: 'source', settings: { name: 'y', subject: { reference: 'oci-dir:x' } } }],
  ])('%s', (line, origin) => {
    expect(parse(line)).toMatchObject({ kind: 'report', origin, outputs: [], view: { depth: 1 } });
  });

  it('is written in as many ways as there are, one of them to standard output', () => {
    expect(parse('report r.json --json - --html a.html --sarif /b.sarif --markdown c.md --badge=d.json')).toMatchObject(
      {
        outputs: [
          { format: 'json', path: null },
          { format: 'markdown', path: '/repo/c.md' },
          { format: 'html', path: '/repo/a.html' },
          { format: 'sarif', path: '/b.sarif' },
          { format: 'badge', path: '/repo/d.json' },
        ],
      },
    );
  });

  it.each([
    ['report', 'report needs REPORT.json|SOURCE'],
    ['report a.json b.json', 'report takes REPORT.json|SOURCE: "b.json" is too much'],
    ['report a.json --json', '--json: needs a value'],
    ['report a.json --json --html x', '--json: needs a value'],
    ['report a.json --json - --html -', '--json and --html cannot both be written to standard output'],
    ['report a.json --badge x --html ./x', '--html and --badge cannot both be written to /repo/x'],
    ['report a.json --html=', '--html: must be a file, or - for standard output, not ""'],
    ['report a.json --path /x', 'unknown option "--path"'],
  ])('%s is refused', (line, message) => {
    expect(errorOf(line).message).toContain(message);
  });
});

describe('measure', () => {
  it('takes an image', () => {
    expect(parse('measure oci-archive:a.tar --json')).toMatchObject({
      kind: 'measure',
      format: 'json',
      settings: { subject: { kind: 'image', reference: 'oci-archive:a.tar' } },
    });
  });

  it.each([
    ['measure app:1', false],
    ['measure app:1 --packages', true],
  ])('%s tells of packages: %s', (line, packages) => {
    expect(parse(line)).toMatchObject({ packages });
  });

  it('takes an image though the configuration file tells how to build', () => {
    expect(parse('measure app:1', config('context: app\nname: x'))).toMatchObject({
      settings: { name: 'x', subject: { kind: 'image', reference: 'app:1' } },
    });
  });

  it('builds', () => {
    expect(parse('measure --context . --file Dockerfile.prod')).toMatchObject({
      settings: { subject: { kind: 'build', build: { context: '.', file: 'Dockerfile.prod' } } },
    });
  });
});

describe('compare', () => {
  it('takes two sources and budgets, and no configuration file', () => {
    const command = parse(
      'compare a.tar b.tar --max-increase 5% --name app --report-file r.json --html r.html',
      config('nonsense: 1'),
    );
    expect(command).toMatchObject({
      kind: 'compare',
      before: 'a.tar',
      after: 'b.tar',
      format: 'text',
      settings: {
        name: 'app',
        budgets: [{ name: 'max-increase', limit: { unit: 'percent', value: 5 } }],
        reportFile: '/repo/r.json',
        htmlFile: '/repo/r.html',
      },
    });
  });
});

describe('the view of what changed', () => {
  it.each([
    ['compare a b', { depth: 1, path: null }],
    ['compare a b --depth 0 --path /usr/lib/', { depth: 0, path: '/usr/lib' }],
    ['compare a b --depth all --path usr//lib', { depth: Number.POSITIVE_INFINITY, path: '/usr/lib' }],
    ['compare a b --path ../../etc', { path: '/etc' }],
    ['compare a b --path /', { path: '/' }],
    ['gate --depth 3 --path /srv', { depth: 3, path: '/srv' }],
  ])('of %s', (line, view) => {
    expect(parse(line)).toMatchObject({ view });
  });
});

describe('fix', () => {
  it.each([
    ['fix', { allowUnsafe: false, write: false, verify: 'no', pricing: { kind: 'none' } }],
    ['fix app/Dockerfile --unsafe --write', { allowUnsafe: true, write: true, build: { file: 'app/Dockerfile' } }],
    ['fix --verify', { verify: 'together', pricing: { kind: 'build' } }],
    ['fix --verify --each --json', { verify: 'each', format: 'json' }],
    ['fix --image app:1 --context app', { pricing: { kind: 'image' }, build: { file: 'app/Dockerfile' } }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toMatchObject({ kind: 'fix', workingDirectory: '/repo', ...expected });
  });
});

describe('lint', () => {
  it.each([
    ['lint', { build: { context: '.', file: 'Dockerfile' }, pricing: { kind: 'none' } }],
    ['lint app/Dockerfile', { build: { context: '.', file: 'app/Dockerfile' }, pricing: { kind: 'none' } }],
    ['lint --context app', { build: { context: 'app', file: 'app/Dockerfile' }, pricing: { kind: 'none' } }],
    ['lint --build --target x', { build: { target: 'x' }, pricing: { kind: 'build' } }],
    ['lint --image app:1 --platform linux/arm64', { build: { platform: 'linux/arm64' } }],
    ['lint --image app:1 --context .', { pricing: { kind: 'image', reference: 'app:1' } }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toMatchObject({ kind: 'lint', workingDirectory: '/repo', format: 'text', ...expected });
  });

  it('takes what findings are for', () => {
    expect(parse('lint --failure-threshold error --lint-rules=-DL3009', config('lint-min-price: 5MB'))).toMatchObject({
      lint: { threshold: 'error', minPrice: 5_000_000, rules: new Map([['DL3009', false]]) },
    });
    expect(parse('lint --sarif out.sarif')).toMatchObject({ sarifFile: '/repo/out.sarif' });
    expect(errorOf('lint --lint off').message).toContain('--lint');
  });

  it('prices by what the command line says alone', () => {
    expect(parse('lint', config('image: app:1\ntarget: final'))).toMatchObject({
      build: { target: 'final' },
      pricing: { kind: 'none' },
    });
  });
});

describe('dive', () => {
  it("takes a source, and dive's defaults", () => {
    expect(parse('dive app:1', config('nonsense: 1'))).toMatchObject({
      kind: 'dive',
      settings: { subject: { kind: 'image', reference: 'app:1' }, workingDirectory: '/repo' },
      rules: { lowestEfficiency: 0.9, highestWastedBytes: null, highestUserWastedPercent: 0.1 },
      rulesFile: null,
      notices: [],
      format: 'text',
    });
  });

  it.each([
    ['docker://app:1', 'docker:app:1'],
    ['podman://app:1', 'podman:app:1'],
    ['docker-archive:///tmp/a.tar', 'docker-archive:/tmp/a.tar'],
    ['docker-tar://a.tar', 'docker-archive:a.tar'],
    ['docker-archive:a.tar', 'docker-archive:a.tar'],
  ])('takes a source as dive writes it: %s', (source, reference) => {
    expect(parse(`dive --ci ${source} --json`)).toMatchObject({ settings: { subject: { reference } }, format: 'json' });
  });

  it('takes the rules of .dive-ci; a flag wins', () => {
    const files = { '/repo/.dive-ci': 'rules:\n  lowestEfficiency: 0.5\n  highestWastedBytes: 20MB\n  other: 1\n' };
    expect(parse('dive app --lowestEfficiency=0.6 --highestUserWastedPercent disabled', files)).toMatchObject({
      rules: { lowestEfficiency: 0.6, highestWastedBytes: 20_000_000, highestUserWastedPercent: null },
      rulesFile: '.dive-ci',
      notices: ['.dive-ci:4:3: unknown rule "other"'],
    });
  });

  it('takes the rules of another file', () => {
    const files = { '/repo/ci/dive.yml': 'rules: { lowestEfficiency: 1 }', '/repo/.dive-ci': 'nonsense' };
    expect(parse('dive app --ci-config ci/dive.yml', files)).toMatchObject({
      rules: { lowestEfficiency: 1 },
      rulesFile: 'ci/dive.yml',
    });
  });

  it('tells of every rule that cannot be used', () => {
    const files = { '/repo/.dive-ci': 'rules:\n  lowestEfficiency: 95%\n' };
    expect(errorOf('dive app --highestWastedBytes much', files).message).toBe(
      '2 settings cannot be used:\n' +
        '- .dive-ci:2:21: lowestEfficiency: must be a ratio from 0 to 1, or disabled, not "95%"\n' +
        '- --highestWastedBytes: must be a size such as 20MB, or disabled, not "much"',
    );
  });

  it.each([
    ['dive', 'dive needs SOURCE'],
    ['dive a --ci-config gone', '--ci-config: there is no file "gone" in "/repo"'],
    ['dive a --ci-config', '--ci-config: needs a value'],
    ['dive a --lowestEfficiency 1 --lowestEfficiency 1', '--lowestEfficiency: was given before'],
    ['dive a --lowestEficiency 1', 'unknown option "--lowestEficiency" (did you mean --lowestEfficiency?)'],
    ['dive a --max-size 1MB', 'unknown option "--max-size"'],
    ['gate --ci-config a', 'unknown option "--ci-config"'],
  ])('%s', (line, message) => {
    expect(errorOf(line).message).toContain(message);
  });
});

describe('help and version', () => {
  it.each([['--help'], ['-h']])('%s lists the commands', (line) => {
    const command = parse(line);
    if (command.kind !== 'help') throw new Error(command.kind);
    for (const [name, { summary }] of Object.entries(commands)) {
      expect(command.text).toContain(`  ${name}`);
      expect(command.text.replace(/\s+/g, ' ')).toContain(summary);
    }
  });

  it.each(Object.entries(commands))('%s --help lists its options', (name, { options, parameters = [], switches }) => {
    const command = parse(`${name} --unknown --help`);
    if (command.kind !== 'help') throw new Error(command.kind);
    for (const flag of [...options.map((option) => flagsOf(option)[0]), ...parameters, ...switches]) {
      expect(command.text).toMatch(new RegExp(`^  --${flag}( |$)`, 'm'));
    }
    expect(Math.max(...command.text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(command.text).not.toContain('`');
  });

  it('--version', () => expect(parse('--version')).toEqual({ kind: 'version' }));
});

describe('wrong usage', () => {
  it.each([
    ['', 'a command is missing: must be one of gate, measure, compare, lint, fix, dive, report'],
    ['gat', '"gat" is no command (did you mean gate?): must be one of gate, measure, compare, lint, fix, dive, report'],
    ['--json', '"--json" is no command: must be one of gate, measure, compare, lint, fix, dive, report'],
    ['constructor', '"constructor" is no command: must be one of gate, measure, compare, lint, fix, dive, report'],
    ['gate --max-sise 3MB', 'unknown option "--max-sise" (did you mean --max-size?)'],
    ['gate --max_size 3MB', 'unknown option "--max_size" (did you mean --max-size?)'],
    ['gate -x', 'unknown option "-x"'],
    ['gate --record=yes', '--record: takes no value'],
    ['compare a b --context .', 'unknown option "--context"'],
    ['gate --target', '--target: needs a value'],
    ['gate --target --load', '--target: needs a value'],
    ['gate --target a --target b', '--target: was given before'],
    ['gate --load=maybe', '--load: must be true or false, not "maybe"'],
    ['gate --metric disc', '--metric: must be one of disk, download, not "disc"'],
    [
      'gate --platform linux/amd64 --platform linux/arm64',
      '--platform: holds 2 entries: one image of one platform is measured: use a job for each platform',
    ],
    [
      'gate --secret a=b',
      '--secret: not allowed here: every process on the machine can read a command line: use --secret-env or --secret-file',
    ],
    ['gate --github-token x', "--github-token: not allowed here: a terminal uses git's own credentials"],
    ['gate --comment never', '--comment: not allowed here: a terminal writes no comment'],
    ['gate app', 'gate takes no operand: "app" is too much'],
    ['gate --json --markdown', '--json and --markdown exclude each other'],
    [
      'gate --image a --context .',
      '--image: an image that is there already is not built: leave this out, or --context',
    ],
    ['gate --push', '--push: needs tags, which say where to push to'],
    ['measure', 'measure needs SOURCE, or a folder to build by --context'],
    ['measure a --context .', 'SOURCE: an image that is there already is not built: leave this out, or --context'],
    ['measure -- -a', 'SOURCE: must be an image such as app:latest or oci-archive:app.tar, not "-a"'],
    ['compare a', 'compare needs A B'],
    ['compare a b c', 'compare takes A B: "c" is too much'],
    ['compare a b --depth deep', '--depth: must be a number of levels such as 2, or all, not "deep"'],
    ['compare a b --depth=-1', '--depth: must be a number of levels such as 2, or all, not "-1"'],
    ['compare a b --path=', '--path: must be a path in the image such as /usr/lib, not ""'],
    ['measure a --depth 2', 'unknown option "--depth"'],
    ['lint a b', 'lint takes [DOCKERFILE]: "b" is too much'],
    ['lint a --file b', 'DOCKERFILE and --file exclude each other'],
    ['lint --build --image a', '--build and --image exclude each other'],
    ['fix a --file b', 'DOCKERFILE and --file exclude each other'],
    ['fix --verify --image a', '--verify and --image exclude each other'],
    ['fix --each', '--each: needs --verify'],
    ['fix --failure-threshold none', 'unknown option "--failure-threshold"'],
    ['lint --write', 'unknown option "--write"'],
  ])('%s', (line, message) => {
    expect(errorOf(line).message).toBe(message);
  });

  it('says where to read on', () => {
    expect(errorOf('gate --nope').hint).toBe('See "image-size-gate gate --help".');
    expect(errorOf('nope').hint).toBe('See "image-size-gate --help".');
  });

  it('reports all at once, the configuration file too', () => {
    expect(errorOf('gate --load=x --target').message).toBe(
      '2 settings cannot be used:\n- --load: must be true or false, not "x"\n- --target: needs a value',
    );
    expect(errorOf('gate --name a//b', config('pull: 1')).message).toMatch(
      /^2 settings cannot be used:\n- --name: .*\n- \.github\/image-size\.yml:1:7: pull: /,
    );
  });

  it('refuses an empty operand', () => {
    const environment = { currentDirectory: '/repo', readFile: () => null };
    expect(() => parseArguments(['compare', '', 'b'], environment)).toThrow('an operand is empty');
  });
});

describe('platforms', () => {
  it.each([
    ['compare a b --platform linux/arm64', { platform: 'linux/arm64' }],
    ['compare a b', { platform: null }],
    ['measure app:1 --platform linux/arm64', { settings: { subject: { kind: 'image', platform: 'linux/arm64' } } }],
    ['dive app:1 --platform linux/arm64', { settings: { subject: { kind: 'image', platform: 'linux/arm64' } } }],
    ['measure app:1', { allPlatforms: false }],
    ['measure app:1 --all-platforms', { allPlatforms: true, settings: { subject: { platform: null } } }],
  ])('of %s', (line, expected) => {
    expect(parse(line)).toMatchObject(expected);
  });

  it.each(['--platform linux/amd64', '--context .'])('are not all with %s', (other) => {
    expect(() => parse(`measure app:1 --all-platforms ${other}`)).toThrow('--all-platforms and --');
  });
});
