import { gzipSync } from 'node:zlib';
import { type DebianPackage, debianArchive } from '../../__tests__/support/apt-repository.ts';
import { makeTar } from '../../__tests__/support/tars.ts';
import { type Texts, unpackWheel, type Wheel } from '../../__tests__/support/wheels.ts';
import { packed, program, prose } from './filler.ts';

/** Contents by path. */
export type Files = ReadonlyMap<string, Buffer>;

/** What the programs of examples/smells/programs install: the folder `registry` of the base image's context. */
export async function registryFiles(): Promise<Files> {
  const archive = await debianArchive(debianPackages);
  const [older] = await Promise.all([debianArchive([libcore('1.0-1')])]);
  const index = Buffer.concat([archive.get('Packages') ?? Buffer.alloc(0), Buffer.from(`\n${otherPackages()}`)]);
  return new Map([
    ...below('registry/apt', new Map([...archive, ['Packages', index]])),
    ...below('registry', debsOf(archive, 'libcore')),
    ...below('registry', debsOf(older, 'libcore')),
    ...below('registry', new Map(await Promise.all(tarballs()))),
  ]);
}

const below = (folder: string, files: Files): [string, Buffer][] =>
  [...files].map(([path, content]) => [`${folder}/${path}`, content]);

const debsOf = (archive: Files, name: string): Files =>
  new Map([...archive].filter(([path]) => path.startsWith(`${name}_`)));

const libcore = (version: string): DebianPackage => ({
  name: 'libcore',
  version,
  files: { 'usr/lib/libcore.so.1': program(`libcore ${version}`, 700_000) },
});

const debianPackages: readonly DebianPackage[] = [
  libcore('1.1-1'),
  {
    name: 'reports',
    version: '2.4-1',
    recommends: ['fonts-reports'],
    files: {
      'usr/bin/reports': program('reports', 300_000),
      'usr/share/man/man1/reports.1': prose('reports.1', 150_000),
      'usr/share/locale/de/LC_MESSAGES/reports.mo': prose('reports.mo', 250_000),
    },
  },
  { name: 'fonts-reports', version: '1-1', files: { 'usr/share/fonts/reports.ttf': program('fonts', 600_000) } },
  {
    name: 'vim',
    version: '2:9.0-1',
    depends: ['vim-runtime'],
    files: { 'usr/bin/vim.basic': program('vim', 500_000) },
  },
  { name: 'vim-runtime', version: '2:9.0-1', files: { 'usr/share/vim/vim90/all.vim': prose('vim-runtime', 900_000) } },
  { name: 'gcc', version: '4:12.2-3', depends: ['gcc-12'], files: { 'usr/bin/c89': prose('c89', 400) } },
  {
    name: 'gcc-12',
    version: '12.2-14',
    depends: ['cpp-12'],
    files: { 'usr/lib/gcc/12/cc1': program('cc1', 1_900_000) },
  },
  { name: 'cpp-12', version: '12.2-14', files: { 'usr/bin/cpp-12': program('cpp-12', 800_000) } },
  { name: 'wget', version: '1.21-1', depends: ['libpsl5'], files: { 'usr/bin/wget': program('wget', 500_000) } },
  { name: 'libpsl5', version: '0.21-1', files: { 'usr/lib/libpsl.so.5': program('libpsl', 90_000) } },
  { name: 'gosu', version: '1.14-1', files: { 'usr/sbin/gosu': program('gosu', 1_200_000) } },
  { name: 'geo-data', version: '2.0-1', files: { 'usr/share/geo/all.bin': program('geo-data', 800_000) } },
];

/** Stanzas of packages that nobody installs: an archive's list is long. */
const otherPackages = (): string =>
  Array.from({ length: 1500 }, (_, at) => {
    const fields = {
      Package: `library-${at}`,
      Version: '1.0-1',
      Architecture: 'all',
      Filename: `./library-${at}_1.0-1_all.deb`,
      Size: 1000 + at,
      Description: prose(`library ${at}`, 400),
    };
    return Object.entries(fields)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join('');
  }).join('\n');

interface Distribution extends Wheel {
  /** What the compiler makes of its modules. */
  readonly compiled?: Texts;
}

const distribution = (name: string, sizes: Readonly<Record<string, number>>, over: Partial<Distribution> = {}) => ({
  name,
  version: '1.0',
  files: mapped(sizes, (path, bytes) =>
    path.endsWith('.py') ? prose(`${name} ${path}`, bytes) : program(`${name} ${path}`, bytes),
  ),
  ...over,
});

const mapped = (sizes: Readonly<Record<string, number>>, contentOf: (path: string, bytes: number) => string): Texts =>
  Object.fromEntries(Object.entries(sizes).map(([path, bytes]) => [path, contentOf(path, bytes)]));

