import {
  buildArgFlags,
  buildCommand,
  checkCommand,
  csvField,
  secretFlags,
  secretPair,
  shownCommand,
} from '../../src/build/argv.ts';
import { buildSettings } from './settings.ts';

const target = { tags: ['a:1'], secrets: ['id=x,src=/tmp/0'], output: ['--push'], metadataFile: '/tmp/m.json' };

describe('buildCommand', () => {
  it('is short where nothing is set', () => {
    const bare = { tags: [], secrets: [], output: [], metadataFile: 'm' };
    expect(buildCommand(buildSettings(), bare, {}).args).toEqual([
      ...['buildx', 'build', '--progress=plain', '--metadata-file', 'm', '--', '.'],
    ]);
  });

  it('asks for full provenance by the environment of its process', () => {
    expect(buildCommand(buildSettings(), target, {}).env).toEqual({ BUILDX_METADATA_PROVENANCE: 'max' });
  });

  it('carries every setting, each value as an argument of its own', () => {
    const settings = buildSettings({
      context: './app',
      file: 'app/Dockerfile',
      target: 'final',
      platform: 'linux/arm64',
      builder: 'b1',
      buildArgs: ['A=1', 'B'],
      buildContexts: ['x=./x'],
      labels: ['l=a b'],
      addHosts: ['h:1.2.3.4'],
      allow: ['network.host'],
      cacheFrom: ['type=gha', 'a/b:c'],
      cacheTo: ['type=gha,mode=max'],
      network: 'host',
      noCache: true,
      pull: true,
      shmSize: '1g',
      ssh: ['default'],
      ulimit: ['nofile=1:2'],
    });
    const { args, env } = buildCommand(settings, target, {});
    const pairs = args.map((arg, index) => `${arg} ${args[index + 1] ?? ''}`);
    expect(pairs).toEqual(
      expect.arrayContaining([
        ...[
          '--file app/Dockerfile',
          '--target final',
          '--platform linux/arm64',
          '--builder b1',
          '--build-arg A',
          '--build-arg B',
        ],
        ...[
          '--build-context x=./x',
          '--label l=a b',
          '--add-host h:1.2.3.4',
          '--allow network.host',
          '--cache-from type=gha',
        ],
        ...['--cache-from a/b:c', '--cache-to type=gha,mode=max', '--network host', '--shm-size 1g', '--ssh default'],
        ...['--ulimit nofile=1:2', '--tag a:1', '--secret id=x,src=/tmp/0'],
      ]),
    );
    expect(args).toEqual(expect.arrayContaining(['--no-cache', '--pull', '--push']));
    expect(args.slice(-2)).toEqual(['--', './app']);
    expect(env).toEqual({ A: '1', BUILDX_METADATA_PROVENANCE: 'max' });
  });
});

it('a check has the same definition, and no outputs', () => {
  const settings = buildSettings({
    file: 'f',
    target: 't',
    buildArgs: ['A=1'],
    tags: ['a:1'],
    cacheTo: ['x'],
    push: true,
  });
  expect(checkCommand(settings, {})).toEqual({
    args: [
      'buildx',
      'build',
      '--call=check,format=json',
      '--file',
      'f',
      '--target',
      't',
      '--build-arg',
      'A',
      '--',
      '.',
    ],
    env: { A: '1' },
  });
});

describe('buildArgFlags', () => {
  it.each<[string, string[], Record<string, string>, string[], Record<string, string>]>([
    ['passes values by the environment', ['A=1=2', 'B='], {}, ['A', 'B'], { A: '1=2', B: '' }],
    ['leaves a name alone to the environment', ['A'], { A: 'x' }, ['A'], {}],
    ['leaves a variable of that name as it is', ['A=1'], { A: 'x' }, ['A=1'], {}],
    ['takes a variable of the same value', ['A=x'], { A: 'x' }, ['A'], { A: 'x' }],
    ['takes the last of a name', ['A=1', 'A=2'], {}, ['A', 'A'], { A: '2' }],
    ['PATH', ['PATH=/x'], {}, ['PATH=/x'], {}],
    ['DOCKER_HOST', ['DOCKER_HOST=x'], {}, ['DOCKER_HOST=x'], {}],
    ['a proxy', ['http_proxy=x'], {}, ['http_proxy=x'], {}],
    ['the loader', ['LD_PRELOAD=x'], {}, ['LD_PRELOAD=x'], {}],
    ["Go's runtime", ['GODEBUG=x'], {}, ['GODEBUG=x'], {}],
    ['no name of a variable', ['a.b=x'], {}, ['a.b=x'], {}],
    [
      'a name that only begins like one',
      ['GOLDEN=x', 'PATHS=y', 'DOCKERIZE=z'],
      {},
      ['GOLDEN=x', 'PATHS', 'DOCKERIZE'],
      { PATHS: 'y', DOCKERIZE: 'z' },
    ],
  ])('%s', (_, given, environment, flags, env) => {
    expect(buildArgFlags(given, environment)).toEqual({ args: flags.flatMap((flag) => ['--build-arg', flag]), env });
  });
});

describe('secrets', () => {
  it('are named by files and variables, never by value', () => {
    const settings = buildSettings({
      secrets: ['one=very secret, "quoted"', 'two=a=b'],
      secretEnvs: ['three=TOKEN'],
      secretFiles: ['four=./a,b'],
    });
    expect(secretFlags(settings, ['/t/0', '/t/1'])).toEqual([
      ...['id=one,src=/t/0', 'id=two,src=/t/1', 'id=three,env=TOKEN', 'id=four,"src=./a,b"'],
    ]);
  });

  it.each([
    ['no value', 'just-the-value', 'Input secrets: an entry without "=" is not of the form id=value.'],
    ['an empty value', 'id=', 'Input secrets: the entry "id" is not of the form id=value.'],
    ['no id', '=value', 'Input secrets: the entry "" is not of the form id=value.'],
    ['a comma in the id', 'a,b=value', 'Input secrets: the entry "a,b" is not of the form id=value.'],
  ])('are refused with %s, without the value', (_, pair, message) => {
    expect(() => secretPair('secrets', pair)).toThrow(message);
  });
});

it.each([
  ['plain', 'src=/a b', 'src=/a b'],
  ['a comma', 'a,b', '"a,b"'],
  ['a quote', 'a"b', '"a""b"'],
])('csvField: %s', (_, field, expected) => {
  expect(csvField(field)).toBe(expected);
});

it('the shown command hides build arguments and credentials', () => {
  const settings = buildSettings({
    buildArgs: ['PATH=hidden-a', 'B=hidden-b'],
    cacheTo: ['type=s3,bucket=b,secret_access_key=hidden-c,region=r', 'type=gha,ghtoken=hidden-d'],
    labels: ['a=b c'],
  });
  const shown = shownCommand(buildCommand(settings, target, {}));
  expect(shown).not.toContain('hidden');
  expect(shown).toContain('--build-arg PATH --build-arg B');
  expect(shown).toContain('type=s3,bucket=b,secret_access_key=***,region=r');
  expect(shown).toContain('--label "a=b c"');
});
