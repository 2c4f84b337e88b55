import { type DownloadMarks, maxMarks } from '../model/download-marks.ts';

/** Collects a layer's marks while it is read. Takes 64 KiB, whatever the layer has. */
export interface MarkCollector {
  /** How far the entries are read, and how much of the blob that took. */
  note(tarBytes: number, blobBytes: number): void;
  /** To be called once. */
  finish(): DownloadMarks;
}

/** Where there are more marks than `maxMarks`, every second goes, as often as that takes. */
export function markCollector(): MarkCollector {
  const tar = new Float64Array(maxMarks);
  const blob = new Float64Array(maxMarks);
  let count = 0;
  let stride = 1;
  /** Noted since the last mark that stays; the latest of them is at `count`. */
  let passed = 0;
  let lastTarBytes = 0;

  const thin = () => {
    count /= 2;
    stride *= 2;
    for (let at = 0; at < count; at++) {
      tar[at] = tar[2 * at + 1] ?? 0;
      blob[at] = blob[2 * at + 1] ?? 0;
    }
  };

  return {
    note(tarBytes, blobBytes) {
      // What comes between two entries, or after the last, is none's; what claims to be a whiteout with content goes back.
      if (tarBytes <= lastTarBytes) return;
      lastTarBytes = tarBytes;
      if (count === maxMarks) thin();
      tar[count] = tarBytes;
      blob[count] = blobBytes;
      passed = (passed + 1) % stride;
      if (passed === 0) count++;
    },
    finish() {
      // The last says where the entries end.
      const end = passed === 0 ? count : count + 1;
      return { tarBytes: tar.slice(0, end), blobBytes: blob.slice(0, end) };
    },
  };
}