const windowless = { 'cv2/cv2.abi3.so': 800_000, 'cv2/__init__.py': 5000 };

const distributions: readonly Distribution[] = [
  distribution('flask', { 'flask/app.py': 200_000 }, { requires: ['werkzeug'] }),
  distribution(
    'werkzeug',
    { 'werkzeug/serving.py': 500_000, 'werkzeug/tests/test_serving.py': 300_000 },
    {
      compiled: {
        'werkzeug/__pycache__/serving.cpython-311.pyc': program('serving.pyc', 450_000),
        'werkzeug/tests/__pycache__/test_serving.cpython-311.pyc': program('test_serving.pyc', 250_000),
      },
    },
  ),
  distribution('pytest', { '_pytest/main.py': 400_000 }, { requires: ['pluggy', 'iniconfig'] }),
  distribution('pluggy', { 'pluggy/manager.py': 90_000 }),
  distribution('iniconfig', { 'iniconfig/parse.py': 30_000 }),
  distribution('opencv-python', {
    ...windowless,
    'cv2/qt/fonts/DejaVuSans.ttf': 350_000,
    'opencv_python.libs/libQt5Core.so.5': 600_000,
  }),
  distribution('opencv-python-headless', windowless),
  distribution('poetry', { 'poetry/console.py': 300_000 }, { requires: ['poetry-core', 'dulwich-lite'] }),
  distribution('poetry-core', { 'poetry/core/factory.py': 250_000 }),
  distribution('dulwich-lite', { 'dulwich_lite/repo.py': 120_000 }),
  distribution('gunicorn', { 'gunicorn/arbiter.py': 500_000 }),
];

/** What `npm ci` notes in node_modules. */
const npmLock = (packages: Readonly<Record<string, { readonly dev?: true }>>): string =>
  JSON.stringify({ name: 'shop', lockfileVersion: 3, packages });

const express = { 'node_modules/express/index.js': prose('express', 400_000) };
const testRunner = {
  'node_modules/jest/index.js': prose('jest', 700_000),
  'node_modules/jest-cli/index.js': prose('jest-cli', 500_000),
};

const monolog = { 'vendor/monolog/monolog/Logger.php': prose('monolog', 300_000) };
const phpunit = { 'vendor/phpunit/phpunit/Framework.php': prose('phpunit', 800_000) };

/** What composer notes in vendor. */
const composerNotes = (names: readonly string[], dev: readonly string[]): string =>
  JSON.stringify({
    packages: names.map((name) => ({ name, version: '1.0.0', 'install-path': `../${name}` })),
    dev: dev.length > 0,
    'dev-package-names': dev,
  });

interface AlpinePackage {
  readonly name: string;
  readonly needs?: readonly string[];
  /** In `usr/libexec`, with no extension. */
  readonly file: string;
  readonly bytes: number;
}

const alpinePackages: readonly AlpinePackage[] = [
  { name: 'nginx', file: 'nginx', bytes: 500_000 },
  { name: 'build-base', needs: ['binutils'], file: 'base', bytes: 900_000 },
  { name: 'binutils', file: 'as', bytes: 600_000 },
];

/** The package, and apk's notes of it. */
const alpinePackage = ({ name, needs = [], file, bytes }: AlpinePackage): Promise<[string, Buffer]>[] => [
  tarball(`apk/${name}.tgz`, { [`usr/libexec/${file}`]: program(`apk ${name}`, bytes) }),
  Promise.resolve([
    `apk/${name}.installed`,
    Buffer.from(`P:${name}\nV:1.0-r0\nA:x86_64\nD:${needs.join(' ')}\nF:usr/libexec\nR:${file}\n\n`),
  ]),
];

