import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parse } from 'yaml';
import { generatedFiles } from '../../scripts/generated.ts';
import { UserError } from '../../src/errors.ts';
import { maxConfigBytes, readConfig } from '../../src/settings/config.ts';
import { readConfigFile } from '../../src/settings/config-file.ts';
import { resolveSettings } from '../../src/settings/resolve.ts';

const read = (text: string) => readConfig(text, 'size.yml');

describe('readConfig', () => {
  it('takes values by the types of the options, each with its place', () => {
    const text = '# ours\nmax-size: 300MB\nload: true\ntags:\n  - a:1\n  - "b:2"\nbuild-args: |\n  A=1\n  B=x,y\n';
    expect(Object.fromEntries(read(text).given)).toEqual({
      'max-size': { where: 'size.yml:2:11: max-size', value: '300MB' },
      load: { where: 'size.yml:3:7: load', value: true },
      tags: { where: 'size.yml:5:3: tags', value: ['a:1', 'b:2'] },
      'build-args': { where: 'size.yml:7:13: build-args', value: ['A=1', 'B=x,y'] },
    });
    expect(read(text).problems).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['comments', '# nothing yet\n'],
    ['a byte order mark', '\uFEFF# x\n'],
    ['an empty document', '---\n'],
  ])('takes %s as no option', (_name, text) => {
    const { given, problems } = read(text);
    expect([given.size, ...problems]).toEqual([0]);
  });

  it('takes bytes as a number', () => {
    expect(read('max-size: 300000000').given.get('max-size')?.value).toBe('300000000');
  });

  it.each([
    ['an unknown key', 'name: a\nmax_sise: 1MB', 'size.yml:2:1: unknown key "max_sise" (did you mean max-size?)'],
    ['a key like none', 'verbosity: 3', 'size.yml:1:1: unknown key "verbosity"'],
    ['a key that is a number', '1: 2', 'size.yml:1:1: unknown key "1"'],
    ['a key that is a list', '? [a]\n: 2', 'size.yml:1:3: unknown key ""'],
    ['a merge key', '<<: {name: a}', 'size.yml:1:1: unknown key "<<"'],
    ['a key twice', 'name: a\nname: b', 'size.yml:2:1: this key was given before'],
    ['a text for a boolean', 'load: yes', 'size.yml:1:7: load: must be true or false, not the text "yes"'],
    [
      'a number for a text',
      'target: 1',
      'size.yml:1:9: target: must be letters, digits, ".", "_" and "-", a letter or digit first, not the number "1" (in quotes it is text)',
    ],
    ['a list for a text', 'metric:\n  - disk', 'size.yml:2:3: metric: must be one of disk, download, not a list'],
    ['nothing for a choice', 'metric:', 'size.yml:1:8: metric: must be one of disk, download, not nothing'],
    ['a mapping for a boolean', 'pull: {a: 1}', 'size.yml:1:7: pull: must be true or false, not a mapping'],
    [
      'an alias',
      'name: &a x\ncomment: *a',
      'size.yml:2:10: comment: must be one of always, on-change, on-failure, never, not an alias',
    ],
    [
      'a number in a list',
      'ulimit:\n  - nofile=1\n  - 2',
      'size.yml:3:5: ulimit: must be type=soft or type=soft:hard, such as nofile=1024:1024, not the number "2" (in quotes it is text)',
    ],
    [
      'an empty list',
      'allow: []',
      'size.yml:1:8: allow: must be an entitlement such as network.host or security.insecure, not an empty list',
    ],
    [
      'a secret',
      'secrets: [a=b]',
      'size.yml:1:1: secrets is not allowed here: a secret does not belong in a file that is committed: give it as an input, from the secrets of GitHub',
    ],
    ['another file', 'config-file: x', 'size.yml:1:1: config-file is not allowed here: a file cannot name another'],
    ['a list at the top', '- name', 'size.yml: must be a mapping of options, such as "max-size: 300MB"'],
    [
      'a tag of YAML',
      'name: !!js/function x',
      'size.yml:1:7: cannot be read as YAML: Unresolved tag: tag:yaml.org,2002:js/function',
    ],
    [
      'two documents',
      'name: a\n---\nname: b',
      'size.yml:2:1: cannot be read as YAML: Source contains multiple documents; please use YAML.parseAllDocuments()',
    ],
    ['a broken text', 'name: "a', 'size.yml:1:9: cannot be read as YAML: Missing closing "quote'],
    ['a file that is too large', `# ${'x'.repeat(maxConfigBytes)}`, 'size.yml: must not be larger than 64 KiB'],
  ])('reports %s', (_name, text, problem) => {
    expect(read(text).problems).toEqual([problem]);
  });

  it('survives nesting and aliases that grow', () => {
    expect(read('['.repeat(60_000)).problems).toHaveLength(1);
    const bomb = `name: &a [x]\n${Array.from({ length: 60 }, (_, i) => `k${i}: &k${i} [${'*a,'.repeat(50)}]`).join('\n')}`;
    expect(read(bomb).problems.length).toBeGreaterThan(60);
  });

  it('ends on any text with given options and problems that are one line each', () => {
    const piece = fc.constantFrom(
      'name',
      ': ',
      '\n',
      '- ',
      '&a',
      '*a',
      '{',
      '}',
      '[',
      '"',
      '!!x',
      '\u0000',
      'load',
      'true',
      '<<',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        for (const problem of read(pieces.join('')).problems) expect(problem).toMatch(/^size\.yml:[^\n]+$/);
      }),
    );
  });
});

