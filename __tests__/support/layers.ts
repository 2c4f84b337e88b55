import type { Entry, EntryKind, LayerIndex } from '../../src/model/image.ts';

/** Layers for tests, entry by entry. A file's content stands for its hash. */

const plain = (kind: EntryKind, path: string): Entry => ({
  path,
  kind,
  size: 0,
  hash: null,
  mode: 0o644,
  uid: 0,
  gid: 0,
  link: null,
});

export const file = (path: string, content: string): Entry => ({
  ...plain('file', path),
  size: content.length,
  hash: content,
});
export const dir = (path: string): Entry => plain('directory', path);
export const gone = (path: string): Entry => plain('whiteout', path);
export const opaque = (path: string): Entry => plain('opaque', path);
export const hardlink = (path: string, link: string): Entry => ({ ...plain('hardlink', path), link });

export function layer(...entries: Entry[]): LayerIndex {
  const diskBytes = entries.reduce((sum, entry) => sum + entry.size, 0);
  const files = entries.filter((entry) => entry.kind === 'file').length;
  return { diffId: `sha256:${'0'.repeat(64)}`, diskBytes, files, entries, collected: new Map() };
}
