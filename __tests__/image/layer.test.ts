import { createHash } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { decompress, indexLayer, normalisePath, peek, sniffCompression } from '../../src/image/layer.ts';
import { elfFile } from '../support/elf.ts';
import { plainIndex } from '../support/records.ts';
import { blocks, endOfTar, makeTar, paxHeader, rawHeader, sha256 } from '../support/tars.ts';

async function* inPieces(bytes: Buffer, size = 64 * 1024): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const unchecked = { diffId: null, digest: null, maxBytes: null };
const read = async (bytes: Buffer, size?: number) => await indexLayer(inPieces(bytes, size), unchecked);
const hashOf = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const join = (...parts: Buffer[]) => Buffer.concat([...parts, endOfTar]);

/** Kind, path, size and link of the first entry. */
async function first(...parts: Buffer[]) {
  const { index } = await read(join(...parts));
  const [entry] = index.entries;
  return entry && { kind: entry.kind, path: entry.path, size: entry.size, link: entry.link };
}

describe('indexLayer', () => {
  const content = Buffer.alloc(300_000, 'content ');
  const tar = makeTar(
    { name: 'usr/', type: 'directory', mode: 0o755 },
    { name: 'usr/big', content, mode: 0o4755, uid: 1000, gid: 2000 },
    { name: 'usr/empty', content: '' },
    { name: 'usr/link', type: 'symlink', linkname: '../target' },
    { name: 'usr/hard', type: 'link', linkname: './usr/big' },
    { name: 'dev/null', type: 'character-device' },
    { name: 'usr/.wh.gone' },
    { name: 'var/.wh..wh..opq' },
  );

  it.each([
    ['a plain tar', 'none', (bytes: Buffer) => bytes],
    ['gzip', 'gzip', (bytes: Buffer) => gzipSync(bytes)],
    [
      'gzip of two members',
      'gzip',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 700), bytes.subarray(700)].map((part) => gzipSync(part))),
    ],
    ['zstd', 'zstd', (bytes: Buffer) => zstdCompressSync(bytes)],
    [
      'zstd of two frames',
      'zstd',
      (bytes: Buffer) =>
        Buffer.concat([bytes.subarray(0, 700), bytes.subarray(700)].map((part) => zstdCompressSync(part))),
    ],
    [
      'zstd after a skippable frame',
      'zstd',
      (bytes: Buffer) =>
        Buffer.concat([Buffer.from('502a4d1804000000', 'hex'), Buffer.from('skip'), zstdCompressSync(bytes)]),
    ],
  ] as const)('reads %s', async (_name, compression, compress) => {
    const bytes = await tar;
    const blob = compress(bytes);
    const layer = await indexLayer(inPieces(blob), { ...unchecked, diffId: sha256(bytes), digest: sha256(blob) });
    expect(layer).toMatchObject({ compression, digest: sha256(blob), bytes: blob.length });
    expect(plainIndex(layer.index)).toEqual({
      diffId: sha256(bytes),
      diskBytes: 300_000,
      files: 2,
      collected: new Map(),
      entries: [
        { path: 'usr', kind: 'directory', size: 0, hash: null, mode: 0o755, uid: 0, gid: 0, link: null },
        {
          path: 'usr/big',
          kind: 'file',
          size: 300_000,
          hash: hashOf(content),
          mode: 0o4755,
          uid: 1000,
          gid: 2000,
          link: null,
        },
        { path: 'usr/empty', kind: 'file', size: 0, hash: hashOf(''), mode: 0o644, uid: 0, gid: 0, link: null },
        { path: 'usr/link', kind: 'symlink', size: 0, hash: null, mode: 0o644, uid: 0, gid: 0, link: '../target' },
        { path: 'usr/hard', kind: 'hardlink', size: 0, hash: null, mode: 0o644, uid: 0, gid: 0, link: 'usr/big' },
        { path: 'dev/null', kind: 'other', size: 0, hash: null, mode: 0o644, uid: 0, gid: 0, link: null },
        { path: 'usr/gone', kind: 'whiteout', size: 0, hash: null, mode: 0o644, uid: 0, gid: 0, link: null },
        { path: 'var', kind: 'opaque', size: 0, hash: null, mode: 0o644, uid: 0, gid: 0, link: null },
      ],
    });
  });

  it.each([1, 7, 511, 512, 513, 4096])('does not mind pieces of %i bytes', async (size) => {
    const bytes = await makeTar(
      { name: 'a', content: 'x'.repeat(600) },
      { name: `${'long/'.repeat(60)}ä`, content: 'y' },
    );
    expect(plainIndex((await read(bytes, size)).index)).toEqual(plainIndex((await read(bytes)).index));
  });

  it.each([
    ['nothing at all', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(10240)],
    ['the end mark', endOfTar],
    ['half an end mark', Buffer.alloc(512)],
    ['gzip of nothing', gzipSync('')],
    ['gzip of the end mark', gzipSync(endOfTar)],
  ])('takes %s for an empty layer', async (_name, bytes) => {
    expect((await read(bytes)).index).toMatchObject({ diskBytes: 0, files: 0, entries: [] });
  });

  const long = `${'d/'.repeat(150)}f`;
  it.each([
    [
      'the old type of a file',
      [rawHeader({ name: 'f', type: '\0', size: 3 }), blocks('abc')],
      { kind: 'file', path: 'f', size: 3 },
    ],
    ['the old way to say directory', [rawHeader({ name: 'd/', type: '\0' })], { kind: 'directory', path: 'd' }],
    ['a contiguous file', [rawHeader({ name: 'f', type: '7', size: 3 }), blocks('abc')], { kind: 'file', size: 3 }],
    [
      'a header without magic',
      [rawHeader({ name: 'f', magic: '', size: 3 }), blocks('abc')],
      { kind: 'file', size: 3 },
    ],
    ['a ustar prefix', [rawHeader({ name: 'f', prefix: 'some/where' })], { path: 'some/where/f' }],
    ['no prefix in a GNU header', [rawHeader({ name: 'f', magic: 'ustar  \0', prefix: '12345' })], { path: 'f' }],
    [
      'a GNU long path',
      [
        rawHeader({ name: '././@LongLink', type: 'L', size: long.length + 1 }),
        blocks(`${long}\0`),
        rawHeader({ name: 'short' }),
      ],
      { path: long },
    ],
    [
      'a GNU long link',
      [
        rawHeader({ name: '././@LongLink', type: 'K', size: long.length }),
        blocks(long),
        rawHeader({ name: 's', type: '2' }),
      ],
      { link: long },
    ],
    ['a PAX path', [paxHeader(['path', long]), rawHeader({ name: 'short' })], { path: long }],
    ['a PAX path that is UTF-8', [paxHeader(['path', 'ä']), rawHeader({ name: 'a' })], { path: '\xc3\xa4' }],
    [
      'a PAX path that is not UTF-8',
      [paxHeader(['path', Buffer.from([0x61, 0xff])]), rawHeader({ name: 'a' })],
      { path: 'a\xff' },
    ],
    ['a ustar path that is not UTF-8', [rawHeader({ name: Buffer.from([0x61, 0xfe]) })], { path: 'a\xfe' }],
    [
      'a PAX link',
      [paxHeader(['linkpath', `./${long}`]), rawHeader({ name: 's', type: '1' })],
      { kind: 'hardlink', link: long },
    ],
    ['a PAX size', [paxHeader(['size', '3']), rawHeader({ name: 'f', size: 0 }), blocks('abc')], { size: 3 }],
    ['an empty PAX value', [paxHeader(['path', '']), rawHeader({ name: 'f' })], { path: 'f' }],
    [
      'a global PAX header, which engines ignore',
      [rawHeader({ name: 'g', type: 'g', size: 512 }), blocks('x'.repeat(512)), rawHeader({ name: 'f' })],
      { path: 'f' },
    ],
    [
      'a base-256 size',
      [rawHeader({ name: 'f', size: Buffer.from([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]) }), blocks('abc')],
      { size: 3 },
    ],
    [
      'a sparse file (GNU)',
      [
        rawHeader({ name: 'f', type: 'S', size: 3, magic: 'ustar  \0', fields: { 483: '00000010000\0' } }),
        blocks('abc'),
      ],
      { kind: 'file', size: 4096 },
    ],
    [
      'a sparse file (PAX)',
      [
        paxHeader(['GNU.sparse.name', 'real'], ['path', 'stand-in'], ['GNU.sparse.realsize', '4096']),
        rawHeader({ name: 'f', size: 3 }),
        blocks('abc'),
      ],
      { path: 'real', size: 4096 },
    ],
    [
      'a hard link that declares a size',
      [rawHeader({ name: 'h', type: '1', link: 'f', size: 100 })],
      { kind: 'hardlink', size: 0 },
    ],
    [
      'a directory that declares a size',
      [rawHeader({ name: 'd', type: '5', size: 100 })],
      { kind: 'directory', size: 0 },
    ],
    [
      'an unknown type, content skipped',
      [rawHeader({ name: 'v', type: 'V', size: 3 }), blocks('abc')],
      { kind: 'other', size: 0 },
    ],
    ['slashes and dots', [rawHeader({ name: './/a/./b//', type: '5' })], { path: 'a/b' }],
    ['an absolute path', [rawHeader({ name: '/etc/passwd' })], { path: 'etc/passwd' }],
    ['a path that climbs, kept as it is', [rawHeader({ name: '../../etc/passwd' })], { path: '../../etc/passwd' }],
    ['the root', [rawHeader({ name: './', type: '5' })], { path: '', kind: 'directory' }],
    ['an opaque root', [rawHeader({ name: '.wh..wh..opq' })], { path: '', kind: 'opaque' }],
    [
      'a whiteout with content',
      [rawHeader({ name: 'd/.wh.x', size: 3 }), blocks('abc')],
      { path: 'd/x', kind: 'whiteout', size: 0 },
    ],
    ['a whiteout without a name', [rawHeader({ name: 'd/.wh.' })], { path: 'd/.wh.', kind: 'file' }],
  ])('reads %s', async (_name, parts, expected) => {
    expect(await first(...parts)).toMatchObject(expected);
  });

  const sparse = (...parts: Buffer[]) => read(join(...parts)).then(({ index }) => index.entries[0]);
  it.each([
    [
      'GNU',
      (offset: string) =>
        sparse(
          rawHeader({ name: 'f', type: 'S', size: 3, magic: 'ustar  \0', fields: { 386: offset, 483: '00000010000' } }),
          blocks('abc'),
        ),
    ],
    [
      'GNU, its map in a block of its own',
      (offset: string) =>
        sparse(
          rawHeader({ name: 'f', type: 'S', size: 3, magic: 'ustar  \0', fields: { 482: '\x01', 483: '00000010000' } }),
          blocks(offset),
          blocks('abc'),
        ),
    ],
    [
      'PAX 0.0',
      (offset: string) =>
        sparse(
          paxHeader(
            ['GNU.sparse.size', '4096'],
            ['GNU.sparse.numblocks', '1'],
            ['GNU.sparse.offset', offset],
            ['GNU.sparse.numbytes', '3'],
          ),
          rawHeader({ name: 'f', size: 3 }),
          blocks('abc'),
        ),
    ],
    [
      'PAX 0.1',
      (offset: string) =>
        sparse(
          paxHeader(['GNU.sparse.size', '4096'], ['GNU.sparse.map', `${offset},3`]),
          rawHeader({ name: 'f', size: 3 }),
          blocks('abc'),
        ),
    ],
    [
      'PAX 1.0',
      (offset: string) =>
        sparse(
          paxHeader(['GNU.sparse.major', '1'], ['GNU.sparse.minor', '0'], ['GNU.sparse.realsize', '4096']),
          rawHeader({ name: 'f', size: 515 }),
          blocks(`1\n${offset}\n3\n`),
          blocks('abc'),
        ),
    ],
  ])('tells sparse files apart by where their bytes belong (%s)', async (_format, file) => {
    const [one, same, other] = [await file('512'), await file('512'), await file('1024')];
    expect([one, same, other].map((entry) => entry?.size)).toEqual([4096, 4096, 4096]);
    expect(one?.hash).toBe(same?.hash);
    expect(one?.hash).not.toBe(other?.hash);
  });

  it('hashes all that is stored of a file that says it is smaller', async () => {
    const file = (tail: string) => [
      paxHeader(['GNU.sparse.realsize', '512']),
      rawHeader({ name: 'f', size: 1024 }),
      blocks('a'.repeat(512)),
      blocks(tail),
    ];
    const [one, other] = [await read(join(...file('b')), 512), await read(join(...file('c')), 512)];
    expect(one.index.entries[0]?.hash).not.toBe(other.index.entries[0]?.hash);
  });

  it('keeps two names apart that are not UTF-8', async () => {
    const entry = (byte: number) => [paxHeader(['path', Buffer.from([byte])]), rawHeader({ name: 'x' })];
    const { index } = await read(join(...entry(0xfe), ...entry(0xff)));
    expect(index.entries.map(({ path }) => path)).toEqual(['\xfe', '\xff']);
  });

  const huge = Buffer.from([0x80, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
  it.each([
    ['a truncated header', rawHeader({ name: 'f' }).subarray(0, 100), /ends inside a header/],
    ['a truncated file', Buffer.concat([rawHeader({ name: 'f', size: 2000 }), blocks('abc')]), /ends inside a file/],
    ['a truncated PAX header', paxHeader(['path', 'x'.repeat(2000)]).subarray(0, 1024), /ends inside a header/],
    ['a wrong checksum', Buffer.concat([rawHeader({ name: 'f' }).fill('g', 0, 1)]), /checksum/],
    ['no tar at all', Buffer.alloc(600, 'not a tar '), /cannot be read/],
    ['an absurd size', rawHeader({ name: 'f', size: huge }), /out of range/],
    ['a negative size', rawHeader({ name: 'f', size: Buffer.alloc(12, 0xff) }), /negative/],
    ['a size that is no number', rawHeader({ name: 'f', size: Buffer.from('size?') }), /number that is none/],
    ['a huge PAX header', rawHeader({ name: 'x', type: 'x', size: 1 << 30 }), /too large/],
    [
      'a PAX record without end',
      Buffer.concat([rawHeader({ name: 'x', type: 'x', size: 9 }), blocks('99 path=a')]),
      /PAX header is corrupt/,
    ],
    [
      'a PAX record of no length',
      Buffer.concat([rawHeader({ name: 'x', type: 'x', size: 15 }), blocks('6 a=b\n0x6 c=d\n')]),
      /PAX header is corrupt/,
    ],
    [
      'a PAX record of length 0',
      Buffer.concat([rawHeader({ name: 'x', type: 'x', size: 12 }), blocks('6 a=b\n0 c=d\n')]),
      /PAX header is corrupt/,
    ],
    [
      'a sparse file without end',
      Buffer.concat([
        rawHeader({ name: 'f', type: 'S', fields: { 482: '\x01' } }),
        ...Array(3000).fill(Buffer.alloc(512, 1)),
      ]),
      /map is too large/,
    ],
    [
      'a sparse file larger than any disk',
      Buffer.concat([paxHeader(['GNU.sparse.realsize', String(2 ** 52)]), rawHeader({ name: 'f' }), endOfTar]),
      /unpacks to more than/,
    ],
    [
      'a very long link',
      Buffer.concat([paxHeader(['linkpath', 'x'.repeat(40_000)]), rawHeader({ name: 'f', type: '2' })]),
      /path of more than/,
    ],
    [
      'a PAX size that is no number',
      Buffer.concat([paxHeader(['size', '-1']), rawHeader({ name: 'f' })]),
      /PAX header is corrupt/,
    ],
    [
      'a path with a NUL',
      Buffer.concat([paxHeader(['path', 'a\0b']), rawHeader({ name: 'f' })]),
      /PAX header is corrupt/,
    ],
    [
      'a very long path',
      Buffer.concat([paxHeader(['path', 'x'.repeat(40_000)]), rawHeader({ name: 'f' })]),
      /path of more than/,
    ],
    [
      'a header after one zero block',
      Buffer.concat([Buffer.alloc(512), rawHeader({ name: 'f' })]),
      /header is missing/,
    ],
    ['truncated gzip', gzipSync(rawHeader({ name: 'f' })).subarray(0, 30), /truncated/],
    ['truncated zstd', zstdCompressSync(rawHeader({ name: 'f' })).subarray(0, 20), /truncated/],
  ])('rejects %s', async (_name, bytes, message) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'UserError', message: expect.stringMatching(message) });
  });

  it('rejects bytes that are not what the digests say', async () => {
    const bytes = gzipSync(await tar);
    const other = sha256(Buffer.from('other'));
    await expect(indexLayer(inPieces(bytes), { ...unchecked, diffId: other })).rejects.toThrow(
      `its diffID should be ${other}`,
    );
    await expect(indexLayer(inPieces(bytes), { ...unchecked, digest: other })).rejects.toThrow(
      `its digest should be ${other}`,
    );
  });

  it('stops a bomb at its bound', async () => {
    const bomb = gzipSync(Buffer.concat([rawHeader({ name: 'f', size: 2 ** 24 }), Buffer.alloc(2 ** 24)]));
    const bounded = indexLayer(inPieces(bomb), { ...unchecked, maxBytes: 2 ** 20 });
    await expect(bounded).rejects.toMatchObject({
      message: 'A layer unpacks to more than 1.05 MB',
      hint: expect.stringContaining('max-unpacked'),
    });
  });

  it('never throws anything but a UserError', async () => {
    const header = rawHeader({ name: 'f', size: 3 });
    await fc.assert(
      fc.asyncProperty(fc.nat(511), fc.nat(255), fc.uint8Array({ maxLength: 600 }), async (at, byte, tail) => {
        const bytes = Buffer.concat([header, blocks('abc'), Buffer.from(tail)]);
        bytes[at] = byte;
        await read(bytes).catch((error: unknown) => expect(error).toMatchObject({ name: 'UserError' }));
      }),
    );
  });
});

