import { writeFact } from './facts.ts';

/** Reads a file's content while it streams by, and keeps little of it. */
export interface ContentReader {
  write(piece: Buffer): void;
  /** What is to be kept; null for nothing. */
  finish(): Buffer | null;
}

const elf = Buffer.from('\x7fELF', 'latin1');

/** cmd/go, debug/buildinfo: 16-byte aligned, in programs since Go 1.12; with texts behind it since Go 1.18. */
const goMark = Buffer.from('\xff Go buildinf:', 'latin1');
const goAlignment = 16;
const goHeaderBytes = 32;
/** Stands around the modules' text (runtime/debug, modinfo). */
const goSentinelBytes = 16;
/** The module's own lines come first, its dependencies behind. */
const goWindow = 4096;

/** Where panics of Rust's own library point to: the paths that rustc, or a distribution's build of it, gave it. */
const rustMark = Buffer.from('/rustc');
const rustPath = /^\/rustc(?:\/[0-9a-f]{40}|-[\w.+~-]{1,40})\/library\//;
const rustWindow = 128;

/**
 * Finds out what a program was made from: `go`, with its path and its version where it tells them, or `rust`. The result
 * does not depend on how the bytes are cut into pieces.
 */
export function binaryScanner(): ContentReader {
  let rest = Buffer.of();
  let offset = 0;
  let isElf: boolean | null = null;
  let go: Buffer | null = null;
  let isRust = false;

  /** Looks at every place of `data` that has `margin` bytes behind it. */
  const scan = (data: Buffer, end: number): void => {
    for (const at of occurrences(data, goMark, end)) {
      if (go !== null || (offset + at) % goAlignment !== 0) continue;
      go = readGo(data.subarray(at, at + goWindow));
    }
    if (isRust) return;
    for (const at of occurrences(data, rustMark, end)) {
      isRust ||= rustPath.test(data.toString('latin1', at, at + rustWindow));
    }
  };

  return {
    write(piece) {
      if (isElf === false || go !== null) return;
      const data = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      if (isElf === null && data.length >= elf.length) isElf = data.subarray(0, elf.length).equals(elf);
      if (isElf === false) return;
      const end = Math.max(0, data.length - goWindow);
      if (isElf) scan(data, end);
      rest = Buffer.from(data.subarray(end));
      offset += end;
    },
    finish() {
      if (isElf && go === null) scan(rest, rest.length);
      return go ?? (isRust ? writeFact('rust') : null);
    },
  };
}

/** Places before `end` at which the mark begins. */
function* occurrences(data: Buffer, mark: Buffer, end: number): Generator<number> {
  for (let at = data.indexOf(mark); at >= 0 && at < end; at = data.indexOf(mark, at + 1)) yield at;
}

/** Null where the mark is no header, as in programs that look for it. */
function readGo(window: Buffer): Buffer | null {
  const [pointerBytes, flags] = [window[goMark.length], window[goMark.length + 1]];
  if (window.length < goHeaderBytes || flags === undefined || flags > 3) return null;
  const hasTexts = (flags & 2) !== 0;
  // Before Go 1.18 the header held pointers: a Go program, and no more is known.
  if (!hasTexts) return pointerBytes === 4 || pointerBytes === 8 ? writeFact('go') : null;
  const version = readText(window, goHeaderBytes);
  if (version === null || !/^(?:go|devel)/.test(version.text)) return null;
  const modules = readText(window, version.end)?.text.slice(goSentinelBytes) ?? '';
  const [, path = ''] = /^path\t([^\t\n]*)$/m.exec(modules) ?? [];
  const [, moduleVersion = ''] = /^mod\t[^\t\n]*\t([^\t\n]*)/m.exec(modules) ?? [];
  return writeFact('go', [path, moduleVersion === '(devel)' ? '' : moduleVersion]);
}

/** A length as a varint (LEB128), and as much of the text as the window holds. */
function readText(window: Buffer, start: number): { readonly text: string; readonly end: number } | null {
  let length = 0;
  for (let at = start, scale = 1; at < start + 5; at++, scale *= 0x80) {
    const byte = window[at];
    if (byte === undefined) return null;
    length += (byte & 0x7f) * scale;
    if (byte < 0x80) return { text: window.toString('latin1', at + 1, at + 1 + length), end: at + 1 + length };
  }
  return null;
}
