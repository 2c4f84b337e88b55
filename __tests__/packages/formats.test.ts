import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Files, ownersOf, packageRows, unownedRows } from '../support/ownership.ts';

const bytes = (count: number) => 'x'.repeat(count);

/** Made by rpm 4.18 on Debian 12: `hello-4:1.2-3.noarch` with /opt/hello/{readme,link,data/blob}. */
const rpmDatabase = gunzipSync(readFileSync(join(__dirname, 'fixtures/rpmdb.sqlite.gz')));

const dpkgStatus = `Package: libc6
Status: install ok installed
Architecture: amd64
Multi-Arch: same
Version: 2.36-9

Package: base-files
Status: install ok installed
Architecture: all
Version: 12
Description: text
 Package: not-one

Package: gone
Status: deinstall ok config-files
Version: 1
`;

interface Case {
  readonly name: string;
  readonly layers: readonly Files[];
  readonly packages: readonly string[];
  /** Bytes of the rest, those of the databases left out. */
  readonly unowned?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'dpkg: lists by name and architecture, links to directories followed, removed ones passed over',
    layers: [
      {
        lib: '→ usr/lib',
        'usr/lib/libc.so': bytes(500),
        'usr/lib/libc.so.6': '→ libc.so',
        'etc/gone.conf': bytes(9),
        'etc/issue': bytes(20),
        'var/lib/dpkg/status': dpkgStatus,
        'var/lib/dpkg/info/libc6:amd64.list': '/.\n/lib\n/lib/libc.so\n/lib/libc.so.6\n/lib/missing\n',
        'var/lib/dpkg/info/base-files.list': '/.\n/etc\n/etc/issue\n',
        'var/lib/dpkg/info/gone.list': '/etc/gone.conf\n',
      },
    ],
    packages: ['dpkg libc6 2.36-9 amd64 500', 'dpkg base-files 12 all 20'],
  },
  {
    name: 'dpkg: what was diverted belongs to the package whose it is',
    layers: [
      {
        'bin/sh': bytes(7),
        'bin/sh.distrib': bytes(300),
        'var/lib/dpkg/status': dpkgStatus,
        'var/lib/dpkg/diversions': '/bin/sh\n/bin/sh.distrib\nbase-files\n',
        'var/lib/dpkg/info/libc6:amd64.list': '/bin/sh\n',
        'var/lib/dpkg/info/base-files.list': '/bin/sh\n',
      },
    ],
    packages: ['dpkg libc6 2.36-9 amd64 300', 'dpkg base-files 12 all 7'],
  },
  {
    name: 'dpkg: distroless has a file for each package',
    layers: [
      {
        'usr/share/zoneinfo/UTC': bytes(114),
        'var/lib/dpkg/status.d/tzdata': 'Package: tzdata\nVersion: 2024a\nArchitecture: all\n',
        'var/lib/dpkg/status.d/tzdata.md5sums': `${'0'.repeat(32)}  usr/share/zoneinfo/UTC\n`,
      },
    ],
    packages: ['dpkg tzdata 2024a all 114'],
  },
  {
    name: 'dpkg: a status of a later layer, and files that a later layer wrote',
    layers: [
      {
        'bin/a': bytes(10),
        'var/lib/dpkg/info/base-files.list': '/bin/a\n/bin/b\n',
        'var/lib/dpkg/status': 'Package: x',
      },
      { 'bin/b': bytes(5), 'var/lib/dpkg/status': dpkgStatus },
    ],
    packages: ['dpkg base-files 12 all 15'],
  },
  {
    name: 'apk',
    layers: [
      {
        'lib/ld-musl.so': bytes(600),
        'bin/busybox': bytes(800),
        'lib/apk/db/installed':
          'C:Q1a=\nP:musl\nV:1.2.5-r0\nA:x86_64\nF:lib\nR:ld-musl.so\na:0:0:755\nZ:Q1b=\n\nP:busybox\nV:1.36\nA:x86_64\nF:bin\nR:busybox\n\n',
      },
    ],
    packages: ['apk busybox 1.36 x86_64 800', 'apk musl 1.2.5-r0 x86_64 600'],
  },
  {
    name: 'rpm, at both of its places',
    layers: [
      {
        'opt/hello/readme': bytes(3),
        'opt/hello/data/blob': bytes(50),
        'usr/lib/sysimage/rpm/rpmdb.sqlite': rpmDatabase,
      },
    ],
    packages: ['rpm hello 4:1.2-3 noarch 53'],
  },
  {
    name: 'rpm: a database that is damaged tells nothing',
    layers: [{ 'opt/hello/readme': bytes(3), 'var/lib/rpm/rpmdb.sqlite': rpmDatabase.subarray(0, 9000) }],
    packages: [],
  },
  {
    name: 'python: RECORD, scripts outside, compiled modules',
    layers: [
      {
        'usr/bin/tool': bytes(30),
        'usr/lib/p/tool/__init__.py': bytes(100),
        'usr/lib/p/tool/__pycache__/__init__.cpython-311.opt-1.pyc': bytes(50),
        'usr/lib/p/tool/old.py': bytes(10),
        'usr/lib/p/tool/old.pyc': bytes(5),
        'usr/lib/p/lonely.pyc': bytes(2),
        'usr/lib/p/the_tool-1.0.dist-info/METADATA':
          'Metadata-Version: 2.1\nName: The.Tool\nVersion: 1.0.post1\n\nName: no\n',
        'usr/lib/p/the_tool-1.0.dist-info/RECORD':
          '../../bin/tool,sha256=x,30\ntool/__init__.py,,\n/usr/lib/p/tool/old.py,,\nthe_tool-1.0.dist-info/METADATA,,\n',
      },
    ],
    packages: ['python The.Tool 1.0.post1 - 261'],
  },
  {
    name: 'python: eggs by what was installed, by modules, and without either',
    layers: [
      {
        'p/a.py': bytes(1000),
        'p/a-1.0-py3.11.egg-info/PKG-INFO': 'Name: a\nVersion: 1.0\n',
        'p/a-1.0-py3.11.egg-info/installed-files.txt': '../a.py\nPKG-INFO\n',
        'p/b/x.py': bytes(500),
        'p/b-2.egg-info/PKG-INFO': '',
        'p/b-2.egg-info/top_level.txt': 'b\n',
        'p/c-3-py3.egg-info': 'Name: c\nVersion: 3\n',
      },
    ],
    packages: ['python a 1.0 - 1038', 'python b 2 - 502', 'python c 3 - 19'],
  },
  {
    name: 'python: dpkg has what both claim, and what was compiled from it',
    layers: [
      {
        'usr/lib/p/m.py': bytes(40),
        'usr/lib/p/__pycache__/m.cpython-311.pyc': bytes(20),
        'usr/lib/p/n.py': bytes(8),
        'usr/lib/p/m-1.dist-info/METADATA': 'Name: m\nVersion: 1\n',
        'usr/lib/p/m-1.dist-info/RECORD': '__pycache__/m.cpython-311.pyc,,\nm.py,,\nn.py,,\n',
        'var/lib/dpkg/status': dpkgStatus,
        'var/lib/dpkg/info/base-files.list': '/usr/lib/p/m.py\n',
      },
    ],
    packages: ['dpkg base-files 12 all 60', 'python m 1 - 8'],
  },
  {
    name: 'node: nested packages have their own, copies of one are one row',
    layers: [
      {
        'app/index.js': bytes(1),
        'app/package.json': '{}',
        'app/node_modules/a/package.json': '{"name":"a","version":"1.0.0"}',
        'app/node_modules/a/lib/package.json': '{"type":"module"}',
        'app/node_modules/a/node_modules/@s/b/package.json': '{"name":"@s/b","version":"2.0.0"}',
        'app/node_modules/a/node_modules/@s/b/b.js': bytes(100),
        'app/node_modules/a/node_modules/stray.js': bytes(4),
        'app/node_modules/c/node_modules/@s/b/package.json': '{"name":"@s/b","version":"2.0.0"}',
        'app/node_modules/c/node_modules/@s/b/b.js': bytes(100),
        'app/node_modules/broken/package.json': '{"name": [',
        'app/node_modules/.bin/run': bytes(6),
      },
    ],
    packages: ['node @s/b 2.0.0 - 266', 'node a 1.0.0 - 51', 'node broken - - 10'],
    unowned: ['/app/node_modules/.bin 6', '/app 3'],
  },
  {
    name: 'gem: files, extensions, cache and default gems',
    layers: [
      {
        'g/specifications/nokogiri-1.15.4-x86_64-linux.gemspec':
          '# -*- x -*-\n# stub: nokogiri 1.15.4 x86_64-linux lib\n',
        'g/gems/nokogiri-1.15.4-x86_64-linux/lib/n.rb': bytes(400),
        'g/specifications/default/json-2.6.gemspec': '# stub: json 2.6 ruby lib\n',
        'g/extensions/x86_64-linux/3.2.0/json-2.6/json.so': bytes(70),
        'g/extensions/x86_64-linux/3.2.0/other/json.so': bytes(7),
        'g/cache/json-2.6.gem': bytes(30),
        'g/specifications/bare-0.1.gemspec': '',
      },
    ],
    packages: ['gem nokogiri 1.15.4 x86_64-linux 453', 'gem json 2.6 - 126'],
    unowned: ['/g/extensions/x86_64-linux/3.2.0/other 7'],
  },
];