it('splits zstd frames wherever the chunks break', async () => {
  const parts = ['a', 'b'.repeat(300_000), ''].map((part) => zstdCompressSync(Buffer.from(part)));
  const blob = Buffer.concat(parts);
  for (const size of [1, 5, 64, 100_000]) {
    let text = '';
    for await (const piece of decompress(inPieces(blob, size), 'zstd')) text += piece;
    expect(text.length).toBe(300_001);
  }
});

describe('peek', () => {
  it.each([1, 3, 100])('sees the first bytes and keeps all, in pieces of %i', async (size) => {
    const { head, whole } = await peek(inPieces(Buffer.from('0123456789'), size), 4);
    expect(head.toString()).toBe('0123');
    let text = '';
    for await (const piece of whole) text += piece;
    expect(text).toBe('0123456789');
  });

  it('takes fewer bytes from a short stream', async () => {
    expect((await peek(inPieces(Buffer.from('ab')), 512)).head.toString()).toBe('ab');
  });
});

it.each([
  ['gzip', '1f8b0800'],
  ['zstd', '28b52ffd'],
  ['zstd', '5f2a4d18'],
  ['none', '75737461'],
  ['none', ''],
])('sniffCompression finds %s', (compression, head) => {
  expect(sniffCompression(Buffer.from(head, 'hex'))).toBe(compression);
});

