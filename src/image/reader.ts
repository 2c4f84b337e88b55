import type Docker from 'dockerode';
import type { Image, ImageSource, KnownLayers, SourceKind } from '../model/image.ts';
import type { Environment, Exec, Fetch, Log, Sleep } from '../seams.ts';

export interface ReadOptions {
  /** Called only where the source is an engine. */
  readonly docker: () => Docker;
  /** Podman's service, by the same API. */
  readonly podman: () => Docker;
  /** The layers that need not be read, of an image of this platform. */
  readonly known: (platform: string) => Promise<KnownLayers>;
  /** `os/architecture[/variant]`; null: the only one there is, else this machine's. */
  readonly platform: string | null;
  /** What a layer or a compressed archive may unpack to, in bytes; null: `maxLayerBytes` of layer.ts. */
  readonly maxUnpacked: number | null;
  /** A folder for what must be spooled; nothing stays in it. */
  readonly tempDir: string;
  readonly log: Log;
  /** For registries: requests, patience, credential helpers and where docker's configuration lies. */
  readonly fetch: Fetch;
  readonly sleep: Sleep;
  readonly exec: Exec;
  readonly environment: Environment;
}

export interface ReadImage {
  readonly image: Image;
  /** Distinct layers whose bytes were read; the others' indexes came from `known`. */
  readonly layersRead: number;
}

/** One kind of source. */
export interface Reader {
  readonly kind: SourceKind;
  /** Throws a UserError where the image is missing, damaged, or not of the wanted platform. */
  read(source: ImageSource, options: ReadOptions): Promise<ReadImage>;
  /** The platforms of the source's image that it holds; null is the one of an image that leaves no choice. */
  platforms(source: ImageSource, options: ReadOptions): Promise<readonly (string | null)[]>;
}