describe('budgets', () => {
  it.each<[string, string, string]>([
    [
      'no list',
      'budgets: 300MB',
      'size.yml:1:10: budgets: must be a list of budgets, such as "- max-size: 300MB", not the text "300MB"',
    ],
    [
      'nothing',
      'budgets:',
      'size.yml:1:9: budgets: must be a list of budgets, such as "- max-size: 300MB", not nothing',
    ],
    [
      'an entry that is a text',
      'budgets:\n  - 300MB',
      'size.yml:2:5: budgets, entry 1: must be a mapping, such as "max-size: 300MB", not the text "300MB"',
    ],
    [
      'an unknown key',
      'budgets:\n  - max-size: 1MB\n    pth: /usr',
      'size.yml:3:5: budgets, entry 1: unknown key "pth" (did you mean path?)',
    ],
    [
      'a wrong value',
      'budgets:\n  - max-size: 1MB\n  - max-size: much',
      'size.yml:3:15: budgets, entry 2: max-size: must be a size such as 300MB or 1.5 GiB (B; kB, MB, GB, TB: powers of 1000; KiB, MiB, GiB, TiB: of 1024), not "much"',
    ],
    [
      'a wrong kind of value',
      'budgets: [{max-layers: many}]',
      'size.yml:1:24: budgets, entry 1: max-layers: must be a whole number from 1 to 9999, not "many"',
    ],
    [
      'a path that is not one of the image',
      'budgets: [{path: usr/lib, max-size: 1MB}]',
      'size.yml:1:18: budgets, entry 1: path: must be an absolute path in the image, such as /usr/share/doc or /app/**/*.map, not "usr/lib"',
    ],
    [
      'a package of an unknown manager',
      'budgets: [{package: "pip:torch", max-size: 1MB}]',
      'size.yml:1:21: budgets, entry 1: package: must be a package such as torch or python:torch (of dpkg, apk, rpm, python, node, gem, go, rust), not "pip:torch"',
    ],
    [
      'two parts at once',
      'budgets:\n  - path: /usr\n    layer: RUN *\n    max-size: 1MB',
      'size.yml:2:5: budgets, entry 1: path and layer exclude each other',
    ],
    [
      'no limit',
      'budgets: [{path: /usr, level: warn}]',
      'size.yml:1:11: budgets, entry 1: holds no limit: give it max-size, max-increase',
    ],
    [
      'a limit that only the whole image has',
      'budgets: [{package: torch, max-layers: 3}]',
      'size.yml:1:11: budgets, entry 1: max-layers is for the whole image, not for a package',
    ],
    [
      'another level',
      'budgets: [{max-size: 1MB, level: error}]',
      'size.yml:1:34: budgets, entry 1: level: must be one of warn, fail, not "error"',
    ],
    [
      'too many',
      `budgets: [${'{max-size: 1MB},'.repeat(101)}]`,
      'size.yml:1:1: budgets: must not hold more than 100 entries',
    ],
    ['a misspelt name', 'budget: []', 'size.yml:1:1: unknown key "budget" (did you mean budgets?)'],
  ])('reports %s', (_name, text, problem) => {
    expect(read(text).problems).toEqual([problem]);
  });

  it('reports every wrong entry', () => {
    expect(read('budgets: [{max-size: x}, {level: warn}, {max-size: 1MB}]').problems).toHaveLength(2);
  });

  it('are limits of the settings, behind the plain ones', () => {
    const text = `metric: download
max-size: 300MB
budgets:
  - max-increase: 5%, 20MB
    level: warn
    counts: all
  - path: /usr/share/doc
    max-size: 5000000
    metric: disk
`;
    const { budgets } = resolveSettings({
      direct: { given: new Map(), problems: [] },
      currentDirectory: '/',
      readFile: () => text,
    });
    const whole = { scope: null, metric: 'download', counts: 'yours', level: 'fail' };
    expect(budgets).toEqual([
      { ...whole, name: 'max-size', limit: { text: '300MB', unit: 'bytes', value: 300_000_000 } },
      {
        ...{ ...whole, name: 'max-increase', level: 'warn', counts: 'all' },
        limit: { text: '5%', unit: 'percent', value: 5 },
      },
      {
        ...{ ...whole, name: 'max-increase', level: 'warn', counts: 'all' },
        limit: { text: '20MB', unit: 'bytes', value: 20_000_000 },
      },
      {
        ...{ ...whole, name: 'max-size', metric: 'disk', scope: { kind: 'path', pattern: '/usr/share/doc' } },
        limit: { text: '5000000', unit: 'bytes', value: 5_000_000 },
      },
    ]);
  });
});

