import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path/posix';
import { gzipSync } from 'node:zlib';
import { makeTar, sha256, type TarEntry } from './tars.ts';

/** A Debian package for any architecture. */
export interface DebianPackage {
  readonly name: string;
  readonly version: string;
  /** By path, without a leading slash. */
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly depends?: readonly string[];
  readonly recommends?: readonly string[];
}

/** A package archive on loopback, for `deb [trusted=yes] URL ./`; whoever builds from it needs the host's network. */
export interface AptRepository {
  readonly url: string;
  /** What the archive has from now on, and nothing else. */
  publish(packages: readonly DebianPackage[]): Promise<void>;
  close(): Promise<void>;
}

export async function startAptRepository(): Promise<AptRepository> {
  let served: ReadonlyMap<string, Buffer> = new Map();
  const server = createServer((request, response) => {
    // apt asks for `/./name`, with `+` written as `%2b`.
    const file = served.get(decodeURIComponent(request.url ?? '').replace(/^[./]+/, ''));
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async publish(packages) {
      served = await debianArchive(packages);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The files of an archive that has these packages, by name: `Packages`, and one for each. */
export async function debianArchive(packages: readonly DebianPackage[]): Promise<ReadonlyMap<string, Buffer>> {
  const debs = await Promise.all(
    packages.map(async (made) => ({ made, name: `${made.name}_${made.version}_all.deb`, deb: await debOf(made) })),
  );
  const index = debs.map(({ made, name, deb }) =>
    stanza({
      ...control(made),
      Filename: `./${name}`,
      Size: deb.length,
      SHA256: sha256(deb).slice('sha256:'.length),
    }),
  );
  return new Map([['Packages', Buffer.from(index.join('\n'))], ...debs.map(({ name, deb }) => [name, deb] as const)]);
}

type Fields = Readonly<Record<string, string | number>>;

const control = ({ name, version, depends = [], recommends = [] }: DebianPackage): Fields => ({
  Package: name,
  Version: version,
  Architecture: 'all',
  Maintainer: 'nobody <nobody@example.com>',
  ...(depends.length > 0 ? { Depends: depends.join(', ') } : {}),
  ...(recommends.length > 0 ? { Recommends: recommends.join(', ') } : {}),
  Description: 'made for a test',
});

const stanza = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');

/** A package as deb(5) has it. */
async function debOf(made: DebianPackage): Promise<Buffer> {
  const mtime = new Date(0);
  // dpkg makes no folder that the package does not name.
  const folders = new Set(Object.keys(made.files).flatMap(foldersAbove));
  const data: TarEntry[] = [
    ...[...folders].map((path): TarEntry => ({ name: `./${path}/`, type: 'directory', mtime })),
    ...Object.entries(made.files).map(([path, content]): TarEntry => ({ name: `./${path}`, content, mtime })),
  ];
  const members = {
    'debian-binary': Buffer.from('2.0\n'),
    'control.tar.gz': gzipSync(await makeTar({ name: './control', content: stanza(control(made)), mtime })),
    'data.tar.gz': gzipSync(await makeTar(...data)),
  };
  return ar(members);
}

/** The folders that a path lies in, the outermost first. */
function foldersAbove(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [...foldersAbove(folder), folder];
}

/** An archive as ar(5) has it. */
function ar(members: Readonly<Record<string, Buffer>>): Buffer {
  const parts = Object.entries(members).flatMap(([name, content]) => {
    const [mtime, owner, mode] = ['0'.padEnd(12), '0'.padEnd(6), '100644'.padEnd(8)];
    const header = `${name.padEnd(16)}${mtime}${owner}${owner}${mode}${String(content.length).padEnd(10)}\`\n`;
    return [Buffer.from(header), content, Buffer.from(content.length % 2 === 0 ? '' : '\n')];
  });
  return Buffer.concat([Buffer.from('!<arch>\n'), ...parts]);
}
