import { Readable } from 'node:stream';
import { overlay } from '../../src/analysis/filesystem.ts';
import { ownFiles } from '../../src/analysis/ownership.ts';
import { indexLayer } from '../../src/image/layer.ts';
import { developmentFiles } from '../../src/packages/development.ts';
import { makeTar } from '../support/tars.ts';

/** What was found in an image of one layer, by the way that every image goes. */
async function found(files: Readonly<Record<string, string>>) {
  const tar = await makeTar(...Object.entries(files).map(([name, content]) => ({ name, content })));
  const { index } = await indexLayer(Readable.from([tar]), { diffId: null, digest: null, maxBytes: null });
  const owned = ownFiles([index], overlay([index]));
  if (owned === null) throw new Error('a layer that was just read knows what it collected');
  return owned;
}

/** `name ← needs; wants; provides; automatic|asked-for|unknown [essential]` for each package. */
async function relationsIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  const text = (groups: readonly (readonly string[])[]) => groups.map((names) => names.join('|')).join(' ');
  return (await found(files)).packages.map(({ name, relations }) => {
    if (relations === null) return `${name}: none`;
    const { needs, wants, provides, automatic, essential } = relations;
    const origin = automatic === null ? 'unknown' : automatic ? 'automatic' : 'asked for';
    const parts = [text(needs), text(wants), provides.join(' '), origin];
    return `${name}: ${parts.join('; ')}${essential ? ' essential' : ''}`;
  });
}