it.each([
  ['a/b', 'a/b'],
  ['./a', 'a'],
  ['/a/', 'a'],
  ['a/./b', 'a/b'],
  ['a//b', 'a/b'],
  ['a/.', 'a'],
  ['.', ''],
  ['', ''],
  ['/', ''],
  ['.a/b.', '.a/b.'],
  ['a/../b', 'a/../b'],
])('normalisePath turns %j into %j', (path, expected) => {
  expect(normalisePath(path)).toBe(expected);
});

describe('what is collected', () => {
  const status = 'Package: a\nStatus: install ok installed\nDepends: b\n c\nVersion: 1\n\nPackage: b\n';
  const collected = async (...parts: Buffer[]) => {
    const { index } = await read(join(...parts), 700);
    return Object.fromEntries([...(index.collected ?? [])].map(([path, content]) => [path, content.toString()]));
  };
  const file = (name: string, content: string) =>
    Buffer.concat([rawHeader({ name, size: content.length }), blocks(content)]);

  it('is what tells of packages, reduced', async () => {
    const parts = [
      file('./var/lib/dpkg/status', status),
      file('var/lib/dpkg/info/a.list', '/.\n/usr\n'),
      file('var/lib/dpkg/available', status),
      file('lib/apk/db/installed', 'C:Q1abc=\nP:musl\nV:1.2\n\n'),
      file('app/x-1.dist-info/RECORD', 'x/a.py,sha256=00,7\n"x/b "",c.py",,\nplain\n'),
      file('app/node_modules/@s/p/package.json', '{"name":"@s/p","version":"1.0.0","scripts":{"x":"y"}}'),
      file('app/node_modules/p/lib/package.json', '{"type":"module"}'),
      file('app/node_modules/broken/package.json', '{"name":'),
      file('gems/specifications/a-1.gemspec', '# -*-\n# stub: a 1 ruby lib\nGem::Specification.new\n'),
    ];
    expect(await collected(...parts)).toEqual({
      'var/lib/dpkg/status': 'Package: a\nStatus: install ok installed\nDepends: b\nVersion: 1\n\nPackage: b\n',
      'var/lib/dpkg/info/a.list': '/.\n/usr\n',
      'lib/apk/db/installed': 'P:musl\nV:1.2\n\n',
      'app/x-1.dist-info/RECORD': 'x/a.py\nx/b ",c.py\nplain\n',
      'app/node_modules/@s/p/package.json': '@s/p\n1.0.0',
      'app/node_modules/broken/package.json': '',
      'gems/specifications/a-1.gemspec': '# stub: a 1 ruby lib\n',
    });
  });

  it('is what programs were made from, where they can be run', async () => {
    const program = `\x7fELF${'\0'.repeat(60)}/usr/src/rustc-1.85.0/library/std/src/io.rs`;
    const parts = (mode: string) =>
      Buffer.concat([rawHeader({ name: 'bin/x', size: program.length, fields: { 100: mode } }), blocks(program)]);
    expect(await collected(parts('0000755'))).toEqual({ 'bin/x': 'rust' });
    expect(await collected(parts('0000644'))).toEqual({});
  });

  it('is what libraries need, and what sources name', async () => {
    const library = elfFile({ soname: 'liba.so.1', needs: ['libc.so.6'] });
    const entry = (name: string) => Buffer.concat([rawHeader({ name, size: library.length }), blocks(library)]);
    const parts = [entry('usr/lib/liba.so.1'), entry('usr/share/liba'), file('app/x.py', 'import flask')];
    expect(await collected(...parts)).toEqual({
      'usr/lib/liba.so.1': 'soname\tliba.so.1\nneeds\tlibc.so.6',
      'app/x.py': 'names\tflask',
    });
  });

  it('is the later content of a path that stands there twice', async () => {
    const once = file('var/lib/dpkg/status', 'Package: a\n');
    expect(await collected(once, file('var/lib/dpkg/status', 'Package: b\n'))).toEqual({
      'var/lib/dpkg/status': 'Package: b\n',
    });
    const tooLarge = rawHeader({ name: 'var/lib/dpkg/info/a.list', size: 17 * 2 ** 20 });
    const filler = Buffer.alloc(17 * 2 ** 20, '/\n');
    expect(await collected(file('var/lib/dpkg/info/a.list', '/usr\n'), tooLarge, filler)).toEqual({});
  });

  it('is bounded for each layer', async () => {
    const content = '/x\n'.repeat(5 * 2 ** 20);
    const names = ['a', 'b', 'c'].map((name) => `var/lib/dpkg/info/${name}.list`);
    const paths = Object.keys(await collected(...names.map((name) => file(name, content))));
    expect(paths).toEqual(names.slice(0, 2));
  });

  it('is no less than that something was not read, where the bound is reached', async () => {
    const list = (name: string, bytes: number) => file(`var/lib/dpkg/info/${name}.list`, '/'.repeat(bytes));
    const sources = ['x', 'y'].map((name) => file(`app/${name}.py`, `import ${name}${name}`));
    const room = 'names\txx'.length;
    const { 'app/x.py': x, 'app/y.py': y } = await collected(list('a', 2 ** 24), list('b', 2 ** 24 - room), ...sources);
    expect([x, y]).toEqual(['names\txx', 'unread']);
  });
});
