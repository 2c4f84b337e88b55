import { basename } from 'node:path';
import type { ImageSource } from '../model/image.ts';
import type { Log } from '../seams.ts';
import { formatBytes } from '../units.ts';
import { isPath } from './source.ts';

/** How far the reading of layers is. */
export interface Reading {
  /** What is read, as the user knows it. */
  readonly reference: string;
  /** Layers that are read to their end, of those that are to be read. */
  readonly done: number;
  readonly layers: number;
  readonly bytes: number;
  /** Null: not known, or not yet. */
  readonly totalBytes: number | null;
}

/** `Reading app:1: layer 3 of 7, 120 MB of 310 MB (38%)`. */
export function readingText({ reference, done, layers, bytes, totalBytes }: Reading): string {
  const of = totalBytes === null || totalBytes < bytes ? '' : ` of ${formatBytes(totalBytes)}`;
  const share =
    of === '' || totalBytes === null || totalBytes === 0 ? '' : ` (${Math.floor((100 * bytes) / totalBytes)}%)`;
  return `Reading ${reference}: layer ${Math.min(done + 1, layers)} of ${layers}, ${formatBytes(bytes)}${of}${share}`;
}

/** Paths are absolute where layers are read. */
const shortName = ({ kind, reference }: ImageSource): string => (isPath(kind) ? basename(reference) : reference);

/** Tells the log of blobs that are read by streams. */
export interface ReadingWatch {
  /** The same bytes, counted. */
  watch(blob: AsyncIterable<Buffer>): AsyncIterable<Buffer>;
  /** A layer is read. */
  layerDone(): void;
}

/** @param sizes of the blobs that are to be read, in bytes; null where not known */
export function watchReading(source: ImageSource, sizes: readonly (number | null)[], { progress }: Log): ReadingWatch {
  const reference = shortName(source);
  const known = sizes.filter((size) => size !== null);
  const totalBytes = known.length < sizes.length ? null : known.reduce((sum, size) => sum + size, 0);
  let bytes = 0;
  let done = 0;
  const status = () => readingText({ reference, done, layers: sizes.length, bytes, totalBytes });
  async function* counted(blob: AsyncIterable<Buffer>) {
    for await (const chunk of blob) {
      bytes += chunk.length;
      progress?.(status);
      yield chunk;
    }
  }
  return {
    // Where nobody looks, nothing is counted: it would be one more turn for each piece.
    watch: (blob) => (progress === undefined ? blob : counted(blob)),
    layerDone: () => {
      done++;
    },
  };
}

/** What an engine tells of a push, as far as it tells how far that is (moby, pkg/jsonmessage). */
export interface PushEvent {
  readonly id?: string;
  readonly status?: string;
  readonly progressDetail?: { readonly current?: number; readonly total?: number };
}

/** Tells the log how far a push is. An engine counts a layer's bytes as its store holds them. */
export function watchPush(source: ImageSource, layers: number, { progress }: Log): (event: PushEvent) => void {
  const reference = shortName(source);
  const pushed = new Map<string, { current: number; total: number }>();
  let done = 0;
  const status = () => {
    const all = [...pushed.values()];
    const bytes = all.reduce((sum, { current }) => sum + current, 0);
    // What is not begun yet has no size.
    const totalBytes = pushed.size < layers ? null : all.reduce((sum, { total }) => sum + total, 0);
    return readingText({ reference, done, layers, bytes, totalBytes });
  };
  return ({ id, status: word, progressDetail }) => {
    if (id === undefined || layers === 0) return;
    const { current = 0, total = current } = progressDetail ?? {};
    if (word === 'Pushing') pushed.set(id, { current: Math.min(current, total), total });
    if (word !== 'Pushed') return progress?.(status);
    done++;
    const { total: whole } = pushed.get(id) ?? { total: 0 };
    pushed.set(id, { current: whole, total: whole });
  };
}
