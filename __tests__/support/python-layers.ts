import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Digest, EntryKind, Image } from '../../src/model/image.ts';

const run = promisify(execFile);

/** An entry's fields in a row: path, kind, size, SHA-256 of a file's content, mode, uid, gid, link; as `Entry` has them. */
export type EntryRow = readonly [string, EntryKind, number, string | null, number, number, number, string | null];

/** A layer as two readers are compared. */
export interface LayerRows {
  readonly diffId: Digest;
  readonly diskBytes: number;
  readonly files: number;
  readonly entries: readonly EntryRow[];
}

/** Names go by bytes: tarfile keeps what is not UTF-8 as surrogates. */
const script = String.raw`
import functools, gzip, hashlib, io, json, sys, tarfile

archive = tarfile.open(sys.argv[1])
load = lambda path: archive.extractfile(path).read()
raw = lambda name: name.encode('utf-8', 'surrogateescape').decode('latin-1')
plain = lambda path: '/'.join(part for part in raw(path).split('/') if part not in ('', '.'))

def kind_and_path(member):
    path = plain(member.name)
    parent, _, name = path.rpartition('/')
    if name == '.wh..wh..opq':
        return 'opaque', parent
    if name.startswith('.wh.'):
        return 'whiteout', (parent + '/' if parent else '') + name[len('.wh.'):]
    kinds = [('file', member.isreg()), ('directory', member.isdir()), ('symlink', member.issym()), ('hardlink', member.islnk())]
    return next((kind for kind, matches in kinds if matches), 'other'), path

def row(tar, member):
    kind, path = kind_and_path(member)
    is_file = kind == 'file'
    link = {'symlink': raw, 'hardlink': plain}.get(kind, lambda name: None)(member.linkname)
    content = hashlib.sha256(tar.extractfile(member).read()).hexdigest() if is_file else None
    return [path, kind, member.size if is_file else 0, content, member.mode & 0o7777, member.uid, member.gid, link]

@functools.cache
def layer(path):
    blob = load(path)
    content = gzip.decompress(blob) if blob[:2] == b'\x1f\x8b' else blob
    tar = tarfile.open(fileobj=io.BytesIO(content), encoding='utf-8', errors='surrogateescape') if any(content) else None
    entries = [row(tar, member) for member in tar] if tar else []
    sizes = [size for _, kind, size, *_ in entries if kind == 'file']
    diff_id = 'sha256:' + hashlib.sha256(content).hexdigest()
    return {'diffId': diff_id, 'diskBytes': sum(sizes), 'files': len(sizes), 'entries': entries}

print(json.dumps([layer(path) for path in json.loads(load('manifest.json'))[0]['Layers']]))
`;

/** The layers of what \`docker save\` wrote, base first, by Python's tarfile alone. */
export async function layersByPython(archive: string): Promise<readonly LayerRows[]> {
  const { stdout } = await run('python3', ['-c', script, archive], { maxBuffer: 1 << 28 });
  return JSON.parse(stdout);
}

/** The same of an image that we read. */
export function layersOf({ layers }: Image): readonly LayerRows[] {
  return layers.map(({ diffId, index }) => ({
    diffId,
    diskBytes: index.diskBytes,
    files: index.files,
    entries: index.entries.map(
      ({ path, kind, size, hash, mode, uid, gid, link }): EntryRow => [path, kind, size, hash, mode, uid, gid, link],
    ),
  }));
}
