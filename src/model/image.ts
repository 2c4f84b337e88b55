import type { DownloadMarks } from './download-marks.ts';

/** `sha256:` and 64 hexadecimal digits. */
export type Digest = `sha256:${string}`;

/** An engine's image store: Docker's two, and Podman's. Download sizes differ between them; disk sizes do not. */
export type ImageStore = 'classic' | 'containerd' | 'podman';

export type EntryKind = 'file' | 'directory' | 'symlink' | 'hardlink' | 'other' | 'whiteout' | 'opaque';

/**
 * One entry of a layer's tar.
 *
 * A whiteout (`.wh.NAME`) carries the path that it hides; an opaque marker (`.wh..wh..opq`) the directory whose lower
 * content it hides.
 */
export interface Entry {
  /** The path's bytes as latin1, so that a path that is not UTF-8 stays exact; no `./`, leading or trailing slash. */
  readonly path: string;
  readonly kind: EntryKind;
  /** Content bytes of a regular file; 0 for every other kind. */
  readonly size: number;
  /** Content hash of a regular file, in hexadecimal; equal content, equal hash. */
  readonly hash: string | null;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** A symlink's target as written; a hardlink's path, normalised as `path` is. */
  readonly link: string | null;
}

/** What a layer's tar holds; computed once, kept by diffID. */
export interface LayerIndex {
  readonly diffId: Digest;
  /** Bytes of the regular files in the tar. */
  readonly diskBytes: number;
  /** Number of regular files. */
  readonly files: number;
  readonly entries: readonly Entry[];
  /**
   * What the files that tell of packages say, by path (src/packages/collected.ts). Null where the index comes from a
   * version that collected other things: what is owned is then not known.
   */
  readonly collected: ReadonlyMap<string, Buffer> | null;
}

export interface HistoryEntry {
  readonly createdBy: string;
  readonly emptyLayer: boolean;
}

/** The parts of an image's config that we read (OCI image-spec, config.md). */
export interface ImageConfig {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string | null;
  /** RFC 3339. */
  readonly created: string | null;
  readonly history: readonly HistoryEntry[];
  /** Who its processes run as unless told otherwise (`USER`): a name or a number, with or without a group; '' is root. */
  readonly user: string;
  /** Base first. */
  readonly diffIds: readonly Digest[];
}

export interface ImageLayer {
  readonly diffId: Digest;
  /** Of the compressed blob; null where the source has none (a classic engine's archive). */
  readonly digest: Digest | null;
  /** Bytes of the compressed blob. */
  readonly downloadBytes: number | null;
  /** Of that blob: null where it was not read, nor is the one that was. */
  readonly marks: DownloadMarks | null;
  readonly index: LayerIndex;
}

export type SourceKind = 'docker' | 'podman' | 'registry' | 'docker-archive' | 'oci-archive' | 'oci-dir';

/** Where an image was read from, by the names that syft and grype use. */
export interface ImageSource {
  readonly kind: SourceKind;
  readonly reference: string;
}

/** One platform's image, read. */
export interface Image {
  readonly source: ImageSource;
  /** Null where the source is not an engine. */
  readonly store: ImageStore | null;
  /** `os/architecture[/variant]`. */
  readonly platform: string;
  readonly config: ImageConfig;
  /** Base first. */
  readonly layers: readonly ImageLayer[];
}

/** Bytes of the compressed layers that an image in a registry has, or that its registry has no such image. */
export type DownloadSize = number | 'absent';

/** A layer that need not be read again. */
export interface KnownLayer {
  readonly diffId: Digest;
  readonly digest: Digest | null;
  readonly downloadBytes: number | null;
  /** Of that blob; null where it was never read. */
  readonly marks: DownloadMarks | null;
  /** The store whose engine compressed the blob: its download size holds for that store alone. */
  readonly store: ImageStore | null;
  readonly index: LayerIndex;
}

/** The layers that a baseline brings, by diffID. */
export type KnownLayers = ReadonlyMap<Digest, KnownLayer>;