const isDatabase = /dpkg|apk|rpm/;

describe('packages', () => {
  it.each(cases)('$name', async ({ layers, packages, unowned }) => {
    const owners = await ownersOf(...layers);
    expect(packageRows(owners).filter((row) => !row.endsWith(' 0'))).toEqual(packages);
    if (unowned !== undefined) expect(unownedRows(owners).filter((row) => !isDatabase.test(row))).toEqual(unowned);
  });

  it.each(['var/lib/rpm/Packages', 'usr/lib/sysimage/rpm/Packages.db'])(
    '%s cannot be read, and it is said',
    async (path) => {
      const { packages, notes } = await ownersOf({ [path]: 'a database' });
      expect(packages).toEqual([]);
      expect(notes).toEqual([
        `/${path} is an RPM database of a kind that is not read (Berkeley DB or ndb): only rpmdb.sqlite is.`,
      ]);
    },
  );

  it('of a file that is too large are not known, and it is said', async () => {
    const { notes } = await ownersOf({ 'd/specifications/a-1.gemspec': Buffer.alloc(2 ** 20 + 1) });
    expect(notes).toEqual([
      '/d/specifications/a-1.gemspec tells of packages, but is too large to be read, or linked from elsewhere.',
    ]);
  });

  it('have names that are shown as UTF-8', async () => {
    const owners = await ownersOf({ 'node_modules/ü/package.json': '{"name":"ü","version":"1 ✓"}' });
    expect(packageRows(owners)).toEqual(['node ü 1 ✓ - 31']);
  });
});
