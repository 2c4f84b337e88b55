import type { Attribution, BaseImage, Location } from './measurement.ts';

/** What BuildKit's provenance says of one layer. Lines are 1-based, both ends included. */
export interface ProvenanceLayer {
  readonly origin: 'base' | 'own';
  /** Null where the source is no Dockerfile line. Several where one vertex stands at several places of the file. */
  readonly places: readonly { readonly firstLine: number; readonly lastLine: number }[];
}

export interface Provenance {
  /** The Dockerfile that was built, as BuildKit saw it. */
  readonly dockerfile: { readonly filename: string; readonly text: string } | null;
  /** One for each layer of the image, base first. */
  readonly layers: readonly ProvenanceLayer[];
  /** Every image that the build took, whatever stage or frontend it was for. */
  readonly bases: readonly BaseImage[];
}

/** What of a build decides which stages of its Dockerfile the image holds. */
export interface BuildDefinition {
  readonly target: string | null;
  /** `NAME=value`; null: not known, as the build is not. */
  readonly buildArgs: readonly string[] | null;
}

/** Where a layer comes from; one for each layer of the image, base first. */
export interface LayerAttribution {
  readonly origin: 'base' | 'own' | null;
  readonly instruction: string | null;
  readonly location: Location | null;
  readonly attribution: Attribution;
}
