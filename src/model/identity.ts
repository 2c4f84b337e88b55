import type { Digest } from './image.ts';

/** What tells an image of an engine from all others. */
export interface ImageIdentity {
  /** Of its config, its manifest and its index, as far as the engine tells them. */
  readonly digests: readonly Digest[];
  /** When it was named and when it was made, as far as the engine tells it; RFC 3339. */
  readonly times: readonly string[];
  /** `os/architecture[/variant]`. */
  readonly platform: string;
  readonly layerCount: number;
}
