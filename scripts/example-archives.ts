/**
 * Two small images as OCI archives (image-spec: image-layout.md), such as two builds of one Dockerfile leave them: the
 * second copies a data file more and changes the owner of what it copied. Nothing in them depends on time or machine;
 * only the compressed bytes depend on the zlib that packs them.
 */

import { createHash } from 'node:crypto';
import { text as readText } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

/** `content` null: a directory. */
interface ExampleFile {
  readonly path: string;
  readonly content: Buffer | null;
  readonly mode?: number;
  readonly uid?: number;
}

/** One instruction: as the Dockerfile has it, as BuildKit notes it in the history, and what it leaves in its layer. */
interface Step {
  readonly instruction: string;
  readonly createdBy: string;
  readonly files: readonly ExampleFile[] | null;
}

export interface ExampleImage {
  readonly name: string;
  readonly dockerfile: string;
  /** Uncompressed, base first. */
  readonly layers: readonly Buffer[];
  readonly config: Buffer;
  readonly archive: Buffer;
}

const created = '2026-01-01T00:00:00Z';
const nobody = 65534;

/** Numbers in [0, 2³²) by xorshift (Marsaglia 2003), the same ones for the same seed. */
function* numbers(seed: string): Generator<number, never> {
  let state = createHash('sha256').update(seed).digest().readUInt32LE() || 1;
  for (;;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield state >>> 0;
  }
}

/** As compressible as machine code is, or a little more: blocks drawn from a small pool. */
function program(path: string, bytes: number): ExampleFile {
  const pool = createHash('shake256', { outputLength: 1024 }).update(path).digest();
  const content = Buffer.alloc(bytes);
  let offset = 0;
  for (const number of numbers(path)) {
    if (offset >= bytes) break;
    const start = (number >>> 8) % (pool.length - 32);
    offset += pool.copy(content, offset, start, start + 24 + (number % 9));
  }
  content.set([0x7f, 0x45, 0x4c, 0x46]);
  return { path, content, mode: 0o755 };
}

/** `template` line by line, `#` replaced by numbers, up to a number of bytes. */
function lines(path: string, bytes: number, template: string): ExampleFile {
  let content = '';
  for (const number of numbers(path)) {
    if (content.length >= bytes) break;
    content += `${template.replaceAll('#', String(number % 100))}\n`;
  }
  return { path, content: Buffer.from(content.slice(0, bytes)) };
}

const plain = (path: string, content: string): ExampleFile => ({ path, content: Buffer.from(content) });
const folder = (path: string, uid = 0): ExampleFile => ({ path, content: null, uid });

const dpkgStatus = (packages: readonly string[]): ExampleFile =>
  plain(
    'var/lib/dpkg/status',
    packages
      .map((name) => `Package: ${name}\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.0\n\n`)
      .join(''),
  );

const basePackages = ['bash', 'coreutils', 'libc6'];