describe('readConfigFile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads a file, and nothing where there is none', () => {
    writeFileSync(join(folder, 'size.yml'), 'name: a\n');
    expect(readConfigFile(join(folder, 'size.yml'))).toBe('name: a\n');
    expect(readConfigFile(join(folder, 'none.yml'))).toBeNull();
    expect(readConfigFile(join(folder, 'size.yml', 'none.yml'))).toBeNull();
  });

  it('refuses what is no file, or too large', () => {
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'large.yml'), Buffer.alloc(maxConfigBytes + 1));
    expect(() => readConfigFile(join(folder, 'folder'))).toThrow(UserError);
    expect(() => readConfigFile(join(folder, 'large.yml'))).toThrow(/larger than 64 KiB/);
    expect(() => readConfigFile('/dev/zero')).toThrow(/is not a file/);
    expect(() => readConfigFile(join(folder, 'a\0b'))).toThrow(/cannot be read/);
  });
});

describe('schema/config-v1.json', () => {
  const schema = JSON.parse(generatedFiles(join(__dirname, '../..'))['schema/config-v1.json'] ?? '');
  const validate = new Ajv({ allErrors: true, strictTypes: true }).compile(schema);

  const isAccepted = (text: string): boolean => {
    try {
      resolveSettings({ direct: { given: new Map(), problems: [] }, currentDirectory: '/', readFile: () => text });
      return true;
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(UserError);
      return false;
    }
  };

  it.each<[boolean, string]>([
    [true, '{}'],
    [true, 'max-size: 300MB'],
    [true, 'max-size: 1.5 GiB'],
    [true, 'max-size: 300000000'],
    [false, 'max-size: 0'],
    [false, 'max-size: 0MB'],
    [false, 'max-size: -1'],
    [false, 'max-size: 1.5'],
    [false, 'max-size: 10M'],
    [false, 'max-size: [1MB]'],
    [true, 'max-increase: 5%'],
    [true, 'max-increase: "5%, 20MB"'],
    [true, 'max-increase: 20MB,5%'],
    [false, 'max-increase: 5%, 6%'],
    [false, 'max-increase: 20MB, 5MB'],
    [false, 'max-increase: 5 percent'],
    [false, 'max-increase: 5'],
    [true, 'max-waste: "5%, 20MB"'],
    [false, 'max-waste: 5'],
    [true, 'max-layers: 20'],
    [true, 'max-layers: "20"'],
    [false, 'max-layers: 0'],
    [false, 'max-layers: 10000'],
    [false, 'max-layers: 1.5'],
    [true, 'max-build-time: 1h30m'],
    [true, 'max-build-time: 0.5s'],
    [false, 'max-build-time: 0s'],
    [false, 'max-build-time: 90'],
    [false, 'max-build-time: 5 minutes'],
    [true, 'min-cached-steps: 80%'],
    [false, 'min-cached-steps: 101%'],
    [false, 'min-cached-steps: 0.8'],
    [true, 'counts: all'],
    [false, 'counts: base'],
    [true, 'budgets: []'],
    [false, 'budgets: {}'],
    [false, 'budgets: [max-size]'],
    [true, 'budgets: [{max-size: 1MB}]'],
    [true, 'budgets: [{max-size: 1MB, max-layers: 3, level: warn, metric: download, counts: all}]'],
    [true, 'budgets: [{path: /usr, max-size: 1MB}, {package: "python:torch", max-increase: 5%}]'],
    [true, 'budgets: [{package: "@types/*", max-size: 1MB}, {layer: "RUN pip *", max-size: 1MB}]'],
    [true, 'budgets: [{layer: "Dockerfile:12", max-size: 1MB}]'],
    [false, 'budgets: [{path: usr, max-size: 1MB}]'],
    [false, 'budgets: [{package: "pip:torch", max-size: 1MB}]'],
    [false, 'budgets: [{path: /usr, package: torch, max-size: 1MB}]'],
    [false, 'budgets: [{path: /usr}]'],
    [false, 'budgets: [{level: warn}]'],
    [false, 'budgets: [{path: /usr, max-layers: 3}]'],
    [false, 'budgets: [{path: /usr, max-size: 1MB, max-waste: 3MB}]'],
    [false, 'budgets: [{max-size: 1MB, level: error}]'],
    [false, 'budgets: [{max-size: 1MB, name: app}]'],
    [true, 'metric: disk'],
    [false, 'metric: disc'],
    [false, 'metric: ""'],
    [false, 'metric:'],
    [true, 'load: true'],
    [false, 'load: "true"'],
    [false, 'load: 1'],
    [true, 'tags: a:1'],
    [true, 'tags: [a:1, b:2]'],
    [true, 'tags: |\n  a:1\n  b:2'],
    [false, 'tags: []'],
    [false, 'tags: ""'],
    [false, 'tags: ["UPPER"]'],
    [false, 'tags: [1]'],
    [true, 'platforms: [linux/amd64]'],
    [false, 'platforms: [linux/amd64, linux/arm64]'],
    [true, 'context: app\nfile: app/Dockerfile\ntarget: final'],
    [false, 'context: -app'],
    [false, 'context: " app"'],
    [true, 'build-args: ["A=1", B]'],
    [false, 'build-args: ["=1"]'],
    [true, 'comment-key: arm\nname: org/app'],
    [false, 'name: org//app'],
    [true, 'base-ref: release/1.x'],
    [false, 'base-ref: "a..b"'],
    [false, 'secrets: [a=b]'],
    [false, 'github-token: x'],
    [false, 'working-directory: x'],
    [false, 'config-file: x'],
    [false, 'max-sise: 1MB'],
    [false, '[max-size]'],
  ])('judges as the program does: %s %j', (expected, text) => {
    expect([validate(parse(text)), isAccepted(text)]).toEqual([expected, expected]);
  });
});
