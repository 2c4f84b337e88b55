import { type CheckOutcome, checkDockerfile } from './build/check.ts';
import { type BuildPlaces, readBuildFiles } from './build/files.ts';
import { stageChain } from './dockerfile/stages.ts';
import { lintLayers } from './lint/layers.ts';
import { lint } from './lint/lint.ts';
import { type InstalledPackages, installedPackages } from './lint/packages.ts';
import type { LintContext } from './lint/subject.ts';
import type { BuildDefinition } from './model/attribution.ts';
import type { Dockerfile } from './model/dockerfile.ts';
import type { Finding } from './model/finding.ts';
import type { BuildSettings } from './model/settings.ts';
import type { Seams } from './seams.ts';
import type { Weighed } from './weigh.ts';

export interface Linted {
  readonly dockerfile: Dockerfile;
  readonly context: LintContext | null;
  readonly definition: BuildDefinition;
  /** Null: no prices. */
  readonly image: Pick<Weighed, 'image' | 'attributions' | 'fileSystem'> | null;
}

/** What our own rules find, the most expensive first. */
export function ownFindings({ dockerfile, context, definition, image }: Linted): Finding[] {
  return lint({
    dockerfile,
    chain: stageChain(dockerfile, definition.target, definition.buildArgs ?? []),
    layers: image === null ? null : lintLayers(image.image.layers, image.attributions, image.fileSystem),
    packages: lazy(() => image && installedPackages(image.image.layers, image.attributions, image.fileSystem)),
    context,
    user: image?.image.config.user ?? null,
  });
}

/** Most Dockerfiles have nothing that a rule would look packages up for. */
function lazy(find: () => InstalledPackages | null): () => InstalledPackages | null {
  let found: InstalledPackages | null | undefined;
  return () => {
    if (found === undefined) found = find();
    return found;
  };
}

/** Where a build takes its files from, and where the user sees them from; absolute. */
type Places = Pick<BuildPlaces, 'workingDirectory' | 'root'>;

/** Starts BuildKit's own checks, which need no build. Never rejects. */
export async function startChecks(build: BuildSettings, places: Places, seams: Seams): Promise<CheckOutcome> {
  const { dockerfilePath } = await readBuildFiles({ context: build.context, file: build.file, ...places });
  return await checkDockerfile(build, { ...seams, ...places, dockerfile: dockerfilePath });
}