const base: Step = {
  instruction: 'FROM debian:bookworm-slim',
  createdBy: "# debian.sh --arch 'amd64' out/ 'bookworm' '@1767225600'",
  files: [
    folder('etc'),
    plain('etc/debian_version', '12.12\n'),
    plain('etc/os-release', 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n'),
    plain(
      'etc/passwd',
      'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n',
    ),
    folder('usr/bin'),
    program('usr/bin/bash', 126_547),
    program('usr/bin/ls', 15_108),
    folder('usr/lib/x86_64-linux-gnu'),
    program('usr/lib/x86_64-linux-gnu/libc.so.6', 141_872),
    folder('var/lib/dpkg/info'),
    dpkgStatus(basePackages),
    plain('var/lib/dpkg/info/bash.list', '/.\n/usr\n/usr/bin\n/usr/bin/bash\n'),
    plain('var/lib/dpkg/info/coreutils.list', '/.\n/usr\n/usr/bin\n/usr/bin/ls\n'),
    plain('var/lib/dpkg/info/libc6:amd64.list', '/.\n/usr/lib/x86_64-linux-gnu\n/usr/lib/x86_64-linux-gnu/libc.so.6\n'),
  ],
};

const aptGet = 'apt-get update && apt-get install -y --no-install-recommends python3';
const archive = 'deb.debian.org_debian_dists_bookworm';

const install: Step = {
  instruction: `RUN ${aptGet}`,
  createdBy: `RUN /bin/sh -c ${aptGet} # buildkit`,
  files: [
    folder('usr/bin'),
    program('usr/bin/python3.11', 126_976),
    folder('usr/lib/python3.11'),
    lines('usr/lib/python3.11/argparse.py', 24_100, '    def _add_argument_#(self, *args, **kwargs):'),
    lines('usr/lib/python3.11/http/server.py', 13_002, '    def do_#(self):  # one handler of many'),
    folder('var/lib/apt/lists'),
    lines(`var/lib/apt/lists/${archive}_InRelease`, 8_215, ' ##b6c##e1d## #### main/binary-amd64/Packages'),
    lines(
      `var/lib/apt/lists/${archive}_main_binary-amd64_Packages`,
      226_704,
      'Package: package-#\nVersion: 1.#-1\nSize: ##\nDescription: one of many packages of Debian\n',
    ),
    folder('var/lib/dpkg/info'),
    dpkgStatus([...basePackages, 'python3']),
    plain(
      'var/lib/dpkg/info/python3.list',
      '/.\n/usr/bin/python3.11\n/usr/lib/python3.11/argparse.py\n/usr/lib/python3.11/http/server.py\n',
    ),
    lines('var/log/dpkg.log', 1_904, '2026-01-01 00:00:00 status unpacked package-#:amd64 1.0'),
  ],
};

const source: readonly ExampleFile[] = [
  plain('app/README.md', '# hello\n\nCities near you, by a page and an API.\n'),
  lines('app/server.py', 9_310, 'def handler_#(request): return cities.near(request.args["lat"], #)'),
  folder('app/public'),
  lines('app/public/app.js', 21_480, 'export const view# = (state) => render`<li class="city-#"></li>`;'),
  lines('app/public/style.css', 6_032, '.view-# { margin: #px; }'),
];
const data: readonly ExampleFile[] = [
  folder('app/data'),
  lines('app/data/cities.json', 154_880, '{"id": ##, "name": "City #", "lat": #.5, "lon": #.25}'),
];

const workdir: Step = { instruction: 'WORKDIR /app', createdBy: 'WORKDIR /app', files: [folder('app')] };
const copy = (files: readonly ExampleFile[]): Step => ({
  instruction: 'COPY . .',
  createdBy: 'COPY . . # buildkit',
  files: [folder('app'), ...files],
});
const chown = (files: readonly ExampleFile[]): Step => ({
  instruction: 'RUN chown -R nobody /app',
  createdBy: 'RUN /bin/sh -c chown -R nobody /app # buildkit',
  files: [folder('app'), ...files].map((file) => ({ ...file, uid: nobody })),
});
const settings: readonly Step[] = [
  { instruction: 'USER nobody', createdBy: 'USER nobody', files: null },
  { instruction: 'CMD ["python3", "server.py"]', createdBy: 'CMD ["python3" "server.py"]', files: null },
];

const stepsByName: Readonly<Record<string, readonly Step[]>> = {
  before: [base, install, workdir, copy(source), ...settings],
  after: [base, install, workdir, copy([...source, ...data]), chown([...source, ...data]), ...settings],
};

async function tar(files: readonly ExampleFile[]): Promise<Buffer> {
  const stream = pack();
  const packed = readText(stream.setEncoding('latin1'));
  for (const { path, content, mode, uid = 0 } of files) {
    const header = { name: path, uid, gid: 0, mtime: new Date(created) };
    if (content === null) stream.entry({ ...header, type: 'directory', mode: 0o755 });
    else stream.entry({ ...header, mode: mode ?? 0o644 }, content);
  }
  stream.finalize();
  return Buffer.from(await packed, 'latin1');
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const descriptor = (mediaType: string, bytes: Buffer) => ({ mediaType, digest: digestOf(bytes), size: bytes.length });

async function makeImage(name: string, steps: readonly Step[]): Promise<ExampleImage> {
  const layers = await Promise.all(steps.flatMap(({ files }) => (files === null ? [] : [tar(files)])));
  const config = json({
    architecture: 'amd64',
    os: 'linux',
    created,
    config: { Cmd: ['python3', 'server.py'], User: 'nobody', WorkingDir: '/app' },
    rootfs: { type: 'layers', diff_ids: layers.map(digestOf) },
    history: steps.map(({ createdBy, files }) => ({
      created,
      created_by: createdBy,
      comment: 'buildkit.dockerfile.v0',
      ...(files === null ? { empty_layer: true } : {}),
    })),
  });
  const blobs = layers.map((layer) => gzipSync(layer, { level: 9 }));
  const manifest = json({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: descriptor('application/vnd.oci.image.config.v1+json', config),
    layers: blobs.map((blob) => descriptor('application/vnd.oci.image.layer.v1.tar+gzip', blob)),
  });
  const index = json({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [
      {
        ...descriptor('application/vnd.oci.image.manifest.v1+json', manifest),
        annotations: {
          'io.containerd.image.name': `docker.io/library/example:${name}`,
          'org.opencontainers.image.ref.name': name,
        },
        platform: { architecture: 'amd64', os: 'linux' },
      },
    ],
  });
  const archiveFiles = [
    { path: 'oci-layout', content: json({ imageLayoutVersion: '1.0.0' }) },
    { path: 'index.json', content: index },
    folder('blobs'),
    folder('blobs/sha256'),
    ...[manifest, config, ...blobs].map((blob) => ({
      path: digestOf(blob).replace('sha256:', 'blobs/sha256/'),
      content: blob,
    })),
  ];
  const dockerfile = `${steps.map(({ instruction }) => instruction).join('\n')}\n`;
  return { name, dockerfile, layers, config, archive: await tar(archiveFiles) };
}

export const makeExampleImages = (): Promise<ExampleImage[]> =>
  Promise.all(Object.entries(stepsByName).map(([name, steps]) => makeImage(name, steps)));