const tarballs = (): Promise<[string, Buffer]>[] => [
  ...distributions.map((each) => tarball(`pip/${each.name}.whl`, unpackWheel(each))),
  ...distributions.flatMap(({ name, compiled }) =>
    compiled === undefined ? [] : [tarball(`pip/${name}.pyc.tgz`, compiled)],
  ),
  tarball('uv/httptools.whl', unpackWheel(distribution('httptools', { 'httptools/parser.so': 400_000 }))),
  Promise.resolve(['uv/httptools.index', Buffer.from(prose('index', 600_000))]),
  tarball('npm/project.tgz', {
    ...express,
    ...testRunner,
    'node_modules/.package-lock.json': npmLock({
      'node_modules/express': {},
      'node_modules/jest': { dev: true },
      'node_modules/jest-cli': { dev: true },
    }),
  }),
  tarball('npm/project-omit-dev.tgz', {
    ...express,
    'node_modules/.package-lock.json': npmLock({ 'node_modules/express': {} }),
  }),
  tarball('npm/pm2.tgz', { 'node_modules/pm2/index.js': program('pm2', 700_000) }),
  tarball('yarn/project.tgz', { 'node_modules/react/index.js': prose('react', 600_000) }),
  tarball('pnpm/project.tgz', { 'node_modules/vue/index.js': prose('vue', 500_000) }),
  Promise.resolve(['pnpm/metadata.json', Buffer.from(prose('metadata', 700_000))]),
  tarball('bun/project.tgz', { 'node_modules/hono/index.js': prose('hono', 450_000) }),
  tarball('bundle/rack.tgz', { 'gems/rack-3.1/lib/rack.rb': program('rack', 500_000) }),
  Promise.resolve(['apk/APKINDEX.tar.gz', gzipSync(Buffer.from(prose('APKINDEX', 1_500_000)))]),
  ...alpinePackages.flatMap((each) => alpinePackage(each)),
  Promise.resolve(['dnf/primary.xml', Buffer.from(prose('primary', 1_100_000))]),
  tarball('dnf/httpd.tgz', { httpd: program('httpd', 400_000) }),
  tarball('gem/puma.tgz', {
    'gems/puma-6.4/lib/puma.rb': program('puma', 400_000),
    'doc/puma-6.4/ri/Puma.ri': prose('puma documentation', 300_000),
    'specifications/puma-6.4.gemspec': prose('puma specification', 900),
  }),
  tarball('go/program.tgz', { worker: program('worker', 600_000) }),
  tarball('go/compiled.tgz', { '0a/0a1b-d': program('go-build', 900_000) }),
  tarball('go/modules.tgz', { 'golang.org/x/net@v0.30.0/http2.go': prose('modules', 500_000) }),
  tarball('conda/numpy.tgz', { 'lib/libnumpy.so': program('numpy', 700_000) }),
  tarball('composer/project.tgz', {
    ...monolog,
    ...phpunit,
    'vendor/composer/installed.json': composerNotes(['monolog/monolog', 'phpunit/phpunit'], ['phpunit/phpunit']),
  }),
  tarball('composer/project-no-dev.tgz', {
    ...monolog,
    'vendor/composer/installed.json': composerNotes(['monolog/monolog'], []),
  }),
  tarball('downloads/toolkit-1.4.tar.gz', {
    'bin/shop-server': program('shop-server', 500_000),
    'include/shop/shop.h': prose('shop.h', 700_000),
  }),
  tarball('downloads/geo-2.0.tar.gz', { 'geo-2.0/cities.bin': packed('cities', 900_000) }),
  tarball('downloads/renderer-3.1.tar.gz', {
    'renderer-3.1/renderer': program('renderer', 400_000),
    'renderer-3.1/src/all.c': prose('renderer source', 800_000),
  }),
];

async function tarball(path: string, files: Texts): Promise<[string, Buffer]> {
  const mtime = new Date(0);
  const entries = Object.entries(files).map(([name, content]) => ({ name, content, mtime }));
  return [path, gzipSync(await makeTar(...entries))];
}

/** The context of examples/smells/Dockerfile, as a working machine has it: with all that no image needs. */
export async function contextFiles(): Promise<Files> {
  const wheel = distribution('model-tools', { 'model_tools/all.so': 900_000 });
  const [[, wheelFile], [, theme]] = await Promise.all([
    tarball('wheel', unpackWheel(wheel)),
    tarball('theme', { 'theme/style.css': prose('theme', 400_000), 'theme/logo.svg': packed('logo', 500_000) }),
  ]);
  const texts: Texts = {
    '.git/objects/pack/pack-1.pack': packed('pack', 900_000),
    '.idea/workspace.xml': prose('workspace', 60_000),
    'tests/test_shop.py': prose('test_shop', 200_000),
    'node_modules/fsevents/fsevents.node': program('fsevents', 700_000),
    'shop/app.py': `import cv2, flask, gunicorn, httptools, model_tools\n# ${prose('app', 200_000)}`,
    'media/intro.mp4': packed('intro', 10_500_000),
    'assets/main.js': prose('main.js', 400_000),
    'assets/main.js.map': prose('main.js.map', 900_000),
    'assets/main.js.LICENSE.txt': prose('licences', 150_000),
    'data/users.db': program('users', 700_000),
    'bin/start': program('start', 500_000),
  };
  const files = Object.entries(texts).map(([path, text]): [string, Buffer] => [path, Buffer.from(text, 'latin1')]);
  return new Map([...files, ['vendor/model-tools.whl', wheelFile], ['vendor/theme.tar.gz', theme]]);
}