const site = 'usr/lib/python3.11/site-packages';
const distribution = (name: string, metadata: string, files: Readonly<Record<string, string>>) => {
  const folder = `${site}/${name}-1.dist-info`;
  const names = ['METADATA', ...Object.keys(files)];
  return {
    [`${folder}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: 1\n${metadata}`,
    [`${folder}/RECORD`]: names.map((each) => `${name}-1.dist-info/${each},,\n`).join(''),
    ...Object.fromEntries(Object.entries(files).map(([each, content]) => [`${folder}/${each}`, content])),
  };
};

const cases: readonly { name: string; files: Readonly<Record<string, string>>; relations: readonly string[] }[] = [
  {
    name: 'dpkg: versions and architectures left out, alternatives kept',
    files: {
      'var/lib/dpkg/status': `Package: gcc
Status: install ok installed
Architecture: amd64
Version: 12
Provides: c-compiler, gcc-any (= 12)
Pre-Depends: dpkg (>= 1.17)
Depends: cpp (= 4:12), gcc-12 (>= 12-1~) | clang, python3:any
Recommends: libc6-dev | libc-dev
Description: a compiler (GNU)

Package: dash
Status: install ok installed
Architecture: all
Essential: yes
Version: 1

Package: cpp
Status: install ok installed
Architecture: amd64
Version: 1
`,
      'var/lib/apt/extended_states': `Package: dash
Architecture: amd64
Auto-Installed: 1

Package: gcc
Architecture: amd64
Auto-Installed: 0

Package: cpp
Architecture: i386
Auto-Installed: 1
`,
    },
    relations: [
      'gcc: dpkg cpp gcc-12|clang python3; libc6-dev|libc-dev; gcc c-compiler gcc-any; asked for',
      'dash: ; ; dash; automatic essential',
      'cpp: ; ; cpp; asked for',
    ],
  },
  {
    name: "dpkg: without apt's states nobody knows who asked for it",
    files: { 'var/lib/dpkg/status': 'Package: a\nStatus: install ok installed\nVersion: 1\nDepends: b\n' },
    relations: ['a: b; ; a; unknown'],
  },
  {
    name: 'apk: names, files and commands; conflicts are no needs',
    files: {
      'lib/apk/db/installed':
        'P:curl\nV:8\nD:ca-certificates so:libz.so.1 zlib>=1.2 !libressl\np:cmd:curl=8.5-r0\n\nP:zlib\nV:1\np:so:libz.so.1=1.3.1\n\nP:.build\nV:1\nD:gcc make\n\n',
      'etc/apk/world': 'curl<9\nnano@edge .build\n',
    },
    relations: [
      'curl: ca-certificates so:libz.so.1 zlib; ; curl cmd:curl; asked for',
      'zlib: ; ; zlib so:libz.so.1; automatic',
      '.build: gcc make; ; .build; asked for',
    ],
  },
  {
    name: 'apk: without a world nobody knows who asked for it',
    files: { 'lib/apk/db/installed': 'P:curl\nV:8\n' },
    relations: ['curl: ; ; curl; unknown'],
  },
  {
    name: 'python: markers, extras, who asked for it; the description is none',
    files: {
      ...distribution(
        'Flask',
        'Requires-Dist: Werkzeug>=3\nRequires-Dist: importlib_metadata (>=3.6) ; python_version < "3.10"\nRequires-Dist: colorama; platform_system == "Windows"\nRequires-Dist: asgiref[x]>=3.2; extra == "async"\nRequires-Dist: odd; implementation_name == "cpython" or python_version < "3"\n\nRequires-Dist: no\n',
        { INSTALLER: 'pip\n', REQUESTED: '' },
      ),
      ...distribution('Werkzeug', '', { INSTALLER: 'pip\n' }),
      ...distribution('other', '', { INSTALLER: 'uv' }),
    },
    relations: [
      'Flask: werkzeug odd; asgiref; flask; asked for',
      'Werkzeug: ; ; werkzeug; automatic',
      'other: ; ; other; unknown',
    ],
  },
  {
    name: 'python: a pip that marks nothing tells nothing',
    files: distribution('six', '', { INSTALLER: 'pip\n' }),
    relations: ['six: ; ; six; unknown'],
  },
  {
    name: 'python: eggs',
    files: {
      [`${site}/My_Egg.egg-info/PKG-INFO`]: 'Name: My_Egg\nVersion: 1\n',
      [`${site}/My_Egg.egg-info/requires.txt`]: 'six>=1\n\n[:python_version < "3"]\nenum34\n\n[dev]\npytest\n',
    },
    relations: ['My_Egg: six; pytest; my-egg; unknown'],
  },
  {
    name: 'node: nobody known to ask',
    files: {
      'app/node_modules/a/package.json': JSON.stringify({
        ...{ name: 'a', version: '1', dependencies: { b: '1' }, optionalDependencies: { c: '1' } },
        ...{ peerDependencies: { d: '1' }, peerDependenciesMeta: { e: { optional: true } } },
      }),
      'app/node_modules/broken/package.json': '{"dependencies": ["x"], "bin": 3, "name":',
    },
    relations: ['a: b; c d e; a; unknown', 'broken: ; ; broken; unknown'],
  },
  {
    name: 'node: asked for by the project, and by its workspaces',
    files: {
      'app/package.json': '{"dependencies":{"a":"1","alias":"npm:c@1"},"devDependencies":{"d":"1"}}',
      'app/packages/web/package.json': '{"dependencies":{"w":"1"}}',
      'elsewhere/package.json': '{"dependencies":{"b":"1"}}',
      ...Object.fromEntries(
        ['a', 'b', 'd', 'w'].map((name) => [`app/node_modules/${name}/package.json`, `{"name":"${name}"}`]),
      ),
      'app/node_modules/alias/package.json': '{"name":"c"}',
      'app/node_modules/a/node_modules/n/package.json': '{"name":"n"}',
      'usr/local/lib/node_modules/npm/package.json': '{"name":"npm","dependencies":{"glob":"1"}}',
    },
    relations: [
      'a: ; ; a; asked for',
      'b: ; ; b; automatic',
      'c: ; ; c alias; asked for',
      'd: ; ; d; unknown',
      'n: ; ; n; automatic',
      'npm: glob; ; npm; unknown',
      'w: ; ; w; asked for',
    ],
  },
];

it.each(cases)('$name', async ({ files, relations }) => {
  expect((await relationsIn(files)).sort()).toEqual([...relations].sort());
});

describe('what npm installed for development', () => {
  const installed = {
    'app/node_modules/a/x.js': '1',
    'app/node_modules/@s/b/y.js': '2',
    'app/node_modules/c/z.js': '3',
  };

  it.each([
    [
      "by npm's lock",
      JSON.stringify({
        packages: {
          'node_modules/a': { dev: true },
          'node_modules/@s/b': { dev: true },
          'node_modules/c': { devOptional: true },
          'node_modules/gone': { dev: true },
        },
      }),
      ['app/node_modules/a/x.js', 'app/node_modules/@s/b/y.js'],
    ],
    ['not by a lock without packages', '{}', []],
    ['not by what is no JSON', '{', []],
    ['not by odd packages', '{"packages":{"node_modules/a":null,"node_modules/c":7}}', []],
  ])('%s', async (_name, lock, expected) => {
    const { view } = await found({ ...installed, 'app/node_modules/.package-lock.json': lock });
    expect(developmentFiles(view, 'npm')).toEqual(expected);
  });
});

it.each([
  [
    'by its notes',
    {
      packages: [
        { name: 'phpunit/phpunit', 'install-path': '../phpunit/phpunit' },
        { name: 'symfony/yaml', 'install-path': '../symfony/yaml' },
        { name: 'odd/outside', 'install-path': '../../src' },
        { name: 'odd/all', 'install-path': '..' },
        { name: 'odd/none' },
      ],
      'dev-package-names': ['phpunit/phpunit', 'odd/outside', 'odd/all', 'odd/none', 7],
    },
    ['app/vendor/phpunit/phpunit/a.php'],
  ],
  ['not by what notes none', { packages: [{ name: 'phpunit/phpunit' }] }, []],
])('what composer installed for development: %s', async (_name, notes, expected) => {
  const { view } = await found({
    'app/vendor/phpunit/phpunit/a.php': '1',
    'app/vendor/symfony/yaml/b.php': '2',
    'app/src/c.php': '3',
    'app/vendor/composer/installed.json': JSON.stringify(notes),
  });
  expect(developmentFiles(view, 'composer')).toEqual(expected);
});
